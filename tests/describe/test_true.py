"""No title tells another event, asserts what its sentence denies, or names a wrong country."""

import pytest
from describe.described import described

from timeline.describe.peoples import country_named, country_of

# What is denied, doubted, asked, or only half of what is said: sentence, trigger, title
DENIED = [
    ("The minister denied that the army had bombed the hospital on [2 March].", "bombed",
     "The minister denied that the army had bombed the hospital"),
    ("It is not true that Hill was fired in [2022].", "fired",
     "It is not true that Hill was fired"),
    ("Police rejected claims that the army had bombed the hospital on [2 March].", "bombed",
     "Police rejected claims that the army had bombed the hospital"),
    ("The rumour that the Queen had died in [1999] was false.", "died",
     "The rumour that the Queen had died was false"),
    ("Ann Lee asked whether the bridge had been closed on [3 May].", "closed",
     "Ann Lee asked whether the bridge had been closed"),
    ("Ann Lee did not say that the bridge had been closed on [3 May].", "closed",
     "Ann Lee did not say that the bridge had been closed"),
    ("Neither the minister nor her deputy attended the funeral on [2 February].", "attended",
     "Neither the minister nor her deputy attended the funeral"),
    ("Not only the mayor but also the bishop resigned on [2 February].", "resigned",
     "Not only the mayor but also the bishop resigned"),
    ("Ann Lee neither signed nor read the letter on [3 May].", "signed",
     "Ann Lee neither signed nor read the letter"),
    ("Ann Lee neither signed nor read the letter on [3 May].", "read",
     "Ann Lee neither signed nor read the letter"),
    ("Had the valve been closed on [3 May], the spill would not have happened.", "closed",
     "Had the valve been closed, the spill would not have happened"),
    # What is reported, not denied, stands alone.
    ("Ann Lee said that the bridge had been closed on [3 May].", "closed",
     "Ann Lee said that the bridge had been closed"),
    ("Ann Lee said that the Harrow Bridge had been closed on [3 May].", "closed",
     "The Harrow Bridge had been closed"),
]  # fmt: skip

# What happened at another time, or to another: sentence, trigger, title
ANOTHER = [
    ("On [Friday], the family of the man shot dead by police in [2011] accepted an apology.",
     "shot", "Man shot dead by police"),
    ("The board approved the minutes of the meeting of [6 February] on [5 March].", "meeting",
     "Meeting (the board approved the minutes of the meeting)"),
    ("The board approved the minutes of the meeting of [6 February] on [5 March].", "approved",
     "The board approved the minutes of the meeting"),
    ("Police arrested a man on [5 May], [two days] after the robbery.", "robbery",
     "Robbery (police arrested a man two days after the robbery)"),
    ("The couple married in [1995] and settled in Kent in [2001].", "married",
     "The couple married"),
    ("The couple married in [1995] and settled in Kent in [2001].", "settled",
     "The couple settled in Kent"),
    ("Tomas Vlk tested all other certificates on [5 May]; two of them were sold in"
     " [March].", "sold",
     "Two of them were sold"),
    ("Mr Ito was convicted in [2019], a verdict that was quashed in [2021].", "quashed",
     "A verdict was quashed"),
    # The place is that of the arrest, where the other clause has a date of its own.
    ("The driver, who had lost his licence in [2015], was arrested in Turin on [3 May].", "lost",
     "The driver had lost his licence"),
    ("A woman was seen in Turin in [2015] and vanished in [2017].", "vanished",
     "A woman vanished"),
    ("A bomb exploded in Kabul on [3 May] and killed a woman.", "killed",
     "A bomb killed a woman (Kabul)"),
    # A name stands once.
    ("A woman whose son had drowned in [2001] opened a pool in Leeds on [3 May].", "opened",
     "A woman whose son had drowned opened a pool in Leeds"),
    # A stretch of time that says how long a thing is.
    ("Ann Lee signed a lease for a term of [two years] on [3 May].", "signed",
     "Ann Lee signed a lease for a term of two years"),
]  # fmt: skip

# What dates, marks and brackets leave: sentence, trigger, title
LEFT = [
    ("As of [Sept. 30], the bank had assets of $511 million.", "had",
     "The bank had assets of $511 million"),
    ("Sony Corp. will take ownership of the studio [later this month].", "take",
     "Sony Corp. will take ownership of the studio"),
    ('Ann Lee made the offer "[in the next few days]," and left.', "made",
     "Ann Lee made the offer"),
    ("Visas were approved on [3 May] for Ann Lee, her family and three others _ a nurse, a guard"
     " and a cook from the old town hall in the north of the city of Orl.", "approved",
     "Visas were approved for Ann Lee"),
    # It is the case that did.
    ("Ann Lee spoke of the case of the boy that has dominated the city since [May].", "dominated",
     "The case of the boy has dominated the city"),
    # The name is a ship's; who surfaced stands between dashes.
    ("A tug pulled the carrier Dwight D. Eisenhower, which has been on patrol since [March].",
     "been", "The carrier Dwight D. Eisenhower has been on patrol"),
    ("Courtaulds has been under pressure to enhance shareholder value since takeover speculators --"
     " including financier Kerry Packer -- surfaced holding small stakes in [May].", "surfaced",
     "Takeover speculators -- including financier Kerry Packer -- surfaced holding small stakes"),
    # "Attorney General" is no general.
    ("Attorney General Dennis Vacco resigned. Judge Ann Lee praised Vacco on [3 May].", "praised",
     "Judge Ann Lee praised Dennis Vacco"),
    # What a body tells of its own.
    ("Rallo Inc. said that sales rose 5% in [May].", "rose", "Rallo Inc.: sales rose 5%"),
    ("Ann Lee said that sales rose 5% in [May].", "rose", "Sales rose 5%"),
    # Its own time, not that of what lasts until then.
    ("Banks will use their names until [early 1990], when each will adopt the Orl name.", "adopt",
     "Each will adopt the Orl name"),
]  # fmt: skip

# Which one it is, where the text has another: text, trigger, title
WHICH = [
    ("The Harrow Bridge is old. The bridge over the Tyne is new. The bridge collapsed on [3 May].",
     "collapsed", "The bridge collapsed"),
    ("A report by Amnesty and a report by the police were read. The report was withdrawn on"
     " [3 May].", "withdrawn", "The report was withdrawn"),
    ("Panama borders Colombia. The country closed the border on [5 May].", "closed",
     "The country closed the border"),
    ("Georgia sells wine. The country closed the border on [5 May].", "closed",
     "The country closed the border"),
    ("The Communists took over the country on [3 March].", "took",
     "The Communists took over the country"),
    ("Bengali writers left the country in [May].", "left", "Bengali writers left the country"),
    # Travellers are abroad.
    ("Norwegian tourists left the country in [May].", "left",
     "Norwegian tourists left the country"),
    # "The town" is one of those in the text.
    ("Brandvik has a mill. People in Brandvik are glad. A concert was held in the town church on"
     " [3 May].", "held", "A concert was held in the town church"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "title"), [*DENIED, *ANOTHER, *LEFT, *WHICH])
def test_a_title_says_what_its_sentence_says(text: str, trigger: str, title: str) -> None:
    assert described(text)[trigger].title == title


@pytest.mark.parametrize(
    ("people", "country"),
    [
        ("norwegians", "norway"),
        ("nigerien", "niger"),
        ("roma", None),
        ("communists", None),
        ("liberals", None),
        ("mormon", None),
        ("latin", None),
        ("anglican", None),
        ("indigenous", None),
        ("roman", None),
        ("bengali", None),
    ],
)
def test_only_a_people_has_a_country(people: str, country: str | None) -> None:
    assert country_of(people) == country


def test_a_country_has_one_name() -> None:
    assert country_named("the u.s.") == country_named("america") == "united states"
    assert country_named("harrow") is None

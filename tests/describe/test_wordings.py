"""What a title falls back on where a clause says too little. With the model."""

import pytest

import timeline
from timeline.describe.shorten import LONGEST

# text, trigger, title
TEXTS = [
    # A pronoun is told with the clause that names whom it means.
    ("Officials of the harbour authority said they did not plan to remove the wreck on 3 May 2021.",
     "remove", "Officials of the harbour authority said they did not plan to remove the wreck"),
    # What the speech says needs the room: a mere source goes, a person is named in short.
    ("Norland has placed two airports in its southern province of Harrow on red alert after bomb"
     " threats, the local newspaper Dagens reported on 3 May 2021.",
     "reported", "Norland has placed two airports in its southern province of Harrow on red alert"),
    # A bare "the firm" is the one that the text calls so.
    ("A fund wants to buy Rallo Inc., a food company based in Leeds. Rallo runs 160 restaurants."
     " The company went public on 3 May 2021.",
     "went", "Rallo Inc. went public"),
    # ... but no firm is the coast guard.
    ("The Coast Guard said a ferry of Rallo Lines sank. The Coast Guard found the wreck. Last week"
     " the company had announced on 3 May 2021 that it would sell its oldest ships.",
     "announced", "The company had announced that it would sell its oldest ships"),
    # What a crowd is told is no trait of the crowd.
    ("Ruth Okafor told a packed council chamber that she had learned of the tests in August 2021.",
     "learned", "Ruth Okafor had learned of the tests"),
    # Two verbs that share a helper are told together.
    ("Four people were killed and 15 injured in a fire in Norland on 3 May 2021.", "injured",
     "Four people were killed and 15 injured in a fire in Norland"),
    # What hangs on a condition is no fact without it, before or behind.
    ("If the vote is lost on 3 May 2021, the mayor would resign.", "resign",
     "If the vote is lost, the mayor would resign"),
    ("Officials in Norland said the mayor would resign on 3 May 2021 if the vote is lost.",
     "resign", "Officials in Norland said the mayor would resign if the vote is lost"),
    # What a clause dates is told by the clause, not by what stands above it ...
    ("At least 200 people have died of hunger in Norland since the fighting erupted in May 2003.",
     "erupted", "The fighting erupted"),
    ("The envoy is expected to visit the city Malk, where violent clashes broke out in May 2021.",
     "broke", "Violent clashes broke out"),
    ("King Faruq went into exile in Italy, where he died in March 1965.", "died",
     "King Faruq died"),
    ("Police found 62,800 dollars in the account when they froze it in July 1988.", "froze",
     "Police froze it"),
    # ... and a saying by who says it.
    ("Norland has for years rejected these lines and announced in its bulletins that it does not"
     " recognize the zones in the south, an official spokesman told reporters on 3 May 2021.",
     "told", "Official spokesman: Norland has rejected these lines"),
    # What says nothing without its time keeps it.
    ("The siege of Hallport lasted from 20 July 1842 until 11 April 1843.", "lasted",
     "The siege of Hallport lasted from 20 July 1842 until 11 April 1843"),
    ("Sales of the firm rose by 3 percent on 3 May 2021 compared with the previous year.",
     "rose", "Sales of the firm rose by 3 percent compared with the previous year"),
    # What was said keeps its purpose; a hyphen takes no room.
    ("A new type of drug was set to enable well-trained doctors to hear the sounds of the body in"
     " extremely loud situations, the Harrow Institute of Physics reported on 3 May 2021.",
     "reported",
     "A new type of drug was set to enable well-trained doctors to hear the sounds of the body"),
    # Both were, if the verb says so.
    ("Gunmen released two women and a guide who were abducted on 3 May 2021 near Harrow.",
     "abducted", "Two women and a guide were abducted near Harrow"),
    ("Mayor Ann Lee spoke on Monday, 3 May 2021. Lee took a lap of the harbour Tuesday.", "took",
     "Ann Lee took a lap of the harbour"),
    # What is only argued is no fact.
    ("Prosecutors argued that the alarms had been switched off on 3 May 2021.", "switched",
     "Prosecutors argued that the alarms had been switched off"),
    # The nation that a president speaks to is none that he speaks of.
    ("US President Ann Harrow went to Iraq in 2003. Harrow made an address to the nation on 3 May"
     " 2004.", "made", "Ann Harrow made an address to the nation"),
    # What hangs on a part of the day hangs on the verb.
    ("The minister informed the ambassador on Saturday afternoon, 8 May 2021, of the state of the"
     " river.", "informed", "The minister informed the ambassador of the state of the river"),
    # Rather no purpose than a demand of which nobody says what it is.
    ("The leading politicians of Norland resumed their talks on 3 May 2021 to discuss the demand by"
     " several groups and their allies for the formation of a government.", "resumed",
     "The leading politicians of Norland resumed their talks"),
    # News has paragraphs of one sentence: "she" is who the one before was about.
    ("Carl Lind built the bridge in 1990.\n\nMayor Ann Harrow opened it on 3 May 2021.\n\n"
     "She left the town on 4 May 2021.", "left", "Mayor Ann Harrow left the town"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "title"), TEXTS)
def test_a_risky_title_is_worded_otherwise(text: str, trigger: str, title: str) -> None:
    events = timeline.extract(text).events
    assert [event.title for event in events if event.trigger == trigger] == [title]


def test_no_title_is_too_long() -> None:
    # The event stands at the very end.
    text = (
        "Both parties toured the towns, the Conservatives of the northern counties to engender"
        " hope that they could still win, Labour to ensure that all of their many supporters in"
        " the cities would turn out on 3 May 2021 to vote."
    )
    titles = [event.title for event in timeline.extract(text).events]
    assert titles and max(map(len, titles)) <= LONGEST

"""What a title leaves out where it is long, and what it keeps whole."""

import pytest
from describe.described import TAGGER, described
from docs import make_doc

from timeline.describe import describe_events
from timeline.describe.shorten import LONGEST

# What a title leaves out where it is too long, and what dates tore: text, trigger, title
WHOLE = [
    # Not what its verb needs.
    ("Mayor Carl Lind told his hard-working staff [on Friday] that they must put their"
     " trust in him while he repairs the old bridge.", "told",
     "Mayor Carl Lind told his hard-working staff that they must put their trust in him"),
    # The speaker goes before what is said does.
    ("Norway's second largest city is aiming to become an international convention host"
     " city through the successful hosting of a forum, city planners said [on Friday].", "said",
     "Norway's second largest city is aiming to become an international convention host city"),
    # A date is joined to dates only; a participle without one says nothing.
    ("The ministry ordered checks in the mines starting from [Friday] and ships with old"
     " boilers will be stopped.", "ordered",
     "The ministry ordered checks in the mines"),
    ("The ministry ordered checks in the mines starting from [Friday] and ships with old"
     " boilers will be stopped.", "stopped",
     "Ships with old boilers will be stopped"),
    # No Friday is of a flood.
    ("The town marked the first anniversary [on Friday] of the flood in the valley.", "marked",
     "The town marked the first anniversary of the flood in the valley"),
    # It is not the daily that could.
    ("The daily reported the offer, worth ten crowns, could be unveiled [on Tuesday].", "unveiled",
     "The offer, worth ten crowns, could be unveiled"),
    ("The offer could be unveiled as early as [Tuesday].", "unveiled",
     "The offer could be unveiled"),
    ("The firm left only one in three trains running [on Tuesday].", "left",
     "The firm left only one in three trains running"),
    ("The town that spent four million crowns working in a frenzy [for two weeks] greeted"
     " the pilgrims.", "working",
     "The town spent four million crowns working in a frenzy"),
    # A win needs a winner.
    ("Norway won the bronze medal with a 1-0 win over Denmark [on Friday].", "win",
     "Norway won the bronze medal with a 1-0 win over Denmark"),
    ("The plane, believed to be a small one, was cruising when it hit a tree and then"
     " plunged into the sea [on Friday].", "plunged",
     "The plane plunged into the sea"),
    # What was unlikely is no fact; who reported it is no minister.
    ("British sources said it was unlikely the dog could have caught the disease [after May].",
     "caught", "British sources said it was unlikely the dog could have caught the disease"),
    ("The minister will hold talks with his counterpart in Orl, reported the Newswire Agency"
     " [on Friday].", "reported",
     "The minister will hold talks with his counterpart in Orl, reported the Newswire Agency"),
    # It is likely, only later.
    ("The council is not likely to pass the law until [next year].", "pass",
     "The council is not likely to pass the law until next year"),
    # No time at all.
    ("Carl Lind scored [his fifth century] on the green.", "scored",
     "Carl Lind scored his fifth century on the green"),
    # A pronoun object is who the sentence began with; the parser tore "Silas Pike".
    ("George Denning left school in [1870]. In [1874] he opened a mill, and Silas Pike joined him"
     " [two years later].", "joined", "Silas Pike joined George Denning"),
    # "Ended" is a participle here, and says only when.
    ("The accounts for [the year] ended [31 March 2024] were adopted.", "adopted",
     "The accounts were adopted"),
    # The truce is of that year, not that nobody withdrew.
    ("The rebels signed a truce in [2002]. Neither side has withdrawn from the truce signed in"
     " [2002].", "signed", "Neither side has withdrawn from the truce signed in 2002"),
    # Three judges do not become one mayor.
    ("Carl Lind, one of the three judges, who became mayor on [3 May 2021], left the town.",
     "became", "Carl Lind became mayor"),
    # What it was said in is no news.
    ("In a statement issued on [Monday], Mayor Carl Lind condemned the attack.", "issued",
     "Mayor Carl Lind condemned the attack"),
    # The one country of a text says where; where two are spoken of, none stands for "the country".
    ("A bus overturned in northern Kenya on [Monday]. Six people died on [Tuesday].", "died",
     "Six people died (Kenya)"),
    ("The Kenyan army asked a Uganda-led bloc for help in [May]. Order was restored in all of the"
     " country's regions by [June].", "restored",
     "Order was restored in all of the country's regions"),
    # A title with room says which fire it was.
    ("Fires broke out in Harrow and in Malk on [Monday]. The fire began five miles north of the"
     " quay on [Tuesday].", "began", "The fire began five miles north of the quay"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "title"), WHOLE)
def test_a_title_is_whole(text: str, trigger: str, title: str) -> None:
    assert described(text)[trigger].title == title


def test_long_titles_end_at_a_word() -> None:
    rows = [
        ("Rebels", "NNS", "NOUN", "rebel", 1, "nsubj"),
        ("shelled", "VBD", "VERB", "shell", 1, "ROOT"),
    ]
    for _ in range(20):
        head = len(rows)
        rows.append(("near", "IN", "ADP", "near", 1, "prep"))
        rows.append(("Springfield", "NNP", "PROPN", "Springfield", head, "pobj"))
    doc = make_doc(rows)
    (event,) = describe_events(doc, TAGGER.predict(doc))
    assert 60 < len(event.title) <= LONGEST
    assert event.title.startswith("Rebels shelled near Springfield near")
    assert event.title.endswith("Springfield")


def test_shortening_keeps_question_words() -> None:
    rows = [
        ("Officials", "NNS", "NOUN", "official", 1, "nsubj"),
        ("explained", "VBD", "VERB", "explain", 1, "ROOT"),
        ("how", "WRB", "SCONJ", "how", 5, "advmod"),
        ("firms", "NNS", "NOUN", "firm", 5, "nsubj"),
        ("quietly", "RB", "ADV", "quietly", 5, "advmod"),
        ("left", "VBD", "VERB", "leave", 1, "ccomp"),
    ]
    for _ in range(6):
        rows.append(("near", "IN", "ADP", "near", 5, "prep"))
        rows.append(("Springfield", "NNP", "PROPN", "Springfield", len(rows) - 1, "pobj"))
    doc = make_doc(rows)
    explained = describe_events(doc, TAGGER.predict(doc))[0]
    assert explained.title.startswith("Officials explained how firms ")
    assert len(explained.title) <= LONGEST

"""Whom "he" and "she" mean in titles: who weighs most in the text so far, if nobody comes near."""

import pytest

import timeline

# text, its titles in order
TEXTS = [
    # A life stays about whom it began with, through all that is hers.
    ("Julia Brandt wrote her first play in 1990. Critics admired it. Her second play failed in"
     " 1993. She moved to Rome in 1995. The city named a theatre after her in 2001.",
     ["Julia Brandt wrote her first play", "Julia Brandt's second play failed",
      "Julia Brandt moved to Rome", "The city named a theatre after Julia Brandt"]),
    # Once is enough.
    ("Ann Lind taught singing. Dozens of her pupils followed her example in 1990.",
     ["Dozens of Ann Lind's pupils followed her example"]),
    # A last name is told in full ...
    ("Mayor Ann Harrow opened the bridge. Harrow left in 1990.", ["Ann Harrow left"]),
    # ... if only one bears it.
    ("Mayor Ann Harrow opened the bridge. Karl Harrow painted it. Harrow left in 1990.",
     ["Harrow left"]),
    # Whose announcement it is, is who will run.
    ("Karl Rohde ran in 1996. He won. An announcement by Mayor Peter Lind that he would run"
     " followed in 1999.",
     ["Karl Rohde ran", "An announcement by Mayor Peter Lind that he would run followed"]),
    # Each of two is known by his or her sex.
    ("Paul Rask met the mayor, Lena Holm, on 3 May 2021. She opened the bridge on 5 May 2021."
     " He left on 6 May 2021.",
     ["Paul Rask met the mayor, Lena Holm", "Lena Holm opened the bridge", "Paul Rask left"]),
    # Two may be meant: the text's own word stays.
    ("George Hale met Peter Lind in March 1990. He left the town in May 1990.",
     ["George Hale met Peter Lind", "He left the town"]),
    # Nobody does to himself what "him" says.
    ("Peter Lind ran the mill. George Hale joined him in 1990 and passed him in 1992.",
     ["George Hale joined Peter Lind", "George Hale passed Peter Lind"]),
    # Who is named anew is meant; her successor is another one.
    ("Anna Lind resigned in 1999. Her successor, Karl Rohde, was elected in 2000. He died in"
     " 2004.", ["Anna Lind resigned", "Karl Rohde was elected", "Karl Rohde died"]),
    # A cape may bear a name like a person's and is none.
    ("The ship sank near Mary Head on 3 May 2021. Her crew of six were lifted off on 4 May 2021.",
     ["The ship sank near Mary Head", "Her crew of six were lifted off"]),
    # A ship may bear a person's name and be none.
    ("George Marsh built the first steamer of the town. The Atlas was launched in 1967. He"
     " retired in 1970.", ["The Atlas was launched", "George Marsh retired"]),
    # A quotation is told by its speaker, and not of himself.
    ('Envoy Karl Rohde praised the plan. "I met him in 1999," he said.',
     ["Karl Rohde: I met him"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), TEXTS)
def test_a_name_stands_for_a_pronoun_where_only_one_can(text: str, titles: list[str]) -> None:
    assert [entry.title for entry in timeline.extract(text).entries] == titles


def test_a_name_in_capitals_is_told_as_elsewhere() -> None:
    text = "CV\n\nMARIT ACHTERBERG\n\nAchterberg grew up in Helm. Her father died in 1999."
    assert [e.title for e in timeline.extract(text).entries] == ["Achterberg's father died"]

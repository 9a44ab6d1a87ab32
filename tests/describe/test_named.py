"""What makes a title's names plain: where it was, which one, who, what its text is about."""

import pytest

import timeline

# text, its last title
TEXTS = [
    # A title that names nothing takes the names beside it in its clause.
    ("In the southern city of Malk in Sweden, a bus hit a lamp post on 3 May 2021.",
     "In the southern city of Malk in Sweden, a bus hit a lamp post"),
    # A report is one of many, but for the one that bears a name.
    ("Rallo Lines published the Harrow report. Ann Lee praised the report on 3 May 2021.",
     "Ann Lee praised the Harrow report"),
    # Of a phrase that may tie what follows to something else, what stands before that.
    ("Ann Lee announced a pilot qualification exam for three hundred posts. Ann Lee praised the"
     " exam on 3 May 2021.",
     "Ann Lee praised the pilot qualification exam"),
    # So is a name that is told in short.
    ("Leeds's Motor Expo has drawn crowds this year. Firms offer new models to visitors of the"
     " Expo, which opened on 3 May 2021.",
     "Visitors of Leeds's Motor Expo, which opened"),
    # Who was told in full is a person, whatever the entity finder makes of the last name.
    ("The guard Doug Christie plays in Dallas. Christie went home on 3 May 2021.",
     "Doug Christie went home"),
    ("Bulent Ecevit, whose last term in office ended in 2002, was a friend of the harbour.",
     "Bulent Ecevit's last term in office ended"),
    # The country of the people that the lead tells of.
    ("Norwegian fishermen are worried about the price of cod. Many boats stay in the harbour. A"
     " strike began on 3 May 2021.",
     "A strike began (Norway)"),
    # ... but for who only made what happened there.
    ("Rioting broke out at a concert by the Norwegian group Harrow. Many stayed away. The hall was"
     " closed on 3 May 2021.",
     "The hall was closed"),
    ("Pakistani officials said that dengue fever had spread across the country by 3 May 2021.",
     "Dengue fever had spread across Pakistan"),
    # The place that its sentence names.
    ("Norway and Denmark sent ships with tents. Ships of Norway and Denmark are many. Thousands of"
     " people in Sweden have lost their homes since the hurricane began on 3 May 2021.",
     "The hurricane began (Sweden)"),
    # A headline's verb that was taken for a noun is no part of a name.
    ("Regulator orders lake lowered after cracks found in Harrow Mill dam\n\nThe dam is old. The"
     " lake was drained on 3 May 2021.",
     "The lake was drained"),
    # "That" names nothing.
    ("Miners were trapped in a coal mine fire near Harrow on 3 May 2021. The coal mine fire"
     " spread through two shafts. Rules that are stricter will be passed in the mine on 4 May"
     " 2021.",
     "Rules that are stricter will be passed in the mine (coal mine fire near Harrow)"),
    # The theme may share a word with the title.
    ("The deaths of Norland soldiers in Kesh shocked the village. The deaths were many. Officers"
     " said little. At least 64 soldiers were killed on 3 May 2021.",
     "At least 64 soldiers were killed (deaths of Norland soldiers in Kesh)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TEXTS)
def test_a_title_says_of_whom_and_what_it_tells(text: str, title: str) -> None:
    assert timeline.extract(text).entries[-1].title == title

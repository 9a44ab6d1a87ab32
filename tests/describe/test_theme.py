"""What a text is about, before a title that names nothing itself."""

import pytest

import timeline

FIRE = (
    "Miners were trapped in a coal mine fire near Harrow on 3 May 2021. The coal mine fire spread"
    " through two shafts. Rescuers reached the mine after the fire on 4 May 2021. Eight bodies"
    " were found on 5 May 2021."
)
TURNED = (
    FIRE + " Elsewhere the weather was fine. Nobody complained about it. Farmers were content."
    " The harvest began on 6 May 2021."
)

# text, its last title
TEXTS = [
    # It is told near words of the theme ...
    (FIRE.replace("Eight bodies were", "A body was"),
     "A body was found (coal mine fire near Harrow)"),
    (FIRE + " The fire was put out on 6 May 2021.", "The coal mine fire near Harrow was put out"),
    # ... and not where the text has turned to something else.
    (TURNED, "The harvest began"),
    # ... though one word of the theme stands near, which is not what it is about.
    (TURNED.replace("the weather was fine", "coal was cheap"), "The harvest began"),
    # What names somebody needs no theme.
    (FIRE + " Ann Lee led the rescue on 6 May 2021.", "Ann Lee led the rescue"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TEXTS)
def test_a_title_that_names_nothing_stands_before_the_theme(text: str, title: str) -> None:
    assert timeline.extract(text).entries[-1].title == title


def test_the_first_sentence_needs_no_theme() -> None:
    text = "A coal mine fire broke out on 3 May 2021. The coal mine fire was put out on 4 May 2021."
    titles = [entry.title for entry in timeline.extract(text).entries]
    assert titles == ["A coal mine fire broke out", "The coal mine fire was put out"]

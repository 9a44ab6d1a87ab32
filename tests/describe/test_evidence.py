"""The sentence of an entry stands there in full, whatever became of its title. With the model."""

import pytest

import timeline

# text, title of one entry, its sentence
TEXTS = [
    ("The bridge near Orl\ncollapsed on 3 May\n2021 after two weeks of rain. Nobody was hurt.",
     "The bridge near Orl collapsed",
     "The bridge near Orl\ncollapsed on 3 May\n2021 after two weeks of rain."),
    ("BRIDGE FALLS\n\nThe bridge, which had stood for 90 years, collapsed on 3 May 2021.",
     "The bridge collapsed",
     "The bridge, which had stood for 90 years, collapsed on 3 May 2021."),
    ('On 3 May 2021 the mayor said: "The old bridge collapsed."',
     "The mayor said",
     'On 3 May 2021 the mayor said: "The old bridge collapsed."'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "sentence"), TEXTS)
def test_the_sentence_is_there_in_full(text: str, title: str, sentence: str) -> None:
    found = timeline.extract(text)
    events = {event.id: event for event in found.events}
    entry = next(one for one in found.entries if one.title.startswith(title))
    span = events[entry.events[0]].sentence
    assert text[span.start : span.end].strip() == sentence


def test_one_clause_is_one_entry() -> None:
    found = timeline.extract("The envoys discussed the border at the talks on 3 May 2021.")
    assert len({entry.title for entry in found.entries}) == len(found.entries)

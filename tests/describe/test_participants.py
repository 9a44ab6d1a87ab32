"""Who takes part in an event, and where it is."""

import pytest
from describe.described import described
from docs import parsed

TREATY = "Under the treaty, which was signed in [1815], the troops left."

# sentence, trigger, {role: words}
PARTICIPANTS = [
    ("The firm will open a plant in Leeds next year.", "open",
     {"agent": "The firm", "patient": "a plant in Leeds", "place": "Leeds"}),
    ("The suspect allegedly robbed a bank in Bonn.", "robbed",
     {"agent": "The suspect", "patient": "a bank", "place": "Bonn"}),
    ("Two men were arrested and charged with fraud.", "charged", {"patient": "Two men"}),
    ("Workers staged a protest outside the factory.", "protest", {"agent": "Workers"}),
    (TREATY, "signed", {"patient": "the treaty"}),
    ('"The strike is over," said the union leader.', "said", {"agent": "the union leader"}),
    ("The attack on the army base killed four soldiers.", "attack", {"patient": "the army base"}),
    ("The mayor asked the council to close the market.", "close",
     {"agent": "the council", "patient": "the market"}),
    ("Rebels killed nine men in a camp near Tripoli.", "killed",
     {"agent": "Rebels", "patient": "nine men", "place": "Tripoli"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "roles"), PARTICIPANTS)
def test_participants(sentence: str, trigger: str, roles: dict[str, str]) -> None:
    doc = parsed(sentence)
    found = described(sentence)[trigger].participants
    assert {one.role: one.text for one in found} == roles
    assert all(doc.text[one.start : one.end] == one.text for one in found)


def test_place_label() -> None:
    found = described("The suspect allegedly robbed a bank in Bonn.")["robbed"].participants
    assert [one.type for one in found] == [None, None, "GPE"]

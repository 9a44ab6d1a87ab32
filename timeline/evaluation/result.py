"""What was measured on one part of one corpus."""

from __future__ import annotations

from dataclasses import dataclass, field

from .calibration import Calibration
from .faults import Fault
from .judging import CaseCounts
from .score import ByRule, Tally

# Of the figures of events those with a floor.
HELD = ("strict", "class", "tense", "aspect", "polarity")
GIVEN = "given "  # before the figures that gold events and expressions gave


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one part of one corpus; what the corpus does not annotate is empty.

    `classes` are the events' classes as they were given, `parts_of_speech` how well events of each
    were found. `calibration` is that of the events. `rules` and `faults` are by what they are
    about: timex, event, case, anchor. `groups` are the figures of modalities, dates and order, by
    what they are of; `shares` those of them with a floor. `given`: events and expressions were the
    gold ones.
    """

    corpus: str
    part: str
    documents: int
    sha256: str
    timexes: dict[str, Tally] = field(default_factory=dict)
    events: dict[str, Tally] = field(default_factory=dict)
    classes: dict[str, Tally] = field(default_factory=dict)
    parts_of_speech: dict[str, Tally] = field(default_factory=dict)
    calibration: Calibration = field(default_factory=Calibration)
    cases: dict[str, CaseCounts] = field(default_factory=dict)
    rules: dict[str, list[ByRule]] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    groups: dict[str, dict[str, Tally]] = field(default_factory=dict)
    shares: dict[str, float | None] = field(default_factory=dict)
    given: bool = False

    def figures(self) -> dict[str, float]:
        """What floors are set for, in percent: F1, and the shares of the cases."""
        figures = {f"timex {name}": tally.f1 for name, tally in self.timexes.items()}
        figures |= {f"event {name}": self.events[name].f1 for name in HELD if self.events}
        if self.cases:
            figures |= {f"case {name}": share for name, share in self.cases["all"].shares().items()}
        figures |= {f"{GIVEN if self.given else ''}{name}": x for name, x in self.shares.items()}
        return {name: 100 * value for name, value in figures.items() if value is not None}

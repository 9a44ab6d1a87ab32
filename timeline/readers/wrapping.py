"""Whether the break after a line was made by the width of the page or by the writer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from .breaks import goes_on, is_finished
from .lines import LABEL, Line

SAMPLE = 500  # breaks; more of them tell nothing new
LEAST_SHARE = 0.3  # of a wrapped text's lines begin with a small letter, at least
GREEDY_SHARE = 0.8  # of the breaks must fit one width for it to be the width of the page
NARROWEST = 35  # columns of a page that nothing but its edge tells of
WIDEST = 200  # columns; a longer line is a paragraph of its own


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width of the page, None where the lines were not wrapped."""

    width: int | None

    def joins(self, line: Line, following: Line) -> bool:
        """Whether a line runs on into the following one."""
        if runs_on(line, following):
            return True
        if self.width is None or line.width > WIDEST:
            return False
        if not is_finished(line.text) and LABEL.match(following.text):
            return False  # "Author: ..." below "Date: ..."
        return _need(line, following) > self.width


def find_wrapping(pairs: Iterable[tuple[Line, Line]], *, shouted: bool = False) -> Wrapping:
    """The wrapping of a text, from pairs of lines that follow each other.

    Breaks before a small letter are known to be the page's; the others are judged by the width that
    these show. In a text in capitals all breaks count, and nearly all must fit.
    """
    breaks = list(islice(pairs, SAMPLE))
    known = breaks if shouted else [pair for pair in breaks if runs_on(*pair)]
    known = [(line, after) for line, after in known if line.width <= WIDEST]
    if not known or len(known) < LEAST_SHARE * len(breaks):
        return Wrapping(None)
    width, share = _greedy_width(known)
    if share >= GREEDY_SHARE and (len(known) > 1 or not shouted):
        return Wrapping(width)
    if shouted:
        return Wrapping(None)
    # A ragged edge, as of text from a PDF: narrower than most lines that certainly ran on.
    needs = sorted(_need(*pair) for pair in known)
    return Wrapping(needs[len(needs) // 5])


def guess_wrapping(pairs: Sequence[tuple[Line, Line]], widest: int) -> Wrapping:
    """The wrapping of a paragraph whose words do not tell: "the State" above "Department".

    Its lines are cut where the next word would have passed the widest line of the whole text, and
    it comes to its end; a heading is as a rule shorter, a list of names has no full stop.
    """
    if not pairs or not NARROWEST <= widest <= WIDEST or not is_finished(pairs[-1][1].text):
        return Wrapping(None)
    cut = any(_need(*pair) > widest for pair in pairs if not is_finished(pair[0].text))
    return Wrapping(widest if cut else None)


def runs_on(line: Line, following: Line) -> bool:
    """Whether the words alone say that the sentence goes on in the following line."""
    return goes_on(line.text, following.text)


def _need(line: Line, following: Line) -> int:
    """Columns that the line would have had with one word more."""
    return line.width + 1 + following.first_word


def _greedy_width(breaks: Sequence[tuple[Line, Line]]) -> tuple[int, float]:
    """The width that explains most breaks, and the share of them that it explains."""
    spans = [(line.width, _need(line, after)) for line, after in breaks]
    widths = sorted({low for low, _ in spans})
    best = max(widths, key=lambda width: sum(low <= width < need for low, need in spans))
    return best, sum(low <= best < need for low, need in spans) / len(spans)

"""What the words around an expression say of it: the side it lies on, and what is told there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto

from ..temporal.expression import Direction


class Aside(Flag):
    """Why the story does not go on from a date; one clause may give several reasons."""

    FLASHBACK = auto()  # it goes back behind the story: "had left in March"
    REPORT = auto()  # it dates a report, told from the document's date: "said on Monday"
    PASSING = auto()  # it only says which: "the ramp, installed in 2021, fell", "a June agreement"


STORY = Aside(0)


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words around an expression say of it.

    `direction`: the side on which a bare date lies; `sure`: the verb's own form says so: what is
    past is over ("took office in January"), what is near is so now or ahead ("faces re-election in
    November"). `aside`: what parts the date from the story. `scene`: a report that is itself a step
    of the story ("told staff on Thursday", its content not said before it), so that "the next day"
    may follow it. `limit`: the date only bounds a flashback ("by nightfall they had cut the road").
    `ahead`: it comes after what its clause tells, whenever that was ("ahead of Sunday's vote").
    """

    direction: Direction = "near"
    sure: bool = False
    aside: Aside = STORY
    scene: bool = False
    limit: bool = False
    ahead: bool = False

    @property
    def over(self) -> bool:
        """Whether the verb's own form says that it is past."""
        return self.sure and self.direction == "past"

    @property
    def present(self) -> bool:
        """Whether the verb's own form says that it is so now, or ahead."""
        return self.sure and self.direction == "near"


CueOf = Callable[[int, int], Cue]

# Words around an expression, in its sentence, that tell on which side it lies.
AHEAD = re.compile(
    r"\b(?:will|shall|won't|to be|is to|are to|plans?|expects?|expected|scheduled|due|upcoming"
    r"|going to|'ll|next|would)\b"
)
BEHIND = re.compile(r"\b(?:was|were|had|has|have|did|ago|last|\w{1,20}ed)\b")
SENTENCE_REACH = 120  # characters

# Before "a year ago": an amount that is compared, or the word that compares.
_FIGURES = re.compile(
    r"[$£€%]|\b(?:percent|per cent|cents|million|billion|shares?|points)\b"
    r"|\b(?:from|than|against|versus|compared (?:with|to)|above|below|over) (?:the |those )?$"
)
_SENTENCE = re.compile(r"[.!?][\"')\]]{0,3}\s{1,9}(?=[\"'(]?[A-Z])|\n[ \t\r]{0,9}\n")


def read_cue(text: str, start: int, end: int) -> Cue:
    """The cue that the words alone give, without a parse."""
    around = text[max(0, start - SENTENCE_REACH) : start].rpartition(". ")[2]
    around += text[end : end + SENTENCE_REACH].partition(". ")[0]
    if AHEAD.search(around):
        return Cue("future")
    return Cue("past" if BEHIND.search(around) else "near")


_THAT = re.compile(r"\bthat\b", re.IGNORECASE)


def points_back(text: str, start: int, end: int) -> bool:
    """True for "that month", "later that year", "that Friday"."""
    before = text[max(0, start - len("that ")) : start].lower()
    return bool(_THAT.search(text, start, end)) or before == "that "


_SAYS_WHICH = re.compile(
    r",? (?:of|before|after|following|preceding|prior|in)\b",
    re.IGNORECASE,
)


def is_definite(text: str, start: int, end: int) -> bool:
    """True for "on the Monday": the one that comes next in what is being told, as no word says."""
    the = text[max(0, start - len("the ")) : start].lower() == "the "
    return the and not _SAYS_WHICH.match(text, end)


QUOTES = frozenset("\"“”„«»'‘’")


def is_quoted(text: str, start: int, end: int) -> bool:
    """True for a name in quotation marks, such as a song's."""
    return start > 0 and text[start - 1] in QUOTES and text[end : end + 1] in QUOTES


_FIELD = re.compile(
    r"\b(?:d\.?o\.?b\b\.?:?|(?:born|(?:date of )?birth|(?:last )?(?:edited|updated|modified|revised"
    r"|printed|reviewed|saved)|issued|published|typed|dictated|transcribed|expir(?:es|y)"
    r"|valid (?:until|from|to)|next review"
    r"|time (?:commenced|concluded|started|begun|finished|ended|of interview))"
    r"(?: on| date)?:)[\s*_]{0,4}$",
    re.IGNORECASE,
)


def is_of_the_form(text: str, start: int) -> bool:
    """True for what a form's field says of a person or the paper: "DOB: ", "Last edited: "."""
    return bool(_FIELD.search(text, max(0, start - 40), start))


def in_one_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two offsets."""
    return not _SENTENCE.search(text, start, end + 1)  # the capital that begins the next one


_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|than|versus|against|(?:up|down) from)\b[^.;:!?\n]{0,80}$"
)


def is_compared_with(text: str, start: int) -> bool:
    """Whether a phrase only tells what is compared with: "than in the second quarter of 2023"."""
    return bool(_AGAINST.search(text, max(0, start - SENTENCE_REACH), start))


_BRACKET_END = re.compile(r"\s?:\s{0,2}[$£€]?[A-Z]{0,3}\s?\d[^()]{0,30}\)")


def is_figure_in_brackets(text: str, start: int, end: int) -> bool:
    """True for what a figure is compared with in brackets: "18.4m (Q3 2023: 15.9m)"."""
    return text[max(0, start - 1) : start] == "(" and bool(_BRACKET_END.match(text, end))


def compares_figures(text: str, start: int, end: int) -> bool:
    """Whether figures stand before a phrase in its sentence: "from $1 million a year ago".

    Where the phrase begins the sentence they follow it: "A year earlier, net was $1 million".
    """
    reach = max(0, start - SENTENCE_REACH)
    edges = [edge.end() for edge in _SENTENCE.finditer(text, reach, start + 1)]
    told = " ".join(text[edges[-1] if edges else reach : start].split())
    if not told and text[end : end + 1] == ",":
        told = _SENTENCE.split(text[end : end + SENTENCE_REACH])[0]
    return bool(_FIGURES.search(told + " "))

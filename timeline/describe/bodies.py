"""Which organisation "the company" is: the one that a text is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .parse import Parse

REACH = 40  # mentions that are looked at: keeps long texts linear


def main_body(parse: Parse, bodies: Sequence[int], noun: int) -> int | None:
    """Return the organisation that a text is about: the first one to act, and mostly the one.

    `bodies` are the names of those that act, as tokens.
    """
    acting = _acting_before(bodies, noun)
    names = [parse.lower[parse.subtree(i)[0]] for i in acting]
    return acting[0] if names and 2 * names.count(names[0]) > len(names) else None


def has_rival(parse: Parse, bodies: Sequence[int], subject: int, noun: int) -> bool:
    """Tell whether a noun like "the company" may be another body than this subject."""
    own = set(parse.subtree(subject))
    begin = max(parse.sentence[subject], parse.sentence[max(parse.sentence[noun] - 1, 0)])
    near: Sequence[int] = range(begin, noun)
    if _acts_all_along(parse, bodies, subject, noun):
        near = bodies[bisect_left(bodies, begin) : bisect_left(bodies, noun)]
    return any(
        parse.entity[i] == "ORG"
        and parse.pos[i] == "PROPN"
        and i not in own
        and parse.lower[i] != parse.lower[subject]
        for i in near
    )


def _acts_all_along(parse: Parse, bodies: Sequence[int], subject: int, noun: int) -> bool:
    """Tell whether no other body has acted so far, and this one more than once."""
    acting = _acting_before(bodies, noun)
    return len(acting) > 1 and all(parse.lower[i] == parse.lower[subject] for i in acting)


def _acting_before(bodies: Sequence[int], noun: int) -> Sequence[int]:
    return bodies[: min(bisect_left(bodies, noun), REACH)]

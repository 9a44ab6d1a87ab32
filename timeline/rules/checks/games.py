"""Quarters of a game, which are no time of the year: "scored 12 points in the fourth quarter"."""

from __future__ import annotations

import re

from .context import Context

_NEAR = 400  # characters on either side in which a report of a game shows itself
_FEW = 2  # different words of play near a quarter that say whose it is
# What is done on a field or a court; a sport's or a league's name is one of business as well.
_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen)"
_PLAY = re.compile(
    r"\b(?:touchdowns?|free throws?|field goals?|(?:three|3)-point(?:ers?)?|layups?|jump shots?"
    r"|slam dunks?|yard line|end zone|\d{1,2}-yard|[a-z]{3,9}-yard|fumbles?|scoreboard|point guard"
    r"|(?:seconds|minutes) left|half-?time|at the buzzer|game against|out-?scored|scored(?! an? )"
    rf"|(?:{_NUMBER}|offensive|defensive) rebounds?|{_NUMBER} assists"
    r"|(?:led|leading|trailed|trailing)(?: by)?(?: as many as)? \d{1,3}(?: points|-\d))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"'”’)]{0,2}\s{1,9}(?=[\"'“‘(]?[A-Z])|\n[ \t]{0,9}\n")


def not_of_a_game(context: Context) -> bool:
    """No quarter of a game: its sentence tells of play, or what stands around it does."""
    first, last = max(0, context.start - _NEAR), context.end + _NEAR
    before = _SENTENCE.split(context.text[first : context.start])[-1]
    after = _SENTENCE.split(context.text[context.end : last], maxsplit=1)[0]
    if _PLAY.search(before) or _PLAY.search(after):
        return False
    around = {found[0].lower() for found in _PLAY.finditer(context.text, first, last)}
    return len(around) < _FEW


GAMES = {"not-of-a-game": not_of_a_game}

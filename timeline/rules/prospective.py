"""Verbs of what lies ahead of them: "scheduled for May", "hopes to go", "put off until Monday"."""

from __future__ import annotations

# Whatever time stands with them is that of what is to come.
SCHEDULING = frozenset("pencil plan schedule slate".split())
# They have a time of their own ("was appointed in May"), but what they are done *for* lies ahead:
# "a meeting arranged for Monday", "booked for 3 May".
ARRANGING = SCHEDULING | frozenset(
    "announce appoint arrange book call convene fix list reschedule set".split()
)
# Their complement lies ahead of them: "expected to meet in October", "due in June".
PROSPECTIVE = SCHEDULING | frozenset("aim due expect hope intend promise propose".split())
# What is done to it moves it to another time.
POSTPONING = frozenset("adjourn defer delay postpone reschedule".split())
PUTTING_BACK = POSTPONING | frozenset(("put off", "put back", "push back"))
# The same, and what may bring it nearer or tell of places too: "moved to 18 April".
RESCHEDULING = PUTTING_BACK | frozenset(("move", "shift", "switch", "rearrange", "bring forward"))
BACK_AND_FORTH = frozenset(("off", "back", "forward"))  # words that stand with such verbs
NEW_DAY = frozenset(("to", "until", "till"))  # words before the day to which something is moved

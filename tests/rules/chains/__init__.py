"""Texts with the values that their expressions have: (text, document date, {words: value}).

Every cue is "past". A file holds one kind of expression.
"""

from .counting import COUNTING
from .days import DAYS
from .hours import HOURS
from .places import PLACES
from .years import YEARS

CHAINS = (*HOURS, *DAYS, *YEARS, *COUNTING, *PLACES)

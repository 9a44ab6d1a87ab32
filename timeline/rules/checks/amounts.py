"""Whether an amount measures a time here: no ages, rates, titles, prepositions."""

from __future__ import annotations

import re

from ...temporal.expression import Amount
from .context import Context

_STRETCH_BEFORE = re.compile(r"\b(?:last|past|previous|next|coming)\s{1,4}$", re.IGNORECASE)
_AGO_AFTER = re.compile(r"\s{1,4}ago\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|'ll|won't|shall|going to|is to|are to|due|expires?|scheduled|expected|starts?"
    r"|begins?|ends?|leaves?|back|again|returns?|meet|opens?)\b[^.!?;]{0,60}$",
    re.IGNORECASE,
)
_WILL_AFTER = re.compile(r"[^.!?;]{0,40}?\b(?:will|shall|won't)\b|'ll\b", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[-\s]{1,4}olds?\b", re.IGNORECASE)
_AGE_BEFORE_AMOUNT = re.compile(
    r"\b(?:ages?|aged|age of|ages? between|aged between)\s{1,4}$", re.IGNORECASE
)
_BARE_BEFORE = re.compile(
    r"\b(?:for|in|over|within|takes?|took|taken|spent|spend|lasts?|lasted|after|hours|only|or"
    r"|just|be)\s{1,4}$",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(r"\s{1,4}(?:ago|later|earlier|before|after|of)\b")
_NEVER_BARE = ("seasons", "quarters", "seconds", "secs", "mins", "hrs", "yrs", "nights", "weekends")
_ACCOUNTING = re.compile(
    r"\s{1,4}(?:cash |net |operating |pretax )?(?:dividends?|loss(?:es)?|profits?|earnings"
    r"|income|results?|sales|reports?|meetings?|rates?|interest|revenues?|statements?|payments?|of\b|figures|budget|salary)",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    r"(?:[$£€]?\d[\d,.]{0,12}|\b(?:million|billion|hundred|thousand|one|two|three|four|five|six"
    r"|ten|cents?|dollars?))"
    r"(?:\s(?!for|in|takes?|within|over|after|about|times)[a-z]{2,15}){0,2}\s$"
)
_COUNTED_AFTER = re.compile(r"\s{1,4}(?:ago|earlier|later|before|after)\b")
_MEASURED_BEFORE = re.compile(
    r"\b(?:for|just|well|last|lasted|lasts|took|takes|of|in|after|is|was)\s$", re.IGNORECASE
)


def one_amount(context: Context) -> bool:
    """One length: in "the last 3 months and 2 days ago" a stretch and a date stand together."""
    return not (_STRETCH_BEFORE.search(context.before) and _AGO_AFTER.match(context.after))


def looks_ahead(context: Context) -> bool:
    """Words before it speak of what is to come ("will be back in three days")."""
    amount = context.slots.nodes["amount"].expr
    if isinstance(amount, Amount) and amount.most is None:
        return False
    return bool(_FUTURE.search(context.before) or _WILL_AFTER.match(context.after))


def not_an_age(context: Context) -> bool:
    """No age: "25 years old", "a 34-year-old"."""
    return not (_AGE_AFTER.match(context.after) or _AGE_BEFORE_AMOUNT.search(context.before))


def countable(context: Context) -> bool:
    """An amount of one unit: "a year", "six-month"; not "a second man", "a quarter of it"."""
    text = context.words
    if re.match(r"(?:1\d|20)\d\d\b", text):
        return False  # "the 1961 season"
    counted = not re.match(r"(?:an?|one(?! second$)|half an?|another)\s", text)
    if text.endswith(("second", "quarter", "season", "sec", "min")):
        return counted or bool(re.match(r"\s{1,4}(?:ago|later|earlier|or two)\b", context.after))
    if not counted:
        return not re.match(
            r"\s{1,4}(?:shift|out|care|trip|school|job|market|club|time|sky)\b", context.after
        )
    return True


def bare_units(context: Context) -> bool:
    """Units without a count that say how long: "for weeks", "years later"."""
    if context.words.rstrip(".") in _NEVER_BARE:
        return False
    return bool(_BARE_BEFORE.search(context.before) or _BARE_AFTER.match(context.after))


def the_length(context: Context) -> bool:
    """The article is the amount's own; in "the six-month stay" it is that of the stay."""
    return "-" not in context.words and context.words.endswith("s")


def not_a_rate(context: Context) -> bool:
    """No rate: "$2 million a year", "nearly 700 seats a week"."""
    if not context.words.startswith(("a ", "an ")) or _COUNTED_AFTER.match(context.after):
        return True
    return not _RATE_BEFORE.search(context.before)


def not_a_span(context: Context) -> bool:
    """A measure, "for over a week"; in "evolved over several years" it is a preposition."""
    words = context.words
    if words.startswith(("over ", "under ", "around ")):
        return bool(_MEASURED_BEFORE.search(context.before))
    return True


def plain_amount(context: Context) -> bool:
    """No title: "60 Minutes"."""
    words = context.text[context.start : context.end]
    last = re.split(r"[\s-]", words)[-1]
    return (
        not last[:1].isupper()
        or last.isupper()
        or (context.text[context.start : context.end].istitle() and not words[0].isdigit())
    )


def not_an_accounting_word(context: Context) -> bool:
    """No name of a thing: "quarterly dividend", "annual report"."""
    return context.words not in ("quarterly", "annual", "yearly") or not _ACCOUNTING.match(
        context.after
    )


_VERB_BEFORE = re.compile(
    r"\b(?:will|would|to|may|can|could|should|must|might|not|n't|did|does)\s{1,4}$", re.IGNORECASE
)


def not_the_verb_last(context: Context) -> bool:
    """No verb: "the rain will last several weeks"."""
    return not (context.words.startswith("last") and _VERB_BEFORE.search(context.before))


AMOUNTS = {
    "one-amount": one_amount,
    "not-the-verb-last": not_the_verb_last,
    "looks-ahead": looks_ahead,
    "not-an-age": not_an_age,
    "countable": countable,
    "bare-units": bare_units,
    "the-length": the_length,
    "not-a-rate": not_a_rate,
    "not-a-span": not_a_span,
    "plain-amount": plain_amount,
    "not-an-accounting-word": not_an_accounting_word,
}

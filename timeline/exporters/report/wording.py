"""What the report says for the field's terms: relations, steps, statuses, in plain words."""

from __future__ import annotations

# TimeML's relType of an event to the words that date it.
RELATIONS = {
    "IS_INCLUDED": "It happened within the time of",
    "SIMULTANEOUS": "It lasted for the time of",
    "INCLUDES": "It went on around the time of",
    "DURING": "It went on during",
    "BEFORE": "It happened by",
    "IBEFORE": "It happened right before",
    "AFTER": "It happened after",
    "IAFTER": "It happened right after",
    "BEGUN_BY": "It began at",
    "ENDED_BY": "It ended at",
    "BEGINS": "It stands at the beginning of",
    "ENDS": "It stands at the end of",
    "OVERLAPS": "It began before and ended within",
    "OVERLAPPED_BY": "It began within and ended after",
    "IDENTITY": "It is the same as",
    "VAGUE": "It has to do with",
}

# TimeML's relType of an event to another event.
ORDERS = {
    "BEFORE": "before",
    "IBEFORE": "right before",
    "AFTER": "after",
    "IAFTER": "right after",
    "IS_INCLUDED": "during",
    "DURING": "during",
    "INCLUDES": "around",
    "SIMULTANEOUS": "at the same time as",
    "BEGUN_BY": "begun by",
    "ENDED_BY": "ended by",
    "BEGINS": "at the beginning of",
    "ENDS": "at the end of",
    "OVERLAPS": "begun before the end of",
    "OVERLAPPED_BY": "begun during",
    "IDENTITY": "the same as",
    "VAGUE": "in some order with",
}

# The steps that date events, by the names that `timeline explain` gives them.
SIEVES = {
    "stretch": "it lasted so long from what was told just before",
    "aspect": "a verb such as “began” or “lasted” tells its beginning, end or length",
    "signal": "a word such as “by”, “since” or “until” ties it to the date",
    "attached": "the date stands with the event's own words",
    "clause": "it shares the date of another event in its clause",
    "event": "another event bounds it",
    "counted-back": "counted back from the date that tells how far it lies from it",
    "life": "the dates in brackets behind the name: birth, death, or an age counted from birth",
    "carried": "the story goes on: carried from the event told just before",
    "between": "told between two hours of that day",
    "under": "it stands under a date that heads its line or its section",
    "day": "an entry of a diary tells of its day",
    "agent": "told of the same subject as a dated event",
    "deciding": "what a meeting decides has the day of its minutes",
    "reporting": "what a report says is said on the report's day",
    "beside": "told in one sentence with what has the date",
    "lead": "what a report opens with is the news of about its day; the text names none",
    "limit": "it has so long from what the text tells before",
    "along": "it shares the clause of an event that the report or its story dates",
    "linker": "a trained guess",
    "tense": "no words date it, only its tense",
    "order": "only the order of events bounds it",
    "given": "the source gives it",
    "person": "a person corrected it",
}

# What a date rests on.
BASES = {
    "expression": "fully stated in the text",
    "relative": "completed or counted from another date",
    "document-date": "only the document's date",
    "event": "through another event",
    "inferred": "inferred",
    "person": "a person gave it",
}

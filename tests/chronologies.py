"""Hand-made chronologies for tests of what comes after the extraction."""

import msgspec

from timeline import chronology as c

# The fields of an event that a plain past verb tells.
TOLD_AS_PAST = {
    "pos": "VERB",
    "class_": "OCCURRENCE",
    "tense": "PAST",
    "aspect": "NONE",
    "polarity": "POS",
    "modality": None,
    "status": "happened",
    "attributed_to": None,
    "confidence": None,
}
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "\x1b[31mred\x1b[0m and \x9b2J",
    "\x1b]0;title\x07 \x1b]8;;http://example.org\x1b\\link",
    "a\tb\r\nc\x0bd\u2028e\x85f",
    "\u202egnp.exe \u2066isolated\u2069 \u200fmark\u200e",
    "[bold red]markup[/] [link=http://example.org]x[/link] :smile:",
    "| pipe | **bold** `code` <script>alert(1)</script> [x](javascript:1) ![i](x) # h & ~~s~~",
    '"quoted", with a comma',
    "\u0000 \x7f \ufeff \U000e0041 \ud800",
    "日本語の見出し 👩‍👩‍👧 été",
)


def bounds(earliest: str | None, latest: str | None) -> c.Bounds:
    return c.Bounds(earliest=earliest, latest=latest)


def instant(earliest: str | None, latest: str | None, **more) -> c.Time:
    """An instant somewhere between two bounds."""
    both = bounds(earliest, latest)
    return time(both, both, shape="instant", **more)


def interval(begin: tuple[str | None, str | None], end: tuple[str | None, str | None], **more):
    return time(bounds(*begin), bounds(*end), shape="interval", **more)


def time(begin: c.Bounds, end: c.Bounds, **more) -> c.Time:
    fields = {
        "value": None,
        "edtf": None,
        "shape": "instant",
        "granularity": "day",
        "basis": "expression",
        "relation": "IS_INCLUDED",
        "sieve": "attached",
        "evidence": (),
        "confidence": None,
    }
    return c.Time(begin=begin, end=end, **{**fields, **more})


class Maker:
    """Builds a chronology from a few words about each event; offsets and ids come out right."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.documents: list[dict] = []
        self.expressions: list[c.Expression] = []
        self.events: list[c.Event] = []
        self.entries: list[c.Entry] = []
        self.undated: list[c.Undated] = []
        self.failures: list[c.Failure] = []

    def document(self, name: str, date: str | None = None, **more) -> str:
        self.texts[name] = "News\n"  # an expression at 0 would have the id of the date
        note = None if date else "no dateline, header or byline gives one"
        words = c.DateEvidence(text=date, start=0, end=10) if date else None
        fields = {
            "value": date,
            "basis": "dateline" if date else None,
            "evidence": words,
            "note": note,
            "confidence": None,
            "alternatives": (),
        }
        known = {k: more.pop(k) for k in list(more) if k in fields}
        source = more.pop("source", f"{name}.txt")
        self.documents.append(
            {
                "id": name,
                "source": source,
                "title": None,
                "language": "en",
                "date": c.DocumentDate(**{**fields, **known}),
                "warnings": (),
                **more,
            }
        )
        return name

    def expression(self, document: str, words: str, **more) -> c.Evidence:
        """Append words to the document, as an expression."""
        start = self._append(document, words)
        fields = {
            "type": "DATE",
            "value": None,
            "mod": None,
            "quant": None,
            "freq": None,
            "edtf": None,
            "first_day": None,
            "last_day": None,
            "granularity": None,
            "stated": (),
            "anchor_id": None,
            "ends": (),
            "rule": "made",
            "reason": None,
        }
        made = c.Expression(
            id=f"{document}/t{start}",
            document=document,
            start=start,
            end=start + len(words),
            text=words,
            **{**fields, **more},
        )
        self.expressions.append(made)
        return c.Evidence(expression=made.id, text=words, start=made.start, end=made.end, note=None)

    def event(self, document: str, title: str, when: c.Time | None, **more) -> str:
        start = self._append(document, title)
        end = start + len(title)
        fields = {
            "trigger": title.split()[0] if title.split() else title,
            "lemma": "happen",
            **TOLD_AS_PAST,
            "participants": (),
            "places": (),
        }
        made = c.Event(
            id=f"{document}/e{start}",
            document=document,
            start=start,
            end=end,
            title=title,
            sentence=c.Span(start=start, end=end),
            locator=c.Locator(line=len(self.events) + 1, page=None),
            time=when,
            **{**fields, **more},
        )
        self.events.append(made)
        return made.id

    def entry(self, document: str, title: str, when: c.Time, *words: str, **more) -> c.Entry:
        """Add an event, the words that date it, and its entry."""
        evidence = tuple(self.expression(document, text) for text in words)
        when = msgspec.structs.replace(when, evidence=evidence)
        event = self.event(document, title, when)
        fields = {"conflicts": (), "salience": None}
        made = c.Entry(
            id=event.replace("/e", "/n"),
            time=when,
            title=title,
            events=(event,),
            documents=(document,),
            **{**fields, **more},
        )
        self.entries.append(made)
        return made

    def leave_undated(self, document: str, title: str, reason: str) -> None:
        self.undated.append(c.Undated(event=self.event(document, title, None), reason=reason))

    def make(self) -> c.Timeline:
        documents = tuple(c.Document(text=self.texts[d["id"]], **d) for d in self.documents)
        return c.Timeline(
            provenance=c.Provenance(
                version="0.0.0",
                model="none 0.0.0",
                rules="0" * 12,
                options={"date": None},
                reading_date="2026-01-01",
            ),
            documents=documents,
            expressions=tuple(self.expressions),
            events=tuple(self.events),
            entries=tuple(self.entries),
            undated=tuple(self.undated),
            failures=tuple(self.failures),
        )

    def _append(self, document: str, words: str) -> int:
        start = len(self.texts[document])
        self.texts[document] += f"{words}\n"
        return start


def make_news() -> c.Timeline:
    """One document with a date, entries of several kinds, and something undated."""
    made = Maker()
    wire = made.document("wire", "2022-01-10", note="Monday fixes the year")
    made.entry(
        wire,
        "Protests erupted in several cities",
        instant("2022-01-02", "2022-01-02", value="2022-01-02", edtf="2022-01-02"),
        "January 2",
    )
    made.entry(
        wire,
        "Government buildings were ransacked",
        instant("2022-01-04", "2022-01-08", edtf="[2022-01-04..2022-01-08]", basis="relative"),
        "a few days later",
    )
    made.entry(
        wire,
        "Order was restored",
        instant(None, "2022-01-07", value="2022-01-07TMO", edtf="[..2022-01-07]"),
        "the morning of January 7",
    )
    made.leave_undated(wire, "The riots were in the making", "a duration places nothing in time")
    made.expression(wire, "for a long time", type="DURATION", reason="a duration has no place")
    return made.make()


def make_mixed() -> c.Timeline:
    """Several documents: years before Christ, clock times, intervals, conflicts, failures."""
    made = Maker()
    old, new, none = made.document("rome"), made.document("log", "2024-05-08"), made.document("x")
    made.entry(old, "Caesar was stabbed", instant("-0043-03-15", "-0043-03-15"), "15 March 44 BC")
    made.entry(
        old,
        "Augustus ruled",
        interval(("-0026-01-01", "-0026-12-31"), ("0014-01-01", "0014-12-31")),
        "27 BC",
        "AD 14",
    )
    made.entry(
        new,
        "She directed an institute",
        interval(("1914-01-01", "1914-12-31"), ("1933-01-01", "1933-12-31"), edtf="1914/1933"),
        "From 1914 to 1933",
    )
    again = made.expression(none, "on 7 May 2024")
    other = instant("2024-05-07", "2024-05-07", evidence=(again,))
    told = made.event(none, "the certificate ran out", other)
    made.entry(
        new,
        "The certificate expired",
        instant("2024-05-06T06:10Z", "2024-05-06T06:10Z", granularity="minute"),
        "06:10 UTC",
        conflicts=(
            c.Conflict(
                event=told, time=other, note="another document says so", quote="Another quote"
            ),
        ),
    )
    made.entry(
        new,
        "The outage lasted",
        interval(("2024-05-06T06:10", "2024-05-06T06:10"), ("2024-05-06T09:45",) * 2),
        "from 06:10 to 09:45",
    )
    made.entry(
        none,
        "The strike goes on",
        interval(("2021-05-03", "2021-05-03"), ("2024-05-08", None)),
        "since 3 May 2021",
    )
    made.entry(
        new,
        "A dispute arose",
        instant("2021-01-03", "2022-01-02"),
        "somewhere between the third of January and the second of January of the next year",
    )
    made.failures.append(c.Failure(source="broken.jsonl", reason="line 3 is not JSON"))
    return made.make()


def make_hostile() -> c.Timeline:
    """Every hostile string as title, dating words, document name, warning and reason."""
    made = Maker()
    for number, text in enumerate(HOSTILE):
        name = made.document(f"d{number}", source=text, title=text, warnings=(text,))
        made.entry(name, text, instant("2022-01-02", "2022-01-02"), text)
        made.leave_undated(name, text, text)
        made.failures.append(c.Failure(source=text, reason=text))
    return made.make()

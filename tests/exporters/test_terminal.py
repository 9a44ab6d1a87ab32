"""The table for people."""

import io
import re

import msgspec
import pytest
from chronologies import Maker, instant, make_mixed, make_news

from timeline import chronology
from timeline.exporters import FORMATS, Layout
from timeline.exporters.dates import write_time


def show(timeline: chronology.Timeline, **layout) -> str:
    stream = io.StringIO()
    FORMATS["table"].write(timeline, stream, Layout(**layout))
    return stream.getvalue()


def test_the_whole_table() -> None:
    assert show(make_news(), width=110).splitlines() == [
        "wire.txt",
        "  document date 2022-01-10 (dateline; Monday fixes the year)",
        "",
        "date                       event                                 dating words"
        "                 certainty",
        "─" * 105,
        "Sun 2 Jan 2022             Protests erupted in several cities    "
        '"January 2"                  exact',
        "4-8 Jan 2022 (uncertain)   Government buildings were ransacked   "
        '"a few days later"           approximate',
        "by 7 Jan 2022              Order was restored                    "
        '"the morning of January 7"   before',
        "",
        "1 event not dated (--all adds those bounded by tense; -f json lists them,"
        " `timeline explain` says why)",
        "1 time expression unresolved (-f json lists them, `timeline explain` says why)",
    ]


@pytest.mark.parametrize("width", [30, 40, 60, 72, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for timeline in (make_news(), make_mixed()):
        text = show(timeline, width=width)
        assert max(map(len, text.splitlines())) <= width
        assert all(line == line.rstrip() for line in text.splitlines())
        # Nothing is cut off: every word of every title is there.
        words = set(re.findall(r"\w+", text))
        for entry in timeline.entries:
            assert set(entry.title.split()) <= words
            assert set(re.findall(r"\w+", write_time(entry.time))) <= words


def test_a_narrow_terminal_puts_the_words_under_the_event() -> None:
    assert '"January 2" (exact)' in show(make_news(), width=60)


def test_several_documents_have_a_source_column() -> None:
    assert "source" not in show(make_news(), width=120)
    assert re.search(r"certainty +source", show(make_mixed(), width=140))


@pytest.mark.parametrize("width", [30, 60, 72])
def test_a_narrow_terminal_keeps_the_sources(width: int) -> None:
    text = " ".join(show(make_mixed(), width=width).split())
    assert "(exact) in rome.txt" in text
    assert text.count(" in log.txt") == 4
    assert " in wire.txt" not in show(make_news(), width=width)


def test_what_waits_for_a_document_date_is_told_with_the_way_out() -> None:
    made = Maker()
    for name, date in (("a", None), ("b", None), ("c", "2022-01-10")):
        made.document(name, date)
        made.expression(name, "yesterday", reason="needs the document's date")
        made.expression(name, "for years", reason="a duration has no place")
    text = " ".join(show(made.make(), width=200).split())
    assert "6 time expressions unresolved" in text
    assert "2 of them need a document date: give one for all with --date, or one each" in text
    alone = Maker()
    alone.document("a")
    alone.expression("a", "the next day", reason="needs a date told before it")
    assert "1 of them needs a document date: give it with --date\n" in show(alone.make())
    assert "document date:" not in show(make_news())


def test_the_reasons_are_those_of_the_resolver() -> None:
    from timeline.exporters.missing import NEEDS_DATE
    from timeline.rules import find_matches
    from timeline.temporal.anchor import AnchorTime
    from timeline.temporal.resolve import resolve

    matches = find_matches("He left yesterday. Two days later it rained. On 3 May it snowed.")
    told = {resolve(match.expr, AnchorTime(speech=None)).reason for match in matches}
    assert told == NEEDS_DATE


def test_what_was_not_asked_for_is_counted() -> None:
    made = make_news()
    options = {"top": 1, "since": "2022", "until": None}
    provenance = msgspec.structs.replace(made.provenance, options=options)
    some = msgspec.structs.replace(made, entries=made.entries[:1], provenance=provenance)
    assert "2 events left out by --since, --top\n" in show(some, width=100)
    assert "left out" not in show(made)


def test_conflicts_and_failures_are_shown() -> None:
    text = " ".join(show(make_mixed(), width=200).split())
    assert 'but Tue 7 May 2024 in x.txt "on 7 May 2024"' in text
    assert "failed: broken.jsonl: line 3 is not JSON" in text


def test_colours_only_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in show(make_news(), width=100)
    coloured = show(make_news(), width=100, color=True)
    assert "\x1b[32mSun 2 Jan 2022" in coloured
    assert "\x1b[33mby 7 Jan 2022" in coloured
    for name, value in (("TERM", "dumb"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
        assert show(make_news(), width=100, color=True) == coloured
    plain = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    legend = "\n■ one day or a clock time   ■ uncertain or open\n"
    assert legend in plain
    bare = [line.rstrip() for line in plain.replace(legend, "").splitlines()]
    assert bare == show(make_news(), width=100).splitlines()


def test_a_long_table_has_headings() -> None:
    made = Maker()
    name = made.document("d", "2022-01-10")
    for number in range(30):
        day = f"20{10 + number // 3}-01-0{1 + number % 3}"
        made.entry(name, f"Event {number} happened", instant(day, day), "then")
    lines = show(made.make(), width=100).splitlines()
    place = lines.index("2013")
    assert lines[place - 1] == "" and lines[place + 1].startswith("Tue 1 Jan 2013")
    assert [line for line in lines if line.isdigit()] == [str(year) for year in range(2010, 2020)]


def test_many_documents_are_counted() -> None:
    made = Maker()
    for number in range(12):
        name = made.document(f"d{number}", "2022-01-10")
        made.entry(name, f"Event {number} happened", instant("2022-01-02", "2022-01-02"), "then")
    text = show(made.make(), width=100)
    assert "and 4 more documents (-f json tells the date of each)" in text
    assert "Event 11 happened" in text
    assert text.count("document date") == 8


def test_what_is_shown_is_not_counted_as_undated() -> None:
    made = make_news()
    undated = (chronology.Undated(event=made.entries[0].events[0], reason="only tense"),)
    text = show(msgspec.structs.replace(made, undated=undated), width=100)
    assert "not dated" not in text


def test_a_gap_stands_before_the_row_that_ends_it() -> None:
    news = make_news()
    gap = chronology.Gap(
        after=news.entries[0].id,
        before=news.entries[1].id,
        first_day="2022-01-03",
        last_day="2022-01-03",
        days=1,
    )
    lines = show(msgspec.structs.replace(news, gaps=(gap,)), width=110).splitlines()
    (place,) = (n for n, line in enumerate(lines) if "nothing is told of 1 day" in line)
    assert lines[place].startswith("Mon 3 Jan 2022")
    assert "Protests" in lines[place - 1] and "ransacked" in lines[place + 1]


def test_the_confidence_stands_below_as_a_word_and_a_number() -> None:
    news = make_news()
    first = news.entries[0]
    sure = msgspec.structs.replace(first.time, confidence=0.81)
    entries = (msgspec.structs.replace(first, time=sure), *news.entries[1:])
    text = show(msgspec.structs.replace(news, entries=entries), width=110)
    assert text.count("likely 0.81") == 1


def test_only_documents_with_a_row_are_named_where_rows_were_chosen() -> None:
    made = Maker()
    for number in range(12):
        name = made.document(f"d{number}", "2022-01-10")
    made.entry(name, "Event happened", instant("2022-01-02", "2022-01-02"), "then")
    whole = made.make()
    chosen = msgspec.structs.replace(whole.provenance, options={"about": "Event"})
    assert not show(whole, width=100).startswith("d11")
    text = show(msgspec.structs.replace(whole, provenance=chosen), width=100)
    assert text.startswith("d11") and text.count("document date") == 1
    assert "and 11 more documents (-f json tells the date of each)" in text

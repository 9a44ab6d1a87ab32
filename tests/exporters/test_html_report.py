"""The HTML report as a file: what it holds, that nothing in it can be turned against its reader."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from typing import get_args, get_type_hints

import msgspec
import pytest
from chronologies import HOSTILE, instant, interval, make_hostile, make_mixed, make_news
from reports import data_of, make_case, make_many, write_report

from timeline import chronology as c
from timeline.exporters.dates import write_days
from timeline.exporters.html import SCRIPTS, STYLES
from timeline.exporters.report.encode import encode_data
from timeline.exporters.report.offsets import Offsets
from timeline.exporters.report.places import KINDS, bounds_of, heading_of
from timeline.exporters.report.tables import make_table
from timeline.exporters.report.wording import BASES, ORDERS, RELATIONS, SIEVES
from timeline.exporters.safe import show
from timeline.sieves import SIEVES as ALL_SIEVES
from timeline.temporal.axis import day_number
from timeline.temporal.relations import Relation

MACHINE = 120_000  # bytes of the page beside its data
MADE = [make_news, make_mixed, make_hostile, make_case]


class Elements(HTMLParser):
    """Every start tag with its attributes, and what scripts and styles hold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.contents: list[tuple[str, str]] = []
        self._inside: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style", "title"):
            self._inside = tag
            self.contents.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside:
            tag, so_far = self.contents.pop()
            self.contents.append((tag, so_far + data))


@pytest.mark.parametrize("make", MADE)
def test_the_page_holds_our_elements_only(make) -> None:
    page = Elements(write_report(make()))
    plain = Elements(write_report(make_news()))
    in_list = ("tr", "td")
    assert [t for t, _ in page.tags if t not in in_list] == (
        [t for t, _ in plain.tags if t not in in_list]
    )
    assert [kind for kind, _ in page.contents] == ["title", "style", "script", "script"]
    for tag, attributes in page.tags:
        assert not [a for a in attributes if a.startswith("on") or a in ("style", "src")], tag
        assert attributes.get("href", "#").startswith("#")


def test_its_policy_allows_its_own_script_and_style_only() -> None:
    page = Elements(write_report(make_hostile()))
    policy = next(a["content"] for t, a in page.tags if a.get("http-equiv"))
    contents = dict(page.contents)  # the script proper is the last one

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    assert policy == (
        f"default-src 'none'; script-src 'sha256-{digest(contents['script'])}'; "
        f"style-src 'sha256-{digest(contents['style'])}'; base-uri 'none'; form-action 'none'"
    )


def test_it_asks_for_nothing() -> None:
    page = write_report(make_case())
    addresses = set(re.findall(r"https?://[^\s\"'`]+", page))
    assert addresses == {"http://www.w3.org/2000/svg"}  # a name, not an address
    for word in ("@import", "url(", "fetch(", "XMLHttpRequest", "eval(", "new Function",
                 "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):  # fmt: skip
        assert word not in page


def test_the_machine_is_small() -> None:
    nothing = msgspec.structs.replace(
        make_news(), documents=(), expressions=(), events=(), entries=(), undated=()
    )
    assert len(write_report(nothing).encode()) < MACHINE


def test_every_asset_is_used() -> None:
    folder = files("timeline.exporters") / "report"
    assert {f.name for f in (folder / "js").iterdir()} == {f"{name}.js" for name in SCRIPTS}
    assert {f.name for f in (folder / "css").iterdir()} == {f"{name}.css" for name in STYLES}


@pytest.mark.parametrize("make", MADE)
def test_the_same_chronology_gives_the_same_page(make) -> None:
    assert write_report(make()) == write_report(make())


@pytest.mark.parametrize("text", HOSTILE)
def test_data_hides_no_markup(text: str) -> None:
    encoded = encode_data({"a": text, text: ["</script><!--", "\u2028"]})
    assert json.loads(encoded) == {"a": text, text: ["</script><!--", "\u2028"]}
    assert not re.search("[<>&\u2028\u2029\u202a-\u202e\x00-\x1f\x7f-\x9f\ud800-\udfff]", encoded)
    encoded.encode("utf-8")


def test_texts_stay_whole_and_other_words_are_shown() -> None:
    made = make_hostile()
    data = data_of(write_report(made))
    assert [d["text"] for d in data["documents"]] == [d.text for d in made.documents]
    assert [d["name"] for d in data["documents"]] == [show(d.source) for d in made.documents]
    assert [title_of(e, data) for e in data["entries"]] == [show(e.title) for e in made.entries]
    assert [f["reason"] for f in data["failures"]] == [show(f.reason) for f in made.failures]


def test_without_scripts_the_list_is_plain() -> None:
    page = write_report(make_hostile())
    table = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in table
    assert r"\u202egnp.exe" in table
    assert table.count("<tr>") == 1 + len(HOSTILE)


def test_offsets_are_those_of_a_browser() -> None:
    text = "a\U0001f469b\U0001f469\ud800c"
    offsets = Offsets(text)
    utf16 = text.encode("utf-16-le", "surrogatepass")
    for start, letter in enumerate(text):
        at = 2 * offsets.of(start)
        assert utf16[at:].decode("utf-16-le", "surrogatepass").startswith(letter)


def test_a_table_leaves_out_what_ends_a_row_empty() -> None:
    rows = [[1, None, "x"], [2, None, ""], [None, 0, None, []]]
    assert make_table(("a", "b", "c", "d"), rows)["rows"] == [[1, None, "x"], [2], [None, 0]]


def title_of(entry: dict, data: dict) -> str:
    return entry["title"] or data["events"][entry["events"][0]]["title"]


def seconds(year: int, month: int, day: int) -> int:
    return day_number(year, month, day) * 86_400


@pytest.mark.parametrize(
    ("time", "kind", "bounds", "heading"),
    [
        (
            instant("-0043-03-15", "-0043-03-15"),
            "exact",
            [seconds(-43, 3, 15), seconds(-43, 3, 16)],
            (-43, 3),
        ),
        (
            instant("0000-01-01", "0000-12-31", granularity="year"),
            "cell",
            [seconds(0, 1, 1), seconds(1, 1, 1)],
            (0, 0),
        ),
        (
            instant(None, "2022-01-07"),
            "open",
            [None, seconds(2022, 1, 8)],
            (2022, 1),
        ),
        (
            interval(("2021-05-03", "2021-05-03"), ("2024-05-08", None)),
            "stretch",
            [seconds(2021, 5, 3)] * 2 + [seconds(2024, 5, 9), None],
            (2021, 5),
        ),
        (
            instant("2024-05-06T06:10", "2024-05-06T06:10", granularity="minute"),
            "exact",
            [seconds(2024, 5, 6) + 22_200, seconds(2024, 5, 6) + 22_260],
            (2024, 5),
        ),
        (instant(None, None, basis="inferred"), "inferred", [None] * 2, None),
    ],
)
def test_where_a_time_is_drawn(time: c.Time, kind: str, bounds: list, heading: object) -> None:
    assert next(name for name, _, words in KINDS if c.certainty(time) in words) == kind
    assert bounds_of(time) == bounds
    assert heading_of(time) == heading


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-03-01", "2021-03-31", "Mar 2021"),
        ("2021-05-03", "2021-05-11", "3-11 May 2021"),
        ("2021-05-03", "2021-05-03", "Mon 3 May 2021"),
        ("-0099-01-01", "0000-12-31", "1st century BC"),
    ],
)
def test_days_in_words(first: str, last: str, words: str) -> None:
    assert write_days(first, last) == words


def test_a_reason_leads_back_to_the_documents_date() -> None:
    data = data_of(write_report(make_case()))
    entry = next(e for e in data["entries"] if title_of(e, data) == "The bridge collapsed")
    when = data["times"][entry["time"]]
    [[number]] = when["evidence"]
    later = data["expressions"][number]
    assert (later["rule"], later["days"]) == ("later", "Tue 4 Jan 2022")
    assert later["meaning"] == "2 days after the time that is being told"
    kind, origin = later["origin"]
    assert kind == "expression"
    assert data["expressions"][origin]["meaning"] == "2 January"
    assert data["expressions"][origin]["origin"] == "date"
    assert data["documents"][0]["note"] == "Monday fixes the year"
    text = data["documents"][0]["text"]
    assert text[later["start"] : later["end"]] == "two days later"


def test_conflicts_undated_and_failures_are_there() -> None:
    data = data_of(write_report(make_case()))
    [conflict] = next(e for e in data["entries"] if e["conflicts"])["conflicts"]
    event, time, note, quote = conflict
    assert data["events"][event]["title"] == "the bridge fell"
    assert data["times"][time]["words"] == "Wed 5 Jan 2022"
    assert (note, quote) == ("a later source", "It fell on 5 Jan.")
    assert [u["reason"] for u in data["undated"]] == ["no expression dates it"]
    assert [e["reason"] for e in data["expressions"] if e["reason"]] == (
        ["it is not clear which day is meant"]
    )
    assert data["failures"] == [{"source": "scan.pdf", "reason": "it has no text"}]


def test_gaps_corrections_and_places_are_told() -> None:
    made = make_case()
    first, second, *rest = made.entries
    gap = c.Gap(after=first.id, before=second.id, first_day="2022-01-03", last_day="2022-01-09",
                days=7)  # fmt: skip
    locator = c.Locator(line=3, page=12, heading="What\u202e next")
    made = msgspec.structs.replace(
        made,
        gaps=(gap,),
        entries=(first, msgspec.structs.replace(second, corrected=("date",)), *rest),
        events=tuple(msgspec.structs.replace(e, locator=locator) for e in made.events),
    )
    data = data_of(write_report(made))
    assert data["entries"][1]["gap"] == ["3-9 Jan 2022", "nothing is told of 7 days"]
    assert data["entries"][1]["corrected"] == ["date"]
    assert data["events"][0]["place"] == ["page 12", r"under “What\u202e next”"]


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Background", ["under “Background”"]),
        ("THE  bridge over the Lind", []),
        ("Council closes Marlow Street pool after chlorine leak",
         ["under “Council closes Marlow Street pool after…”"]),
        ("x" * 60, [f"under “{'x' * 39}…”"]),
        ("y" * 40, [f"under “{'y' * 40}”"]),
    ],
)  # fmt: skip
def test_a_heading_is_short_and_not_the_title(heading: str, told: list[str]) -> None:
    made = make_case()
    documents = (
        msgspec.structs.replace(d, title="The Bridge over the Lind") for d in made.documents
    )
    locator = c.Locator(line=3, page=None, heading=heading)
    events = (msgspec.structs.replace(e, locator=locator) for e in made.events)
    made = msgspec.structs.replace(made, documents=tuple(documents), events=tuple(events))
    assert (data_of(write_report(made))["events"][0]["place"] or []) == told


def test_what_options_left_out_is_counted() -> None:
    made = make_case()
    provenance = msgspec.structs.replace(made.provenance, options={"top": 4, "all": False})
    chosen = msgspec.structs.replace(made, provenance=provenance, entries=made.entries[1:])
    data = data_of(write_report(chosen))
    assert data["left"] == [2, "--top"]  # the conflict's event is of no entry either
    assert data["made"][-1] == ["Top", "4"]


def test_every_term_has_its_words() -> None:
    assert {sieve.name for sieve in ALL_SIEVES} | {"order"} <= set(SIEVES)
    assert {relation.value for relation in Relation} <= set(RELATIONS)
    assert {relation.value for relation in Relation} <= set(ORDERS)
    assert set(get_args(get_type_hints(c.Time)["basis"])) == set(BASES)
    assert {word for _, _, words in KINDS for word in words} == set(get_args(c.Certainty))


def test_the_title_is_the_documents_own() -> None:
    assert dict(Elements(write_report(make_news())).contents)["title"] == "wire.txt – chronology"
    assert "3 documents" in dict(Elements(write_report(make_mixed())).contents)["title"]


def test_data_grows_with_the_entries_only() -> None:
    small, large = (len(write_report(make_many(n)).encode()) for n in (1000, 2000))
    assert large - small < 1000 * 700

"""One page to look at: a drawn axis, the list and the texts, in a file that asks for nothing else.

Scripts and styles stand in the page; its own content security policy allows these by their hashes
and nothing beside them. Data comes as JSON, which the script puts into the page as text only.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, StrictUndefined

from ..chronology import Timeline
from .columns import get_rows
from .dates import write_time
from .registry import Layout
from .report.data import Report
from .report.encode import encode_data
from .safe import show

_ASSETS = files(__package__) / "report"
# Joined in this order; each file has one idea, and uses what those before it define.
STYLES = ("base", "axis", "list", "reader", "print")
SCRIPTS = (
    "dom", "data", "calendar", "ticks", "state", "filters", "lazy", "glyphs", "layout", "axis",
    "overview", "moving", "rows", "list", "rest", "marks", "text", "card", "keys", "theme", "main",
)  # fmt: skip


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """The whole report as one HTML document."""
    style, script = join_styles(), join_scripts()
    page = Environment(autoescape=True, undefined=StrictUndefined).from_string(
        _read("page.html.j2")
    )
    stream.write(
        page.render(
            policy=make_policy(style, script),
            version=show(timeline.provenance.version),
            title=name_report(timeline),
            rows=list(_plain_rows(timeline)),
            # The template takes these three as they are: ours, or escaped for a script element.
            style=style,
            script=script,
            data=encode_data(Report(timeline).make()),
        )
    )
    stream.write("\n")


def name_report(timeline: Timeline) -> str:
    """The document's title or name, or how many documents there are."""
    if len(timeline.documents) == 1:
        document = timeline.documents[0]
        return show(document.title or document.source)
    return f"{len(timeline.documents)} documents"


def make_policy(style: str, script: str) -> str:
    """A content security policy under which this style and this script run, and nothing else."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def join_styles() -> str:
    """The style sheets as one."""
    return "\n" + "\n".join(_read(f"css/{name}.css") for name in STYLES)


def join_scripts() -> str:
    """The scripts as one function that leaves nothing behind in the page."""
    parts = "\n".join(_read(f"js/{name}.js") for name in SCRIPTS)
    return f'\n(() => {{\n"use strict";\n{parts}\nstart();\n}})();\n'


def _plain_rows(timeline: Timeline) -> Iterator[Mapping[str, str]]:
    """What a browser without scripts shows."""
    for row in get_rows(timeline):
        line = row.event.locator.line
        yield {
            "date": write_time(row.entry.time),
            "title": show(row.entry.title),
            "words": ", ".join(f"“{show(text)}”" for text in row.words),
            "certainty": show(row.standing),
            "source": show(row.document.source) + (f", line {line}" if line else ""),
        }


def _read(name: str) -> str:
    return _ASSETS.joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"

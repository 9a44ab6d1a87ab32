"""What an exporter is, and where the ones of other packages are found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, StringIO
from typing import IO, TYPE_CHECKING, Any

from ..errors import MissingExtraError, TimelineError

if TYPE_CHECKING:
    from ..chronology import Timeline

ENTRY_POINTS = "timeline.exporters"  # each entry point names an Exporter


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How to write: chosen fields, width in columns, colours, a header (None: the usual)."""

    fields: tuple[str, ...] | None = None
    width: int | None = None
    color: bool = False
    header: bool | None = None


Writer = Callable[["Timeline", IO[Any], Layout], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format: its name, suffixes, what it is and what it loses, and the function that writes it.

    `writer` is a function, or "module:function" to import it only when it is used. A binary format
    is given a stream of bytes, any other one of text. `takes_fields` says that it knows `--fields`.
    `holds_one` says that a file of it holds one document, so that several need a folder. `aliases`
    are other names for it, beside its suffixes. `needs` is the module that it cannot do without and
    that comes with the extra `extra`. `years` are the first and last that its dates can tell,
    astronomical: what lies beyond, or has no bound at all, is left out (`beyond.count_beyond`).
    `every_title`: it tells the titles of single events too, which take time to make.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    loses: str
    writer: Writer | str
    binary: bool = False
    takes_fields: bool = False
    holds_one: bool = False
    aliases: tuple[str, ...] = ()
    needs: str | None = None
    extra: str | None = None
    years: tuple[int, int] | None = None
    every_title: bool = True

    @property
    def all_names(self) -> tuple[str, ...]:
        """Everything that -f takes for it, in small letters."""
        suffixes = (suffix.removeprefix(".") for suffix in self.suffixes)
        return tuple(n.lower() for n in (self.name, *suffixes, *self.aliases))

    def check(self) -> None:
        """Raises MissingExtraError where the module that it needs is not installed."""
        if self.needs and find_spec(self.needs) is None:
            raise MissingExtraError(f"the format {self.name}", self.needs, self.extra or self.needs)

    def write(self, timeline: Timeline, stream: IO[Any], layout: Layout | None = None) -> None:
        """Write a chronology to an open stream; raises MissingExtraError."""
        self.check()
        writer = self.writer
        if isinstance(writer, str):
            module, _, function = writer.partition(":")
            writer = getattr(import_module(module), function)
        writer(timeline, stream, layout or Layout())

    def to_bytes(self, timeline: Timeline, layout: Layout | None = None) -> bytes:
        """A chronology as it stands in a file; raises MissingExtraError."""
        if self.binary:
            stream = BytesIO()
            self.write(timeline, stream, layout)
            return stream.getvalue()
        text = StringIO(newline="\n")
        self.write(timeline, text, layout)
        return text.getvalue().encode("utf-8", "surrogatepass")


def load_plugins() -> dict[str, Exporter]:
    """Load the exporters of other installed packages; raises TimelineError for a broken one."""
    from importlib.metadata import entry_points

    found = {}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda p: (p.name, p.value)):
        try:
            exporter = point.load()
        except (ImportError, AttributeError) as error:
            raise _broken(point.name, f"cannot be loaded: {error}") from error
        if not isinstance(exporter, Exporter):
            raise _broken(point.name, f"is a {type(exporter).__name__}, not an Exporter")
        found[exporter.name] = exporter
    return found


def _broken(name: str, problem: str) -> TimelineError:
    return TimelineError(
        f"the exporter plug-in {name!r} {problem}", "uninstall or repair the package that offers it"
    )

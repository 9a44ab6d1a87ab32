"""Small houses: one with exactly one offence for each row, and one that keeps every law."""

from collections.abc import Mapping

from house.conduct_laws import (
    library_code_is_quiet,
    no_other_program_runs,
    nothing_is_pickled,
    one_clock,
    one_place_catches_everything,
)
from house.import_laws import (
    doors_are_kept,
    every_room_has_a_floor,
    exporters_do_not_know_the_pipeline,
    imports_go_down,
    no_circles,
    temporal_stands_alone,
    the_command_line_starts_cheaply,
)
from house.law import Law

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
    (nothing_is_pickled, {"timeline/layers/__init__.py": "import srsly\nsrsly.pickle_dumps(doc)"}),
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
    "timeline/layers/__init__.py": "if TYPE_CHECKING:\n    from spacy.tokens import Doc",
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

"""What library code may not do: read the clock, print, exit, catch all, pickle, run programs."""

import ast
from collections.abc import Iterator

from house.law import Law, Offences, at
from house.reader import PACKAGE, House, Module

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


CONDUCT_LAWS: tuple[Law, ...] = (
    one_clock,
    library_code_is_quiet,
    one_place_catches_everything,
    nothing_is_pickled,
    no_other_program_runs,
)

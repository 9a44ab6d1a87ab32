"""Who may import whom; type-only imports are included."""

import sys
from collections.abc import Iterator, Mapping

from house.floors import DOORS, FLOORS, LAZY_ROOMS, VERSION
from house.law import Law, Offences, at
from house.reader import PACKAGE, House, Import, Module, is_within, room_of


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


IMPORT_LAWS: tuple[Law, ...] = (
    every_room_has_a_floor,
    imports_go_down,
    no_circles,
    doors_are_kept,
    exporters_do_not_know_the_pipeline,
    temporal_stands_alone,
    the_command_line_starts_cheaply,
)

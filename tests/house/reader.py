"""Reads a package's files into what the laws ask about; never runs them."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = "timeline"


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module: where, and whether importing the file is enough to import it."""

    target: str
    line: int
    at_import: bool


@dataclass(frozen=True, slots=True)
class Use:
    """One name as it is used, spelled out through the file's imports: `datetime.date.today`."""

    name: str
    line: int


class Module:
    """One file: `timeline/rules/loader.py` is the module `timeline.rules.loader`."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.tree = ast.parse(source, filename=path)
        parts = path.removesuffix(".py").split("/")
        self.is_package = parts[-1] == "__init__"
        self.name = ".".join(parts[:-1] if self.is_package else parts)

    @property
    def room(self) -> str:
        return room_of(self.name)

    @property
    def package(self) -> str:
        return self.name if self.is_package else self.name.rpartition(".")[0]

    @cached_property
    def uses(self) -> list[Use]:
        """Every plain or dotted name that is read, innermost parts included."""
        aliases = dict(_aliases(self.tree))
        found = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name | ast.Attribute) and (name := _dotted(node)):
                head, dot, rest = name.partition(".")
                found.append(Use(aliases.get(head, head) + dot + rest, node.lineno))
        return found

    def calls(self) -> Iterator[tuple[Use, ast.Call]]:
        aliases = dict(_aliases(self.tree))
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and (name := _dotted(node.func)):
                head, dot, rest = name.partition(".")
                yield Use(aliases.get(head, head) + dot + rest, node.lineno), node

    def absolute(self, name: str | None, level: int) -> str:
        """Spell out a relative import: level 0 is absolute, 1 is this package, and so on."""
        if level == 0:
            return name or ""
        base = self.package.split(".")
        base = base[: len(base) - (level - 1)]
        return ".".join([*base, name] if name else base)


class House:
    """All the files of the package, by module name, and who imports whom."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        modules = [Module(path, source) for path, source in sorted(sources.items())]
        self.modules = {module.name: module for module in modules}
        # `from x import a, b` is one import of x, not two.
        self.imports = {
            name: list(dict.fromkeys(self._read(module))) for name, module in self.modules.items()
        }

    @classmethod
    def from_folder(cls, root: Path) -> "House":
        files = sorted((root / PACKAGE).rglob("*.py"))
        return cls({f.relative_to(root).as_posix(): f.read_text("utf-8") for f in files})

    def __iter__(self) -> Iterator[Module]:
        return iter(self.modules.values())

    def _read(self, module: Module) -> Iterator[Import]:
        for node, at_import in _statements(module.tree, at_import=True):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(alias.name, node.lineno, at_import)
            elif isinstance(node, ast.ImportFrom):
                base = module.absolute(node.module, node.level)
                for alias in node.names:
                    yield Import(self._module_or_name(base, alias.name), node.lineno, at_import)
            elif isinstance(node, ast.Call) and (target := _dynamic(node)):
                level = len(target) - len(target.lstrip("."))
                name = module.absolute(target.lstrip(".") or None, level)
                yield Import(name, node.lineno, at_import)

    def _module_or_name(self, base: str, name: str) -> str:
        """`from timeline.rules import loader` imports a file; `... import RULES` the package."""
        full = f"{base}.{name}"
        if base == PACKAGE:
            # Anything but a room is a name of the facade: `timeline.__version__`.
            return full
        return full if full in self.modules else base


def room_of(module: str) -> str:
    """Return the first part below the package; the facade's own room is `__init__`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def _statements(node: ast.AST, *, at_import: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Walk the tree, telling what runs when the file is imported from what runs later or never."""
    yield node, at_import
    later: list[ast.AST] = []
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        later = node.body if isinstance(node.body, list) else [node.body]
    elif isinstance(node, ast.If) and (_dotted(node.test) or "").endswith("TYPE_CHECKING"):
        later = list(node.body)
    for child in ast.iter_child_nodes(node):
        yield from _statements(child, at_import=at_import and child not in later)


def _dotted(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (base := _dotted(node.value)):
        return f"{base}.{node.attr}"
    return None


def _aliases(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname:
                    yield alias.asname, alias.name
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _dynamic(node: ast.Call) -> str | None:
    """Return what `import_module("x")` or `__import__("x")` imports, where the name is written."""
    name = (_dotted(node.func) or "").rpartition(".")[2]
    if name in {"import_module", "__import__"} and node.args:
        argument = node.args[0]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value
    return None

"""Reads the rule files of a language and compiles them once."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ..errors import RuleError
from .checks import CHECKS
from .lexicon import FOLDER, Lexicon, read_lexicon
from .literals import held_by
from .productions import PRODUCTIONS
from .schema import GUARDS, TYPES, Example, Rule

# THE order of the rule files: a stage sees what the stages before it found, as `{@kind}` slots.
# Within a stage, refusals win, then the longest match, then the order of files and rows.
STAGES: tuple[tuple[str, ...], ...] = (
    (
        "refusals",
        "dates",
        "fiscal",
        "calendar",
        "turns",
        "holidays",
        "relative",
        "clock",
        "amounts",
        "vague",
        "sets",
    ),
    ("compound",),
    ("counted",),
    ("parts",),
    ("combined",),
    ("modified",),
    ("shifted", "repeated"),
    ("ranges",),
    ("placed",),
    ("licensed",),
)
MOST_PICKED = 5_000  # sets of triggers that are remembered
_KEYS = {
    "name", "type", "pattern", "production", "args", "guard", "checks", "alone", "any", "has",
    "needs", "examples", "refusals", "source", "reason",
}  # fmt: skip
_REQUIRED = ("name", "type", "pattern", "source")


@dataclass(frozen=True, slots=True)
class Stage:
    """Rules that look at a text together; those with the same triggers are picked out once."""

    rules: tuple[Rule, ...]
    _picked: dict[int, tuple[Rule, ...]] = field(default_factory=dict, repr=False, compare=False)

    def triggered(self, bits: int) -> tuple[Rule, ...]:
        """The rules that these triggers may be enough for, in order."""
        found = self._picked.get(bits)
        if found is None:
            if len(self._picked) >= MOST_PICKED:
                self._picked.clear()
            found = self._picked[bits] = tuple(
                rule
                for rule in self.rules
                if rule.needs & bits == rule.needs and (not rule.any_of or rule.any_of & bits)
            )
        return found


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The compiled rules of a language, stage by stage; `digest` names the bytes they came from."""

    language: str
    refusals: Stage
    stages: tuple[Stage, ...]
    lexicon: Lexicon
    digest: str

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, in order."""
        return tuple(rule for stage in (self.refusals, *self.stages) for rule in stage.rules)


@cache
def load_rules(language: str = "en") -> RuleSet:
    """The rules of a language, compiled once; RuleError names the file and rule that are wrong."""
    lexicon = read_lexicon(language)
    files = sorted((FOLDER / language).glob("*.toml"))
    names = {name for stage in STAGES for name in stage} | {"lexicon"}
    strays = [file.name for file in files if file.stem not in names]
    if strays:
        raise RuleError(f"the rule file {strays[0]} has no place in the order of stages")
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    stages = tuple(
        tuple(rule for name in stage for rule in _read_file(language, name, number, lexicon))
        for number, stage in enumerate(STAGES)
    )
    seen: set[str] = set()
    every = [rule for stage in stages for rule in stage]
    for rule in every:
        if rule.name in seen:
            raise RuleError(f"{rule.file}: there are two rules named {rule.name}")
        seen.add(rule.name)
    refusals = Stage(tuple(rule for rule in every if rule.type == "REFUSE"))
    others = (tuple(rule for rule in stage if rule.type != "REFUSE") for stage in stages)
    return RuleSet(language, refusals, tuple(map(Stage, others)), lexicon, digest.hexdigest()[:12])


def _read_file(language: str, name: str, stage: int, lexicon: Lexicon) -> list[Rule]:
    path = FOLDER / language / f"{name}.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("rule", [])
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"the rule file {path.name} cannot be read: {error}") from error
    return [make_rule(row, path.name, stage, lexicon) for row in rows]


def make_rule(row: Mapping[str, Any], file: str, stage: int, lexicon: Lexicon) -> Rule:
    """A rule from its row; RuleError says in one sentence what is wrong with it."""
    where = f"{file}: the rule {row.get('name', 'without a name')}"
    for key in _REQUIRED:
        if not row.get(key):
            raise RuleError(f"{where} has no {key}")
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise RuleError(f"{where} has the unknown key {unknown[0]}")
    if row["type"] not in TYPES:
        raise RuleError(f"{where} has the unknown type {row['type']}")
    production = row.get("production", "refuse" if row["type"] == "REFUSE" else "")
    if production not in PRODUCTIONS:
        raise RuleError(f"{where} names the unknown production {production or '(none)'}")
    guard = row.get("guard")
    if guard is not None and guard not in GUARDS:
        raise RuleError(f"{where} names the unknown guard {guard}")
    checks = tuple(row.get("checks", ()))
    for check in checks:
        if check not in CHECKS:
            raise RuleError(f"{where} names the unknown check {check}")
    regex, slots = lexicon.expand(row["pattern"], where)
    needs, any_of = lexicon.needs(row["pattern"])
    for trigger in (*row.get("needs", ()), *row.get("any", ())):
        if trigger not in lexicon.bits:
            raise RuleError(f"{where} needs the unknown trigger {trigger}")
    needs |= sum(lexicon.bits[trigger] for trigger in row.get("needs", ()))
    any_of = sum(lexicon.bits[trigger] for trigger in row.get("any", ())) or any_of
    if not needs and not any_of and row["type"] != "REFUSE":
        raise RuleError(f"{where} holds no trigger outside its optional parts")
    held = held_by(lexicon, row["pattern"])
    wants = held.choices
    if row.get("has"):
        wants = (frozenset((row["has"],)), *wants)
    return Rule(
        row["name"], row["type"], file, rf"(?<!\w)(?:{regex})(?!\w)", slots, needs, any_of,
        wants, held.nested, PRODUCTIONS[production], row.get("args", {}), guard, checks,
        row.get("alone", True), stage,
        tuple(Example(**example) for example in row.get("examples", ())),
        tuple(row.get("refusals", ())), row["source"], row.get("reason", ""),
    )  # fmt: skip

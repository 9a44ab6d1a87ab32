"""Finds the temporal expressions of a text: zones, then the rules stage by stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..document import Block
from ..temporal.expression import Expr, Partial, Pick, Range, Shift
from .checks import CHECKS, Context
from .folding import fold
from .lexicon import Lexicon
from .loader import RuleSet, Stage, load_rules
from .mask import FILL, REFUSED, SIGNS, UNIONS, kind_of
from .match import Match
from .named import NO_NAMES, RULE, Named, NamedDates, find_named
from .order import DEFAULT_DAY_FIRST, infer_day_first
from .productions.combine import license_bare
from .schema import Node, Range2, Rule, Slots
from .slots import read_slot
from .triggers import Zone, find_edges, find_zones, widen

_STATED = (
    "year", "month", "day", "week", "weekday", "hour", "minute", "second", "part", "easter", "feast"
)  # fmt: skip
_PREPOSITION = re.compile(r"(?:in|on|at|by|since|until|till|during|within|for|before|after)\s{1,4}")


def find_matches(
    text: str,
    *,
    day_first: bool | None = None,
    blocks: Iterable[Block] = (),
    named: NamedDates = NO_NAMES,
) -> tuple[Match, ...]:
    """The temporal expressions of a text in its order; none overlap but an INTERVAL and its ends.

    No expression crosses the edge of a block or a blank line. Without `day_first` the order of
    numeric dates is read off the text, else taken as month first. The user's own `named` dates
    stand over every rule.
    """
    rules = load_rules("en")
    low = fold(text)
    if day_first is None:
        day_first = infer_day_first(text)
    order = DEFAULT_DAY_FIRST if day_first is None else day_first
    found: list[Match] = []
    edges = find_edges(text, blocks)
    names = find_named(text, low, named)
    zones: Iterable[Zone] = find_zones(low, edges)
    if names:
        zones = widen(zones, [(name.start, name.end) for name in names], low, edges)
    for zone in zones:
        search = _Search(rules, text, low[zone.start : zone.end], zone, order)
        search.take([name for name in names if zone.start <= name.start and name.end <= zone.end])
        found.extend(search.run())
    return tuple(_with_ends(found))


def parse_phrase(
    phrase: str, *, day_first: bool | None = None, named: NamedDates = NO_NAMES
) -> Match | None:
    """The match that takes up a whole phrase, a leading preposition aside, or None."""
    stripped = phrase.strip()
    lead = phrase.index(stripped) if stripped else 0
    # A bare "1914" or "May" counts as a time only after a preposition: give it one.
    for prefix in ("", "in "):
        for match in find_matches(prefix + stripped, day_first=day_first, named=named):
            before = fold((prefix + stripped)[: match.start])
            whole = not before or _PREPOSITION.fullmatch(before)
            if whole and match.end == len(prefix + stripped) and match.start >= len(prefix):
                return _moved(match, lead - len(prefix))
            if (
                whole
                and match.end == len(prefix + stripped)
                and match.type == "INTERVAL"
                and not prefix
            ):
                return _moved(match, lead)
    return None


@dataclass(slots=True)
class _Candidate:
    start: int
    end: int
    refuses: bool
    node: Node


class _Search:
    """The stages over one zone; offsets inside count from the zone's start."""

    def __init__(self, rules: RuleSet, text: str, low: str, zone: Zone, day_first: bool) -> None:
        self.rules = rules
        self.text = text
        self.masked = low
        self.low = low
        self.zone = zone
        self.bits = zone.bits
        self.day_first = day_first
        self.nodes: dict[int, Node] = {}

    def take(self, names: Iterable[Named]) -> None:
        """Accept the user's own names before any rule looks at their words."""
        taken = []
        for name in names:
            start, end = name.start - self.zone.start, name.end - self.zone.start
            match = Match(name.start, name.end, RULE, name.type, name.expr, stated(name.expr))
            taken.append(_Candidate(start, end, False, Node(match, kind_of(name.expr), True)))
        if taken:
            self._accept(taken)

    def run(self) -> Iterator[Match]:
        for number, stage in enumerate(self.rules.stages):
            candidates = self._propose(stage)
            if candidates and number == 0:
                # Where nothing looks like a time there is nothing to refuse.
                candidates = self._propose(self.rules.refusals) + candidates
            if candidates:
                self._accept(candidates)
            elif not self.nodes:
                return
        for node in self.nodes.values():
            if node.alone:
                yield node.match

    def _propose(self, stage: Stage) -> list[_Candidate]:
        candidates: list[_Candidate] = []
        masked, nodes = self.masked, len(self.nodes)
        for rule in stage.triggered(self.bits):
            if rule.nested > nodes:
                continue
            for choice in rule.wants:
                for word in choice:
                    if word in masked:
                        break
                else:
                    break  # no word of this choice is there
            else:
                found = rule.pattern.search(masked)
                if found is not None:
                    candidates.extend(self._candidates(rule, found))
        return candidates

    def _candidates(self, rule: Rule, first: re.Match[str]) -> Iterator[_Candidate]:
        found: re.Match[str] | None = first
        while found is not None:
            start, end = found.span("it") if "it" in rule.pattern.groupindex else found.span()
            node = self._read(rule, found, start, end)
            position = found.start() + 1
            if node is not None:
                position = max(end, position)
                yield _Candidate(start, end, rule.type == "REFUSE", node)
            found = rule.pattern.search(self.masked, position)

    def _read(self, rule: Rule, found: re.Match[str], start: int, end: int) -> Node | None:
        offset = self.zone.start
        slots = self._slots(rule, found)
        if slots is None:
            return None
        for check in rule.checks:
            where = Context(self.text, offset + start, offset + end, slots)
            if not CHECKS[check](where):
                return None
        if rule.type == "REFUSE":
            return _REFUSAL
        reading = rule.produce(slots)
        if reading is None:
            return None
        ends: tuple[Match | None, ...] = ()
        if isinstance(reading, Range2):
            ends = tuple(self._end(rule, end_) for end_ in reading.ends)
            reading = reading.expr
        kind = rule.type
        if kind == "SAME":
            inside = slots.nodes.get("date") or next(iter(slots.nodes.values()))
            kind = inside.match.type
        guard = rule.guard
        if guard is None and rule.produce is license_bare:
            guard = slots.nodes["date"].match.guard
        match = Match(
            offset + start, offset + end, rule.name, kind, reading, stated(reading), guard, ends
        )
        return Node(match, "interval" if ends else kind_of(reading), rule.alone)

    def _slots(self, rule: Rule, found: re.Match[str]) -> Slots | None:
        values: dict[str, object] = {}
        nodes: dict[str, Node] = {}
        spans: dict[str, tuple[int, int]] = {}
        for group, cls in rule.slots.items():
            start, end = found.span(group)
            if start < 0:
                continue
            # "year2" is another place for the same field in a pattern with alternatives.
            name = group.rstrip("0123456789")
            spans[name] = (self.zone.start + start, self.zone.start + end)
            if cls[0] == "@":
                nodes[name] = self.nodes[start]
            else:
                value = read_slot(self.rules.lexicon, cls, found.group(group))
                if value is None:
                    return None
                values[name] = value
        return Slots(values, nodes, spans, rule.args, self.day_first)

    def _end(self, rule: Rule, end: tuple[int, int, str, Expr] | None) -> Match | None:
        if end is None:
            return None
        start, stop, kind, expr = end
        return Match(start, stop, rule.name, kind, expr, stated(expr))

    def _accept(self, candidates: list[_Candidate]) -> None:
        """Refusals win, then the longest, then the order of rules; masks what was accepted."""
        candidates.sort(key=lambda c: (not c.refuses, c.start - c.end))
        taken = bytearray(len(self.masked))
        chars = list(self.masked)
        for candidate in candidates:
            start, end = candidate.start, candidate.end
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            for at in range(start, end):
                self.nodes.pop(at, None)
            if candidate.refuses:
                chars[start:end] = REFUSED * (end - start)
                continue
            node = candidate.node
            self.nodes[start] = node
            chars[start:end] = [SIGNS[node.kind], *FILL * (end - start - 1)]
            self.bits |= _kind_bits(self.rules.lexicon, node.kind)
        self.masked = "".join(chars)


_REFUSAL = Node(Match(0, 0, "", "REFUSE", Partial()), "opaque", False)


def _kind_bits(lexicon: Lexicon, kind: str) -> int:
    return sum(lexicon.bits["@" + name] for name, kinds in UNIONS.items() if kind in kinds)


def stated(expr: Expr | object) -> tuple[str, ...]:
    """The calendar and clock fields that the words of an expression give."""
    if isinstance(expr, Partial):
        names = [name for name in _STATED if getattr(expr, name) is not None]
        return tuple("day" if name in ("easter", "feast") else name for name in names)
    if isinstance(expr, Pick):
        inner = stated(expr.what) + stated(expr.base)
    elif isinstance(expr, Shift):
        inner = stated(expr.base)
    elif isinstance(expr, Range):
        inner = stated(expr.start) + stated(expr.end)
    else:
        return ()
    return tuple(name for name in _STATED if name in inner)


def _with_ends(matches: list[Match]) -> Iterator[Match]:
    out: list[Match] = []
    for match in matches:
        out.append(match)
        out.extend(end for end in match.ends if end is not None)
    out.sort(key=lambda m: (m.start, -m.end))
    yield from out


def _moved(match: Match, by: int) -> Match:
    ends = tuple(None if end is None else _moved(end, by) for end in match.ends)
    return replace(match, start=match.start + by, end=match.end + by, ends=ends)

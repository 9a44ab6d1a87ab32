"""The shortening that loses least: which branches of a clause to leave out so that it fits a line.

A knapsack over the tree. What a branch is worth says `price`; all words are worth a little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from operator import neg

from .labels import NOMINAL, VERBAL
from .parse import Parse
from .price import BRANCHES, TAKEN, is_office, is_speaking_aside, last_resort, price
from .risk import NAMES
from .tidy import tidy

OFFICE = 0.2  # of all words before a person's name
SPOKEN = 0.05
ONLY_NAME = 0.3  # more for a branch without which no name is left
NEEDED = 0.5  # from here on a verb lacks something
TEAR = 0.4
GAP = 0.1  # what is left out in the midst may be half of something
LETTER = 1 / 150  # what each character is worth
MOST = 24  # ways that are followed at a time
TRIES = 4
DEAREST = 9.0
GAPPING = frozenset({"acl", "advcl", "conj", "prep", "relcl"})

JOINTS = frozenset({"punct", "cc", "preconj"})

# Characters saved, what that loses, and the branches that are left out.
Way = tuple[int, float, tuple[int, ...]]
NOTHING: Way = (0, 0.0, ())


def compress(
    parse: Parse,
    tokens: Sequence[int],
    commas: frozenset[int],
    longest: int,
    spared: AbstractSet[int],
    bound: AbstractSet[int],
) -> list[int] | None:
    """Return the tokens without the branches that cost least, None where nothing is enough.

    `spared` are the tokens that stay, `bound` those that no branch may begin with. Where all else
    is not enough, also what a statement needs may go.
    """
    tree = _tree_of(parse, tokens)
    free = [t for t in tree.branches if t not in bound and spared.isdisjoint(tree.gone(t))]
    for worth in (tree.worth, tree.worth_at_last):
        costs = {t: cost for t in free if (cost := worth(t)) is not None}
        kept = _fit(_Cuts(tree, costs), spared, commas, longest)
        if kept:
            return kept
    return None


def _fit(
    cuts: _Cuts, spared: AbstractSet[int], commas: frozenset[int], longest: int
) -> list[int] | None:
    tree = cuts.tree
    room = tree.parse.room.__getitem__
    wanted = sum(map(room, tree.tokens)) - 1 - longest
    for _ in range(TRIES):
        ways = [way for way in cuts.ways(wanted) if way[0] >= wanted]
        if not ways:
            return None
        _, _, branches = min(ways, key=lambda way: (way[1], way[2]))
        kept = tidy(tree.parse, tree.without(branches, spared), commas)
        over = sum(map(room, kept)) - 1 - longest
        if over <= 0:
            return kept
        wanted += over
    return None


def _tree_of(parse: Parse, tokens: Sequence[int]) -> _Tree:
    """The tree of these tokens, made once: several events may be told with them."""
    key = _Tree, tuple(tokens)
    if key not in parse.memo:
        parse.memo[key] = _Tree(parse, tokens)
    tree: _Tree = parse.memo[key]
    return tree


class _Tree:
    """The branches of a clause and what each is worth."""

    def __init__(self, parse: Parse, tokens: Sequence[int]) -> None:
        self.parse = parse
        self.tokens = tokens
        self.inside = inside = set(tokens)
        self.place = {t: k for k, t in enumerate(tokens)}
        self.named = {t for t in tokens if parse.entity[t] in NAMES}
        self.kids: dict[int, list[int]] = {}
        self.roots: list[int] = []
        self.branches: list[int] = []  # what may have a price
        for t in tokens:
            head = parse.head[t]
            if head == t or head not in inside:
                self.roots.append(t)
                continue
            self.kids.setdefault(head, []).append(t)
            if parse.dep[t] in BRANCHES:
                self.branches.append(t)
        self._gone: dict[int, list[int]] = {}
        self._worths: dict[int, float | None] = {}

    def without(self, branches: Iterable[int], spared: AbstractSet[int]) -> list[int]:
        """Return the tokens that stay where these branches go, and what joined them."""
        gone = {t for branch in branches for t in self.gone(branch)} - spared
        return [t for t in self.tokens if t not in gone]

    def gone(self, branch: int) -> list[int]:
        """All that goes with a branch: its "and", all of an office."""
        if branch not in self._gone:
            self._gone[branch] = self._find_gone(branch)
        return self._gone[branch]

    def _find_gone(self, branch: int) -> list[int]:
        parse = self.parse
        head = parse.head[branch]
        found = [t for t in parse.subtree(branch) if t in self.inside]
        if parse.dep[branch] == "conj":
            found += [
                k for k in self.kids[head] if parse.dep[k] in ("cc", "preconj") and k < branch
            ]
        elif is_office(parse, branch, head):
            for kid in self.kids[head]:
                if kid != branch and is_office(parse, kid, head):
                    found += [t for t in parse.subtree(kid) if t in self.inside]
        return found

    def is_apart(self, kid: int) -> bool:
        """Tell whether commas close a branch off on both sides, or it is a mark."""
        parse = self.parse
        if parse.dep[kid] in JOINTS:
            return False
        tokens = parse.subtree(kid)
        after = parse.lower[tokens[-1] + 1 : tokens[-1] + 2]
        return parse.lower[tokens[0] - 1] == "," and (
            after == [","] or parse.lower[tokens[-1]] == ","
        )

    def worth(self, t: int) -> float | None:
        """What is lost with a branch, None if it stays."""
        if t not in self._worths:
            self._worths[t] = self._find_worth(t)
        return self._worths[t]

    def worth_at_last(self, t: int) -> float | None:
        """The same where no line has room for all that has to stay."""
        cost = self.worth(t)
        return self._with_gap(t, last_resort(self.parse, t)) if cost is None else cost

    def _find_worth(self, t: int) -> float | None:
        parse = self.parse
        if is_office(parse, t, parse.head[t]):
            return OFFICE
        if is_speaking_aside(parse, t):
            return SPOKEN
        cost = price(parse, t, self.inside)
        if cost is not None and self.named and self.named.issubset(parse.subtree(t)):
            cost += ONLY_NAME
        return self._with_gap(t, cost)

    def _with_gap(self, t: int, cost: float | None) -> float | None:
        parse = self.parse
        if cost is None or parse.dep[t] not in GAPPING:
            return cost
        last = self.place[max(k for k in parse.subtree(t) if k in self.inside)]
        behind = self.tokens[last + 1 : last + 2]
        if not behind or parse.pos[behind[0]] == "PUNCT":
            return cost
        if parse.pos[behind[0]] == "CCONJ" and parse.head[behind[0]] != parse.head[t]:
            return None  # "trade at five billion and ten billion": joined to what would go
        # The next phrase may be of this one: "a place for another player from abroad".
        return cost + (TEAR if parse.dep[behind[0]] == parse.dep[t] == "prep" else GAP)


class _Cuts:
    """The ways to shorten a clause by leaving out branches, each at its cost."""

    def __init__(self, tree: _Tree, costs: Mapping[int, float]) -> None:
        self.tree = tree
        self.parse = tree.parse
        self.costs = costs
        self.saved = {t: sum(map(tree.parse.room.__getitem__, tree.gone(t))) for t in costs}
        self.above: set[int] = set()  # tokens with a branch below them that may go
        for t in costs:
            while t not in tree.roots and (t := self.parse.head[t]) not in self.above:
                self.above.add(t)

    def ways(self, wanted: int) -> list[Way]:
        """Return ways to save characters, none of them both dearer and shorter than another."""
        if sum(map(self._most_below, self.tree.roots)) < wanted:
            return []
        found: list[Way] = [NOTHING]
        for root in self.tree.roots:
            found = _both(found, self._below(root, wanted, DEAREST), wanted)
        return found

    def _most_below(self, t: int) -> int:
        """Characters that can be saved below a token, at most."""
        most = 0
        for kid in self.tree.kids[t] if t in self.above else ():
            below = self._most_below(kid) if kid in self.above else 0
            most += max(self.saved.get(kid, 0), below)
        return most

    def _below(self, t: int, wanted: int, cap: float) -> list[Way]:
        """Ways to save characters below a token that stays.

        A part of what is worth `cap` is not worth more than that.
        """
        found: list[Way] = [NOTHING]
        if t not in self.above:
            return found
        behind: list[int] = []
        kids = self.tree.kids[t]
        if self.parse.pos[t] in NOMINAL:
            behind = [kid for kid in kids if kid > t and not self.tree.is_apart(kid)]
        office = False
        for kid in kids:
            if kid in behind:
                continue
            cost = self.costs.get(kid)
            if cost is not None and is_office(self.parse, kid, t):
                cost = None if office else cost  # they go together
                office = True
            whole = self._capped(kid, cost, cap)
            ways = self._below(kid, wanted, whole)
            if cost is not None:
                ways = [*ways, self._all_of(kid, whole)]
                ways = _fewest(ways, wanted) if kid in self.above else ways
            found = _both(found, ways, wanted)
        return _both(found, self._behind(behind, wanted, cap), wanted) if behind else found

    def _behind(self, kids: Sequence[int], wanted: int, cap: float) -> list[Way]:
        """Ways to save in what follows a noun: only its end goes.

        Of "responsibility for an act that was wrong" the parser may have seen an act too little.
        """
        found: list[Way] = [NOTHING]
        rest: Way | None = NOTHING  # all from here on
        for kid in reversed(kids):
            cost = self.costs.get(kid)
            whole = self._capped(kid, cost, cap)
            found = _both(self._below(kid, wanted, whole), found, wanted)
            if rest is None or (cost is None and self.parse.dep[kid] not in JOINTS):
                rest = None
                continue
            if cost is not None:
                saved, loss, branches = self._all_of(kid, whole)
                rest = (rest[0] + saved, rest[1] + loss, (*branches, *rest[2]))
                found = _fewest([*found, (min(rest[0], wanted), *rest[1:])], wanted)
        return found

    def _capped(self, kid: int, cost: float | None, cap: float) -> float:
        """What a branch is worth at most.

        A verb's only phrase, or what a noun takes, is never worth less.
        """
        if cost is None:
            return cap
        verbal = self.parse.pos[self.parse.head[kid]] in VERBAL
        return cost if cost >= (NEEDED if verbal else TAKEN) else min(cost, cap)

    def _all_of(self, kid: int, cost: float) -> Way:
        saved = self.saved[kid]
        return saved, cost + saved * LETTER, (kid,)


def _both(one: list[Way], other: list[Way], wanted: int) -> list[Way]:
    """Join two lists of ways, each without ways that another one beats; the first does nothing."""
    if len(other) == 1:
        return one
    if len(one) == 1:
        saved, loss, branches = other[-1]
        return [*other[:-1], (min(saved, wanted), loss, branches)]
    width = len(other)
    together = [min(a + b, wanted) for a, _, _ in one for b, _, _ in other]
    costs = [c + d for _, c, _ in one for _, d, _ in other]
    return [
        (together[k], costs[k], one[k // width][2] + other[k % width][2])
        for k in _cheapest(together, costs, wanted)
    ]


def _fewest(ways: list[Way], wanted: int) -> list[Way]:
    """Of several ways those that no other one beats in both."""
    return [ways[k] for k in _cheapest([way[0] for way in ways], [way[1] for way in ways], wanted)]


def _cheapest(saved: list[int], costs: list[float], wanted: int) -> list[int]:
    """The places of those ways."""
    best: list[int] = []
    most = -1
    for _, less, k in sorted(zip(costs, map(neg, saved), count(), strict=False)):
        if -less > most:
            best.append(k)
            most = -less
            if most >= wanted:
                break
    return best if len(best) <= MOST else [*best[: MOST - 1], best[-1]]

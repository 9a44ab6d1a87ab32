"""The shortening that loses least: which branches of a clause to leave out so that it fits a line.

A knapsack over the tree. What a branch is worth says `price`; all words are worth a little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from .knapsack import Way, both, fewest
from .labels import NOMINAL, VERBAL
from .parse import Parse
from .price import TAKEN, is_office
from .tidy import tidy
from .tree import JOINTS, Tree, tree_of

NEEDED = 0.5  # from here on a verb lacks something
LETTER = 1 / 150  # what each character is worth
TRIES = 4
DEAREST = 9.0


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
    tree = tree_of(parse, tokens)
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


class _Cuts:
    """The ways to shorten a clause by leaving out branches, each at its cost."""

    def __init__(self, tree: Tree, costs: Mapping[int, float]) -> None:
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
            found = both(found, self._below(root, wanted, DEAREST), wanted)
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
                ways = fewest(ways, wanted) if kid in self.above else ways
            found = both(found, ways, wanted)
        return both(found, self._behind(behind, wanted, cap), wanted) if behind else found

    def _behind(self, kids: Sequence[int], wanted: int, cap: float) -> list[Way]:
        """Ways to save in what follows a noun: only its end goes.

        Of "responsibility for an act that was wrong" the parser may have seen an act too little.
        """
        found: list[Way] = [NOTHING]
        rest: Way | None = NOTHING  # all from here on
        for kid in reversed(kids):
            cost = self.costs.get(kid)
            whole = self._capped(kid, cost, cap)
            found = both(self._below(kid, wanted, whole), found, wanted)
            if rest is None or (cost is None and self.parse.dep[kid] not in JOINTS):
                rest = None
                continue
            if cost is not None:
                saved, loss, branches = self._all_of(kid, whole)
                rest = (rest[0] + saved, rest[1] + loss, (*branches, *rest[2]))
                found = fewest([*found, (min(rest[0], wanted), *rest[1:])], wanted)
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

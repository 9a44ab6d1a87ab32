"""The shortening that loses least: which branches of a clause to leave out so that it fits a line.

A knapsack over the tree. What a branch is worth says `price`; all words are worth a little.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from operator import neg

from .parse import Parse
from .phrase import NOMINAL, VERBAL
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
    bound: Collection[int],
) -> list[int] | None:
    """Return the tokens without the branches that cost least, None where nothing is enough.

    `spared` are the tokens that stay, `bound` those that no branch may begin with. Where all else
    is not enough, also what a statement needs may go.
    """
    tree = _Tree(parse, tokens, spared, bound)
    for at_last in (False, True):
        tree.at_last = at_last
        kept = _fit(tree, commas, longest)
        if kept:
            return kept
    return None


def _fit(tree: _Tree, commas: frozenset[int], longest: int) -> list[int] | None:
    parse = tree.parse
    wanted = sum(map(parse.room.__getitem__, tree.tokens)) - 1 - longest
    for _ in range(TRIES):
        ways = [way for way in tree.ways(wanted) if way[0] >= wanted]
        if not ways:
            return None
        _, _, branches = min(ways, key=lambda way: (way[1], way[2]))
        kept = tidy(parse, tree.without(branches), commas)
        over = sum(map(parse.room.__getitem__, kept)) - 1 - longest
        if over <= 0:
            return kept
        wanted += over
    return None


class _Tree:
    """The branches of a clause and what they cost."""

    def __init__(
        self,
        parse: Parse,
        tokens: Sequence[int],
        spared: AbstractSet[int],
        bound: Collection[int],
    ) -> None:
        self.at_last = False
        self.parse = parse
        self.tokens = tokens
        self.inside = set(tokens)
        self.place = {t: k for k, t in enumerate(tokens)}
        self.spared = spared
        self.bound = bound
        self._gone: dict[int, list[int]] = {}
        self._worths: dict[tuple[int, bool], float | None] = {}
        self.kids: dict[int, list[int]] = {}
        self.named = {t for t in tokens if parse.entity[t] in NAMES}
        self.roots = []
        for t in tokens:
            head = parse.head[t]
            if head == t or head not in self.inside:
                self.roots.append(t)
            else:
                self.kids.setdefault(head, []).append(t)

    def ways(self, wanted: int) -> list[Way]:
        """Return ways to save characters, none of them both dearer and shorter than another."""
        found: list[Way] = [NOTHING]
        for root in self.roots:
            found = _both(found, self._below(root, wanted, DEAREST), wanted)
        return found

    def without(self, branches: Collection[int]) -> list[int]:
        """Return the tokens that stay where these branches go, and what joined them."""
        gone = {t for branch in branches for t in self._tokens(branch)} - self.spared
        return [t for t in self.tokens if t not in gone]

    def _tokens(self, branch: int) -> list[int]:
        """All that goes with a branch: its "and", all of an office."""
        if branch not in self._gone:
            self._gone[branch] = self._find_tokens(branch)
        return self._gone[branch]

    def _find_tokens(self, branch: int) -> list[int]:
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

    def _below(self, t: int, wanted: int, cap: float) -> list[Way]:
        """Ways to save characters below a token that stays.

        A part of what is worth `cap` is not worth more than that.
        """
        kids = self.kids.get(t, ())
        if not kids:
            return [NOTHING]
        behind: list[int] = []
        if self.parse.pos[t] in NOMINAL:
            behind = [kid for kid in kids if kid > t and not self._is_apart(kid)]
        found: list[Way] = [NOTHING]
        office = False
        for kid in kids:
            if kid in behind:
                continue
            alone = is_office(self.parse, kid, t)
            cost = None if alone and office else self._cost(kid, alone)
            whole = self._capped(kid, cost, cap)
            ways = self._below(kid, wanted, whole) if kid in self.kids else [NOTHING]
            if cost is not None:
                office = office or alone
                ways = _fewest([*ways, self._all_of(kid, whole)], wanted)
            found = _both(found, ways, wanted)
        return _both(found, self._behind(behind, wanted, cap), wanted) if behind else found

    def _behind(self, kids: Sequence[int], wanted: int, cap: float) -> list[Way]:
        """Ways to save in what follows a noun: only its end goes.

        Of "responsibility for an act that was wrong" the parser may have seen an act too little.
        """
        found: list[Way] = [NOTHING]
        rest: Way | None = NOTHING  # all from here on
        for kid in reversed(kids):
            cost = self._cost(kid, False)
            whole = self._capped(kid, cost, cap)
            if kid in self.kids:
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
        saved = sum(map(self.parse.room.__getitem__, self._tokens(kid)))
        return saved, cost + saved * LETTER, (kid,)

    def _is_apart(self, kid: int) -> bool:
        """Tell whether commas close a branch off on both sides, or it is a mark."""
        parse = self.parse
        if parse.dep[kid] in JOINTS:
            return False
        tokens = parse.subtree(kid)
        after = parse.lower[tokens[-1] + 1 : tokens[-1] + 2]
        return parse.lower[tokens[0] - 1] == "," and (
            after == [","] or parse.lower[tokens[-1]] == ","
        )

    def _cost(self, t: int, office: bool) -> float | None:
        """What is lost with a branch, None if it stays."""
        if self.parse.dep[t] not in BRANCHES or t in self.spared or t in self.bound:
            return None
        if not self.spared.isdisjoint(self._tokens(t)):
            return None
        if (t, office) not in self._worths:
            self._worths[t, office] = self._worth(t, office)
        cost = self._worths[t, office]
        if cost is None and self.at_last:
            cost = self._with_gap(t, last_resort(self.parse, t))
        return cost

    def _worth(self, t: int, office: bool) -> float | None:
        if office:
            return OFFICE
        if is_speaking_aside(self.parse, t):
            return SPOKEN
        cost = price(self.parse, t, self.inside)
        if cost is not None and self.named and self.named.issubset(self.parse.subtree(t)):
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

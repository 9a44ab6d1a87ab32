"""The branches of a clause, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from .parse import Parse
from .price import BRANCHES, is_office, is_speaking_aside, last_resort, price
from .reading import NAMES

OFFICE = 0.2  # of all words before a person's name
SPOKEN = 0.05
ONLY_NAME = 0.3  # more for a branch without which no name is left
TEAR = 0.4
GAP = 0.1  # what is left out in the midst may be half of something
GAPPING = frozenset({"acl", "advcl", "conj", "prep", "relcl"})
JOINTS = frozenset({"punct", "cc", "preconj"})


def tree_of(parse: Parse, tokens: Sequence[int]) -> Tree:
    """The tree of these tokens, made once: several events may be told with them."""
    key = Tree, tuple(tokens)
    if key not in parse.memo:
        parse.memo[key] = Tree(parse, tokens)
    tree: Tree = parse.memo[key]
    return tree


class Tree:
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

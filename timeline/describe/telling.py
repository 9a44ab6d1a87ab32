"""The words that tell an event: those of its clause, or of the way down to it from another."""

from __future__ import annotations

from .apart import strangers
from .clause import Clause, find_clause
from .context import (
    branch_of,
    date_modifiers,
    is_purpose_of_noun,
    joints_above,
    says_enough,
    verb_above,
)
from .datewords import FINITE
from .governing import governor_of
from .judge import Judge
from .labels import VERBAL
from .participle import core, is_bare_participle, is_consequence, without_article
from .phrase import noun_phrase, without_empty_prepositions
from .shorten import LONGEST, width
from .tidy import tidy

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "such"})
LONELY = frozenset("""
it they he she we you i this that these those most others some many both one none
""".split())  # fmt: skip
REMEMBERED = 2_000  # clauses
SHORT_NOUN = 2  # a noun phrase of fewer words does not say what happened
Told = tuple[list[int], frozenset[int]]  # tokens, and the commas among them that stay


class Telling:
    """Finds the words that tell the events of one parse."""

    def __init__(self, judge: Judge) -> None:
        self.parse = judge.parse
        self.dating = judge.dating
        self.expressed = judge.expressed
        self.subjects = judge.subjects
        self.mentions = judge.mentions
        self.known = judge.known
        self._clauses: dict[int, Clause] = {}

    def of_event(self, i: int, carrier: int | None, paragraph_start: int) -> Told:
        """Return what tells the event at token i; `carrier` is the light verb of a noun."""
        parse, verb = self.parse, i
        if parse.pos[i] not in VERBAL:
            verb = parse.head[i] if parse.pos[i] == "ADJ" else -1
        elif parse.lower[i] == "according":
            verb = parse.head[i]
        if verb < 0 or parse.pos[verb] not in VERBAL:
            return self._nominal(i, carrier, paragraph_start)
        verb = governor_of(parse, verb)
        clause = self.clause(verb, paragraph_start)
        above = verb_above(parse, verb)
        if parse.lemma[verb] == "date" and parse.dep[verb] == "acl" and above is not None:
            clause = self.clause(above, paragraph_start)  # "a letter dated 12 April"
        elif above is not None and (
            len(clause.tokens()) == 1
            or (parse.dep[verb] == "acl" and not clause.subject)
            or is_purpose_of_noun(parse, verb)
            or self._is_lonely(verb, clause)
        ):
            return self.context(verb, above, paragraph_start)
        elif is_consequence(parse, verb):
            return self._consequence(verb, clause, paragraph_start)
        elif is_bare_participle(parse, verb):
            return without_article(parse, clause.tokens()), clause.commas
        return clause.tokens(), clause.commas

    def clause(self, verb: int, paragraph_start: int) -> Clause:
        """Return a verb's clause, a pronoun subject replaced where that is safe."""
        if verb in self._clauses:
            return self._clauses[verb]
        if len(self._clauses) >= REMEMBERED:
            self._clauses.clear()
        clause = self._clauses[verb] = find_clause(self.parse, verb, self.dating)
        if len(clause.subject) == 1:
            meant = self.subjects.meant_by(clause.subject[0], paragraph_start)
            if meant is not None:
                full = self._phrase(self.subjects.fullest(meant))
                rest = [*clause.front, *clause.lead, *clause.predicate]
                if width(self.parse, [*full, *rest]) > LONGEST:
                    full = self._phrase(meant)
                if self.parse.lower[full[0]] in ("a", "an"):
                    self.known.add(full[0])
                clause.subject = full
        else:
            clause.subject = self.mentions.fuller(clause.subject) or clause.subject
        return clause

    def _phrase(self, head: int) -> list[int]:
        """A noun's phrase, of a name only what stands before it: "Ann Lee[, aged 84]"."""
        phrase = noun_phrase(self.parse, head, self.dating)
        named = self.parse.entity[head] == "PERSON"
        return [t for t in phrase if t <= head] if named else phrase

    def context(self, i: int, verb: int, paragraph_start: int) -> Told:
        """The tokens of a verb's clause and of the way down from it to token i."""
        parse = self.parse
        verb = governor_of(parse, verb)
        clause = self.clause(verb, paragraph_start)
        if is_consequence(parse, verb) and parse.tag[verb] == "VBG":
            whole = self._consequence(verb, clause, paragraph_start)
            if i in whole[0]:
                return whole
        if i in clause.tokens():
            return clause.tokens(), clause.commas
        branch = branch_of(parse, i, verb)
        comma = branch[-1] + 1
        if parse.pos[i] in VERBAL:
            dates = frozenset(parse.of_sentence(i, self.expressed))
            kept = [t for t in branch if t not in dates]
            branch = without_empty_prepositions(parse, kept, dates) or branch
        joints = joints_above(parse, i)
        branch = [*sorted(k for k in joints if parse.head[k] == verb and k < branch[0]), *branch]
        rest = sorted({*clause.lead, *clause.predicate, *branch} - set(clause.subject))
        first = parse.child(verb, "nsubj", "nsubjpass", "expl", "csubj")
        if first in branch and first not in clause.subject:
            # The event is told of a subject that the text has named more fully before.
            return [*clause.front, *rest], clause.commas | joints
        if first is None or branch[-1] > first:
            return [*clause.front, *clause.subject, *rest], clause.commas | joints
        rest = [t for t in rest if t not in branch]
        commas = clause.commas | {comma} if parse.lower[comma] == "," else clause.commas
        return [*branch, *(commas - clause.commas), *clause.subject, *rest], commas

    def _consequence(self, verb: int, clause: Clause, paragraph_start: int) -> Told:
        """The tokens of "forcing ..." behind "A train derailed,": what led to it stays before it.

        Without that the subject would seem to be described. Where it does not fit into a line, the
        subject goes without its modifiers, and then what the verb before can spare.
        """
        parse = self.parse
        first = parse.subtree(verb)[0]
        apart = parse.lower[first - 1] == ","
        comma = first - 1 if apart else verb
        main = self.clause(parse.head[verb], paragraph_start)
        commas = main.commas | {comma} if apart else main.commas
        below = set(parse.subtree(verb))
        what = [t for t in (*main.lead, *main.predicate) if t not in below]
        what = [t for t in what if t < comma or parse.pos[t] != "PUNCT"]
        behind = [comma, *clause.predicate] if apart else clause.predicate
        if not main.subject:
            return [*core(parse, clause.subject), *clause.lead, *clause.predicate], clause.commas
        tokens = [*main.subject, *what, *behind]
        if width(parse, tidy(parse, tokens, commas)) > LONGEST:
            tokens = [*core(parse, main.subject), *what, *behind]
        return tokens, commas

    def _nominal(self, i: int, carrier: int | None, paragraph_start: int) -> Told:
        """The tokens of a noun's phrase, or of the clause that it stands in if that says more."""
        parse = self.parse
        phrase = self.noun(i)
        said = [t for t in phrase if parse.pos[t] not in ("PUNCT", "DET", "PRON", "PART")]
        if len(said) >= SHORT_NOUN and phrase[0] != i and parse.tag[phrase[0]] == "PRP$":
            phrase = phrase[2 if parse.lower[phrase[1]] == "own" else 1 :]
        if carrier is not None:
            clause = self.clause(carrier, paragraph_start)
            if i in clause.tokens():
                return clause.tokens(), clause.commas
        above = verb_above(parse, i)
        if above is None or says_enough(parse, i, phrase):
            return phrase, frozenset()
        return self.context(i, above, paragraph_start)

    def noun(self, i: int) -> list[int]:
        """Return the phrase of an event noun without its dates and its article."""
        parse = self.parse
        dates = date_modifiers(parse, i, self.expressed)
        phrase = [t for t in noun_phrase(parse, i, self.dating) if t not in dates]
        while phrase and parse.lower[phrase[0]] in ARTICLES:
            phrase = phrase[1:]
        return phrase

    def _is_lonely(self, verb: int, clause: Clause) -> bool:
        """Tell whether a clause below another one does not say of whom it speaks."""
        parse = self.parse
        above = verb_above(parse, verb)
        if above is None or parse.dep[verb] not in ("advcl", "relcl", "conj", "ccomp", "pcomp"):
            return False
        if above in strangers(parse, verb, self.expressed):
            return False
        named = parse.child(above, "nsubj", "nsubjpass")
        if named is None or (parse.pos[named] == "PRON" and parse.dep[above] != "relcl"):
            return False
        if not clause.subject:
            return parse.tag[verb] in FINITE
        alone = len(clause.subject) == 1 and parse.lower[clause.subject[0]] in LONELY
        spoken = parse.dep[verb] == "ccomp" and parse.child(parse.head[verb], "nsubj") is not None
        return alone and not (spoken and parse.head[verb] > verb)

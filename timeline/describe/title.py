"""An event's title: its clause as one short line of the document's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from .asides import Asides
from .clause import Clause, find_clause, governor_of, is_gapped
from .context import (
    branch_of,
    date_modifiers,
    is_purpose_of_noun,
    joints_above,
    says_enough,
    verb_above,
)
from .datewords import FINITE
from .doubt import doubt, top_of_chain
from .gaps import event_joints, torn, with_condition, without_rest
from .mentions import Mentions
from .names import Subjects
from .parse import Parse
from .participle import (
    core,
    dated_document,
    is_bare_participle,
    is_consequence,
    without_article,
    without_bare,
)
from .phrase import VERBAL, noun_phrase, without_empty_prepositions
from .price import lost
from .render import render
from .risk import ABSENT, NAMES, is_nameless, is_open, lacks_phrase, opening_risk, risk
from .shorten import LONGEST, nearest, shorten, width
from .speaker import (
    content,
    content_ahead,
    content_behind,
    reporting_verb,
    speaker_of,
    speaks_for_oneself,
    without_sources,
    without_speakers_office,
)
from .tidy import CONDITIONS, tidy
from .topic import Topic
from .wordings import FAR, HIGHEST, is_part_of, is_tensed, slices, whole_clauses

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "such"})
LONELY = frozenset("""
it they he she we you i this that these those most others some many both one none
""".split())  # fmt: skip
NEAR = 4  # tokens
REMEMBERED = 2_000  # clauses
BEFORE_COLON, UNSAID, NEVER = 0.1, 0.15, 9.0  # what it costs to tell in this way who spoke
LONGEST_OFFICE = 30  # characters before the colon of what somebody without a name said
RISKY = 1.0  # from here on other wordings are tried
Wording = tuple[list[int], Mapping[int, str]]  # tokens, and the words that stand for some of them
APART = frozenset("since after before until till following".split())
CHEAP = 0.4  # what every title may lose
WORTH = 0.8
ROOMY = 70  # characters of a title that has room for more
SLIGHT, FEW = 0.3, 2  # what more may cost, and the tokens that are too few to matter
SHORT_NOUN = 2  # a noun phrase of fewer words does not say what happened


class Titles:
    """Makes titles for the events of one parse.

    `dating` are the tokens that only say when, `expressed` those of all temporal expressions,
    `joining` conjunctions that always stay.
    """

    def __init__(
        self,
        parse: Parse,
        dating: frozenset[int],
        joining: frozenset[int],
        asides: Asides,
        expressed: Iterable[range],
    ) -> None:
        self.parse = parse
        self.expressed = {t for tokens in expressed for t in tokens}
        self.dating = dating
        self.joining = joining
        self.asides = asides
        self.loose = asides.bracketed | dating
        self.joints = event_joints(parse, self.loose, self.expressed)
        self.dating_joints = self.joints & dating
        self.subjects = Subjects(parse, dating)
        self.mentions = Mentions(parse, dating, self.subjects)
        self.topic = Topic(parse, dating)
        self._clauses: dict[int, Clause] = {}
        # Articles of what another sentence has brought up: "An engineer" is then "the engineer".
        self.known: set[int] = set()

    def title(self, i: int, carrier: int | None = None, paragraph_start: int = 0) -> str:
        """Return the title of the event at token i; `carrier` is the light verb of a noun."""
        parse = self.parse
        document = dated_document(parse, i, self.dating, self.expressed)
        if document:
            return render(parse, document, {})
        if carrier is None:
            saying = reporting_verb(parse, i)
            i = i if saying is None else saying
        tokens, commas = self._tokens(i, carrier, paragraph_start)
        if len(set(tokens)) < len(tokens):
            # What leads to the event may end with what its clause begins with: "being".
            tokens = [t for k, t in enumerate(tokens) if t not in tokens[max(k - NEAR, 0) : k]]
        best, chosen = first = self._judged(i, i, tokens, commas)
        said = content(self.parse, i)
        if said is not None and width(self.parse, tokens) > LONGEST:
            return self._reported(i, said, tokens, commas, paragraph_start)
        if best >= RISKY and width(parse, tokens) > LONGEST:
            told = self._told(i, paragraph_start)
            if told is not None:
                return told
        said = content_behind(parse, i) if said is None else said
        if said is not None and best >= RISKY:
            told = self._alone(i, said, best, paragraph_start)
            if told is not None:
                return told
        verb = i if parse.pos[i] in VERBAL else verb_above(parse, i)
        if verb is not None and (verb == i or verb in chosen[0]):
            best += doubt(parse, top_of_chain(parse, verb))
        if best < RISKY or (self.parse.lemma[i] == "date" and self.parse.dep[i] == "acl"):
            return self._render(self._with_more(i, best, chosen))
        seen = set()
        # Where only who "he" is is in doubt, another wording of the same begin is no better.
        begin = chosen[0][0] if chosen[0] and parse.pos[chosen[0][0]] == "PRON" else -1
        begin = begin if opening_risk(parse, *chosen) >= best - ABSENT else -1
        for cost, turn, wording in self._others(i, self._is_lost(chosen), paragraph_start):
            if cost >= best:
                continue  # no risk is below nought
            words = wording()
            if (turn, *words[0]) in seen or words[0][:1] == [begin]:
                continue
            seen.add((turn, *words[0]))
            again = turn == i and words == (tokens, commas)
            judged, other = first if again else self._judged(i, turn, *words)
            if judged + cost < best:
                best, chosen = judged + cost, other
        return self._render(self._with_more(i, best, chosen))

    def _with_more(self, i: int, best: float, chosen: Wording) -> Wording:
        """Return a title that says too little of what it is about with more of its clause.

        "The fire began" was the one "five miles north of Mecca".
        """
        parse = self.parse
        kept, said = chosen
        if parse.pos[i] not in VERBAL or width(parse, kept) > ROOMY:
            return chosen
        if not is_open(parse, kept, said) or self._render(chosen) != render(parse, *chosen):
            return chosen
        for wording in whole_clauses(parse, i, self.dating):
            if wording.turns_on != i:
                break
            # What else happened is an event of its own.
            others = [k for k in parse.children(i, "conj") if k > i and not is_gapped(parse, k)]
            others += [k for k in parse.children(i, "advcl") if is_consequence(parse, k)]
            joints = [k for k in parse.children(i, "cc") if k > i and others]
            stop = min((*joints, *others), default=len(parse))
            words = self._whole(i, [t for t in wording.tokens if t < stop])
            judged, other = self._judged(i, i, *words)
            longer = len(other[0]) > len(kept) + FEW and other[0][0] == kept[0]
            if longer and judged <= best + SLIGHT:
                return other
        return chosen

    def _render(self, chosen: Wording) -> str:
        line = render(self.parse, *chosen)
        counted = line[:1].isdigit()  # how many there were may be of the whole world
        if counted or not is_nameless(self.parse, *chosen) or not line[:1].isalpha():
            return line
        whole = self.topic.beside(line, chosen[0])
        return whole if len(whole) <= LONGEST else line

    def _judged(
        self,
        i: int,
        turn: int,
        tokens: list[int],
        commas: frozenset[int],
        told: int | None = None,
        longest: int = LONGEST,
    ) -> tuple[float, Wording]:
        """Return the risk of a title of these tokens, and what it would be rendered from.

        They turn on one token, and what matters most in them is the verb `told`.
        """
        parse = self.parse
        tokens = self._with_joint(i, tokens)
        tokens = without_sources(parse, self.asides.without(i, nearest(turn, tokens))) or [i]
        tokens = without_rest(parse, i, with_condition(parse, tokens), self.dating_joints)
        if len(tokens) > 1 and parse.pos[tokens[0]] == "ADP" and tokens[1] > tokens[0] + 1:
            gap = range(tokens[0] + 1, tokens[1])
            if all(t in self.dating for t in gap):
                tokens = tokens[1:]  # "By [then] the mill had burnt"
        said = self.mentions.words_for(tokens)
        if tokens[0] in self.known and parse.sentence[tokens[0]] != parse.sentence[i]:
            said[tokens[0]] = "the"
        kept = shorten(parse, turn, tokens, commas | self._joining_near(i, tokens), said, longest)
        whole = without_bare(parse, i, kept, self.dating)
        kept = whole if width(parse, whole) <= longest else kept
        room = longest - width(parse, kept) - sum(map(len, said.values()))
        if room > 0 and kept:
            said = {**self.mentions.in_full(kept, room), **said}
        judged = risk(parse, turn, tokens, kept, said, self.dating)
        judged += torn(parse, kept, self.loose, self.joints)
        judged += WORTH * max(lost(parse, tokens, kept) - CHEAP, 0.0)
        if told is not None:
            judged += lacks_phrase(parse, told, tokens, kept)
        return judged, (kept, said)

    def _with_joint(self, i: int, tokens: list[int]) -> list[int]:
        """Return the tokens with the "since" that the event at token i itself stands behind."""
        parse = self.parse
        while parse.head[i] != i:
            joint = parse.head[i]
            if joint in self.joints:
                place = next((k for k, t in enumerate(tokens) if t in parse.subtree(i)), None)
                if place is None or joint in tokens or parse.head[joint] not in tokens:
                    return tokens
                return [*tokens[:place], joint, *tokens[place:]]
            if parse.pos[joint] in VERBAL:
                return tokens
            i = joint
        return tokens

    def _joining_near(self, i: int, tokens: Iterable[int]) -> frozenset[int]:
        """The joining conjunctions among these tokens and in the sentence of token i.

        A set of all that a book has must not be made for each title.
        """
        first, stop = self.parse.sentence[i], self.parse.sentence_end(i)
        return self.joining.intersection(chain(range(first, stop), tokens))

    def _told(self, i: int, paragraph_start: int) -> str | None:
        """The title "Lee: the bridge is open" of "Mayor Ann Lee said that ...", if that is safe."""
        parse = self.parse
        ahead = content_ahead(parse, i)
        if ahead is None:
            return None
        speaker, said = ahead
        clause = self.clause(said, paragraph_start)
        judged, (kept, words) = self._judged(said, said, clause.tokens(), clause.commas)
        if judged >= RISKY or parse.tag[speaker] == "NNPS":
            return None
        return self._after_name(speaker, kept, words)

    def _after_name(self, speaker: int, kept: list[int], words: Mapping[int, str]) -> str | None:
        """What was said behind its speaker's name and a colon, if it is not too long."""
        for name in self._names(speaker):
            whole = self._behind_colon(name, kept, words)
            if whole is not None and len(whole) <= LONGEST:
                return whole
        return None

    def _names(self, speaker: int) -> Iterator[str]:
        """A speaker's name in full and in short, or the office of one who has none."""
        parse = self.parse
        if parse.pos[speaker] == "NOUN":
            office = noun_phrase(parse, speaker, self.dating)
            office = [t for t in office if parse.lower[t] != "here"] or [speaker]
            name = render(parse, office[parse.pos[office[0]] == "DET" :] or [speaker], {})
            if len(name) <= LONGEST_OFFICE:
                yield name
            return
        first = speaker
        while first and parse.entity[first - 1] == parse.entity[speaker] != "":
            first -= 1
        yield " ".join(parse.text[parse.start[first] : parse.end[speaker]].split())
        glued = parse.end[speaker - 1] == parse.start[speaker]  # "Lee Hae-chan"
        if first < speaker and not glued and parse.entity[speaker] == "PERSON":
            yield parse.text[parse.start[speaker] : parse.end[speaker]]

    def _behind_colon(self, name: str, kept: list[int], words: Mapping[int, str]) -> str | None:
        parse = self.parse
        line = render(parse, kept, words)
        named = parse.pos[kept[0]] == "PROPN" or parse.entity[kept[0]] in NAMES
        if not named and line[1:2].islower():
            line = line[0].lower() + line[1:]
        if name.lower() in line.lower():
            return None
        return f"{name[:1].upper()}{name[1:]}: {line}"

    def _in_short(
        self, i: int, said: int, clause: Clause, speaker: int
    ) -> Iterator[tuple[float, str]]:
        """Yield the same with so much of what was said (by the verb `said`) as has room."""
        tokens, commas = clause.tokens(), clause.commas
        for name in self._names(speaker):
            room = LONGEST - len(name) - len(": ")
            judged, (kept, words) = self._judged(i, said, tokens, commas, longest=room)
            whole = self._behind_colon(name, kept, words) if kept else None
            if whole is not None and len(whole) <= LONGEST:
                yield judged + lost(self.parse, tokens, kept), whole

    def _alone(self, i: int, said: int, best: float, paragraph_start: int) -> str | None:
        """What was said, where the saying at token i leaves more open: behind a name, or alone."""
        parse = self.parse
        clause = self.clause(said, paragraph_start)
        judged, alone = self._judged(said, said, clause.tokens(), clause.commas)
        if judged >= min(best, RISKY):
            return None
        speaker = speaker_of(parse, i)
        named = None
        if speaker is not None and parse.pos[speaker] == "PRON":
            speaker = self.subjects.meant_by(speaker, paragraph_start)
        if speaker is not None and parse.tag[speaker] in ("NNP", "NN"):
            named = self._after_name(speaker, *alone)
        return self._render(alone) if speaker is None else named

    def _reported(
        self, i: int, said: int, tokens: list[int], commas: frozenset[int], paragraph_start: int
    ) -> str:
        """The title of what was said (by the verb `said`) where the speaker takes its room.

        The date is that of the saying, so the speaker stays: in short, or before a colon.
        """
        parse = self.parse
        clause = self.clause(said, paragraph_start)
        told = clause.tokens()
        own_view = speaks_for_oneself(parse, i)
        short = without_speakers_office(parse, i, tokens)
        risk_said, title = self._judged(i, i, short, commas, said)
        ways = [(risk_said + lost(parse, told, title[0]), self._render(title))]
        speaker = speaker_of(parse, i)
        if speaker is not None and parse.tag[speaker] != "PRP":
            cost = BEFORE_COLON if own_view else 0.0
            ways += [
                (judged + cost, line) for judged, line in self._in_short(i, said, clause, speaker)
            ]
        risk_alone, alone = self._judged(i, said, told, clause.commas)
        risk_alone += lost(parse, told, alone[0])
        # What a person holds is not told as a fact.
        ways.append((risk_alone + (NEVER if own_view else UNSAID), self._render(alone)))
        return min(ways, key=lambda way: way[0])[1]

    def _others(
        self, i: int, lost_alone: bool, paragraph_start: int
    ) -> Iterator[tuple[float, int, Callable[[], tuple[list[int], frozenset[int]]]]]:
        """Yield other wordings, not yet made, with what they cost and the token they turn on."""
        parse = self.parse
        above, cost = verb_above(parse, i), FAR
        stranger = None if lost_alone else self._stranger(i)
        while above not in (None, stranger) and cost <= HIGHEST * FAR:
            yield cost + doubt(parse, above), i, partial(self._context, i, above, paragraph_start)
            above, cost = verb_above(parse, above), cost + FAR
        for wording in (*whole_clauses(parse, i, self.dating), *slices(parse, i, self.dating)):
            if stranger in wording.tokens:
                continue
            words = partial(self._whole, i, wording.tokens)
            yield wording.cost, i, words
            if wording.turns_on != i and is_part_of(parse, i, wording.turns_on):
                yield wording.cost, wording.turns_on, words

    def _is_lost(self, chosen: Wording) -> bool:
        """Tell whether a title says nothing alone: "They froze it", "If they return"."""
        parse = self.parse
        kept, said = chosen
        if not kept or kept[0] in said:
            return not kept
        first = kept[0]
        pronoun = parse.pos[first] == "PRON" and parse.dep[first] != "expl"
        return pronoun or parse.pos[first] in VERBAL or parse.lower[first] in CONDITIONS

    def _stranger(self, i: int) -> int | None:
        """The verb above a clause or a phrase that has a date of its own, with the event in it.

        "Since the fighting erupted in May, thousands have died": only the fighting is of May. What
        is said is not so ("said that it closed on 3 May"): who says it may stay.
        """
        parse, t = self.parse, i
        for _ in range(HIGHEST * 2):
            clause = parse.dep[t] in ("advcl", "relcl") and is_tensed(parse, t)
            phrase = parse.dep[t] == "prep" and parse.lower[t] in APART
            apart = clause or (phrase and parse.child(t, "pcomp") is None)
            if apart and any(k in self.expressed for k in parse.subtree(t)):
                return verb_above(parse, t)
            if parse.head[t] == t:
                break
            t = parse.head[t]
        return None

    def _whole(self, i: int, tokens: list[int]) -> tuple[list[int], frozenset[int]]:
        return tokens, joints_above(self.parse, i)

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

    def _consequence(
        self, verb: int, clause: Clause, paragraph_start: int
    ) -> tuple[list[int], frozenset[int]]:
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

    def _tokens(
        self, i: int, carrier: int | None, paragraph_start: int
    ) -> tuple[list[int], frozenset[int]]:
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
            return self._context(verb, above, paragraph_start)
        elif is_consequence(parse, verb):
            return self._consequence(verb, clause, paragraph_start)
        elif is_bare_participle(parse, verb):
            return without_article(parse, clause.tokens()), clause.commas
        return clause.tokens(), clause.commas

    def _is_lonely(self, verb: int, clause: Clause) -> bool:
        """Tell whether a clause below another one does not say of whom it speaks."""
        parse = self.parse
        above = verb_above(parse, verb)
        if above is None or parse.dep[verb] not in ("advcl", "relcl", "conj", "ccomp", "pcomp"):
            return False
        if self._stranger(verb) == above:
            return False
        named = parse.child(above, "nsubj", "nsubjpass")
        if named is None or (parse.pos[named] == "PRON" and parse.dep[above] != "relcl"):
            return False
        if not clause.subject:
            return parse.tag[verb] in FINITE
        alone = len(clause.subject) == 1 and parse.lower[clause.subject[0]] in LONELY
        spoken = parse.dep[verb] == "ccomp" and parse.child(parse.head[verb], "nsubj") is not None
        return alone and not (spoken and parse.head[verb] > verb)

    def _nominal(
        self, i: int, carrier: int | None, paragraph_start: int
    ) -> tuple[list[int], frozenset[int]]:
        """The tokens of a noun's phrase, or of the clause that it stands in if that says more."""
        parse = self.parse
        dates = date_modifiers(parse, i, self.expressed)
        phrase = [t for t in noun_phrase(parse, i, self.dating) if t not in dates]
        while phrase and parse.lower[phrase[0]] in ARTICLES:
            phrase = phrase[1:]
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
        return self._context(i, above, paragraph_start)

    def _context(self, i: int, verb: int, paragraph_start: int) -> tuple[list[int], frozenset[int]]:
        """The tokens of a verb's clause and of the way down from it to token i."""
        parse = self.parse
        verb = governor_of(parse, verb)
        clause = self.clause(verb, paragraph_start)
        if i in clause.tokens():
            return clause.tokens(), clause.commas
        branch = branch_of(parse, i, verb)
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
        comma = branch[-1] + 1
        rest = [t for t in rest if t not in branch]
        commas = clause.commas | {comma} if parse.lower[comma] == "," else clause.commas
        return [*branch, *(commas - clause.commas), *clause.subject, *rest], commas

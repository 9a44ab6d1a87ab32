"""Every rule's own examples and refusals, and what every pattern must be: bounded."""

from __future__ import annotations

import re
import time

import pytest

from timeline.errors import RuleError
from timeline.rules import find_matches, load_rules
from timeline.rules.customs import CUSTOMS
from timeline.rules.length import length_of
from timeline.rules.lexicon import read_lexicon
from timeline.rules.loader import STAGES, make_rule
from timeline.rules.match import Match
from timeline.rules.schema import Example, Rule
from timeline.rules.triggers import _compiled
from timeline.temporal.anchor import AnchorTime
from timeline.temporal.expression import Direction
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Interval, Moment, Unresolved, day_of

DOCUMENT_DATE = day_of(2012, 8, 10)  # a Friday
RULES = load_rules("en").rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
REFUSALS = [(rule, text) for rule in RULES for text in rule.refusals]


def value_of(match: Match, direction: Direction = "past") -> str:
    """The TIMEX3 value at the document date; an interval as start/end, a DURATION as its length."""
    expr = match.expr
    if match.type == "DURATION":
        expr = length_of(expr) or expr
    value = resolve(expr, AnchorTime(DOCUMENT_DATE, DOCUMENT_DATE, direction, customs=CUSTOMS))
    if isinstance(value, Unresolved):
        return f"unresolved: {value.reason}"
    if isinstance(value, Interval):
        ends = (value.start, value.end)
        return "/".join(to_timex3(e).value if isinstance(e, Moment) else e.value for e in ends)
    return to_timex3(value).value


def label(pair: tuple[Rule, Example | str]) -> str:
    return f"{pair[0].name}-{getattr(pair[1], 'text', pair[1])}"


@pytest.mark.parametrize(
    ("rule", "example"),
    [pair for pair in EXAMPLES if pair[0].type != "REFUSE"],
    ids=[label(pair) for pair in EXAMPLES if pair[0].type != "REFUSE"],
)
def test_example_is_found_and_means_its_value(rule: Rule, example: Example) -> None:
    found = {example.text[m.start : m.end]: m for m in reversed(find_matches(example.text))}
    assert example.match in found
    match = found[example.match]
    assert value_of(match, example.direction) == example.value
    if rule.alone:
        assert match.rule == rule.name


@pytest.mark.parametrize(
    ("rule", "example"),
    [pair for pair in EXAMPLES if pair[0].type == "REFUSE"],
    ids=[label(pair) for pair in EXAMPLES if pair[0].type == "REFUSE"],
)
def test_refused_words_are_no_time(rule: Rule, example: Example) -> None:
    start = example.text.index(example.match)
    end = start + len(example.match)
    assert re.search(rule.pattern, example.text.lower()) is not None
    assert not [m for m in find_matches(example.text) if m.start < end and start < m.end]


@pytest.mark.parametrize(("rule", "text"), REFUSALS, ids=[label(pair) for pair in REFUSALS])
def test_rule_does_not_match_its_refusals(rule: Rule, text: str) -> None:
    assert rule.name not in [match.rule for match in find_matches(text)]


def test_every_rule_has_two_examples_and_a_source() -> None:
    assert [rule.name for rule in RULES if len(rule.examples) < 2 or not rule.source] == []
    assert len(RULES) >= 100


def test_every_class_and_pattern_is_used() -> None:
    lexicon = read_lexicon("en")
    used = {cls.lstrip("@") for rule in RULES for cls in rule.slots.values()}
    quiet = set(re.findall(r"\{-?(?:\w+:)?(\w+)\}", " ".join(lexicon.patterns.values())))
    texts = " ".join(path.read_text() for path in _rule_files())
    named = set(re.findall(r"\{-?(?:\w+:)?@?(\w+)\}", texts)) | set(re.findall(r'"(\w+)"', texts))
    unused = (set(lexicon.classes) | set(lexicon.patterns)) - used - quiet - named
    assert unused == set()


def _rule_files():  # type: ignore[no-untyped-def]
    from timeline.rules.lexicon import FOLDER

    return [path for path in (FOLDER / "en").glob("*.toml") if path.stem != "lexicon"]


def test_the_stages_name_every_file_once() -> None:
    names = [name for stage in STAGES for name in stage]
    assert sorted(names) == sorted(path.stem for path in _rule_files())


def _repeats(parsed) -> list[str]:  # type: ignore[no-untyped-def]
    """Every repeat in a parse tree that has no upper bound."""
    constants = re._constants  # type: ignore[attr-defined]
    found = []
    for op, value in parsed:
        if op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
            if value[1] is constants.MAXREPEAT or value[1] > 500:
                found.append(str(value))
            found += _repeats(value[2])
        elif op is constants.SUBPATTERN:
            found += _repeats(value[3])
        elif op is constants.BRANCH:
            found += [bad for branch in value[1] for bad in _repeats(branch)]
        elif op in (constants.ASSERT, constants.ASSERT_NOT):
            found += _repeats(value[1])
        elif op is constants.ATOMIC_GROUP:
            found += _repeats(value)
    return found


def all_patterns() -> dict[str, re.Pattern[str]]:
    import importlib
    import pkgutil

    import timeline.rules

    patterns = {rule.name: rule.pattern for rule in RULES}
    patterns["triggers"] = _compiled("en")[0]
    for info in pkgutil.walk_packages(timeline.rules.__path__, "timeline.rules."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                patterns[f"{info.name}.{name}"] = value
    return patterns


def test_the_walk_sees_unbounded_repeats() -> None:
    for bad in ("a*", "(?:a|b+)", "(?=x{2,})", "(a{1,3})+?", "(?>a*)", "a{0,9}(?:bc*){1,2}"):
        assert _repeats(re._parser.parse(bad))  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "pattern"), sorted(all_patterns().items()))
def test_no_pattern_repeats_without_bound(name: str, pattern: re.Pattern[str]) -> None:
    assert _repeats(re._parser.parse(pattern.pattern)) == []  # type: ignore[attr-defined]


ADVERSARIAL = (
    "January ", "12-", "1914-", "two weeks and ", "9:15 ", "the ", "a few ", "Monday, ", "every ",
    "0", "1,", "the year ", "twenty-", "early late mid ", "May 5, ", "a/", "may2018@", "\n",
    "2001 to ",
    "the first of the second of ", "from 6 to ", "(",
    "Monday 3-8 ", "from now until ", "at one thirty ", "3 days starting ", "5/1-5/7", "10/3, ",
    "today before 4pm ", "a year, a month, a day, ", "in the morning 9 oclock ", "2015-3-",
)  # fmt: skip


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        start = time.process_time()
        find_matches(text)
        return time.process_time() - start

    find_matches(piece)
    small, large = seconds(2_000), seconds(16_000)
    assert large < 8 * 3 * small + 0.2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"pattern": "{nonsense}"}, "unknown word class nonsense"),
        ({"pattern": "{@nonsense}"}, "unknown kind of expression @nonsense"),
        ({"pattern": "{month} {month}"}, "two slots named month"),
        ({"pattern": "{month} (?:x"}, "does not compile"),
        ({"pattern": "(?:{month})?"}, "no trigger"),
        ({"pattern": ""}, "has no pattern"),
        ({"type": "DAY"}, "unknown type DAY"),
        ({"production": "cook"}, "unknown production cook"),
        ({"guard": "not-me"}, "unknown guard not-me"),
        ({"checks": ["not-me"]}, "unknown check not-me"),
        ({"needs": ["not-me"]}, "unknown trigger not-me"),
        ({"extra": 1}, "unknown key extra"),
    ],
)
def test_a_bad_row_is_told_in_one_sentence(change: dict[str, object], reason: str) -> None:
    row: dict[str, object] = {
        "name": "trial", "type": "DATE", "pattern": "{month}", "production": "calendar",
        "source": "own",
    }  # fmt: skip
    make_rule(row, "trial.toml", 1, read_lexicon("en"))
    with pytest.raises(RuleError) as caught:
        rule = make_rule({**row, **change}, "trial.toml", 1, read_lexicon("en"))
        assert rule.pattern  # compiled when it is first needed
    assert reason in caught.value.message
    assert "trial.toml" in caught.value.message and "trial" in caught.value.message
    assert "\n" not in caught.value.message


def test_the_digest_names_the_rule_files() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", load_rules("en").digest)
    assert load_rules("en") is load_rules("en")

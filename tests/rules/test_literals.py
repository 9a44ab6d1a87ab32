"""What a pattern must hold is read off its template; no match may ever be without it."""

from __future__ import annotations

import re

import pytest

from timeline.rules.lexicon import read_lexicon
from timeline.rules.literals import Held, held_by
from timeline.rules.loader import load_rules
from timeline.rules.mask import FILL, SIGNS


@pytest.mark.parametrize(
    ("template", "choices", "nested"),
    [
        ("tonight", [{"tonight"}], 0),
        ("euros?", [{"euro"}], 0),
        ("(?:very )?early", [{"early"}], 0),
        ("(?:early|late) in the week", [{"early", "late"}, {"week"}], 0),
        ("(?:early|at) noon", [{"noon"}], 0),  # "at" tells nothing, so neither does the choice
        ("(?:the day)?", [], 0),
        ("(?:[a-z]{2,12} ){0,3}hours{1,2}", [{"hours"}], 0),
        (r"\d{3}(?! percent)(?<=pages)", [], 0),
        (r"[$£] ?\d", [{"$", "£"}], 0),
        (r"[^$]\d[a-z]", [], 0),
        (r"(?P<sep>[/-])\d(?P=sep)", [{"-", "/"}], 0),
        (r"24/7(?:/365)?", [{"24/7"}], 0),
        (r"www\.", [{"www."}], 0),
        ("{today}", [], 0),  # a trigger, looked for otherwise
        ("{oncetwice} {@amount}", [{"once", "twice", "thrice"}], 1),
        ("{@day}(?: and {@day})?", [], 1),
        ("(?:{@day}|{@time} or {@day}) before {@day}", [{"before"}], 2),
    ],
)
def test_what_a_template_holds(template: str, choices: list[set[str]], nested: int) -> None:
    held = held_by(read_lexicon("en"), template)
    assert {frozenset(choice) for choice in held.choices} == {frozenset(c) for c in choices}
    assert held.nested == nested


def test_nothing_is_held_by_nothing() -> None:
    assert held_by(read_lexicon("en"), "") == Held()


@pytest.mark.parametrize("rule", load_rules().rules, ids=lambda rule: rule.name)
def test_every_example_holds_what_its_rule_wants(rule) -> None:  # type: ignore[no-untyped-def]
    texts = [example.text.lower() for example in rule.examples]
    assert texts
    for text in texts:
        for choice in rule.wants:
            assert any(word in text for word in choice), (text, choice)


def test_a_pattern_of_expressions_matches_no_text_with_fewer() -> None:
    signs = f"[{''.join(SIGNS.values())}]{FILL}{{0,9}}"
    two = [rule for rule in load_rules().rules if rule.nested == 2]
    assert len(two) > 10
    day = SIGNS["day"] + FILL
    for rule in two:
        for gap in (" ", ", ", " and ", "-", " to "):
            text = f"from{gap}{day}{gap}2"
            assert len(re.findall(signs, text)) == 1
            assert rule.pattern.search(text) is None

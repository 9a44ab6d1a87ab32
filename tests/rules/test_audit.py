"""The audit of the rules: how it counts; a rule that hardly fires says why it is there."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from timeline.rules import load_rules

CHECKOUT = Path(__file__).resolve().parents[2]
CORPORA = CHECKOUT.parent / "shared" / "corpora"
_spec = importlib.util.spec_from_file_location(
    "rules_audit", CHECKOUT / "tests" / "benchmarks" / "rules_audit.py"
)
assert _spec and _spec.loader
audit = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(audit)


def test_a_rule_counts_once_a_document_also_inside_a_longer_phrase() -> None:
    texts = [
        ("a", "On 3 May 2021 and on 4 May 2021 it fell. It weighs 1990 kg in 1991."),
        ("b", "It fell two weeks before 3 May 2021."),
    ]
    counts, documents = audit.count_rules(iter(texts))
    assert documents == 2
    assert counts["day-month-year"] == 2
    assert counts["before-date"] == 1
    assert counts["measure"] == 1  # a refusal
    assert counts["feast"] == 0


@pytest.mark.skipif(not CORPORA.is_dir(), reason=f"needs the corpora in {CORPORA}")
def test_a_rule_that_hardly_fires_says_why() -> None:
    counts, documents = audit.count_rules(audit.find_texts(CORPORA, 2452))
    assert documents > 3000
    rare = [rule for rule in load_rules("en").rules if counts[rule.name] < audit.LEAST]
    unexplained = [r.name for r in rare if not r.reason and r.source not in audit.STANDARDS]
    assert unexplained == []
    # A reason stands only where it is needed.
    assert [r.name for r in load_rules("en").rules if r.reason and r not in rare] == []

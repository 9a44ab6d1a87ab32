"""In how many documents each rule fires, and which fire in fewer than two without a reason.

    python tests/benchmarks/rules_audit.py ../shared/corpora [--silver 2452] [--all]

Documents: the train part of the TimeML corpora, a sample of the silver documents (every nth), the
Recognizers cases (each a text of its own) and data/. A rule fires where what it reads is taken, be
it as part of a longer expression; a refusal where it matches beside something that looks like a
time. A rule that fires in fewer than two documents is kept only if its row says why (`reason`), or
if its source is a standard. Exit code 1 if there is one that is not.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from timeline.paths import models_dir
from timeline.rules import find_matches, load_rules, matcher

ROOT = Path(__file__).resolve().parents[2]
LEAST = 2  # documents
# What a standard defines is kept whether or not newspapers use it.
STANDARDS = ("ISO 8601",)


def find_texts(corpora: Path, silver: int) -> Iterator[tuple[str, str]]:
    """(name, text) of every document, training material only."""
    splits = json.loads((models_dir() / "splits.json").read_text("utf-8"))
    for corpus in ("timebank", "aquaint"):
        for name in splits[corpus]["train"]:
            path = corpora / corpus / f"{name}.tml"
            yield name, text_of(path.read_bytes())
    with zipfile.ZipFile(corpora / "te3-silver.zip") as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".tml"))
        for name in names[:: max(1, len(names) // silver)]:
            yield name, text_of(archive.read(name))
    for line in (corpora / "recognizers" / "cases.jsonl").read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        yield text, text
    for path in sorted((ROOT / "data").glob("*.txt")):
        yield path.name, path.read_text("utf-8")


def text_of(data: bytes) -> str:
    """The words of the TEXT element, without the markup in them."""
    element = ElementTree.fromstring(data).find("TEXT")
    return "" if element is None else "".join(element.itertext())


def count_rules(texts: Iterator[tuple[str, str]]) -> tuple[Counter[str], int]:
    """In how many documents each rule fired, and how many documents there were."""
    fired: set[str] = set()
    propose, accept = matcher._Search._candidates, matcher._Search._accept

    def proposing(self, rule, first):  # type: ignore[no-untyped-def]
        for candidate in propose(self, rule, first):
            if candidate.refuses:
                fired.add(rule.name)
            yield candidate

    def accepting(self, candidates):  # type: ignore[no-untyped-def]
        accept(self, candidates)
        for candidate in candidates:
            if self.nodes.get(candidate.start) is candidate.node:
                fired.add(candidate.node.match.rule)

    matcher._Search._candidates = proposing  # type: ignore[method-assign]
    matcher._Search._accept = accepting  # type: ignore[method-assign]
    counts: Counter[str] = Counter()
    documents = 0
    try:
        for _, text in texts:
            fired.clear()
            find_matches(text)
            counts.update(fired)
            documents += 1
    finally:
        matcher._Search._candidates = propose  # type: ignore[method-assign]
        matcher._Search._accept = accept  # type: ignore[method-assign]
    return counts, documents


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--silver", type=int, default=2452, help="silver documents")
    parser.add_argument("--all", action="store_true", help="list every rule with its count")
    options = parser.parse_args()
    counts, documents = count_rules(find_texts(options.corpora, options.silver))
    rules = load_rules("en").rules
    rare = [rule for rule in rules if counts[rule.name] < LEAST]
    bad = [rule for rule in rare if not rule.reason and rule.source not in STANDARDS]
    print(f"{documents} documents, {len(rules)} rules, {len(rare)} fire in fewer than {LEAST}")
    for rule in rules if options.all else rare:
        why = rule.reason or (rule.source if rule.source in STANDARDS else "")
        verdict = "DELETE IT OR SAY WHY" if rule in bad else why
        print(f"{counts[rule.name]:6}  {rule.file}  {rule.name}  {verdict}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

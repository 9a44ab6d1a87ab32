"""What each kind of feature and of data is worth to the event detector: the card's ablation table.

    python models/ablate_events.py --corpora ../shared/corpora [--wordnet /usr/share/wordnet]
    python models/ablate_events.py --corpora ../shared/corpora --rows "list shipped"

Each row is trained anew without one thing (or, WordNet, with one more). Token F1 of events and of
their classes in percent: of five-fold cross-validation over the train documents, and of the
development documents, each row at the threshold that cross-validation likes best. --wordnet is
where the files of Debian's wordnet-base lie. Takes about twenty minutes and 3 GB.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from event_data import Sample, make_samples, parse, read_gold, read_silver
from spacy.strings import get_string_id
from train_events import Scored, best_threshold, build, f1, score

from timeline.components.event_features import GROUPS, FeatureReader
from timeline.components.event_model import unpack
from timeline.components.lexicon import load_lexicon
from timeline.pipeline import DEFAULT_MODEL, Options, Pipeline

CORPORA = ("timebank", "aquaint")
WORDNET_FILES = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ"}
NO_HAND = tuple(name for name in GROUPS if name != "list")


@dataclass(frozen=True, slots=True)
class WithSenses(FeatureReader):
    """Also reads the lexicographer files of a lemma's first sense and of all its senses."""

    senses: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)

    def _word_keys(self, strings: Any, pos: int, lemma: int) -> tuple[int, ...]:
        found = self.senses.get((strings[pos], strings[lemma].lower()), ())
        names = [f"{strings[pos]} sense {number}" for number in sorted(set(found))]
        names += [f"{strings[pos]} first sense {number}" for number in found[:1]]
        keys = FeatureReader._word_keys(self, strings, pos, lemma)
        return (*keys, *(get_string_id(name) for name in names))


def read_senses(folder: Path) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return (part of speech, lemma) -> lexicographer file numbers, the most frequent sense first.

    Format: wndb(5WN): an index line ends in synset offsets, a data line starts with its offset and
    file number.
    """
    senses = {}
    for name, pos in WORDNET_FILES.items():
        numbers = {
            parts[0]: int(parts[1])
            for parts in map(str.split, _lines(folder / f"data.{name}"))
        }  # fmt: skip
        for line in _lines(folder / f"index.{name}"):
            parts = line.split()
            offsets = parts[-int(parts[2]) :]
            senses[pos, parts[0]] = tuple(numbers[offset] for offset in offsets)
    return senses


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file but for its licence, which is indented."""
    with path.open(encoding="utf-8") as stream:
        yield from (line for line in stream if not line.startswith(" "))


@dataclass(frozen=True, slots=True)
class Variant:
    """A row of the table: how features are read, and whether silver documents teach."""

    name: str
    reader: FeatureReader
    silver: bool = True


def variants(wordnet: Path | None) -> Iterator[Variant]:
    """Yield the shipped model, then each with one thing less or more."""
    words = load_lexicon().by_part
    yield Variant("**shipped**", FeatureReader(words))
    yield Variant("without silver", FeatureReader(words), silver=False)
    for group in GROUPS:
        rest = tuple(name for name in GROUPS if name != group)
        yield Variant(f"without {group}", FeatureReader(words, rest))
    yield Variant("without list and silver", FeatureReader(words, NO_HAND), silver=False)
    if wordnet is not None:
        senses = read_senses(wordnet)
        yield Variant("with WordNet", WithSenses(words, senses=senses))
        yield Variant(
            "with WordNet, without silver", WithSenses(words, senses=senses), silver=False
        )


def measure(silver: Sequence[Sample], gold: Sequence[Sample]) -> list[str]:
    """Train, and return the cells of a row: F1 of events / of classes."""
    train = [sample for sample in gold if sample.part == "train"]
    arrays, meta, scored = build(silver, train, {"lang": "", "name": "", "version": ""})
    model = unpack(arrays["numbers"], arrays["weights"], arrays["scales"], meta)
    held = [score(model, sample) for sample in gold if sample.part == "development"]
    threshold = best_threshold(scored)
    return [_cell(part, name, threshold) for part in (scored, held) for name in CORPORA]


def _cell(scored: Sequence[Scored], corpus: str, threshold: float) -> str:
    group = [one for one in scored if one.sample.corpus == corpus]
    return " / ".join(f"{100 * f1(group, threshold, of_class=c):.1f}" for c in (False, True))


def main(show: Callable[[str], object] = print) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, help="folder of WordNet 3.0's database files")
    parser.add_argument("--rows", default="", help="only rows whose name has one of these words")
    arguments = parser.parse_args()
    pipeline = Pipeline(spacy.load(DEFAULT_MODEL), Options())
    gold = parse(pipeline, read_gold(arguments.corpora, ("train", "development")))
    others = parse(pipeline, read_silver(arguments.corpora))
    show("| variant | TimeBank cross-val. | AQUAINT cross-val. | TimeBank dev. | AQUAINT dev. |")
    show("|---|---|---|---|---|")
    wanted = arguments.rows.split()
    for one in variants(arguments.wordnet):
        if wanted and not any(word in one.name for word in wanted):
            continue
        silver = make_samples(one.reader, others) if one.silver else []
        cells = measure(silver, make_samples(one.reader, gold))
        show(f"| {one.name} | {' | '.join(cells)} |")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

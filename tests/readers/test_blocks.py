"""Where blocks begin and end, and which are headings; the cases stand in blocks/."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from readers.blocks.headings import HEADINGS
from readers.blocks.items import ITEMS
from readers.blocks.paragraphs import PARAGRAPHS
from readers.blocks.words import WRAPPED, H, P

from timeline.document import Block
from timeline.readers.blocks import find_blocks, soften
from timeline.readers.decoding import read_text

CASES = [*PARAGRAPHS, *HEADINGS, *ITEMS]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_blocks(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(b.kind, text[b.start : b.end]) for b in find_blocks(text)]
    assert [kind for kind, _ in found] == [kind for kind, _, _ in expected], found
    for (_, words), (_, begin, end) in zip(found, expected, strict=True):
        assert words.startswith(begin), found
        assert words.endswith(end), found


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_a_text_wrapped_at_any_width_has_its_own_paragraphs(width: int, data: Path) -> None:
    import textwrap

    text, _ = read_text((data / "war.txt").read_bytes())
    flat = find_blocks(text)
    wrapped = "\n".join(
        textwrap.fill(line, width, break_on_hyphens=False) for line in text.split("\n")
    )
    blocks = find_blocks(wrapped)
    assert [b.kind for b in blocks] == [b.kind for b in flat]
    for block, other in zip(blocks, flat, strict=True):
        assert wrapped[block.start : block.end].split() == text[other.start : other.end].split()


def test_a_wrapped_file_without_blank_lines_keeps_its_paragraphs(data: Path) -> None:
    import textwrap

    text, _ = read_text((data / "biography.txt").read_bytes())
    paragraphs = [line for line in text.split("\n") if line]
    wrapped = "\n".join(textwrap.fill(p, 80, break_on_hyphens=False) for p in paragraphs)
    assert len(find_blocks(wrapped)) == len(paragraphs)


def test_the_seed_article(seed: Path) -> None:
    text, warnings = read_text((seed / "tass-kazakhstan.txt").read_bytes())
    blocks = find_blocks(text)
    assert warnings == ()
    # Every line is a paragraph; the one that is not ends without a full stop.
    assert [(b.start, b.end) for b in blocks] == [
        (0, 192),
        (193, 630),
        (631, 750),
        (751, 1036),
        (1037, 1104),
        (1105, 1505),
        (1506, 1571),
        (1572, 1806),
        (1807, 1901),
        (1902, 2091),
        (2092, 2237),
        (2238, 2506),
        (2507, 2553),
        (2554, 3151),
        (3152, 3293),
    ]
    assert [b.start for b in blocks if b.kind == H] == [2507]
    assert {b.kind for b in blocks} == {H, P}


TEXTS = (
    st.lists(
        st.sampled_from(
            [
                "\n",
                "\n\n",
                "\r\n",
                "\r",
                " ",
                "\t",
                "    ",
                "- ",
                "1. ",
                "06:10 ",
                "# ",
                "===",
                "|",
                "\u2028",
                "\x0c",
                "\u00a0",
                "the",
                "of",
                "Mayor",
                "MAYOR",
                "3 May",
                "said",
                ".",
                ":",
                "Ålesund",
                "\U0001f600",
            ]
        )
    ).map("".join)
    | st.text()
)


@given(TEXTS)
@example("\x1c\n\x85a")
def test_blocks_are_ordered_apart_trimmed_and_cover_all_but_white_space(text: str) -> None:
    blocks = find_blocks(text)
    end = 0
    for block in blocks:
        assert end <= block.start < block.end
        assert not text[end : block.start].strip()
        words = text[block.start : block.end]
        assert words == words.strip()
        end = block.end
    assert not text[end:].strip()


@given(TEXTS)
def test_softening_changes_only_white_space_inside_blocks(text: str) -> None:
    blocks = find_blocks(text)
    soft = soften(text, blocks)
    assert len(soft) == len(text)
    inside = {i for b in blocks for i in range(b.start, b.end)}
    for i, (hard, new) in enumerate(zip(text, soft, strict=True)):
        taken_out = hard in ">|" and new == " "
        assert taken_out or new == (" " if i in inside and hard.isspace() else hard)


def test_softening_leaves_the_breaks_between_blocks() -> None:
    text = "one\ntwo\tx\n\nthree-\nfour"
    assert soften(text, (Block(0, 9, P), Block(11, 22, P))) == "one two x\n\nthree- four"


def test_softening_takes_the_bars_around_the_rows_of_a_table_out() -> None:
    text = "| 13:07 | It fell |\n| 13:12 | It rose |\na | b"
    blocks = find_blocks(text)
    assert [b.kind for b in blocks[:2]] == ["list-item", "list-item"]
    assert soften(text, blocks) == "  13:07 | It fell  \n  13:12 | It rose  \na | b"


def test_softening_takes_the_marks_of_a_quoted_mail_out_of_its_lines() -> None:
    text = "She rang me\n> yesterday, and 3 > 2\n>> it is."
    assert soften(text, (Block(0, len(text), P),)) == "She rang me   yesterday, and 3 > 2    it is."


def test_a_long_text_takes_linear_time() -> None:
    import time

    def seconds(text: str) -> float:
        start = time.process_time()
        find_blocks(text)
        return time.process_time() - start

    for piece in (WRAPPED, " " * 80, "-" * 60 + "\n", "a\t" * 40, "06:10 " * 20):
        find_blocks(piece)
        small, large = seconds(piece * 100), seconds(piece * 1000)
        assert large < 40 * small + 0.2, repr(piece[:20])

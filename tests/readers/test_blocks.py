"""Where blocks begin and end, and which are headings."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.document import Block
from timeline.readers.blocks import find_blocks, soften
from timeline.readers.decoding import read_text

P, H, L = "paragraph", "heading", "list-item"

WRAPPED = """\
The inquiry into the collapse of the grain elevator opened on Monday in the old
town hall. Three witnesses were heard before noon, and two of them contradicted
Mayor Ilse Brandt, who had said in May that nobody was told of the cracks.
"""
LONG = (
    "The harbour board met on 3 May to hear the engineers, who had been asked in March to say how "
    "long the eastern mole could stand without new piles."
)

# name, text, the blocks as (kind, how they begin, how they end)
CASES = [
    ("one line", "He left.", [(P, "He", "left.")]),
    (
        "lines are paragraphs",
        f"{LONG}\n{LONG}\nHe left.\n",
        [(P, "The", "piles.")] * 2 + [(P, "He", "left.")],
    ),
    ("wrapped", WRAPPED, [(P, "The inquiry", "the cracks.")]),
    ("two wrapped paragraphs", f"{WRAPPED}\n{WRAPPED}", [(P, "The inquiry", "the cracks.")] * 2),
    (
        "wrapped paragraphs without a blank line",
        WRAPPED * 2,
        [(P, "The inquiry", "the cracks.")] * 2,
    ),
    (
        "wrapped paragraphs with indents",
        "".join(f"   {WRAPPED}" for _ in "12"),
        [(P, "The inquiry", "the cracks.")] * 2,
    ),
    (
        "CRLF",
        WRAPPED.replace("\n", "\r\n") + "\r\n" + "He left.",
        [(P, "The", "cracks."), (P, "He", "left.")],
    ),
    (
        "an open word runs on",
        "She spoke with the\nBoard of Trade in\nLondon.",
        [(P, "She", "London.")],
    ),
    ("a small letter runs on", "The strike ended when the owners\ngave in.", [(P, "The", "in.")]),
    (
        "a hyphen stays",
        "The owners of the rail-\nway gave in.",
        [(P, "The owners of the rail-\nway", "in.")],
    ),
    (
        "heading above a paragraph",
        f"He left.\nLawlessness and order\n{LONG}",
        [(P, "He", "left."), (H, "Lawlessness", "order"), (P, "The", "piles.")],
    ),
    (
        "heading in a wrapped text",
        f"{WRAPPED}\nWhat was known\n\n{WRAPPED}",
        [(P, "The", "cracks."), (H, "What", "known"), (P, "The", "cracks.")],
    ),
    (
        "heading right above a wrapped text",
        f"{WRAPPED}\nWhat was known\n{WRAPPED}",
        [(P, "The", "cracks."), (H, "What", "known"), (P, "The", "cracks.")],
    ),
    (
        "markdown",
        f"# Minutes\n## Of May\n{LONG}",
        [(H, "#", "Minutes"), (H, "##", "May"), (P, "The", "piles.")],
    ),
    (
        "underlined",
        f"Minutes\n=======\n{LONG}",
        [(H, "Minutes", "Minutes"), (P, "===", "==="), (P, "The", "piles.")],
    ),
    (
        "capitals",
        f"THE COLLAPSE: WHAT IS KNOWN\n{LONG}",
        [(H, "THE", "KNOWN"), (P, "The", "piles.")],
    ),
    (
        "a text in capitals",
        f"{WRAPPED}\n{WRAPPED}".upper(),
        [(P, "THE INQUIRY", "THE CRACKS.")] * 2,
    ),
    (
        "a date heads the entry of a diary",
        f"He left.\n\n3 May 1940\n\n{LONG}",
        [(P, "He", "left."), (H, "3 May", "1940"), (P, "The", "piles.")],
    ),
    (
        "a dateline is no heading",
        f"LONDON, June 5 (Newswire) -\n\n{LONG}",
        [(P, "LONDON", "-"), (P, "The", "piles.")],
    ),
    (
        "a dateline in capitals is no heading",
        f"LONDON, JUNE 5 (NEWSWIRE)\n\n{LONG}",
        [(P, "LONDON", "(NEWSWIRE)"), (P, "The", "piles.")],
    ),
    (
        "a dateline with an agency only",
        f"NAIROBI, Kenya (AP)\n\n{LONG}",
        [(P, "NAIROBI", "(AP)"), (P, "The", "piles.")],
    ),
    (
        "brackets make no dateline",
        f"SAFETY REPORT, PART 2 (DRAFT)\n\n{LONG}",
        [(H, "SAFETY", "(DRAFT)"), (P, "The", "piles.")],
    ),
    (
        "a title above a dateline",
        f"Mole may fall\n\nLONDON, June 5 -\n\n{LONG}",
        [(H, "Mole", "fall"), (P, "LONDON", "-"), (P, "The", "piles.")],
    ),
    (
        "a title above a byline",
        f"Mole may fall\nBy Ada Quill\n{LONG}",
        [(H, "Mole", "fall"), (P, "By", "Quill"), (P, "The", "piles.")],
    ),
    (
        "a letter",
        f"12 High Street\nPort Lissa\n\n3 May 2021\n\nDear Ms Quill,\n\n{LONG}\n\n"
        "Yours sincerely,\nAda Marsh",
        [
            (P, "12", "Street"),
            (P, "Port", "Lissa"),
            (P, "3 May", "2021"),
            (P, "Dear", ","),
            (P, "The", "piles."),
            (P, "Yours", ","),
            (P, "Ada", "Marsh"),
        ],
    ),
    (
        "a greeting without a comma",
        f"Dear Ada\n\n{LONG}",
        [(P, "Dear", "Ada"), (P, "The", "piles.")],
    ),
    (
        "bullets",
        "Decided:\n- to close the mole\n- to ask for money\n* and wait",
        [
            (P, "Decided:", "Decided:"),
            (L, "- to close", "mole"),
            (L, "- to ask", "money"),
            (L, "*", "wait"),
        ],
    ),
    (
        "bullets of other kinds",
        "• one\n– two\n1. three\n(a) four\nb) five",
        [
            (L, "•", "one"),
            (L, "–", "two"),
            (L, "1.", "three"),
            (L, "(a)", "four"),
            (L, "b)", "five"),
        ],
    ),
    (
        "a bullet goes on in an indented line",
        "- to close the mole\n  On Friday it shuts.\n- to wait",
        [(L, "- to close", "shuts."), (L, "- to wait", "wait")],
    ),
    (
        "a year is no bullet",
        "The firm was founded in\n1914. It moved\n12. He left.",
        [(P, "The firm", "moved"), (P, "12.", "left.")],
    ),
    (
        "a decimal is no bullet",
        "1.5 million came.\n2.5 million left.",
        [(P, "1.5", "came."), (P, "2.5", "left.")],
    ),
    (
        "an initial is no bullet",
        "A. Marsh came.\nV. Quill left.",
        [(P, "A.", "came."), (P, "V.", "left.")],
    ),
    (
        "a clock time by chance",
        WRAPPED.replace("Mayor Ilse", "10:30 Ilse"),
        [(P, "The inquiry", "the cracks.")],
    ),
    (
        "a log",
        "2024-05-06 06:10 gate opened by Falk\n2024-05-06 06:52 gate shut\n"
        "    no reason given\n[07:15] call",
        [(L, "2024-05-06 06:10", "Falk"), (L, "2024-05-06 06:52", "given"), (L, "[07:15]", "call")],
    ),
    (
        "a syslog",
        "May  6 06:10:00 gw-1 sshd: opened\nMay  6 06:11:00 gw-1 sshd: shut",
        [(L, "May", "opened"), (L, "May", "shut")],
    ),
    (
        "a chronicle",
        "1914: The war begins\n1918–1919: It ends",
        [(L, "1914", "begins"), (L, "1918", "ends")],
    ),
    (
        "a table",
        "Day\tPlace\n3 May\tLissa\n4 May\tArden",
        [(P, "Day", "Place"), (P, "3", "Lissa"), (P, "4", "Arden")],
    ),
    (
        "header lines",
        "From: Ada Marsh\nDate: 3 May 2021\nSubject: the mole and\n what to do",
        [(P, "From", "Marsh"), (P, "Date", "2021"), (P, "Subject", "do")],
    ),
    (
        "a rule apart",
        f"He left.\n* * *\n{LONG}",
        [(P, "He", "left."), (P, "*", "*"), (P, "The", "piles.")],
    ),
    (
        "a ragged edge",
        "The board, which had met in\nsecret since the winter, at last made\n"
        "its findings known to the crowd.\nCaptain Amalia Fernandez\n"
        "read them in a hall that had been\nempty before.\nShe wept.",
        [(P, "The board", "before."), (P, "She", "wept.")],
    ),
    (
        "capitals in the middle of a sentence",
        "He spoke for the\nNATO COUNCIL\nin Port Lissa.",
        [(P, "He", "Lissa.")],
    ),
    (
        "a sentence in capitals",
        f"NOTHING WAS KNOWN.\n{LONG}",
        [(P, "NO", "."), (P, "The", "piles.")],
    ),
    (
        "an indent after a line that fills the page",
        "  The inquiry opened on Monday in the\ntown hall, and three of them were sad.\n"
        "  Mayor Brandt came on Tuesday and\nsaid nothing.",
        [(P, "The", "sad."), (P, "Mayor", "nothing.")],
    ),
    (
        "one wrapped paragraph among lines",
        f"{LONG}\n" * 8 + "\nThe inquiry opened on Monday\nin the town hall. It was cold.\n"
        "Mayor Brandt came on Tuesday\nand said nothing.\n",
        [(P, "The harbour", "piles.")] * 8 + [(P, "The inquiry", "nothing.")],
    ),
    (
        "lines among which one runs on",
        f"{LONG}\n" * 6 + "The mole\nin question is old.",
        [(P, "The harbour", "piles.")] * 6 + [(P, "The mole", "old.")],
    ),
    (
        "a table in small letters",
        "day\tplace\nthird\tlissa\nfourth\tarden",
        [(P, "day", "place"), (P, "third", "lissa"), (P, "fourth", "arden")],
    ),
    (
        "the end of a letter",
        f"Best regards\n\n{LONG}",
        [(P, "Best", "regards"), (P, "The", "piles.")],
    ),
    (
        "nothing longer below",
        "A line without an end\n\nHe left.",
        [(P, "A", "end"), (P, "He", "left.")],
    ),
    ("no capital", f"and so it went on\n\n{LONG}", [(P, "and", "on"), (P, "The", "piles.")]),
    ("a label", f"Findings:\n\n{LONG}", [(H, "Findings", ":"), (P, "The", "piles.")]),
    (
        "a sentence that ends with a colon",
        f"The board decided on Friday to do this:\n\n{LONG}",
        [(P, "The", "this:"), (P, "The", "piles.")],
    ),
    (
        "a heading on two lines",
        f"The mole and\nthe money\n\n{LONG}",
        [(H, "The", "money"), (P, "The", "piles.")],
    ),
    (
        "a title above date and byline",
        f"Mole may fall\n3 May 2021\nBy Ada Quill\n{LONG}",
        [(H, "Mole", "fall"), (P, "3", "2021"), (P, "By", "Quill"), (P, "The", "piles.")],
    ),
    (
        "a year below its day",
        "The granary burned on 3 May\n1999. He sold it on Friday,\n4 June 2004.",
        [(P, "The granary", "2004.")],
    ),
    (
        "a year below its day, in the first line",
        "The granary above the harbour burned to the ground on 3 May\n"
        "1999, and nobody was ever charged with it. The other one fell\n"
        "into the sea in the flood of 12 March\n"
        "2001. It was never built again, and the land was bought in December\n"
        "2006 by the town.",
        [(P, "The granary", "town.")],
    ),
    (
        "a month below its day",
        "Nobody heard the audit on 29\nSeptember. It was in spring\n2015. He paid on January 29,\n"
        "2021 and on Tuesday\n14 November. On September\n1, 2021 he left.",
        [(P, "Nobody", "left.")],
    ),
    (
        "a year below a diary's day is none of it",
        f"3 May\n1940 began badly.\n4 May\n{LONG}",
        [(H, "3", "May"), (P, "1940", "badly."), (H, "4", "May"), (P, "The", "piles.")],
    ),
    (
        "a list numbered from one below a month",
        "What was decided in May\n1. The mole is closed.\n2. He left.",
        [(P, "What", "May"), (L, "1.", "closed."), (L, "2.", "left.")],
    ),
    (
        "two lines that only the edge of the page tells of",
        "They were received in the great hall by the State\nDepartment of Veldria.",
        [(P, "They", "Veldria.")],
    ),
    (
        "a heading above a sentence that is not longer",
        "What was found below the eastern mole\nThe inquiry opened on Monday in the old hall.",
        [(H, "What", "mole"), (P, "The", "hall.")],
    ),
    (
        "names one above the other",
        "Ada Marsh, of the Harbour Board of Port Lissa\nIlse Brandt, of the Ministry of Works",
        [(P, "Ada", "Lissa"), (P, "Ilse", "Works")],
    ),
    (
        "a title before its name",
        "The board was asked by Dr.\nQuill and by Gen.\nMarsh.",
        [(P, "The", "Marsh.")],
    ),
    ("a state's initials", "He led the U.S.\nattorneys.", [(P, "He", "attorneys.")]),
    (
        "a sentence of one word has not ended",
        "The mole was closed. The\nBoard of Trade left. Two\nHarbours stayed.",
        [(P, "The", "stayed.")],
    ),
    (
        "a bracket closes below",
        "It closes the mole (owner:\nMay Quill) soon.",
        [(P, "It", "soon.")],
    ),
    (
        "a comma leaves a sentence open, not an address",
        "When the mole was closed,\nMarsh left.\n\nHarbour House,\nPort Lissa",
        [(P, "When", "left."), (P, "Harbour", "House,"), (P, "Port", "Lissa")],
    ),
    (
        "a hyphen joins",
        "She read Anglo-\nSaxon at school.",
        [(P, "She", "school.")],
    ),
    (
        "an amount in brackets is no item",
        "13. Either party may terminate upon thirty\n(30) days' written notice.\n"
        "14. The fee fell due.",
        [(L, "13.", "notice."), (L, "14.", "due.")],
    ),
    (
        "items in brackets",
        "The board shall\n(1) close the mole\n(2) ask for money",
        [(P, "The", "shall"), (L, "(1)", "mole"), (L, "(2)", "money")],
    ),
    (
        "clock times by chance, twice",
        "The gate was opened at\n09:02 and shut at 09:31. By\n09:45 all had left.",
        [(P, "The", "left.")],
    ),
    (
        "a day below an abbreviated month is no item",
        "The offer was extended to Nov.\n16. It had been due.",
        [(P, "The", "due.")],
    ),
    (
        "a label below a line that fills the page",
        f"{WRAPPED}\n{WRAPPED}\nOf 3 May\n"
        "Place of the hearing that the board has called, as agreed: Harbour House, Lissa\n"
        "Author: Ada Marsh",
        [(P, "The", "cracks.")] * 2 + [(H, "Of", "May"), (P, "Place", "Lissa"), (P, "A", "Marsh")],
    ),
    (
        "years that lead their lines, one below a month",
        "Events in May\n1999 The mill burned.\n2001 It was rebuilt in May\n2004 It was sold.",
        [(H, "Events", "May"), (P, "1999", "."), (P, "2001", "May"), (P, "2004", ".")],
    ),
    (
        "a year with a colon below a day",
        "Born 3 May\n1999: moved to Lissa",
        [(P, "Born", "May"), (P, "1999", "Lissa")],
    ),
    (
        "a heading in capitals on two lines",
        f"BEFORE THE HARBOUR COURT OF\nPORT LISSA\nCOUNTY OF ARDEN\n{LONG}",
        [(H, "BEFORE", "LISSA"), (H, "COUNTY", "ARDEN"), (P, "The", "piles.")],
    ),
    (
        "a date in a markdown heading",
        f"# The fall of the mole on Saturday 7 May\n2022\n{LONG}",
        [(H, "#", "2022"), (P, "The", "piles.")],
    ),
    (
        "an item that goes on without an end",
        "- 02:31 Falk shuts the gate;\nerrors rise\n- 02:40 he left",
        [(L, "- 02:31", "rise"), (L, "- 02:40", "left")],
    ),
    ("white space only", " \n\t\n", []),
    ("nothing", "", []),
]


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
        assert new == (" " if i in inside and hard.isspace() else hard)


def test_softening_leaves_the_breaks_between_blocks() -> None:
    text = "one\ntwo\tx\n\nthree-\nfour"
    assert soften(text, (Block(0, 9, P), Block(11, 22, P))) == "one two x\n\nthree- four"


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

"""Which lines are one paragraph, and which are one each."""

from .words import LONG, WRAPPED, Case, P

PARAGRAPHS: list[Case] = [
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
        "two lines that only the edge of the page tells of",
        "They were received in the great hall by the State\nDepartment of Veldria.",
        [(P, "They", "Veldria.")],
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
    ("white space only", " \n\t\n", []),
    ("nothing", "", []),
]

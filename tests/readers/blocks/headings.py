"""Headings, titles, datelines, and the heads and ends of letters."""

from .words import LONG, WRAPPED, Case, H, P

HEADINGS: list[Case] = [
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
        "a sentence in capitals",
        f"NOTHING WAS KNOWN.\n{LONG}",
        [(P, "NO", "."), (P, "The", "piles.")],
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
        "a year below a diary's day is none of it",
        f"3 May\n1940 began badly.\n4 May\n{LONG}",
        [(H, "3", "May"), (P, "1940", "badly."), (H, "4", "May"), (P, "The", "piles.")],
    ),
    (
        "a heading above a sentence that is not longer",
        "What was found below the eastern mole\nThe inquiry opened on Monday in the old hall.",
        [(H, "What", "mole"), (P, "The", "hall.")],
    ),
    (
        "a label below a line that fills the page",
        f"{WRAPPED}\n{WRAPPED}\nOf 3 May\n"
        "Place of the hearing that the board has called, as agreed: Harbour House, Lissa\n"
        "Author: Ada Marsh",
        [(P, "The", "cracks.")] * 2 + [(H, "Of", "May"), (P, "Place", "Lissa"), (P, "A", "Marsh")],
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
]

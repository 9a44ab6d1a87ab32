"""Items of lists, logs and chronicles, rows of tables, header lines; and what is none."""

from .words import WRAPPED, Case, H, L, P

ITEMS: list[Case] = [
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
        "a table in small letters",
        "day\tplace\nthird\tlissa\nfourth\tarden",
        [(P, "day", "place"), (P, "third", "lissa"), (P, "fourth", "arden")],
    ),
    (
        "a list numbered from one below a month",
        "What was decided in May\n1. The mole is closed.\n2. He left.",
        [(P, "What", "May"), (L, "1.", "closed."), (L, "2.", "left.")],
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
        "an item that goes on without an end",
        "- 02:31 Falk shuts the gate;\nerrors rise\n- 02:40 he left",
        [(L, "- 02:31", "rise"), (L, "- 02:40", "left")],
    ),
]

"""What the same person goes on to say or do."""

from .row import TENSE_PAST, Row

LIND = "Anna Lind [spoke] to workers on {Friday=~2022-01-07}. "

AGENT = (
    Row(
        LIND + "The mine lost money. Lind [promised:I_ACTION] new jobs.",
        {"spoke": "attached 2022-01-07", "promised": "agent 2022-01-07"},
        basis="dateline",
    ),
    Row(
        LIND + "The mine lost money. She also [said:REPORTING] it was safe.",
        {"said": "agent 2022-01-07"},
        basis="dateline",
    ),
    Row(
        LIND
        + "The mine lost money. Lind [dismissed:I_ACTION] the report, [saying:REPORTING] it was "
        "wrong.",
        {"dismissed": "agent 2022-01-07", "saying": "along 2022-01-07"},
        basis="dateline",
    ),
    # Each name of the subject, and a name that the parser takes for a noun.
    Row(
        "The chairman and founder Steve Jobs [spoke] on {Friday=~2022-01-07}. The mine lost "
        "money. Jobs [welcomed] them.",
        {"welcomed": "agent 2022-01-07"},
        basis="dateline",
    ),
)

# Somebody else, another time, no news, and a day long ago.
AGENT_REFUSALS = (
    # What goes on, and what follows another day that was told in between.
    Row(
        LIND + "The mine lost money. Lind was [carrying:OCCURRENCE,PAST,PROGRESSIVE] a message.",
        {"carrying": "linker"},
        basis="dateline",
    ),
    Row(
        LIND + "The council [ordered] a strike on {3 January=~2022-01-03}. Lind then [sent] help.",
        {"ordered": "attached 2022-01-03", "sent": "linker"},
        basis="dateline",
    ),
    Row(
        LIND + "Karl Berg [said:REPORTING] it was safe.",
        {"said": "reporting 2022-01-10"},
        basis="dateline",
    ),
    Row(
        LIND + "Lind later [said:REPORTING] it was safe.",
        {"said": "reporting 2022-01-10"},
        basis="dateline",
    ),
    Row(
        "Anna Lind [spoke] to workers on {3 May=~2021-05-03}. Lind [said:REPORTING] it was safe.",
        {"said": "reporting 2022-01-10"},
        basis="dateline",
    ),
    Row(LIND + "Lind had [promised:I_ACTION,PERFECTIVE] new jobs.", {"promised": TENSE_PAST}),
)

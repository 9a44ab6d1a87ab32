"""Kinds of blocks, a wrapped paragraph and a long line, as the cases use them.

A case: name, text, the blocks as (kind, how they begin, how they end).
"""

Case = tuple[str, str, list[tuple[str, str, str]]]

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

"""How every date came about, told in sentences: the document's date, then each entry or one item.

It needs the annotations as well as the chronology: what an expression means, and what was passed
over, is not part of the output contract.
"""

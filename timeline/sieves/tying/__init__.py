"""Which expressions date an event of their sentence: by the parse, and by the order of words.

`links` ties; the others answer one of its questions each.
"""

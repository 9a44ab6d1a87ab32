"""White space as the parser sees it: how much of it stands there means nothing."""

from __future__ import annotations

from spacy.tokens import Doc

# Between blocks, with and without an empty line; inside one, where no line break is left.
BLANKS = ("\n\n", "\n", " ")
FEATURES = ("norm_", "lower_", "prefix_", "suffix_", "shape_")


def even_blanks(doc: Doc) -> None:
    """Give all gaps of a kind between blocks the same features, and all blanks inside one.

    They are lexemes of their own, four line breaks another one than two, and what the parser makes
    of the words beside them would hang on that.
    """
    columns = doc.to_array(["ORTH", "IS_SPACE"])
    # Not numpy's `unique`, which imports its masked arrays.
    for orth in sorted(set(columns[columns[:, 1] == 1, 0].tolist())):
        lexeme = doc.vocab[orth]
        one = doc.vocab[BLANKS[2 - min(lexeme.text.count("\n"), 2)]]
        for name in FEATURES:
            setattr(lexeme, name, getattr(one, name))

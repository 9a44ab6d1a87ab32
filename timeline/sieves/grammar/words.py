"""The word lists of the sieves: what a linguist would edit. Lemmas in lower case."""

from __future__ import annotations

from ...rules import prospective

# Verbs that say when their subject ("the strike began") or object ("began talks") begins or ends.
BEGINNING = frozenset("begin start commence".split())
ENDING = frozenset("end finish conclude cease expire".split())
# What is brought to its end on a day, of which nobody asks how long it went on.
BRINGING_TO_AN_END = frozenset("finish conclude".split())
# Verbs that say how long their subject went on; the second ones also take "until Friday".
LASTING = frozenset("last continue go drag persist".split())
# Verbs that only say that their subject happened: both words are one happening.
OCCURRING = frozenset(
    """occur happen erupt follow unfold ensue arise resume continue open start begin commence end
    finish conclude last break take reopen""".split()
)
# Verbs whose object is the happening itself ("held talks", "signed a treaty").
LIGHT = frozenset(
    """hold make take give have stage launch mount conduct carry perform undertake deliver wage
    fight sign reach conclude commit attend organize organise host resume open begin start
    commence end finish stage issue pay cast file open suffer undergo play""".split()
)
# Verbs that tell what their subject, an event, did on the spot ("the attack killed two").
RESULTING = frozenset(
    """kill injure wound hurt destroy damage hit cost claim leave find strike rock shake devastate
    level flatten burn ravage reveal uncover displace sink topple""".split()
)
# Verbs of change: what they lead to is the same happening ("escalated into riots").
CHANGING = frozenset("escalate turn develop grow erupt descend evolve spiral degenerate".split())
# Verbs and adjectives after which a date belongs to what is planned, not to the planning.
PROSPECTIVE = prospective.PROSPECTIVE | frozenset(
    """set fix agree pledge vow prepare bind need have want tell order ask ready likely""".split()
)
# Verbs whose object or subject has the date that they are done for.
ARRANGING = prospective.ARRANGING | PROSPECTIVE
# Words of a date that numbers are compared with: "fell 8% from a year ago".
AGO = frozenset("ago earlier last previous before prior".split())
# What a time is told of, right before it: "second-quarter results", "the 2021 budget".
FIGURES = frozenset("results result earnings accounts figures budget edition model data".split())
# Before "than" these only count: "more than 80 reports last year".
COUNTING = frozenset("more less fewer other rather".split())
# Stretches that a date closes: "the six months ended Oct. 1".
PERIODS = frozenset("day week month quarter half year period season".split())
# Verbs that move what they are said of to another time: "postponed until Friday".
PUTTING_OFF = prospective.POSTPONING | frozenset("move shift suspend".split())
# Verbs of making or asking others do a thing: "ordered the plant to stop".
BIDDING = frozenset("ask tell order urge command instruct request direct beg".split())
BARRING = frozenset(
    "ban bar block forbid prevent prohibit stop".split()
)  # "banned it from sailing"
# Gatherings: what happens at one has its time ("said at a meeting on Monday").
GATHERINGS = frozenset(
    """meeting conference briefing summit rally session ceremony hearing talk funeral congress
    convention forum gathering dinner match game concert festival debate interview speech""".split()
)
# What befalls a place: what happens in it has its time ("fell in the gale of 18 January").
DISASTERS = frozenset(
    """gale storm hurricane cyclone typhoon tornado blizzard flood fire blaze earthquake quake
    landslide avalanche tsunami eruption explosion blast raid bombing bombardment riot uprising
    rising revolt rebellion mutiny massacre pogrom siege sack epidemic plague famine
    crash""".split()
)
# What tells of a year as it was then, and what is agreed in it: "by the census of 1927".
STATED = frozenset("census count survey treaty".split())
# What is written on a day, and says then what it says: "warned in a letter of 6 March".
WRITTEN = frozenset("cable email letter memo memorandum message note telegram".split())
# What somebody looks into, on a day or in a year, and what it then tells: "a 2019 audit warned".
INQUIRIES = frozenset(
    """audit inspection survey study poll census review inquiry investigation probe report autopsy
    test assessment appraisal examination count analysis dig excavation""".split()
)
# What is won and lost, and the verbs that say so: they have the same time.
CONTESTS = frozenset(
    """election by-election referendum competition contest championship tournament final race match
    game cup derby olympics""".split()
)
CONTESTING = frozenset("win lose enter contest fight survive lead boycott".split())
# Verbs that make a day something: "declared January 10 to be a day of mourning".
DECLARING = frozenset("declare designate proclaim name mark make call appoint".split())
# Verbs whose subject is a time that saw something: "Tuesday saw protests".
WITNESSING = frozenset("see witness bring mark".split())
# Verbs that tell somebody's words: said, if nothing else dates them, when the report was made.
SAYING = frozenset(
    """say tell add note stress explain emphasize emphasise announce report state declare warn
    confirm deny affirm insist claim acknowledge admit reply comment remark assert argue caution
    predict""".split()
)
# What is made for a period, at another time: "lowered its forecast for 2021".
FORECASTS = frozenset(
    """forecast guidance outlook estimate budget target dividend projection prediction expectation
    result accounts figure plan""".split()
)
# Verbs with which an inquiry tells what it found.
FINDING = SAYING | frozenset(
    """find reveal show conclude recommend uncover discover detect identify suggest indicate
    highlight expose estimate establish determine blame clear urge describe count record put rate
    rank criticise criticize condemn""".split()
)
# What is done to a report on the day on which it says what it says.
PUBLISHING = frozenset("publish release issue file print circulate".split())
# What the teller says of his own sureness: "in, I think, October 1967".
HEDGING = frozenset("think believe suppose guess reckon fancy imagine presume remember".split())
# Verbs of words about something that happened before: "condemned the invasion of 2 August".
LOOKING_BACK = frozenset(
    """condemn denounce deplore decry criticise criticize mourn commemorate recall remember regret
    investigate probe lament bemoan""".split()
)
# What a meeting does: without a date of its own, on the day of its minutes.
DECIDING = frozenset(
    """approve resolve agree decide authorise authorize adopt elect appoint accept ratify sign
    reject defer co-opt endorse vote""".split()
)
# Verbs that happen once in a life or close a story: what is coordinated with them came later.
CLOSING = frozenset("bear die found establish".split())
# What follows an end at once: "retired in 1894 and was succeeded by her niece".
AT_ONCE = frozenset("succeed replace bury inter cremate".split())
# Verbs of lasting activity: "between May and June" is then a stretch, not a day within it.
DURATIVE = frozenset(
    """live work serve stay reside study teach direct lead reign rule govern occupy hold head own
    run manage chair keep remain stand fight operate exist hide wait sleep sit lie travel tour
    write sell belong attend train play advise spend represent campaign collaborate reside rent act
    practise practice edit command chair coach preach tend nurse""".split()
)
# Verbs that in the present say what a thing is like or does all the time: "it runs on tablets".
LIKE = frozenset(
    """allow carry contain cost cover face feature hold include let measure need offer overlook
    provide rely require run seat serve smell span stretch suit support taste use weigh
    work""".split()
)
# With these words they tell of a deed: "runs for mayor", "uses up its oil".
DEEDS = frozenset("for into away aground against out off up".split())
# Verbs of a figure that is taken on a day: "as of 30 June it employed 300 people".
MEASURING = frozenset("employ number total amount account comprise include count".split())
# Happenings that go on for a time: "between May and June" is all of it.
LONG = frozenset(
    """trial war siege campaign tour festival conference season strike excavation dig survey
    negotiation talk drilling filming voyage expedition exhibition occupation blockade""".split()
)
# Verbs of an act that takes effect on a day: "tightened the rules from 1 July".
EFFECTIVE = frozenset(
    """ban prohibit forbid outlaw abolish introduce impose tighten loosen raise lower cut increase
    reduce ease lift restrict suspend replace change rename appoint allow permit require double
    halve extend""".split()
)
# Words that move a story on by an unsaid amount: what follows is not on the date told last.
SEQUENCE = frozenset(
    """subsequently later then afterwards afterward thereafter meanwhile previously earlier ensuing
    subsequent eventually finally soon once already since consequently before after next
    formerly originally initially recently now still ever again usually often always""".split()
)
# Words that lead behind what is told.
BEHIND = frozenset(
    """previously earlier already formerly originally recently since before once ever usually often
    always still""".split()
)
# What is told of so many of them is of no one day: "It was used by many over the years".
LONGER = frozenset("week month year decade century generation".split())
# Prepositions after which an expression compares or tells a topic; it dates nothing.
TOPIC = frozenset(
    "about than with like against versus per as including regarding concerning".split()
)

# Adjectives that tell when something is to happen or to hold: "would be ready within a month".
TIMED = frozenset("due open closed payable live ready available".split())

# Before "before" and "after": it was near that time.
SHORTLY = frozenset("shortly just soon immediately directly right straight moments little".split())
# With "through" they are one verb: "the merger fell through that June".
PHRASAL = frozenset("fall break follow".split())
# What is done at once with what it is to do.
MOVING_TO = frozenset({"decline", "move", "refuse", "vote"})
UNTIL = frozenset({"until", "till", "til"})
# Words that may stand between a signal and its expression: "by about noon", "since at least May".
HEDGES = frozenset("about around at least early late the roughly approximately as mid".split())
# What counts events, not days: "the third accident since 2019".
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth only last".split()
)
# What only counts a time, and what happened then is told by the verb: "on one occasion in 2016".
OCCASIONS = frozenset("occasion moment instant".split())
STRETCHES = frozenset("weekend week night period fortnight holiday season".split())
# What says when a document was made, no happening of its story: "Dated: 6 November 2020".
DATING = frozenset(("date",))

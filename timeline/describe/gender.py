"""Whether "he" or "she" can mean a person: by title, by first name, by what the text calls them."""

from __future__ import annotations

from .parse import Parse

TITLES = {
    **dict.fromkeys(("mr", "mr.", "sir", "lord", "king", "prince", "father", "brother"), "he"),
    **dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess"), "she"),
}
# First names that are given to one sex nearly everywhere; others ("Andrea", "Kim") tell nothing.
MEN = frozenset("""
aaron abdul abdullah abraham adam ahmed alan albert alejandro alexander alfred ali anders andrew
andrzej anthony anton antonio arnold arthur barack ben benjamin bernard bill bob boris brian bruce
carl carlos charles christopher colin craig daniel david dennis dick diego dmitry donald douglas
edward emil enrique eric erik ernest ernst eugene felix fernando francisco frank franz fred
frederick friedrich fritz gary geoffrey george gerald gerhard gilbert giovanni giuseppe gordon
graham greg gunnar gustav hamid hans harold harry hassan heinrich helmut henrik henry herbert
howard hugh hugo hussein ian ibrahim idris igor isaac ivan jack jacob jacques jakob james jason
jeff jeffrey jeremy jim joe joel johan johann john johnny jonathan jorge jose josef joseph joshua
juan julius karl keith ken kenneth kevin khalid klaus kurt larry lars lawrence leon leonard liam
louis lucas ludwig luigi luis magnus mahmoud mahmud malcolm manuel marco marcus mario mark martin
matthew matthias maurice max michael miguel mike mikhail mohamed mohammad mohammed muhammad mustafa
ned neil nelson nicholas nigel nikolai norman olaf oleg oliver omar osama oscar oskar otto pablo
patrick paul pedro peter philip pierre rafael ralph raymond ricardo richard rob robert roberto
rodrigo roger roland ronald roy rudolf saddam samuel scott sean sergei simon stanley stefan stephen
steve steven stuart sven ted terry theodore thomas tim timothy tom tomas tomasz tony victor vincent
vladimir walter werner wilhelm william yasser yitzhak yuri
""".split())  # fmt: skip
WOMEN = frozenset("""
agnes alice alicia amanda amelia amy angela anita ann anna anne annie astrid audrey barbara
beatrice benazir berta bertha betty birgit brenda brigitte carmen carol caroline catherine cecilia
charlotte christina christine claire clara claudia condoleezza daisy deborah diana dolores donna
dora doris dorothy edith eileen elena eleanor elisabeth elizabeth ella ellen elsa emily emma erika
esther eva eve fatima fiona florence frances gabriela gerda gertrude gloria golda greta hanna
hannah harriet heather hedda hedwig heidi helen helena helga henrietta hilary hilda hillary imelda
indira ines ingrid irene irina isabel isabella jacqueline jane janet janice jennifer jessica
joanna joyce judith judy julia juliet karen kate katharina katherine kathleen kathryn katrina
kelly kirsten laura lena leila lily linda lisa louise lucia lucy lydia madeleine margaret
margarita margot maria marie marijke marit martha mary matilda maud megyn melissa mercedes
michelle mildred miriam monica nadia nancy natalia natasha nicole nina nora olga olivia pamela
patricia paula pauline penelope petra phyllis priya rachel rebecca rita rosa rosemary ruth sally
sandra sara sarah shirley sigrid silvia sofia sonia sophia sophie stella stephanie susan susanna
suzanne sylvia tamara tatiana teresa theresa tina ursula valerie vanessa vera veronica victoria
virginia wendy yulia zoe
""".split())  # fmt: skip
MASCULINE = frozenset("""
boy brother emperor father gentleman grandfather husband king
lord man monk nephew pope priest prince son uncle widower
""".split())  # fmt: skip
FEMININE = frozenset("""
actress aunt businesswoman chairwoman congresswoman daughter duchess empress girl grandmother lady
midwife mother niece nun policewoman princess queen sister spokeswoman sportswoman waitress widow
wife woman
""".split())  # fmt: skip
DESCRIBING = ("compound", "nmod", "appos", "amod")


def agrees(parse: Parse, name: int, word: str) -> bool:
    """Tell whether nothing speaks against "he" (or "she") for the name or noun at this token."""
    told = words_for(parse, name)
    return not told or told == {word}


def asks_for(parse: Parse, name: int, word: str) -> bool:
    """Tell whether the name or its title says that "he" (or "she") is the word for it."""
    return words_for(parse, name) == {word}


def words_for(parse: Parse, name: int) -> set[str]:
    """The pronouns that the words of a person's phrase ask for."""
    words = [name, *parse.kids[name]]
    told = {TITLES[parse.lower[t]] for t in words if parse.lower[t] in TITLES and t < name}
    if told:
        return told
    nouns = [t for t in words if t == name or parse.dep[t] in DESCRIBING]
    lemmas = {parse.lemma[t].lower() for t in nouns if parse.entity[t] != "PERSON"}
    told = {word for word, kind in (("he", MASCULINE), ("she", FEMININE)) if lemmas & kind}
    if told or parse.pos[name] != "PROPN":
        return told
    first = name
    while (
        first
        and parse.pos[first - 1] == "PROPN"
        and (parse.entity[first - 1] == parse.entity[name] or parse.head[first - 1] == name)
    ):
        first -= 1
        if parse.lower[first] in MEN | WOMEN and parse.entity[first] == "PERSON":
            break
    given = parse.lower[first]
    if given in MEN:
        return {"he"}
    return {"she"} if given in WOMEN else set()

"""Which language a text is in: enough to say that it does not look English."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

WORD = re.compile(r"[^\W\d_]{1,40}")
SAMPLE = 20_000  # characters
LEAST_LETTERS = 8  # of a script other than Latin, before it names a language
LEAST_HITS = 3  # different function words of one language
LEAST_SHARE = 0.12  # of all words; running text has 0.3 to 0.5, names and tables nearly none
MARGIN = 1.25  # times as many hits as English, or English as the next

NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish", "da": "Danish", "nb": "Norwegian",
    "fi": "Finnish", "pl": "Polish", "cs": "Czech", "ro": "Romanian", "tr": "Turkish",
    "hu": "Hungarian", "id": "Indonesian", "ru": "Russian", "uk": "Ukrainian", "el": "Greek",
    "ar": "Arabic", "fa": "Persian", "he": "Hebrew", "zh": "Chinese", "ja": "Japanese",
    "ko": "Korean", "hi": "Hindi", "th": "Thai", "ka": "Georgian", "hy": "Armenian",
    "bn": "Bengali", "ta": "Tamil",
}  # fmt: skip
# The commonest function words. One that several languages share counts for each of them.
FUNCTION_WORDS = {
    "en": "the of and to in a is that it was for on as with he be at by this had not are but from "
          "or have an they which one were all their has his her she i we you him will been who "
          "more no if out so said what up its about into than them can only when there would",
    "de": "der die das und in zu den ist nicht von mit sich des auf für im dem ein eine als auch "
          "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
          "einen so zum war haben nur oder aber vor zur bis mehr durch wurde sein ich wir ihr",
    "fr": "le la les de des du et un une est en que qui dans pour pas au sur ne se ce il elle par "
          "plus avec son sa ses mais comme ou aux cette ont été nous vous je leur sont même "
          "d l qu n s c y a à où était fait",
    "es": "el la los las de del y que en un una es no se por con para su al lo como más pero sus "
          "le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde "
          "quien desde todo nos fue ha era son a años",
    "it": "il lo la i gli le di del della dei e che in un una è non per si con da sono ma come al "
          "alla nel nella più anche dal se ha questo questa o su ci era hanno stato loro essere "
          "delle degli suo sua l d c a dopo",
    "pt": "o a os as de do da dos das e que em um uma é não se por com para na no nas nos mais "
          "como mas foi ao ele ela seu sua ou ser quando muito há já está eu também só pelo "
          "pela até isso são entre era depois",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij "
          "door naar hij ze zij wordt werd uit over heeft hebben nog tot deze dit was haar wat "
          "hun zich geen kan worden na",
    "sv": "och i att det som en på är av för med den till inte om ett han men var sig från vi så "
          "har hade de kan när hon jag ska också eller efter då där under vid mot mycket över "
          "blev sin",
    "da": "og i at det er en til af på den som for der de med han ikke et har var fra om så men "
          "jeg vi kan skal efter blev eller hun sig også ved når hvor mod havde nu ud være noget "
          "deres af",
    "nb": "og i å det er en til av på den som for de med han ikke et har var fra om så men jeg vi "
          "kan skal etter ble eller hun seg også ved når hvor mot hadde nå ut være noe deres fra "
          "at",
    "fi": "ja on ei että se oli hän joka mutta kun myös ovat kuin niin tai mukaan sen olla jo "
          "vain ole sitä mitä hänen vuoden nyt jos jotka ollut kanssa sekä vielä",
    "pl": "i w na z do nie się to jest że o jak po za od przez dla był ale co tak oraz czy tym są "
          "tego jego ma które który która była było już jej być może przed roku także",
    "cs": "a v na se je že s z do o i to ve k pro za by si po ale jako jsou byl od byla bylo tak "
          "který která které jeho jak už při také nebo až jen podle před let ze",
    "ro": "și în de la a o un cu pe care nu este din să se pentru ca mai fost sunt au al ale sau "
          "dar prin după ce lui despre când până era către cele într această acest",
    "tr": "ve bir bu için da de ile olarak çok daha olan gibi en kadar sonra ne var ancak ama "
          "olduğu o ise göre oldu her ya değil diye tarafından büyük",
    "hu": "a az és hogy nem is egy volt meg csak már de ez ha van még el mint azt ki kell pedig "
          "után lesz vagy fel sem szerint minden aki amely között",
    "id": "yang dan di dari ini untuk dengan itu pada tidak akan dalam adalah ke oleh juga telah "
          "sebagai karena bisa ada mereka saat lebih kata tersebut sudah atau kami menjadi",
}  # fmt: skip
SCRIPTS = {
    "CYRILLIC": "ru", "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "CJK": "zh",
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "DEVANAGARI": "hi", "THAI": "th",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "BENGALI": "bn", "TAMIL": "ta",
}  # fmt: skip
_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _words in FUNCTION_WORDS.items():
    # Single letters are initials and marks as often as words.
    for _word in {word for word in _words.split() if len(word) > 1}:
        _LANGUAGES_OF.setdefault(_word, []).append(_code)


def detect_language(text: str) -> str:
    """The code of the language, "und" where the text does not tell.

    >>> detect_language("Der Streik begann am 3. Mai und dauerte bis zum Ende der Woche.")
    'de'
    >>> detect_language("Tokayev, Almaty")
    'und'
    """
    words = WORD.findall(text[:SAMPLE].lower())
    if not words:
        return "und"
    return _by_script("".join(words)) or _by_function_words(words)


def language_name(code: str) -> str:
    """The English name of a language, or its code."""
    return NAMES.get(code, code)


def _by_script(letters: str) -> str | None:
    """The language of the script that most letters are of; None for Latin."""
    counts = Counter(SCRIPTS.get(_script(c), "latin") for c in letters if ord(c) > 0x24F)
    counts.pop("latin", None)
    if not counts:
        return None
    # Japanese is written with Chinese characters too, but not without its own.
    if counts["ja"] * 10 > counts["zh"] and counts["ja"]:
        counts["ja"] += counts.pop("zh", 0)
    code, number = counts.most_common(1)[0]
    # A character of Chinese is a word, so half as many letters weigh as much.
    weight = 2 if code in ("zh", "ja") else 1
    if number < LEAST_LETTERS / weight or number * weight * 2 < len(letters):
        return None
    if code == "ru" and any(c in letters for c in "іїєґ"):
        return "uk"
    return "fa" if code == "ar" and any(c in letters for c in "پچژگ") else code


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ", 1)[0].split("-", 1)[0]


def _by_function_words(words: list[str]) -> str:
    hits = Counter(code for word in words for code in _LANGUAGES_OF.get(word, ()))
    kinds = Counter(code for word in set(words) for code in _LANGUAGES_OF.get(word, ()))
    ranked = hits.most_common()
    if not ranked:
        return "und"
    code, number = ranked[0]
    if kinds[code] < LEAST_HITS or number < LEAST_SHARE * len(words):
        return "und"
    # Danish and Norwegian are hard to tell apart, but neither is English.
    rival = hits["en"] if code != "en" else (ranked[1:] or [("", 0)])[0][1]
    return code if number >= MARGIN * rival else "und"

"""Languages are told apart where the text tells them, and nowhere else."""

from pathlib import Path

import pytest

from timeline.readers import Failure, read_sources
from timeline.readers.language import detect_language

CASES = {
    "en": "He had resigned on Monday, and the board was told of it by the end of the week.",
    "de": "Der Streik begann am 3. Mai und dauerte bis zum Ende der Woche, wie die Bahn mitteilte.",
    "fr": "La grève a commencé le 3 mai et elle a duré jusqu’à la fin de la semaine dans le port.",
    "es": "La huelga empezó el 3 de mayo y duró hasta el fin de la "
    "semana, según los dueños del puerto.",
    "it": "Lo sciopero è iniziato il 3 maggio e non è finito che alla "
    "fine della settimana, con un accordo.",
    "pt": "A greve começou no dia 3 de maio e não acabou até ao fim da "
    "semana, segundo os donos do porto.",
    "nl": "De staking begon op 3 mei en het duurde tot het einde van "
    "de week voor zij naar huis gingen.",
    "sv": "Strejken började den 3 maj och det dröjde till slutet av "
    "veckan innan de som var med gick hem.",
    "fi": "Lakko alkoi toukokuussa ja se kesti viikon loppuun, mutta "
    "kukaan ei ole vielä kotona, kun hän on.",
    "pl": "Strajk rozpoczął się w maju i trwał do końca tygodnia, ale "
    "nie był to koniec, jak się okazało.",
    "cs": "Stávka začala v květnu a trvala až do konce týdne, ale "
    "nebyl to konec, jak se ukázalo, když byla zima.",
    "ro": "Greva a început în mai și a durat până la sfârșitul "
    "săptămânii, dar nu este clar pentru ce au plecat.",
    "tr": "Grev mayıs ayında başladı ve hafta sonuna kadar sürdü, ama "
    "bu son değil ve daha çok işçi var gibi.",
    "hu": "A sztrájk májusban kezdődött és a hét végéig tartott, de ez "
    "nem volt a vége, mert az idő még hideg.",
    "id": "Pemogokan itu dimulai pada bulan Mei dan tidak berakhir "
    "sampai akhir pekan, kata mereka yang ada di sana.",
    "ru": "Забастовка началась 3 мая и длилась до конца недели.",
    "uk": "Страйк почався 3 травня і тривав до кінця тижня, його підтримали всі.",
    "el": "Η απεργία άρχισε στις 3 Μαΐου.",
    "ar": "بدأ الإضراب في الثالث من مايو",
    "fa": "اعتصاب در سوم مه آغاز شد و پنج روز گذشت",
    "he": "השביתה החלה בשלושה במאי",
    "zh": "罢工于五月三日开始。",
    "ja": "東京都知事選挙は七月五日に行われた。",
    "ko": "파업은 5월 3일에 시작되었다.",
    "hi": "हड़ताल तीन मई को शुरू हुई।",
}


@pytest.mark.parametrize("code", CASES)
def test_detect_language(code: str) -> None:
    assert detect_language(CASES[code]) == code


def test_danish_and_norwegian_are_not_english() -> None:
    text = (
        "Strejken begyndte den 3. maj, og det var ikke til at se, hvor de skulle gå hen efter det."
    )
    assert detect_language(text) in ("da", "nb")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3 May 1940",
        "Tokayev, Almaty",
        "Die",
        "Chelsea 2 (Drogba 38, 72) Reading 2",
        "Москва",
        "Σ = 3",
    ],
)
def test_too_little_to_tell(text: str) -> None:
    assert detect_language(text) == "und"


def test_half_german_and_half_english_is_neither() -> None:
    assert (
        detect_language("The end of the war was not that. Das war nicht das Ende der Fahrt.")
        == "und"
    )


def test_single_letters_are_no_words() -> None:
    assert detect_language("a b c d e f g h i j k l m n o p q r s t u v w x y z " * 3) == "und"


def test_an_english_text_with_a_foreign_quotation_is_english() -> None:
    text = CASES["en"] * 2 + ' He said: "Das ist nicht der Weg." Забастовка началась.'
    assert detect_language(text) == "en"


def test_a_document_in_another_language_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CASES["de"], encoding="utf-8")
    (tmp_path / "b.txt").write_text(CASES["en"], encoding="utf-8")
    (tmp_path / "c.txt").write_text("Almaty", encoding="utf-8")
    documents = [d for d in read_sources([str(tmp_path)]) if not isinstance(d, Failure)]
    assert [(d.language, d.warnings) for d in documents] == [
        ("de", ("this text does not look English (German?) and is not dated",)),
        ("en", ()),
        ("und", ()),
    ]


@pytest.mark.parametrize("folder", ["timebank", "aquaint"])
def test_no_english_document_of_the_corpora_is_taken_for_another(
    folder: str, corpora: Path
) -> None:
    documents = list(read_sources([str(corpora / folder)]))
    assert {d.language for d in documents if not isinstance(d, Failure)} == {"en"}
    assert not [d for d in documents if isinstance(d, Failure)]

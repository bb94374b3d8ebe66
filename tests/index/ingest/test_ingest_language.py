"""The language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_languages import NO_OTHER, is_right, texts

from index.ingest.language import guess_language, told
from index.language.codes import NAMES, UNDETERMINED

WRITTEN = texts()


SAMPLES = {
    "en": "The harbour will be open before the winter storms arrive, the authority said on Tuesday.",
    "de": "Der Hafen wird vor den Winterstürmen geöffnet sein, sagte die Behörde, und das ist nicht zu früh.",
    "fr": "Le port sera ouvert avant les tempêtes de l’hiver, a dit la direction, et ce n’est pas trop tôt.",
    "es": "El puerto estará abierto antes de las tormentas del invierno, dijo la autoridad, y no es pronto.",
    "it": "Il porto sarà aperto prima delle tempeste, ha detto la direzione, e non è troppo presto.",
    "pt": "O porto não será aberto antes das tempestades do inverno, e os navios não vão esperar.",
    "nl": "De haven zal voor de winter open zijn, zei het bestuur, en dat is niet te vroeg voor een stad.",
    "sv": "Hamnen ska vara öppen innan stormarna kommer, och det är inte för tidigt för en stad.",
    "ru": "Порт будет открыт до начала зимних штормов, сообщили власти, и это уже были хорошие новости.",
    "uk": "Порт буде відкрито до початку зимових штормів, повідомила влада, і це вже її рішення.",
    "ar": "المرفأ سيكون جاهزا قبل الشتاء كما قالت السلطات يوم الثلاثاء",
    "fa": "بندر پیش از زمستان آماده خواهد شد و این را مقام‌ها گفتند که کار گران است",
    "he": "הנמל ייפתח לפני סערות החורף, כך מסרה הרשות ביום שלישי",
    "el": "Το λιμάνι θα ανοίξει πριν από τον χειμώνα, είπε η αρχή",
    "ja": "港は冬の嵐の前に開かれると当局は火曜日に発表した。",
    "zh": "港口将在冬季风暴来临之前开放,当局周二表示,这是一个好消息。",
    "ko": "항구는 겨울 폭풍 전에 열릴 것이라고 당국이 화요일에 밝혔다.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_it_is_told(code: str) -> None:
    assert guess_language(SAMPLES[code]) == code


@pytest.mark.parametrize("text", ["", "123", "Rinholm", "xyzzy " * 50, "Lorem ipsum dolor sit amet sed do"])
def test_it_is_none_where_unsure(text: str) -> None:
    assert guess_language(text) is None


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    code = guess_language(text)
    assert code is None or code in NAMES


def test_texts_in_many_languages_are_told() -> None:
    assert len({code for code, _ in WRITTEN} - {"en", "-", "und"}) >= 60
    assert [(code, text[:40]) for code, text in WRITTEN if not is_right(code, text)] == []


def test_a_beginning_is_taken_for_english_only_if_it_is() -> None:
    """Of half of each text, too: what is in another language is never read as English."""
    halves = [(code, text[: len(text) // 2]) for code, text in WRITTEN if code not in NO_OTHER]
    found = [guess_language(half) for _, half in halves]
    assert "en" not in found
    assert found.count(None) <= 2
    assert sum(is_right(*one) for one in halves) >= 0.85 * len(halves)


def test_of_a_text_in_two_languages_the_greater_part_counts() -> None:
    by_code = dict(WRITTEN)
    english, spanish = by_code["en"], by_code["es"]
    assert guess_language(f"{english} {english} {spanish}") == "en"
    assert guess_language(f"{spanish} {spanish} {english}") == "es"


def test_a_page_is_believed_where_its_words_do_not_tell() -> None:
    by_code = dict(WRITTEN)
    assert told("Rinholm", "de") == "de"
    assert told(by_code["fi"], "en") == "fi"
    assert told(by_code["und"], "mi") == "mi"
    assert told(by_code["und"], "en-GB") == UNDETERMINED
    assert told(by_code["und"], None) == UNDETERMINED

"""Stems of the languages that Snowball knows, and what a language that nobody knows gets."""

import threading

import pytest

from index.fulltext import analysis
from index.language import LANGUAGES, form, forms


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "الهجوم هجوم"),
        ("ca", "atac atacs"),
        ("cs", "útok útoky"),
        ("da", "forhandling forhandlinger"),
        ("de", "Angriff Angriffe Angriffen"),
        ("de", "Haus Häuser Hauses"),
        ("de", "Straße Strassen"),
        ("el", "επίθεση επιθέσεις"),
        ("es", "negociación negociaciones"),
        ("fa", "کتاب کتاب‌ها"),
        ("fi", "hallituksen hallitukset"),
        ("fr", "frappe frappes frappé"),
        ("fr", "général généraux"),
        ("hi", "हमला हमले"),
        ("hu", "támadás támadások"),
        ("id", "serang menyerang serangan"),
        ("it", "accordo accordi"),
        ("nb", "forhandling forhandlinger"),
        ("nl", "onderhandeling onderhandelingen"),
        ("nn", "regjering regjeringa"),
        ("no", "regjering regjeringen"),
        ("pl", "atak ataki ataków"),
        ("pt", "nação nações"),
        ("ro", "guvern guverne"),
        ("ru", "новый новая новые нового"),
        ("ru", "российский российская российских"),
        ("ru", "удар удары ударов"),
        ("sv", "attack attackerna"),
        ("tr", "hükümet hükümetin"),
    ],
)
def test_inflections_meet_without_their_accents(language: str, words: str) -> None:
    assert len(set(forms(map(analysis.fold, words.split()), language))) == 1


def test_every_language_but_english_is_tried_above() -> None:
    mark = test_inflections_meet_without_their_accents.pytestmark[0]  # type: ignore[attr-defined]
    assert {language for language, _ in mark.args[1]} == LANGUAGES - {"en"}


@pytest.mark.parametrize("language", [None, "", "xx", "ja", "EN", "en-GB"])
def test_a_language_without_forms_leaves_words_as_they_are(language: str | None) -> None:
    assert form("strikes", language) == "strikes"


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_what_begins_with_a_digit_is_itself_alone(language: str) -> None:
    words = ["1990s", "35s", "1200", "2nd", "5en"]
    assert forms(words, language) == words
    assert all(found and not found[0].isdigit() for found in forms(["strikes", "a", "ing", "en"], language))


def test_threads_do_not_disturb_each_other() -> None:
    words = ["regierungen", "verhandlungen", "angriffe", "gespräche"] * 200
    expected = forms(words, "de")
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(forms(words, "de"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8

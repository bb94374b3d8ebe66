"""Stems by the Snowball algorithms, for the languages that have no rules of ours.

What is stemmed has its accents folded away, in texts and queries alike. That costs the algorithms
little; endings that are told by an accent alone get it back first.
"""

import re
import threading
from collections.abc import Callable, Iterable

import Stemmer

VERSION: str = Stemmer.version()
"""Other versions may give other stems."""

_ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "es": "spanish",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}

LANGUAGES = frozenset(_ALGORITHMS)
"""ISO 639-1 codes of the languages that are stemmed so."""

_FOLDED_ENDINGS: dict[str, tuple[re.Pattern[str], str]] = {
    "pl": (re.compile(r"(?<=\w\w)ow$"), "ów"),
    "pt": (re.compile(r"(?<=\w\w)oes$"), "ao"),
    "ru": (re.compile(r"(?<=[аеиоуыэюя])и$"), "й"),
}
"""Endings without their accents, by language, and what stands for them."""

_DIGIT = re.compile(r"\d")


class _Stemmers(threading.local):
    """The algorithms in use, which no two threads may share."""

    def __init__(self) -> None:
        self._known: dict[str, Callable[[list[str]], list[str]]] = {}

    def of(self, language: str) -> Callable[[list[str]], list[str]]:
        """What stems many words of a language."""
        if language not in self._known:
            self._known[language] = Stemmer.Stemmer(_ALGORITHMS[language], 0).stemWords
        return self._known[language]


_STEMMERS = _Stemmers()


def forms(keys: Iterable[str], language: str) -> list[str]:
    """The stems of folded words; what holds a digit is left as it is."""
    known = list(keys)
    prepared = known
    if language in _FOLDED_ENDINGS:
        ending, whole = _FOLDED_ENDINGS[language]
        prepared = [ending.sub(whole, key) for key in known]
    stems = _STEMMERS.of(language)(prepared)
    return [stem if stem and not _DIGIT.search(key) else key for key, stem in zip(known, stems, strict=True)]

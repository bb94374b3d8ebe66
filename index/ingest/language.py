"""Tells the language of a text from its script or its commonest small words."""

import re
from collections import Counter

from index.ingest.lexicon import SMALL_WORDS

_SAMPLE = 2500
"""Characters that are looked at."""

_SMALL = {
    word: tuple(code for code, words in SMALL_WORDS.items() if word in words.split())
    for words in SMALL_WORDS.values()
    for word in words.split()
}
_WORD = re.compile(r"[^\W\d_]{1,20}")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u1dff\u3040-\u9fff\uac00-\ud7a3]")
_SCRIPTS = {
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "arabic": re.compile("[\u0600-\u06ff]"),
    "hebrew": re.compile("[\u05d0-\u05ea]"),
    "greek": re.compile("[\u0370-\u03ff]"),
    "kana": re.compile("[\u3040-\u30ff]"),
    "hangul": re.compile("[\uac00-\ud7a3]"),
    "han": re.compile("[\u4e00-\u9fff]"),
    "devanagari": re.compile("[\u0900-\u097f]"),
}


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is in, or None where that is unsure."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and len(_OTHER.findall(sample)) > len(_LATIN.findall(sample)):
        return _by_script(sample, {name: len(script.findall(sample)) for name, script in _SCRIPTS.items()})
    return _by_words(sample)


def _by_script(sample: str, counts: dict[str, int]) -> str | None:
    """The language of a text that is not in Latin letters."""
    if max(counts.values()) < 10:
        return None
    if counts["kana"] > 0 and (counts["kana"] + counts["han"]) * 2 > sum(counts.values()):
        return "ja" if counts["kana"] * 20 > counts["han"] else "zh"
    script = max(counts, key=lambda name: counts[name])
    if script == "cyrillic":
        if re.search("[іїєґІЇЄҐ]", sample):
            return "uk"
        return "ru" if re.search("[ыэё]", sample) else None
    if script == "arabic":
        persian = len(re.findall("[پچژگیک]", sample))
        return "fa" if persian * 25 > counts["arabic"] else "ar"
    return {"hebrew": "he", "greek": "el", "hangul": "ko", "han": "zh", "devanagari": None}.get(script)


def _by_words(sample: str) -> str | None:
    """The language whose small words stand out."""
    words = _WORD.findall(sample.lower())
    scores: Counter[str] = Counter()
    for word in words:
        for code in _SMALL.get(word, ()):
            scores[code] += 1
    ranked = scores.most_common(2)
    if len(words) < 8 or not ranked or ranked[0][1] < max(3, len(words) * 0.15):
        return None
    if len(ranked) > 1 and ranked[0][1] < 1.25 * ranked[1][1]:
        return None
    return ranked[0][0]

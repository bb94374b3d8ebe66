"""Tells the language of a text from its script or its commonest small words."""

import re
from collections import Counter

from index.ingest.small_words import SIGNS, SMALL_WORDS
from index.language.codes import UNDETERMINED

_SAMPLE = 2500
"""Characters that are looked at."""
_FEWEST = 8
"""Words of a text whose language is told from its words."""
_FEWEST_SIGNS = 10
"""The same for one in another script."""
_MARGIN = 1.25
"""How many times more words must speak for a language than for English, or the other way round."""
_SURELY_ENGLISH, _ENGLISH_AT_LEAST, _OTHERS_AT_LEAST = 0.3, 0.15, 0.08
"""Shares of small words in a text: languages that put them at the end of other words have fewer."""
_COMMONER = ("es", "pt", "cs", "hr", "id", "da", "fr", "it", "tr", "nl")
"""Of languages that are much alike, the one that is taken where as many words speak for another."""

_SMALL: dict[str, tuple[str, ...]] = {}
_ENGLISH = frozenset(SMALL_WORDS["en"].split())
for _code, _words in SMALL_WORDS.items():
    if _code == "en":
        continue
    for _word in set(_words.split()):
        _SMALL[_word] = (*_SMALL.get(_word, ()), _code)
_SIGNED = {
    sign: tuple(code for code, signs in SIGNS.items() if sign in signs) for sign in "".join(SIGNS.values())
}

_WORD = re.compile(r"[^\W\d_]{2,20}|(?<![\w'’])[^\W\d_A-Z](?![\w'’])")
"""Single letters count where they are words: not in "don't", "O'Brien" and "U.S."."""
_LATIN = re.compile("[A-Za-z\u00aa-\u02af\u1e00-\u1eff]")
_OTHER = re.compile(r"[^\W\d_A-Za-z\u00aa-\u02af\u1e00-\u1eff]")
_SCRIPTS = {
    "cyrillic": "\u0400-\u052f",
    "arabic": "\u0600-\u077f",
    "hebrew": "\u05d0-\u05ea",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "kana": "\u3040-\u30ff",
    "hangul": "\uac00-\ud7a3",
    "han": "\u4e00-\u9fff",
    "devanagari": "\u0900-\u097f",
    "hy": "\u0530-\u058f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",  # codespell:ignore te
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u139f\u2d80-\u2ddf",
    "km": "\u1780-\u17ff",
}
"""Scripts; those that one language has nearly for itself are under its code."""
_COUNTED = {name: re.compile(f"[{signs}]") for name, signs in _SCRIPTS.items()}

_CYRILLIC = (
    ("tg", "ҷӣӯ"), ("kk", "әұ"), ("uz", "ҳ"), ("ky", "ң"), ("mn", "өү"), ("be", "ў"), ("uk", "їєґ"),
    ("mk", "ѓќѕ"), ("sr", "ђћ"), ("ru", "ыэё"),
)  # fmt: skip
"""Languages by letters that those after them in this list have not, and that stand in any three sentences."""
_ARABIC = (("ckb", "ۆێڵڕ"), ("ur", "ٹڈڑےں"), ("ps", "ښځڼېۍ"))
_DEVANAGARI = (
    ("hi", "है हैं में और का की के से को"),
    ("mr", "आहे आहेत आणि च्या या मध्ये"),
    ("ne", "छ छन् र मा को हो भएको"),
)


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is in.

    Returns:
        None where that is unsure, as it is of a few words, of lists and of texts that are half in English;
        UNDETERMINED where only so much is sure that it is not English. Of a text in several languages it
        is the one that has most of its beginning.
    """
    sample = text[:_SAMPLE]
    if not sample.isascii() and (other := len(_OTHER.findall(sample))) > len(_LATIN.findall(sample)):
        return _by_script(sample) if other >= _FEWEST_SIGNS else None
    return _by_words(sample)


def told(text: str, declared: str | None) -> str | None:
    """The language of a text, and where its words do not tell, what its page says of it.

    Pages are made from forms that say "English" whatever is written into them.
    """
    guessed = guess_language(text)
    if guessed is None or (guessed == UNDETERMINED and declared and not declared.lower().startswith("en")):
        return declared
    return guessed


def _by_script(sample: str) -> str:
    """The language of a text that is not in Latin letters."""
    counts = {name: len(script.findall(sample)) for name, script in _COUNTED.items()}
    if max(counts.values()) < _FEWEST_SIGNS:
        return UNDETERMINED
    if counts["kana"] > 0 and (counts["kana"] + counts["han"]) * 2 > sum(counts.values()):
        return "ja" if counts["kana"] * 20 > counts["han"] else "zh"
    script = max(counts, key=lambda name: counts[name])
    if script == "cyrillic":
        return _cyrillic(sample.lower())
    if script == "arabic":
        return _arabic(sample, counts["arabic"])
    if script == "devanagari":
        words = Counter(re.findall("[\u0900-\u097f]+", sample))
        found = {code: sum(words[one] for one in some.split()) for code, some in _DEVANAGARI}
        return max(found, key=lambda code: found[code]) if max(found.values()) else UNDETERMINED
    if len(script) == 2:
        return script
    return {"hebrew": "he", "greek": "el", "hangul": "ko", "han": "zh"}.get(script, UNDETERMINED)


def _cyrillic(sample: str) -> str:
    for code, letters in _CYRILLIC:
        if sum(map(sample.count, letters)) > len(sample) // 1000:  # a name or two in another language aside
            return code
    if "ј" in sample:
        return "sr"
    return "bg" if "ъ" in sample else UNDETERMINED


def _arabic(sample: str, letters: int) -> str:
    for code, own in _ARABIC:
        if sum(map(sample.count, own)) * 50 > letters:
            return code
    persian = len(re.findall("[پچژگیک]", sample))
    return "fa" if persian * 25 > letters else "ar"


def _by_words(sample: str) -> str | None:
    """The language whose small words stand out."""
    written = _WORD.findall(sample)
    words = [word.lower() for word in written]
    if len(words) < _FEWEST:
        return None
    counted = Counter(words)
    english = sum(counted[word] for word in _ENGLISH & counted.keys())
    if english > _SURELY_ENGLISH * len(words):
        return "en"
    scores = _scores(counted, min(5, len(words) // 8))
    most = max(scores.values(), default=0)
    if english >= max(3.0, len(words) * _ENGLISH_AT_LEAST) and english >= _MARGIN * most:
        return "en"
    if most >= max(3.0, len(words) * _OTHERS_AT_LEAST):
        if most < _MARGIN * english:
            return None
        first = [code for code, score in scores.items() if score == most]
        known = [code for code in _COMMONER if code in first]
        return first[0] if len(first) == 1 else known[0] if known else UNDETERMINED
    return UNDETERMINED if _is_strange(written) else None


def _scores(counted: Counter[str], wanted: int) -> Counter[str]:
    """How many words speak for a language other than English, where so many different ones do."""
    scores: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, times in counted.items():
        codes = set(_SMALL.get(word, ()))
        signed = set() if word.isascii() else {code for sign in word for code in _SIGNED.get(sign, ())}
        for code in codes:
            scores[code] += times
        for code in signed:
            scores[code] += times
        different.update(codes | signed)
    return Counter({code: score for code, score in scores.items() if different[code] >= wanted})


def _is_strange(written: list[str]) -> bool:
    """Whether some words, of no language that is known here, cannot be English, as names and lists could."""
    plain = [word for word in written if word[0].islower()]
    english = sum(word in _ENGLISH for word in plain)
    if len(plain) < 20 or english > 0.08 * len(plain):
        return False
    foreign = sum(not word.isascii() for word in plain)
    open_ended = sum(word[-1] in "aiou" for word in plain)
    return foreign > 0.1 * len(plain) or open_ended > 0.3 * len(plain)

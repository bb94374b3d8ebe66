"""The form under which the inflections and spellings of a word are gathered, in each language."""

from collections.abc import Iterable

from index.language import english, snowball

LANGUAGES: frozenset[str] = frozenset({"en"}) | snowball.LANGUAGES
"""ISO 639-1 codes of the languages whose words have forms of their own."""

VERSION = f"2-{snowball.VERSION}"
"""Another whenever a word may have another form."""


def form(key: str, language: str | None) -> str:
    """The form of a folded word in a language; the word itself where the language has no forms."""
    return forms((key,), language)[0]


def forms(keys: Iterable[str], language: str | None) -> list[str]:
    """The forms of many words; what begins with a digit is its own form, and that of no other word."""
    if language == "en":
        return list(map(english.form, keys))
    if language in snowball.LANGUAGES:
        return snowball.forms(keys, language)
    return list(keys)

"""The form under which the inflections and spellings of a word are gathered."""

LANGUAGES: frozenset[str] = frozenset()
"""ISO 639-1 codes of the languages whose words have forms of their own."""


def form(key: str, language: str | None) -> str:
    """The form of a folded word in a language; the word itself where the language is not known."""
    return key

"""Our own short texts in many languages, and English ones that look alike: `tests/data/languages.txt`."""

from pathlib import Path

from index.ingest.language import guess_language

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
NO_OTHER = ("en", "-")
"""Codes of texts in English, and of lists, of which it need not be told."""


def texts() -> list[tuple[str, str]]:
    """Codes and texts."""
    parts = (DATA / "languages.txt").read_text("utf-8").split("\n== ")[1:]
    written = (part.split("\n", 1) for part in parts)
    return [(code, text.strip()) for code, text in written]


def is_right(code: str, text: str) -> bool:
    """Whether the language of a text is told; a list may be in English or of no language that is known."""
    return guess_language(text) in (("en", None) if code == "-" else (code,))


def is_read_as_english(text: str) -> bool:
    """Whether English rules are applied: where nothing is told of a language, too."""
    return guess_language(text) in ("en", None)

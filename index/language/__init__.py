"""Which words of a language are one word to a reader: inflections, and families of spellings."""

from index.language.forms import LANGUAGES, form

__all__ = ["LANGUAGES", "form"]

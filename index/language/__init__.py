"""Which words of a language are one word to a reader: inflections, and families of spellings."""

from index.language.forms import LANGUAGES, VERSION, form, forms

__all__ = ["LANGUAGES", "VERSION", "form", "forms"]

"""Recognising what is named in a document that is not in English: also what English ones have established."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from index.helping.naming import NAMING, NamesAsked, NamesFound
from index.model.spans import FormRow


@dataclass(frozen=True, slots=True)
class AbroadAsked:
    """A document in which established names are to be recognised."""

    document: NamesAsked
    """The document."""
    forms: tuple[FormRow, ...]
    """The established names that may be in it."""


class NamingAbroad:
    """The work of recognising names, of these also, in a document that is not in English."""

    name = "name abroad"

    def load(self, asked: AbroadAsked) -> None:
        """Load the rules, and those for words of other languages."""
        NAMING.load(asked.document)
        import_module("index.entities.abroad")

    def do(self, asked: AbroadAsked) -> NamesFound:
        """Recognise the names in a document; its dates and quotations stay as they are."""
        from index.entities import recognise
        from index.entities.abroad import Abroad, Form
        from index.entities.watch import heed

        one = asked.document
        forms = (Form(tuple(words.split(" ")), name, type, short) for words, name, type, short in asked.forms)
        known = recognise(one.title, one.text, language=one.language)
        found = Abroad({form.words: form for form in forms}).find(
            one.title, one.text, one.language or "", known
        )
        return NamesFound(one.key, heed(one.title, one.text, found, one.watched))

    def fail(self, asked: AbroadAsked, reason: str) -> NamesFound:
        """A document that ended or held up who read it keeps the names that it has."""
        return NAMING.fail(asked.document, reason)

    def seconds(self, asked: AbroadAsked) -> float:
        """As much time as names take anywhere."""
        return NAMING.seconds(asked.document)

    def asked_as(self, asked: AbroadAsked) -> Any:
        """The document, and the forms."""
        return [NAMING.asked_as(asked.document), asked.forms]

    def asked_from(self, value: Any) -> AbroadAsked:
        """The same back."""
        document, forms = value
        return AbroadAsked(NAMING.asked_from(document), tuple((*form,) for form in forms))

    def done_as(self, done: NamesFound) -> Any:
        """The same as of any document."""
        return NAMING.done_as(done)

    def done_from(self, asked: AbroadAsked, value: Any) -> NamesFound:
        """The same back."""
        return NAMING.done_from(asked.document, value)


NAMING_ABROAD = NamingAbroad()
"""The work of recognising names in a document that is not in English."""

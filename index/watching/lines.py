"""A watched name as a line that people read and write.

    person "Abbas Araghchi", "Araqchi", "the foreign minister of Iran"
    organisation exact "GG", "Glienicke Group"
    work "Cobalt", except "cobalt blue"

The first form is the name. `exact` stands before what is meant only in these capitals and accents, `except`
before what is not meant though it holds a form. What stands behind `#` is a remark.
"""

from typing import cast

from index.model import Form, FormKind, WatchedName
from index.said import NotReadable, Words, quoted
from index.said.words import is_remark


def read_line(line: str) -> WatchedName | None:
    """Whom a line says to watch for; None of a remark or a blank.

    Raises:
        NotReadable: It cannot be read.
    """
    if is_remark(line):
        return None
    words = Words(line)
    type = words.type()
    forms = words.listed(lambda: _read_form(words))
    words.end()
    if forms[0].kind == "except":
        raise NotReadable("the first form is the name, and cannot be an exception")
    texts = [form.text for form in forms]
    if len(set(texts)) < len(texts):
        twice = next(text for text in texts if texts.count(text) > 1)
        raise NotReadable(f"{quoted(twice)[:60]} stands there twice")
    for text in texts:
        if not any(letter.isalnum() for letter in text):
            raise NotReadable(f"{quoted(text)[:60]} has no letter and no digit")
    return WatchedName(type, forms)


def write_line(one: WatchedName) -> str:
    """The line that says it, without a line end."""
    return f"{one.type} {', '.join(map(_written, one.forms))}"


def _read_form(words: Words) -> Form:
    kind = words.word("exact", "except") if words.has("word") else "any"
    return Form(words.text(), cast(FormKind, kind))


def _written(form: Form) -> str:
    return quoted(form.text) if form.kind == "any" else f"{form.kind} {quoted(form.text)}"

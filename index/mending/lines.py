r"""A mending as a line that people read and write.

    merge person "Araqchi" into person "Abbas Araghchi"
    split "Khamenei" from person "Ali Khamenei" as person "Mojtaba Khamenei"
    split from person "Smith" in "Talks open in Geneva" 3f9ac01d27be as person "Ada Smith"
    rename person "Araghchi" as "Abbas Araghchi"
    retype person "Fordow" as place
    hide work "Read more"
    pin person "Abbas Araghchi"
    decline person "Khan" into person "Imran Khan"

Names stand in double quotes, in which `\"` is a quote and `\\` a backslash. Several names with commas
between may be merged, hidden or pinned, and several forms split off. What stands behind `#` is a remark.
"""

import re
from collections.abc import Callable
from typing import Final, cast, get_args

from index.model import Mending, MendingKind, Named
from index.said import NotReadable, Words, quoted
from index.said.words import is_remark

_KINDS: Final = get_args(MendingKind)


def read_line(line: str) -> Mending | None:
    """What a line says; None of a remark or a blank.

    Raises:
        NotReadable: It cannot be read.
    """
    if is_remark(line):
        return None
    words = Words(line)
    kind = words.word()
    if kind not in _KINDS:
        raise NotReadable(f"it should begin with one of {', '.join(_KINDS)}")
    mending = _READERS.get(kind, _read_whom)(words, cast(MendingKind, kind))
    words.end()
    return mending


def write_line(mending: Mending) -> str:
    """The line that says it, without a line end."""
    parts: list[str] = [mending.kind]
    if mending.forms:
        parts.append(", ".join(map(quoted, mending.forms)))
    if mending.kind == "split":
        parts.append("from")
    parts.append(", ".join(map(_named, mending.whom)))
    if mending.title or mending.sha256:
        parts += ["in", quoted(mending.title), *filter(None, [mending.sha256])]
    target = mending.target
    if target is not None:
        match mending.kind:
            case "rename":
                parts += ["as", quoted(target.name)]
            case "retype":
                parts += ["as", target.type]
            case "split":
                parts += ["as", _named(target)]
            case _:
                parts += ["into", _named(target)]
    return " ".join(parts)


def _named(one: Named) -> str:
    return f"{one.type} {quoted(one.name)}"


def _read_named(words: Words) -> Named:
    """The next type and name."""
    return Named(words.type(), words.text())


def _whom(words: Words) -> tuple[Named, ...]:
    return words.listed(lambda: _read_named(words))


def _read_whom(words: Words, kind: MendingKind) -> Mending:
    return Mending(kind, _whom(words))


def _read_into(words: Words, kind: MendingKind) -> Mending:
    whom = _whom(words)
    words.word("into")
    return Mending(kind, whom, _read_named(words))


def _read_rename(words: Words, kind: MendingKind) -> Mending:
    one = _read_named(words)
    words.word("as")
    return Mending(kind, (one,), Named(one.type, words.text()))


def _read_retype(words: Words, kind: MendingKind) -> Mending:
    one = _read_named(words)
    words.word("as")
    return Mending(kind, (one,), Named(words.type(), one.name))


def _read_split(words: Words, kind: MendingKind) -> Mending:
    forms = words.listed(words.text) if words.has("text") else ()
    words.word("from")
    one = _read_named(words)
    title = sha256 = ""
    if words.has("word", "in"):
        words.word()
        title = words.text()
        if words.has("word") and not words.has("word", "as"):
            sha256 = words.word()
            if not re.fullmatch("[0-9a-f]{8,64}", sha256):
                raise NotReadable(f"{sha256[:40]} is not how the digest of a file begins")
    words.word("as")
    if not forms and not title:
        raise NotReadable("there should be a form, or an article, that is split off")
    return Mending(kind, (one,), _read_named(words), forms, title, sha256)


_READERS: Final[dict[str, Callable[[Words, MendingKind], Mending]]] = {
    "merge": _read_into,
    "decline": _read_into,
    "rename": _read_rename,
    "retype": _read_retype,
    "split": _read_split,
}

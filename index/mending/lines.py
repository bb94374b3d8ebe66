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

import json
import re
from collections.abc import Callable
from typing import Final, cast, get_args

from index.model import ENTITY_TYPES, EntityType, Mending, MendingKind, Named

LONGEST: Final = 500
"""Characters of the longest name."""

_TOKEN = re.compile(r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<word>\w+)|(?P<comma>,)|(?P<end>#.*|$))')
_KINDS: Final = get_args(MendingKind)


class NotAMending(ValueError):
    """A line that says nothing; the message says what is wrong with it."""


def read_line(line: str) -> Mending | None:
    """What a line says; None of a remark or a blank.

    Raises:
        NotAMending: It cannot be read.
    """
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    words = _Words(line)
    kind = words.word()
    if kind not in _KINDS:
        raise NotAMending(f"it should begin with one of {', '.join(_KINDS)}")
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


def quoted(text: str) -> str:
    """A text in double quotes; what would not be seen, or would turn what is, is spelled out."""
    pieces = []
    for letter in text:
        if letter in '"\\':
            pieces.append("\\" + letter)
        elif letter.isprintable():
            pieces.append(letter)
        else:
            pieces.append(json.dumps(letter)[1:-1] if letter != "\x7f" else "\\u007f")
    return f'"{"".join(pieces)}"'


def _named(one: Named) -> str:
    return f"{one.type} {quoted(one.name)}"


class _Words:
    """What stands in a line, piece by piece."""

    def __init__(self, line: str) -> None:
        self._pieces: list[tuple[str, str]] = []
        at = 0
        while True:
            found = _TOKEN.match(line, at)
            if found is None:
                raise NotAMending(f"“{line[at:].strip()[:20]}” is neither a word nor a name in quotes")
            kind = str(found.lastgroup)
            if kind == "end":
                return
            self._pieces.append((kind, found[kind]))
            at = found.end()

    def _next(self, kind: str, wanted: str) -> str:
        if not self._pieces or self._pieces[0][0] != kind:
            behind = f", not {self._pieces[0][1][:40]}" if self._pieces else ""
            raise NotAMending(f"there should be {wanted}{behind}")
        return self._pieces.pop(0)[1]

    def word(self, *wanted: str) -> str:
        """The next word, which has to be one of those wanted, if some are."""
        meant = " or ".join(wanted) or "a word"
        word = self._next("word", meant)
        if wanted and word not in wanted:
            raise NotAMending(f"there should be {meant}, not {word[:40]}")
        return word

    def text(self) -> str:
        """The next text in quotes."""
        try:
            text: str = json.loads(self._next("text", "a name in quotes"), strict=False)
        except ValueError:
            raise NotAMending("a backslash stands before a quote, a backslash or u200e") from None
        if not text.strip() or len(text) > LONGEST:
            raise NotAMending(f"a name has 1 to {LONGEST} characters")
        return text

    def named(self) -> Named:
        """The next type and name."""
        return Named(self.type(), self.text())

    def type(self) -> EntityType:
        """The next type."""
        return cast(EntityType, self.word(*ENTITY_TYPES))

    def listed(self, read: Callable[[], str] | Callable[[], Named]) -> tuple[str | Named, ...]:
        """One or several with commas between."""
        found = [read()]
        while self.has("comma"):
            self._pieces.pop(0)
            found.append(read())
        return tuple(dict.fromkeys(found))

    def has(self, kind: str, word: str = "") -> bool:
        """Whether something of a kind comes next."""
        return bool(self._pieces) and self._pieces[0][0] == kind and (not word or self._pieces[0][1] == word)

    def end(self) -> None:
        """Nothing may come any more."""
        if self._pieces:
            raise NotAMending(f"“{self._pieces[0][1][:40]}” stands where the line should end")


def _whom(words: _Words) -> tuple[Named, ...]:
    return cast(tuple[Named, ...], words.listed(words.named))


def _read_whom(words: _Words, kind: MendingKind) -> Mending:
    return Mending(kind, _whom(words))


def _read_into(words: _Words, kind: MendingKind) -> Mending:
    whom = _whom(words)
    words.word("into")
    return Mending(kind, whom, words.named())


def _read_rename(words: _Words, kind: MendingKind) -> Mending:
    one = words.named()
    words.word("as")
    return Mending(kind, (one,), Named(one.type, words.text()))


def _read_retype(words: _Words, kind: MendingKind) -> Mending:
    one = words.named()
    words.word("as")
    return Mending(kind, (one,), Named(words.type(), one.name))


def _read_split(words: _Words, kind: MendingKind) -> Mending:
    forms = cast(tuple[str, ...], words.listed(words.text)) if words.has("text") else ()
    words.word("from")
    one = words.named()
    title = sha256 = ""
    if words.has("word", "in"):
        words.word()
        title = words.text()
        if words.has("word") and not words.has("word", "as"):
            sha256 = words.word()
            if not re.fullmatch("[0-9a-f]{8,64}", sha256):
                raise NotAMending(f"{sha256[:40]} is not how the digest of a file begins")
    words.word("as")
    if not forms and not title:
        raise NotAMending("there should be a form, or an article, that is split off")
    return Mending(kind, (one,), words.named(), forms, title, sha256)


_READERS: Final[dict[str, Callable[[_Words, MendingKind], Mending]]] = {
    "merge": _read_into,
    "decline": _read_into,
    "rename": _read_rename,
    "retype": _read_retype,
    "split": _read_split,
}

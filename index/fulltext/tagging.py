"""Taking a query apart, by plugins of Whoosh's parser: the flat row of nodes that `syntax` puts together.

Every node knows its place, so that a mistake can be shown where it was made.
"""

import re
from collections.abc import Sequence
from typing import NoReturn

from whoosh.qparser import QueryParser
from whoosh.qparser.plugins import TaggingPlugin
from whoosh.qparser.syntax import SyntaxNode, Whitespace

from index.fulltext import expressions, nearness
from index.fulltext.query import LABELS
from index.model import EntityType

ENTITY_FIELDS: dict[str, EntityType] = {
    "person": "person",
    "org": "organisation",
    "place": "place",
    "group": "group",
    "event": "event",
    "work": "work",
}
"""What stands before the name of an entity, and its type."""

DATE_FIELDS = ("after", "before", "on")
"""What stands before a date."""

YES_OR_NO = ("undated", "unread", "watched")
"""What stands before yes or no."""

FIELDS = (
    "title",
    "text",
    "same",
    *LABELS,
    "path",
    "tag",
    *DATE_FIELDS,
    *YES_OR_NO,
    "language",
    *ENTITY_FIELDS,
)
"""What can stand before a colon."""

SYNONYMS = {"organisation": "org", "organization": "org"}
"""What a field may be called as well."""

QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
"""Each of them opens and closes a phrase."""

MOST_BOOST = 100.0
"""What a clause's score can be multiplied by."""

_ENDS_A_WORD = rf"\s(){QUOTES}"

_NEAR = (
    "Behind a phrase, “~5” lets five other words stand among its words, in any order, and “~>5” in this "
    f"order; the most is {nearness.MOST_BETWEEN}."
)


class Text(SyntaxNode):  # type: ignore[misc]
    """A word or a phrase."""

    def __init__(
        self, text: str, exact: str | None, near: tuple[int, bool] | None = None, *, quoted: bool
    ) -> None:
        self.text = text
        self.exact = bool(exact)
        self.near = near
        self.quoted = quoted


class Expression(SyntaxNode):  # type: ignore[misc]
    """A regular expression."""

    def __init__(self, expression: str) -> None:
        self.expression = expression


class Operator(SyntaxNode):  # type: ignore[misc]
    """AND, OR, NOT, or the minus that means NOT."""

    def __init__(self, name: str) -> None:
        self.name = name


class Bracket(SyntaxNode):  # type: ignore[misc]
    """An opening or a closing bracket."""

    def __init__(self, bracket: str) -> None:
        self.opens = bracket == "("


class FieldName(SyntaxNode):  # type: ignore[misc]
    """What stands before a colon."""

    def __init__(self, name: str) -> None:
        self.name = name


class Boost(SyntaxNode):  # type: ignore[misc]
    """What the score of the thing right before it is multiplied by."""

    def __init__(self, boost: float) -> None:
        self.boost = boost


class _Brackets(TaggingPlugin):  # type: ignore[misc]
    expr = "(?P<bracket>[()])"
    nodetype = Bracket


class _Operators(TaggingPlugin):  # type: ignore[misc]
    expr = rf"(?P<name>AND|OR|NOT)(?=[{_ENDS_A_WORD}]|$)|(?P<minus>-)(?=[^\s)\-])"

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode:
        return Operator(match.group("name") or "-")


class _FieldNames(TaggingPlugin):  # type: ignore[misc]
    """`title:` and its like. `10:30`, `http://` and a colon that ends a word are left to the words."""

    expr = r"(?P<name>[A-Za-z][A-Za-z0-9_]*):(?P<next>(?!//)[^\s)])?"
    priority = 1

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode | None:
        typed = match.group("name").lower()
        name = SYNONYMS.get(typed, typed)
        if name in FIELDS:
            return FieldName(name)
        if match.group("next"):
            place = match.start("name"), match.end("name") + 1
            fail(f"There is no field “{match.group('name')}”; there are {_listed(FIELDS)}.", place)
        return None

    def match(self, parser: QueryParser, text: str, pos: int) -> SyntaxNode | None:
        node = super().match(parser, text, pos)
        if node is not None:
            # The look at what follows the colon is no part of the name.
            node.set_range(pos, text.index(":", pos) + 1)
        return node


class _Phrases(TaggingPlugin):  # type: ignore[misc]
    expr = (
        rf"(?P<exact>=)?[{QUOTES}](?P<text>[^{QUOTES}]*)(?P<close>[{QUOTES}]?)"
        rf"(?P<near>~(?P<ordered>>?)(?P<slack>[0-9]*)(?P<rest>[^{_ENDS_A_WORD}^]*))?"
    )

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode:
        quote = match.end("exact") if match.group("exact") else match.start()
        if not match.group("close"):
            fail(f"The quotation mark at {quote + 1} is not closed.", (quote, match.end("text")))
        near = None
        if match.group("near"):
            slack = match.group("slack")
            if match.group("rest") or not slack or int(slack) > nearness.MOST_BETWEEN:
                fail(_NEAR, match.span("near"))
            near = int(slack), bool(match.group("ordered"))
        return Text(match.group("text"), match.group("exact"), near, quoted=True)


class _Expressions(TaggingPlugin):  # type: ignore[misc]
    r"""`/an expression/`; a slash within it is written `\/`. What holds more slashes is a path: words."""

    expr = rf"/(?P<text>(?:\\.|[^/\\\n])+)(?P<close>/?)(?=[{_ENDS_A_WORD}]|\^[0-9.]|$)"
    priority = 1

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode | None:
        text, place = match.group("text"), match.span("text")
        if not match.group("close"):
            rest = match.string[match.start() + 1 :]
            if "/" in rest or rest[:1].isspace():
                return None
            fail(f"The expression at {match.start() + 1} is not closed: a slash ends it.", place)
        try:
            expressions.read(text)
        except expressions.Unreadable as mistake:
            fail(f"The expression cannot be read: {mistake}.", place)
        return Expression(text)


class _Boosts(TaggingPlugin):  # type: ignore[misc]
    """`^2` right behind a word; behind a quotation mark or a bracket any caret."""

    expr = rf"(?:(?<=[^\s(])\^(?=[0-9.])|(?<=[){QUOTES}])\^)(?P<boost>[^{_ENDS_A_WORD}]*)"
    priority = 1

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode:
        written = match.group("boost")
        boost = float(written) if re.fullmatch(r"[0-9]+(\.[0-9]+)?|\.[0-9]+", written) else -1.0
        if not 0 <= boost <= MOST_BOOST:
            fail(
                f"Behind “^” stands what a score is multiplied by, from 0 to {MOST_BOOST:.0f}.", match.span()
            )
        return Boost(boost)


class _Plain(TaggingPlugin):  # type: ignore[misc]
    expr = rf"(?P<exact>=)?(?P<text>(?:(?!(?<=[^\s(])\^[0-9.])[^{_ENDS_A_WORD}])+)"
    priority = 200

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode:
        return Text(match.group("text"), match.group("exact"), quoted=False)


_PARSER = QueryParser(
    None, None, plugins=[_Brackets, _Operators, _FieldNames, _Phrases, _Expressions, _Boosts, _Plain]
)


def tagged(text: str) -> list[SyntaxNode]:
    """The nodes of a query in order, without the blanks.

    Raises:
        Unreadable: One of them cannot be read.
    """
    return [node for node in _PARSER.tag(text) if not isinstance(node, Whitespace)]


class Unreadable(Exception):
    """A mistake, before it is known in which query."""

    def __init__(self, message: str, place: tuple[int, int]) -> None:
        super().__init__(message)
        self.place = place


def fail(message: str, place: tuple[int, int]) -> NoReturn:
    """Say what is wrong at a place of the query."""
    raise Unreadable(message, place)


def _listed(names: Sequence[str]) -> str:
    *most, last = (f"{name}:" for name in names)
    return f"{', '.join(most)} and {last}"

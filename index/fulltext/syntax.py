"""Reading a query: the text a person types, to the values of `query`.

Whoosh's parser takes the text apart with the plugins below; what they leave, a flat row of nodes
that know their places, is put together here, so that every mistake can be shown where it was made.
AND is stronger than OR, and OR stronger than words simply standing side by side:
`iran strike OR attack` asks for *iran* and one of the other two.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

from whoosh.qparser import QueryParser
from whoosh.qparser.plugins import TaggingPlugin
from whoosh.qparser.syntax import SyntaxNode, Whitespace

from index.errors import QueryError
from index.fulltext import analysis, expressions, fuzzy, nearness
from index.fulltext.query import (
    AFTER_ALL,
    FIRST_DAY,
    NO_DAY,
    And,
    Arc,
    Clause,
    Dated,
    Every,
    Graph,
    Named,
    Node,
    Not,
    Or,
    Pattern,
    Query,
    Scan,
    Source,
    Words,
    day_number,
)
from index.model import EntityType, Field

LONGEST_QUERY = 2000
"""Characters of the longest query that is read."""

DEEPEST_QUERY = 50
"""Brackets within brackets, at most."""

ENTITY_FIELDS: dict[str, EntityType] = {
    "person": "person",
    "org": "organisation",
    "place": "place",
    "group": "group",
    "event": "event",
    "work": "work",
}
"""What stands before the name of an entity, and its type."""

FIELDS = ("title", "text", "source", "after", "before", "undated", *ENTITY_FIELDS)
"""What can stand before a colon."""

_SYNONYMS = {"organisation": "org", "organization": "org"}

QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
"""Each of them opens and closes a phrase."""

_ENDS_A_WORD = rf"\s(){QUOTES}"

_TILDE = re.compile(r"(?<=\S)~(?P<edits>[0-9]*)(?!\w)")
"""Behind a word: those like it are meant, too."""

_NEAR = (
    "Behind a phrase, “~5” lets five other words stand among its words, in any order, and “~>5” in this "
    f"order; the most is {nearness.MOST_BETWEEN}."
)


class _Text(SyntaxNode):  # type: ignore[misc]
    """A word or a phrase."""

    def __init__(self, text: str, exact: str | None, near: tuple[int, bool] | None = None) -> None:
        self.text = text
        self.exact = bool(exact)
        self.near = near


class _Operator(SyntaxNode):  # type: ignore[misc]
    """AND, OR, NOT, or the minus that means NOT."""

    def __init__(self, name: str) -> None:
        self.name = name


class _Bracket(SyntaxNode):  # type: ignore[misc]
    """An opening or a closing bracket."""

    def __init__(self, bracket: str) -> None:
        self.opens = bracket == "("


class _FieldName(SyntaxNode):  # type: ignore[misc]
    """What stands before a colon."""

    def __init__(self, name: str) -> None:
        self.name = name


class _Brackets(TaggingPlugin):  # type: ignore[misc]
    expr = "(?P<bracket>[()])"
    nodetype = _Bracket


class _Operators(TaggingPlugin):  # type: ignore[misc]
    expr = rf"(?P<name>AND|OR|NOT)(?=[{_ENDS_A_WORD}]|$)|(?P<minus>-)(?=[^\s)\-])"

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode:
        return _Operator(match.group("name") or "-")


class _FieldNames(TaggingPlugin):  # type: ignore[misc]
    """`title:` and its like. `10:30`, `http://` and a colon that ends a word are left to the words."""

    expr = r"(?P<name>[A-Za-z][A-Za-z0-9_]*):(?P<next>(?!//)[^\s)])?"
    priority = 1

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode | None:
        typed = match.group("name").lower()
        name = _SYNONYMS.get(typed, typed)
        if name in FIELDS:
            return _FieldName(name)
        if match.group("next"):
            place = match.start("name"), match.end("name") + 1
            _fail(f"There is no field “{match.group('name')}”; there are {_listed(FIELDS)}.", place)
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
        rf"(?P<near>~(?P<ordered>>?)(?P<slack>[0-9]*)(?P<rest>[^{_ENDS_A_WORD}]*))?"
    )

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode:
        quote = match.end("exact") if match.group("exact") else match.start()
        if not match.group("close"):
            _fail(f"The quotation mark at {quote + 1} is not closed.", (quote, match.end("text")))
        near = None
        if match.group("near"):
            slack = match.group("slack")
            if match.group("rest") or not slack or int(slack) > nearness.MOST_BETWEEN:
                _fail(_NEAR, match.span("near"))
            near = int(slack), bool(match.group("ordered"))
        return _Text(match.group("text"), match.group("exact"), near)


class _Expression(SyntaxNode):  # type: ignore[misc]
    """A regular expression."""

    def __init__(self, expression: str) -> None:
        self.expression = expression


class _Expressions(TaggingPlugin):  # type: ignore[misc]
    r"""`/an expression/`; a slash within it is written `\/`. What holds more slashes is a path: words."""

    expr = rf"/(?P<text>(?:\\.|[^/\\\n])+)(?P<close>/?)(?=[{_ENDS_A_WORD}]|$)"
    priority = 1

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode | None:
        text, place = match.group("text"), match.span("text")
        if not match.group("close"):
            rest = match.string[match.start() + 1 :]
            if "/" in rest or rest[:1].isspace():
                return None
            _fail(f"The expression at {match.start() + 1} is not closed: a slash ends it.", place)
        try:
            expressions.read(text)
        except expressions.Unreadable as mistake:
            _fail(f"The expression cannot be read: {mistake}.", place)
        return _Expression(text)


class _Plain(TaggingPlugin):  # type: ignore[misc]
    expr = rf"(?P<exact>=)?(?P<text>[^{_ENDS_A_WORD}]+)"
    priority = 200

    def create(self, parser: QueryParser, match: re.Match[str]) -> SyntaxNode:
        return _Text(match.group("text"), match.group("exact"))


_PARSER = QueryParser(
    None, None, plugins=[_Brackets, _Operators, _FieldNames, _Phrases, _Expressions, _Plain]
)


class _Unreadable(Exception):
    """A mistake, before it is known in which query."""

    def __init__(self, message: str, place: tuple[int, int]) -> None:
        super().__init__(message)
        self.place = place


def _fail(message: str, place: tuple[int, int]) -> NoReturn:
    raise _Unreadable(message, place)


def _listed(names: Sequence[str]) -> str:
    *most, last = (f"{name}:" for name in names)
    return f"{', '.join(most)} and {last}"


def parse(text: str) -> Query:
    """Read a query.

    An empty one asks for every document. Words that hold no letter or digit are passed over.

    Raises:
        QueryError: It cannot be read; it says where and why.
    """
    try:
        if len(text) > LONGEST_QUERY:
            _fail(f"The query is longer than {LONGEST_QUERY:,} characters.", (LONGEST_QUERY, len(text)))
        nodes = [node for node in _PARSER.tag(text) if not isinstance(node, Whitespace)]
        reader = _Reader(text, nodes)
        return Query(text, reader.read(), tuple(reader.clauses))
    except _Unreadable as mistake:
        raise QueryError(str(mistake), text, *mistake.place) from None


def has_loose_or(text: str) -> bool:
    """Whether an OR of a query that can be read stands outside all brackets."""
    depth = 0
    for node in _PARSER.tag(text):
        if isinstance(node, _Bracket):
            depth += 1 if node.opens else -1
        elif isinstance(node, _Operator) and node.name == "OR" and not depth:
            return True
    return False


class _Reader:
    """Puts the nodes of one query together."""

    def __init__(self, text: str, nodes: list[SyntaxNode]) -> None:
        self.text = text
        self.nodes = nodes
        self.at = 0
        self.depth = 0
        self.clauses: list[Clause] = []

    def read(self) -> Node:
        if not self.nodes:
            return Every()
        node = self.row(None)
        if self.at < len(self.nodes):
            at = self.nodes[self.at].startchar
            _fail(f"The bracket at {at + 1} closes none.", (at, at + 1))
        if node is None:
            _fail("There is no word to look for.", (0, len(self.text)))
        return node

    def row(self, field: _FieldName | None) -> Node | None:
        """What stands side by side, up to the end or a closing bracket."""
        found = []
        while self.at < len(self.nodes) and not self.closes():
            found.append(self.either(field))
        return _joined(And, found)

    def either(self, field: _FieldName | None) -> Node | None:
        found = [self.both(field)]
        while self.takes("OR"):
            found.append(self.both(field))
        return _joined(Or, found)

    def both(self, field: _FieldName | None) -> Node | None:
        found = [self.one(field)]
        while self.takes("AND"):
            found.append(self.one(field))
        return _joined(And, found)

    def one(self, field: _FieldName | None) -> Node | None:
        """One thing, with the NOTs and the field before it."""
        negations = 0
        while self.takes("NOT") or self.takes("-"):
            negations += 1
        if self.at >= len(self.nodes) or self.closes():
            self.dangling()
        node = self.nodes[self.at]
        if isinstance(node, _Operator):
            if self.at and not isinstance(self.nodes[self.at - 1], _Bracket):
                self.dangling()
            _fail(f"{node.name} needs something before it.", (node.startchar, node.endchar))
        self.at += 1
        found: Node | None
        if isinstance(node, _FieldName):
            found = self.within(node)
        elif isinstance(node, _Bracket):
            found = self.bracket(node, field)
        elif isinstance(node, _Expression):
            found = self.scan(node, field, node.startchar)
        else:
            found = self.clause(node, field, node.startchar)
        if not negations or found is None:
            return found
        # Two undo each other, but what stands below a NOT has no hits.
        return Not(found) if negations % 2 else Not(Not(found))

    def within(self, field: _FieldName) -> Node | None:
        """What a field's name stands before."""
        place = field.startchar, field.endchar
        if self.at >= len(self.nodes):
            _fail(f"“{field.name}:” needs something after it.", place)
        node = self.nodes[self.at]
        self.at += 1
        if isinstance(node, _Text):
            return self.clause(node, field, field.startchar)
        if isinstance(node, _Expression):
            return self.scan(node, field, field.startchar)
        if isinstance(node, _Bracket) and node.opens and field.name not in ("after", "before", "undated"):
            return self.bracket(node, field)
        if isinstance(node, _Operator) and node.name == "-":
            _fail(f"The minus goes before the field: -{field.name}:", (place[0], node.endchar))
        _fail(f"“{field.name}:” needs {_wanted(field.name)} after it.", place)

    def bracket(self, node: _Bracket, field: _FieldName | None) -> Node | None:
        at = node.startchar
        self.depth += 1
        if self.depth > DEEPEST_QUERY:
            _fail(f"There are more than {DEEPEST_QUERY} brackets within each other.", (at, at + 1))
        found = self.row(field)
        if self.at >= len(self.nodes):
            _fail(f"The bracket at {at + 1} is not closed.", (at, len(self.text)))
        if self.nodes[self.at - 1] is node:
            _fail(f"There is nothing in the brackets at {at + 1}.", (at, self.nodes[self.at].endchar))
        self.at += 1
        self.depth -= 1
        return found

    def clause(self, node: _Text, field: _FieldName | None, start: int) -> Node | None:
        """A word or phrase as a clause; None where there is nothing in it to look for."""
        place = start, node.endchar
        name = field.name if field else None
        if name in ("after", "before"):
            if node.near:
                _fail(f"“{name}:” takes a date, and no “~”.", place)
            day = day_number(node.text.strip())
            if day is None:
                _fail(f"“{node.text}” is no date; write 2025, 2025-06 or 2025-06-20.", place)
            first, last = (day, AFTER_ALL) if name == "after" else (FIRST_DAY, day)
            return self.numbered(Dated(len(self.clauses), *place, first, last))
        if name == "undated":
            return self.undated(node, place)
        if node.text == "*" and name is None and not node.exact and node.endchar - node.startchar == 1:
            return Every()
        graph = _graph(node.text, node.exact, place)
        if graph is None:
            return None
        if node.near and len(graph.items) > 1:
            if len(graph.items) > nearness.MOST_WORDS:
                _fail(f"Near each other can be {nearness.MOST_WORDS} words at most.", place)
            graph = replace(graph, slack=node.near[0], ordered=node.near[1])
        if name == "source":
            return self.numbered(Source(len(self.clauses), *place, graph))
        if name in ENTITY_FIELDS:
            return self.numbered(Named(len(self.clauses), *place, ENTITY_FIELDS[name], graph))
        where: Field | None = "title" if name == "title" else "text" if name == "text" else None
        return self.numbered(Words(len(self.clauses), *place, graph, where))

    def undated(self, node: _Text, place: tuple[int, int]) -> Clause:
        days = {"yes": (NO_DAY, FIRST_DAY), "no": (FIRST_DAY, AFTER_ALL)}.get(node.text.strip().lower())
        if days is None or node.near:
            _fail("“undated:” takes yes or no.", place)
        return self.numbered(Dated(len(self.clauses), *place, *days))

    def scan(self, node: _Expression, field: _FieldName | None, start: int) -> Node:
        place = start, node.endchar
        if field is not None and field.name not in ("title", "text"):
            _fail(f"“{field.name}:” takes no expression.", place)
        where: Field | None = None if field is None else "title" if field.name == "title" else "text"
        return self.numbered(Scan(len(self.clauses), *place, node.expression, where))

    def numbered(self, clause: Clause) -> Clause:
        self.clauses.append(clause)
        return clause

    def closes(self) -> bool:
        node = self.nodes[self.at]
        return isinstance(node, _Bracket) and not node.opens

    def takes(self, name: str) -> bool:
        """Step over an operator, if that is what comes next."""
        if self.at < len(self.nodes):
            node = self.nodes[self.at]
            if isinstance(node, _Operator) and node.name == name:
                self.at += 1
                return True
        return False

    def dangling(self) -> NoReturn:
        node = self.nodes[self.at - 1]
        place = node.startchar, node.endchar
        _fail(f"{node.name} at {place[0] + 1} needs something after it.", place)


def _wanted(field: str) -> str:
    if field in ENTITY_FIELDS:
        return "a name"
    if field == "undated":
        return "yes or no"
    return "a date" if field in ("after", "before") else "a word or a phrase"


def _joined(join: type[And] | type[Or], found: list[Node | None]) -> Node | None:
    parts = [node for node in found if node is not None]
    if len(parts) > 1:
        return join(tuple(parts))
    return parts[0] if parts else None


def _graph(text: str, exact: bool, place: tuple[int, int]) -> Graph | None:
    """The words of a clause; None where there are none."""
    text, likenesses = _likenesses(analysis.without_idle_stars(text.replace("\n", " ")), place)
    words = sorted(analysis.tokens(text, wild=True), key=lambda word: (word.position, -word.length))
    if likenesses.keys() - {word.end for word in words}:
        _fail("“~” needs a word right before it.", place)
    arcs = []
    whole_until = 0
    for word in words:
        first, last = word.position, word.position + word.length
        if last <= whole_until:
            continue  # A part of a compound that is asked for as a whole.
        edits = likenesses.get(word.end, 0)
        if exact or edits:
            whole_until = last
        pattern = _fuzzy(word.surface, edits, exact, place) if edits else _pattern(word.surface, exact)
        if not pattern.text.strip("*?"):
            _fail("A star or a question mark needs a letter or digit beside it.", place)
        arcs.append(Arc(pattern, first, last))
    if not arcs:
        return None
    arcs.sort(key=lambda arc: (arc.first, arc.last))
    return Graph(tuple(arcs), max(arc.last for arc in arcs))


def _likenesses(text: str, place: tuple[int, int]) -> tuple[str, dict[int, int]]:
    """The text without the tildes behind its words, and how many edits each allows, by where it stood."""
    found: dict[int, int] = {}

    def note(tilde: re.Match[str]) -> str:
        found[tilde.start()] = edits = int(tilde.group("edits") or 1)
        if edits not in fuzzy.LEAST_LETTERS:
            _fail("Behind “~” stands how many letters may differ, 1 or 2.", place)
        return " " * len(tilde.group())

    return _TILDE.sub(note, text), found


def _fuzzy(surface: str, edits: int, exact: bool, place: tuple[int, int]) -> Pattern:
    if exact:
        _fail("“=” asks for a word as it stands, “~” for those like it: choose one.", place)
    if "*" in surface or "?" in surface:
        _fail("“~” stands behind a whole word, one without stars and question marks.", place)
    key = analysis.fold(surface)
    least = fuzzy.LEAST_LETTERS[edits]
    if len(key) < least:
        asked = f"~{edits}" if edits > 1 else "~"
        _fail(f"“{surface}” is too short for “{asked}”, which needs {least} letters or more.", place)
    return Pattern(key, "fuzzy", edits=edits)


def _pattern(surface: str, exact: bool) -> Pattern:
    surface = re.sub(r"\*+", "*", surface)
    if "*" not in surface and "?" not in surface:
        return Pattern(analysis.plain(surface) if exact else analysis.fold(surface), "word", exact)
    text = analysis.plain(surface) if exact else analysis.fold_pattern(surface)
    is_prefix = text.index("*") == len(text) - 1 if "*" in text and "?" not in text else False
    return Pattern(text, "prefix" if is_prefix else "wildcard", exact)

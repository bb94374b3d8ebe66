"""Reading a query: the text a person types, to the values of `query`.

Whoosh's parser takes the text apart with the plugins of `tagging`; what they leave, a flat row of nodes
that know their places, is put together here, so that every mistake can be shown where it was made.
AND is stronger than OR, and OR stronger than words simply standing side by side:
`iran strike OR attack` asks for *iran* and one of the other two.
"""

import datetime
from dataclasses import replace
from typing import Literal, NoReturn

from whoosh.qparser.syntax import SyntaxNode

from index.errors import QueryError
from index.fulltext import days, nearness
from index.fulltext.graphs import graph_of
from index.fulltext.query import (
    LABELS,
    UNITS,
    And,
    Clause,
    Dated,
    Every,
    Graph,
    Known,
    Labelled,
    Named,
    Node,
    Not,
    Or,
    Query,
    Same,
    Scan,
    Spoken,
    Unit,
    Words,
)
from index.fulltext.tagging import (
    DATE_FIELDS,
    ENTITY_FIELDS,
    YES_OR_NO,
    Boost,
    Bracket,
    Expression,
    FieldName,
    Operator,
    Text,
    Unreadable,
    fail,
    tagged,
)
from index.language.codes import code_of
from index.model import Field

LONGEST_QUERY = 2000
"""Characters of the longest query that is read."""

DEEPEST_QUERY = 50
"""Brackets within brackets, at most."""

UNKNOWN = "unknown"
"""The language of a text of which none could be told."""

LONGEST_DATE = 4
"""Words of a date that someone may have forgotten to put in quotes."""


def parse(text: str, today: datetime.date | None = None) -> Query:
    """Read a query.

    An empty one asks for every document. Words that hold no letter or digit are passed over.

    Args:
        text: What a person typed.
        today: The day from which `yesterday` is counted; by default the one that it is.

    Raises:
        QueryError: It cannot be read; it says where and why.
    """
    try:
        if len(text) > LONGEST_QUERY:
            fail(f"The query is longer than {LONGEST_QUERY:,} characters.", (LONGEST_QUERY, len(text)))
        reader = _Reader(text, tagged(text), today or days.today())
        return Query(text, reader.read(), tuple(reader.clauses))
    except Unreadable as mistake:
        raise QueryError(str(mistake), text, *mistake.place) from None


def has_loose_or(text: str) -> bool:
    """Whether an OR of a query that can be read stands outside all brackets."""
    depth = 0
    for node in tagged(text):
        if isinstance(node, Bracket):
            depth += 1 if node.opens else -1
        elif isinstance(node, Operator) and node.name == "OR" and not depth:
            return True
    return False


class _Reader:
    """Puts the nodes of one query together."""

    def __init__(self, text: str, nodes: list[SyntaxNode], today: datetime.date) -> None:
        self.text = text
        self.nodes = nodes
        self.today = today
        self.at = 0
        self.depth = 0
        self.boost = 1.0
        self.unit: Unit | None = None
        self.clauses: list[Clause] = []
        self.boosts = _boosts(nodes)

    def read(self) -> Node:
        if not self.nodes:
            return Every()
        node = self.row(None)
        if self.at < len(self.nodes):
            at = self.nodes[self.at].startchar
            fail(f"The bracket at {at + 1} closes none.", (at, at + 1))
        if node is None:
            fail("There is no word to look for.", (0, len(self.text)))
        return node

    def row(self, field: FieldName | None) -> Node | None:
        """What stands side by side, up to the end or a closing bracket."""
        found = []
        while self.at < len(self.nodes) and not self.closes():
            found.append(self.either(field))
        return _joined(And, found)

    def either(self, field: FieldName | None) -> Node | None:
        found = [self.both(field)]
        while self.takes("OR"):
            found.append(self.both(field))
        return _joined(Or, found)

    def both(self, field: FieldName | None) -> Node | None:
        found = [self.one(field)]
        while self.takes("AND"):
            found.append(self.one(field))
        return _joined(And, found)

    def one(self, field: FieldName | None) -> Node | None:
        """One thing, with the NOTs and the field before it."""
        negations = 0
        while self.takes("NOT") or self.takes("-"):
            negations += 1
        if self.at >= len(self.nodes) or self.closes():
            self.dangling()
        node = self.nodes[self.at]
        if isinstance(node, Operator):
            if self.at and not isinstance(self.nodes[self.at - 1], Bracket):
                self.dangling()
            fail(f"{node.name} needs something before it.", (node.startchar, node.endchar))
        if isinstance(node, Boost):
            fail("“^” goes right behind a word, a phrase or a bracket.", (node.startchar, node.endchar))
        self.at += 1
        found: Node | None
        if isinstance(node, FieldName):
            found = self.same(node, field) if node.name == "same" else self.within(node)
        elif isinstance(node, Bracket):
            found = self.bracket(node, field)
        elif isinstance(node, Expression):
            found = self.scan(node, field, node.startchar)
        else:
            found = self.clause(node, field, node.startchar)
        if not negations or found is None:
            return found
        # Two undo each other, but what stands below a NOT has no hits.
        return Not(found) if negations % 2 else Not(Not(found))

    def within(self, field: FieldName) -> Node | None:
        """What a field's name stands before."""
        place = field.startchar, field.endchar
        if self.at >= len(self.nodes):
            fail(f"“{field.name}:” needs something after it.", place)
        node = self.nodes[self.at]
        self.at += 1
        if isinstance(node, Text):
            return self.clause(node, field, field.startchar)
        if isinstance(node, Expression):
            return self.scan(node, field, field.startchar)
        if isinstance(node, Bracket) and node.opens and field.name not in ("after", "before", *YES_OR_NO):
            return self.bracket(node, field)
        if isinstance(node, Operator) and node.name == "-":
            fail(f"The minus goes before the field: -{field.name}:", (place[0], node.endchar))
        fail(f"“{field.name}:” needs {_wanted(field.name)} after it.", place)

    def same(self, same: FieldName, field: FieldName | None) -> Node | None:
        """What has to be met within one sentence or paragraph."""
        place = same.startchar, same.endchar
        unit, bracket = [*self.nodes[self.at : self.at + 2], None, None][:2]
        wanted = next((one for one in UNITS if isinstance(unit, Text) and unit.text.casefold() == one), None)
        if wanted is None or not isinstance(bracket, Bracket) or not bracket.opens:
            end = unit.endchar if isinstance(unit, Text) else same.endchar
            fail("“same:” goes before sentence(…) or paragraph(…).", (place[0], end))
        if self.unit is not None:
            fail(f"A {self.unit} is looked at as a whole: “same:” does not go into “same:”.", place)
        number = len(self.clauses)
        self.clauses.append(Same(number, *place, wanted, Every()))  # it comes before what is in it
        self.at += 2
        self.unit = wanted
        part = self.bracket(bracket, field)
        self.unit = None
        if part is None:
            del self.clauses[number:]
            return None
        clause = self.clauses[number] = Same(number, place[0], self.nodes[self.at - 1].endchar, wanted, part)
        return clause

    def bracket(self, node: Bracket, field: FieldName | None) -> Node | None:
        at = node.startchar
        self.depth += 1
        if self.depth > DEEPEST_QUERY:
            fail(f"There are more than {DEEPEST_QUERY} brackets within each other.", (at, at + 1))
        outer, self.boost = self.boost, self.boost * self.boosts.get(self.at - 1, 1.0)
        found = self.row(field)
        self.boost = outer
        if self.at >= len(self.nodes):
            fail(f"The bracket at {at + 1} is not closed.", (at, len(self.text)))
        if self.nodes[self.at - 1] is node:
            fail(f"There is nothing in the brackets at {at + 1}.", (at, self.nodes[self.at].endchar))
        self.at += 1
        self.boosted(self.nodes[self.at - 1])
        self.depth -= 1
        return found

    def clause(self, node: Text, field: FieldName | None, start: int) -> Node | None:
        """A word or phrase as a clause; None where there is nothing in it to look for."""
        name = field.name if field else None
        boost = self.boosted(node)
        place = start, node.endchar if boost is None else boost.endchar
        filtering = name if name not in (None, "title", "text") else None
        if filtering and self.unit is not None:
            fail(f"“{name}:” is about all of an article: it goes before or behind “same:”.", place)
        if filtering and boost is not None:
            fail(f"“{name}:” has no score to multiply.", (boost.startchar, boost.endchar))
        if name in DATE_FIELDS:
            return self.dated(node, name, place)
        if name in YES_OR_NO:
            return self.yes_or_no(node, name, place)
        if name == "language":
            return self.spoken(node, place)
        if node.text == "*" and name is None and not node.exact and node.endchar - node.startchar == 1:
            if boost is not None:
                fail("Every article has the same score.", (boost.startchar, boost.endchar))
            return Every()
        graph = graph_of(node.text, node.exact, place)
        if graph is None:
            return None
        if node.near and len(graph.items) > 1:
            if len(graph.items) > nearness.MOST_WORDS:
                fail(f"Near each other can be {nearness.MOST_WORDS} words at most.", place)
            graph = replace(graph, slack=node.near[0], ordered=node.near[1])
        if name in LABELS:
            return self.numbered(Labelled(len(self.clauses), *place, name, graph, node.exact))
        if name in ("path", "tag"):
            kind: Literal["path", "tag"] = "path" if name == "path" else "tag"
            return self.numbered(Known(len(self.clauses), *place, kind, graph))
        if name in ENTITY_FIELDS:
            return self.numbered(Named(len(self.clauses), *place, ENTITY_FIELDS[name], graph))
        return self.numbered(Words(len(self.clauses), *place, graph, _where(field), self.score(boost)))

    def scan(self, node: Expression, field: FieldName | None, start: int) -> Node:
        boost = self.boosted(node)
        place = start, node.endchar if boost is None else boost.endchar
        if field is not None and field.name not in ("title", "text"):
            fail(f"“{field.name}:” takes no expression.", place)
        if self.unit is not None:
            fail(f"An expression is held against the whole text, not against a {self.unit}.", place)
        clause = Scan(len(self.clauses), *place, node.expression, _where(field), self.score(boost))
        return self.numbered(clause)

    def dated(self, node: Text, name: str, place: tuple[int, int]) -> Node:
        """A filter by date."""
        if node.near:
            fail(f"“{name}:” takes a date, and no “~”.", place)
        self.look_for_quotes(node, name)
        found = days.read_days(node.text, self.today)
        if found is None:
            fail(f"“{node.text}” is no date; {days.HOW_TO_WRITE}.", place)
        first, last = days.number_of(found.first), days.number_of(found.last) + 1
        if name == "after":
            last = days.AFTER_ALL
        elif name == "before":
            first, last = days.FIRST_DAY, first
        return self.numbered(Dated(len(self.clauses), *place, first, last))

    def look_for_quotes(self, node: Text, name: str) -> None:
        """Refuse what is a date only together with the words behind it."""
        words = [node.text]
        found: tuple[str, int] | None = None
        for other in self.nodes[self.at : self.at + LONGEST_DATE - 1]:
            if node.quoted or not isinstance(other, Text) or other.quoted:
                break
            words.append(other.text)
            if days.read_days(" ".join(words), self.today):
                found = " ".join(words), other.endchar
        if found:
            fail(f'A date with blanks goes in quotes: {name}:"{found[0]}".', (node.startchar, found[1]))

    def yes_or_no(self, node: Text, name: str, place: tuple[int, int]) -> Node:
        answer = node.text.strip().casefold()
        if answer not in ("yes", "no") or node.near:
            fail(f"“{name}:” takes yes or no.", place)
        number = len(self.clauses)
        if name == "unread":
            return self.numbered(Known(number, *place, "unread", Graph((), 0), answer == "yes"))
        if name == "watched":
            return self.numbered(Known(number, *place, "watched", Graph((), 0), answer == "no"))
        numbers = (days.NO_DAY, days.FIRST_DAY) if answer == "yes" else (days.FIRST_DAY, days.AFTER_ALL)
        return self.numbered(Dated(number, *place, *numbers))

    def spoken(self, node: Text, place: tuple[int, int]) -> Node:
        """A filter by language."""
        written = node.text.strip()
        code = None if written.casefold() == UNKNOWN else code_of(written)
        if node.near or node.exact or (code is None and written.casefold() != UNKNOWN):
            fail(f"“{node.text}” is no language; write its code or its name: en, german, {UNKNOWN}.", place)
        return self.numbered(Spoken(len(self.clauses), *place, code))

    def boosted(self, node: SyntaxNode) -> Boost | None:
        """Step over what multiplies the score of a node, if that is what comes next."""
        if self.at < len(self.nodes):
            boost = self.nodes[self.at]
            if isinstance(boost, Boost) and boost.startchar == node.endchar:
                self.at += 1
                return boost
        return None

    def score(self, boost: Boost | None) -> float:
        """What the score of a clause is multiplied by, with the brackets around it."""
        return self.boost if boost is None else self.boost * boost.boost

    def numbered(self, clause: Clause) -> Clause:
        self.clauses.append(clause)
        return clause

    def closes(self) -> bool:
        node = self.nodes[self.at]
        return isinstance(node, Bracket) and not node.opens

    def takes(self, name: str) -> bool:
        """Step over an operator, if that is what comes next."""
        if self.at < len(self.nodes):
            node = self.nodes[self.at]
            if isinstance(node, Operator) and node.name == name:
                self.at += 1
                return True
        return False

    def dangling(self) -> NoReturn:
        node = self.nodes[self.at - 1]
        place = node.startchar, node.endchar
        fail(f"{node.name} at {place[0] + 1} needs something after it.", place)


def _wanted(field: str) -> str:
    if field in ENTITY_FIELDS:
        return "a name"
    if field in YES_OR_NO:
        return "yes or no"
    if field == "language":
        return "the code or the name of one"
    return "a date" if field in DATE_FIELDS else "a word or a phrase"


def _where(field: FieldName | None) -> Field | None:
    """Where words are looked for; None for anywhere."""
    return None if field is None else "title" if field.name == "title" else "text"


def _boosts(nodes: list[SyntaxNode]) -> dict[int, float]:
    """What the scores within brackets are multiplied by, by the numbers of the opening ones."""
    found: dict[int, float] = {}
    opened: list[int] = []
    for number, node in enumerate(nodes):
        if isinstance(node, Bracket) and node.opens:
            opened.append(number)
        elif isinstance(node, Bracket) and opened:
            opening = opened.pop()
            after = nodes[number + 1] if number + 1 < len(nodes) else None
            if isinstance(after, Boost) and after.startchar == node.endchar:
                found[opening] = after.boost
    return found


def _joined(join: type[And] | type[Or], found: list[Node | None]) -> Node | None:
    parts = [node for node in found if node is not None]
    if len(parts) > 1:
        return join(tuple(parts))
    return parts[0] if parts else None

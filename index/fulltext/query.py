"""What a query means: a small tree of values that the engine and the reader both evaluate.

A leaf is a clause: it knows its number, its place in the query and its words. The words of a clause
are a graph rather than a list, because a compound can be met in several ways: `F-35` is an arc for
`F` followed by one for `35`, beside one arc for `f35` over both.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from index.model import EntityType, Field

Label = Literal["source", "byline", "url"]
"""The outlet, who wrote it, and the address: a name each, as a document has it."""

LABELS: tuple[Label, ...] = ("source", "byline", "url")


Unit = Literal["paragraph", "sentence"]
"""What words can be asked for in one and the same of."""

UNITS: tuple[Unit, ...] = ("paragraph", "sentence")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which words of a text are meant."""

    text: str
    """A key, or the form as it stands where `exact`; with `*` and `?` where they are wildcards."""
    kind: Literal["word", "prefix", "wildcard", "fuzzy"]
    """Whether all of it, its beginning, its shape or its like is asked for. A prefix ends in its star."""
    exact: bool = False
    """The form as it stands is meant, not its key."""
    edits: int = 0
    """How many letters may differ, of a fuzzy one."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A word of a clause, between two of the clause's positions."""

    pattern: Pattern
    """The words that fit."""
    first: int
    """Position before it."""
    last: int
    """Position after it."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Words in a row, or near each other: every way from position 0 to `length` is one way to be met."""

    arcs: tuple[Arc, ...]
    """By `first`, then `last`."""
    length: int
    """Number of positions."""
    slack: int | None = None
    """How many other words may stand among them; None for side by side."""
    ordered: bool = True
    """Whether they have to come in this order."""

    @property
    def word(self) -> Pattern | None:
        """The pattern, where the graph is a single word."""
        return self.arcs[0].pattern if len(self.arcs) == 1 and self.length == 1 else None

    @property
    def items(self) -> "tuple[Graph, ...]":
        """The words each by itself; a compound in all the ways in which it can be met is one."""
        inner = {place for arc in self.arcs for place in range(arc.first + 1, arc.last)}
        edges = [place for place in range(self.length + 1) if place not in inner]
        return tuple(
            Graph(
                tuple(
                    Arc(arc.pattern, arc.first - first, arc.last - first)
                    for arc in self.arcs
                    if first <= arc.first and arc.last <= last
                ),
                last - first,
            )
            for first, last in pairwise(edges)
        )


@dataclass(frozen=True, slots=True)
class Leaf:
    """A clause of the query."""

    clause: int
    """Its number, from 0 in the order of the query."""
    start: int
    """First code point in the query."""
    end: int
    """One past the last."""


@dataclass(frozen=True, slots=True)
class Words(Leaf):
    """A word or phrase of the text or title."""

    graph: Graph
    """What is looked for."""
    field: Field | None = None
    """Where; None for anywhere."""
    boost: float = 1.0
    """What its score is multiplied by."""


@dataclass(frozen=True, slots=True)
class Scan(Leaf):
    """A regular expression, held against the text or title itself."""

    expression: str
    """As it was typed, without the slashes."""
    field: Field | None = None
    """Where; None for anywhere."""
    boost: float = 1.0
    """What its score is multiplied by."""


@dataclass(frozen=True, slots=True)
class Labelled(Leaf):
    """A filter: the outlet, the byline or the address holds these words, or is made of them."""

    label: Label
    """Which of them."""
    graph: Graph
    """What is looked for in it."""
    whole: bool = False
    """Whether it has to be all of it."""


@dataclass(frozen=True, slots=True)
class Spoken(Leaf):
    """A filter: the text is in a language."""

    code: str | None
    """ISO 639-1 code; None for texts of which the language is not known."""


@dataclass(frozen=True, slots=True)
class Dated(Leaf):
    """A filter: published on a day from `first` on and before `last`; `NO_DAY` is that of undated ones."""

    first: int
    """The first day that fits, as the number yyyymmdd; see `days`."""
    last: int
    """The first number after it that does not fit."""


@dataclass(frozen=True, slots=True)
class Named(Leaf):
    """A filter: someone or something of this name is mentioned. It is met nowhere before it is resolved."""

    type: EntityType
    """What is named."""
    graph: Graph
    """The words of the name."""
    keys: frozenset[int] = frozenset()
    """Keys of the documents that meet it."""


@dataclass(frozen=True, slots=True)
class Known(Leaf):
    """A filter by what the index does not hold of a document. It is met nowhere before it is resolved."""

    kind: Literal["path", "tag", "unread", "watched"]
    """What is asked about: the words of its path, those of a tag, whether it was read, whether it
    mentions someone who is watched for."""
    graph: Graph
    """What is looked for; nothing for what has no words."""
    without: bool = False
    """Whether it is met by all documents but those of the keys."""
    keys: frozenset[int] = frozenset()
    """Keys of the documents that meet it."""


@dataclass(frozen=True, slots=True)
class Same(Leaf):
    """A part that has to be met within one sentence or paragraph; the words in it are clauses, too."""

    unit: Unit
    """Which of them."""
    part: "Node"
    """What has to be met there; it holds words alone, no filters."""


@dataclass(frozen=True, slots=True)
class Every:
    """Any document."""


@dataclass(frozen=True, slots=True)
class And:
    """Documents that meet all parts."""

    parts: "tuple[Node, ...]"
    """Two or more."""


@dataclass(frozen=True, slots=True)
class Or:
    """Documents that meet one of the parts or more."""

    parts: "tuple[Node, ...]"
    """Two or more."""


@dataclass(frozen=True, slots=True)
class Not:
    """Documents that do not meet the part."""

    part: "Node"
    """What is not wanted."""


Clause = Words | Scan | Same | Labelled | Spoken | Dated | Named | Known
Node = Every | And | Or | Not | Clause


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read."""

    text: str
    """As it was typed."""
    root: Node
    """What it means."""
    clauses: tuple[Clause, ...]
    """Its clauses by number."""

    def clause_text(self, number: int) -> str:
        """A clause as it stands in the query."""
        clause = self.clauses[number]
        return self.text[clause.start : clause.end]


def leaves(node: Node) -> Iterator[Clause]:
    """The clauses below a node, in the order of the query."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case Same(part=part):
            yield node
            yield from leaves(part)
        case Leaf():
            yield node
        case Every():
            pass


Lookup = Callable[[Named | Known], frozenset[int]]
"""Gives the keys of the documents that meet a clause of which the index knows nothing."""


def resolve(query: Query, lookup: Lookup) -> Query:
    """The query with each of its names, and of what else is looked up, led to the documents that meet it."""
    if not any(isinstance(clause, Named | Known) for clause in query.clauses):
        return query
    clauses = tuple(
        replace(clause, keys=lookup(clause)) if isinstance(clause, Named | Known) else clause
        for clause in query.clauses
    )

    def resolved(node: Node) -> Node:
        match node:
            case And(parts):
                return And(tuple(map(resolved, parts)))
            case Or(parts):
                return Or(tuple(map(resolved, parts)))
            case Not(part):
                return Not(resolved(part))
            case Every():
                return node
            case Leaf():
                return clauses[node.clause]

    return Query(query.text, resolved(query.root), clauses)

"""Where in a document a query is met, found in the text itself: what is marked when one reads.

The definition is that of the engine, which counts hits without the text; the two never disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from index.fulltext import analysis
from index.fulltext.query import (
    And,
    Dated,
    Every,
    Graph,
    Named,
    Node,
    Not,
    Or,
    Pattern,
    Query,
    Source,
    Words,
    day_number,
)
from index.fulltext.vocabulary import fit, stands_for_itself
from index.model import Field, Hit

_FIELDS: tuple[Field, ...] = ("title", "text")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked of a document beside its words."""

    source: str | None
    """The outlet."""
    published: str | None
    """ISO date of publication."""
    key: int | None = None
    """Its key in the catalog; without one, names count as mentioned."""
    language: str | None = None
    """ISO 639-1 code; where it is known, words are met by their other forms, too."""


def find_hits(query: Query, title: str, text: str, facts: Facts | None = None) -> tuple[Hit, ...]:
    """The hits in one document, those of the title first, then by place.

    What several clauses reach counts once, for the first of them.

    Args:
        query: What is looked for.
        title: The document's title.
        text: Its text in normal form.
        facts: What filters are held against, and the language of the words. Without them each filter
            counts as met, which is right for a document that matches unless a filter stands within an
            OR or a NOT.
    """
    return _Document(query, title, text, facts).hits()


def fits_words(graph: Graph, text: str) -> bool:
    """Whether a name or another short text holds the words."""
    return any(True for _ in _Text(text).windows(graph))


def fits_whole(graph: Graph, text: str) -> bool:
    """Whether a name is made of the words and no other."""
    words = list(analysis.tokens(text))
    if not words:
        return False
    whole = words[0].start, max(word.end for word in words)
    return whole in _Text(text).windows(graph)


class _Text:
    """The words of a title or text, gathered by how they stand."""

    def __init__(self, text: str, language: str | None = None) -> None:
        self._language = language
        self._words: dict[str, list[analysis.Token]] = {}
        for word in analysis.tokens(text):
            if word.surface in self._words:
                self._words[word.surface].append(word)
            else:
                self._words[word.surface] = [word]

    def windows(self, graph: Graph) -> Iterator[tuple[int, int]]:
        """Spans at which the words of a clause stand, in code points."""
        pattern = graph.word
        if pattern is None:
            yield from self._phrase(graph)
            return
        stands = stands_for_itself(pattern, self._language)
        for word in self._fitting(pattern):
            if word.length == 1 or stands(word.surface):
                yield word.start, word.end

    def _fitting(self, pattern: Pattern) -> Iterator[analysis.Token]:
        fits = fit(pattern, self._language)
        for surface, words in self._words.items():
            if fits(surface):
                yield from words

    def _phrase(self, graph: Graph) -> Iterator[tuple[int, int]]:
        # For each position of the clause: where a beginning up to there ends, and where it starts.
        reached: list[dict[int, set[tuple[int, int]]]] = [{} for _ in range(graph.length + 1)]
        ends: dict[int, int] = {}
        for arc in graph.arcs:
            if arc.first > 0 and not reached[arc.first]:
                continue
            for word in self._fitting(arc.pattern):
                starts = {(word.position, word.start)} if arc.first == 0 else None
                if starts is None:
                    starts = reached[arc.first].get(word.position)
                if starts:
                    end = word.position + word.length
                    reached[arc.last].setdefault(end, set()).update(starts)
                    ends[end] = word.end
        windows = [(*start, end) for end, starts in reached[graph.length].items() for start in starts]
        # From the last start to the first, the shorter before the longer: a window that ends no
        # earlier than one seen already holds that one, and is not minimal.
        nearest: int | None = None
        for _, start, end in sorted(windows, key=lambda window: (-window[0], window[2])):
            if nearest is None or end < nearest:
                nearest = end
                yield start, ends[end]


class _Document:
    """One document, held against one query."""

    def __init__(self, query: Query, title: str, text: str, facts: Facts | None) -> None:
        self._query = query
        self._facts = facts
        code = facts.language if facts else None
        fields = {"title": _Text(title, code), "text": _Text(text, code)}
        self._spans: dict[int, list[tuple[Field, int, int]]] = {}
        for clause in query.clauses:
            if isinstance(clause, Words):
                self._spans[clause.clause] = [
                    (field, start, end)
                    for field in ((clause.field,) if clause.field else _FIELDS)
                    for start, end in fields[field].windows(clause.graph)
                ]

    def hits(self) -> tuple[Hit, ...]:
        found: dict[tuple[Field, int, int], int] = {}
        if self._met(self._query.root):
            for clause in self._contributing(self._query.root):
                for span in self._spans[clause.clause]:
                    found.setdefault(span, clause.clause)
        hits = [Hit(start, end, field, clause) for (field, start, end), clause in found.items()]
        return tuple(sorted(hits, key=lambda hit: (hit.field != "title", hit.start, hit.end)))

    def _met(self, node: Node) -> bool:
        match node:
            case And(parts):
                return all(self._met(part) for part in parts)
            case Or(parts):
                return any(self._met(part) for part in parts)
            case Not(part):
                return not self._met(part)
            case Every():
                return True
            case Words():
                return bool(self._spans[node.clause])
            case Source(graph=graph):
                return self._facts is None or (
                    self._facts.source is not None and fits_words(graph, self._facts.source)
                )
            case Dated(first=first, last=last):
                day = day_number(self._facts.published) or 0 if self._facts else first
                return first <= day < last
            case Named(keys=keys):
                return self._facts is None or self._facts.key is None or self._facts.key in keys

    def _contributing(self, node: Node) -> Iterator[Words]:
        match node:
            case And(parts):
                for part in parts:
                    yield from self._contributing(part)
            case Or(parts):
                for part in parts:
                    if self._met(part):
                        yield from self._contributing(part)
            case Words():
                yield node
            case Not() | Every() | Source() | Dated() | Named():
                pass

"""Where in documents a query is met, found in the texts themselves: what is marked when one reads.

The definition is that of the engine, which counts hits without the texts; the two never disagree.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.columnar.arrays import Array, Ints
from index.fulltext import logic, within
from index.fulltext.days import day_number
from index.fulltext.lexicon import FIELDS
from index.fulltext.placing import in_order
from index.fulltext.query import (
    Clause,
    Dated,
    Graph,
    Known,
    Labelled,
    Named,
    Query,
    Same,
    Scan,
    Spoken,
    Words,
    leaves,
)
from index.fulltext.scanning import spans_in
from index.fulltext.schema import language_number
from index.fulltext.texts import Spans, Texts
from index.fulltext.windows import NOWHERE, PLACE_BITS, Mask, Windows
from index.model import Field, Hit


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked of a document beside its words."""

    source: str | None
    """The outlet."""
    published: str | None
    """ISO date of publication."""
    key: int | None = None
    """Its key in the catalog; without one, what is looked up counts as met."""
    language: str | None = None
    """ISO 639-1 code; where it is known, words are met by their other forms, too."""
    byline: str | None = None
    """Who wrote it."""
    url: str | None = None
    """Its address."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document as hits are looked for in it."""

    title: str
    """Its title."""
    text: str
    """Its text in normal form."""
    facts: Facts | None = None
    """What filters are held against, and the language of the words. Without them each filter counts
    as met, which is right for a document that matches unless a filter stands within an OR or a NOT."""


def find_hits(query: Query, title: str, text: str, facts: Facts | None = None) -> tuple[Hit, ...]:
    """The hits in one document; see `find_all_hits`."""
    return find_all_hits(query, [Written(title, text, facts)])[0]


def find_all_hits(query: Query, documents: Sequence[Written]) -> list[tuple[Hit, ...]]:
    """The hits in each of some documents, those of the title first, then by place.

    What several clauses reach counts once, for the first of them.
    """
    return _Page(query, documents).hits()


class _Page:
    """D documents, held against one query."""

    def __init__(self, query: Query, documents: Sequence[Written]) -> None:
        self._query = query
        self._documents = documents
        languages = [facts.language if facts else None for facts in self._facts()]
        titles = [document.title for document in documents]
        self._texts = Texts([*titles, *(document.text for document in documents)], languages * 2)
        self._spans: dict[int, dict[Field, Spans]] = {}
        self._met: dict[int, Mask] = {}
        # What is met within one sentence comes after the words in it.
        for clause in sorted(query.clauses, key=lambda clause: isinstance(clause, Same)):
            self._met[clause.clause] = self._clause(clause)

    def hits(self) -> list[tuple[Hit, ...]]:
        live = np.ones(len(self._documents), dtype=bool)
        rows = [np.empty((5, 0), dtype=np.int64)]
        for clause, mask in logic.contributing(self._query.root, self._met, live):
            for field, spans in self._spans[clause.clause].items():
                rows.append(_rows(spans, mask, FIELDS.index(field), clause.clause))
        found = in_order(np.concatenate(rows, axis=1))
        return list(found.by_document(len(self._documents)))

    def _clause(self, clause: Clause) -> Mask:
        """Which documents meet a clause."""
        match clause:
            case Words(graph=graph, field=only):
                met = np.zeros(len(self._documents), dtype=bool)
                self._spans[clause.clause] = found = self._in_fields(graph, only)
                for spans in found.values():
                    met[spans.texts] = True
                return met
            case Scan(field=only):
                met = np.zeros(len(self._documents), dtype=bool)
                self._spans[clause.clause] = found = self._scanned(clause, only)
                for spans in found.values():
                    met[spans.texts] = True
                return met
            case Labelled(label=label, graph=graph, whole=whole):
                names = Texts([getattr(facts, label) or "" if facts else "" for facts in self._facts()])
                met = names.all(graph) if whole else names.any(graph)
            case Spoken(code=code):
                number = language_number(code)
                met = self._mask(
                    facts is not None and language_number(facts.language) == number for facts in self._facts()
                )
            case Same():
                return self._same(clause)
            case Dated(first=first, last=last):
                days = (day_number(facts.published) or 0 if facts else first for facts in self._facts())
                met = self._mask(first <= day < last for day in days)
            case Named(keys=keys) | Known(keys=keys):
                wanted = not (isinstance(clause, Known) and clause.without)
                met = self._mask(
                    facts is None or facts.key is None or (facts.key in keys) == wanted
                    for facts in self._facts()
                )
        return met | self._mask(facts is None for facts in self._facts())

    def _same(self, same: Same) -> Mask:
        """The documents that meet a part within a sentence or paragraph; its clauses keep what is in such."""
        documents = np.zeros(len(self._documents), dtype=bool)
        words = [clause.clause for clause in leaves(same.part)]
        begins = self._texts.units(same.unit)
        edge = len(self._documents) << PLACE_BITS
        titles = int(np.searchsorted(begins, edge))
        units: dict[Field, Ints] = {"title": begins[:titles], "text": begins[titles:] - edge}
        for field in FIELDS:
            windows = {clause: _windows(self._spans[clause].get(field)) for clause in words}
            met = within.met_within(same.part, units[field], windows)
            documents[met.documents] = True
            for clause, kept in met.windows.items():
                if field in self._spans[clause]:
                    self._spans[clause][field] = _spans(kept)
        return documents

    def _in_fields(self, graph: Graph, only: Field | None) -> dict[Field, Spans]:
        """Where the words of a clause stand in each field, by document."""
        spans = self._texts.spans(graph)
        edge = int(np.searchsorted(spans.texts, len(self._documents)))
        titles = Spans(*(part[:edge] for part in spans))
        texts = Spans(spans.texts[edge:] - len(self._documents), spans.starts[edge:], spans.ends[edge:])
        found: dict[Field, Spans] = {"title": titles, "text": texts}
        return {only: found[only]} if only else found

    def _scanned(self, clause: Scan, only: Field | None) -> dict[Field, Spans]:
        """Where an expression fits in each field, by document."""
        written: dict[Field, list[str]] = {
            "title": [document.title for document in self._documents],
            "text": [document.text for document in self._documents],
        }
        return {field: spans_in(clause, written[field]) for field in ((only,) if only else FIELDS)}

    def _facts(self) -> Iterator[Facts | None]:
        return (document.facts for document in self._documents)

    def _mask(self, met: Iterable[bool]) -> Mask:
        return np.fromiter(met, bool, len(self._documents))


def _windows(spans: Spans | None) -> Windows:
    """Spans as windows whose positions are code points."""
    if spans is None:
        return NOWHERE
    texts = spans.texts << PLACE_BITS
    return Windows(texts + spans.starts, texts + spans.ends)


def _spans(windows: Windows) -> Spans:
    texts = windows.documents()
    shift = texts << PLACE_BITS
    return Spans(texts, windows.starts - shift, windows.ends - shift)


def _rows(spans: Spans, documents: Mask, field: int, clause: int) -> Array:
    """Spans as columns of (document, field, start, end, clause), those in the documents of a mask."""
    wanted = documents[spans.texts]
    texts, begins, ends = (part[wanted] for part in spans)
    return np.stack([texts, np.full_like(texts, field), begins, ends, np.full_like(texts, clause)])

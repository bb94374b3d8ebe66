"""The words of an index that begin as something that is being typed, those of most documents first."""

from collections.abc import Sequence

import numpy as np

from index import language
from index.columnar.directory import Directory
from index.errors import QueryError
from index.fulltext import analysis, facets, schema
from index.fulltext.begun import IndexedField
from index.fulltext.evaluate import Evaluation
from index.fulltext.postings import Snapshot
from index.fulltext.quoting import quoted
from index.fulltext.syntax import parse

LOOKED_AT = 256
"""Forms of words, the most frequent, that are looked at."""


def words_beginning(snapshot: Snapshot, typed: str, most: int) -> Sequence[str]:
    """Words, each in the form in which it mostly stands; of several forms of one word the most frequent.

    What is typed already is left out.

    Args:
        snapshot: Whose words.
        typed: What they begin with; case and accents are free.
        most: How many are wanted, at most.
    """
    beginning = analysis.fold_pattern(typed)
    if not beginning:
        return []
    numbers = snapshot.vocabulary.beginning(beginning)
    frequencies = snapshot.vocabulary.frequencies[numbers]
    if len(numbers) > LOOKED_AT:
        chosen = np.argpartition(-frequencies, LOOKED_AT)[:LOOKED_AT]
        numbers, frequencies = numbers[chosen], frequencies[chosen]
    order = np.argsort(-frequencies, kind="stable")
    order = order[frequencies[order] > 0]
    code = _main_language(snapshot)
    surfaces: dict[str, str] = {}
    totals: dict[str, int] = {}
    for surface, frequency in zip(
        snapshot.vocabulary.words.words(numbers[order]), frequencies[order].tolist(), strict=True
    ):
        key = analysis.fold(surface)
        # A compound is found by its parts as well, and does not begin as each of them does
        if key.startswith(beginning):
            form = language.form(key, code) if code else key
            surfaces.setdefault(form, surface)
            totals[form] = totals.get(form, 0) + frequency
    ordered = [surfaces[form] for form in sorted(surfaces, key=lambda form: -totals[form])]
    return [surface for surface in ordered if surface.casefold() != typed.casefold()][:most]


class ValueNames:
    """What stands behind a field in a snapshot: the outlets, the bylines or the languages, by their words."""

    def __init__(self, snapshot: Snapshot, field: IndexedField) -> None:
        self.mark = snapshot.state.mark
        """The state of the index whose they are."""
        if field == "language":
            column = facets.languages_of(snapshot)
            self._names: Sequence[str] = column.names
            self._counts = column.counts(snapshot.live)[:-1]
        else:
            self._names, self._counts = snapshot.label_names(field), snapshot.label_counts(field)
        self._directory = Directory(self._names)

    def beginning(self, typed: str, most: int) -> list[tuple[str, int]]:
        """Those of which a word begins so, each with its documents; those of most first."""
        if not self._names:
            return []
        numbers = self._directory.beginning(typed)
        numbers = numbers[self._counts[numbers] > 0]
        numbers = numbers[np.argsort(-self._counts[numbers], kind="stable")][:most]
        return [(self._names[number], int(self._counts[number])) for number in numbers.tolist()]


def documents_with(snapshot: Snapshot, word: str) -> int:
    """How many documents a search for a word finds."""
    try:
        query = parse(quoted(word))
    except QueryError:  # a word longer than a query may be
        return 0
    return int(Evaluation(snapshot, query, lambda: False).matches.sum())


def _main_language(snapshot: Snapshot) -> str | None:
    """The language of most documents, of those that have forms."""
    spoken = np.bincount(snapshot.languages[snapshot.live])
    numbers = {schema.language_number(code): code for code in snapshot.vocabulary.languages}
    found = max(
        (number for number in numbers if number < len(spoken)), key=lambda one: spoken[one], default=0
    )
    return numbers[found] if found and spoken[found] else None

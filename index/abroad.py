"""Find names that English documents have established in the documents in other languages.

Only those are gone through that are new, or that may hold what is established now and was not before, or that
hold what is not any more. Helpers go through them: no document may hold up the process that reads in.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from index.catalog import Catalog, NamedSpan
from index.helping.abroad import NAMING_ABROAD, AbroadAsked
from index.helping.crew import Crew
from index.helping.naming import NamesAsked, NamesFound
from index.model.spans import FormRow
from index.watching import Watched

BATCH = 50
"""Documents whose names are written down together."""


def name_abroad(
    catalog: Catalog, crew: Crew, version: str, watched: Watched, trouble: Callable[[str], None]
) -> None:
    """Look for established names where that was not done with them yet.

    Args:
        catalog: Where names are kept.
        crew: Recognises them; what its `poll` raises ends the work, which is then done anew.
        version: That of the rules.
        watched: Whom the user watches for.
        trouble: Told of documents in which that is not possible.
    """
    abroad = catalog.abroad
    documents = abroad.documents()
    if not documents:
        return
    from index.entities import NameCount
    from index.entities.abroad import establish

    forms = [
        (" ".join(one.words), one.name, one.type, one.is_short)
        for one in establish(NameCount(*row) for row in abroad.counts()).values()
    ]
    now, before = set(forms), abroad.established()
    wanted = abroad.unsearched() | abroad.with_names((name, type) for _, name, type, _ in before - now)
    if now - before:
        wanted.update(_may_hold(catalog, now - before, documents, crew.poll))
    wanted.difference_update(catalog.names.unnamed(version))  # what is found in those has yet to come
    asked = _asked(catalog, sorted(wanted), forms, watched, crew.poll)
    batch: list[NamesFound] = []
    for found in crew.map(NAMING_ABROAD, asked, len(wanted)):
        batch.append(found)
        if found.trouble:
            (document,) = catalog.documents([found.key])
            trouble(f"Names of other articles were not looked for in {document.path}: {found.trouble}.")
        if len(batch) == BATCH:
            _write(catalog, version, batch)
            batch = []
    _write(catalog, version, batch)
    if now != before:
        abroad.establish(now)


def _write(catalog: Catalog, version: str, batch: Iterable[NamesFound]) -> None:
    catalog.names.put(
        version,
        {
            found.key: [
                NamedSpan(
                    one.field, one.start, one.end, one.name, one.type, one.text, one.sure, one.stands_for
                )
                for one in found.mentions
            ]
            for found in batch
            if not found.trouble
        },
    )
    catalog.abroad.mark([found.key for found in batch if not found.is_to_be_tried_again])
    catalog.abroad.unmark([found.key for found in batch if found.is_to_be_tried_again])


def _asked(
    catalog: Catalog,
    documents: Collection[int],
    forms: Iterable[FormRow],
    watched: Watched,
    poll: Callable[[], None],
) -> Iterator[AbroadAsked]:
    """Some documents, each with the forms that may be in it: all of them would be much to tell each time."""
    from index.entities.abroad import beginning, beginnings_in

    by_beginning: defaultdict[str, list[tuple[int, FormRow]]] = defaultdict(list)
    for place, form in enumerate(forms):
        by_beginning[beginning(form[0])].append((place, form))
    for key, title, text, language in catalog.abroad.texts(documents):
        poll()
        there = sorted(one for start in beginnings_in(title, text) for one in by_beginning.get(start, ()))
        document = NamesAsked(key, title, text, language, None, None, None, watched=watched)
        yield AbroadAsked(document, tuple(form for _, form in there))


def _may_hold(
    catalog: Catalog, forms: Iterable[FormRow], documents: Collection[int], poll: Callable[[], None]
) -> Iterator[int]:
    """The documents in which words stand that begin as those of some forms do."""
    from index.entities.abroad import beginning, beginnings_in

    beginnings = {beginning(words) for words, _, _, _ in forms}
    for key, title, text, _ in catalog.abroad.texts(documents):
        poll()
        if not beginnings.isdisjoint(beginnings_in(title, text)):
            yield key

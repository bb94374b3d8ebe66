"""Find names that English documents have established in the documents in other languages.

Only those are gone through that are new, or that may hold what is established now and was not before, or that
hold what is not any more.
"""

import re
from collections.abc import Callable, Collection, Iterable

from index.catalog import Catalog, NamedSpan
from index.catalog.abroad import FormRow
from index.watching import Watched

BATCH = 50
"""Documents whose names are written down together."""


def name_abroad(catalog: Catalog, version: str, watched: Watched, poll: Callable[[], None]) -> None:
    """Look for established names where that was not done with them yet.

    Args:
        catalog: Where names are kept.
        version: That of the rules.
        watched: Whom the user watches for.
        poll: Called often; what it raises ends the work, which is then done anew.
    """
    abroad = catalog.abroad
    documents = abroad.documents()
    if not documents:
        return
    from index.entities import NameCount, recognise
    from index.entities.abroad import Abroad, establish
    from index.entities.watch import heed

    forms = establish(NameCount(*row) for row in abroad.counts())
    now = {(" ".join(one.words), one.name, one.type, one.is_short) for one in forms.values()}
    before = abroad.established()
    wanted = abroad.unsearched() | abroad.with_names((name, type) for _, name, type, _ in before - now)
    if now - before:
        wanted.update(_may_hold(catalog, now - before, documents, poll))
    finder = Abroad(forms)
    batch: dict[int, list[NamedSpan]] = {}
    for key, title, text, language in abroad.texts(sorted(wanted)):
        poll()
        known = recognise(title, text, language=language)
        batch[key] = [
            NamedSpan(one.field, one.start, one.end, one.name, one.type, one.text, one.sure)
            for one in heed(title, text, finder.find(title, text, language, known), watched)
        ]
        if len(batch) == BATCH:
            _write(catalog, version, batch)
            batch = {}
    _write(catalog, version, batch)
    if now != before:
        abroad.establish(now)


def _write(catalog: Catalog, version: str, batch: dict[int, list[NamedSpan]]) -> None:
    catalog.names.put(version, batch)
    catalog.abroad.mark(batch)


def _may_hold(
    catalog: Catalog, forms: Iterable[FormRow], documents: Collection[int], poll: Callable[[], None]
) -> Iterable[int]:
    """The documents in which words stand that begin as those of some forms do."""
    from index.entities.names import key as folded

    beginnings = {words.split(" ")[-1][:4] for words, _, _, _ in forms}
    pattern = re.compile("|".join(re.escape(one) for one in sorted(beginnings)))
    for key, title, text, _ in catalog.abroad.texts(documents):
        poll()
        if pattern.search(folded(f"{title} {text}")):
            yield key

"""Find the documents that must be read for names again, since the user watches for others than before.

They are looked for in the full-text index by the words of the names that were added, changed or taken out;
no other document is touched.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from index.catalog import Catalog
from index.fulltext.filters import writable
from index.fulltext.syntax import parse
from index.model import Form
from index.watching import Watched
from index.watching.finding import finder_of

if TYPE_CHECKING:
    from index.fulltext.engine import Engine

AT_ONCE = 200
"""Documents whose texts are looked through at a time."""
LONG = 4
"""Letters of a word that may have an ending behind an apostrophe: Ankara'da."""


def is_followed(catalog: Catalog, watched: Watched) -> bool:
    """Whether the documents were read for names with this list in mind."""
    return catalog.names.watched() == watched


def follow_watched(
    catalog: Catalog, engine: "Callable[[], Engine]", watched: Watched, poll: Callable[[], None]
) -> int:
    """Note which documents are to be read again, and that this is whom the library watches for now.

    Args:
        catalog: Where it is noted.
        engine: Gives the full-text index.
        watched: Whom the user watches for.
        poll: Called often; what it raises ends the work, which is then done anew.

    Returns:
        How many documents are to be read again.
    """
    before = catalog.names.watched()
    if is_followed(catalog, watched):
        return 0
    again: list[int] = []
    forms = watched.differing(before)
    documents = catalog.versions().keys() if forms else ()
    if documents:
        one, other = finder_of(before), finder_of(watched)
        is_long = len(forms) > len(documents)  # to look for a form takes longer than to read a text
        candidates = sorted(documents if is_long else _with_words(engine(), forms))
        for first in range(0, len(candidates), AT_ONCE):
            poll()
            for stored in catalog.stored_texts(candidates[first : first + AT_ONCE]):
                if any(one.find(text) != other.find(text) for text in (stored.title, stored.text)):
                    again.append(stored.key)
    catalog.names.reread(again, watched)
    return len(again)


def _with_words(engine: "Engine", forms: tuple[Form, ...]) -> set[int]:
    """The documents in which the words of some forms stand."""
    found: set[int] = set()
    for form in forms:
        if form.kind == "except":
            continue  # where it matters a form stands within it
        words = writable(form.text)
        last = words.split()[-1]
        ways = [f'"{words}"', *([f'"{words}*"'] if len(last) >= LONG or not last.isascii() else [])]
        found.update(engine.matching(parse(" OR ".join(ways))).tolist())
    return found

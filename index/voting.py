"""Let a model vote on the names of documents, behind everything else.

It has a process of its own and the library only for the moments in which something is written down, so others
may read in meanwhile. What is done is kept; a run that is broken off goes on where it was.

Where it fails, a plain sentence tells whether the fault is in the model: then the run is given up, and no
text is blamed. Otherwise the others are read first, and then those it failed on, one by one.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from index.abroad import name_abroad
from index.catalog import Catalog
from index.errors import Cancelled
from index.helping.crew import Crew, NoHelper
from index.helping.naming import NamesAsked, votes_as
from index.mending import Mendings
from index.model import Progress
from index.modelling.pipelines import Pipeline, find_layer
from index.naming import Pace, join_names, names_asked, rules_version, write_names
from index.stores import Stores

if TYPE_CHECKING:
    from index.modelling.work import VotesAsked, VotesHeard

BATCH = 8
"""Documents that the model is given together."""
AHEAD = 3
"""So many batches are handed out before one has come back: what is wanted first should not wait long."""
TOO_LONG = 400_000
"""Code points of a text that the model is not given any more: it would take minutes."""
MOST_NAMED = 5
"""So many articles on which the model was not heard are named, each with why; the others are counted."""
SENTENCE = "Anna Keller of Lisbon spoke."
"""A model that fails on this fails on whatever it is given."""
SENTENCE_KEY = 0
"""No document has it."""
FACT = "documents a model failed on"
"""Their keys, until it is known which they are; a run that was broken off leaves them to the next."""


@dataclass(slots=True)
class Voting:
    """One run over the documents on which a model has not voted."""

    stores: Stores
    tell: Callable[[Progress], None]
    cancelled: Callable[[], bool]
    mendings: Callable[[], Mendings]
    """Gives what the user says of names, as it is by then."""
    first: Sequence[str] = ()
    """Ids of documents to be dealt with before the others; more may be added at the end meanwhile."""
    trouble: list[str] = field(default_factory=list)
    """What went wrong, for the user to read."""
    _pace: Pace = field(default_factory=Pace)
    _versions: dict[int, int] = field(default_factory=dict)
    _early: set[int] = field(default_factory=set)
    _again: list[int] = field(default_factory=list)
    _is_in_doubt: bool = False
    _unheard: int = 0
    _done: int = 0
    _total: int = 0

    def run(self) -> None:
        """Hear the model on all documents that it can read, where one is installed.

        Raises:
            Cancelled: `cancelled` said so; what was done up to then is kept.
        """
        layer = find_layer()
        pipeline = layer.pipeline
        if pipeline is None:
            if layer.is_asked_for:
                self.trouble.append(f"No model votes on names: {layer.reason}.")
            return
        keys = self.stores.catalog.votes.unheard(pipeline.model)
        if keys:
            self._total = len(keys)
            self.tell(Progress("voting", 0, self._total))
            try:
                self._again = self._failed_before(keys)
                before = set(self._again)
                self._hear(pipeline, [key for key in keys if key not in before], BATCH)
                self._hear(pipeline, self._again, 1)  # one of some broke it: the others need not suffer
                if self._again:
                    self._note_failed([])
            except _Given as up:
                self.trouble.append(f"No model votes on names: {up}")
            if self._unheard > MOST_NAMED:
                more = self._unheard - MOST_NAMED
                self.trouble.append(f"Nor was it heard on {more:,} other{'s' if more > 1 else ''}.")
        if keys or self.stores.catalog.names.are_open():  # the last run may have been broken off
            self._join()
        if keys:
            self.tell(Progress("voting", self._total, self._total))

    def _poll(self) -> None:
        if self.cancelled():
            raise Cancelled("Called off. What was read in so far is kept.")

    def _failed_before(self, among: Sequence[int]) -> list[int]:
        """Those of some documents that came to grief with others in a run that was broken off."""
        noted = set(json.loads(self.stores.catalog.fact(FACT) or "[]"))
        return [key for key in among if key in noted]

    def _note_failed(self, keys: Sequence[int]) -> None:
        def note() -> None:
            with self.stores.catalog.writing() as store:
                store.put_fact(FACT, json.dumps(keys))

        with self.stores.writing(cancelled=self.cancelled):
            self.stores.mending(note)

    def _hear(self, pipeline: Pipeline, keys: Sequence[int], size: int) -> None:
        """Have documents read, so many together; of several on which that fails, each is to be read again."""
        from index.modelling.work import MODELLING

        failed: list[VotesHeard] = []
        with Crew(1, self._poll, program="index.modelling", ahead=AHEAD, alone=False) as crew:
            try:
                for heard in crew.map(MODELLING, self._asked(pipeline, keys, size), len(keys)):
                    is_sentence = heard.asked.documents[0].key == SENTENCE_KEY
                    if heard.is_refused or (heard.trouble and is_sentence):
                        raise _Given(heard)
                    self._is_in_doubt = heard.trouble is not None
                    if heard.trouble and size > 1:
                        self._again += [one.key for one in heard.asked.documents]
                        self._note_failed(self._again)
                    elif heard.trouble:
                        failed.append(heard)
                    else:
                        self._keep_all(pipeline, failed)
                        if not is_sentence:
                            self._keep(pipeline, heard)
                if failed:
                    for heard in crew.map(MODELLING, [_sentence(pipeline)], 1):
                        if heard.trouble:
                            raise _Given(heard)
                    self._keep_all(pipeline, failed)
            except NoHelper:
                raise _Given(None) from None

    def _keep_all(self, pipeline: Pipeline, failed: "list[VotesHeard]") -> None:
        """Write down that a model failed on documents: it does not fail on others."""
        while failed:
            self._keep(pipeline, failed.pop(0))

    def _asked(self, pipeline: Pipeline, keys: Sequence[int], size: int) -> "Iterator[VotesAsked]":
        """Documents in batches, those that are wanted first before the others."""
        from index.modelling.work import VotesAsked, VotesHeard

        waiting = dict.fromkeys(keys)
        while waiting:
            if self._is_in_doubt:
                self._is_in_doubt = False
                yield _sentence(pipeline)
            wanted = [key for key in self._first() if key in waiting]
            self._early.update(wanted)
            chosen = list(islice(dict.fromkeys([*wanted, *islice(waiting, size)]), size))
            for key in chosen:
                del waiting[key]
            catalog = self.stores.catalog
            self._versions.update(
                catalog.votes.versions(chosen)
            )  # before the texts, which are as new or newer
            documents = tuple(names_asked(catalog, chosen, catalog.names.watched()))
            self._done += len(chosen) - len(documents)
            fits = tuple(one for one in documents if len(one.text) <= TOO_LONG)
            for one in documents:
                if len(one.text) > TOO_LONG:
                    self._keep(
                        pipeline, VotesHeard(VotesAsked(pipeline.package, (one,)), (), "it is too long")
                    )
            if fits:
                yield VotesAsked(pipeline.package, fits)

    def _first(self) -> Collection[int]:
        """Keys of the documents to be dealt with first."""
        catalog = self.stores.catalog
        return [key for id in self.first if (key := catalog.key_of(id)) is not None]

    def _keep(self, pipeline: Pipeline, heard: "VotesHeard") -> None:
        """Write down what was said of documents, unless they have changed since."""
        stores, documents = self.stores, heard.asked.documents
        with stores.writing(cancelled=self.cancelled):
            stores.mending(lambda: self._write(stores.catalog, pipeline, heard))
            if self._pace.is_due or any(one.key in self._early for one in documents):
                with self._pace:
                    stores.mending(lambda: self._join_names(stores.catalog))
        self._done += len(documents)
        self.tell(Progress("voting", min(self._done, self._total), self._total))

    def _write(self, catalog: Catalog, pipeline: Pipeline, heard: "VotesHeard") -> None:
        now = catalog.votes.versions(one.key for one in heard.asked.documents)
        is_same = {key for key, version in now.items() if self._versions.get(key) == version}
        if heard.trouble:
            for one in heard.asked.documents:
                if one.key in is_same:
                    self._tell_unheard(catalog, one.key, heard.trouble)
        said = {
            one.key: (votes_as(one.votes), heard.trouble)  # what another model said before
            for one in heard.asked.documents
            if one.key in is_same
        }
        said |= {
            one.found.key: (votes_as(one.votes), None) for one in heard.heard if one.found.key in is_same
        }
        write_names(catalog, rules_version(), [one.found for one in heard.heard if one.found.key in is_same])
        catalog.votes.put(pipeline.model, said)
        watched = catalog.names.watched()  # it may have changed while the model was at it
        again = [one.key for one in heard.asked.documents if one.watched != watched and one.key in is_same]
        if again:
            catalog.names.reread(again, watched)

    def _tell_unheard(self, catalog: Catalog, key: int, why: str) -> None:
        self._unheard += 1
        if self._unheard <= MOST_NAMED:
            (document,) = catalog.documents([key])
            self.trouble.append(f"The model was not heard on {document.path}: {why}.")

    def _join_names(self, catalog: Catalog) -> None:
        join_names(catalog, self.mendings, catalog.names.watched())

    def _join(self) -> None:
        """Join names across the library for good."""
        stores = self.stores
        with stores.writing(cancelled=self.cancelled), Crew(poll=self._poll) as crew:
            stores.mending(lambda: self._name_abroad(stores.catalog, crew))
            stores.mending(lambda: self._join_names(stores.catalog))

    def _name_abroad(self, catalog: Catalog, crew: Crew) -> None:
        name_abroad(catalog, crew, rules_version(), catalog.names.watched(), self.trouble.append)


class _Given(Exception):
    """The run is given up, for a reason that the user will read."""

    def __init__(self, heard: "VotesHeard | None") -> None:
        """Give up for what came of a piece of work; None where there is no process for it."""
        if heard is None:
            reason = "its process cannot be started, or ends at once."
        elif heard.is_refused:
            reason = str(heard.trouble)
        else:
            reason = f"it fails on whatever it is given ({heard.trouble})."
        super().__init__(reason)


def _sentence(pipeline: Pipeline) -> "VotesAsked":
    from index.modelling.work import VotesAsked

    document = NamesAsked(SENTENCE_KEY, "", SENTENCE, "en", None, None, None)
    return VotesAsked(pipeline.package, (document,))

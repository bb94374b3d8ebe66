"""What names the user watches for."""

from index.library.names import Names
from index.model import Form, Named, SyncReport, WatchedName


class Watch(Names):
    """What names the user watches for."""

    def watched_counts(self) -> dict[WatchedName, tuple[int, int]]:
        """How often each name that is watched for is mentioned, and in how many documents."""
        catalog = self._catalog
        found: dict[WatchedName, tuple[int, int]] = {}
        with catalog.names.owners() as owners:
            for one in self.watched().names:
                ids = {id for id, _, _ in catalog.names.bearing([(one.type, one.name)])}
                found[one] = owners.touched(name for id in ids for name in owners.names_of(id))
        return found

    def watch(self, one: WatchedName, *, everywhere: bool = False) -> None:
        """Watch for a name from now on; it is found in the articles by the next `sync` or `follow_watched`.

        Args:
            one: The name.
            everywhere: Whether in all libraries.

        Raises:
            StorageError: It cannot be written down.
        """
        file = self._common_watch_file if everywhere else self._watch_file
        file.change(lambda held: held.with_name(one))

    def unwatch(self, one: Named) -> WatchedName | None:
        """Watch for a name no more, neither here nor, by the list of all libraries, elsewhere.

        Returns:
            What was said of it; None where nothing was.

        Raises:
            StorageError: It cannot be written down.
        """
        found = self.watched().named(one.type, one.name)
        for file in (self._watch_file, self._common_watch_file):
            if found is not None and file.path.exists():
                file.change(lambda held: held.without(one.type, one.name))
        return found

    def as_watched(self, one: Named) -> WatchedName:
        """An entity as a name to watch for, with the forms under which it is mentioned.

        A single word is meant only as it is written; the lone name of a person is left out where another
        person has it, too.
        """
        from index.entities.names import key

        forms: dict[str, Form] = {}
        for text in (one.name, *(form for form, _ in self.forms(one))):
            text = " ".join(text.split())
            if not any(map(str.isalnum, text)):
                continue
            is_word = " " not in text
            if is_word and one.type == "person" and text != one.name and self._is_anothers(key(text), one):
                continue
            forms.setdefault(text if is_word else key(text), Form(text, "exact" if is_word else "any"))
        return WatchedName(one.type, tuple(forms.values()) or (Form(one.name, "exact"),))

    def _is_anothers(self, word: str, one: Named) -> bool:
        """Whether another person has a word in the name."""
        from index.entities.names import key

        others = (each for each in self.called(word) if each.type == "person" and each.name != one.name)
        return any(word in key(each.name).split() for each in others)

    def unwatch_entity(self, one: Named) -> tuple[WatchedName, ...]:
        """Watch for no name of the list any more that is an entity now, whatever it is shown as.

        Returns:
            What was said of them.

        Raises:
            StorageError: It cannot be written down.
        """
        from index.entities.canonical import entity_id

        wanted = entity_id(one.type, one.name)
        gone = []
        for each in self.watched().names:
            ids = {id for id, _, _ in self._catalog.names.bearing([(each.type, each.name)])}
            if wanted in ids or entity_id(each.type, each.name) == wanted:
                self.unwatch(Named(each.type, each.name))
                gone.append(each)
        return tuple(gone)

    def unchanged(self) -> SyncReport:
        """What there is to tell where nothing was read in: how much there is, and what is wrong."""
        documents, passages = self._catalog.counts()[:2]
        return SyncReport(documents, passages, 0, 0, 0, documents, (), 0.0, self.said_troubles())

"""What the reader has read and tagged: shown at once, and written down in a worker."""

from collections.abc import Iterable
from dataclasses import replace

from textual.screen import Screen

from tui.answers import MarksRead, TagsRead
from tui.library import Desk
from tui.screens import phrases
from tui.screens.keeping import Keeping
from tui.screens.workers import InTurn
from tui.widgets.document_list import DocumentList
from tui.widgets.related_list import RelatedList


class Marking:
    """Knows which articles were read, and has tags written down."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        documents: DocumentList,
        relatives: RelatedList,
        keeping: Keeping,
    ) -> None:
        """Begin with what the session knew, until the marks are read.

        Args:
            screen: Runs the workers, and is told what they found (`MarksRead`, `TagsRead`).
            desk: Keeps the marks.
            documents: Shows what is unread.
            relatives: Shows it, too.
            keeping: Has the session, in which what was read was kept before there were marks.
        """
        self.read: frozenset[str] = keeping.session.read
        """Ids of the articles that were read."""
        self._desk = desk
        self._documents = documents
        self._relatives = relatives
        self._keeping = keeping
        self._since: dict[str, bool] = {}
        self._in_turn = InTurn(screen, "marks")

    def load(self) -> None:
        """Read the marks, and take over those that the session still has."""
        before = self._keeping.session.read
        self._in_turn.do(lambda: MarksRead(self._desk.marked_read(before), before))

    def take(self, marks: MarksRead) -> None:
        """Show what was read; what was taken over is no matter of the session any more."""
        self.read = frozenset(
            document
            for document in marks.read | self.read
            if self._since.get(document, document in marks.read)
        )
        session = self._keeping.session
        self._keeping.session = replace(session, read=session.read - marks.taken_over)
        self._show()

    def mark_read(self, document: str) -> None:
        """Take down that an article is read."""
        if document not in self.read:
            self._mark([document], True)

    def turn(self, document: str) -> str:
        """Let an article count as unread if it was read, and as read if not; gives what there is to say."""
        is_read = document not in self.read
        self._mark([document], is_read)
        return phrases.MARKED_READ if is_read else phrases.MARKED_UNREAD

    def ask_tags(self, document: str) -> None:
        """Ask for the tags of an article, and for all there are."""
        self._in_turn.do(lambda: TagsRead(document, *self._desk.tags(document)))

    def set_tags(self, document: str, tags: tuple[str, ...]) -> str:
        """Give an article tags; gives what there is to say."""

        def work() -> None:
            self._desk.set_tags(document, tags)

        self._in_turn.do(work)
        return phrases.tagged(tags)

    def _mark(self, documents: Iterable[str], is_read: bool) -> None:
        changed = frozenset(documents)
        self.read = self.read | changed if is_read else self.read - changed
        self._since.update(dict.fromkeys(changed, is_read))
        self._show()
        self._in_turn.do(lambda: self._desk.mark_read(changed, is_read))

    def _show(self) -> None:
        self._documents.read = self.read
        self._relatives.show_read(self.read)

    def finish(self) -> None:
        """Write down what is still to be written, before the screen goes."""
        self._in_turn.finish()

"""The actions of reading: from passage to passage, from article to article, and out of the room."""

from collections.abc import Callable
from dataclasses import replace

from index.model import Span
from tui.screens import leaving, phrases
from tui.screens.pipe import PipeScreen, Piping
from tui.screens.piped import PipedScreen
from tui.screens.room import Room
from tui.screens.sending import selections
from tui.screens.trail import TrailScreen
from tui.trail import Trail
from tui.widgets.document_list import DocumentList
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.related_list import RelatedList


class ReadActions(Room):
    """What keys do to what is read."""

    def action_open(self) -> None:
        """Read what is chosen in the pane that has the focus."""
        if self.search_bar.is_typing:
            self._keep_results()
        pane = self.focused
        if isinstance(pane, (DocumentList, EntitySidebar, RelatedList)):
            self._turns.in_turn(pane.item_opened)

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        count = self._counting.take() or 1
        self._turns.in_turn(lambda: self.reader.walk_passages(count))

    def action_previous_passage(self) -> None:
        """Go to the previous passage."""
        count = self._counting.take() or 1
        self._turns.in_turn(lambda: self.reader.walk_passages(-count))

    def action_digit(self, digit: int) -> None:
        """Go to a related passage; in the list, collect a count before a motion."""
        if self.documents.is_advising and self.focused is self.documents:
            self._advising.choose(digit - 1)
        elif self.focused is self.documents:
            self._counting.add(digit)
            if (number := self._counting.number) is not None:
                self.key_line.say(phrases.counting(number))
        elif digit:
            self._turns.in_turn(lambda: self._relating.jump(digit - 1))

    def action_pane(self, name: str) -> None:
        """Do something in the pane that has the focus, as often as the count says."""
        count = self._counting.take()
        action = getattr(self._panes.focused, f"action_{name}")
        self._turns.in_turn(lambda: action() if count is None else action(count))

    def action_entity_page(self) -> None:
        """Show the page of the entity one is at: in the sidebar, at the hit, marked, or in the passage."""
        self._turns.in_turn(self._open_page)

    def _open_page(self) -> None:
        article, pointed = self.reader.article, self.sidebar.current
        if self._panes.current == "entities" and pointed is not None:
            self._paging.open(pointed.id)
        elif article is None:
            self.key_line.say(phrases.NOTHING_OPEN)
        elif (marked := self._mentioning.marked_here()) is not None:
            self._paging.open(marked)
        else:
            self._paging.open_at(article.id, self._places_here())

    def _places_here(self) -> list[Span]:
        """The hit one stands at, the current passage, and before the first one the title."""
        reader, article = self.reader, self.reader.article
        if article is None or not article.passages:
            return []
        passage = article.passages[reader.passage]
        places = [Span(passage.start, passage.end)]
        if reader.passage == 0:
            places.append(Span(0, len(article.title), "title"))
        if reader.hit_index >= 0:
            hit = reader.hits[reader.hit_index]
            is_here = hit.field == "title" or passage.start <= hit.start < passage.end
            places[:0] = [hit] if is_here else []
        return places

    def action_trail_back(self) -> None:
        """Go back to where one came from; to the page of an entity, the chronology, two articles, too."""
        self._turns.in_turn(self._trail_back)

    def _trail_back(self) -> None:
        step = self.trail.current
        ways = (self._chronicling, self._comparing, self._paging)
        if step is None or not any(way.led_to(step.why) and way.come_back() for way in ways):
            self._way.back()

    def action_compare(self) -> None:
        """Lay the open article and that of the chosen related passage side by side."""
        self._turns.in_turn(self._comparing.open)

    def action_trail_forward(self) -> None:
        """Go forward again."""
        self._turns.in_turn(self._way.forward)

    def action_trail(self) -> None:
        """Show the trail."""
        trail = self._way.trail
        self._trails.change(trail)
        self.app.push_screen(TrailScreen(self._trails, trail, self._listed.source_of), self._go_along)

    def _go_along(self, trail: Trail | None) -> None:
        if trail is not None:
            self._turns.in_turn(lambda: self._way.follow(trail))

    def action_copies(self) -> None:
        """Show who else printed the article: the chosen one of the list or of the related passages."""
        self._turns.in_turn(self._open_copies)

    def _open_copies(self) -> None:
        related = self.relatives.current if self._panes.current == "related" else None
        if related is not None:
            self._copying.open(related.document.id)
        else:
            self._with_current(self._copying.open)

    def action_trace(self) -> None:
        """Show who else has the words that the current passage quotes, or that are selected."""
        self._turns.in_turn(self._tracing.open)

    def action_copy(self) -> None:
        """Copy the selection or the passage."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.copy(self, self.reader, cite=False)))

    def action_copy_cited(self) -> None:
        """Copy it with its citation."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.copy(self, self.reader, cite=True)))

    def action_pipe(self) -> None:
        """Ask for a command to send paths or text to."""
        self._turns.in_turn(self._open_pipe)

    def _open_pipe(self) -> None:
        offered = selections(self, self._desk, self._listed.whole, self.reader)
        if not offered:
            self.key_line.say(phrases.NOTHING_OPEN)
            return
        session = self.session
        self.app.push_screen(PipeScreen(offered, chosen=session.sent, command=session.command), self._pipe)

    def _pipe(self, piping: Piping | None) -> None:
        if piping is not None:
            self._keeping.session = replace(self.session, command=piping.command, sent=piping.selection.id)
            self.app.push_screen(PipedScreen(piping))

    def action_editor(self) -> None:
        """Open the file in an editor."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.edit(self.app, self.reader)))

    def action_turn_read(self) -> None:
        """Let the article count as unread, or as read."""
        self._turns.in_turn(lambda: self._with_current(lambda id: self.key_line.say(self._marking.turn(id))))

    def action_tag(self) -> None:
        """Ask for the tags of the article."""
        self._turns.in_turn(lambda: self._with_current(self._marking.ask_tags))

    def _with_current(self, work: Callable[[str], None]) -> None:
        """Do something with the article that is chosen in the list; in other panes, with the open one."""
        article, key = self.reader.article, self.documents.current_key
        if self._panes.current == "list" and key is not None and key in self.headlines:
            work(self.headlines[key].id)
        elif article is not None:
            work(article.id)
        else:
            self.key_line.say(phrases.NOTHING_OPEN)

"""The pages of entities beside the room: opened, left for a passage, come back to, one upon the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from textual.screen import Screen

from index.model import EntityType, Headline, Span
from tui.answers import NamedFound, NamesMended
from tui.library import Desk
from tui.screens import page_phrases
from tui.screens.entity_page import EntityScreen, PlaceRead
from tui.screens.mender import Mender
from tui.screens.opening import Opener, Opening
from tui.screens.room_questions import RoomQuestions
from tui.screens.turns import Turns
from tui.screens.whom import WhomScreen


class Paging:
    """Has the pages that are open, and knows whether one has left them to read."""

    def __init__(
        self,
        room: Screen[None],
        desk: Desk,
        headlines: Callable[[], Mapping[int, Headline]],
        opener: Opener,
        questions: RoomQuestions,
        turns: Turns,
        mender: Mender,
        keymap: Mapping[str, str],
        *,
        say: Callable[[str], None],
    ) -> None:
        """Begin without a page.

        Args:
            room: The screen that they are opened from, at the latest.
            desk: Asks the library.
            headlines: Gives what is known of each document, by catalog key.
            opener: Opens the document of a mention.
            questions: Are asked who is named at a place.
            turns: Let a list come before what is to be done with it.
            mender: Is told what to say of names.
            keymap: The reader's own keys.
            say: Says how to come back.
        """
        self._room = room
        self._desk = desk
        self._headlines = headlines
        self._opener = opener
        self._questions = questions
        self._turns = turns
        self._mender = mender
        self._keymap = keymap
        self._say = say
        self._numbers = count(1)
        self._left: tuple[Screen[Any], ...] = ()

    def open_at(self, document: str, places: Sequence[Span]) -> None:
        """Show the page of whoever is named at the first of some places that names any."""
        self._questions.named_at(document, places)

    def open_named(self, name: str, type: EntityType) -> None:
        """Show the page of whoever is called by a name."""
        self._questions.named(name, type)

    def take(self, found: NamedFound) -> None:
        """Show the page of the entity that was found; of several let one be chosen."""
        if self._questions.is_late("named", found.question):
            return
        if not found.entities:
            self._say(page_phrases.NOBODY_HERE)
        elif len(found.entities) == 1:
            self.open(found.entities[0].id)
        else:
            self._room.app.push_screen(WhomScreen(found.entities), self._open_chosen)

    def _open_chosen(self, id: str | None) -> None:
        if id is not None:
            self.open(id)

    def open(self, id: str) -> None:
        """Show the page of an entity, over whatever shows, unless it shows already."""
        app = self._room.app
        if isinstance(app.screen, EntityScreen) and app.screen.entity == id:
            return
        if app.screen is self._room:
            self.forget()
        screen = EntityScreen(
            self._desk,
            self._mender,
            self._keymap,
            id,
            self._headlines,
            read=self._read,
            open_page=self.open,
            leave=self._close,
        )
        name = f"page-{next(self._numbers)}"
        app.install_screen(screen, name)
        app.push_screen(name)

    @property
    def _pages(self) -> Iterator[EntityScreen]:
        """The pages that are open, and those that one has left to read."""
        screens = *self._room.app.screen_stack, *self._left
        return (screen for screen in screens if isinstance(screen, EntityScreen))

    def mended(self, event: NamesMended) -> None:
        """Let the pages follow what was said of names."""
        for page in self._pages:
            page.follow(event)

    def tell(self, said: str) -> None:
        """Say something on the pages, too."""
        for page in self._pages:
            page.key_line.say(said)

    def fail(self, reason: str) -> None:
        """Say on the pages what is wrong, too."""
        for page in self._pages:
            page.notice.say("library", reason)

    def led_to(self, why: str) -> bool:
        """Whether one went to a passage from a page, by what the trail says of why."""
        return page_phrases.is_opened(why)

    def come_back(self) -> bool:
        """Go back to the page that one has left to read; False where that is not so."""
        left, self._left = self._left, ()
        for screen in left:
            self._room.app.push_screen(screen)
        return bool(left)

    def forget(self) -> None:
        """Read something else: Escape does not lead back to a page any more."""
        left, self._left = self._left, ()
        for screen in left:
            if isinstance(screen, EntityScreen):
                self._remove(screen)

    def _close(self) -> None:
        """Leave the page on top for good."""
        page = self._room.app.screen
        self._room.app.pop_screen()
        self._remove(page)

    def _remove(self, page: Screen[Any]) -> None:
        """Take down a page that is not in the stack of screens."""
        self._room.app.uninstall_screen(page)
        page.remove()

    def _read(self, wanted: PlaceRead) -> None:
        app = self._room.app
        stack = app.screen_stack
        self._left = tuple(stack[stack.index(self._room) + 1 :])
        while app.screen is not self._room:
            app.pop_screen()
        opening = Opening(
            wanted.place.key,
            "at",
            (wanted.line.passage or 0, None),
            page_phrases.opened(wanted.name),
            entities=wanted.entities,
        )
        self._turns.in_turn(lambda: self._opener.go_to(opening))
        self._say(page_phrases.BACK_TO_PAGE)

"""The page of an entity: under which names, with whom, when and where it is mentioned.

Every line leads to its passage. What it is made of stands in `page_shown`; here is what keys do.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from index.model import Gathering, Headline, KwicLine
from tui.commands import DIGITS, ENTITY_COMMANDS
from tui.library import Desk
from tui.messages import OpenHit
from tui.render.aspects import COMPANION_ORDERS
from tui.screens import page_phrases
from tui.screens.mender import Mender
from tui.screens.page_mending import PageMending
from tui.sifting import Place
from tui.widgets.aspect_list import AspectList


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A line of a page that is to be read in its article."""

    place: Place
    """Where it is."""
    line: KwicLine
    """The line."""
    name: str
    """What the entity is called."""
    entities: tuple[str, ...]
    """Ids of those whose mentions are to be seen there."""


class EntityScreen(PageMending):
    """The page of an entity. It stays as it is while one reads at one of its lines."""

    OFFERED = ENTITY_COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *(one.binding for one in OFFERED),
        *DIGITS,
        Binding("v", "begin_span", show=False),
        Binding("h,left", "days('cursor_left')", show=False),
        Binding("l,right", "days('cursor_right')", show=False),
    ]

    def __init__(
        self,
        desk: Desk,
        mender: Mender,
        keymap: Mapping[str, str],
        id: str,
        headlines: Callable[[], Mapping[int, Headline]],
        *,
        read: Callable[[PlaceRead], None],
        open_page: Callable[[str], None],
        leave: Callable[[], None],
    ) -> None:
        """Begin with nothing known but who is meant.

        Args:
            desk: Asks the library.
            mender: Is told what to say of names.
            keymap: The reader's own keys, by name of the command.
            id: The entity.
            headlines: Gives what is known of each document, by catalog key.
            read: Is told which line the reader wants to read at.
            open_page: Is told of whom the reader wants to see the page.
            leave: Is told that the reader goes back to where the page was opened.
        """
        super().__init__(desk, mender, keymap, id, headlines, leave=leave)
        self._tell_read, self._tell_page = read, open_page

    # Choosing

    def action_open(self) -> None:
        """Read at the chosen line; beside it, show the places of a name, of two together, of some days."""
        if self.focused is self.days:
            self._span = self.days.span
            self._show_within()
            self.go_to(self.hits)
        elif self.focused is self.aspects:
            self.aspects.action_open()
        else:
            self.hits.action_open()

    @on(AspectList.Opened)
    def _open_aspect(self, event: AspectList.Opened) -> None:
        self.look_at(event.aspect.wanted)
        self.go_to(self.hits)

    @on(OpenHit)
    def _read(self, event: OpenHit) -> None:
        line = self.hits.content_of(event.hit)
        if line is None or self.page is None:
            self.key_line.say(page_phrases.STILL_COMING)
            return
        entities = tuple(filter(None, (self.entity, self.wanted.other)))
        self._tell_read(PlaceRead(self.sifting.place_of(event.hit), line, self.page.entity.name, entities))

    def action_entity_page(self) -> None:
        """Go to the page of the companion under the cursor, or of the one that is shown with the entity."""
        row = self.aspects.current if self.focused is self.aspects else None
        other = row.wanted.other if row is not None else self.wanted.other
        if other is None:
            self.key_line.say(page_phrases.WHOSE_PAGE)
        else:
            self._tell_page(other)

    def action_sort(self) -> None:
        """Take the next order of what has the focus."""
        if self.focused is not self.aspects:
            super().action_sort()
            return
        now = COMPANION_ORDERS.index(self._order_of_company)
        self._order_of_company = COMPANION_ORDERS[(now + 1) % len(COMPANION_ORDERS)]
        self._show_aspects()

    # Moving

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._turn(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes = (self.hits, self.aspects, self.days)
        here = next((at for at, pane in enumerate(panes) if pane is self.focused), 0)
        self.go_to(panes[(here + step) % len(panes)])

    @property
    def moved_in(self) -> Widget:
        """The pane that has the focus. Overrides `BesideScreen`."""
        return next((pane for pane in (self.aspects, self.days) if pane is self.focused), self.hits)

    def action_days(self, name: str) -> None:
        """Move among the days."""
        self.go_to(self.days)
        getattr(self.days, f"action_{name}")()

    def action_begin_span(self) -> None:
        """Begin a span of days at the cursor."""
        self.go_to(self.days)
        self.days.begin()

    # Leaving

    def action_back(self) -> None:
        """Go one step back: from what is begun, from what is narrowed, to where the page was opened."""
        self.notice.clear("library")
        if self._counting.take() is not None:
            return
        if self._coming is not None:
            self._questions.forget_order()
            self._coming = None
            self.say_what_is_shown()
        elif self._span is not None:
            self._span = None
            self.days.drop()
            self._show_within()
        elif self.days.is_begun:
            self.days.drop()
        elif self.focused is not self.hits and not self._is_wide:
            self.go_to(self.hits)
        elif self.wanted != Gathering(self.entity):
            self.aspects.move_to(self.wanted)
            self.look_at(Gathering(self.entity))
            self.go_to(self.aspects)
        else:
            self._tell_left()

    def action_trail_back(self) -> None:
        """Go back to where the page was opened."""
        self._tell_left()

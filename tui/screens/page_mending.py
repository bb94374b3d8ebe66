"""The entity desk on the page of an entity: its names and company put right, and the page that follows.

Whoever is under the cursor is meant, or the entity itself. A page stays with those it is about: under
another name, as another thing, or with whom they are one by now; and comes back when that is taken back.
"""

from collections.abc import Callable, Mapping
from typing import Final

from textual import on
from textual.events import DescendantFocus

from index.model import Gathering, Headline, Mending, Named
from tui.answers import EntityFetched, NamesMended
from tui.commands import footer_keys
from tui.library import Desk
from tui.screens import page_phrases
from tui.screens.mend_desk import open_desk
from tui.screens.mend_steps import Verb
from tui.screens.mender import Mender, named
from tui.screens.mendings import MendingsScreen
from tui.screens.page_shown import PageShown

_MOVING: Final = ("merge", "rename", "retype")
"""What makes of an entity another one."""


class PageMending(PageShown):
    """What keys do to the names of a page."""

    def __init__(
        self,
        desk: Desk,
        mender: Mender,
        keymap: Mapping[str, str],
        id: str,
        headlines: Callable[[], Mapping[int, Headline]],
        *,
        leave: Callable[[], None],
    ) -> None:
        """Begin with nothing said.

        Args:
            desk: Asks the library.
            mender: Is told what to say of names.
            keymap: The reader's own keys, by name of the command.
            id: The entity.
            headlines: Gives what is known of each document, by catalog key.
            leave: Is told that the reader goes back to where the page was opened.
        """
        super().__init__(desk, keymap, id, headlines, leave=leave)
        self._mender = mender
        self._to_open: tuple[Verb | None, str] = (None, "")
        self._moved: list[tuple[Mending, str]] = []
        self._said = 0

    @on(DescendantFocus)
    def _show_keys(self) -> None:
        """Say at the foot what keys do where the focus is."""
        pane = "aspects" if self.focused is self.aspects else "entity"
        self.key_line.keys = footer_keys(pane, self._keymap)

    # What keys do

    def action_mend(self) -> None:
        """Open the desk for the name under the cursor, or for the entity."""
        self._open_desk(None)

    def action_reject(self) -> None:
        """Hide the name under the cursor, or split it off the entity; reject a line."""
        if self.focused is self.aspects:
            self._open_desk("hide")
        else:
            super().action_reject()

    def action_undo(self) -> None:
        """Take back the latest mending; where lines were rejected since, put back the last of these."""
        if self.focused is self.aspects or (self._said and not self.sifting.rejected):
            self._mender.undo()
        else:
            super().action_undo()

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._mender.redo()

    def action_mendings(self) -> None:
        """Show all mendings, and what may be one."""
        self.app.push_screen(MendingsScreen(self._mender))

    def _open_desk(self, verb: Verb | None) -> None:
        row = self.aspects.current if self.focused is self.aspects else None
        wanted = row.wanted if row is not None else Gathering(self.entity)
        if verb == "hide" and wanted.alias is not None:
            verb = "split"  # the name stays a name, but not of this one
        self._to_open = verb, wanted.alias or ""
        self._asked.entity(wanted.other or self.entity)

    @on(EntityFetched)
    def _take_entity(self, event: EntityFetched) -> None:
        if self._asked.is_late("entity", event.question) or self.app.screen is not self:
            return
        if event.entity is None or not event.entity.mentions:
            self.key_line.say(event.trouble or page_phrases.NO_PLACES)
            return
        verb, alias = self._to_open
        head = self.page.entity if self.page is not None else None
        is_other = head is not None and head.id != event.entity.id and head.type == event.entity.type
        near = head if is_other else None
        open_desk(self.app, self._mender, (event.entity,), verb=verb, alias=alias, near=near)

    # What was mended

    def follow(self, event: NamesMended) -> None:
        """Show who is meant by now, since something was said of names or taken back."""
        self.key_line.say(event.said)
        mending = event.mending
        if mending is None or mending.kind == "decline":
            return
        self._said = max(0, self._said + (-1 if event.is_back else 1))
        self.gone_text = page_phrases.HIDDEN if mending.kind == "hide" else page_phrases.NO_PLACES
        companion = self.name_of(self.wanted.other or "")
        if self.wanted.other is not None and companion in {one.name for one in mending.whom}:
            self.wanted = Gathering(self.entity)
        self._asked.page(*self._candidates(mending, is_back=event.is_back))

    def _candidates(self, mending: Mending, *, is_back: bool) -> list[str | Named]:
        """Whose page this may be now; the first of them who is mentioned anywhere."""
        own, others = self.entity, [one for one in (mending.target, *mending.whom) if one is not None]
        if is_back:
            if self._moved and self._moved[-1][0] == mending:
                own = self._moved.pop()[1]
            return [own, *reversed(others)]
        is_own = self.page is not None and named(self.page.entity) in mending.whom
        if not is_own or mending.target is None:
            return [own]
        if mending.kind in _MOVING:
            self._moved.append((mending, own))
            return [mending.target, own]
        return [own, mending.target]

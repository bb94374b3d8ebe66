"""What the palette offers: every command of the room, and the articles by their headlines."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.commands import COMMANDS, Command
from tui.render.shown import shown
from tui.screens.main import MainScreen

MOST_ARTICLES = 30
"""More headlines than this are not offered at once."""


class RoomCommands(Provider):
    """Commands and articles of the main screen."""

    async def discover(self) -> Hits:
        """Offer the commands while nothing has been typed."""
        for command in COMMANDS:
            yield DiscoveryHit(command.help, partial(self._run, command), help=f"key: {command.key_text}")

    async def search(self, query: str) -> Hits:
        """Offer what fits the words typed."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            if (score := matcher.match(command.help)) > 0:
                yield Hit(score, matcher.highlight(command.help), partial(self._run, command))
        room = self.screen
        if not isinstance(room, MainScreen):
            return
        words = query.casefold().split()
        found = 0
        for key, headline in room.headlines.items():
            title = headline.title.casefold()
            if all(word in title for word in words):
                line = shown(f"{headline.title} · {headline.source or 'no outlet'}")
                yield Hit(0.5, Content(line), partial(room.read_document, key), text=line)
                found += 1
                if found == MOST_ARTICLES:
                    return

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(command.binding.action)

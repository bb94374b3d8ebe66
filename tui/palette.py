"""What the palette offers: the commands, articles by their headlines, entities by their names."""

import asyncio
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from heapq import nlargest
from itertools import islice
from typing import Final

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from index.model import Headline
from tui.commands import ROOM_COMMANDS, Command
from tui.render.cuts import ELLIPSIS
from tui.render.dates import short_date
from tui.render.rows import clip, outlet
from tui.render.shown import shown
from tui.render.wrap import cells
from tui.screens import clause_phrases
from tui.screens.beside_screen import BesideScreen
from tui.screens.main import MainScreen

MOST_ARTICLES: Final = 30
"""More headlines than this are not offered at once."""
WIDTH: Final = 96
"""Cells of the palette where there is room for them, as in `app.tcss`."""
MOST_ENTITIES: Final = 8
"""More entities than this are not offered at once."""
_FRAME: Final = 5
_ROOM_FOR_OUTLET: Final = 60
_AT_ONCE: Final = 2_000
"""Headlines that are looked through before keys and painting have their turn."""

# The order: what fits at the beginnings of words, what fits inside them, what is left out, what
# has the letters somewhere.
_COMMAND, _BEGINNINGS, _INSIDE, _MORE = 4.0, 3.0, 2.0, 1.0

_find_words: Final = re.compile(r"\w+").findall


class RoomCommands(Provider):
    """Commands of the screen; on the main screen articles, and the pages of entities, too."""

    _headlines: Mapping[int, Headline] | None = None
    _folded: list[str]
    """Titles of `_headlines` in their order, made comparable, as far as was needed."""

    @property
    def _commands(self) -> Sequence[Command]:
        """What can be done where the palette was called."""
        return self.screen.OFFERED if isinstance(self.screen, BesideScreen) else ROOM_COMMANDS

    async def discover(self) -> Hits:
        """Offer the commands while nothing has been typed."""
        for command in self._commands:
            row = self._row(Content(command.help), command.key_text)
            yield DiscoveryHit(row, partial(self._run, command), command.help)
        for clause, said in self._clauses():
            yield DiscoveryHit(self._row(Content(said), ""), clause, said)

    async def search(self, query: str) -> Hits:
        """Offer what fits the words typed."""
        words = _find_words(folded(query))
        matcher = self.matcher(query)
        for command in self._commands:
            scattered = matcher.match(command.help)
            if fit(words, folded(f"{command.help} {command.id} {command.label}")) == _BEGINNINGS:
                score = _COMMAND
            elif scattered > 0:
                score = _MORE - 1 / (1 + scattered)
            else:
                continue
            row = self._row(matcher.highlight(command.help), command.key_text)
            yield Hit(score, row, partial(self._run, command), command.help)
        for clause, said in self._clauses():
            if fit(words, folded(said)) == _BEGINNINGS:
                yield Hit(_COMMAND, self._row(matcher.highlight(said), ""), clause, said)
        room = self.screen
        if not isinstance(room, MainScreen) or not words:
            return
        found = await self._articles(room.headlines, words)
        for score, _, key in nlargest(MOST_ARTICLES, found):
            headline = room.headlines[key]
            row = self._article_row(headline, words)
            yield Hit(score, row, partial(room.read_document, key), shown(headline.title))
        if (left := len(found) - MOST_ARTICLES) > 0:
            said = f"… {left:,} more: go on typing"
            yield Hit(_MORE, self._row(Content(said), ""), partial(self._list, room, words), said)
        # Behind all else, since the first time it takes as long as reading all names
        for one in await asyncio.to_thread(room.entities_called, query, MOST_ENTITIES):
            sources = one.documents if one.sources is None else one.sources
            row = self._row(Content(shown(one.name)), f"{one.type} · {sources:,}")
            yield Hit(_BEGINNINGS, row, partial(room.open_page, one.id), shown(one.name))

    def _clauses(self) -> list[tuple[Callable[[], None], str]]:
        """What walks the hits of each clause of the query and of all, and how it is called."""
        room = self.screen
        if not isinstance(room, MainScreen) or len(names := room.clause_names) < 2:
            return []
        every: list[int | None] = [*range(len(names)), None]
        return [
            (
                partial(room.walk_clause, clause),
                clause_phrases.walk(names[clause] if clause is not None else None),
            )
            for clause in every
        ]

    async def _articles(
        self, headlines: Mapping[int, Headline], words: Sequence[str]
    ) -> list[tuple[float, str, int]]:
        """Find headlines; returns how well each fits, its date, and its key."""
        if headlines is not self._headlines:
            self._headlines, self._folded = headlines, []
        found = []
        for number, (key, headline) in enumerate(headlines.items()):
            if number % _AT_ONCE == 0:
                await asyncio.sleep(0)
                coming = islice(headlines.values(), len(self._folded), number + _AT_ONCE)
                self._folded += [folded(one.title) for one in coming]
            if score := fit(words, self._folded[number]):
                found.append((score, headline.published or "", key))
        return found

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(command.binding.action)

    async def _list(self, room: MainScreen, words: Sequence[str]) -> None:
        """Go to the search line and list all that fit there."""
        query = " ".join(f"title:{word}*" for word in words)
        room.list_query(query)

    # How it looks

    def _article_row(self, headline: Headline, words: Sequence[str]) -> Content:
        date = short_date(headline.published)
        room = self._room
        name = outlet(shown(headline.source or ""), room // 4) if room >= _ROOM_FOR_OUTLET else ""
        title = Content(shown(headline.title))
        if self.match_style is not None:
            for word in words:
                for place in re.finditer(rf"\b{word}", title.plain, re.IGNORECASE):
                    title = title.stylize(self.match_style, *place.span())
        return self._row(title, f"{name} · {date}" if name else date)

    def _row(self, left: Content, right: str) -> Content:
        """Make a line with something quiet at its right end."""
        room = max(1, self._room - cells(right) - 2)
        pieces = clip(left.plain, room, 1)
        if pieces and pieces[0].after:
            left = left[pieces[0].start : pieces[0].end] + Content(ELLIPSIS)
        gap = " " * (self._room - left.cell_length - cells(right))
        return left + Content(gap) + Content.styled(right, "$ink-quiet")

    @property
    def _room(self) -> int:
        return min(WIDTH, self.app.size.width) - _FRAME


def folded(text: str) -> str:
    """Return the words of a text, each behind a blank, without capitals and accents."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(part for part in parts if not unicodedata.combining(part))
    return " " + " ".join(_find_words(text.casefold()))


def fit(words: Sequence[str], text: str) -> float:
    """Say how well words fit a `folded` text, the higher the better; 0 where one is not in it."""
    if all(f" {word}" in text for word in words):
        return _BEGINNINGS
    return _INSIDE if all(word in text for word in words) else 0.0

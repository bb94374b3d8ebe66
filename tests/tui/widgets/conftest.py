"""A bare app around one widget, which remembers the messages it is sent."""

import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from index.model import Article, Headline, Hit, Listing, Passage
from tui.themes import DARK, THEMES


class Bare(App[None]):
    """Shows one widget and nothing else."""

    CSS = "Screen { overflow: hidden; } LineView { width: 100%; height: 100%; }"

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.heard: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DARK.variables

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def hear(self, message: Message) -> None:
        """Remember a message once, however many widgets it bubbles through."""
        if not any(message is heard for heard in self.heard):
            self.heard.append(message)

    def of(self, kind: type[Message]) -> list[Any]:
        """Return what was heard of one kind, in order."""
        return [message for message in self.heard if isinstance(message, kind)]


Show = Callable[..., AbstractAsyncContextManager[tuple[Bare, Pilot[None]]]]


@pytest.fixture
def show() -> Show:
    """Runs an app around a widget, in a terminal of so many columns and lines."""

    @asynccontextmanager
    async def run(
        widget: Widget, size: tuple[int, int] = (60, 20)
    ) -> AsyncIterator[tuple[Bare, Pilot[None]]]:
        app = Bare(widget)
        async with app.run_test(size=size, message_hook=app.hear) as pilot:
            await pilot.pause()
            yield app, pilot

    return run


@pytest.fixture
def screen_text() -> Callable[[Widget], list[str]]:
    """Reads the lines of a widget's window, without blanks at their right ends."""

    def read(widget: Widget) -> list[str]:
        return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]

    return read


@pytest.fixture
def make_article() -> Callable[..., Article]:
    """Makes an article of a text, a passage a paragraph."""

    def make(
        text: str, title: str = "A title", *, id: str = "1", passages: Sequence[tuple[int, int]] | None = None
    ) -> Article:
        spans = passages if passages is not None else [m.span() for m in re.finditer(r"[^\n]+", text)]
        return Article(
            id=id,
            path=f"/{id}.txt",
            title=title,
            source="The Cradle",
            byline="News Desk",
            published="2025-06-23",
            language="en",
            url=None,
            sha256="",
            collected="",
            text=text,
            passages=tuple(Passage(id, number, *span, 1) for number, span in enumerate(spans)),
        )

    return make


@pytest.fixture
def find_hits() -> Callable[[Article, str], list[Hit]]:
    """Finds the places of a pattern in an article's title and text; a group's number is the clause."""

    def find(article: Article, pattern: str) -> list[Hit]:
        return [
            Hit(match.start(), match.end(), field, (match.lastindex or 1) - 1)
            for field, text in (("title", article.title), ("text", article.text))
            for match in re.finditer(pattern, text)
        ]

    return find


@pytest.fixture
def make_listing() -> Callable[..., tuple[Listing, dict[int, Headline]]]:
    """Makes a listing of titles; keys count from 10 in tens, ids are their names."""

    def make(titles: Sequence[str], hits: Sequence[int] | None = None) -> tuple[Listing, dict[int, Headline]]:
        keys = [10 * (number + 1) for number in range(len(titles))]
        counts = list(hits) if hits is not None else [1] * len(titles)
        headlines = {
            key: Headline(
                str(key), title, "The Cradle" if key % 20 else None, "2025-06-23" if key % 30 else None
            )
            for key, title in zip(keys, titles, strict=True)
        }
        return Listing("query", keys, counts, sum(counts), 0, ()), headlines

    return make

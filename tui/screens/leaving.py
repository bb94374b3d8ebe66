"""Ways out of the reading room with a passage: to the clipboard, to an editor."""

import os
import shlex
import subprocess

from textual.app import App, SuspendNotSupported
from textual.screen import Screen

from index.model import Article, Passage
from tui.clipboard import cited
from tui.render.wrap import is_hard_wrapped
from tui.screens import phrases
from tui.widgets.reader import Reader


def copy(screen: Screen[None], reader: Reader, *, cite: bool) -> str:
    """Put the selection, or the current passage, on the terminal's clipboard; returns what to say."""
    article = reader.article
    if article is None:
        return phrases.NOTHING_OPEN
    passage = article.passages[reader.passage] if article.passages else None
    text = screen.get_selected_text() or ""
    if not text.strip():
        text = _flowing(article, passage) if passage else article.title
    screen.app.copy_to_clipboard(cited(text, article, passage.line if passage else 1) if cite else text)
    # OSC 52 has no answer, so nothing better than this can be known
    return f"{len(text):,} characters sent to the terminal's clipboard, if it lets programs write there."


def _flowing(article: Article, passage: Passage) -> str:
    """The text of a passage, without the line ends the reader does not see either."""
    text = article.text[passage.start : passage.end]
    return text.replace("\n", " ") if is_hard_wrapped(text) else text


def edit(app: App[None], reader: Reader) -> str:
    """Open the article's file in the user's editor, at the current passage; returns what to say."""
    article = reader.article
    if article is None:
        return phrases.NOTHING_OPEN
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return "No editor is set: the environment variable EDITOR says which."
    line = article.passages[reader.passage].line if article.passages else 1
    try:
        command = [*shlex.split(editor), f"+{line}", article.path]
        with app.suspend():
            subprocess.run(command, check=False)
    except SuspendNotSupported:
        return "An editor cannot be opened from here."
    except (OSError, ValueError) as error:
        return f"The editor cannot be started: {error}"
    app.refresh()
    return ""

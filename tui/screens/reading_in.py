"""How far reading in has come, and when what is on the screen should take notice of it."""

import time
from typing import Literal

from index.model import Progress
from tui.screens import phrases

QUIET_SECONDS = 0.6
"""Reading in that is done sooner is not spoken of."""
LIST_SECONDS = 0.4
"""While articles come, the list is asked for no oftener."""
REST = 3.0
"""Nor is it asked for again before so many times the time that it took to come."""
ARTICLE_SECONDS = 3.0
"""While names and passages come, the open article is asked for no oftener."""

New = Literal["articles", "names"]

_BRINGS_ARTICLES = ("", "waiting", "looking", "reading")


class ReadingIn:
    """Follows what is told of a library that is being brought up to date."""

    def __init__(self) -> None:
        """Begin with a library at rest."""
        self.is_on = False
        """Whether articles are being read in, so that there may be more of them."""
        self.phrase = ""
        """How far it has come."""
        self._began = 0.0
        self._stage = ""
        self._asked: float | None = None
        self._next = 0.0

    @property
    def brings_articles(self) -> bool:
        """Whether articles are still to come."""
        return self.is_on and self._stage in _BRINGS_ARTICLES

    @property
    def brings_names(self) -> bool:
        """Whether names are still to come."""
        return self.is_on and self._stage not in ("relating", "comparing", "merging")

    @property
    def brings_passages(self) -> bool:
        """Whether passages to be related are still to come."""
        return self.is_on and self._stage not in ("comparing", "merging")

    @property
    def said(self) -> str:
        """What to say of it: nothing where it may be over at once."""
        return self.phrase if time.monotonic() - self._began > QUIET_SECONDS else ""

    def begin(self) -> None:
        """It has begun."""
        self.is_on, self.phrase, self._stage = True, "looking for articles", ""
        self._began = time.monotonic()

    def end(self) -> None:
        """It has ended."""
        self.is_on, self.phrase = False, ""

    def tell(self, progress: Progress) -> New | None:
        """Take notice of how far it is; gives what is new and should be asked for now."""
        self.phrase = phrases.progress(progress)
        if progress.stage == "voting":  # all is read in, and who looks need not be disturbed by it
            return None
        before, self._stage = self._stage, progress.stage
        if before in _BRINGS_ARTICLES and progress.stage not in _BRINGS_ARTICLES:
            return "articles"  # the last report of reading may have been replaced by this one
        if progress.stage == "reading" and progress.done and self._is_due():
            return "articles"
        if progress.stage in ("naming", "relating") and self._is_due():
            self._next = time.monotonic() + ARTICLE_SECONDS
            return "names"
        return None

    def _is_due(self) -> bool:
        return self._asked is None and time.monotonic() >= self._next

    def list_asked(self) -> None:
        """The list was asked for, with what is new."""
        self._asked = time.monotonic()

    def list_came(self) -> None:
        """The list came with what is new; it is asked for again the later the longer that took."""
        if self._asked is not None:
            now = time.monotonic()
            self._next = now + max(LIST_SECONDS, REST * (now - self._asked))
            self._asked = None

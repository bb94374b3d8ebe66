"""The names a user watches for: the lines that say so, and where they stand in a text."""

from index.watching.lists import FACT, FILE, WatchList
from index.watching.watched import NOBODY, Watched

__all__ = ["FACT", "FILE", "NOBODY", "WatchList", "Watched"]

"""Where a reader was: what the next start of the same library opens with."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.model import SORTS, Sort
from tui.trail import Trail
from tui.whole_files import change_whole

FILE = "session.json"


@dataclass(frozen=True, slots=True)
class Session:
    """The state of the room that outlives it."""

    query: str = ""
    """The query whose results are listed."""
    sort: Sort | None = None
    """The order chosen; None for the one that fits the query."""
    compact: bool = False
    """Whether the article list shows one line each."""
    copies_listed: bool = False
    """Whether each copy of an article has a row of its own in the list."""
    light: bool = False
    """Whether the paper is light."""
    document: str | None = None
    """Id of the open document."""
    passage: int = 0
    """Its current passage."""
    offset: int = 0
    """Lines scrolled beyond the beginning of that passage."""
    command: str = ""
    """The command that something was sent to last."""
    sent: str = ""
    """What was sent: the id of a `Selection`."""
    read: frozenset[str] = field(default_factory=frozenset)
    """Ids of documents that were read, from before marks were kept; they are taken over to these."""
    trail: Trail = field(default_factory=Trail)
    """The way the reader came."""
    trail_name: str = ""
    """The name under which it was kept last; empty where it was not."""

    @property
    def opened(self) -> frozenset[str]:
        """Ids of the documents that are open, were read, or lie on the trail."""
        passed = {step.document for step in self.trail.steps}
        return self.read.union(id for id in (self.document, *passed) if id is not None)


def load_session(path: Path) -> Session:
    """Read a session; what is missing or of a wrong kind in the file is as at a first start."""
    try:
        return read_session(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Session()


def read_session(text: str) -> Session:
    """Take what the file holds; what is missing or of a wrong kind in it is as at a first start."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return Session()
    if not isinstance(found, dict):
        return Session()
    fresh = Session()

    def of_kind(name: str, kind: type) -> Any:
        value = found.get(name)
        return value if type(value) is kind else getattr(fresh, name)

    read = of_kind("read", list)
    sort = found.get("sort")
    return Session(
        query=of_kind("query", str),
        sort=sort if sort in SORTS else None,
        compact=of_kind("compact", bool),
        copies_listed=of_kind("copies_listed", bool),
        light=of_kind("light", bool),
        document=of_kind("document", str),
        passage=of_kind("passage", int),
        offset=of_kind("offset", int),
        command=of_kind("command", str),
        sent=of_kind("sent", str),
        read=frozenset(id for id in read if isinstance(id, str)),
        trail=Trail.from_json(found.get("trail")),
        trail_name=of_kind("trail_name", str),
    )


def save_session(path: Path, session: Session, join: Callable[[str, Session], Session] | None = None) -> str:
    """Write a session, into a directory that is there, so that its file is always the old or the new one.

    Args:
        path: The file.
        session: The session.
        join: Gives what is to be written, from what the file holds by then and the session.

    Returns:
        What was written.

    Raises:
        OSError: it cannot be written.
    """

    def change(before: str) -> str:
        wanted = session if join is None else join(before, session)
        kept = {name: getattr(wanted, name) for name in Session.__dataclass_fields__}
        return json.dumps({**kept, "read": sorted(wanted.read), "trail": wanted.trail.as_json()}, indent=1)

    return change_whole(path, change)

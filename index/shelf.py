"""The libraries kept on this machine: which there are, where, how large, whether whole."""

import json
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from index.catalog import CATALOG, Catalog
from index.errors import CatalogDamaged, CuttingsError, LibraryDamaged, StorageError, UsageError
from index.lock import is_held, writing
from index.mending import FILE as MENDINGS
from index.mending import Mendings
from index.model import LibraryInfo, StoreInfo
from index.paths import Home, find_home
from index.said import SaidFile, told
from index.watching import FILE as WATCHED
from index.watching import WatchList

CARD = "library.json"
"""The file in a library's directory that says what it is a library of."""

FORGOTTEN = ".forgotten"
"""How the directory of a library ends that is being removed."""

SETTLED = 60
"""Seconds after which nobody is writing a card any more."""


def note_opened(directory: Path, paths: tuple[str, ...]) -> None:
    """Write down which paths a library has and that it was opened now."""
    card = {"paths": list(paths), "opened": datetime.now(UTC).isoformat("T", "microseconds")}
    temporary = directory / f".{CARD}.{os.getpid()}"
    with suppress(OSError):  # a library on a disk that is full or read-only can still be read
        _sweep(directory)
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(descriptor, "w", encoding="ascii") as opened:
                json.dump(card, opened, indent=1)
            temporary.replace(directory / CARD)
        finally:
            temporary.unlink(missing_ok=True)


def _sweep(directory: Path) -> None:
    """Remove what was left behind by a process that was killed while it wrote a card or forgot a library."""
    for path in directory.glob(f".{CARD}.*"):
        if time.time() - path.stat().st_mtime > SETTLED:
            path.unlink(missing_ok=True)
    for path in directory.parent.glob(f".*{FORGOTTEN}"):
        shutil.rmtree(path, ignore_errors=True)


def last_opened(home: Home) -> tuple[str, ...] | None:
    """The paths of the library last opened; None where there is none.

    A library that was read in and found to have no article is one only where no other is kept: a folder
    named by mistake does not take the place of that in which one works.
    """
    cards = [(card, directory) for directory in _directories(home) if (card := _card(directory))]
    cards.sort(key=lambda pair: pair[0][1], reverse=True)
    for card, directory in cards:
        if not _is_empty(directory / CATALOG):
            return card[0]
    return cards[0][0][0] if cards else None


def _is_empty(path: Path) -> bool:
    """Whether there is no article in a library that was read in to its end."""
    try:
        if not Catalog.is_there(path):
            return False
        catalog = Catalog(path)
        try:
            return bool(catalog.fact("synced")) and not catalog.counts()[0]
        finally:
            catalog.close()
    except (CuttingsError, OSError):
        return False  # whoever opens it says what is wrong with it


def kept(home: str | os.PathLike[str] | None = None) -> tuple[LibraryInfo, ...]:
    """The libraries that are kept, the one last opened first."""
    return _described(find_home(home), check=False)


def diagnose(home: str | os.PathLike[str] | None = None) -> tuple[LibraryInfo, ...]:
    """The libraries that are kept, each with what is wrong with it; reads all that is kept."""
    return _described(find_home(home), check=True)


def forget(id: str, home: str | os.PathLike[str] | None = None) -> LibraryInfo:
    """Remove what is derived from a library's files; what the user made in it stays.

    Raises:
        UsageError: no library is kept under this id.
        LibraryBusy: a process is writing to it.
    """
    where = find_home(home)
    for directory in _directories(where):
        if directory.name == id:
            info = _describe(where, directory, check=False)
            with writing(directory / "lock", wait=False):
                # Away first, so that a kill in the middle leaves no half of a library
                going = directory.with_name(f".{directory.name}{FORGOTTEN}")
                shutil.rmtree(going, ignore_errors=True)
                directory.rename(going)
                shutil.rmtree(going, ignore_errors=True)
            return info
    raise UsageError(f"No library is kept under “{id}”. “cuttings libraries” lists those that are.")


def _described(home: Home, *, check: bool) -> tuple[LibraryInfo, ...]:
    found = [_describe(home, directory, check=check) for directory in _directories(home)]
    return tuple(sorted(found, key=lambda info: info.opened, reverse=True))


def _directories(home: Home) -> list[Path]:
    try:
        found = (home.cache / "libraries").iterdir()
        return sorted(path for path in found if not path.name.startswith(".") and _is_made(path))
    except OSError:
        return []


def _is_made(directory: Path) -> bool:
    """Whether there is a library in a directory; there is not where a first start was broken off at once."""
    return any((directory / name).exists() for name in (CARD, CATALOG))


def _card(directory: Path) -> tuple[tuple[str, ...], str] | None:
    """Read which paths a library has and when it was opened; None where that is not to be read."""
    try:
        card = json.loads((directory / CARD).read_text("ascii"))
        paths, opened = card["paths"], card["opened"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if not (
        isinstance(paths, list) and all(isinstance(path, str) for path in paths) and isinstance(opened, str)
    ):
        return None
    return tuple(paths), opened


def _describe(home: Home, directory: Path, *, check: bool) -> LibraryInfo:
    card = _card(directory)
    found = _Examined()
    documents = None
    path = directory / CATALOG
    try:
        if not Catalog.is_there(path):
            raise CatalogDamaged(f"{path} is missing or empty.")
        catalog = Catalog(path)
        try:
            documents = catalog.counts()[0]
            if check:
                _examine(catalog, directory, found)
        finally:
            catalog.close()
    except CuttingsError as error:
        found.problems.append(str(error))
    except OSError as error:
        found.problems.append(f"{directory} cannot be read: {error.strerror}.")
    data = home.library_data(directory.name)
    watched, troubles = _said(data, home.data)
    return LibraryInfo(
        id=directory.name,
        paths=card[0] if card else (),
        documents=documents,
        bytes=_size(directory),
        opened=card[1] if card else "",
        directory=str(directory),
        data_directory=str(data) if data.exists() else None,
        problems=tuple(found.problems),
        watched=watched,
        troubles=troubles,
        mendings=str(data / MENDINGS) if (data / MENDINGS).exists() else None,
        stores=tuple(found.stores),
        matchers=tuple(found.matchers.items()),
    )


def _said(own: Path, common: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lists of watched names that there are, and what in all that the user says cannot be read."""
    lists = [path for path in (own / WATCHED, common / WATCHED) if path.exists()]
    files: list[tuple[Path, Callable[[str], Mendings | WatchList]]]
    files = [(own / MENDINGS, Mendings.read), *((path, WatchList.read) for path in lists)]
    troubles: list[str] = []
    for path, take in files:
        try:
            held = SaidFile(path, take, lambda: None).read()
        except StorageError as error:
            troubles.append(str(error))
        else:
            troubles += told(path, held.troubles)
    return tuple(map(str, lists)), tuple(troubles)


@dataclass(slots=True)
class _Examined:
    """What was found out about a library."""

    problems: list[str] = field(default_factory=list)
    stores: list[StoreInfo] = field(default_factory=list)
    matchers: dict[str, int] = field(default_factory=dict)


def _examine(catalog: Catalog, directory: Path, found: _Examined) -> None:
    """Look at a library's files; reads every byte."""
    from index.columnar.state import census
    from index.fulltext.engine import Engine
    from index.fulltext.probing import matchers_used
    from index.related.store import PassageStore

    found.problems += catalog.problems()
    wanted = catalog.versions()
    stores: tuple[tuple[str, str, str, type[Engine] | type[PassageStore]], ...] = (
        ("fulltext", "full-text index", "articles", Engine),
        ("passages", "store of related passages", "passages", PassageStore),
    )
    for name, called, holds, kind in stores:
        held: dict[int, int] = {}
        try:
            if (directory / name).exists():
                store = kind.open(directory / name)
                held = store.contents()
                damaged = store.check()
                found.problems += [f"{path} is damaged." for path in damaged]
                found.stores.append(StoreInfo(holds, *census(store.index.state)))
                if isinstance(store, Engine) and not damaged:
                    found.matchers = matchers_used(store)
        except LibraryDamaged as error:
            found.problems.append(str(error))
            continue
        lacking = sum(held.get(key) != version for key, version in wanted.items())
        differ = lacking + len(held.keys() - wanted.keys())
        if differ and catalog.fact("synced") and not is_held(directory / "lock"):
            found.problems.append(f"The {called} differs from the catalog in {differ:,} documents.")


def _size(directory: Path) -> int:
    total = 0
    for folder, _, names in os.walk(directory):
        for name in names:
            try:
                total += os.lstat(os.path.join(folder, name)).st_size
            except FileNotFoundError:
                continue
    return total

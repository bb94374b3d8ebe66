"""Trails kept under names: a file each in the library's data directory, plain JSON.

A file that cannot be read is told of and left as it is; the others are not touched by it.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tui.trail import Trail
from tui.whole_files import alone, put_whole, read_whole

FOLDER: Final = "trails"
_ENDING: Final = ".json"
_LONGEST_STEM: Final = 60


@dataclass(frozen=True, slots=True)
class KeptTrail:
    """A trail under a name."""

    name: str
    """The name; of a file that cannot be read, the file's."""
    kept: str
    """When it was kept last, in ISO form."""
    path: Path
    """Its file."""
    trail: Trail = field(default_factory=Trail)
    """The trail."""
    trouble: str = ""
    """Why the file cannot be read; empty where it can."""


def kept_trails(data: Path) -> tuple[KeptTrail, ...]:
    """The trails kept in a library's data directory, the last kept first.

    Raises:
        OSError: the folder cannot be looked at.
    """
    folder = data / FOLDER
    if not folder.is_dir():
        return ()
    paths = sorted(path for path in folder.iterdir() if path.suffix == _ENDING and path.name[0] != ".")
    return tuple(sorted((_read(path) for path in paths), key=lambda one: one.kept, reverse=True))


def keep_trail(data: Path, name: str, trail: Trail, now: str) -> Path:
    """Write a trail down under a name, in place of one that has it.

    Args:
        data: The library's data directory, which is there.
        name: The name.
        trail: The trail.
        now: When, in ISO form.

    Raises:
        OSError: it cannot be written; what was there before is as it was.
    """
    folder = data / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    with alone(folder):  # another room may keep one under this name
        others = kept_trails(data)
        path = next((one.path for one in others if one.name == name and not one.trouble), None)
        path = path or _free(folder, name)
        _write(path, name, now, trail)
    return path


def rename_trail(kept: KeptTrail, name: str) -> None:
    """Give a kept trail another name; its file stays where it is.

    Raises:
        OSError: it cannot be written.
    """
    with alone(kept.path.parent):
        now = _read(kept.path)  # another room may have walked on along it
        _write(kept.path, name, now.kept or kept.kept, kept.trail if now.trouble else now.trail)


def _write(path: Path, name: str, kept: str, trail: Trail) -> None:
    written = {"name": name, "kept": kept, "trail": trail.as_json()}
    put_whole(path, json.dumps(written, indent=1, ensure_ascii=False) + "\n")


def free_name(name: str, names: Sequence[str]) -> str:
    """A name that is not taken: the one given, or the same with a number behind it."""
    free, number = name, 1
    while free in names:
        number += 1
        free = f"{name} ({number})"
    return free


def _read(path: Path) -> KeptTrail:
    try:
        found = json.loads(read_whole(path))
    except OSError as error:
        return KeptTrail(path.stem, "", path, trouble=error.strerror or str(error))
    except (ValueError, RecursionError):
        return KeptTrail(path.stem, "", path, trouble="it is no JSON")
    name = found.get("name") if isinstance(found, dict) else None
    if not isinstance(name, str) or not name.strip() or not isinstance(found.get("trail"), dict):
        return KeptTrail(path.stem, "", path, trouble="it holds no trail")
    kept = found.get("kept")
    return KeptTrail(name, kept if isinstance(kept, str) else "", path, Trail.from_json(found["trail"]))


def _free(folder: Path, name: str) -> Path:
    """A file that is not there yet, called after a name as far as that goes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_STEM] or "trail"
    path, number = folder / f"{stem}{_ENDING}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{_ENDING}"
    return path

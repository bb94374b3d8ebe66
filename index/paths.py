"""Where things lie: the library's name, Cuttings' own directories, the sample articles.

Paths are handled as `str` in the form `os.fsdecode` gives, so that a file name which is no
valid UTF-8 survives the way in and out.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import LibraryDamaged, PathNotFound

SAMPLE_SUFFIXES = frozenset({".txt", ".md", ".html"})


@dataclass(frozen=True, slots=True)
class Home:
    """The two directories that hold everything Cuttings keeps."""

    cache: Path
    """What can be made anew from the sources."""
    data: Path
    """What the user made."""

    def library(self, identity: str) -> Path:
        """Where what is derived from a library's files is kept."""
        return self.cache / "libraries" / identity

    def library_data(self, identity: str) -> Path:
        """Where what the user made in a library is kept."""
        return self.data / "libraries" / identity


def find_home(home: str | os.PathLike[str] | None = None) -> Home:
    """Give the directories under `home`, under CUTTINGS_HOME, or where the platform wants them."""
    chosen = home or os.environ.get("CUTTINGS_HOME")
    if chosen:
        base = Path(os.path.abspath(os.path.expanduser(chosen)))
        return Home(base / "cache", base / "data")
    import platformdirs

    return Home(platformdirs.user_cache_path("cuttings"), platformdirs.user_data_path("cuttings"))


def real_paths(paths: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Give the sorted set of real paths that names a library.

    Raises:
        PathNotFound: one of them is not there.
    """
    found = set()
    for path in paths:
        named = os.fspath(path)
        real = os.path.realpath(named)
        if not os.path.exists(real):
            raise PathNotFound(f"There is no file or folder “{named}”.")
        found.add(real)
    return tuple(sorted(found))


def library_id(paths: Sequence[str]) -> str:
    """Name a library by its set of real paths: 16 hexadecimal digits."""
    joined = b"\0".join(os.fsencode(path) for path in paths)
    return hashlib.sha256(joined).hexdigest()[:16]


def sample_articles() -> tuple[str, ...]:
    """Give the paths of the sample articles, in a wheel or in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return tuple(
                sorted(
                    str(path)
                    for path in folder.iterdir()
                    if path.suffix in SAMPLE_SUFFIXES and path.name != "README.md"
                )
            )
    return ()


def make_private_directory(directory: Path) -> None:
    """Create a directory, and those above it, for this user alone.

    Raises:
        LibraryDamaged: it is there and belongs to someone else, or is no directory.
    """
    missing = [one for one in (directory, *directory.parents) if not one.exists()]
    for one in reversed(missing):  # `parents=True` would give the upper ones the usual rights
        one.mkdir(exist_ok=True, mode=0o700)
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise LibraryDamaged(f"{directory} should be a directory, and is not. Move it away.")
    if found.st_uid != os.geteuid():
        raise LibraryDamaged(f"{directory} belongs to another user. Choose another place with --home.")
    if stat.S_IMODE(found.st_mode) != 0o700:
        directory.chmod(0o700)


def make_files_private(directory: Path) -> None:
    """Take everyone else's rights off the files below a directory."""
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(folder, name)
            try:
                if stat.S_IMODE(os.lstat(path).st_mode) & 0o077:
                    os.chmod(path, 0o600)
            except FileNotFoundError:  # a segment merged away meanwhile
                continue

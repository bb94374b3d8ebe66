"""Writing a file so that it is always the old one or the new one, and readable by its owner alone."""

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Put a text in place of what a file held, into a directory that is there.

    Raises:
        OSError: It cannot be written; the file is as it was.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    temporary.replace(path)


def read_whole(path: Path) -> str:
    """What a file holds, bytes that are no text kept as they are; nothing where there is no file.

    Raises:
        OSError: It cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""

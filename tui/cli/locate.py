"""Find the document that a FILE on the command line names."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.errors import NotInLibrary
from index.model import Document, Skipped

if TYPE_CHECKING:
    from index.library import Library

LISTED = 5
"""How many files of one name are listed for the user to choose from."""


def document_named(library: "Library", file: str, skipped: Sequence[Skipped]) -> Document:
    """Give the document of a path: from here, from a folder of the library, or the end of a path.

    Args:
        library: Where to look.
        file: As the user named it.
        skipped: Files that are not in the library, and why.

    Raises:
        NotInLibrary: there is none, or the end of a path fits several.
    """
    folders = [path for path in library.paths if os.path.isdir(path)]
    for path in (file, *(os.path.join(folder, file) for folder in folders)):
        found = library.find(path)
        if found is not None:
            return found
    ending = "/" + os.path.normpath(file)
    fitting = [] if os.path.isabs(file) else [one for one in library.documents() if one.path.endswith(ending)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        paths = [one.path for one in fitting[:LISTED]]
        more = ["…"] if len(fitting) > LISTED else []
        raise NotInLibrary("\n".join([f"{file} fits {len(fitting):,} articles:", *paths, *more]))
    raise NotInLibrary(_why_not(library, file, skipped))


def _why_not(library: "Library", file: str, skipped: Sequence[Skipped]) -> str:
    if not os.path.exists(file):
        return f"no such file in the library: {file}"
    real = os.path.realpath(file)
    if os.path.isdir(real):
        return f"{file} is a folder; FILE is one article"
    for one in skipped:
        if one.path == real:
            return f"{file} is not in the library: {one.reason}"
    return (
        f"{file} is not in the library of {', '.join(library.paths)}\n"
        "The library is the one last opened, or the one named after FILE."
    )

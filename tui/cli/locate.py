"""Find the document that a FILE on the command line names."""

import os
from typing import TYPE_CHECKING

from index.errors import NotInLibrary
from index.model import Document

if TYPE_CHECKING:
    from index.library import Library

LISTED = 5
"""How many files of one name are listed for the user to choose from."""


def document_named(library: "Library", file: str) -> Document:
    """Give the document of a path: from here, from a folder of the library, or the end of a path.

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
    raise NotInLibrary(_why_not(library, file))


def _why_not(library: "Library", file: str) -> str:
    if not os.path.exists(file):
        return f"no such file in the library: {file}"
    real = os.path.realpath(file)
    if os.path.isdir(real):
        return f"{file} is a folder; FILE is one article"
    for skipped in library.skipped():
        if skipped.path == real:
            return f"{file} is not in the library: {skipped.reason}"
    return (
        f"{file} is not in the library of {', '.join(library.paths)}\n"
        "The library is the one last opened, or the one named after FILE."
    )

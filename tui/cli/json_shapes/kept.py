"""The JSON of what is kept: `cuttings libraries` and `cuttings doctor`."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from index.model import LibraryInfo
from tui.cli.json_shapes.documents import Shape


def library_shape(info: LibraryInfo) -> Shape:
    """Give what is kept about a library."""
    return {
        "id": info.id,
        "paths": list(info.paths),
        "documents": info.documents,
        "bytes": info.bytes,
        "opened": info.opened,
        "directory": info.directory,
        "data_directory": info.data_directory,
    }


def libraries_shape(kept: Sequence[LibraryInfo]) -> Shape:
    """Give the libraries that are kept."""
    return {"libraries": [library_shape(info) for info in kept]}


def forgotten_shape(info: LibraryInfo) -> Shape:
    """Give the library that was just forgotten."""
    return {"forgotten": library_shape(info)}


def doctor_shape(
    kept_in: Mapping[str, str],
    libraries: Sequence[LibraryInfo],
    problems: Sequence[str],
    names: Mapping[str, str],
    versions: Mapping[str, str],
    terminal: Mapping[str, str],
) -> Shape:
    """Give the state of everything Cuttings keeps, and where it runs."""
    return {
        "whole": not problems and not any(info.problems for info in libraries),
        "problems": list(problems),
        "kept_in": dict(kept_in),
        "libraries": [_examined_shape(info) for info in libraries],
        "names": dict(names),
        "versions": dict(versions),
        "terminal": dict(terminal),
    }


def _examined_shape(info: LibraryInfo) -> Shape:
    """Give a library that was looked at, with its indexes and how queries are answered from them."""
    return {
        **library_shape(info),
        "problems": list(info.problems),
        "mendings": info.mendings,
        "watched": list(info.watched),
        "troubles": list(info.troubles),
        "stores": [asdict(store) for store in info.stores],
        "matchers": dict(info.matchers),
    }

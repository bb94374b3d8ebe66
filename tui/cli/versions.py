"""Which versions of Cuttings and of what it stands on are installed."""

import platform
from importlib.metadata import PackageNotFoundError, packages_distributions, version

SHOWN = ("textual", "rich", "click", "numpy")


def own_version() -> str:
    """Give the version of Cuttings, as installed."""
    return _version("cuttings")


def versions() -> dict[str, str]:
    """Give name and version of each distribution that matters.

    The package `whoosh` is provided by several distributions; the one that is installed is
    named. Where two are, both are, since they overwrite each other.
    """
    found = {"cuttings": own_version(), "python": platform.python_version()}
    names = (*SHOWN, *sorted(set(packages_distributions().get("whoosh", ["whoosh3"]))))
    return found | {name: _version(name) for name in names}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"

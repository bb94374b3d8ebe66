"""Everything that is not a screen: reading articles in, keeping them, finding in them.

`Library` is the one door. It is loaded when it is first asked for, because importing any
module of this package runs this file, and a start of the program should not pay for the
engines before it needs them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library

__all__ = ["Library"]


def __getattr__(name: str) -> object:
    if name == "Library":
        from index.library import Library

        return Library
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

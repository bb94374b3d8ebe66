"""The one door to a library: open it, bring it up to date, find in it.

Engines are loaded when the library is opened or first searched, not when this is imported.
A library may be used from several threads; one process at a time writes to it.
"""

from index.library.contexts import Contexts
from index.library.relating import Relating

__all__ = ["Library"]


class Library(Contexts, Relating):
    """The files and folders opened together, and all that is kept about them."""

"""What can be given to a helper: a kind of work knows how to do it, and how to say it in JSON."""

from typing import Any, Protocol, TypeVar

from index.errors import ProgramIncomplete

Asked = TypeVar("Asked")
"""What is to be worked on."""
Done = TypeVar("Done")
"""What comes of it."""

NO_MEMORY = "it takes more memory than there is"
TOO_SLOW = "it takes too long"
BROKE_DOWN = "its reader broke down, twice"
ALL_BREAK_DOWN = "its reader broke down, as those of all others do"
PASSING = frozenset((BROKE_DOWN, ALL_BREAK_DOWN))
"""Reasons that may lie in the machine or the program as well, and be gone the next time."""
UNFIT = 4
"""The exit status of a helper that cannot load what the work takes."""


class Work(Protocol[Asked, Done]):
    """A kind of work; each piece is done by itself, in whatever process."""

    name: str
    """What it is called between processes."""

    def load(self, asked: Asked) -> None:
        """Load what of the program a piece of it takes."""

    def do(self, asked: Asked) -> Done:
        """Do a piece of it."""

    def fail(self, asked: Asked, reason: str) -> Done:
        """What comes of a piece that could not be done, for a reason the user will read."""

    def seconds(self, asked: Asked) -> float:
        """Time of a processor that a piece may take before it is given up."""

    def asked_as(self, asked: Asked) -> Any:
        """A piece as a value of JSON."""

    def asked_from(self, value: Any) -> Asked:
        """A piece from a value of JSON."""

    def done_as(self, done: Done) -> Any:
        """What came of it as a value of JSON."""

    def done_from(self, asked: Asked, value: Any) -> Done:
        """What came of a piece, from a value of JSON."""


def attempt(work: Work[Asked, Done], asked: Asked) -> Done:
    """Do a piece of work; one that cannot be done does not end the others.

    Raises:
        ProgramIncomplete: what it takes cannot be loaded, which is not the fault of the piece.
    """
    try:
        work.load(asked)
    except MemoryError:
        return work.fail(asked, NO_MEMORY)
    except Exception as error:
        raise ProgramIncomplete(error) from error
    try:
        return work.do(asked)
    except MemoryError:
        return work.fail(asked, NO_MEMORY)
    except ImportError as error:  # some things are loaded where they are needed at last
        raise ProgramIncomplete(error) from error
    except Exception as error:  # no file may end the reading of all others, whatever is in it
        return work.fail(asked, f"something in it could not be dealt with ({type(error).__name__})")

"""The errors a user can cause, each with a message that says what, where and what to do."""


class CuttingsError(Exception):
    """Something failed in a way the user can understand; `str()` of it is the message."""

    status = 3
    """The exit status of the command line."""


class UsageError(CuttingsError):
    """What was asked cannot be done as asked; asking differently helps."""

    status = 2


class PathNotFound(UsageError):
    """A path named by the user is not there."""


class NotInLibrary(UsageError):
    """A file named by the user is not a document of the open library."""


class QueryError(UsageError):
    """A query that cannot be read."""

    def __init__(self, message: str, query: str, start: int, end: int) -> None:
        super().__init__(message)
        self.query = query
        """The query as it was given."""
        self.start = start
        """Where in the query the trouble begins, in code points."""
        self.end = end
        """Where it ends."""


class SearchTooLong(UsageError):
    """A search that was given up; the message says how to ask for less."""


class UnreadableFile(CuttingsError):
    """A file from which no article can be read; the message is the reason, without the path."""


class ProgramIncomplete(CuttingsError):
    """A part of the program cannot be loaded: it is being installed, or was not installed whole."""

    def __init__(self, error: Exception) -> None:
        """Take what was met with when it was loaded."""
        super().__init__(
            f"A part of Cuttings cannot be loaded ({type(error).__name__}: {error}). It may still be being "
            "installed, or have to be installed anew. What was read in so far is kept; the next time goes on."
        )


class LibraryBusy(CuttingsError):
    """Another process is writing to the library."""


class LibraryDamaged(CuttingsError):
    """Files that Cuttings keeps about a library cannot be used as they are."""


class CatalogDamaged(LibraryDamaged):
    """The store of record cannot be used as it is: the files have to be read again."""


class StorageError(CuttingsError):
    """The disk does not do what it is asked: it is full, or may not be written to."""


class Cancelled(CuttingsError):
    """The work was called off by whoever asked for it."""

    status = 130

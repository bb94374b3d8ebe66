"""What a suggestion changes in a query, told as if all of it was done at once."""

import re

Changes = tuple[tuple[str, str], ...]
"""Parts of a query as they stand there, each with what is written instead: nothing for what is left out."""


def then(changes: Changes, further: Changes, query: str) -> Changes:
    """Changes, and further ones of what came of them, as if all were made at once.

    Args:
        changes: What was changed first.
        further: What was changed then: what it was made of, a part of it, or a larger part around it.
        query: What came of it all.
    """
    found = dict(changes)
    for old, new in further:
        same = next((one for one, written in found.items() if old in (written, written[1:-1])), None)
        parted = next((one for one, written in found.items() if _holds(written, old, query)), None)
        if same is not None:
            found[same] = new
        elif parted is not None:
            found[parted] = _with(found[parted], old, new)
        else:
            before = old
            for one, written in changes:
                if written and found.get(one) == written and (place := _within(written, before)):
                    before = before[: place[0]] + one + before[place[1] :]
                    del found[one]
            found[before] = new
    return tuple(found.items())


def _holds(written: str, part: str, query: str) -> bool:
    """Whether a part stood in what was written in brackets, and does not stand in the query any more."""
    return written.startswith("(") and bool(_within(part, written)) and not _within(written, query)


def _with(written: str, part: str, new: str) -> str:
    """What was written in brackets with one part of it written otherwise; nothing where none is left."""
    start, end = _within(part, written) or (0, 0)
    words = f"{written[:start].strip('( ')} {new} {written[end:].strip(') ')}".split()
    return f"({' '.join(words)})" if words else ""


def _within(part: str, text: str) -> tuple[int, int] | None:
    """Where a part stands in a larger one, in whole words."""
    place = re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text)
    return place.span() if place else None

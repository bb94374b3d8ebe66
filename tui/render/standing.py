"""What is said of an entity that stands out in what a query finds."""

from index.model import Standing


def standing_phrase(standing: Standing, room: int = 1_000) -> str:
    """Say how an entity stands out: "12 of 40 here, 20 of 10,000 in all", or shorter where there is no room.

    Args:
        standing: How it does.
        room: Cells there are.
    """
    here, everywhere = (
        f"{standing.here:,} of {standing.of:,}",
        f"{standing.everywhere:,} of {standing.total:,}",
    )
    said = f"{here} here, {everywhere} in all"
    return said if len(said) <= room else f"{here} · all {everywhere}"

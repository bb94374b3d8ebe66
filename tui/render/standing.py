"""What is said of an entity that stands out in what a query finds."""

from index.model import Standing


def standing_phrase(standing: Standing) -> str:
    """Say how an entity stands out: "12 of 40 here, 20 of 10,000 in all"."""
    here, everywhere = (
        f"{standing.here:,} of {standing.of:,}",
        f"{standing.everywhere:,} of {standing.total:,}",
    )
    return f"{here} here, {everywhere} in all"

"""Numbers with what they count."""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number and what it counts: "1 hit", "2,318 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"

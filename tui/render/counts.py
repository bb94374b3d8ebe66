"""Numbers with what they count."""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number and what it counts: "1 hit", "2,318 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def of_them(copies: int) -> str:
    """How many of some articles are copies of others among them: ", 12 of them copies"; or nothing.

    What is left are the sources.
    """
    return f", {copies:,} of them {'copies' if copies > 1 else 'a copy'}" if copies else ""

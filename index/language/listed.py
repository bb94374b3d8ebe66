"""Words that are listed in the code."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text that has blanks between them."""
    return frozenset(text.split())

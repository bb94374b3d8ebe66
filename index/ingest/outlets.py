"""Names of news outlets: those told by heart, and those told by the words in them."""

import re

from index.ingest.lexicon import OUTLET_WORDS, OUTLETS

_SHOUTED = frozenset(name.upper() for name in OUTLETS if len(name) > 5)
_NAME = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.&'’/-]*|of|the|and|de|della|for|&|[a-z]+\d+[A-Z]+)")
_SITE = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}\.(?:com|org|net|info|news|co\.uk|com\.au|[a-z]{2})")
_HOST = re.compile(r"https?://(?:www\d?\.|m\.|amp\.)?([a-z0-9.-]{3,100})", re.IGNORECASE)


def is_known_outlet(text: str) -> bool:
    """Whether a text is the name of an outlet, or the name of its site."""
    return text in OUTLETS or text in _SHOUTED or _SITE.fullmatch(text) is not None


def is_outlet_like(text: str) -> bool:
    """Whether a text could be an outlet's name: a few capitalised words, one of which says so."""
    if is_known_outlet(text):
        return True
    words = text.split()
    if not 2 <= len(words) <= 6 or not all(_NAME.fullmatch(word) for word in words):
        return False
    return (
        words[-1].casefold() in OUTLET_WORDS
        or "&" in words
        or (words[0] == "The" and not OUTLET_WORDS.isdisjoint(text.casefold().split()))
    )


def outlet_of_address(url: str) -> str | None:
    """The host of an address, without "www."."""
    host = _HOST.match(url)
    return host[1].lower().rstrip(".") if host else None

"""Lines that say who, where and when, and not what: dates, bylines, outlets.

Such a line is recognised only as a whole. A line of which a part says anything else is no
credit line, so that no word of an article is taken for one.
"""

import re
from dataclasses import dataclass

from index.ingest.dates import is_date_word, read_date_line
from index.ingest.lexicon import GENERIC, NOT_NAMES, PARTICLES, ROLES
from index.ingest.outlets import is_known_outlet, is_outlet_like
from index.ingest.residue import is_residue

MAX_LENGTH = 220
"""Characters of a line that may be a credit line."""

_PARTS = re.compile(r"\s*[|•·▪●∙⋅]\s*|\s+[-–—/]{1,3}\s+| {3,}")
_BY = re.compile(
    r"(?:(?:written|reported|posted|story|words|text|report|analysis|opinion|published|reporting|compiled) )?"
    r"by:? +|(?:von|par|por|di|door|av) (?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"\(?[\"'“‘]?(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|@\w+|[\w.+-]+@[\w.-]+|[dl]['’][A-ZÀ-Þ]\w*)[\"'”’]?\)?,?"
)
_NAMED = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|&|of|the|and|de|la|della|für|du)){0,5}")
_ONE_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]{3,}")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?:,? [A-ZÀ-Þ][\w.’'-]*){0,2}")
_BARRED = re.compile(r"[|•·]")
_HOUSE = r"staff(?: writers?| reporters?)?|newsroom|web ?desk|news ?desk|editorial (?:board|team|staff)"
_COLLECTIVE = re.compile(
    rf"(?:(?P<outlet>.+?) )?(?:(?P<house>{_HOUSE})|editors|reporters|(?:news )?agencies|wire services|desk"
    r"|team)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credits:
    """What a credit line says."""

    published: str | None = None
    """ISO date."""
    byline: str | None = None
    """Who wrote it."""
    source: str | None = None
    """The outlet."""
    dated: bool = False
    """Whether there is a date in it, readable or not."""
    labelled: bool = False
    """Whether the date calls itself one of publication, or has the time of day."""
    signed: bool = False
    """Whether someone is named in a way that leaves no doubt ("By …", "… Staff")."""
    whole: bool = True
    """Whether all of the line is understood, so that nothing is lost if it is left out."""


def read_credits(text: str, *, beside: bool = False, authored: bool = False) -> Credits | None:
    """Reads a line as credits.

    Args:
        text: The line.
        beside: Whether another credit line stands next to it, so that a mere name is one too.
        authored: Whether the author is known already, so that a mere name is that of the outlet.

    Returns:
        What it says, or None where it is no credit line.
    """
    if len(text) > MAX_LENGTH:
        return None
    date_line = read_date_line(text.replace("\t", " "))
    pieces = [part.strip(" ,;") for piece in date_line.rest for part in _PARTS.split(piece)]
    pieces = [piece for piece in pieces if piece]
    published, dated = date_line.published, date_line.dated
    byline = source = None
    signed = False
    unclear: list[str] = []
    for piece in pieces:
        name, outlet, certain = _read_name(piece)
        if certain and name and byline is None:
            byline, source, signed = name, source or outlet, True
        elif source is None and is_known_outlet(piece.strip("()")):
            source = piece.strip("()").removeprefix("www.")
        elif not is_residue(piece):
            unclear.append(piece)
    barred = _BARRED.search(text) is not None
    parted = _PARTS.search(text) is not None
    for piece in tuple(unclear):
        author = byline is not None or authored
        grounds = dated or byline is not None or beside
        titled = author or (piece.startswith("The ") and piece != "The Hague")
        named = grounds and (is_outlet_like(piece) or (titled and _is_name(piece)))
        if source is None and (named or (dated and barred and _ONE_NAME.fullmatch(piece))):
            source = piece
        elif byline is None and is_person(piece) and (beside or source or parted):
            byline = piece
        else:
            continue
        unclear.remove(piece)
    if unclear:
        short = dated and published and _PLACE.fullmatch(" ".join(unclear))
        return Credits(published, dated=True, labelled=date_line.labelled, whole=False) if short else None
    if not (dated or byline or source):
        return None
    whole = published is not None or not dated or (date_line.labelled and not re.search(r"\d{4}", text))
    return Credits(published, byline, source, dated, date_line.labelled, signed, whole)


def is_person(text: str) -> bool:
    """Whether a text could be the name of one person or of two: capitalised words, few of them."""
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 7 or len(text) > 60 or any(character.isdigit() for character in text):
        return False
    names = [word for word in words if word.lower() not in PARTICLES]
    if len(names) < 2 or not all(_NAME_WORD.fullmatch(word) and not is_date_word(word) for word in names):
        return False
    return " the " not in f" {text.lower()} " and all(word[0] not in "\"'“‘(" for word in names)


def _is_name(text: str) -> bool:
    """Whether a text could be the name of an outlet, in a place where one may be expected."""
    words = text.split()
    return _NAMED.fullmatch(text) is not None and words[0] != "By" and not any(map(is_date_word, words))


def read_byline(text: str) -> tuple[str | None, str | None]:
    """Author and outlet of what follows a "By"."""
    text = text.strip(" ,;|-–—")
    head, comma, tail = text.rpartition(",")
    if comma and is_outlet_like(tail.strip()):
        return head.strip(), tail.strip()
    for joint in (" for ", " | ", " - ", " – ", " — "):
        head, found, tail = text.partition(joint)
        if found and is_outlet_like(tail.strip()):
            return head.strip(), tail.strip()
    collective = _COLLECTIVE.fullmatch(text)
    if collective:
        outlet = collective["outlet"] or ""
        own = outlet and not all(word.lower() in GENERIC for word in outlet.split())
        return text, outlet if own and (collective["house"] or is_outlet_like(outlet)) else None
    if is_known_outlet(text):
        return text, text
    return text or None, None


def _read_name(piece: str) -> tuple[str | None, str | None, bool]:
    """Author, outlet, and whether the piece says so in words ("By", "Staff", "Desk")."""
    by = _BY.match(piece)
    name = piece[by.end() :].strip() if by else piece
    if not by:
        collective = _COLLECTIVE.fullmatch(piece)
        if not collective or len(piece) > 60 or not _capitalised(piece):
            return None, None, False
        return (*read_byline(piece), True)
    words = name.split()
    if not words or len(name) > 140 or len(words) > 20 or not _capitalised(name):
        return None, None, False
    if name.endswith((".", "!", "?", ":")) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.\Z", name):
        return None, None, False
    if is_date_word(words[0].strip(",")) or any(word.lower().strip(",") in NOT_NAMES for word in words):
        return None, None, False
    if words[0].lower() == "the" and not (_COLLECTIVE.fullmatch(name) or is_outlet_like(name)):
        return None, None, False
    return (*read_byline(name), True)


def _capitalised(text: str) -> bool:
    """Whether all words are names, or small words that stand between names and roles."""
    words = text.replace("/", " ").split()
    return any(_NAME_WORD.fullmatch(word) for word in words) and all(
        _NAME_WORD.fullmatch(word) or word.lower().strip(",.()") in PARTICLES | ROLES for word in words
    )

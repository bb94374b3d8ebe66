"""The shapes in which article files come: heads, paragraphs, encodings, residue.

Each feature is drawn by itself from the number of the article; the truth about the file is
kept beside it, so that a reader of heads can be measured.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newsroom import Piece

HEADS = {"title": 20, "date": 16, "labels": 12, "byline": 20, "staff": 16, "bare title": 8, "none": 8}
BODIES = {"blank": 58, "wrapped": 20, "lines": 22}
ENCODINGS = {"utf-8": 76, "cp1252": 12, "utf-8-sig": 4, "utf-16-le": 5, "utf-16-be": 3}
BOMS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
RESIDUES = (
    ("No comments:", "Post a Comment"),
    ("Share this:", "Twitter", "Facebook"),
    ("Sign up for our newsletter",),
    ("Related articles", "Leave a Reply", "Your email address will not be published."),
    ("Advertisement",),
)
WIDTH = 72
"""Columns of a hard-wrapped text."""
EDGE = 160
"""Characters of the beginning and of the end of a text that the truth keeps."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What is in a file; None where it does not say."""

    title: str | None
    source: str | None
    byline: str | None
    published: str | None
    starts: tuple[str, ...]
    """How the text begins, to `EDGE` characters: with the article, or with the line below the title."""
    ends: str
    """How the text ends, residue left out, to `EDGE` characters."""
    head: str
    body: str
    encoding: str
    newline: str
    residue: tuple[str, ...]


def shape(piece: Piece, number: int) -> tuple[bytes, Truth]:
    """Return the bytes of the file of article `number`, and the truth about it."""
    rng = random.Random(number * 104_729 + 2)
    head = _draw(rng, HEADS)
    if not piece.title and head not in ("staff", "none"):
        head = rng.choice(("staff", "none"))
    body, encoding = _draw(rng, BODIES), _draw(rng, ENCODINGS)
    newline = "\r\n" if rng.random() < 0.12 else "\n"
    residue = rng.choice(RESIDUES) if rng.random() < 0.25 else ()

    parts = _head(rng, head, piece)
    part = "\n" if body == "lines" and rng.random() < 0.5 else "\n\n"
    paragraphs = [_wrap(p) for p in piece.paragraphs] if body == "wrapped" else piece.paragraphs
    text = ("\n" if body == "lines" else "\n\n").join(paragraphs)
    text = part.join([*parts, text]) + "\n"
    if residue:
        text += "\n" + "\n\n".join(residue) + "\n"

    text = text.replace("\n", newline)
    if encoding == "cp1252" and not _fits_cp1252(text):
        encoding = "utf-8"
    truth = Truth(
        title=None if head in ("staff", "none") else piece.title,
        source=None if head in ("bare title", "none") else piece.source,
        byline=None if head in ("bare title", "none", "title", "staff") else piece.byline,
        published=None if head in ("bare title", "none") else piece.published,
        starts=(piece.paragraphs[0][:EDGE], *((piece.standfirst[:EDGE],) if piece.standfirst else ())),
        ends=piece.paragraphs[-1][-EDGE:],
        head=head,
        body=body,
        encoding=encoding,
        newline="crlf" if newline == "\r\n" else "lf",
        residue=residue,
    )
    return BOMS.get(encoding, b"") + text.encode(encoding), truth


def _head(rng: random.Random, head: str, piece: Piece) -> Sequence[str]:
    """Return the blocks of the head; each may have several lines."""
    day = date.fromisoformat(piece.published)
    month, weekday = f"{day:%B}", f"{day:%A}"
    us, british = f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}"
    forms = (piece.published, us, british, f"{day:%b} {day.day}, {day.year}")
    when = rng.choice((*forms, f"{weekday}, {us}", f"{weekday} {british}"))
    title, source, byline = piece.title, piece.source, piece.byline
    lines: tuple[str, ...]
    below = [piece.standfirst] if piece.standfirst and rng.random() < 0.5 else []
    match head:
        case "title":
            lines = (f"{source}\n{when}", f"{source} | {when}", f"{when} - {source}", f"{source}, {when}")
            return [title, *below, rng.choice(lines)]
        case "date":
            if rng.random() < 0.6:
                when = f"{weekday}, {us}"
            lines = (f"{byline} - {source}", f"By {byline} - {source}", f"By {byline}, {source}")
            return [when, title, *below, rng.choice(lines)]
        case "labels":
            labels = [
                f"{rng.choice(('Title', 'Headline'))}: {title}",
                f"{rng.choice(('Source', 'Publication', 'Outlet'))}: {source}",
                f"{rng.choice(('Date', 'Published', 'Publication date'))}: {when}",
                f"{rng.choice(('Author', 'By', 'Byline'))}: {byline}",
            ]
            if rng.random() < 0.4:
                rng.shuffle(labels)
            return ["\n".join(labels)]
        case "byline":
            lines = (f"By {byline}, {source}\n{when}", f"By {byline}\n{source}\n{when}")
            return [title, rng.choice((*lines, f"By {byline} | {source} | {when}")), *below]
        case "staff":
            return [f" date {piece.published} By {source} Staff"]
        case "bare title":
            return [title]
        case _:
            return []


def _draw(rng: random.Random, shares: dict[str, int]) -> str:
    return rng.choices(list(shares), weights=list(shares.values()))[0]


def _fits_cp1252(text: str) -> bool:
    """Whether the encoding can hold the text, and the text has something that tells it from ASCII."""
    try:
        return not text.encode("cp1252").isascii()
    except UnicodeEncodeError:
        return False


def _wrap(paragraph: str) -> str:
    lines, line = [], ""
    for word in paragraph.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return "\n".join(lines)

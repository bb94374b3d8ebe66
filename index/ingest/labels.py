"""Lines that name what they give: "Title: …", "Published: …", "URL: …"."""

import re
from dataclasses import dataclass

from index.ingest.credits import read_byline, read_credits
from index.ingest.dates import parse_date
from index.ingest.lexicon import HEAD_LABELS

_LABEL = re.compile(r"[#*\s]{0,4}([^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,2})\*{0,2} ?[:：]\*{0,2}(?: +(.*))?")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]{4,2000})>?")
_MAX_LINE = 2100
_MAX_TITLE = 300
_MAX_NAME = 120


@dataclass(frozen=True, slots=True)
class Label:
    """What a labelled line gives."""

    field: str
    """One of title, source, byline, published and url."""
    value: str
    """What it says; a date in ISO form."""
    source: str | None = None
    """The outlet that stands beside the author."""
    updated: bool = False
    """Whether it is the date of a later change."""


def read_label(line: str, *, strict: bool) -> Label | None:
    """Reads a line that gives a field of the head under its name.

    Args:
        line: The line.
        strict: Whether nothing else speaks for a labelled head, so that the value must.
    """
    found = _LABEL.fullmatch(line) if len(line) <= _MAX_LINE else None
    name = HEAD_LABELS.get(found[1].lower()) if found else None
    value = (found[2] or "").strip(' "“”*') if found else ""
    if found is None or name is None or not value:
        return None
    if name == "published":
        date = parse_date(value)
        return Label(name, date, updated="updated" in found[1].lower()) if date else None
    if name == "url" or (name == "source" and _ADDRESS.fullmatch(value)):
        address = read_address(value)
        return Label("url", address) if address else None
    if name == "title":
        return Label(name, value) if len(value) <= _MAX_TITLE else None
    if len(value) > _MAX_NAME:
        return None
    if name == "source":
        return Label(name, value) if not strict or not value.endswith((".", "!", "?")) else None
    credits = read_credits(f"By {value}")
    if strict and (credits is None or not credits.whole):
        return None
    author, outlet = read_byline(value)
    return Label(name, author or value, outlet)


def read_address(line: str) -> str | None:
    """The web address that a line gives, if it gives one and says nothing else."""
    address = _ADDRESS.fullmatch(line)
    return address[1] if address else None


def is_labelled(line: str) -> bool:
    """Whether a line begins with a label, known or not, and goes on after it."""
    found = _LABEL.match(line[:200])
    return found is not None and bool(found[2])


def has_head_label(line: str) -> bool:
    """Whether a line begins with the label of a field of the head."""
    found = _LABEL.match(line[:200])
    return found is not None and found[1].lower() in HEAD_LABELS


def is_head_label(line: str) -> bool:
    """Whether a line is the label of a field of the head and nothing else; its value may follow."""
    return line.rstrip(" :：*").lstrip("#* ").lower() in HEAD_LABELS and len(line) < 30

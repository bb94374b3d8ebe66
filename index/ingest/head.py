"""Finds title, source, byline and publication date in the first lines of an article.

Only lines that are understood as a whole are taken; what is in doubt stays in the text,
because a wrong title is a blemish and a lost sentence is a lie.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.ingest.credits import Credits, is_person, read_byline, read_credits
from index.ingest.dates import parse_date, read_date_line
from index.ingest.lexicon import HEAD_LABELS, SECTIONS
from index.ingest.outlets import is_known_outlet, is_outlet_like, outlet_of_address
from index.ingest.residue import is_residue
from index.ingest.title import title_like

_MAX_LINES = 60
"""Lines among which a head is looked for."""

_MAX_DECK = 350
"""Characters of a paragraph that may stand between title and byline."""

_LABEL = re.compile(r"[#*\s]{0,4}([^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,2})\*{0,2} ?[:：]\*{0,2}(?: +(.*))?")
_URL = re.compile(r"<?(https?://[^\s<>]{4,2000})>?")
_RULE = re.compile(r"[-=_*~#.—–• ]{3,}")
_DATELINE = re.compile(r"[A-ZÀ-Þ][\w .,'’/-]{1,60}?\(([\w .&/-]{2,40})\)\s{0,2}(?:[-–—:]|\Z)")
_HEADING = re.compile(r"#{1,6} +")


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines say about the article."""

    title: str | None
    """The headline, where there is one."""
    source: str | None
    """The outlet."""
    byline: str | None
    """Who wrote it."""
    published: str | None
    """ISO date of publication."""
    url: str | None
    """Address."""
    lines: frozenset[int]
    """Places of the lines that are head and therefore not text."""


def read_head(lines: Sequence[str]) -> Head:
    """Reads the head of an article from its cleaned lines."""
    return _Scan(lines).run()


@dataclass
class _Scan:
    """One pass over the first lines; each is head, or text, or ends the head."""

    lines: Sequence[str]
    places: list[int] = field(init=False)
    fields: dict[str, str] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    text_blocks: int = 0
    labelled: int = 0

    def __post_init__(self) -> None:
        self.places = [place for place, line in enumerate(self.lines[:_MAX_LINES]) if line]

    def run(self) -> Head:
        """Goes through the lines until the article has surely begun."""
        at = 0
        while at < len(self.places):
            step = self._step(at)
            if step == 0:
                break
            at += step
        self._drop_repeated_title()
        self._read_dateline()
        if "source" not in self.fields and "url" in self.fields:
            host = outlet_of_address(self.fields["url"])
            if host:
                self.fields["source"] = host
        get = self.fields.get
        return Head(
            get("title"), get("source"), get("byline"), get("published"), get("url"), frozenset(self.taken)
        )

    def _step(self, at: int) -> int:
        """Deals with the line at this place of the list; returns how many lines it took, 0 to end."""
        line = self._line(at)
        if self._label(at, line):
            return 1
        if self.text_blocks == 0 and (_RULE.fullmatch(line) or is_residue(line)):
            self.taken.add(self.places[at])
            return 1
        if self.text_blocks == 0 and (address := _URL.fullmatch(line)):
            self.fields.setdefault("url", address[1])
            self.taken.add(self.places[at])
            return 1
        if self._credits(at, line):
            return 1
        if self.text_blocks == 0 and "title" not in self.fields and (number := self._title(at)):
            return number
        return self._text(at, line)

    def _line(self, at: int) -> str:
        """The line at this place of the list, without blanks around it; empty beyond the end."""
        return self.lines[self.places[at]].strip() if 0 <= at < len(self.places) else ""

    def _adjoins(self, at: int) -> bool:
        """Whether the next line follows without a blank line between."""
        return at + 1 < len(self.places) and self.places[at + 1] == self.places[at] + 1

    def _starts_block(self, at: int) -> bool:
        """Whether a blank line, or nothing, stands before the line."""
        return at == 0 or self.places[at - 1] < self.places[at] - 1

    def _label(self, at: int, line: str) -> bool:
        """Takes a line such as "Source: The Valley Gazette"."""
        found = _LABEL.match(line) if len(line) <= 2100 else None
        name = HEAD_LABELS.get(found[1].lower()) if found else None
        if found is None or name is None or self.text_blocks > 1:
            return False
        value = (found[2] or "").strip(' "“”*')
        if not value or (name == "title" and len(value) > 300):
            return False
        if self.text_blocks and name in ("title", "source", "url"):
            return False
        if name == "published":
            date = parse_date(value)
            if date is None:
                return False
            if "updated" in found[1].lower() and "published" in self.fields:
                self.taken.add(self.places[at])
                return True
            value = date
        elif name == "url" or (name == "source" and _URL.fullmatch(value)):
            address = _URL.fullmatch(value)
            if address is None:
                return False
            name, value = "url", address[1]
        elif name in ("source", "byline") and len(value) > 120:
            return False
        elif name == "byline":
            if self.text_blocks or self.labelled == 0:
                credits = read_credits(f"By {value}")
                if credits is None or not credits.whole:
                    return False
            author, outlet = read_byline(value)
            value = author or value
            if outlet:
                self.fields.setdefault("source", outlet)
        self.fields.setdefault(name, value)
        self.taken.add(self.places[at])
        self.labelled += 1
        return True

    def _credits(self, at: int, line: str) -> bool:
        """Takes a line of date, author and outlet."""
        before = at > 0 and self.places[at - 1] in self.taken and "title" in self.fields
        credits = read_credits(line, beside=before and (self._dated(at + 1) or self._dated(at - 1)))
        if credits is None:
            return False
        if not self._fits(at, line, credits):
            return False
        for name in ("published", "byline", "source"):
            if value := getattr(credits, name):
                self.fields.setdefault(name, value)
        if credits.whole:
            self.taken.add(self.places[at])
        return True

    def _dated(self, at: int) -> bool:
        """Whether the line at this place of the list is a date or a signed credit line."""
        line = self._line(at)
        credits = read_credits(line) if line else None
        return credits is not None and (credits.dated or credits.signed)

    def _fits(self, at: int, line: str, credits: Credits) -> bool:
        """Whether a line that could be credits is so where it stands."""
        if self._adjoins(at) and not self._starts_block(at) and self.places[at - 1] not in self.taken:
            return False
        titled = "title" in self.fields
        if self.text_blocks:
            if credits.dated and not (credits.labelled or credits.signed):
                return False
            if not credits.whole or ("byline" in self.fields and not credits.dated):
                return False
            return credits.dated or credits.signed or None not in (credits.source, credits.byline)
        if titled and credits.dated and not (credits.labelled or credits.signed) and self._is_chronicle(at):
            return False
        if not titled and not credits.dated:
            # What looks like a name may be the title; so more must speak for the name.
            if credits.byline and credits.source is None and not is_person(credits.byline):
                return "staff" in line.lower() or "desk" in line.lower()
            if credits.byline and not credits.signed:
                return title_like(self._line(at + 1)) and not self._adjoins(at + 1)
            return credits.signed or at + 1 < len(self.places)
        return True

    def _is_chronicle(self, at: int) -> bool:
        """Whether more lines that are mere dates follow: then they are headings of the text."""
        found = {self._line(at)}
        for line in self.lines[self.places[at] + 1 : 400]:
            if 0 < len(line) < 40:
                dates = read_date_line(line)
                if dates.dated and not dates.rest and not dates.labelled:
                    found.add(line.strip())
        return len(found) > 1

    def _title(self, at: int) -> int:
        """Takes a title of up to three lines; returns how many it took."""
        number = 1
        while self._adjoins(at + number - 1) and number < 3:
            if self._is_head_line(at + number) or self._breaks_early(at + number - 1):
                break
            number += 1
        followed = self._is_head_line(at + number)
        text = " ".join(self._line(at + i) for i in range(number))
        text = _HEADING.sub("", text).strip("* ") if text.startswith(("#", "**")) else text
        closed = not self._adjoins(at + number - 1) or followed or self._breaks_early(at + number - 1)
        if not closed or not (title_like(text) or (followed and title_like(text.rstrip(".")))):
            return 0
        if not followed and text[:1].islower():
            return 0
        if any(title_like(self._line(at + i)) is False for i in range(number - 1)):
            return 0
        if number == 1 and self._kicker(at, text):
            return 1
        head, mark, outlet = text.rpartition(" | ") if " | " in text else text.rpartition(" - ")
        if mark and is_outlet_like(outlet) and len(head.split()) > 2:
            text = head
            self.fields.setdefault("source", outlet)
        self.fields["title"] = text
        self.taken.update(self.places[at : at + number])
        if _RULE.fullmatch(self._line(at + number)):
            self.taken.add(self.places[at + number])
            return number + 1
        return number

    def _is_head_line(self, at: int) -> bool:
        """Whether the line at this place of the list is credits, a label, an address or a rule."""
        line = self._line(at)
        label = _LABEL.match(line[:100])
        known = label is not None and label[1].lower() in HEAD_LABELS
        return known or any(form.fullmatch(line) for form in (_URL, _RULE)) or read_credits(line) is not None

    def _breaks_early(self, at: int) -> bool:
        """Whether a line ends though the next word would have fitted, so that the break is meant."""
        if not self._adjoins(at):
            return True
        width = max(len(self.lines[place]) for place in self.places[at + 1 : at + 8])
        following = self._line(at + 1)
        fits = len(self._line(at)) + 1 + len(following.split(" ", 1)[0]) <= width
        return fits and not following[:1].islower()

    def _kicker(self, at: int, text: str) -> bool:
        """Takes a section's or an outlet's name that stands over the title."""
        following = self._line(at + 1)
        if len(text.split()) > 4 or not title_like(following) or len(following.split()) < 4:
            return False
        if at + 2 >= len(self.places):
            return False
        if text.casefold() in SECTIONS:
            self.taken.add(self.places[at])
            return True
        if is_known_outlet(text) or is_outlet_like(text):
            self.fields.setdefault("source", text)
            self.taken.add(self.places[at])
            return True
        return False

    def _text(self, at: int, line: str) -> int:
        """Passes over a short paragraph below which credits may follow; returns its lines, 0 to end."""
        number = 1
        length = len(line)
        while self._adjoins(at + number - 1):
            following = self._line(at + number)
            if self.text_blocks == 0 and (credits := read_credits(following)) and credits.whole:
                break
            length += len(following)
            number += 1
        self.text_blocks += 1
        return number if length <= _MAX_DECK and self.text_blocks <= 2 else 0

    def _drop_repeated_title(self) -> None:
        """Takes the first line of the text if it says the title once more."""
        title = self.fields.get("title")
        first = next((place for place in self.places if place not in self.taken), None)
        if title and first is not None:
            line = _HEADING.sub("", self.lines[first].strip())
            if " ".join(line.split()).casefold() == " ".join(title.split()).casefold():
                self.taken.add(first)

    def _read_dateline(self) -> None:
        """Learns the outlet from "LONDON (Reuters) -" at the beginning of the text, which stays there."""
        if "source" in self.fields:
            return
        for place in [place for place in self.places if place not in self.taken][:3]:
            found = _DATELINE.match(self.lines[place].strip()[:120])
            if found and is_known_outlet(found[1].strip()):
                self.fields["source"] = found[1].strip()
                return

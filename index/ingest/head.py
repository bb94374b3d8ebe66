"""Finds title, source, byline and publication date in the first lines of an article.

Only lines that are understood as a whole are taken; what is in doubt stays in the text,
because a wrong title is a blemish and a lost sentence is a lie.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.ingest.credits import Credits, is_person, read_credits
from index.ingest.dates import read_date_line
from index.ingest.labels import has_head_label, is_head_label, is_labelled, read_address, read_label
from index.ingest.lexicon import SECTIONS
from index.ingest.opening import Opening
from index.ingest.outlets import is_known_outlet, is_outlet_like, outlet_of_address
from index.ingest.residue import is_residue
from index.ingest.title import MAX_LENGTH, title_like

_MAX_DECK = 350
"""Characters of a paragraph that may stand between title and byline."""

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
    return _Scan(Opening(lines)).run()


@dataclass
class _Scan:
    """One pass over the first lines; each is head, or text, or ends the head."""

    opening: Opening
    fields: dict[str, str] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    text_blocks: int = 0
    labelled: int = 0

    def run(self) -> Head:
        """Goes through the lines until the article has surely begun."""
        at = 0
        while at < len(self.opening):
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
        line = self.opening.line(at)
        if number := self._labels(at, line):
            return number
        if self.text_blocks == 0 and (_RULE.fullmatch(line) or is_residue(line)):
            self._take(at)
            return 1
        if self.text_blocks == 0 and (address := read_address(line)):
            if self.fields.setdefault("url", address) == address:
                self._take(at)
            return 1
        if self._credits(at, line) or self._unknown_label(at, line):
            return 1
        if self.text_blocks == 0 and "title" not in self.fields and (number := self._title(at)):
            return number
        return self._text(at, line)

    def _labels(self, at: int, line: str) -> int:
        """Takes a line such as "Source: The Valley Gazette"; returns how many it took."""
        if self.text_blocks > 1:
            return 0
        number = 1
        label = read_label(line, strict=self.labelled == 0 or self.text_blocks > 0)
        if label is None and is_head_label(line) and self.opening.line(at + 1):
            label = read_label(f"{line.rstrip(' :：')}: {self.opening.line(at + 1)}", strict=True)
            if label and label.field in ("title", "source") and not line.endswith((":", "：")):
                return 0
            number = 2
        if label is None or (self.text_blocks and label.field in ("title", "source", "url")):
            return 0
        if label.updated and "published" in self.fields:
            self._take(at, number)
            return number
        if label.source and self.fields.setdefault("source", label.source) != label.source:
            return 0
        if self.fields.setdefault(label.field, label.value) != label.value:
            return 0
        self.labelled += 1
        self._take(at, number)
        return number

    def _unknown_label(self, at: int, line: str) -> bool:
        """Whether a line such as "Section: Harbour" stands among labels of the head; it stays in the text."""
        if self.text_blocks or not is_labelled(line):
            return False
        if self.labelled and self.opening.touches(at):
            return True
        below = at + 1
        while self.opening.touches(below) and below < at + 7:
            if has_head_label(self.opening.line(below)):
                return True
            below += 1
        return False

    def _credits(self, at: int, line: str) -> bool:
        """Takes a line of date, author and outlet."""
        before = at > 0 and self.opening.places[at - 1] in self.taken and "title" in self.fields
        beside = (before or self.text_blocks > 0) and self._dated(at + 1)
        beside = beside or (before and self.opening.touches(at) and self._dated(at - 1))
        credits = read_credits(line, beside=beside, authored="byline" in self.fields)
        if credits is None or not self._fits(at, line, credits):
            return False
        lost = False
        for name in ("published", "byline", "source"):
            value = getattr(credits, name)
            if name == "source" and value and value in (credits.byline or ""):
                self.fields.setdefault(name, value)  # read off "… Staff", which is kept as it stands
            elif value and self.fields.setdefault(name, value) != value:
                lost = lost or name != "published" or not credits.labelled
        if credits.whole and not lost:
            self._take(at)
        return True

    def _take(self, at: int, number: int = 1) -> None:
        """Counts lines as head."""
        self.taken.update(self.opening.places[at : at + number])

    def _dated(self, at: int) -> bool:
        """Whether the line at this place of the list is a date or a signed credit line."""
        line = self.opening.line(at)
        credits = read_credits(line) if line else None
        return credits is not None and (credits.dated or credits.signed)

    def _fits(self, at: int, line: str, credits: Credits) -> bool:
        """Whether a line that could be credits is so where it stands."""
        within = self.opening.continues(at) and not self.opening.starts(at)
        if within and self.opening.places[at - 1] not in self.taken:
            return False
        titled = "title" in self.fields
        if self.text_blocks:
            if not credits.whole or ("byline" in self.fields and not credits.dated):
                return False
            if not (credits.dated or credits.signed or None not in (credits.source, credits.byline)):
                return credits.source is not None and self._dated(at + 1)
        if (titled or self.text_blocks) and credits.dated and not (credits.labelled or credits.signed):
            return titled and not self._is_chronicle(at)
        if not titled and not credits.dated:
            # What looks like a name may be the title; so more must speak for the name.
            if credits.byline and credits.source is None and not is_person(credits.byline):
                return "staff" in line.lower() or "desk" in line.lower()
            if credits.byline and not credits.signed:
                return title_like(self.opening.line(at + 1)) and not self.opening.continues(at + 1)
            return credits.signed or at + 1 < len(self.opening)
        return True

    def _is_chronicle(self, at: int) -> bool:
        """Whether there are more lines that are mere dates: then they are headings of the text."""
        found = {read_date_line(self.opening.line(at)).published}
        for place, line in enumerate(self.opening.lines[:400]):
            if 0 < len(line) < 40 and place not in self.taken:
                dates = read_date_line(line)
                if dates.dated and not dates.rest and not dates.labelled:
                    found.add(dates.published)
        return len(found) > 1

    def _title(self, at: int) -> int:
        """Takes a title of up to three lines; returns how many it took."""
        number = 1
        while self.opening.continues(at + number - 1) and number < 3:
            if self._is_head_line(at + number) or self.opening.breaks_early(at + number - 1):
                break
            number += 1
        followed = self._is_head_line(at + number)
        parts = [self.opening.line(at + i) for i in range(number)]
        text = " ".join(" ".join(parts).split())
        text = _HEADING.sub("", text).strip("* ") if text.startswith(("#", "**")) else text
        if not read_date_line(text[:MAX_LENGTH]).rest:
            return 0
        if not followed and (text[:1].islower() or not self.opening.breaks_early(at + number - 1)):
            return 0
        sentence = followed and title_like(text.rstrip("\"'”’").rstrip("."))
        if not (title_like(text) or sentence) or not all(map(title_like, parts[:-1])):
            return 0
        if number == 1 and self._kicker(at, text):
            return 1
        head, mark, outlet = text.rpartition(" | ") if " | " in text else text.rpartition(" - ")
        if mark and is_outlet_like(outlet) and len(head.split()) > 2 and self._is_source(outlet):
            text = head
        self.fields["title"] = text
        number += 1 if _RULE.fullmatch(self.opening.line(at + number)) else 0
        self._take(at, number)
        return number

    def _is_source(self, outlet: str) -> bool:
        """Whether the outlet is this one; it is where none was known."""
        return self.fields.setdefault("source", outlet) == outlet

    def _is_head_line(self, at: int) -> bool:
        """Whether the line at this place of the list is credits, a label, an address or a rule."""
        line = self.opening.line(at)
        if has_head_label(line) or read_address(line) or _RULE.fullmatch(line):
            return True
        return read_credits(line) is not None

    def _kicker(self, at: int, text: str) -> bool:
        """Takes a section's or an outlet's name that stands over the title."""
        following = self.opening.line(at + 1)
        if len(text.split()) > 4 or not title_like(following) or len(following.split()) < 4:
            return False
        if at + 2 >= len(self.opening):
            return False
        if text.casefold() in SECTIONS:
            self._take(at)
            return True
        if is_outlet_like(text) and self._is_source(text):
            self._take(at)
            return True
        return False

    def _text(self, at: int, line: str) -> int:
        """Passes over a short paragraph below which credits may follow; returns its lines, 0 to end."""
        number = 1
        length = len(line)
        while self.opening.continues(at + number - 1):
            following = self.opening.line(at + number)
            if self.text_blocks == 0 and (credits := read_credits(following)) and credits.whole:
                break
            length += len(following)
            number += 1
        self.text_blocks += 1
        return number if length <= _MAX_DECK and self.text_blocks <= 2 else 0

    def _drop_repeated_title(self) -> None:
        """Takes the first line of the text if it says the title once more."""
        title = self.fields.get("title")
        first = next((place for place in self.opening.places if place not in self.taken), None)
        if title and first is not None:
            line = _HEADING.sub("", self.opening.lines[first].strip())
            if " ".join(line.split()).casefold() == " ".join(title.split()).casefold():
                self.taken.add(first)

    def _read_dateline(self) -> None:
        """Learns the outlet from "LONDON (Reuters) -" at the beginning of the text, which stays there."""
        if "source" in self.fields:
            return
        for place in [place for place in self.opening.places if place not in self.taken][:3]:
            found = _DATELINE.match(self.opening.lines[place].strip()[:120])
            if found and is_known_outlet(found[1].strip()):
                self.fields["source"] = found[1].strip()
                return

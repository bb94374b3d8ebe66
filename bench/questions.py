"""What is asked: queries of every kind, drawn from the corpus with a fixed seed.

A query is a small tree that every engine puts into its own language. Words are drawn by the share
of articles that hold them, so that a larger corpus is asked for words that are as common there.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from texts import Text, place_of, texts
from whoosh.analysis import STOP_WORDS

FORMAT = 3
"""Raised whenever the same corpus would give other queries."""
ASKED = 20
"""Queries of a kind that are measured."""
WARMING = 5
"""Further ones of each kind that are asked before, to warm an engine."""
SAMPLE = 10_000
"""Articles in which words are counted, at most."""
BANDS = {"rare": (0.0002, 0.001), "mid": (0.005, 0.02), "common": (0.1, 0.5)}
"""Shares of the articles that hold a word."""
WORD = re.compile(r"[a-z]{4,}")
PAIR = re.compile(r"(?<![\w'’-])([a-z]{4,}) ([a-z]{4,})(?![\w'’-])")


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a query.

    The operators are `term`, `phrase`, `near` (in any order, `number` words apart), `prefix`,
    `wildcard`, `suffix`, `fuzzy` (one edit) and `regex` with words; `and`, `or` and `not` with parts.
    """

    op: str
    words: tuple[str, ...] = ()
    parts: "tuple[Node, ...]" = ()
    number: int = 0

    @property
    def word(self) -> str:
        """Its only word."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what else is asked of the results."""

    kind: str
    root: Node
    after: str | None = None
    """ISO date of the first day."""
    before: str | None = None
    """ISO date of the first day that is too late."""
    source: str | None = None
    """The outlet."""
    newest: bool = False
    """Whether the newest come first instead of the best."""

    @property
    def first_day(self) -> int:
        """The first day as the number yyyymmdd."""
        return int((self.after or "0").replace("-", ""))

    @property
    def end_day(self) -> int:
        """The first day that is too late as the number yyyymmdd."""
        return int((self.before or "99999999").replace("-", ""))


def questions(corpus: Path) -> tuple[list[Question], list[Question]]:
    """The queries that warm an engine and those that are measured; drawn once and kept."""
    place = corpus.with_name(corpus.name + ".questions.json")
    manifest = place_of(corpus).stat()
    stamp = [FORMAT, manifest.st_size, manifest.st_mtime_ns]
    kept = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {"stamp": None}
    if kept["stamp"] != stamp:
        size = sum(1 for _ in texts(corpus))
        step = max(1, size // SAMPLE)
        sample = [text for number, text in enumerate(texts(corpus)) if number % step == 0]
        kept = {"stamp": stamp, "asked": [asdict(one) for one in draw(sample, ASKED + WARMING)]}
        place.write_text(json.dumps(kept), encoding="utf-8")
    found = [_question(one) for one in kept["asked"]]
    count: Counter[str] = Counter()
    warming, asked = [], []
    for one in found:
        count[one.kind] += 1
        (warming if count[one.kind] <= WARMING else asked).append(one)
    return warming, asked


def _question(kept: dict[str, object]) -> Question:
    root = kept.pop("root")
    return Question(root=_node(root), **kept)  # type: ignore[arg-type]


def _node(kept: object) -> Node:
    assert isinstance(kept, dict)
    return Node(kept["op"], tuple(kept["words"]), tuple(map(_node, kept["parts"])), kept["number"])


def draw(sample: Sequence[Text], number: int) -> list[Question]:
    """Draw a number of queries of each kind from articles."""
    drawing = _Drawing(sample)
    made = []
    for kind, make in drawing.kinds().items():
        seen: set[Question] = set()
        for _ in range(number * 20):
            if len(seen) == number:
                break
            question = make(kind)
            if question not in seen:
                seen.add(question)
                made.append(question)
    return made


class _Drawing:
    """The words of a sample by how common they are, and a source of chance."""

    def __init__(self, sample: Sequence[Text]) -> None:
        self.rng = random.Random(20_170_131)
        self.sample = sample
        count: Counter[str] = Counter()
        for text in sample:
            count.update(set(WORD.findall(f"{text.title} {text.text}".lower())))
        size = len(sample)
        self.bands = {
            band: sorted(
                word
                for word, held in count.items()
                if max(1, low * size) <= held <= max(2, high * size) and word not in STOP_WORDS
            )
            for band, (low, high) in BANDS.items()
        }
        self.usual = {word for word, held in count.items() if held >= max(2, 0.002 * size)} - STOP_WORDS
        self.pairs = list(self._pairs())

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Words of no rare kind that stand side by side, in the order in which they are met."""
        for text in self.rng.sample(self.sample, min(len(self.sample), 2_000)):
            for first, second in PAIR.findall(text.text):
                if first in self.usual and second in self.usual:
                    yield first, second

    def kinds(self) -> dict[str, Callable[[str], Question]]:
        """How a query of each kind is drawn."""
        plain: dict[str, Callable[[], Node]] = {
            "term, rare": lambda: self.term("rare"),
            "term, mid": lambda: self.term("mid"),
            "term, common": lambda: self.term("common"),
            "AND": lambda: Node("and", parts=self.of_one_text(3)),
            "OR": lambda: Node("or", parts=(self.term("common"), self.term("mid"), self.term("mid"))),
            "NOT": lambda: self.without(self.term("common"), self.term("common")),
            "phrase": self.phrase,
            "phrase with slop": lambda: self.apart(2, 3, 2),
            "proximity": lambda: self.apart(4, 9, 10),
            "prefix": lambda: Node("prefix", (self.word("mid", 6)[:4],)),
            "wildcard": self.wildcard,
            "suffix": lambda: Node("suffix", (self.word("mid", 8)[-4:],)),
            "fuzzy": self.fuzzy,
            "regex": self.regex,
            "mixed": self.mixed,
        }
        made: dict[str, Callable[[str], Question]] = {
            kind: lambda name, root=root: Question(name, root())  # type: ignore[misc]
            for kind, root in plain.items()
        }
        made["date range"] = self.dated
        made["outlet"] = lambda kind: Question(kind, self.term("common"), source=self.outlet())
        made["newest first"] = lambda kind: Question(kind, self.term("common"), newest=True)
        return made

    def word(self, band: str, least: int = 4) -> str:
        found = self.rng.choice(self.bands[band])
        while len(found) < least:
            found = self.rng.choice(self.bands[band])
        return found

    def term(self, band: str) -> Node:
        return Node("term", (self.word(band),))

    def text(self) -> Text:
        return self.rng.choice(self.sample)

    def of_one_text(self, number: int) -> tuple[Node, ...]:
        """Words that one article holds all of."""
        while True:
            here = sorted(self.usual.intersection(WORD.findall(self.text().text.lower())))
            if len(here) >= number:
                return tuple(Node("term", (word,)) for word in self.rng.sample(here, number))

    def without(self, wanted: Node, unwanted: Node) -> Node:
        return Node("and", parts=(wanted, Node("not", parts=(unwanted,))))

    def phrase(self) -> Node:
        return Node("phrase", self.rng.choice(self.pairs))

    def apart(self, least: int, most: int, reach: int) -> Node:
        """Two words that stand `least` to `most` places apart in an article."""
        while True:
            words = re.findall(r"[\w'’-]+", self.text().text.lower())
            at, gap = self.rng.randrange(len(words) + 1), self.rng.randint(least, most)
            both = tuple(words[at : at + gap + 1 : gap])
            if len(set(both)) == 2 and self.usual.issuperset(both):
                return Node("near", both, number=reach)

    def wildcard(self) -> Node:
        word = self.word("mid", 7)
        at = self.rng.randrange(2, len(word) - 2)
        return Node(
            "wildcard", (self.rng.choice((f"{word[:at]}?{word[at + 1 :]}", f"{word[:3]}*{word[-2:]}")),)
        )

    def fuzzy(self) -> Node:
        word = self.word("mid", 7)
        at = self.rng.randrange(1, len(word) - 1)
        return Node("fuzzy", (word[:at] + word[at + 1 :],))

    def regex(self) -> Node:
        word = self.word("mid", 7)
        return Node("regex", (f"{word[:3]}[a-z]+{word[-3:]}s?",))

    def dated(self, kind: str) -> Question:
        day = date.fromisoformat(next(found for _ in iter(int, 1) if (found := self.text().published)))
        first, last = day - timedelta(days=45), day + timedelta(days=45)
        return Question(kind, self.term("common"), first.isoformat(), last.isoformat())

    def outlet(self) -> str:
        return next(found for _ in iter(int, 1) if (found := self.text().source))

    def mixed(self) -> Node:
        either = Node("or", parts=(self.term("common"), self.phrase()))
        other = Node(
            "or", parts=(self.term("mid"), Node("prefix", (self.word("mid", 6)[:5],)), self.apart(4, 9, 10))
        )
        inner = Node("or", parts=(Node("and", parts=self.of_one_text(2)), other))
        return Node("and", parts=(either, inner, Node("not", parts=(self.term("mid"),))))

"""What each copy of an article added to the one that leads, and dropped of it, sentence by sentence."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import nlargest
from typing import NamedTuple

from index.catalog import Catalog
from index.differences import differences, word_keys
from index.language.sentences import sentence_ends
from index.model import Article, Document, Edit, Piece, Version

REWRITTEN = 0.5
"""What two sentences must share of the words of both to be one that was rewritten (Dice)."""

LOOKED_FOR = 12
"""Words by which a sentence is looked for among those that are missing, the rarest."""

MOST_PLACES = 200
"""Sentences that are looked at for each of these words: it takes no longer where every sentence has it."""

TRIED = 5
"""So many sentences a sentence is compared with, those that share most with it, rare words before others."""

AT_ONCE = 40
"""Copies that are read at a time."""

MOST_KEPT = 500
"""Texts that are remembered with what they have changed."""


class _Sentence(NamedTuple):
    """A sentence of an article."""

    start: int
    """First code point in the article's text."""
    end: int
    """One past the last."""
    words: tuple[str, ...]
    """What its words are compared by."""


def versions(catalog: Catalog, keys: Sequence[int]) -> Iterator[Version]:
    """Some copies of one article, each compared with the first; they are read a few at a time.

    What has the very text of another is not compared again.

    Args:
        catalog: Has their texts.
        keys: Their keys, that of the one that leads first; those that are gone are left out.
    """
    first: Article | None = None
    ours: list[_Sentence] = []
    known: dict[str, Version] = {}
    for at in range(0, len(keys), AT_ONCE):
        some = keys[at : at + AT_ONCE]
        articles = catalog.articles(some)
        for article in (articles[key] for key in some if key in articles):
            if first is None:
                first, ours = article, list(_sentences(article))
                known[article.text] = _version(article, ours, ())
            elif article.text not in known:
                known[article.text] = _compared(first, ours, article)
            yield _headed(known[article.text], article)
        known = {first.text: known[first.text]} if first is not None and len(known) > MOST_KEPT else known


def _headed(version: Version, article: Article) -> Version:
    """What is told of a text, of an article that has it."""
    head = {name: getattr(article, name) for name in Document.__dataclass_fields__}
    return replace(version, **head)


def _sentences(article: Article) -> Iterator[_Sentence]:
    for passage in article.passages:
        text = article.text[passage.start : passage.end]
        begin = 0
        for end in (*sentence_ends(text), len(text)):
            words = word_keys(text[begin:end])
            if words:
                blanks = len(text[begin:end]) - len(text[begin:end].lstrip())
                yield _Sentence(passage.start + begin + blanks, passage.start + end, words)
            begin = end


def _version(article: Article, sentences: Sequence[_Sentence], edits: tuple[Edit, ...]) -> Version:
    pieces = [piece for edit in edits for piece in edit.pieces if piece.kind != "same"]
    return Version(
        **{name: getattr(article, name) for name in Document.__dataclass_fields__},
        words=sum(len(one.words) for one in sentences),
        added=sum(len(word_keys(piece.there)) for piece in pieces),
        dropped=sum(len(word_keys(piece.here)) for piece in pieces),
        edits=edits,
    )


def _compared(first: Article, ours: Sequence[_Sentence], copy: Article) -> Version:
    theirs = list(_sentences(copy))
    pairs = _pairs(ours, theirs)
    edits: list[tuple[tuple[int, int, int], Edit]] = []
    behind = -1
    for number, sentence in enumerate(theirs):
        mine = pairs.get(number)
        there = sentence.start, sentence.end
        if mine is None:
            text = copy.text[sentence.start : sentence.end]
            edits.append(((behind, 1, number), Edit("added", None, there, (Piece("there", "", text),))))
            continue
        behind = mine
        if ours[mine].words != sentence.words:
            here = ours[mine].start, ours[mine].end
            pieces = _pieces(first.text[slice(*here)], copy.text[slice(*there)])
            edits.append(((mine, 0, 0), Edit("changed", here, there, pieces)))
    kept = set(pairs.values())
    for mine, sentence in enumerate(ours):
        if mine not in kept:
            text = first.text[sentence.start : sentence.end]
            dropped = Edit("dropped", (sentence.start, sentence.end), None, (Piece("here", text, ""),))
            edits.append(((mine, 0, 0), dropped))
    return _version(copy, theirs, tuple(edit for _, edit in sorted(edits, key=lambda one: one[0])))


def _pairs(ours: Sequence[_Sentence], theirs: Sequence[_Sentence]) -> dict[int, int]:
    """Which sentence of the first article each of a copy is, the same or rewritten, wherever it stands."""
    found: dict[int, int] = {}
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for mine in reversed(range(len(ours))):
        same[ours[mine].words].append(mine)
    for number, sentence in enumerate(theirs):
        if same.get(sentence.words):
            found[number] = same[sentence.words].pop()
    left = sorted(mine for numbers in same.values() for mine in numbers)
    having: dict[str, list[int]] = defaultdict(list)
    for mine in left:
        for word in set(ours[mine].words):
            having[word].append(mine)
    likely: list[tuple[float, int, int]] = []
    for number, sentence in enumerate(theirs):
        if number not in found:
            rarest = sorted(having.keys() & sentence.words, key=lambda word: (len(having[word]), word))
            shared = defaultdict[int, float](float)  # a word counts the more the fewer have it
            for word in rarest[:LOOKED_FOR]:
                for mine in having[word][:MOST_PLACES]:
                    shared[mine] += 1 / len(having[word])
            near = nlargest(TRIED, shared, key=shared.__getitem__)
            tried = ((_likeness(ours[mine], sentence), mine) for mine in near)
            likely += [(-likeness, number, mine) for likeness, mine in tried if likeness >= REWRITTEN]
    taken = set[int]()
    for _, number, mine in sorted(likely):
        if number not in found and mine not in taken:
            found[number] = mine
            taken.add(mine)
    return found


def _likeness(one: _Sentence, other: _Sentence) -> float:
    shared = sum((Counter(one.words) & Counter(other.words)).values())
    return 2 * shared / (len(one.words) + len(other.words))


def _pieces(here: str, there: str) -> tuple[Piece, ...]:
    return tuple(
        Piece(one.kind, here[slice(*one.here)], there[slice(*one.there)]) for one in differences(here, there)
    )

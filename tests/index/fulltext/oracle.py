"""A slow, obvious matcher and scorer to hold the engine against. It shares no code with it.

Texts are read character by character. A query is a nested tuple, so that reading the query's text is
tested along the way:

    ("words", field or None, exact, quoted, (item, …))   an item is a tuple of parts, joined by hyphens;
                                                         quoted: False, True, "~3" or "~>3" behind the quotes
    ("scan", field or None, expression, whether capitals count)
    ("source" or "byline" or "url" or "path", (item, …))   ("named", name)
    ("whole", "source" or "byline", (item, …))   ("language", code or "unknown")
    ("after", date)   ("before", date)   ("on", date)
    ("tag", (item, …))   ("unread", "yes" or "no")   ("undated", "yes" or "no")   ("every",)
    ("and", node, …)   ("or", node, …)   ("not", node)   ("boost", node, number)
    ("same", "sentence" or "paragraph", node)
"""

import functools
import itertools
import math
import re
import unicodedata
from typing import Any, NamedTuple

APOSTROPHES = "'’‘＇"
HYPHENS = "-‐‑"
TAGS = {"verify": {1, 2, 8}, "US-led check": {2, 3}, "Café": {0, 5}}
"""The keys of the documents that have a tag."""
READ = {0, 2, 4, 9}
"""Those of the documents that were read."""
FIELDS = ("title", "text")
LABELLED = ("source", "byline", "url", "path")
PATHS = (
    "/home/Ann's leaks-2025/iran/a.txt", "/srv/Café/Trump's-led/US.md", "/srv/u.s./a/b/tr_ump.html",
    "/a/1,200 us",
)  # fmt: skip
"""Where documents are, by their keys."""

MENTIONED = {
    "araghchi": frozenset({1, 3, 5, 8}),
    "iran": frozenset({0, 2, 3, 40}),
    "nobody": frozenset[int](),
}
"""The keys of the documents that mention someone of that name."""

ENDINGS = {
    "en": ("strike strikes striking", "walk walked"),
    "de": ("strike strikes", "angriff angriffe"),
}
"""By language, rows of words that are forms of one, also at the end of a longer key such as `airstrikes`."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What may stand before such an ending."""

WHOLE = {"en": ("strike strikes striking struck", "defence defense", "led leads")}
"""Rows of words that are so only by themselves."""


class Doc(NamedTuple):
    key: int
    title: str
    text: str
    source: str | None
    published: str | None
    language: str | None = None
    byline: str | None = None
    url: str | None = None

    @property
    def path(self) -> str:
        return PATHS[self.key % len(PATHS)]


class Word(NamedTuple):
    surface: str
    start: int
    end: int
    position: int
    length: int


# Words of a text


def is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in "\u00ad\u200c\u200d"


def is_letter(character: str) -> bool:
    return character.isalnum()


def is_digit(character: str) -> bool:
    return unicodedata.category(character) == "Nd"


def is_unspaced(character: str) -> bool:
    name = unicodedata.name(character, "")
    return name.startswith(("CJK UNIFIED", "HIRAGANA LETTER", "KATAKANA LETTER", "THAI CHARACTER"))


def at(text: str, place: int) -> str:
    return text[place] if 0 <= place < len(text) else "\n"


def run_end(text: str, start: int) -> int:
    end = start
    while is_letter(at(text, end)) or (end > start and end < len(text) and is_mark(text[end])):
        end += 1
    return end


def abbreviation_end(text: str, start: int) -> int | None:
    def initial(place: int) -> bool:
        return is_letter(at(text, place)) and not is_digit(at(text, place))

    if not initial(start):
        return None
    ends = []
    end = start + 1
    while at(text, end) == "." and initial(end + 1):
        end += 2
        ends.append(end)
    good = [end for end in ends if not is_letter(at(text, end)) and not is_mark(at(text, end))]
    if not good:
        return None
    return good[-1] + (at(text, good[-1]) == ".")


def digits_end(text: str, start: int) -> int:
    while is_digit(at(text, start)):
        start += 1
    return start


def number_end(text: str, start: int) -> int | None:
    if is_digit(at(text, start - 2)) and at(text, start - 1) in ".,":
        return None
    end = digits_end(text, start)
    thousands = 0
    if 1 <= end - start <= 3:
        while at(text, end) == "," and all(is_digit(at(text, end + n)) for n in (1, 2, 3)):
            end += 4
            thousands += 1
    decimals = 0
    if end > start and at(text, end) == "." and is_digit(at(text, end + 1)):
        decimals = 1
        end = digits_end(text, end + 1)
    if not thousands and not decimals:
        return None
    if is_digit(at(text, end)) or (at(text, end) in ".," and is_digit(at(text, end + 1))):
        return None
    return run_end(text, end)


def part_end(text: str, start: int) -> int:
    end = abbreviation_end(text, start) or number_end(text, start) or run_end(text, start)
    while at(text, end) in APOSTROPHES and is_letter(at(text, end + 1)):
        end = run_end(text, end + 1)
    return end


def words(text: str) -> list[Word]:
    text = "".join(" " if character == "_" else character for character in text)
    found = []
    place = position = 0
    while place < len(text):
        if text[place] == "\n":
            breaks = 0
            while place < len(text) and text[place] == "\n":
                place, breaks = place + 1, breaks + 1
            position += 100 if breaks > 1 else 0
            continue
        if not is_letter(text[place]):
            place += 1
            continue
        if is_unspaced(text[place]):
            end = place + 1
            while end < len(text) and is_mark(text[end]):
                end += 1
            found.append(Word(text[place:end], place, end, position, 1))
            place, position = end, position + 1
            continue
        ends = [(place, spaced_part_end(text, place))]
        while len(ends) < 8 and at(text, ends[-1][1]) in HYPHENS and is_letter(at(text, ends[-1][1] + 1)):
            start = ends[-1][1] + 1
            if is_unspaced(text[start]):
                break
            ends.append((start, spaced_part_end(text, start)))
        for number, (start, end) in enumerate(ends):
            found.append(Word(text[start:end], start, end, position + number, 1))
        if len(ends) > 1:
            found.append(Word(text[place : ends[-1][1]], place, ends[-1][1], position, len(ends)))
        place, position = ends[-1][1], position + len(ends)
    return sorted(found, key=lambda word: (word.position, word.length))


def spaced_part_end(text: str, start: int) -> int:
    """The end of a part, but no further than the first character that is a word of its own."""
    limit = start
    while limit < len(text) and not is_unspaced(text[limit]):
        limit += 1
    return part_end(text[:limit], start)


# What is equal


def plain(surface: str) -> str:
    for apostrophe in APOSTROPHES + "ʼ":
        surface = surface.replace(apostrophe, "'")
    for hyphen in HYPHENS:
        surface = surface.replace(hyphen, "-")
    return surface.replace("\u00ad", "")


def without_accents(word: str) -> str:
    kept = []
    for character in unicodedata.normalize("NFKD", word):
        name = unicodedata.name(character, "")
        if "VOICED SOUND" not in name and name.startswith(
            ("COMBINING", "ZERO WIDTH", "SOFT HYPHEN", "ARABIC FATHA", "MODIFIER LETTER")
        ):
            continue
        kept.append({"ø": "o", "æ": "ae", "ł": "l", "ı": "i"}.get(character, character))
    return unicodedata.normalize("NFC", "".join(kept))


def part_keys(part: str, pattern: bool = False) -> list[str]:
    word = without_accents(plain(part).casefold())
    if not word:
        return [part]
    while not pattern and len(word) > 2 and word[-2:] == "'s":
        word = word[:-2]
    keys = [word]
    for elided in (*"ldjmtscn", "qu", "jusqu", "dell"):
        rest = word[len(elided) + 1 :]
        if not pattern and word.startswith(elided + "'") and len(rest) > 1 and rest[:2].isalnum():
            keys.append(rest)
    return [tidy(key) or key for key in keys]


def tidy(word: str) -> str:
    if not any(word.endswith(ending) for ending in ("n't", "'ll", "'re", "'ve", "'d", "'m")):
        word = word.replace("'", "")
    kept = ""
    for place, character in enumerate(word):
        between_digits = 0 < place < len(word) - 1 and word[place - 1].isdigit() and word[place + 1].isdigit()
        if character != "," and (character != "." or between_digits):
            kept += character
    return kept


def split(surface: str) -> list[str]:
    return plain(surface).split("-")


def keys(surface: str) -> list[str]:
    first, *rest = (part_keys(part) for part in split(surface))
    return [key + "".join(other[0] for other in rest) for key in first]


def glob(shape: str, word: str) -> bool:
    """Whether a word has a shape of letters, `?` and `*`."""
    if not shape:
        return not word
    if shape[0] == "*":
        return any(glob(shape[1:], word[skip:]) for skip in range(len(word) + 1))
    return bool(word) and shape[0] in ("?", word[0]) and glob(shape[1:], word[1:])


def distance(one: str, other: str) -> int:
    """Edits between two words, a swap of neighbours being one (the table of Lowrance and Wagner, 1975)."""
    far = len(one) + len(other)
    table = {(-1, -1): far}
    for i in range(len(one) + 1):
        table[i, -1], table[i, 0] = far, i
    for j in range(len(other) + 1):
        table[-1, j], table[0, j] = far, j
    last_row: dict[str, int] = {}
    for i in range(1, len(one) + 1):
        last_column = 0
        for j in range(1, len(other) + 1):
            row, column = last_row.get(other[j - 1], 0), last_column
            same = one[i - 1] == other[j - 1]
            if same:
                last_column = j
            table[i, j] = min(
                table[i - 1, j - 1] + (not same),
                table[i - 1, j] + 1,
                table[i, j - 1] + 1,
                table[row - 1, column - 1] + (i - row - 1) + 1 + (j - column - 1),
            )
        last_row[one[i - 1]] = i
    return table[len(one), len(other)]


def one_word(asked: str, word: str, language: str | None) -> bool:
    """Whether two keys are the same or forms of one word."""
    if asked == word or any({asked, word} <= set(row.split()) for row in WHOLE.get(language or "", ())):
        return True
    for row in ENDINGS.get(language or "", ()):
        for one in row.split():
            for other in row.split():
                before = asked.removesuffix(one)
                if asked == before + one and word == before + other and not before.strip(LETTERS):
                    return True
    short, long = sorted((asked, word), key=len)
    return language == "en" and long == short + "s" and is_machine(short)


def is_machine(key: str) -> bool:
    """Whether a key is letters and then digits, as `f35`."""
    letters = key.rstrip("0123456789")
    return letters != key and letters.isascii() and letters.isalpha()


def fits(asked: str, exact: bool, surface: str, language: str | None) -> bool:
    """Whether a word of a text is one that a word of a query means; the latter may have hyphens."""
    if "~" in asked:
        word, edits = asked.split("~")
        return any(distance(keys(word)[0], key) <= int(edits or 1) for key in keys(surface))
    if exact:
        return glob(plain(asked), plain(surface))
    if "*" in asked or "?" in asked:
        shape = "".join(part_keys(part, pattern=True)[0] for part in split(asked))
        return any(glob(shape, key) for key in keys(surface))
    return any(one_word(keys(asked)[0], key, language) for key in keys(surface))


# Where a clause is met


@functools.lru_cache(maxsize=10_000)
def windows(
    items: tuple[tuple[str, ...], ...],
    exact: bool,
    text: str,
    language: str | None = None,
    quoted: bool | str = True,
) -> list[tuple[int, int]]:
    """Spans at which the items stand in a row or near each other, those left out that hold another."""
    found = words(text)
    first_at = {word.position: word.start for word in found}
    last_at = {word.position + word.length: word.end for word in found}

    def ends(asked: str, position: int) -> set[int]:
        return {
            word.position + word.length
            for word in found
            if word.position == position and fits(asked, exact, word.surface, language)
        }

    def follow(rest: list[tuple[str, ...]], position: int) -> set[int]:
        if not rest:
            return {position}
        item, later = rest[0], rest[1:]
        whole_only = len(item) > 1 and (exact or "~" in item[-1])
        steps: set[int] = set() if whole_only else {position}
        for part in item:
            steps = {end for step in steps for end in ends(part, step)}
        if len(item) > 1:
            steps |= ends("-".join(item), position)
        return {end for step in steps for end in follow(later, step)}

    def stretches(row: list[tuple[str, ...]]) -> list[tuple[int, int]]:
        return [(start, end) for start in first_at for end in follow(row, start)]

    def near(room: int, in_order: bool) -> set[tuple[int, int]]:
        good = set()
        for chosen in itertools.product(*(stretches([item]) for item in items)):
            window = min(start for start, _ in chosen), max(end for _, end in chosen)
            own_places = len({start for start, _ in chosen}) == len(chosen)
            ordered = all(one[1] <= other[0] for one, other in itertools.pairwise(chosen))
            if window[1] - window[0] <= room and (ordered if in_order else own_places):
                good.add(window)
        return good

    if isinstance(quoted, str) and len(items) > 1:
        room = int(quoted.strip("~>")) + sum(map(len, items))
        all_windows = near(room, ">" in quoted)
    else:
        all_windows = set(stretches(list(items)))
    return [
        (first_at[start], last_at[end])
        for start, end in all_windows
        if not any(other != (start, end) and start <= other[0] and other[1] <= end for other in all_windows)
    ]


# Queries


def clauses(node: Any) -> list[Any]:
    if node[0] in ("and", "or", "not"):
        return [clause for part in node[1:] for clause in clauses(part)]
    if node[0] == "boost":
        return clauses(node[1])
    if node[0] == "same":
        return [node, *clauses(node[2])]
    return [] if node[0] == "every" else [node]


def clause_texts(node: Any) -> list[str]:
    """The clauses as they stand in the query: a word with its boost."""
    if node[0] in ("and", "or", "not"):
        return [text for part in node[1:] for text in clause_texts(part)]
    if node[0] == "boost":
        if node[1][0] == "same":
            return [render(node), *clause_texts(node[1][2])]
        return [render(node)] if node[1][0] in ("words", "scan") else clause_texts(node[1])
    if node[0] == "same":
        return [render(node), *clause_texts(node[2])]
    return [] if node[0] == "every" else [render(node)]


def stretches(unit: str, text: str) -> list[tuple[int, int]]:
    """The sentences or paragraphs of a text."""
    found = []
    for paragraph in re.finditer(r"(?:(?!\n\n).)+", text, re.DOTALL):
        start = paragraph.start()
        pieces = list(re.finditer(r"\S+", paragraph.group())) if unit == "sentence" else []
        for piece, later in zip(pieces, [*pieces[1:], None], strict=False):
            for place in range(*piece.span()):
                behind = paragraph.group()[place + 1 : place + 2]
                if paragraph.group()[place] == "。" and behind != "。":
                    found.append((start, paragraph.start() + place + 1))
                    start = paragraph.start() + place + 1
            if later and is_end(piece.group(), later.group()):
                found.append((start, paragraph.start() + piece.end()))
                start = paragraph.start() + piece.end()
        found.append((start, paragraph.end()))
    return found


def is_end(piece: str, later: str) -> bool:
    """Whether a sentence ends between two pieces."""
    while piece and piece[-1] in "”’'\"":
        piece = piece[:-1]
    word = piece.rstrip(".!?")
    mark = piece[len(word) :]
    if not mark:
        return False
    first = "".join(itertools.takewhile(str.isalnum, later.lstrip("“\"'")))
    if first[:1].islower():
        return False
    if mark == "." and re.fullmatch("[“\"']?([A-Z][.])+[A-Z]", word):
        return first in ("Who",) or later[0] in '“"'
    return not (mark == "." and (word == "Mr" or re.search(r"(^|[“\"'‘.(-])[^\W\d_]$", word)))


def spans(clause: Any, doc: Doc, where: tuple[str, int, int] | None = None) -> set[tuple[str, int, int]]:
    """Where a clause is met; `where` is a stretch of a field, in which it has to be."""
    if where is not None:
        field, start, end = where
        return {
            span for span in spans(clause, doc) if span[0] == field and start <= span[1] and span[2] <= end
        }
    if clause[0] == "scan":
        _, field, expression, capitals = clause
        pattern = re.compile(expression, re.MULTILINE | (0 if capitals else re.IGNORECASE))
        return {
            (name, *match.span())
            for name in FIELDS
            if field in (None, name)
            for match in pattern.finditer(getattr(doc, name))
            if match.group()
        }
    _, field, exact, quoted, items = clause
    return {
        (name, *window)
        for name in FIELDS
        if field in (None, name)
        for window in windows(items, exact, getattr(doc, name), doc.language, quoted)
    }


def first_day(date: str) -> str:
    return date + {4: "-01-01", 7: "-01"}.get(len(date), "")


def places(unit: str, doc: Doc) -> list[tuple[str, int, int]]:
    """The sentences or paragraphs of a document that have a word."""
    return [
        (field, *stretch)
        for field in FIELDS
        for stretch in stretches(unit, getattr(doc, field))
        if any(stretch[0] <= word.start < stretch[1] for word in words(getattr(doc, field)))
    ]


def met(
    node: Any,
    doc: Doc,
    dates: bool | None = None,
    scans: bool | None = None,
    where: tuple[str, int, int] | None = None,
) -> bool:
    """Whether a document, or a stretch of it, meets a node.

    `dates` and `scans` are what date filters and expressions count as, if not themselves.
    """
    kind, *rest = node
    if kind == "and":
        return all(met(part, doc, dates, scans, where) for part in rest)
    if kind == "or":
        return any(met(part, doc, dates, scans, where) for part in rest)
    if kind == "not":
        dates, scans = (None if assumed is None else not assumed for assumed in (dates, scans))
        return not met(rest[0], doc, dates, scans, where)
    if kind == "boost":
        return met(rest[0], doc, dates, scans, where)
    if kind == "same":
        return any(met(rest[1], doc, where=place) for place in places(rest[0], doc))
    if kind == "every":
        return True
    if kind == "scan":
        return bool(spans(node, doc)) if scans is None else scans
    if kind == "words":
        return bool(spans(node, doc, where))
    if kind in LABELLED:
        name = getattr(doc, kind)
        return name is not None and bool(windows(rest[0], False, name))
    if kind == "whole":
        return is_all_of(getattr(doc, rest[0]), rest[1])
    if kind == "language":
        return (doc.language if is_code(doc.language) else "unknown") == rest[0]
    if kind == "named":
        return doc.key in MENTIONED[rest[0]]
    if kind == "tag":
        return any(windows(rest[0], False, tag) for tag in TAGS if doc.key in TAGS[tag])
    if kind == "unread":
        return (doc.key in READ) != (rest[0] == "yes")
    if dates is not None:
        return dates
    if kind == "undated":
        return (doc.published is None) == (rest[0] == "yes")
    if doc.published is None:
        return False
    if kind == "on":
        return str(doc.published).startswith(rest[0])
    return (
        first_day(doc.published) >= first_day(rest[0])
        if kind == "after"
        else first_day(doc.published) < first_day(rest[0])
    )


def is_all_of(name: str | None, items: Any) -> bool:
    """Whether a name is made of these words, as they stand."""
    found = words(name or "")
    return bool(found) and (found[0].start, max(word.end for word in found)) in windows(
        items, True, name or ""
    )


def is_code(language: str | None) -> bool:
    return language is not None and len(language) == 2


def found(
    node: Any, doc: Doc, where: tuple[str, int, int] | None = None
) -> list[tuple[Any, set[tuple[str, int, int]]]]:
    """The clauses that have hits in a document or a stretch that meets a node, and where."""
    kind, *rest = node
    if kind == "and":
        return [one for part in rest for one in found(part, doc, where)]
    if kind == "or":
        return [one for part in rest if met(part, doc, where=where) for one in found(part, doc, where)]
    if kind == "boost":
        return found(rest[0], doc, where)
    if kind == "same":
        return [
            one
            for place in places(rest[0], doc)
            if met(rest[1], doc, where=place)
            for one in found(rest[1], doc, place)
        ]
    return [(node, spans(node, doc, where))] if kind in ("words", "scan") else []


def hits(node: Any, doc: Doc) -> list[tuple[str, int, int, int]]:
    """The hits of a document: field, span and clause, in the order in which they are shown."""
    if not met(node, doc):
        return []
    order = clauses(node)
    clause_of: dict[tuple[str, int, int], int] = {}
    for clause, here in found(node, doc):
        number = next(number for number, other in enumerate(order) if other is clause)
        for span in here:
            clause_of[span] = min(number, clause_of.get(span, number))
    return sorted(
        ((*span, number) for span, number in clause_of.items()),
        key=lambda hit: (hit[0] == "text", hit[1], hit[2]),
    )


def undated(node: Any, docs: list[Doc]) -> int:
    return sum(doc.published is None and not met(node, doc) and met_if_dated(node, doc) for doc in docs)


def met_if_dated(node: Any, doc: Doc) -> bool:
    return met(node, doc, dates=True)


def having(node: Any, clause: Any, docs: list[Doc]) -> int:
    """How many documents meet a clause of a query; an expression, of those that the rest leaves possible."""
    if clause[0] == "scan":
        docs = [
            doc
            for doc in docs
            if met(node, doc, scans=True) or (doc.published is None and met(node, doc, True, True))
        ]
    return sum(met(clause, doc) for doc in docs)


def length(doc: Doc, field: str) -> int:
    return sum(word.length == 1 for word in words(getattr(doc, field)))


def boost(node: Any, clause: Any) -> float:
    """What the score of a clause is multiplied by."""
    if node is clause:
        return 1.0
    if node[0] == "boost":
        return float(node[2]) * boost(node[1], clause)
    parts = node[1:] if node[0] in ("and", "or", "not") else node[2:] if node[0] == "same" else ()
    return max((boost(part, clause) for part in parts), default=0.0)


def score(node: Any, doc: Doc, docs: list[Doc]) -> float:
    """BM25F of a document among all."""
    total = 0.0
    there = found(node, doc) if met(node, doc) else []
    for clause in clauses(node):
        here = {span for other, spans_ in there if other is clause for span in spans_}
        if not here:
            continue
        documents = having(node, clause, docs)
        rarity = math.log(1 + (len(docs) - documents + 0.5) / (documents + 0.5))
        frequency = 0.0
        for field, weight in (("title", 2.5), ("text", 1.0)):
            average = sum(length(other, field) for other in docs) / len(docs) or 1.0
            count = sum(span[0] == field for span in here)
            frequency += weight * count / (1 - 0.75 + 0.75 * length(doc, field) / average)
        total += boost(node, clause) * rarity * frequency * (1.2 + 1) / (frequency + 1.2)
    return total


# Writing a query down


def render(node: Any, inner: bool = False) -> str:
    kind, *rest = node
    if kind in ("and", "or"):
        text = (" " if kind == "and" else " OR ").join(render(part, True) for part in rest)
        return f"({text})" if inner else text
    if kind == "not":
        return f"NOT {render(rest[0], True)}"
    if kind == "every":
        return "*"
    if kind == "same":
        return f"same:{rest[0]}({render(rest[1])})"
    if kind == "boost":
        bare = rest[0][0] in ("words", "scan", "same")
        return (render(rest[0]) if bare else f"({render(rest[0])})") + f"^{rest[1]}"
    if kind == "whole":
        return f'{rest[0]}:="{" ".join("-".join(item) for item in rest[1])}"'
    if kind in (*LABELLED, "tag"):
        return f'{kind}:"{" ".join("-".join(item) for item in rest[0])}"'
    if kind == "scan":
        return (f"{rest[0]}:" if rest[0] else "") + f"/{rest[1]}/"
    if kind == "words":
        field, exact, quoted, items = rest
        text = " ".join("-".join(item) for item in items)
        text = f'"{text}"' + ("" if quoted is True else quoted) if quoted else text
        return (f"{field}:" if field else "") + ("=" if exact else "") + text
    return f"{'person' if kind == 'named' else kind}:{rest[0]}"

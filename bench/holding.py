"""Whether a reason holds: what it names stands in both texts, at the places it gives.

The check shares no code with what finds the reasons. It folds words, reads numbers, tells days and compares
quotations in ways of its own, all of them simple: a reason that only a clever reader would grant is none.
"""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Sequence

from index.model import Article, Reason


def _listed(text: str) -> list[str]:
    return text.split()


NUMBERS = _listed(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
)
TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "mn": 10**6, "m": 10**6,
    "crore": 10**7, "billion": 10**9, "bn": 10**9, "trillion": 10**12,
}  # fmt: skip
MONTHS = [name.casefold() for name in calendar.month_name[1:]]
WEEKDAYS = [name.casefold() for name in calendar.day_name]
NEAR = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0, "last night": -1}
LITTLE = frozenset(_listed("a an and as at by for from in its of off on or out that the their to up with"))
MARKS = re.compile("[\"“”„«»‘’‚‹›「」『』']|``|''")
FAMILIES = [
    set(_listed(line))
    for line in (
        "buy bought", "bring brought", "catch caught", "fight fought", "seek sought", "teach taught",
        "think thought", "go went gone", "man men", "woman women", "person people", "foot feet", "lie lay",
        "see saw", "eat ate", "was were", "fly flew flies", "know knew", "draw drew", "throw threw",
        "grow grew", "blow blew", "fall fell", "hold held", "feel felt", "sell sold", "tell told",
        "leave left leaving", "lose lost", "shoot shot", "stand stood", "take took taking", "win won",
        "begin began", "sing sang", "ring rang", "run ran", "come came coming", "give gave giving",
        "rise rose rising", "drive drove driving", "ride rode riding", "write wrote writing", "speak spoke",
        "swim swam", "break broke", "wear wore", "tear tore", "steal stole stealing", "choose chose choosing",
        "freeze froze freezing", "sink sank", "hang hung", "strike struck", "meet met", "feed fed",
        "keep kept", "sleep slept", "say said", "pay paid", "make made making", "find found", "die dying",
        "tie tying", "light lit", "mouse mice", "bite bit biting", "hide hid hiding", "wind wound",
        "lead led", "gray grey", "build built", "send sent",
    )
]  # fmt: skip
"""Forms of one word that do not begin alike."""

NEARBY = 8
"""Days from that of publication on which a weekday can be that is named alone."""


def holds(reason: Reason, here: Article, there: Article) -> bool:
    """Whether a reader who looks at the places of a reason in both texts finds what it says.

    Args:
        reason: The reason.
        here: The article with the passage at hand.
        there: The other.
    """
    mine, theirs = _at(here, reason.here), _at(there, reason.there)
    if not mine or not theirs or not all(mine) or not all(theirs):
        return False
    shown = reason.text.split(" … ") if reason.is_statement else [reason.text]
    if [plain(text) for text in shown] != [plain(text) for text in mine[: len(shown)]]:
        return False
    match reason.kind:
        case "entity":
            return _named(here, reason.here) == _named(there, reason.there) != set()
        case "date":
            return _same_day(reason, here, there, mine, theirs)
        case "number":
            return _same_count(mine, theirs)
        case "quote":
            return _quoted(here, reason.here) and _quoted(there, reason.there) and _like(reason, mine, theirs)
        case "wording" if not reason.is_statement:
            return plain(mine[0]) == plain(theirs[0])
        case "wording":
            return (
                _same_words(mine, theirs)
                and _one_sentence(here, reason.here)
                and _one_sentence(there, reason.there)
            )
        case "term":
            return all(_same_phrase(one, other) for one in mine for other in theirs)


def plain(text: str) -> str:
    """Letters and digits in small letters, without accents, each other sign a blank."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(
        re.sub(r"[^\w]+", " ", re.sub(r"[’']s?\b|(?<=\w)\.(?=\w)|(?<=\d),(?=\d)", "", kept)).split()
    )


def _at(article: Article, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [article.text[start:end] for start, end in spans]


def _named(article: Article, spans: Sequence[tuple[int, int]]) -> set[str]:
    """The entity that is named at all of some places; none where they name different ones."""
    found = [
        {one.entity for one in article.mentions if one.field == "text" and (one.start, one.end) == span}
        for span in spans
    ]
    return set.intersection(*found)


def _same_phrase(one: str, other: str) -> bool:
    mine, theirs = plain(one).split(), plain(other).split()
    return len(mine) == len(theirs) and all(map(is_same_word, mine, theirs))


def is_same_word(one: str, other: str) -> bool:
    """Whether two words could be forms of one: strike, strikes, struck."""
    if one == other or any(_is_of(one, family) and _is_of(other, family) for family in FAMILIES):
        return True
    if number_in(one) is not None:
        return number_in(one) == number_in(other)
    least = min(3, len(one), len(other))
    return one[:least] == other[:least] and abs(len(one) - len(other)) < 6


def _is_of(word: str, family: set[str]) -> bool:
    """Whether a word is one of some forms, or one with an ending."""
    return any(word.startswith(form) and len(word) <= len(form) + 4 for form in family)


def _same_words(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether every word of the one is some word of the other; little ones between two do not count."""
    ours, others = plain(" ".join(mine)).split(), plain(" ".join(theirs)).split()

    def found(word: str, among: Sequence[str]) -> bool:
        return word in LITTLE or any(is_same_word(word, other) for other in among)

    # A name may be longer in one of the texts, and a number stand before another word of what it counts.
    missing = (
        [word for word in ours if not found(word, others)],
        [word for word in others if not found(word, ours)],
    )
    shared = sum(word not in LITTLE and found(word, others) for word in ours)
    return shared >= 2 and shared >= 2 * min(map(len, missing))


def _one_sentence(article: Article, spans: Sequence[tuple[int, int]]) -> bool:
    between = article.text[min(spans)[0] : max(end for _, end in spans)]
    return re.search(r"\n\s*\n|[a-z]{3}[.!?][\"”’]?\s+[A-Z][a-z]+ [a-z]", between) is None


def number_in(text: str) -> float | None:
    """The number that a text begins with, in digits or in words."""
    cleaned = re.sub(r"(?<=\d),(?=\d{3})", "", text.casefold().strip(" $€£"))
    match = re.match(r"\d+(?:\.\d+)?", cleaned)
    words = re.findall(r"[a-z]+", cleaned)
    if match:
        value = float(match.group())
        for word in words:
            if word not in SCALES:
                break
            value *= SCALES[word]
        return value
    terms: list[float] = []  # seven hundred, twelve thousand: what is added up
    for at, word in enumerate(words):
        if word in SCALES and terms:
            lower = 0.0
            while terms and terms[-1] < SCALES[word]:
                lower += terms.pop()
            terms.append(lower * SCALES[word])
        elif word in NUMBERS:
            terms.append(NUMBERS.index(word))
        elif word in TENS:
            terms.append((TENS.index(word) + 2) * 10.0)
        elif word == "a" and not at:
            terms.append(1)
        elif word != "and":
            break
    return sum(terms) if terms else None


def _same_count(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """The same number on both sides, of the same thing or of none."""
    values = {number_in(text) for text in (*mine, *theirs)}
    if len(values) != 1 or None in values:
        return False
    counted = [{word for word in plain(text).split() if number_in(word) is None} for text in (*mine, *theirs)]
    first = counted[0] - SCALES.keys()
    return all(
        not (first and other) or any(is_same_word(a, b) for a in first for b in other)
        for other in (one - SCALES.keys() for one in counted[1:])
    )


def _quoted(article: Article, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a mark of quotation stands before the end of each place, in its paragraph."""
    for start, end in spans:
        begin = article.text.rfind("\n\n", 0, start) + 1
        after = article.text.find("\n\n", end)
        if not MARKS.search(article.text, begin, end) and not MARKS.search(
            article.text, end, after if after >= 0 else len(article.text)
        ):
            return False
    return True


def _like(reason: Reason, mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether quotations are alike by the words they share, or equal where that is said."""
    ours, others = plain(mine[0]).split(), plain(theirs[0]).split()
    if reason.how not in ("altered", "alike"):
        return ours == others
    shorter, longer = sorted((ours, others), key=len)
    shared = [word for word in shorter if any(is_same_word(word, other) for other in longer)]
    return 2 * len(shared) >= len(shorter)


def _same_day(
    reason: Reason, here: Article, there: Article, mine: Sequence[str], theirs: Sequence[str]
) -> bool:
    """Whether every place can be of the day that the reason gives; without one, whether all name one day."""
    if reason.day is None:
        named = {_calendar(text) for text in (*mine, *theirs)}
        return len(named) == 1 and None not in named
    day = datetime.date.fromisoformat(reason.day)
    return all(_can_be(text, day, here) for text in mine) and all(
        _can_be(text, day, there) for text in theirs
    )


def _calendar(text: str) -> tuple[int, int] | None:
    """The month and the day that a text names."""
    iso = re.search(r"\d{4}-(\d\d)-(\d\d)", text)
    if iso:
        return int(iso[1]), int(iso[2])
    words = plain(text).split()
    months = [
        number
        for number, name in enumerate(MONTHS, 1)
        for word in words
        if len(word) > 2 and name.startswith(word[:3]) and name.startswith(word.rstrip("t")[:4])
    ]
    days = [int(found[0]) for word in words if (found := re.match(r"\d{1,2}(?=\D|$)", word))]
    return (months[0], days[0]) if months and days else None


def _can_be(text: str, day: datetime.date, article: Article) -> bool:
    """Whether a text can mean a day, by its month and day, its weekday, or by when it was published."""
    low = text.casefold()
    calendar_day = _calendar(text)
    if calendar_day is not None:
        years = [int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)]
        return calendar_day == (day.month, day.day) and (not years or day.year in years)
    if any(_can_stand_for(day - datetime.timedelta(away), article) for away in _days_on(low)):
        return True
    return _is_near(low, day, article)


def _is_near(low: str, day: datetime.date, article: Article) -> bool:
    """Whether words for a day can mean one by when they were published."""
    if article.published is None:
        return False
    away = (day - datetime.date.fromisoformat(article.published)).days
    weekdays = [
        number for number, name in enumerate(WEEKDAYS) if name in low or re.search(rf"\b{name[:3]}\b", low)
    ]
    if weekdays:
        return day.weekday() in weekdays and abs(away) <= NEARBY
    return any(word in low and away == offset for word, offset in NEAR.items())


def _days_on(low: str) -> list[int]:
    """How many days from another one some words say that a day is: "the next day", "two weeks before"."""
    steps = re.search(rf"\b(a|{'|'.join(NUMBERS)}|\d+) (day|week)s? (later|after|earlier|before)", low)
    if steps:
        many = 1 if steps[1] == "a" else int(number_in(steps[1]) or 0)
        sign = 1 if steps[3] in ("later", "after") else -1
        return [sign * many * (7 if steps[2] == "week" else 1)]
    return [
        away
        for words, away in (
            (r"(next|following) (day|morning|afternoon|evening|night)|day after", 1),
            (r"(previous|preceding) (day|evening|night)|day before", -1),
            (r"(same|that) (day|morning|afternoon|evening|night)", 0),
        )
        if re.search(words, low)
    ]


def _can_stand_for(day: datetime.date, article: Article) -> bool:
    """Whether an article was published on a day, or writes it down, by the calendar or as a weekday."""
    if article.published == day.isoformat():
        return True
    names = (*MONTHS, *(name[:3] for name in MONTHS))
    for found in re.finditer(
        rf"(?i)\b\d{{1,2}}\s({'|'.join(names)})\b|\b({'|'.join(names)})\.?\s\d{{1,2}}\b|\d{{4}}-\d\d-\d\d",
        article.text,
    ):
        if _calendar(found[0]) == (day.month, day.day):
            return True
    weekday = WEEKDAYS[day.weekday()]
    return re.search(rf"(?i)\b{weekday}\b", article.text) is not None and _is_near(weekday, day, article)

"""Words of which dates are made in English, and the words around them that say what is meant."""

from typing import cast

from index.language.calendar import SHORT_WEEKDAYS, WEEKDAYS, Unit
from index.language.listed import word_set
from index.language.months import MONTHS

_FULL = "January February March April May June July August September October November December"
_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
MONTH_NAMES = tuple(_FULL.split())
"""The months in English."""
ENGLISH_MONTHS = {name.lower(): MONTHS[name.lower()] for name in f"{_FULL} {_SHORT}".split()}
"""The months in English, and their short names, with their number."""
FULL_MONTHS = frozenset(_FULL.lower().split())
"""Those that need no day or year beside them."""

_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty
"""
NUMBERS = {word: number for number, word in enumerate(_NUMBERS.split(), 1)} | {
    "a": 1, "an": 1, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100,
}  # fmt: skip
"""Numbers in words."""

VAGUE_NUMBERS = frozenset(("few", "several", "some", "many"))
"""Words that stand for a number nobody knows."""

DAY_PARTS = "morning|afternoon|evening|night|midday|noon"
"""Parts of a day that are told with its name."""

ALWAYS = frozenset(("every", "each", "most", "some", "many", "any", "other", "a", "another", "no", "per"))
"""Before the name of a weekday: no certain one is meant."""

BEFORE_MONTH = word_set(
    """
    in since until till during through throughout for by before after early late mid end beginning start
    last next this of from to between middle around and
    """
)
"""Before the name of a month that stands alone."""

BEFORE_MAY = BEFORE_MONTH - word_set("for by of from to before after and between around")
"""Before "May" alone, which is a name as well."""

BEFORE_YEAR = word_set(
    """
    in since until till during through throughout by before after from early late mid end of to between
    around circa and year as
    """
)
"""Before a number that is a year."""

WEAK_BEFORE_YEAR = frozenset(("of", "to", "from", "by", "before", "after", "and", "between", "around", "as"))
"""Those among them after which only a number that looks like a year of our time is one."""

DETERMINERS = word_set("the a its his her their our this that s")
"""Before a year that stands before what happened in it: "the 2015 deal"."""

HAPPENINGS = word_set(
    """
    series crisis elections protests talks olympics games attacks wars accords riots floods sanctions polls
    bombings uprisings massacres murders killings trials hostilities coups earthquakes results congress
    process famous genocide olympics finals championships wildfires fires strikes raids clashes tests
    negotiations proceedings awards minutes rules
    """
)
"""Words that end like plurals, or are some, and are yet no count of things."""

COUNTED = word_set(
    """
    people men women children troops police km kg percent per cent metres meters feet miles yards acres
    hectares dollars euros pounds tons tonnes barrels times million billion hours staff cattle sheep
    homes houses families soldiers refugees migrants prisoners protesters demonstrators
    """
)
"""What is counted rather than dated."""

FISCAL = word_set("fiscal fy tax financial budget season academic model")
"""Before a year that is none of the calendar."""

BUSINESS = word_set(
    """
    € £ $ % analysts bank banks billion business companies company consumer consumers costs deliveries
    dividend economic economists economy earnings export exports factory firm gdp growth imports income
    industrial inflation investment investors lender loss losses maker manufacturer margin margins
    market markets million orders output percent prices production profit profits retailer revenue
    revenues sales shareholders shares shipments shipyard spending stock trading turnover unemployment
    """
)
"""Words that show that a quarter is one of the year."""

GAMES = word_set(
    """
    coach game games goal goals halftime kickoff league match overtime penalty player players playoff playoffs
    points quarterback rebounds scored season teammate teammates touchdown touchdowns yard yards
    """
)
"""Words that show that it may be one of a game."""

CUSTOMS = word_set("school mass best prayers prayer roast lunch")
"""After the name of a weekday: what is done on each of them."""

PAPERS = CUSTOMS | word_set(
    "times telegraph express mirror world post herald mail independent business tribune league people sport"
)
"""The same, and newspapers, with a capital."""

ORDINALS = word_set("first second third fourth fifth final")
"""Before the name of a weekday: one of a month or of a row."""

OPENING = frozenset(
    ("", "and", "but", "that", "because", "while", "when", "as", "so", "then", "where", "how")
)
"""Before "in" and a year that open a clause; nothing is where a sentence begins, or behind a comma."""

CALLED = word_set(
    """
    black bloody good easter palm ash super cyber maundy holy man sheffield giving shrove pancake wild
    ruby happy freaky clean gloomy
    """
)
"""Before the name of a weekday: a day or a person of this name."""

WEEKDAY_WORDS = frozenset(WEEKDAYS)
"""The days of the week."""

SHORT_WEEKDAY_WORDS = frozenset(SHORT_WEEKDAYS)
"""Their short names, which need a date beside them."""

STARTERS = word_set(
    """
    In Since Until Till During Through By Before After For Early Late Mid Last Next This From To Between On
    And Or The Of
    """
)
"""Words with a capital before the name of a month that make nobody's name of it."""

OFFSETS = {"last": -1, "this": 0, "next": 1}
"""How many weeks, months or years on it is."""


def count_in(word: str) -> int | None:
    """The number that a word or figures stand for."""
    return int(word) if word.isdecimal() else NUMBERS.get(word.lower())


def unit_in(word: str) -> tuple[Unit, int]:
    """What a word counts time in, and how many of these it is."""
    word = word.lower()
    return ("week", 2) if word == "fortnight" else (cast(Unit, word), 1)

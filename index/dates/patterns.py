"""The pieces of dates as they are written, each to be matched where it begins.

None of them repeats a choice over what another repeats, so that each takes a time that its own length
bounds, whatever the text.
"""

import re

from index.dates.words import DAY_PARTS, ENGLISH_MONTHS, MONTH_NAMES
from index.language.calendar import SHORT_WEEKDAYS, WEEKDAYS

GAP = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
"""What stands between two words of a line, or of two lines."""
BLANK = rf"{GAP}?"

_month = "|".join(
    sorted(
        (name.capitalize() for name in ENGLISH_MONTHS if name.capitalize() not in MONTH_NAMES),
        key=len,
        reverse=True,
    )
)
_names = "|".join(MONTH_NAMES)
_upper = "|".join((*(name.upper() for name in MONTH_NAMES), "JAN", "FEB", "SEPT", "OCT", "NOV", "DEC"))
# Letters are of ASCII where what they spell is looked up: "ſ" counts as a small form of "S", too
MONTH = rf"(?:{_names}|(?:{_month})(?![a-z])\.?|(?:{_upper})(?![A-Za-z])\.?)(?![^\W\d_])"
"""A month in English, with a capital."""
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%$€£°])(?![.,:/]\d)"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?![\w%$€£°])(?![.,:/-]\d)"
_DASH = r"(?:[-–—]|\u2012)"
_WEEKDAY = "|".join(name.capitalize() for name in WEEKDAYS)
_SHORT = "|".join(sorted((name.capitalize() for name in SHORT_WEEKDAYS), key=len, reverse=True))

WEEKDAY = re.compile(rf"(?ai:{_WEEKDAY})(?![^\W\d_])")
BEFORE_DATE = re.compile(
    rf"(?:(?:{_WEEKDAY})(?:{BLANK}(?:{DAY_PARTS}))?|(?:{_SHORT})\.?(?![a-z]))"
    rf"(?:,?{BLANK}\(|,?{GAP}(?:the{GAP})?)(?=\d|{MONTH})",
    re.IGNORECASE,
)
"""A weekday before the date it goes with."""
DAY_FIRST = re.compile(
    rf"(?P<day>{_DAY})(?:{GAP}|-)(?:of{GAP}|day{GAP}of{GAP})?(?P<month>{MONTH})"
    rf"(?:(?:,?{BLANK}|{GAP}of{GAP}|-)(?P<year>{_YEAR}))?"
)
MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH}){BLANK}(?:the{GAP})?(?P<day>{_DAY})(?:(?:,{BLANK}|{GAP}|{GAP}of{GAP})(?P<year>{_YEAR}))?"
)
MONTH_ALONE = re.compile(rf"(?P<month>{MONTH})(?:(?:,?{GAP}|{GAP}of{GAP}|-)(?P<year>{_YEAR}))?")
FOREIGN_MONTH = re.compile(
    rf"(?P<day>3[01]|[12]\d|0?[1-9])(?:er|\.|º|°)?{GAP}(?:de{GAP}|del{GAP})?(?P<month>[^\W\d_]{{3,12}})\.?"
    rf"(?:{GAP}(?:de{GAP}|del{GAP})?(?P<year>{_YEAR}))?(?!\w)"
)
FOREIGN_ALONE = re.compile(rf"(?P<month>[^\W\d_]{{3,12}})\.?{GAP}(?:de{GAP}|del{GAP})?(?P<year>{_YEAR})")
EASTERN = re.compile(r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월](?: ?(?P<day>\d{1,2}) ?[日일])?")
YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?=T\d|(?![\w-])(?![.,/]\d))"
)
YEAR_LAST = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})(?P=mark)(?P<year>(?:1[6-9]|20)\d\d)(?![\w-])(?![.,/]\d)"
)
YEAR = re.compile(rf"(?P<year>{_YEAR})")
YEARS = re.compile(
    rf"(?P<first>1[0-9]\d\d|20\d\d)(?:{BLANK}{_DASH}{BLANK}|{GAP}to{GAP}|{GAP}through{GAP}|{GAP}until{GAP})(?P<last>{_YEAR})"
)
DECADE = re.compile(r"(?P<decade>1[0-9]\d0|20\d0)['’]?s(?!\w)")
BARE_DAY = re.compile(rf"(?P<day>{_DAY})")

TO = re.compile(rf"{BLANK}{_DASH}{BLANK}|{GAP}(?:to|through|thru|until|till){GAP}")
"""Between the ends of a stretch."""
INTO = re.compile(rf"(?:{GAP}(?:{DAY_PARTS}))?{GAP}(?:in)?to{GAP}")
AND = re.compile(rf"{GAP}(?:and|&){GAP}")
"""The same after "between"; else two days."""
DAY_LIST = re.compile(rf"(?:,{GAP}|{GAP}(?:and|or){GAP}|{GAP}&{GAP})")
DAY_PART = re.compile(rf"{GAP}(?:{DAY_PARTS})\b", re.IGNORECASE)
OF_YEAR = re.compile(
    rf",?{GAP}(?:of{GAP})?(?:(?P<which>(?ai:last|this|next))|that"
    rf"|the{GAP}(?:same|(?P<after>(?ai:following))|(?P<before>(?ai:previous)))){GAP}year\b",
    re.IGNORECASE,
)
BESIDE_NEXT = re.compile(rf"{GAP}(?:before{GAP}last|after{GAP}next)\b", re.IGNORECASE)
OF_ANOTHER = re.compile(rf"{GAP}(?:before|after|following|preceding|of|in|that|when)\b", re.IGNORECASE)
"""What stands behind "the Friday" that something tells of which nobody knows when it was."""
OF_MONTH = re.compile(rf"{GAP}(?:of|in){GAP}(?:{MONTH})")
OF_WEEK = re.compile(rf"{GAP}(?:of{GAP})?(?P<which>(?ai:last|this|next)){GAP}week\b", re.IGNORECASE)
ON_WEEKDAY = re.compile(rf"{GAP}(?:on{GAP})?(?P<weekday>{_WEEKDAY})(?![^\W\d_])")
NOUN_BEHIND = re.compile(rf"{GAP}(?P<noun>[a-z]+)")

_unit = r"(?P<unit>(?ai:day|week|month|year|fortnight))s?"
_count = r"(?P<count>\d{1,3}|[a-z]+)"
AGO = re.compile(rf"{_count}{GAP}(?:of{GAP})?{_unit}{GAP}ago\b", re.IGNORECASE)
FROM_NOW = re.compile(rf"{_count}{GAP}{_unit}{GAP}(?:from{GAP}(?:now|today)\b)", re.IGNORECASE)
IN_TIME = re.compile(rf"{_count}{GAP}{_unit}['’]?{GAP}time\b", re.IGNORECASE)
LATELY = re.compile(
    rf"(?:this{GAP})?(?P<which>(?ai:last|past|previous|next|coming)){GAP}{_count}{GAP}{_unit}\b",
    re.IGNORECASE,
)
PAST_UNIT = re.compile(
    rf"(?:this{GAP})?(?P<which>(?ai:past|coming)){GAP}(?P<unit>(?ai:week|month|year))\b", re.IGNORECASE
)
AROUND = re.compile(
    rf"(?:(?:earlier|later|early|late){GAP})?(?P<which>(?ai:this|last|next|previous)){GAP}"
    r"(?P<unit>(?ai:week|month|year|weekend|morning|afternoon|evening|night))(?!-)\b",
    re.IGNORECASE,
)
EARLY = re.compile(rf"(?:earlier|later|early|late){GAP}|mid[- ]", re.IGNORECASE)
WHICH = re.compile(
    rf"(?:this{GAP}(?=past|coming))?(?P<which>(?ai:last|this|next|that|past|coming)){GAP}", re.IGNORECASE
)
NAMED_DAY = re.compile(
    rf"(?:the{GAP})?day{GAP}(?:before{GAP}yesterday|after{GAP}tomorrow)\b|(?:today|yesterday|tomorrow)"
    rf"(?:{GAP}(?:{DAY_PARTS}))?\b|tonight\b",
    re.IGNORECASE,
)
WEEKEND = re.compile(r"weekend(?!s)\b", re.IGNORECASE)
NIGHT_OF = re.compile(rf"night{GAP}(?:of|between){GAP}(?:the{GAP})?", re.IGNORECASE)

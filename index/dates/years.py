"""Years and decades."""

from index.dates import patterns as of
from index.dates.meaning import Between, Years
from index.dates.places import Place, Read
from index.dates.standing import is_bracketed, year_stands
from index.dates.words import BEFORE_YEAR, DETERMINERS, FISCAL

_LONGEST = 300
"""Years that a stretch may have."""


def read_years(place: Place) -> Read | None:
    """A year, a stretch of years or a decade; budgets, seasons and what is counted are none."""
    text, at, (second, before) = place
    if decade := of.DECADE.match(text, at):
        return Read(at, decade.end(), Years(int(decade["decade"]), 10))
    if before in FISCAL or second in FISCAL:
        return None
    stretch = of.YEARS.match(text, at)
    if stretch and (before in BEFORE_YEAR or before in DETERMINERS or is_bracketed(place)):
        first, last = int(stretch["first"]), int(stretch["last"])
        if first < last <= first + _LONGEST:
            return Read(at, stretch.end(), Between(Years(first), Years(last)))
    match = of.YEAR.match(text, at)
    if not match:
        return None
    year = int(match["year"])
    also = of.AND.match(text, match.end()) if before == "between" else None
    last_year = of.YEAR.match(text, also.end()) if also else None
    if last_year and year < int(last_year["year"]) <= year + _LONGEST:
        return Read(at, last_year.end(), Between(Years(year), Years(int(last_year["year"]))))
    return Read(at, match.end(), Years(year)) if year_stands(place, year, match.end()) else None

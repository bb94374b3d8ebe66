"""Dates in texts: found, and told from the day of publication."""

from index.dates.find import RawDate, find_dates

DATES_VERSION = "7"
"""Another one whenever other dates are found in the same text: libraries are then read through anew."""

__all__ = ["DATES_VERSION", "RawDate", "find_dates"]

"""Dates named in texts."""

from typing import Literal

Granularity = Literal["day", "week", "month", "year", "decade", "range"]
"""How exactly a text tells the days it means."""

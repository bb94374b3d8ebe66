"""What comes back where the library could not answer."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Failed(Message):
    """The library could not answer."""

    reason: str
    """Why, for the user to read."""

"""The names that a user watches for."""

from dataclasses import dataclass
from typing import Literal

from index.model.entities import EntityType

FormKind = Literal["any", "exact", "except"]
"""How a form is meant: in any capitals, only as it is written, or as what is not meant where it stands."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word or a phrase."""

    text: str
    """As the user writes it."""
    kind: FormKind = "any"
    """How it is meant."""


@dataclass(frozen=True, slots=True)
class WatchedName:
    """A name to watch for."""

    type: EntityType
    """What it is."""
    forms: tuple[Form, ...]
    """What it stands as in texts; the first is the name it is shown under."""

    @property
    def name(self) -> str:
        """The name it is shown under."""
        return self.forms[0].text

    @property
    def aliases(self) -> tuple[str, ...]:
        """The forms that mean it, besides the name."""
        return tuple(form.text for form in self.forms[1:] if form.kind != "except")

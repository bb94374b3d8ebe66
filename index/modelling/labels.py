"""What a pipeline's labels mean here."""

from collections.abc import Iterable, Mapping

from index.entities import EntityType, Vote
from index.model import Field

TYPES: Mapping[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
}
"""Labels of OntoNotes 5 that name something; amounts, dates, languages and products do not."""


def votes_of(field: Field, spans: Iterable[tuple[int, int, str]], text: str) -> Iterable[Vote]:
    """The votes in what a pipeline found in a field: start, end and label of each.

    What holds no capital, or a line end, names nobody.
    """
    for start, end, label in spans:
        if label in TYPES and "\n" not in (said := text[start:end]) and said != said.lower():
            yield Vote(start, end, TYPES[label], field)

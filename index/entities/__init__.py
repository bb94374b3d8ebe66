"""Names in documents: recognised one document at a time, then brought together across a library."""

from index.entities.canonical import Canon, Entity, NameCount, canonicalise, entity_id
from index.entities.model import TYPES, EntityType, RawMention
from index.entities.recognise import recognise

__all__ = [
    "TYPES",
    "Canon",
    "Entity",
    "EntityType",
    "NameCount",
    "RawMention",
    "canonicalise",
    "entity_id",
    "recognise",
]

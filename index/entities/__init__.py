"""Names in documents: recognised one document at a time, then brought together across a library."""

from index.entities.canonical import Canon, Entity, NameCount, canonicalise, entity_id
from index.entities.gazetteer import gazetteer as load_rules
from index.entities.model import TYPES, EntityType, RawMention, Vote
from index.entities.recognise import recognise

RULES_VERSION = "20"
"""Another one whenever the rules find other names in the same text: libraries are then read through anew."""

__all__ = [
    "RULES_VERSION",
    "TYPES",
    "Canon",
    "Entity",
    "EntityType",
    "NameCount",
    "RawMention",
    "Vote",
    "canonicalise",
    "entity_id",
    "load_rules",
    "recognise",
]

"""Temporary."""

from index.model import EntityType


def with_entity(query: str, type: EntityType, name: str) -> str:
    """Temporary."""
    clause = f'{ {"organisation": "org"}.get(type, type) }:"{name}"'
    return query.replace(clause, "").strip() if clause in query else f"{query} {clause}".strip()

"""A helper: `python -m index.helping`, started by a `Crew` and of no use to anyone else."""

from index.helping.abroad import NAMING_ABROAD
from index.helping.naming import NAMING
from index.helping.reading import READING
from index.helping.serving import serve

NICE = 5
"""How far it steps back behind others."""
MOST_MEMORY = 4 * 1024**3
"""Bytes of addresses it may take: a file made to explode must not take the machine along."""

if __name__ == "__main__":
    serve((READING, NAMING, NAMING_ABROAD), nice=NICE, most_memory=MOST_MEMORY)

"""The process in which a model reads: `python -m index.modelling`, started by a `Crew` and by nobody else."""

import os

NICE = 15
"""How far it steps back behind others: nothing waits for it."""
MOST_MEMORY = 12 * 1024**3
"""Bytes of addresses it may take; the largest pipeline takes some gigabytes."""


def main() -> None:
    """Read until there is nobody left to read for, on one processor."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from index.helping.serving import serve
    from index.modelling.work import MODELLING

    serve((MODELLING,), nice=NICE, most_memory=MOST_MEMORY)


if __name__ == "__main__":
    main()

"""Why a query finds nothing, or leaves something out, and which queries near it find something.

A suggestion is a whole query that was asked and does find something; nothing is guessed.
"""

from index.suggesting.explain import explain, needs_explaining

__all__ = ["explain", "needs_explaining"]

"""Two documents compared: passages that speak of the same, and what is told differently."""

from index.comparing.compare import compare

__all__ = ["compare"]

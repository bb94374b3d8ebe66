"""What a user says of names: read from a file, applied to what the rules found, suggested."""

from index.mending.mendings import FACT, FILE, Mendings

__all__ = ["FACT", "FILE", "Mendings"]

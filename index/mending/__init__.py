"""What a user says of names: read from a file, applied to what the rules found, suggested."""

from index.mending.file import FILE, MendingFile
from index.mending.mendings import FACT, Mendings

__all__ = ["FACT", "FILE", "MendingFile", "Mendings"]

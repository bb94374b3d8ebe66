"""The store of record: one SQLite file with a library's documents, passages and files."""

from index.catalog.catalog import CATALOG, Catalog
from index.catalog.owners import Owners
from index.catalog.records import DatedSpan, FileRecord, Kept, NamedSpan, StoredSketch, StoredText
from index.catalog.writing import Writing

__all__ = [
    "CATALOG",
    "Catalog",
    "DatedSpan",
    "FileRecord",
    "Kept",
    "NamedSpan",
    "Owners",
    "StoredSketch",
    "StoredText",
    "Writing",
]

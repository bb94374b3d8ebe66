"""Bytes to articles: finds the files of a library and reads each into a `Draft`."""

from index.ingest.draft import Draft, DraftPassage
from index.ingest.readers import READER_VERSION, SUFFIXES, load_reader, read_article
from index.ingest.walk import MAX_BYTES, FoundFile, walk

__all__ = [
    "MAX_BYTES",
    "READER_VERSION",
    "SUFFIXES",
    "Draft",
    "DraftPassage",
    "FoundFile",
    "load_reader",
    "read_article",
    "walk",
]

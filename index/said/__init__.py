"""What a user says in files of lines: how such a file is kept, and how its lines are read."""

from index.said.file import SaidFile
from index.said.lines import SaidLines
from index.said.words import NotReadable, Words, quoted, told

__all__ = ["NotReadable", "SaidFile", "SaidLines", "Words", "quoted", "told"]

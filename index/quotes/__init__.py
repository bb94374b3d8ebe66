"""Quotations in documents: where they stand, what they are, and who is said to have said them."""

QUOTES_VERSION = "2"
"""Another one whenever the rules find other quotations or speakers in the same text."""

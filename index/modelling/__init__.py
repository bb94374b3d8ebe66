"""The layer by a model: a small pipeline of spaCy, in a process of its own, votes on what is a name.

It is there where the extra `cuttings[nlp]` is installed, and trails behind the text and the names by rules.
"""

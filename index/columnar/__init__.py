"""A columnar codec for Whoosh: postings as arrays in files that are written once."""

"""Closed classes of English words that recognition goes by, part by part."""

"""Processes that help: they read files and recognise names while the one that syncs writes.

A helper is started by `Crew`, gets one line of JSON for each piece of work and answers each with one.
It knows the readers and the rules for names, no database and no index, so it is small and quickly there.
"""

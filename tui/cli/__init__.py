"""The command line: one module a command, each a thin layer over `index.library`.

Nothing here imports Textual, Whoosh, numpy or `index.library` before a command that needs
it runs, so that help and errors come at once.
"""

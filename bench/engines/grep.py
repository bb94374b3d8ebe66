"""ripgrep over the files: no index, no order; what a reader without Cuttings would do."""

import subprocess
from pathlib import Path

from questions import Node, Question

from engines import Missing, Page

SNIPPETS = 3
"""Lines shown of each file, at most."""


class Measured:
    """The files as they are."""

    def __init__(self, directory: Path, corpus: Path) -> None:
        self._corpus = corpus

    def index(self) -> dict[str, float]:
        """There is none."""
        return {}

    def open(self) -> None:
        """There is nothing to open."""

    def page(self, question: Question) -> Page:
        """The lines with matches of all files that have some."""
        if question.after or question.source or question.newest:
            raise Missing
        options = ["--ignore-case", "--no-heading", "--line-number", "--column", "--no-config"]
        options += [f"--max-count={SNIPPETS}", "--max-columns=240", "--max-columns-preview"]
        command = ["rg", *options, "--regexp", _pattern(question.root), str(self._corpus)]
        done = subprocess.run(command, capture_output=True, check=False)
        lines = done.stdout.splitlines()
        return Page(len({line.partition(b":")[0] for line in lines}), len(lines), len(lines))


def _pattern(node: Node) -> str:
    match node.op:
        case "term":
            return rf"\b{node.word}\b"
        case "phrase":
            return r"\b" + r"\s+".join(node.words) + r"\b"
        case "prefix":
            return rf"\b{node.word}\w*"
        case "suffix":
            return rf"\w*{node.word}\b"
        case "wildcard":
            return r"\b" + node.word.replace("?", r"\w").replace("*", r"\w*") + r"\b"
        case "regex":
            return rf"\b{node.word}\b"
        case "or":
            return "|".join(map(_pattern, node.parts))
    raise Missing(node.op)

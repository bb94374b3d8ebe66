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
        options = [
            "--ignore-case",
            "--word-regexp",
            "--no-heading",
            "--line-number",
            "--column",
            "--no-config",
        ]
        options += [f"--max-count={SNIPPETS}", "--max-columns=240", "--max-columns-preview"]
        options += [f"--regexp={pattern}" for pattern in _patterns(question.root)]
        command = ["rg", *options, str(self._corpus)]
        done = subprocess.run(command, capture_output=True, check=False)
        lines = done.stdout.splitlines()
        return Page(len({line.partition(b":")[0] for line in lines}), len(lines), len(lines))


def _patterns(node: Node) -> list[str]:
    """What any line is shown for that has one of, each as whole words."""
    match node.op:
        case "term" | "regex":
            return [node.word]
        case "phrase":
            return [r"\s+".join(node.words)]
        case "prefix":
            return [rf"{node.word}\w*"]
        case "suffix":
            return [rf"\w*{node.word}"]
        case "wildcard":
            return [node.word.replace("?", r"\w").replace("*", r"\w*")]
        case "or":
            return [pattern for part in node.parts for pattern in _patterns(part)]
    raise Missing(node.op)

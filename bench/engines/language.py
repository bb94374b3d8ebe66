"""The queries in the language of Cuttings."""

from questions import Node, Question

from engines import Missing
from index.errors import QueryError
from index.fulltext.syntax import parse


def understood(question: Question) -> str:
    """A query as a person would type it, if Cuttings can read it; else raises Missing."""
    typed = query(question)
    try:
        parse(typed)
    except QueryError as error:
        raise Missing from error
    if question.root.op == "regex" and not _knows_expressions():
        raise Missing
    return typed


def _knows_expressions() -> bool:
    """Whether slashes hold a regular expression: then one that is none cannot be read."""
    try:
        parse("/a[b/")
    except QueryError:
        return True
    return False


def query(question: Question) -> str:
    """A query as a person would type it."""
    filters = [f"after:{question.after}"] if question.after else []
    filters += [f"before:{question.before}"] if question.before else []
    filters += [f'source:"{question.source}"'] if question.source else []
    return " ".join([_side_by_side(question.root), *filters])


def _side_by_side(node: Node) -> str:
    """A part that needs no brackets."""
    return " ".join(map(_typed, node.parts)) if node.op == "and" else _typed(node)


def _typed(node: Node) -> str:
    match node.op:
        case "term":
            return node.word
        case "phrase":
            return f'"{" ".join(node.words)}"'
        case "near":
            return f'"{" ".join(node.words)}"~{node.number}'
        case "prefix":
            return f"{node.word}*"
        case "suffix":
            return f"*{node.word}"
        case "wildcard":
            return node.word
        case "fuzzy":
            return f"{node.word}~"
        case "regex":
            return f"/{node.word}/"
        case "and":
            return f"({_side_by_side(node)})"
        case "or":
            return f"({' OR '.join(map(_typed, node.parts))})"
        case "not":
            return f"-{_typed(node.parts[0])}"
    raise ValueError(node.op)

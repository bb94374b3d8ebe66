"""What to tell someone whose query finds nothing."""

from index.model import SearchResults
from tui.cli.output import count


def nothing_found(found: SearchResults, articles: int) -> str:
    """Say that nothing was found and, where it helps, what of the query there is."""
    lines = [f"nothing found in {count(articles, 'article')}"]
    if len(found.clauses) > 1:
        lines += [
            f"{one.text}: " + (f"in {count(one.documents, 'article')}" if one.documents else "nowhere")
            for one in found.clauses
        ]
    if found.undated:
        lines.append(f"{count(found.undated, 'undated article')} left out")
    if found.suggestions:
        lines.append("Did you mean " + " or ".join(found.suggestions) + "?")
    return "\n".join(lines)

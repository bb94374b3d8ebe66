"""What is put on the clipboard when a passage is copied with its citation."""

from index.model import Article
from tui.render.dates import long_date


def cited(quotation: str, article: Article, line: int) -> str:
    """A quotation, and under it where it stands: title, outlet, date, file and line."""
    source = [part for part in (article.title, article.source, article.byline) if part]
    if article.published:
        source.append(long_date(article.published))
    return f"{quotation}\n\n— {', '.join(source)}\n  {article.path}:{line}\n"

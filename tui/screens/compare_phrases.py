"""What comparing two articles says, in words."""

from index.model import Article
from tui.render.counts import count
from tui.render.dates import short_date
from tui.render.shown import shown
from tui.widgets.compared_view import ALONE

COMPARING = "Comparing…"
NOTHING_TO_COMPARE = "There is no related passage here whose article could be laid beside this one."
NO_DIFFERENCE = "They differ on no quotation, number, day or name that both have."
NO_FURTHER_DIFFERENCE = "There is no further difference."
BACK_TO_COMPARED = "Escape goes back to the two articles."


def name(article: Article | None) -> str:
    """What stands over an article: its outlet, or else its title, and its date; empty while there is none."""
    if article is None:
        return ""
    return f"{shown(article.source or article.title)}, {short_date(article.published)}"


def only_here(passages: int, looked_at: int | None = None) -> str:
    """How many passages only this article has, with the sign that stands beside them.

    Args:
        passages: They.
        looked_at: Among how many of its first ones they were looked for; None where among all.
    """
    among = f" of the first {looked_at:,}" if looked_at is not None else ""
    return f"{count(passages, 'passage')}{among} only here {ALONE}" if passages else ""

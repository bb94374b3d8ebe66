"""The actions on hits: sorted, sifted, walked through, wherever they are shown."""

from typing import ClassVar

from textual.widget import Widget

from index.model import KWIC_SORTS, KwicSort
from tui.screens import hit_phrases
from tui.screens.hits_shown import HitsShown


class HitActions(HitsShown):
    """What keys do to hits."""

    ORDERS: ClassVar[tuple[KwicSort, ...]] = KWIC_SORTS
    """The orders that take turns."""

    # Orders

    def action_order_left(self) -> None:
        """Sort by the words before the hits."""
        self._order("left")

    def action_order_right(self) -> None:
        """Sort by the words behind the hits."""
        self._order("right")

    def action_sort(self) -> None:
        """Take the next order."""
        now, orders = self._coming or self._sort, self.ORDERS
        self._order(orders[(orders.index(now) + 1) % len(orders)])

    # Sifting

    def action_group(self) -> None:
        """Put the hits of an article together under its heading, or each in its place."""
        row = self.hits.current
        hit = None if row is None else self.sifting.first_hit(row)
        self.sifting.group(not self.sifting.grouped)
        self._sifted(hit)

    def action_fold(self) -> None:
        """Fold the hits of an article, or show them."""
        row = self.hits.current
        if row is None or not self.sifting.grouped:
            self.key_line.say(hit_phrases.NOT_GROUPED)
            return
        self.sifting.fold(row)
        self._sifted(row)

    def action_fold_all(self) -> None:
        """Fold the hits of all articles, or show them."""
        if not self.sifting.grouped:
            self.key_line.say(hit_phrases.NOT_GROUPED)
            return
        row = self.hits.current
        self.sifting.fold_all()
        self._sifted(row)

    def action_reject(self) -> None:
        """Reject so many hits from the chosen one on, or those of an article."""
        for _ in range(self._counting.take() or 1):
            row, place = self.hits.current, self.hits.cursor
            if row is not None:
                gone = self.sifting.reject(row)
                self.hits.sifted(self._place_after(row, place))
                self.key_line.say(hit_phrases.rejected(gone))
        self.say_what_is_shown()

    def _place_after(self, row: int, place: int) -> int:
        """Where the row now stands that stood behind one that was taken out."""
        rows = self.sifting.rows
        is_last_of_group = self.sifting.grouped and row >= 0 and not self.sifting.count_of(row)
        return place - 1 if is_last_of_group else min(place, len(rows) - 1)

    def action_undo(self) -> None:
        """Put back what was rejected last."""
        back = self.sifting.undo()
        if back is None:
            self.key_line.say(hit_phrases.NOTHING_REJECTED)
            return
        self._sifted(int(back[0]))
        self.key_line.say(hit_phrases.put_back(len(back)))

    def _sifted(self, row: int | None) -> None:
        """Show what is left, with the cursor on a row."""
        place = -1 if row is None else self.sifting.find(row)
        self.hits.sifted(max(0, place))
        self.say_what_is_shown()

    # Moving

    def action_open(self) -> None:
        """Read at the chosen hit."""
        self.hits.action_open()

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self.hits.action_next_hit(self._counting.take() or 1)

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self.hits.action_previous_hit(self._counting.take() or 1)

    @property
    def moved_in(self) -> Widget:
        """The hits. Overrides `BesideScreen`."""
        return self.hits

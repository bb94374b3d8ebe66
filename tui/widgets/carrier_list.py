"""The documents that carry a quotation, the earliest first."""

from dataclasses import dataclass

from textual.message import Message

from index.model import Carrier
from tui.render.strips import Line
from tui.render.tracing import carrier_lines
from tui.widgets.block_view import BlockView


class CarrierList(BlockView[Carrier]):
    """Who carries a quotation, a few lines each. Posts `Opened` on Enter or a click on the chosen one."""

    @dataclass
    class Opened(Message):
        """The chosen document is to be read where it carries the quotation."""

    def block(self, number: int, item: Carrier, width: int) -> list[Line]:
        """Return the lines of one. Overrides `BlockView.block`."""
        return carrier_lines(item, width)

    def item_opened(self) -> None:
        """Ask to read the chosen one. Overrides `ItemView.item_opened`."""
        if self.current is not None:
            self.post_message(self.Opened())

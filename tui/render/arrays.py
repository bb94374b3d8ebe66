"""numpy, loaded when a view first has lines to lay out: the first paint has none and does without.

It takes half as long to load as all of Textual.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
else:

    class _Numpy:
        """Stands for numpy, and is it from the first look on."""

        def __getattr__(self, name: str) -> Any:
            import numpy

            found = getattr(numpy, name)
            setattr(self, name, found)  # the next look does not come here
            return found

    np = _Numpy()

__all__ = ["np"]

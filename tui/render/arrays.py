"""numpy, loaded when a view first has lines to lay out: the first paint has none and does without.

It takes half as long to load as all of Textual.
"""

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:

    class _Numpy:
        """Stands for numpy, and is it from the first look on."""

        def __getattr__(self, name: str) -> Any:
            import numpy

            found = getattr(numpy, name)
            setattr(self, name, found)  # the next look does not come here
            return found

    np = _Numpy()

Ints: TypeAlias = "NDArray[np.int64]"
"""Numbers in an array."""

__all__ = ["Ints", "np"]

"""The JSON that `--json` prints: stable once shipped; keys are added, never renamed."""

from tui.cli.json_shapes.days import chronology_shape
from tui.cli.json_shapes.documents import Shape, document_shape, index_shape, show_shape
from tui.cli.json_shapes.finding import kwic_shape, search_shape
from tui.cli.json_shapes.kept import doctor_shape, forgotten_shape, libraries_shape, library_shape
from tui.cli.json_shapes.names import Places, entities_shape, entity_page_shape, located_shape
from tui.cli.json_shapes.relating import comparison_shape, copies_shape, related_shape
from tui.cli.json_shapes.tracing import quotations_shape, trace_shape

__all__ = [
    "Places",
    "Shape",
    "chronology_shape",
    "comparison_shape",
    "copies_shape",
    "doctor_shape",
    "document_shape",
    "entities_shape",
    "entity_page_shape",
    "forgotten_shape",
    "index_shape",
    "kwic_shape",
    "libraries_shape",
    "library_shape",
    "located_shape",
    "quotations_shape",
    "related_shape",
    "search_shape",
    "show_shape",
    "trace_shape",
]

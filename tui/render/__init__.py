"""From text and spans to terminal cells, by functions without side effects."""

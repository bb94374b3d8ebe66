"""What holds of every article that was read."""

from index.ingest import Draft
from index.ingest.clean import clean


def check(draft: Draft) -> None:
    """What holds of every article that was read."""
    assert draft.title.strip() and "\n" not in draft.title
    assert clean(draft.title) == draft.title
    assert draft.text and clean(draft.text) == draft.text
    end = 0
    for passage in draft.passages:
        assert end <= passage.start < passage.end <= len(draft.text)
        assert draft.text[end : passage.start].strip() == ""
        assert passage.line >= 1
        end = passage.end
    assert end == len(draft.text)
    for value in (draft.source, draft.byline, draft.url, draft.published, draft.language):
        assert value is None or (value and value == value.strip() and clean(value) == value)

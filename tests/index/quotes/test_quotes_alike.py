"""A quotation as words: what is looked up in it is what one finds by walking through it."""

from hypothesis import given
from hypothesis import strategies as st

from index.quotes.likeness import LIKE, NEARBY, TELLING, likeness
from index.quotes.wording import Wording, part_of, terms_of, wording

_WORDS = st.lists(
    st.sampled_from(["harbour", "closed", "wreck", "the", "in", "very", "raised", "nobody"]), max_size=14
)


def quoted(words: list[str], beside: list[str]) -> Wording:
    before, text = " ".join(beside), " ".join(words)
    return wording(f"{before} {text} {before}", len(before) + 1, len(before) + 1 + len(text))


def walked(fragment: Wording, other: Wording, same: bool | None) -> float:
    """How much a fragment is alike, by the words around each word of the other."""
    core, around = terms_of(fragment.keys), terms_of(word.key for word in fragment.before + fragment.after)
    best = 0.0
    for at, word in enumerate(other.all_words):
        near = other.all_words[max(0, at - NEARBY) : at + NEARBY + len(fragment.words)]
        found = terms_of(one.key for one in near)
        share, company = len(core & found) / max(1, len(core)), len(around & (found - core))
        is_whole = same and share == 1 and len(core) >= TELLING
        if word.term in core and share >= LIKE and (is_whole or company >= (1 if same else TELLING)):
            best = max(best, share / 2 + min(company, 3) / 10)
    return best if not other.is_fragment or core & terms_of(other.keys) else 0.0


@given(_WORDS, _WORDS)
def test_a_part_is_found_as_by_walking(longer: list[str], shorter: list[str]) -> None:
    one, other = quoted(longer, []), quoted(shorter, [])
    assert one.part(other) == part_of(one.words, other.words)
    inner = quoted(longer[2:5], [])
    assert one.part(inner) == part_of(one.words, inner.words)


@given(_WORDS.filter(lambda words: 0 < len(words) < 6), _WORDS, _WORDS, st.sampled_from([True, False, None]))
def test_what_is_alike_is_what_one_finds_by_walking(
    core: list[str], beside: list[str], longer: list[str], same: bool | None
) -> None:
    fragment, other = quoted(core, beside), quoted(longer, beside[::-1])
    found = likeness(fragment, other, same)
    if len(longer) > len(core) and (found is None or found.how == "alike"):
        assert (found.degree if found else 0.0) == (0.0 if same is False else walked(fragment, other, same))

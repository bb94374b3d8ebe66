"""Page furniture is left out, the article is not."""

import pytest

from index.ingest import read_article

ARTICLE = (
    "Breakwater nears completion\n\nThe harbour will be open before winter, it was said on Tuesday.\n\n{}"
)
LAST = "The last stone will be laid in October."


@pytest.mark.parametrize(
    "furniture",
    [
        "No comments:\n\nPost a Comment",
        "No comments:\n\nPost a Comment  \n\n\n",
        "Share this:\n\nTweet\n\nLike this:\n\nLoading...",
        "Advertisement",
        "Subscribe to our newsletter",
        "Sign up for our weekly newsletter!",
        "Read more:",
        "We use cookies to make this site better for you. Accept all cookies.",
        "12 Comments",
        "Comments (12)",
        "© 2025 The Valley Gazette. All rights reserved.",
        "Newer Post\nOlder Post\nHome\n\nSubscribe to: Post Comments (Atom)",
        "Related articles\n\nStone shortage eases\nWhat a breakwater does\n\nNo comments yet",
        "Share on Facebook | 3 comments",
        "* * *\n\nLeave a Reply",
    ],
)
def test_it_is_gone_from_the_end(furniture: str) -> None:
    draft = read_article("a.txt", ARTICLE.format(f"{LAST}\n\n{furniture}").encode())
    assert draft.text.endswith(LAST)


@pytest.mark.parametrize(
    "ending",
    [
        "“No comments,” the minister said.",
        "Share this with nobody, he wrote.",
        "Related articles of the treaty were not published.",
        "Read more slowly, the teacher advised.",
        "He sold cookies.",
        "More.",
        "Next!",
        "(PC, Harbour Authority, RLN)",
        "Related articles\n\nThe council has not said when it will vote.",
        "No comment was made. Post a comment, the site said.",
        "Twelve comments were made on it.",
        "Home is where the harbour is.",
        "This site uses cookies, the report said, and sells what it learns to whoever pays for it.",
    ],
)
def test_sentences_are_not_furniture(ending: str) -> None:
    draft = read_article("a.txt", ARTICLE.format(ending).encode())
    assert draft.text.endswith(ending)


def test_an_advertisement_goes_anywhere_but_a_wrapped_word_stays() -> None:
    text = ARTICLE.format(f"ADVERTISEMENT\n\n{LAST}\n\nAdvertisement\n\nEnd of it.")
    draft = read_article("a.txt", text.encode())
    assert "dvertisement" not in draft.text.lower()
    wrapped = "It was only an\nadvertisement\nand nobody believed it at all."
    assert wrapped in read_article("a.txt", ARTICLE.format(wrapped).encode()).text


def test_furniture_in_the_middle_stays() -> None:
    draft = read_article("a.txt", ARTICLE.format(f"Read more:\n\n{LAST}").encode())
    assert f"Read more:\n\n{LAST}" in draft.text

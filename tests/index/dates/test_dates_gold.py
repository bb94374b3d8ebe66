"""The dates of sentences made for it, and of the sample articles, at figures that hold.

In `tests/data/dates` each line is a sentence with its dates in brackets, the day on which it was published,
and the days that are meant. `first.txt` was written before the rules, `second.txt` after them in the manner
of other newsrooms, `third.txt` before the rules for days told from others, seasons and quarters, `fourth.txt`
against them: what was read wrong, beside what must stay as it is.
"""

import pytest
from own_dates import dates_of_samples, lines, trouble


@pytest.mark.parametrize(
    ("name", "sentences"), [("first.txt", 78), ("second.txt", 50), ("third.txt", 81), ("fourth.txt", 78)]
)
def test_the_dates_of_sentences_mean_the_days_they_should(name: str, sentences: int) -> None:
    assert len(list(lines(name))) == sentences
    assert trouble(name) == []


def test_the_dates_of_the_sample_articles_mean_the_days_they_should() -> None:
    wanted, found = dates_of_samples()
    assert sum(map(len, wanted.values())) == 33
    assert found == wanted

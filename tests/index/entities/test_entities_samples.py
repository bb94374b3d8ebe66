"""Who and what the sample articles name, against tests/data/sample-names.txt, written down by hand."""

from pathlib import Path

from own_names import sample_figures

AT_LEAST = {"found": 0.99, "exact": 0.99, "typed": 0.99, "precision": 0.999, "f1": 0.994}


def test_the_names_of_the_samples_are_found_and_brought_together(tmp_path: Path) -> None:
    figures = sample_figures(tmp_path)
    assert all(figures[name] >= least for name, least in AT_LEAST.items()), figures

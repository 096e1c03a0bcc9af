"""Which source a file is: the same inventory keeps its name over the years, whatever day, number or copy it carries."""

from __future__ import annotations

import re
from pathlib import PurePath

_NOISE = re.compile(
    r"\(\d+\)|\b\d{4}[-_. ]?\d{2}[-_. ]?\d{2}\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b(?:19|20)\d{2}\b|\bv\.?\d+(?:\.\d+)*\b"
    r"|\b(?:kopie|copy|copie|final|neu|neue|def|definitiv|entwurf|draft|stand|von|of|de)\b",
    re.IGNORECASE,
)
_GAPS = re.compile(r"[\W_]+")


def source_name(file: str) -> str:
    """The name of the source behind a file name: without ending, days, versions and «copy of», lower case.

    `Inventar_AFU_2026-03-31 (2).xlsx` is `inventar afu`. Where nothing would be left, the name stays as it is.
    """
    stem = PurePath(file).stem
    spaced = stem.replace("_", " ")
    return _plain(_NOISE.sub(" ", spaced)) or _plain(stem) or stem


def _plain(text: str) -> str:
    return _GAPS.sub(" ", text).strip().casefold()

"""The sample inventories that come with the product."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from ea_cockpit.i18n import Text


def samples_folder() -> Path:
    """Where the samples lie: inside the package, or beside it in a checkout."""
    inside = Path(str(files("ea_cockpit") / "import_samples"))
    return inside if inside.is_dir() else Path(__file__).parents[2] / "import_samples"


def sample_sets() -> Iterator[tuple[Text, list[Path]]]:
    """The inventories of the demo, each with the files that belong together."""
    folder = samples_folder()
    yield Text("Musterkanton", "Musterkanton"), sorted((folder / "musterkanton").glob("*.xlsx"))
    yield (
        Text("Datenflüsse des Kantons Solothurn", "Data flows of the canton of Solothurn"),
        [folder / "solothurn_datenfluesse.xlsx"],
    )

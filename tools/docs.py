"""Writes what is derived from the declarations; with `--check` it only says what is out of date.

Derived: docs/facts.md, docs/problems.md, docs/analyses.md, cypher/schema, cypher/upsert, import_samples/broken and
musterkanton.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ea_cockpit.graph.statements import derived_files
from ea_cockpit.ingest.examples import example_file
from ea_cockpit.ingest.file_problems import UnreadableFile
from ea_cockpit.ingest.problem import Problem, catalogue
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.sample.generate import write_sample
from ea_cockpit.tabular.notes import example_of, value_form
from tools.analyses_page import analyses_page

ROOT = Path(__file__).parents[1]
SAMPLE_SIZE, SAMPLE_SEED = 150, 1
_HEAD = "<!-- Derived from the declarations by `make docs`; do not edit. -->\n"


def derived() -> Iterator[tuple[Path, bytes]]:
    """Every derived file with its content."""
    metamodel = standard_metamodel()
    yield ROOT / "docs" / "facts.md", facts_page(metamodel).encode()
    yield ROOT / "docs" / "problems.md", problems_page().encode()
    yield ROOT / "docs" / "analyses.md", analyses_page().encode()
    for name, text in derived_files(metamodel).items():
        yield ROOT / "cypher" / name, text.encode()
    yield from sample_files(metamodel)
    for problem in catalogue():
        if shown := example_file(problem):
            yield ROOT / "import_samples" / "broken" / shown[0], shown[1]


def sample_files(metamodel: Metamodel) -> Iterator[tuple[Path, bytes]]:
    """The sample inventory, as its generator makes it."""
    with tempfile.TemporaryDirectory() as folder:
        for path in write_sample(SAMPLE_SIZE, SAMPLE_SEED, Path(folder), metamodel):
            yield ROOT / "import_samples" / "musterkanton" / path.name, path.read_bytes()


def facts_page(metamodel: Metamodel) -> str:
    """The reference of all fact types and fields, in both languages."""
    parts = [_HEAD, "# Faktentypen / Fact types\n"]
    parts += [f"- [{kind.title.de} / {kind.title.en}](#{kind.label.lower()})" for kind in metamodel]
    for kind in metamodel:
        parts.append(_fact_section(kind, metamodel))
    return "\n".join(parts) + "\n"


def _fact_section(kind: FactType, metamodel: Metamodel) -> str:
    lines = [
        f'\n<a id="{kind.label.lower()}"></a>\n## {kind.title.de} / {kind.title.en} (`{kind.label}`)\n',
        f"{kind.explains.de}<br>{kind.explains.en}\n",
        "| Feld / field | | Bedeutung / meaning | Form | Beispiel |",
        "|---|---|---|---|---|",
    ]
    for field in kind.fields:
        form = value_form(field, metamodel, "de") + _extra(field)
        cells = (
            f"{field.title.de}<br>{field.title.en}", f"`{field.name}`", f"{field.help.de}<br>{field.help.en}",
            form, example_of(field, "de"),
        )  # fmt: skip
        lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |")
    return "\n".join(lines)


def _extra(field: Column | Link) -> str:
    if isinstance(field, Column):
        words = [f"{word.text.de} / {word.text.en}" for word in field.choices] if field.choices else []
        return ": " + ", ".join(words) if words else ""
    arrow = "←" if field.incoming else "→"
    who = {"source": "hängt davon ab", "target": "das Ziel hängt davon ab", "nobody": ""}[field.suffers.value]
    return f"; `{arrow} {field.relationship}`" + (f"; {who}" if who else "")


def problems_page() -> str:
    """The reference of all import problems, in both languages."""
    kinds = list(catalogue())
    lines = [_HEAD, "# Import-Probleme / Import problems\n", "## Dateien, Blätter, Zeilen, Zellen / inside a file\n"]
    for kind in kinds:
        if not issubclass(kind, UnreadableFile):
            lines += _problem_section(kind)
    lines.append("## Dateien, die sich nicht lesen lassen / files that cannot be read\n")
    lines.append("Die anderen Dateien werden trotzdem geprüft. / The other files are checked all the same.\n")
    for kind in kinds:
        if issubclass(kind, UnreadableFile):
            lines += _problem_section(kind)
    return "\n".join(lines)


def _problem_section(kind: type[Problem]) -> list[str]:
    lines = [
        f"### {kind.code}\n", f"Schwere / severity: **{kind.severity.value}**\n",
        f"- DE: {kind.says.de} *{kind.remedy.de}*", f"- EN: {kind.says.en} *{kind.remedy.en}*",
    ]  # fmt: skip
    if shown := example_file(kind):
        lines.append(f"\nBeispiel / example: `import_samples/broken/{shown[0]}`, {kind.shown_at}")
    elif hasattr(kind, "no_example"):
        lines.append(f"\nOhne Beispiel / no example: {kind.no_example.de} / {kind.no_example.en}")
    return [*lines, ""]


def same(path: Path, content: bytes) -> bool:
    """Whether the file holds this content; workbooks are compared by their parts, not by how they are packed."""
    if not path.is_file():
        return False
    kept = path.read_bytes()
    if kept == content or not (zipfile.is_zipfile(path) and zipfile.is_zipfile(io.BytesIO(content))):
        # A checkout on Windows has other line ends.
        return kept.replace(b"\r\n", b"\n") == content.replace(b"\r\n", b"\n")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(io.BytesIO(content)) as new:
        return {n: old.read(n) for n in old.namelist()} == {n: new.read(n) for n in new.namelist()}


def stray(written: set[Path]) -> list[Path]:
    """Derived files nothing stands behind any more."""
    folders = [ROOT / "cypher" / "schema", ROOT / "cypher" / "upsert", ROOT / "import_samples" / "broken"]
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if path not in written]


def main() -> None:
    """Write or check all derived files."""
    files = dict(derived())
    outdated = [path for path, content in files.items() if not same(path, content)] + stray(set(files))
    if "--check" in sys.argv:
        for path in outdated:
            print(f"out of date: {path.relative_to(ROOT)} (run: make docs)")
        sys.exit(1 if outdated else 0)
    for path in outdated:
        if path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[path])
        else:
            path.unlink()
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()

"""The build hook: fetches exactly what the lock file pins, once, and says what to do when it cannot."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "web", tmp_path / "web", ignore=shutil.ignore_patterns("node_modules"))
    return tmp_path


def test_lock_pins_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert set(packages) == {"node_modules/cytoscape", "node_modules/elkjs"}
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert [name for name, entry in packages.items() if "resolved" in entry] == []


def test_vendor_folder_of_this_checkout_matches_the_lock(hook: ModuleType) -> None:
    assert hook.is_current(ROOT / hook.VENDOR, hook.fingerprint(ROOT / "web"))


def test_a_filled_folder_is_not_fetched_again(
    hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / hook.VENDOR, checkout / hook.VENDOR)
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")  # nobody answers there: a fetch would fail
    assert hook.ensure(checkout) is False


def test_a_changed_lock_or_a_missing_file_counts_as_stale(hook: ModuleType, checkout: Path) -> None:
    vendor = checkout / hook.VENDOR
    shutil.copytree(ROOT / hook.VENDOR, vendor)
    mark = hook.fingerprint(checkout / "web")
    (vendor / "elk-api.js").unlink()
    assert not hook.is_current(vendor, mark)
    shutil.copy(ROOT / hook.VENDOR / "elk-api.js", vendor)
    assert hook.is_current(vendor, mark)
    lock = checkout / "web" / "package-lock.json"
    lock.write_text(lock.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert not hook.is_current(vendor, hook.fingerprint(checkout / "web"))


def test_line_ends_do_not_matter(hook: ModuleType, checkout: Path) -> None:
    before = hook.fingerprint(checkout / "web")
    lock = checkout / "web" / "package-lock.json"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert hook.fingerprint(checkout / "web") == before


def test_an_unreachable_registry_names_the_ways_out(
    hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(checkout / "cache"))
    with pytest.raises(hook.NpmFailed) as failed:
        hook.ensure(checkout)
    said = str(failed.value)
    assert "npm_config_registry" in said
    assert "ea_cockpit/ui/static/vendor" in said
    assert "ECONNREFUSED" in said
    assert not (checkout / hook.VENDOR / hook.STAMP).exists()


def test_the_wheel_carries_statements_and_samples_but_no_broken_ones(hook: ModuleType, tmp_path: Path) -> None:
    for name in ("cypher/analyses/impact.cypher", "import_samples/a.xlsx", "import_samples/broken/b.xlsx", "docs/c.md"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert set(hook.carried(tmp_path).values()) == {
        "ea_cockpit/cypher/analyses/impact.cypher",
        "ea_cockpit/import_samples/a.xlsx",
    }

"""A full and a read-only disk, on file systems that really are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ea_cockpit.graph.local.launch import free_port
from ea_cockpit.graph.local_server import GraphAddress, LocalServer
from ea_cockpit.graph.trouble import DiskFull, FolderNotWritable
from ea_cockpit.settings import Settings


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A file system in memory; where the machine does not allow one, the test cannot be made."""
    folder.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "-o", options, "tmpfs", folder], check=False)
    if not made or made.returncode:
        pytest.skip("This machine lets nobody mount a file system: a full disk cannot be had.")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    with mounted(tmp_path / "tiny", "size=2m") as folder:
        yield folder


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A place where nothing can be written, not even by the administrator."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        with mounted(tmp_path / "frozen", "size=2m,ro") as folder:
            yield folder
    else:
        folder = tmp_path / "frozen"
        folder.mkdir(mode=0o500)
        yield folder


def test_no_room_for_the_download(tiny_disk: Path) -> None:
    with pytest.raises(DiskFull) as trouble:
        LocalServer(Settings(data_folder=tiny_disk)).start()
    assert all(part in trouble.value.message("de") for part in (str(tiny_disk), "EA_COCKPIT_DATA_FOLDER", "MB"))


def test_no_room_for_the_graph(tiny_disk: Path, jars: Path, server: GraphAddress) -> None:
    with pytest.raises(DiskFull):
        LocalServer(Settings(data_folder=tiny_disk), jars=jars).start()


@pytest.mark.parametrize("left", [0, 400_000])
def test_disk_runs_full_while_the_server_starts(tmp_path: Path, jars: Path, server: GraphAddress, left: int) -> None:
    # Room enough to begin with, then taken by something else: before we write, or while Neo4j does.
    with mounted(tmp_path / "small", "size=110m") as folder:
        local = LocalServer(Settings(data_folder=folder), jars=jars, pick_port=lambda: _fill(folder, left))
        with pytest.raises(DiskFull) as trouble:
            local.start()
        assert not local.status().running
    assert str(folder) in trouble.value.message("en")


def _fill(folder: Path, left: int) -> int:
    """Leaves that many bytes free, and tells a free port."""
    free = shutil.disk_usage(folder).free
    (folder / "ballast").write_bytes(bytes(max(free - left, 0)))
    return free_port()


def test_read_only_folder(read_only: Path) -> None:
    for server in (LocalServer(Settings(data_folder=read_only)), LocalServer(Settings(data_folder=read_only / "new"))):
        with pytest.raises(FolderNotWritable) as trouble:
            server.start()
        assert all(part in trouble.value.message("de") for part in (str(read_only), "EA_COCKPIT_DATA_FOLDER"))
        assert not server.status().running
        assert not server.stop()


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritable):
        LocalServer(Settings(data_folder=tmp_path / "file")).start()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
def test_a_limit_on_file_sizes_reads_like_a_full_disk(tmp_path: Path, server: GraphAddress) -> None:
    code = (
        "import resource, signal, sys, pathlib\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
        "from ea_cockpit.graph.local_server import LocalServer\n"
        "from ea_cockpit.graph.trouble import DiskFull\n"
        "from ea_cockpit.settings import Settings\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "try: LocalServer(Settings(data_folder=folder), jars=folder / 'jars').start()\n"
        "except DiskFull: sys.exit(42)\n"
    )
    (tmp_path / "jars").mkdir()
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 42

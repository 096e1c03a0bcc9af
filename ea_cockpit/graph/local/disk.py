"""The disk under the graph: room to begin with, and what the system's refusals mean to the user."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ea_cockpit.graph.trouble import DiskFull, FolderNotWritable

FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST, errno.EIO}
MB = 1024 * 1024


def is_disk_fault(fault: BaseException) -> bool:
    """Whether an error is the disk's and not the network's."""
    if not isinstance(fault, OSError):
        return False
    # A refusal without a file name is a socket's; a full disk is one whatever it comes with.
    return fault.errno in FULL or (fault.errno in REFUSED and fault.filename is not None)


@contextmanager
def disk_in_words(folder: Path, need_mb: int) -> Iterator[None]:
    """What the system says about the disk while we write, told in the user's words."""
    try:
        yield
    except OSError as fault:
        if fault.errno in FULL:
            raise DiskFull(folder=folder, free=free_mb(folder), need=need_mb) from fault
        if is_disk_fault(fault):
            raise FolderNotWritable(folder=fault.filename, why=fault.strerror) from fault
        raise


def free_mb(folder: Path) -> int:
    """Free space where `folder` is or will be."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free // MB


def need_room(folder: Path, need_mb: int) -> None:
    """Refuses to begin what would run the disk full half-way."""
    if (free := free_mb(folder)) < need_mb:
        raise DiskFull(folder=folder, free=free, need=need_mb)

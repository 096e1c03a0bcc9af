"""Whether an old Office file (.xls) is whole: it is a small file system of sectors, of which none may be missing."""

from __future__ import annotations

import struct

_HEADER = 512
_NUMBERS_IN_HEADER = 109
_FREE = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA


def is_whole(content: bytes) -> bool:
    """Whether every sector that the table of sectors calls used lies within the file."""
    if len(content) < 2 * _HEADER:
        return False
    shift, tables = struct.unpack_from("<H", content, 30)[0], struct.unpack_from("<L", content, 44)[0]
    if shift not in (9, 12):
        return False
    size = 1 << shift
    there = len(content) // size - 1
    places = struct.unpack_from(f"<{_NUMBERS_IN_HEADER}L", content, 76)[:tables]
    for number, place in enumerate(places):
        if place >= there or len(content) < (place + 2) * size:
            return False
        entries = struct.unpack_from(f"<{size // 4}L", content, (place + 1) * size)
        used = [at for at, after in enumerate(entries) if after != _FREE]
        if used and number * (size // 4) + used[-1] >= there:
            return False
        if any(there <= after < _LAST_SECTOR for after in entries):
            return False
    return bool(struct.unpack_from("<L", content, 48)[0] < there)

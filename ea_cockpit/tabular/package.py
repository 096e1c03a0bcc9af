"""The parts of a zipped workbook, unpacked with limits: what the directory of a zip file says is not believed."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator

from ea_cockpit.i18n import Text
from ea_cockpit.tabular.unreadable import ForeignEntities, PasswordProtected, TooLarge, TruncatedFile

# The largest inventories unpack to some hundred megabytes; their parts shrink ten to forty times.
_LARGEST_PART = 600_000_000
_LARGEST_TOTAL = 1_500_000_000
_RATIO, _RATIO_FROM = 250, 20_000_000
_MOST_PARTS = 20_000
_CHUNK = 1 << 20
_DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_LONGEST_DECLARATION = 10
_LOCAL_HEADER = 30
_PACKED = Text("{size} MB aus {packed} KB", "{size} MB out of {packed} KB")
_PARTS = Text("{count} Teile", "{count} parts")


class Package:
    """A zip file whose parts are found by name without regard to case, as spreadsheets do."""

    def __init__(self, file: str, content: bytes) -> None:
        self.file, self.content = file, content
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                infos = archive.infolist()
        # A damaged directory shows in many ways, among them wrong offsets and names that are no text.
        except Exception:  # noqa: BLE001
            raise TruncatedFile(file=file) from None
        if len(infos) > _MOST_PARTS:
            raise TooLarge(file=file, what=_PARTS.format(count=len(infos)))
        self.parts = {_plain(info.filename): info for info in infos if not info.is_dir()}
        self._refuse_bombs()

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self.parts

    def read(self, part: str) -> bytes:
        """The whole part, unpacked."""
        # Not put together from a list: that would hold a large part twice.
        whole = io.BytesIO()
        whole.writelines(self._unpacked(self.parts[_plain(part)]))
        return whole.getvalue()

    def verify(self, read_anyway: Collection[str] = ()) -> None:
        """Unpack every part once, forgetting it at once, except pictures and parts that will be read anyway."""
        spared = {_plain(part) for part in read_anyway}
        for name, info in self.parts.items():
            if name not in spared and "/media/" not in name:
                for _ in self._unpacked(info):
                    pass

    def _refuse_bombs(self) -> None:
        infos = self.parts.values()
        if any(info.flag_bits & 1 for info in infos):
            raise PasswordProtected(file=self.file)
        whole = sum(info.file_size for info in infos) <= _LARGEST_TOTAL
        if worst := max((i for i in infos if not whole or _too_large(i)), key=lambda i: i.file_size, default=None):
            size, packed = worst.file_size // 1_000_000, worst.compress_size // 1_000
            raise TooLarge(file=self.file, what=_PACKED.format(size=size, packed=packed))

    def _unpacked(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """The part in pieces: its size must be true, and no XML in it may declare entities."""
        packed, size, checksum, tail = self._packed(info), 0, 0, b""
        try:
            for chunk in _inflated(packed) if info.compress_type == zipfile.ZIP_DEFLATED else (packed,):
                size += len(chunk)
                checksum = zlib.crc32(chunk, checksum)
                if size > info.file_size:
                    raise TruncatedFile(file=self.file)
                seen = tail + chunk if tail else chunk
                if b"<!" in seen and _DECLARATIONS.search(seen):
                    raise ForeignEntities(file=self.file)
                tail = chunk[-_LONGEST_DECLARATION:]
                yield chunk
        except zlib.error:
            raise TruncatedFile(file=self.file) from None
        if size != info.file_size or checksum != info.CRC:
            raise TruncatedFile(file=self.file)

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        begin = info.header_offset
        header = self.content[begin : begin + _LOCAL_HEADER]
        if info.compress_type not in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED) or header[:4] != b"PK\x03\x04":
            raise TruncatedFile(file=self.file)
        if len(header) < _LOCAL_HEADER:
            raise TruncatedFile(file=self.file)
        name, extra = struct.unpack("<HH", header[26:30])
        begin += _LOCAL_HEADER + name + extra
        return self.content[begin : begin + info.compress_size]


def _too_large(info: zipfile.ZipInfo) -> bool:
    strange = info.file_size > _RATIO_FROM and info.file_size > _RATIO * max(info.compress_size, 1)
    return strange or info.file_size > _LARGEST_PART


def _inflated(packed: bytes) -> Iterator[bytes]:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    chunk = engine.decompress(packed, _CHUNK)
    while chunk:
        yield chunk
        chunk = engine.decompress(engine.unconsumed_tail, _CHUNK)
    yield engine.flush()


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()

"""The zip layer of a package: entries by name, within limits, and from a damaged file what can be had."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from termlint.errors import ReadError

MOST = 150_000_000
"""Bytes that all parts read of one package may unpack to, unless the settings say otherwise."""
_SHARE = 3
"""One part may have a third of that: some four thousand pages of XML, which take ten times this in memory."""
_BOMB = (8 * 2**20, 400)
"""An entry of more bytes than the first, packed by more than the second, is no document."""

_BEST_RATIO = 1032
"""More than this no entry can be packed."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,  # what zipfile raises for an entry with a password
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    MemoryError,
)
_LOCAL_HEADER = re.compile(rb"PK\x03\x04")
_HEADER_BYTES = 30
_STEP = 512


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One entry of the archive: its name as written, and where its local header starts in the file."""

    name: str
    offset: int
    info: zipfile.ZipInfo | None


class Archive:
    """The entries of a zip file; `lost` says that its directory is gone and they were found by looking."""

    def __init__(self, data: bytes, most: int = MOST) -> None:
        """`most`: bytes that all parts that are read may unpack to."""
        self._data = data
        self._most = most
        self._spent = 0
        self._zip: zipfile.ZipFile | None = None
        self.entries = self._index()
        self.lost = self._zip is None

    def _index(self) -> dict[str, ArchiveEntry]:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self._data))
            infos = self._zip.infolist()
        except _BROKEN:
            return _scan(self._data)
        return {_key(info.filename): ArchiveEntry(info.filename, info.header_offset, info) for info in infos}

    def read(self, name: str) -> tuple[bytes, bool] | None:
        """The unpacked bytes of an entry (names compare without case), or None when there is none.

        Of a broken entry, what unpacks; the second value says whether that is all. Raises ReadError
        "docx-bomb" for an entry packed as no document is, "docx-too-large" for one past the limit.
        """
        entry = self.entries.get(_key(name))
        if entry is None:
            return None
        self._refuse(entry)
        content, whole = self._unpack(entry)
        self._spent += len(content)
        if len(content) > self.part_limit or self._spent > self._most:
            raise self._too_large(entry)
        return content, whole

    @property
    def part_limit(self) -> int:
        """Bytes that one part may unpack to."""
        return self._most // _SHARE

    def _too_large(self, entry: ArchiveEntry) -> ReadError:
        return ReadError("docx-too-large", part=entry.name, limit=f"{self._most / 1_000_000:g}")

    def _refuse(self, entry: ArchiveEntry) -> None:
        """Raise for an entry that says it unpacks to too much; what says the impossible is only damaged."""
        info = entry.info
        if info is None or info.file_size > _BEST_RATIO * info.compress_size:
            return
        size, ratio = _BOMB
        if info.file_size > size and info.file_size > ratio * info.compress_size:
            raise ReadError("docx-bomb", part=entry.name)
        if info.file_size > self.part_limit:
            raise self._too_large(entry)

    def _unpack(self, entry: ArchiveEntry) -> tuple[bytes, bool]:
        if self._zip is not None and entry.info is not None:
            try:
                with self._zip.open(entry.info) as stream:
                    return stream.read(self.part_limit + 1), True
            except _BROKEN:
                pass
        return _rescue(self._data, entry.offset, self.part_limit)


def _key(name: str) -> str:
    """Names compare without case; some producers write backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _scan(data: bytes) -> dict[str, ArchiveEntry]:
    """Entries by their local headers, for an archive whose directory is lost."""
    found: dict[str, ArchiveEntry] = {}
    for header in _LOCAL_HEADER.finditer(data):
        at = header.start()
        if at + _HEADER_BYTES > len(data):
            break
        (length,) = struct.unpack_from("<H", data, at + 26)
        name = data[at + _HEADER_BYTES : at + _HEADER_BYTES + length].decode("utf-8", "replace")
        found[_key(name)] = ArchiveEntry(name, at, None)
    return found


def _rescue(data: bytes, offset: int, most: int) -> tuple[bytes, bool]:
    """What unpacks of the entry whose local header stands at `offset`, and whether it came to its end.

    Not much more than `most` bytes.
    """
    if data[offset : offset + 4] != b"PK\x03\x04" or offset + _HEADER_BYTES > len(data):
        return b"", False
    flags, method = struct.unpack_from("<HH", data, offset + 6)
    packed, _, name_length, extra_length = struct.unpack_from("<IIHH", data, offset + 18)
    start = offset + _HEADER_BYTES + name_length + extra_length
    if flags & 1:  # encrypted: noise
        return b"", False
    if method == zipfile.ZIP_STORED:
        return data[start : start + packed], start + packed <= len(data)
    return _inflate(data, start, most) if method == zipfile.ZIP_DEFLATED else (b"", False)


def _inflate(data: bytes, start: int, most: int) -> tuple[bytes, bool]:
    """Unpack in small steps, so that what came before the damage is kept."""
    stream, out, size = zlib.decompressobj(-15), [], 0
    for at in range(start, len(data), _STEP):
        try:
            out.append(stream.decompress(data[at : at + _STEP]))
        except zlib.error:
            break
        size += len(out[-1])
        if stream.eof or size > most:
            break
    return b"".join(out), stream.eof

"""A package with some parts replaced: every other entry keeps its bytes, packed as they were."""

from __future__ import annotations

import copy
import io
import struct
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from termlint.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lxml.etree import _Element

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_HEADER_BYTES = 30
_DATA_DESCRIPTOR = 0x08


def serialised(root: _Element) -> bytes:
    """The bytes of a part."""
    tree = root.getroottree()
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def rewrite(data: bytes, parts: Mapping[str, bytes], removed: Collection[str] = ()) -> bytes:
    """The package `data` with these parts replaced or added, and others removed.

    Names compare without case. Raises WriteError when the archive cannot be copied faithfully.
    """
    left = {name.lower(): (name, content) for name, content in parts.items()}
    gone, replaced = {name.lower() for name in removed}, set(left)
    stream = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
            for info in old.infolist():
                key = info.filename.replace("\\", "/").lower()
                if key in gone:
                    continue
                if key in left:
                    _write(new, info.filename, left.pop(key)[1], info.date_time)
                elif key not in replaced:  # a second entry of that name
                    _copy(data, info, new)
            for name, content in left.values():
                _write(new, name, content, _EARLIEST)
            new.comment = old.comment
    except (zipfile.BadZipFile, struct.error, ValueError, OSError) as error:
        raise WriteError("fix-docx-damaged") from error
    return stream.getvalue()


def _write(archive: zipfile.ZipFile, name: str, content: bytes, when: tuple[int, ...]) -> None:
    info = zipfile.ZipInfo(name, date_time=when)  # type: ignore[arg-type]
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    archive.writestr(info, content)


def _copy(data: bytes, info: zipfile.ZipInfo, archive: zipfile.ZipFile) -> None:
    """Copy an entry as it is packed. zipfile has no call for this, only the attributes it is made of."""
    packed = _packed(data, info)
    header = copy.copy(info)
    header.flag_bits &= ~_DATA_DESCRIPTOR  # sizes stand in the header, not behind the data
    header.extra = b""
    stream = archive.fp
    assert stream is not None
    stream.seek(archive.start_dir)
    header.header_offset = stream.tell()
    stream.write(header.FileHeader())
    stream.write(packed)
    archive.filelist.append(header)
    archive.NameToInfo[header.filename] = header
    archive.start_dir = stream.tell()


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    at = info.header_offset
    name, extra = struct.unpack_from("<HH", data, at + 26)
    start = at + _HEADER_BYTES + name + extra
    packed = data[start : start + info.compress_size]
    if data[at : at + 4] != b"PK\x03\x04" or len(packed) != info.compress_size:
        raise zipfile.BadZipFile(info.filename)
    return packed

"""Values of a PDF file as bytes, encrypted where the file is.

A value is what pdfminer makes of one: a dict by name, a list, a PSLiteral (name), a PDFObjRef, bytes (a
string), a number, a bool or None; and besides these `str`, which becomes a text string in UTF-16.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import PSLiteral

from termlint.errors import Internal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PLAIN_NAME = re.compile(rb"[A-Za-z0-9_.+*-]*")
_ESCAPES = {0x28: b"\\(", 0x29: b"\\)", 0x5C: b"\\\\", 0x0D: b"\\r", 0x0A: b"\\n"}


class Unfit(Internal, Exception):  # noqa: N818 - a verdict on a file, and never seen outside the writer
    """The structure of this file is not sound enough to add to."""


def written(value: Any, generation: Callable[[int], int], encrypt: Callable[[bytes], bytes]) -> bytes:
    """A value as it stands in a file; `generation` is that of an object by its number."""

    def parts(value: Any) -> Iterator[bytes]:
        if value is None or isinstance(value, (bool, int, float)):
            yield _number(value)
        elif isinstance(value, PSLiteral):
            yield _name(value.name)
        elif isinstance(value, PDFObjRef):
            yield b"%d %d R" % (value.objid, generation(value.objid))
        elif isinstance(value, str):
            yield _string(encrypt(b"\xfe\xff" + value.encode("utf-16-be", "replace")))
        elif isinstance(value, bytes):
            yield _string(encrypt(value))
        elif isinstance(value, list):
            yield b"[" + b" ".join(part for each in value for part in parts(each)) + b"]"
        elif isinstance(value, dict):
            yield b"<<" + b" ".join(part for pair in value.items() for part in entry(*pair)) + b">>"
        else:
            raise Unfit(f"a {type(value).__name__}")

    def entry(key: str, value: Any) -> Iterator[bytes]:
        yield _name(key)
        yield from parts(value)

    return b" ".join(parts(value))


def _number(value: float | None) -> bytes:
    """A number without an exponent, or one of the words."""
    if value is None:
        return b"null"
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, int):
        return b"%d" % value
    return f"{value:.5f}".rstrip("0").rstrip(".").encode()


def _name(name: str | bytes) -> bytes:
    raw = name.encode() if isinstance(name, str) else name
    if _PLAIN_NAME.fullmatch(raw):
        return b"/" + raw
    return b"/" + b"".join(
        bytes([code]) if _PLAIN_NAME.fullmatch(bytes([code])) else b"#%02X" % code for code in raw
    )


def _string(raw: bytes) -> bytes:
    return b"(" + b"".join(_ESCAPES.get(code, bytes([code])) for code in raw) + b")"


# --- encryption -----------------------------------------------------------------------------------


def encryption(decipher: Any, number: int, generation: int) -> Callable[[bytes], bytes]:
    """What encrypts the strings and streams of one object as the file does its others.

    `decipher` is pdfminer's (None: the file is not encrypted). The starting block of AES follows from the
    text, so that the same run gives the same bytes.
    """
    if decipher is None:
        return lambda data: data
    handler = decipher.__self__
    method = handler.cfm[handler.strf].__name__ if hasattr(handler, "cfm") else "decrypt_rc4"
    if method == "decrypt_identity":
        return lambda data: data
    if method == "decrypt_rc4":  # its own inverse
        return lambda data: bytes(handler.decrypt_rc4(number, generation, data))
    if method == "decrypt_aes128":
        salted = handler.key + number.to_bytes(3, "little") + generation.to_bytes(2, "little") + b"sAlT"
        key = hashlib.md5(salted, usedforsecurity=False).digest()[: min(len(handler.key) + 5, 16)]
        return lambda data: _aes(key, data)
    if method == "decrypt_aes256":
        return lambda data: _aes(handler.key, data)
    raise Unfit(method)


def _aes(key: bytes, data: bytes) -> bytes:
    """AES-CBC with its starting block in front, padded as PDF wants."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    start = hashlib.sha256(key + data).digest()[:16]
    padding = 16 - len(data) % 16
    worker = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    return start + worker.update(data + bytes([padding]) * padding) + worker.finalize()

"""PDFium's characters as the text of a page."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as c

_SURROGATE = re.compile("[\ud800-\udfff]")


def text_of(text_page: Any) -> str:
    """A page's text, one code point for each of PDFium's characters, so that an index names both."""
    count = c.FPDFText_CountChars(text_page) if text_page else 0
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    units = c.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * (units - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) == count and not _SURROGATE.search(text):
        return text
    return _paired([c.FPDFText_GetUnicode(text_page, i) for i in range(count)])


def _paired(codes: list[int]) -> str:
    """The slow way, where PDFium leaves characters out or splits them: halves of a pair become the character
    and a space of no width, what has no code point U+FFFD."""
    chars = []
    for code, following in zip(codes, [*codes[1:], 0], strict=True):
        if 0xD800 <= code < 0xDC00 <= following < 0xE000:
            chars.append(chr(0x10000 + ((code - 0xD800) << 10) + (following - 0xDC00)))
        elif 0xDC00 <= code < 0xE000 and chars and ord(chars[-1]) > 0xFFFF:
            chars.append("\u200b")
        else:
            chars.append("\ufffd" if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code))
    return "".join(chars)

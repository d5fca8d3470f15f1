"""What is asked of a font."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

import pypdfium2.raw as c

_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(
    r"bold|black|heavy|-semi|demi|bld|[-,\d](?:bd|blk|hv)(?![a-z])|(?:^|\+)(?:cm|ec|sf)bx"
)
"""How fonts are named that are bold, in lower case; `cmbx` and its like are those of LaTeX."""


class Font(NamedTuple):
    """What is asked of a font: whether it is bold, and whether it fails to say how tall it is."""

    bold: bool
    unmeasured: bool


NO_FONT = Font(bold=False, unmeasured=False)


def is_bold(font: Any) -> bool:
    """By the font's name, or by its weight where it has none."""
    buffer = ctypes.create_string_buffer(128)
    c.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("latin-1").lower()
    if _BOLD_NAME.search(name):
        return True
    return False if name else bool(c.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT)

"""Characters that Word writes as elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.readers.ooxml.names import XML_SPACE, clark, w_attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

FIXED = {
    **dict.fromkeys(clark("w:tab", "w:ptab"), "\t"),
    **dict.fromkeys(clark("w:br", "w:cr"), "\n"),
    **dict.fromkeys(clark("w:noBreakHyphen"), "\u2011"),
    **dict.fromkeys(clark("w:softHyphen"), "\u00ad"),
}
"""By element."""
UNKNOWN = "□"
"""A symbol that exists in a symbol font only."""
_PRIVATE = range(0xF000, 0xF100)
_FONT_PUNCTUATION = {0x2D: "-", 0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x20: " "}
"""By place in a symbol font: what the common bullets, the tick and the hyphen of these fonts look like."""
_WHITE = " \t\r\n"


def symbol(element: _Element) -> str:
    """The one character of a `w:sym`."""
    try:
        code = int(w_attribute(element, "char") or "", 16)
    except ValueError:
        return UNKNOWN
    if code in _PRIVATE:
        return _FONT_PUNCTUATION.get(code - _PRIVATE.start, UNKNOWN)
    return chr(code) if 0x20 <= code < 0xD800 else UNKNOWN


def shown_text(element: _Element) -> str:
    """The text of a `w:t` as Word shows it: trimmed unless it says otherwise, a line end as a space."""
    text = element.text or ""
    if len(element):
        text += "".join(child.tail or "" for child in element)
    if element.get(XML_SPACE, "default") == "default":
        text = text.strip(_WHITE)
    return text.replace("\n", " ") if "\n" in text else text

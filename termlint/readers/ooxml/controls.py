"""Content controls: which of them take a tracked change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.readers.ooxml.names import clark, w_attribute, w_child

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(clark("w:p", "w:tbl", "w:tr", "w:tc"))
_CLOSED_CONTROLS = frozenset(
    clark(
        "w:text", "w:date", "w:comboBox", "w:dropDownList", "w:picture", "w:citation", "w:bibliography",
        "w:equation", "w:group", "w:docPartList", "w:docPartObj", "w:dataBinding", "w15:dataBinding",
        "w:showingPlcHdr",
    )
)  # fmt: skip


def is_closed_control(element: _Element) -> bool:
    """Whether readers flatten a tracked change in this content control, or Word forbids one."""
    content = w_child(element, "sdtContent")
    if content is not None and any(child.tag in _BLOCKS for child in content):
        return True
    properties = w_child(element, "sdtPr")
    if properties is None:
        return False
    lock = w_child(properties, "lock")
    if lock is not None and "content" in (w_attribute(lock, "val") or "").lower():
        return True
    return any(child.tag in _CLOSED_CONTROLS for child in properties)

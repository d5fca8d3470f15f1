"""Names in Office Open XML: every one exists twice, transitional and strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"

NAMESPACES: dict[str, tuple[str, ...]] = {
    "w": (_TRANSITIONAL + "wordprocessingml/2006/main", _STRICT + "wordprocessingml/main"),
    "a": (_TRANSITIONAL + "drawingml/2006/main", _STRICT + "drawingml/main"),
    "wp": (
        _TRANSITIONAL + "drawingml/2006/wordprocessingDrawing",
        _STRICT + "drawingml/wordprocessingDrawing",
    ),
    "pic": (_TRANSITIONAL + "drawingml/2006/picture", _STRICT + "drawingml/picture"),
    "c": (_TRANSITIONAL + "drawingml/2006/chart", _STRICT + "drawingml/chart"),
    "dgm": (_TRANSITIONAL + "drawingml/2006/diagram", _STRICT + "drawingml/diagram"),
    "r": (_TRANSITIONAL + "officeDocument/2006/relationships", _STRICT + "officeDocument/relationships"),
    "m": (_TRANSITIONAL + "officeDocument/2006/math", _STRICT + "officeDocument/math"),
    "mc": (_TRANSITIONAL + "markup-compatibility/2006",),
    "wps": ("http://schemas.microsoft.com/office/word/2010/wordprocessingShape",),
    "cx": ("http://schemas.microsoft.com/office/drawing/2014/chartex",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
    "w15": ("http://schemas.microsoft.com/office/word/2012/wordml",),
}
PACKAGE_RELATIONSHIPS = _TRANSITIONAL + "package/2006/relationships"
CONTENT_TYPES = _TRANSITIONAL + "package/2006/content-types"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_OFF = frozenset({"0", "false", "off", "none"})


def clark(*names: str) -> tuple[str, ...]:
    """Every Clark name of `prefix:local` names: `w:t` in its transitional and strict spelling."""
    split = (name.split(":") for name in names)
    return tuple(f"{{{uri}}}{local}" for prefix, local in split for uri in NAMESPACES[prefix])


_W, _W_STRICT = (f"{{{uri}}}" for uri in NAMESPACES["w"])
_R, _R_STRICT = (f"{{{uri}}}" for uri in NAMESPACES["r"])


def w_attribute(element: _Element, name: str) -> str | None:
    """The value of `w:name` on an element, in either spelling."""
    value = element.get(_W + name)
    return element.get(_W_STRICT + name) if value is None else value


def r_attribute(element: _Element, name: str) -> str | None:
    """The value of `r:name` (a relationship id) on an element, in either spelling."""
    value = element.get(_R + name)
    return element.get(_R_STRICT + name) if value is None else value


def w_child(element: _Element, *path: str) -> _Element | None:
    """The first `w:` descendant along a path of local names, or None."""
    found: _Element | None = element
    for local in path:
        if found is None:
            return None
        found = next(found.iterchildren(_W + local, _W_STRICT + local), None)
    return found


def is_on(element: _Element) -> bool:
    """Whether an on/off property such as `w:vanish` is on: present, and not said to be off."""
    return w_attribute(element, "val") not in _OFF


NOT_TEXT = clark(
    # tracked away
    "w:del", "w:moveFrom", "w:delText", "w:delInstrText",
    # properties and definitions
    "w:rPr", "w:pPr", "w:tcPr", "w:trPr", "w:tblGrid", "w:sdtPr", "w:sdtEndPr", "w:sectPr", "w:rubyPr",
    "w:tblPrEx", "w:smartTagPr", "w:customXmlPr", "w:fldData", "w:proofErr", "w:lastRenderedPageBreak",
    "w:bookmarkStart", "w:bookmarkEnd", "w:ffData", "m:rPr", "m:ctrlPr", "m:oMathParaPr", "v:imagedata",
)  # fmt: skip
"""Elements in which the accepted text has nothing."""

"""Damage inside a Word package: its parts, and the elements in them. What comes out is a sound zip again."""

from __future__ import annotations

import copy
import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from tests.fuzz import damage

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from lxml.etree import _Element

    Parts = dict[str, bytes]

_VALUES = (
    "",
    "0",
    "-1",
    "1",
    "99999999999999999999",
    "true",
    "NaN",
    "rId1",
    "../../x",
    "\u0661",
    "é😀",
    "a" * 500,
)
_TEXTS = (
    "\u00ad",
    "\u200b",
    "\u202e",
    "\u0301",
    "\ufffc",
    "\ufdd0",
    "😀",
    "\t\n",
    " " * 50,
    "mbo-leerling",
    "e\u0301" * 40,
)
_DEEP = (10, 200, 3000)


def unpacked(data: bytes) -> Parts:
    """The entries of a zip that can be read; empty when it is none."""
    parts: Parts = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                parts[info.filename] = archive.read(info)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, OSError, EOFError):
        pass
    return parts


def packed(parts: Parts, *, stored: bool = False) -> bytes:
    """A zip of these parts, always the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return stream.getvalue()


# --- the package ------------------------------------------------------------------------------------


def swap_part(random: Random, data: bytes, other: bytes) -> bytes:
    """A part taken from another document."""
    parts, others = unpacked(data), unpacked(other)
    if not (parts and others):
        return data
    taken = random.choice(list(others))
    parts[random.choice([taken, random.choice(list(parts))])] = others[taken]
    return packed(parts)


def lose_part(random: Random, data: bytes, _other: bytes) -> bytes:
    """A part missing, empty, or under another name."""
    parts = unpacked(data)
    if not parts:
        return data
    name = random.choice(list(parts))
    content = parts.pop(name)
    renamed = {
        "upper": name.upper(),
        "back": name.replace("/", "\\"),
        "root": "/" + name,
        "other": "word/x.xml",
    }
    kind = random.choice(["gone", "empty", *renamed])
    if kind != "gone":
        parts[renamed.get(kind, name)] = b"" if kind == "empty" else content
    return packed(parts, stored=random.random() < 0.3)


def spoil_part(random: Random, data: bytes, other: bytes) -> bytes:
    """A part whose bytes are damaged, in a zip that is sound."""
    parts = unpacked(data)
    if not parts:
        return data
    name = _a_part(random, parts)
    parts[name] = random.choice(list(damage.DAMAGES.values()))(
        random, parts[name], unpacked(other).get(name, b"")
    )
    return packed(parts)


def recode_part(random: Random, data: bytes, _other: bytes) -> bytes:
    """A part in another encoding, or with a document type and entities."""
    parts = unpacked(data)
    if not parts:
        return data
    name = _a_part(random, parts)
    body = parts[name].partition(b"?>")[2] or parts[name]
    text = body.decode("utf-8", "replace")
    kind = random.choice(("utf-16", "latin-1", "lies", "dtd", "bom"))
    if kind == "dtd":
        entities = '<!ENTITY a "hoger"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">'
        parts[name] = f"<!DOCTYPE x [{entities}]>{text.replace('De ', '&b;&c; ')}".encode()
    elif kind == "lies":
        parts[name] = b'<?xml version="1.0" encoding="utf-16"?>' + body
    elif kind == "bom":
        parts[name] = b"\xef\xbb\xbf" + parts[name]
    else:
        parts[name] = f'<?xml version="1.0" encoding="{kind}"?>{text}'.encode(kind, "xmlcharrefreplace")
    return packed(parts)


def _a_part(random: Random, parts: Parts) -> str:
    """The name of a part: that of the running text as often as all others together."""
    main = [name for name in parts if name.endswith("document.xml")]
    return random.choice(main if main and random.random() < 0.5 else list(parts))


# --- elements ---------------------------------------------------------------------------------------


def elements(random: Random, data: bytes, _other: bytes) -> bytes:
    """One to five changes to elements of a part, which stays well-formed."""
    parts = unpacked(data)
    if not parts:
        return data
    name = _a_part(random, parts)
    try:
        root = etree.fromstring(parts[name], etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return data
    for _ in range(random.choice((1, 1, 2, 5))):
        random.choice(_CHANGES)(random, root)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return packed(parts)


def _drop(random: Random, root: _Element) -> None:
    element = _any(random, root)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(random: Random, root: _Element) -> None:
    element = _any(random, root)
    if element.getparent() is not None and sum(1 for _ in element.iter()) < 500:
        for _ in range(random.choice((1, 1, 20))):
            element.addnext(copy.deepcopy(element))


def _exchange(random: Random, root: _Element) -> None:
    one, two = _any(random, root), _any(random, root)
    if root in (one, two) or one in two.iterancestors() or two in one.iterancestors() or one is two:
        return
    marker = etree.Element("x")
    one.addprevious(marker)
    two.addprevious(one)
    marker.addprevious(two)
    _parent(marker).remove(marker)


def _put_under(random: Random, root: _Element) -> None:
    element, under = _any(random, root), _any(random, root)
    if element is not root and element is not under and element not in under.iterancestors():
        under.append(element)


def _unwrap(random: Random, root: _Element) -> None:
    element = _any(random, root)
    if element is not root:
        for child in list(element):
            element.addprevious(child)
        _parent(element).remove(element)


def _nest(random: Random, root: _Element) -> None:
    element = _any(random, root)
    if element is root:
        return
    marker = etree.Element("x")
    element.addprevious(marker)
    for _ in range(random.choice(_DEEP)):
        outer = etree.Element(element.tag, nsmap=element.nsmap)
        outer.append(element)
        element = outer
    marker.addprevious(element)
    _parent(marker).remove(marker)


def _rename(random: Random, root: _Element) -> None:
    _any(random, root).tag = _any(random, root).tag


def _attribute(random: Random, root: _Element) -> None:
    owners = [element for element in root.iter(etree.Element) if element.attrib]
    if not owners:
        return
    element = random.choice(owners)
    name = random.choice(list(element.attrib))
    if random.random() < 0.2:
        del element.attrib[name]
    else:
        values = [value for owner in owners for value in owner.attrib.values()]
        element.set(name, random.choice([*_VALUES, random.choice(values)]))


def _words(random: Random, root: _Element) -> None:
    element = _any(random, root)
    text = element.text or ""
    at = random.randrange(len(text) + 1)
    element.text = text[:at] + random.choice(_TEXTS) * random.choice((1, 1, 100)) + text[at:]


def _aside(random: Random, root: _Element) -> None:
    """A comment or a processing instruction in the middle of a text."""
    element = _any(random, root)
    text = element.text or ""
    at = random.randrange(len(text) + 1)
    aside = etree.Comment("x") if random.random() < 0.5 else etree.ProcessingInstruction("x", "y")
    element.text, aside.tail = text[:at], text[at:]
    element.insert(0, aside)


def _any(random: Random, root: _Element) -> _Element:
    return random.choice(list(root.iter(etree.Element)))


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None
    return parent


_CHANGES: tuple[Callable[[Random, _Element], None], ...] = (
    _drop, _double, _exchange, _put_under, _unwrap, _nest, _rename, _attribute, _words, _aside,
)  # fmt: skip

DAMAGES: dict[str, damage.Damage] = {
    "swap-part": swap_part,
    "lose-part": lose_part,
    "spoil-part": spoil_part,
    "recode-part": recode_part,
    "elements": elements,
}

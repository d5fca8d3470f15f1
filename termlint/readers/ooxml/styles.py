"""What styles say of paragraphs: headings, titles, captions, lists, and text that is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from termlint.readers.ooxml.names import clark, is_on, w_attribute, w_child

if TYPE_CHECKING:
    from lxml.etree import _Element

RoleName = Literal["body", "heading", "title", "caption", "list", "code"]

_HEADING = re.compile(
    r"(?:heading|kop|titre|(?:ü|u)?berschrift|t[íi]?tulo|titolo|rubrik|overskrift|otsikko|nag(?:ł|l)?(?:ó|o)?wek)"
    r"\s*([1-9])"
)
_TITLES = frozenset({"title", "titel", "subtitle", "ondertitel", "titre", "untertitel"})
_CAPTIONS = frozenset({"caption", "bijschrift", "légende", "beschriftung", "image caption", "table caption"})
_CODE = frozenset(
    {"source code", "sourcecode", "html preformatted", "html - vooraf opgemaakt", "code", "verbatim"}
)
_BODY_LEVEL = 9
_STYLE, _OUTLINE = frozenset(clark("w:pStyle")), frozenset(clark("w:outlineLvl"))
_NUMBERING = frozenset(clark("w:numPr"))
_LONGEST_CHAIN = 20  # styles that are based on each other in a circle exist


@dataclass(frozen=True, slots=True)
class ParagraphRole:
    """What a paragraph is; `level` of a heading counts from 1."""

    name: RoleName
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    outline: int | None
    listed: bool | None
    hidden: bool | None


class Styles:
    """The styles of one document, from the root of its styles part (None: it has none)."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._roles: dict[str, ParagraphRole] = {}
        self._default: str | None = None
        if root is not None:
            for element in root.iterchildren("{*}style"):
                self._add(element)

    def _add(self, element: _Element) -> None:
        ident = w_attribute(element, "styleId")
        if ident is None:
            return
        self._styles[ident] = _read_style(element)
        kind = w_attribute(element, "type")
        if kind == "paragraph" and w_attribute(element, "default") in ("1", "true", "on"):
            self._default = ident

    def named(self, name: str) -> str | None:
        """The id of the style with this built-in name, which no language of Word translates."""
        return next((ident for ident, style in self._styles.items() if style.name == name), None)

    def hidden(self) -> frozenset[str]:
        """The ids of styles whose text is hidden, by themselves or by what they are based on."""
        if not any(style.hidden for style in self._styles.values()):
            return frozenset()
        return frozenset(ident for ident in self._styles if self._is_hidden(ident))

    def _is_hidden(self, ident: str) -> bool:
        said = (style.hidden for style in self._chain(ident) if style.hidden is not None)
        return next(said, False)

    def role(self, paragraph: _Element) -> ParagraphRole:
        """What a `w:p` is: what it says itself goes before its style."""
        said = _Properties(w_child(paragraph, "pPr"))
        ident = said.style or self._default or ""
        if ident not in self._roles:
            self._roles[ident] = self._style_role(ident)
        return _own_role(said, self._roles[ident])

    def _chain(self, ident: str) -> list[_Style]:
        """A style and those it is based on, nearest first."""
        chain: list[_Style] = []
        at: str | None = ident
        while at in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[at])
            at = chain[-1].based_on
        return chain

    def _style_role(self, ident: str) -> ParagraphRole:
        chain = self._chain(ident)
        names = [style.name for style in chain] or [ident.lower()]
        for name in names:
            if name in _TITLES:
                return ParagraphRole("title")
            if name in _CAPTIONS:
                return ParagraphRole("caption")
            if name in _CODE:
                return ParagraphRole("code")
        return _heading(chain, names) or _list(chain)


def _heading(chain: list[_Style], names: list[str]) -> ParagraphRole | None:
    outlines = [style.outline for style in chain if style.outline is not None]
    if outlines:
        return ParagraphRole("heading", outlines[0] + 1) if outlines[0] < _BODY_LEVEL else None
    numbered = (found for name in names if (found := _HEADING.fullmatch(name)))
    return next((ParagraphRole("heading", int(found[1])) for found in numbered), None)


def _list(chain: list[_Style]) -> ParagraphRole:
    listed = next((style.listed for style in chain if style.listed is not None), False)
    return ParagraphRole("list" if listed else "body")


def _own_role(said: _Properties, role: ParagraphRole) -> ParagraphRole:
    if said.outline is not None and role.name in ("body", "list", "heading"):
        if said.outline < _BODY_LEVEL:
            return ParagraphRole("heading", said.outline + 1)
        role = ParagraphRole("body") if role.name == "heading" else role
    if said.listed is not None and role.name in ("body", "list"):
        return ParagraphRole("list" if said.listed else "body")
    return role


class _Properties:
    """What a `w:pPr` says of style, outline level (from 0) and numbering; None is nothing."""

    __slots__ = ("listed", "outline", "style")

    def __init__(self, element: _Element | None) -> None:
        self.style: str | None = None
        self.outline: int | None = None
        self.listed: bool | None = None
        for child in element if element is not None else ():
            tag = child.tag
            if tag in _STYLE:
                self.style = w_attribute(child, "val")
            elif tag in _OUTLINE:
                self.outline = _level(w_attribute(child, "val"))
            elif tag in _NUMBERING:
                self.listed = _is_numbered(child)


def _level(value: str | None) -> int | None:
    return int(value) if value is not None and value.isascii() and value.isdigit() else None


def _is_numbered(numbering: _Element) -> bool:
    """Number 0 takes a style's numbering away."""
    ident = w_child(numbering, "numId")
    return ident is None or w_attribute(ident, "val") != "0"


def _read_style(element: _Element) -> _Style:
    named, based_on = w_child(element, "name"), w_child(element, "basedOn")
    said, vanish = _Properties(w_child(element, "pPr")), w_child(element, "rPr", "vanish")
    return _Style(
        name=((w_attribute(named, "val") or "") if named is not None else "").lower(),
        based_on=w_attribute(based_on, "val") if based_on is not None else None,
        outline=said.outline,
        listed=said.listed,
        hidden=is_on(vanish) if vanish is not None else None,
    )

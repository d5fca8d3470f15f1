"""Where the reference of a comment may stand, apart from the words it is about.

Word lets it stand anywhere after them. LibreOffice loses the comment, and words of the document with
it, when the reference stands in the result of a field that is computed, or in the first paragraph of a
content control around whole paragraphs: then it stands behind these.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from termlint.readers.ooxml.fields import is_computed
from termlint.readers.ooxml.names import clark, w_attribute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_PARAGRAPH = clark("w:p")
_PROPERTIES = frozenset(clark("w:pPr"))
_CONTENT = clark("w:sdtContent")
_SIMPLE_FIELD, _FIELD_CHAR = clark("w:fldSimple"), clark("w:fldChar")
_BOX = clark("w:txbxContent")


def put_reference(reference: _Element, end: _Element, *, in_field: bool) -> None:
    """Put a comment's reference behind the end of its range, at the first place that is safe.

    `in_field` says that the range ends in the result of a computed complex field.
    """
    spot = _behind_simple_fields(end)
    if in_field:
        spot = _behind_fields(spot)
    paragraph = next(spot.iterancestors(*_PARAGRAPH), None)
    if paragraph is None or not begins_control(paragraph):
        spot.addnext(reference)
        return
    after, before = _neighbours(paragraph)
    if after is not None:
        after.insert(_content_start(after), reference)
    elif before is not None:
        before.append(reference)
    else:
        spot.addnext(reference)


def begins_control(paragraph: _Element) -> bool:
    """Whether this is the first paragraph of a content control around paragraphs, rows or cells."""
    return any(next(each.iter(*_PARAGRAPH), None) is paragraph for each in paragraph.iterancestors(*_CONTENT))


def _content_start(paragraph: _Element) -> int:
    return 1 if len(paragraph) and paragraph[0].tag in _PROPERTIES else 0


def _behind_simple_fields(end: _Element) -> _Element:
    fields = [
        each for each in end.iterancestors(*_SIMPLE_FIELD) if is_computed(w_attribute(each, "instr") or "")
    ]
    return fields[-1] if fields else end


def _behind_fields(spot: _Element) -> _Element:
    """The run with the end of the outermost field around `spot`: the last end that no later beginning has."""
    depth, found = 0, spot
    for mark in _following(spot, _FIELD_CHAR):
        kind = w_attribute(mark, "fldCharType")
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            depth = 0
            run = mark.getparent()
            found = spot if run is None else run
    return found


def _neighbours(paragraph: _Element) -> tuple[_Element | None, _Element | None]:
    """The nearest safe paragraphs of the running text, after and before this one."""
    after = (each for each in _following(paragraph, _PARAGRAPH) if _is_safe(each))
    before = (each for each in _preceding(paragraph) if _is_safe(each))
    return next(after, None), next(before, None)


def _is_safe(paragraph: _Element) -> bool:
    return next(paragraph.iterancestors(*_BOX), None) is None and not begins_control(paragraph)


def _following(element: _Element, tags: tuple[str, ...]) -> Iterable[_Element]:
    """The elements of these names that begin after the end of this one, in document order."""
    levels = chain([element], element.iterancestors())
    return (each for level in levels for sibling in level.itersiblings() for each in sibling.iter(*tags))


def _preceding(paragraph: _Element) -> Iterable[_Element]:
    """The paragraphs that end before this one begins, nearest first."""
    levels = chain([paragraph], paragraph.iterancestors())
    siblings = (sibling for level in levels for sibling in level.itersiblings(preceding=True))
    return (each for sibling in siblings for each in reversed(list(sibling.iter(*_PARAGRAPH))))

"""Contents lists: their entries repeat a heading of the document and name its page.

A finding in a heading is one finding, although a contents list shows the heading again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PAGE = re.compile(r"(?:(?<!\d)\d{1,4}|(?<=[\s.…])[ivxlc]{1,7})\Z")
PAGE_ENDS = tuple("0123456789ivxlc")
"""What the number of a page may end with."""
_LONGEST_PAGE = 8
_LETTER = re.compile(r"[^\W\d_]")
_LEAD = ".…·_\x08"
_NOT_LETTER = re.compile(r"[\W\d_]+")
_LEADER = re.compile(r"\.(?:\s?\.){3}|…{2}|(?:_|·){4}")


class TocEntry(NamedTuple):
    """What an entry says: the letters of a title, a page as printed; `led`, whether dots lead to it.

    `words` is the title as it stands, with its number.
    """

    title: str
    page: str
    led: bool
    words: str


def letters(text: str) -> str:
    """The letters of a title in lower case: numbers, signs and line ends may differ from list to heading."""
    return _NOT_LETTER.sub("", text).lower()


def toc_entry(text: str) -> TocEntry | None:
    """The entry that a text may be; None when it does not end with a page."""
    text = text.rstrip()
    page = _PAGE.search(text, max(0, len(text) - _LONGEST_PAGE)) if text[-1:] in PAGE_ENDS else None
    if not page:
        return None
    end = page.start()
    while end and (text[end - 1].isspace() or text[end - 1] in _LEAD):
        end -= 1  # not by a regular expression: over a long text that would take minutes
    if not _LETTER.search(text, 0, end):
        return None
    led = bool(_LEADER.search(text, end, page.start()))
    return TocEntry(letters(text[:end]), page[0], led, text[:end])

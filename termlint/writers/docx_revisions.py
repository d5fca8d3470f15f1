"""The elements that termlint writes into a Word document, signed and numbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from lxml.etree import _Element

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def stamp(date: datetime) -> str:
    """A moment as Word writes it: local time that says it is UTC."""
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


class RevisionBuilder:
    """Makes tracked changes in the name of `author`; `first` is the first free id in the package."""

    def __init__(self, author: str, date: datetime, first: int) -> None:
        self._author = printable(author)
        self._date = stamp(date)
        self._next = first

    def inserted(self, runs: Sequence[_Element]) -> _Element:
        """A tracked insertion of these runs, standing nowhere yet."""
        mark = self._mark(runs[0], "ins")
        mark.extend(runs)
        return mark

    def deleted(self, runs: Sequence[_Element]) -> _Element:
        """A tracked deletion in the place of these runs, which follow each other."""
        mark = self._mark(runs[0], "del")
        runs[0].addprevious(mark)
        for run in runs:
            run.tail = None
            mark.append(run)
        return mark

    def number(self, element: _Element) -> None:
        """Give a tracked change an id of its own."""
        element.set(f"{_namespace(element)}id", str(self._next))
        self._next += 1

    def _mark(self, like: _Element, name: str) -> _Element:
        mark = like.makeelement(_namespace(like) + name)
        self.number(mark)
        mark.set(_namespace(like) + "author", self._author)
        mark.set(_namespace(like) + "date", self._date)
        return mark


def _namespace(element: _Element) -> str:
    return str(element.tag).rpartition("}")[0] + "}"

"""What authors say to termlint in comments: "negeer REGEL reden", and "uit … aan" around a stretch of text.

A comment says it of the line or block it stands in, or of the next one when it stands alone. `alles` means
every rule. A reason is asked for: without one the comment does nothing, and a notice says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint.model import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

Said = tuple["str | None", str]
"""A rule (None: every rule) and the reason."""

_WORDS = re.compile(
    r"\s*termlint:\s*(?P<verb>negeer|ignore|uit|off|aan|on)\b\s*(?P<rule>[\w-]*)(?P<reason>.*)", re.DOTALL
)
_ALONE = re.compile(r"\s*(?:#+['|]?|//+|--|%)\s*(?=termlint:)")
_BESIDE = re.compile(r"(?:#|//|--|%)\s*(?=termlint:)")
_EVERY_RULE = frozenset({"alles", "all", ""})
_OFF, _ON = frozenset({"uit", "off"}), frozenset({"aan", "on"})


@dataclass(slots=True)
class Silences:
    """What holds at this point of a document, and what went wrong."""

    notices: list[Notice] = field(default_factory=list)
    _pending: list[Said] = field(default_factory=list)
    _open: list[Said] = field(default_factory=list)

    def speaks(self, line: str) -> bool:
        """Whether a line of code is nothing but such a comment; what it says is remembered."""
        match = _ALONE.match(line)
        return bool(match) and self.hear(line[match.end() :]) if match else False

    def hear(self, comment: str) -> bool:
        """Whether a comment that stands alone is meant for us; what it says is remembered."""
        match = _WORDS.fullmatch(comment)
        if not match:
            return False
        if match["verb"] in _ON:
            rule = _rule(match["rule"])
            self._open = [said for said in self._open if rule is not None and said[0] != rule]
        elif said := self._said(match):
            (self._open if match["verb"] in _OFF else self._pending).append(said)
        return True

    def take(self, line: str = "") -> tuple[Said, ...]:
        """What exempts the line of code that comes now: said before it, around it, or at its end."""
        beside = _BESIDE.search(line)
        return self.take_with([line[beside.end() :]] if beside else [])

    def take_with(self, comments: Iterable[str]) -> tuple[Said, ...]:
        """What exempts the block that comes now, with these comments in it."""
        matches = [match for comment in comments if (match := _WORDS.fullmatch(comment))]
        inside = [self._said(match) for match in matches if match["verb"] not in (_ON | _OFF)]
        found = (*self._open, *self._pending, *(said for said in inside if said))
        self._pending = []
        return found

    def _said(self, match: re.Match[str]) -> Said | None:
        reason = " ".join(match["reason"].split()).strip(" :-")
        if reason:
            return _rule(match["rule"]), reason
        self.notices.append(Notice("silence-without-reason", {"rule": match["rule"]}))
        return None


def _rule(name: str) -> str | None:
    return None if name.lower() in _EVERY_RULE else name

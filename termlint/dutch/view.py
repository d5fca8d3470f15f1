"""The reading view: a block's text as a reader takes it in, with an exact map back to the raw text.

Dropped: soft hyphens and other invisible signs, hyphens that the printer put at a line end. Folded:
white space to one space, no-break and typographic hyphens to "-", curly apostrophes inside a word to
"'", ligatures and decomposed letters to plain letters, letters spaced out for show to one word.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from termlint.dutch.hyphens import resolve
from termlint.dutch.words import ABBREVIATIONS

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0000"
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ĳ": "ij",
    "Ĳ": "IJ",
}

_SAME_LENGTH = {ord(sign): "-" for sign in _HYPHENS} | {
    ord(space): " " for space in "\t\u00a0\u1680\u202f\u205f\u3000"
}
_SAME_LENGTH |= dict.fromkeys(range(8192, 8203), " ")
_APOSTROPHE = re.compile(r"[’ʼ`´](?<=\w.)(?=\w)")
_COMBINING = re.compile("[\u0300-\u036f]")
# One set first, so that the search skips from one such sign to the next; the empty groups name what it was.
_SPECIAL = re.compile(
    rf"[-\s{_INVISIBLE}ﬀ-ﬆĳĲ](?:"
    rf"(?<=\w[-\u00ad])[{_INVISIBLE}]*[^\S\n]*\n\s*(?=\w)(?P<lineend>)"
    rf"|(?<=\s)[\s{_INVISIBLE}]+(?P<space>)"
    rf"|(?<=[{_INVISIBLE}])[{_INVISIBLE}]*(?P<invisible>)"
    r"|(?<=[ﬀ-ﬆĳĲ])(?P<ligature>))"
)
_SPECIAL_OR_ACCENT = re.compile(rf"{_SPECIAL.pattern}|(?P<accent>.[\u0300-\u036f]+)")
_TO_EVEN = re.compile("[" + "".join(map(chr, _SAME_LENGTH)) + "]")
_ALONE = re.compile(r"[ \u00a0][A-Za-z](?=[ \u00a0][A-Za-z](?!\w))")
"""Two letters that stand alone: a quick look, without which letters are nowhere spaced out."""
_SPACED_OUT = re.compile(r"(?<!\w)[A-Za-z](?:[ \u00a0][A-Za-z]){3,}(?!\w)")


@dataclass(frozen=True, slots=True)
class View:
    """`text` as a reader sees it, and for each stretch of it where it stands in the raw text.

    `starts` are the view offsets at which stretches begin, `raws` their raw offsets, `widths` their raw
    lengths; within a stretch of equal length both sides run one to one, otherwise it maps as a whole.
    """

    text: str
    starts: tuple[int, ...]
    raws: tuple[int, ...]
    widths: tuple[int, ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of `text[start:end]` (not empty): from its first letter to its last."""
        return self._raw(start)[0], self._raw(end - 1)[1]

    def _raw(self, offset: int) -> tuple[int, int]:
        """The raw span of one character of the view."""
        at = bisect_right(self.starts, offset) - 1
        begin = self.starts[at]
        length = (self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)) - begin
        if length == self.widths[at]:
            raw = self.raws[at] + offset - begin
            return raw, raw + 1
        return self.raws[at], self.raws[at] + self.widths[at]


class _ViewBuilder:
    """Collects stretches of the view."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._raws: list[int] = []
        self._widths: list[int] = []

    def add(self, text: str, raw: int, width: int) -> None:
        """Append `text`, which stands for `width` raw characters at `raw`."""
        if not text:
            return
        self._starts.append(self._length)
        self._raws.append(raw)
        self._widths.append(width)
        self._parts.append(text)
        self._length += len(text)

    def view(self) -> View:
        text = "".join(self._parts).replace("\n", " ").replace("\r", " ")
        return View(text, tuple(self._starts), tuple(self._raws), tuple(self._widths))


def reading_view(raw: str, abbreviations: frozenset[str] = ABBREVIATIONS) -> View:
    """The reading view of a block's raw text; `abbreviations` keep their hyphen at a line end."""
    spaced = list(_SPACED_OUT.finditer(raw)) if _ALONE.search(raw) else []
    even = raw.translate(_SAME_LENGTH) if _TO_EVEN.search(raw) else raw
    even = _APOSTROPHE.sub("'", even)
    builder = _ViewBuilder()
    position = 0
    for show in spaced:
        _fold(even, position, show.start(), builder, abbreviations)
        for at in range(show.start(), show.end(), 2):
            builder.add(raw[at], at, 1)
        position = show.end()
    _fold(even, position, len(raw), builder, abbreviations)
    return builder.view()


def _fold(raw: str, start: int, end: int, builder: _ViewBuilder, abbreviations: frozenset[str]) -> None:
    """Fold `raw[start:end]` into the builder; only what changes length makes a stretch of its own."""
    position = start
    signs = _SPECIAL_OR_ACCENT if not raw.isascii() and _COMBINING.search(raw) else _SPECIAL
    for special in signs.finditer(raw, start, end):
        builder.add(raw[position : special.start()], position, special.start() - position)
        position = special.end()
        builder.add(_folded(raw, special, abbreviations), special.start(), special.end() - special.start())
    builder.add(raw[position:end], position, end - position)


def _folded(raw: str, special: re.Match[str], abbreviations: frozenset[str]) -> str:
    """What a special stretch reads as."""
    found = special.group()
    match special.lastgroup:
        case "lineend":
            return _line_end(raw, special, abbreviations)
        case "space":
            return " "
        case "invisible":
            return ""
        case "ligature":
            return _LIGATURES.get(found, found)
        case _:
            return unicodedata.normalize("NFC", found)


def _line_end(raw: str, special: re.Match[str], abbreviations: frozenset[str]) -> str:
    """A hyphen at a line end, resolved by the words on both sides; a soft hyphen always joins."""
    if special.group()[0] == "\u00ad":
        return ""
    before = raw[max(0, special.start() - 40) : special.start()]
    after = raw[special.end() : special.end() + 40]
    return {"join": "", "keep": "-", "hang": "- "}[resolve(before, after, abbreviations)]

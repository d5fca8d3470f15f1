"""What comments in Word stand on: those addressed to termlint, and those of an earlier `fix`."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from termlint.model import Comment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from termlint.readers.ooxml import Paragraph

CommentRange = tuple[int, int, str]
"""A stretch of a paragraph that a comment stands on: start, end, and the id of the comment."""


class _Begin(NamedTuple):
    """Where a comment begins: number of the draft (the next one when it has no text), offset, paragraph."""

    draft: int
    offset: int
    paragraph: int | None


@dataclass(slots=True)
class CommentRanges:
    """The places of comments in a document in the making.

    `addressed` maps the `w:id` of those that are addressed to termlint to their text, `own` that of those
    of an earlier `fix` to our id (see `own_comments`); others are of no interest here.
    """

    addressed: Mapping[str, str]
    own: Mapping[str, str]
    _open: dict[str, None] = field(default_factory=dict)
    _ranged: set[str] = field(default_factory=set)
    _begins: dict[str, _Begin] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.addressed or self.own)

    def start_story(self) -> None:
        """No range reaches into another story."""
        self._open.clear()

    def stretches(
        self, paragraph: Paragraph, offsets: Sequence[int], length: int, draft: int, number: int | None
    ) -> tuple[CommentRange, ...]:
        """The stretches of a paragraph that comments stand on; a range may go on in the next.

        `offsets` are those of its atoms in the shown text, `draft` is the number of the block it becomes (if
        it has any text), `number` its own.
        """
        starts = dict.fromkeys(self._open, 0)
        found: list[CommentRange] = []
        for mark in paragraph.marks:
            ident = mark.ident
            if ident not in self.addressed and ident not in self.own:
                continue
            if mark.kind == "start":
                starts[ident] = offsets[mark.at]
                self._open[ident] = None
                self._ranged.add(ident)
                self._begins.setdefault(ident, _Begin(draft, offsets[mark.at], number))
            elif mark.kind == "end" and ident in starts:
                self._open.pop(ident, None)
                found.append((starts.pop(ident), offsets[mark.at], ident))
            elif mark.kind == "reference" and ident not in self._ranged:
                found.append((0, length, ident))
                self._begins.setdefault(ident, _Begin(draft, 0, number))
        found += [(start, length, ident) for ident, start in starts.items()]
        return tuple(each for each in found if each[0] < each[1])

    def comments(
        self, kept: Sequence[int], commented: Sequence[Sequence[CommentRange]]
    ) -> tuple[Comment, ...]:
        """The comments addressed to termlint, by where they begin.

        `kept` are the numbers of the drafts that became blocks, `commented` what stands on each block.
        """
        covers: dict[str, list[tuple[int, int, int]]] = {ident: [] for ident in self.addressed}
        for block, stretches in enumerate(commented if covers else ()):
            for start, end, ident in stretches:
                if ident in covers:
                    covers[ident].append((block, start, end))
        found = [self._comment(ident, tuple(stretches), kept) for ident, stretches in covers.items()]
        return tuple(sorted(found, key=lambda comment: (comment.block, comment.offset)))

    def _comment(self, ident: str, covers: tuple[tuple[int, int, int], ...], kept: Sequence[int]) -> Comment:
        """A comment without a place in the text covers nothing, and comes last."""
        text, begin = self.addressed[ident], self._begins.get(ident)
        if begin is None:
            return Comment(text, covers, len(kept))
        block = bisect_left(kept, begin.draft)
        offset = begin.offset if kept[block : block + 1] == [begin.draft] else 0
        return Comment(text, covers, block, offset, paragraph=begin.paragraph)

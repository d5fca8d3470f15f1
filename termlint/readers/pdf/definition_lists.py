"""Lists of terms without ruling lines: a short term on the left, beside the first line of what it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from termlint.readers.pdf.pdfium import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.readers.pdf.lines import Line

_FEWEST = 4
"""Terms of a list; fewer may stand beside text by chance."""
_LONGEST = 12
"""Lines of one explanation; more are the paragraphs of a text with words in its margin."""
_USUAL_WORDS, _MOST_WORDS = 3, 7
"""Words of a term: half of them have no more than the first, all no more than the second."""
_MORE_LINES = 1.2
"""Lines of explanation for each term; in two columns of text there are as many left as right."""
_SAME_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their explanations: the lines of each entry, the term first."""

    rect: Rect
    entries: tuple[tuple[Line, ...], ...]

    @property
    def first(self) -> int:
        """Where its text begins in PDFium's order."""
        return min(line.words[0].start for entry in self.entries for line in entry)


def definition_list(lines: Sequence[Line]) -> tuple[DefinitionList | None, list[Line]]:
    """The list of terms on a page, if it has one, and the lines that are not of it."""
    edges = _edges(lines)
    for i, left in enumerate(edges):
        for texts in edges[i + 1 :] if len(left) >= _FEWEST else ():
            terms = [line for line in left if texts[0].top - 1 <= line.top < texts[-1].bottom]
            entries = _entries(terms, texts) if len(terms) >= _FEWEST and _short(terms) else None
            if entries:
                taken = {id(line) for entry in entries for line in entry}
                return _list_of(entries), [line for line in lines if id(line) not in taken]
    return None, list(lines)


def _edges(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that begin at the same distance from the left, in order; each edge from top to bottom."""
    edges: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.x0):
        if edges and line.x0 - edges[-1][0].x0 <= _SAME_EDGE:
            edges[-1].append(line)
        else:
            edges.append([line])
    return [sorted(edge, key=lambda line: line.top) for edge in edges]


def _short(terms: Sequence[Line]) -> bool:
    counts = [len(term.words) for term in terms]
    return median(counts) <= _USUAL_WORDS and max(counts) <= _MOST_WORDS


def _entries(terms: Sequence[Line], texts: Sequence[Line]) -> list[tuple[Line, ...]] | None:
    """Each term with the lines from the one beside it up to the next term's; None where that does not fit."""
    tops = [text.top for text in texts]
    starts = []
    for term in terms:
        low = bisect_left(tops, term.top - 0.3 * term.height)
        high = bisect_right(tops, term.top + 0.3 * term.height)
        if high - low != 1 or term.x1 + term.em > texts[low].x0:
            return None
        starts.append(low)
    spans = list(zip(starts, [*starts[1:], _last(texts, starts[-1])], strict=True))
    if any(not 0 < end - start <= _LONGEST for start, end in spans):
        return None
    if sum(end - start for start, end in spans) < _MORE_LINES * len(terms):
        return None
    return [(term, *texts[start:end]) for term, (start, end) in zip(terms, spans, strict=True)]


def _last(texts: Sequence[Line], start: int) -> int:
    """Where the explanation of the last term ends: at white wider than a line."""
    end = start + 1
    while end < len(texts) and texts[end].top - texts[end - 1].bottom < 0.5 * texts[end].height:
        end += 1
    return end


def _list_of(entries: Sequence[tuple[Line, ...]]) -> DefinitionList:
    lines = [line for entry in entries for line in entry]
    rect = Rect(
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )
    return DefinitionList(rect, tuple(entries))

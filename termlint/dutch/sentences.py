"""Where sentences begin and end in a reading view."""

from __future__ import annotations

import re
from bisect import bisect_right

_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:\w|\w\.\w|art|bijv|bv|ca|circa|cf|d\.w\.z|dhr|dr|drs|e\.d|etc|evt|excl|fig|incl|ir|jl|m\.b\.t|max|mevr|min|mr|"
    r"nr|o\.a|o\.b\.v|o\.l\.v|p|pag|prof|red|resp|St|t\.a\.v|t\.o\.v|t/m|tab|tel|vgl|z\.g|zgn)\.$",
    re.IGNORECASE,
)
_END = re.compile(  # one set first, so that the search skips from sign to sign
    r"[.!?…•●▪■►▶|](?:(?<=[•●▪■►▶])|(?<=\s\|)\s"
    r"|(?<=[.!?…])(?<![.!?…].)[.!?…]*[\"'’”»)\]]*(?=\s+[\"'‘“„«(\[]*[A-ZÀ-Þ0-9•●▪]))"
)


def sentence_starts(text: str) -> list[int]:
    """The offsets at which sentences of `text` begin, the first always 0; bullets and cell marks part too."""
    starts = [0]
    for end in _END.finditer(text):
        if end.group().endswith(".") and _ABBREVIATION.search(text, max(0, end.end() - 12), end.end()):
            continue
        starts.append(end.end())
    return starts


def sentence_around(starts: list[int], length: int, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence (or sentences) that hold `start:end` of a text of `length`."""
    first = starts[bisect_right(starts, start) - 1]
    after = bisect_right(starts, max(start, end - 1))
    return first, starts[after] if after < len(starts) else length

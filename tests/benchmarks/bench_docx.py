"""Reading a Word file of 800,000 characters, as a share of what python-docx takes for its plain text.

Run by hand: `python tests/benchmarks/bench_docx.py`. The bar is 0.6; exit 1 above it. Processor time, the
best of several rounds taken in turns. Of the file nothing is a candidate, as of most files.
"""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent.parent
BAR = 0.6
ROUNDS = 7
PARAGRAPHS = 8000


def seconds(work: Callable[[], object]) -> float:
    """The processor time of a piece of work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> int:
    """Print the figures; whether they are above the bar."""
    sys.path.insert(0, str(ROOT))
    import docx

    from termlint.readers import READERS, ReadOptions
    from tests.builders.docx import b, p, word

    sentence = (
        "Dit is een gewone zin van ongeveer ",
        b("honderd"),
        " tekens, met een vet woord en wat meer tekst.",
    )
    data = word(*(p(*sentence) for _ in range(PARAGRAPHS)))

    def ours() -> int:
        return len(READERS[".docx"](data, lambda text: "laagopgeleid" in text, ReadOptions()).text)

    def theirs() -> int:
        return sum(len(paragraph.text) for paragraph in docx.Document(io.BytesIO(data)).paragraphs)

    rounds = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    mine, other = (min(column) for column in zip(*rounds, strict=True))
    print(f"{ours():,} characters: termlint {mine:.3f} s, python-docx {other:.3f} s, {mine / other:.2f}×")
    return int(mine / other > BAR)


if __name__ == "__main__":
    sys.exit(main())

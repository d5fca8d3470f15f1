"""Large documents, crowded pages: done, with sane output, in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.builders.pdf import again, columns, header, line, lines, page, pdf
from tests.builders.pdf_drawn import table
from tests.readers.pdf_read import LOREM, block_with, boxes_of, folded, read

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

WORDS = "hoger onderwijs"
PEAK = """
import re, resource, sys
from pathlib import Path
from termlint import rulebook
from termlint.engine import check
found = check("x.pdf", Path(sys.argv[1]).read_bytes(), ".pdf", rulebook.load())
status = Path("/proc/self/status")  # getrusage still counts the process that this one was copied from
if status.exists():
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) // 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(peak, found.pages, [finding.location.page for finding in found.findings])
"""
MOST_MEGABYTES = 400


def test_two_thousand_pages_in_bounded_memory(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="no such measure on this system")
    body = columns(LOREM * 12, 2)
    pages = [page(again("body", body), line(f"Blad {n}.", 72, 700)) for n in range(2000)]
    pages[1499] = page(lines(f"{LOREM} Zij volgden {WORDS}. {LOREM}"))
    (tmp_path / "groot.pdf").write_bytes(pdf(*pages))
    done = subprocess.run(
        [sys.executable, "-c", PEAK, tmp_path / "groot.pdf"], check=True, capture_output=True, text=True
    )
    peak, count, found = done.stdout.split(maxsplit=2)
    assert (count, found.strip()) == ("2000", "[1500]")
    assert int(peak) < MOST_MEGABYTES


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_a_hundred_thousand_characters(count: int) -> None:
    text = LOREM * 170 + f"Zij volgden {WORDS}. " + LOREM * 170
    assert len(text) > 100_000
    document = read(pdf(page(columns(text, count, top=30, size=1.6))), screened=True)
    assert folded("".join(block.text for block in document.blocks)) == folded(text)
    assert boxes_of(block_with(document, WORDS), WORDS)


def test_a_table_of_a_thousand_cells() -> None:
    rows = [[f"{r}, {k}" for k in range(10)] for r in range(100)]
    rows[40][3] = WORDS
    document = read(pdf(page(table(rows, left=10, top=10, width=58, height=8, size=6))))
    cell = block_with(document, WORDS).cell
    assert cell
    assert (cell.row, cell.column) == (41, 4)


def test_five_hundred_running_heads_are_five_hundred() -> None:
    names = [f"{a}{b}" for a in "bdfghjklmnprstvwzxcq" for b in "aeiouyáéíóúàèìòùäëïöü"][:500]
    names += [f"{name}s" for name in names][: 500 - len(names)]
    pages = [
        page(header(f"{name} en {WORDS}"), lines(f"{name} {n} {LOREM}", top=300))
        for name in names
        for n in range(2)
    ]
    heads = [block for block in read(pdf(*pages), screened=True).blocks if block.part == "header"]
    assert [block.pages for block in heads] == [(n, n + 1) for n in range(1, 1000, 2)]

"""With and without the screen every block that can hold a finding is the same, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.pdf import columns, field, footer, footnotes, header, heading, lines, note, page, pdf
from tests.builders.pdf_drawn import table
from tests.readers.pdf_read import LOREM, candidate, read

if TYPE_CHECKING:
    from termlint.model import Block

PLAIN = page(header("Nota werk"), lines(LOREM * 3), footer("Utrecht"))


def held(data: bytes, *, screened: bool) -> list[Block]:
    return [block for block in read(data, screened=screened).blocks if candidate(block.text)]


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(
            [PLAIN, page(lines(LOREM + "Zij volgden hoger onderwijs. " + LOREM)), PLAIN], id="in a paragraph"
        ),
        pytest.param(
            [
                PLAIN,
                page(lines(LOREM + "Zij volgden hoger", top=600)),
                page(lines("onderwijs in de stad. " + LOREM)),
                PLAIN,
            ],
            id="over the end of a page",
        ),
        pytest.param(
            [
                page(lines(LOREM + "Zij volgden vaak", top=600), footnotes("Zie het plan.")),
                page(columns("veel " * 400 + "en zij volgden hoger onderwijs en dat", 2)),
                page(lines("was goed. " + LOREM)),
                PLAIN,
            ],
            id="in a paragraph over three pages",
        ),
        pytest.param(
            [page(header("Hoger onderwijs"), lines(f"{n} {LOREM * 3}")) for n in range(6)],
            id="in a running head",
        ),
        pytest.param([PLAIN, page(table([["a", "b"], ["hoger onderwijs", "d"]])), PLAIN], id="in a cell"),
        pytest.param([PLAIN, page(lines(LOREM), footnotes("Over hoger onderwijs.")), PLAIN], id="in a note"),
        pytest.param(
            [PLAIN, page(heading("Hoger onderwijs"), lines(LOREM, top=90)), PLAIN], id="in a heading"
        ),
        pytest.param([PLAIN, page(lines(LOREM), field("x", "hoger onderwijs")), PLAIN], id="in a field"),
        pytest.param([PLAIN, page(lines(LOREM), note("hoger onderwijs")), PLAIN], id="in an annotation"),
    ],
)
def test_the_screen_loses_nothing_and_changes_nothing(pages: list) -> None:  # type: ignore[type-arg]
    data = pdf(*pages)
    assert held(data, screened=True) == held(data, screened=False) != []


def test_a_document_without_candidates_is_not_laid_out_and_is_whole_otherwise() -> None:
    data = pdf(PLAIN, PLAIN, PLAIN)
    screened, whole = read(data, screened=True), read(data)
    assert not screened.blocks
    assert (screened.text, screened.words, screened.notices) == (whole.text, whole.words, whole.notices)


def test_indices_of_blocks_do_not_depend_on_other_pages() -> None:
    data = pdf(PLAIN, PLAIN, page(lines(LOREM + "hoger onderwijs")))
    assert held(data, screened=True)[0].index == held(data, screened=False)[0].index

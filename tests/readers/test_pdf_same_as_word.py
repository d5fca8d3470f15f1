"""A Word document and its export to PDF hold the same phrases, in the same order within the body."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from termlint.readers import READERS, ReadOptions
from tests.builders.docx import b, bullet, footnote, h, p, table, word
from tests.builders.docx_drawn import textbox
from tests.readers.pdf_read import LOREM, PHRASES, folded, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from termlint.model import Document

pytestmark = pytest.mark.slow

APART = ("laaggeschoold", "middenopgeleid")
"""The phrases of the footnote and of the text box: where those stand among the rest is each format's own."""


def phrases(document: Document) -> list[str]:
    """The phrases in a document's blocks, in order."""
    found: list[str] = []
    for block in document.blocks:
        whole = folded(block.text)
        wanted = (*PHRASES, *APART)
        places = [
            (at, phrase) for phrase in wanted for at in range(len(whole)) if whole.startswith(phrase, at)
        ]
        found += [phrase for _, phrase in sorted(places)]
    return found


def in_body(document: Document) -> list[str]:
    return [phrase for phrase in phrases(document) if phrase not in APART]


def letter(columns: int) -> bytes:
    cols = f'<w:sectPr><w:type w:val="continuous"/><w:cols w:num="{columns}" w:space="500"/></w:sectPr>'
    return word(
        h(1, "Over hoger onderwijs"),
        p(
            LOREM * 2,
            "Zij zijn ",
            b("hoog"),
            "opgeleid",
            footnote("Ook laag geschoold werk telt mee."),
            ". ",
            LOREM * 2,
        ),
        bullet("een hbo werk- en denkniveau"),
        bullet("geen mbo-leerling maar een student"),
        p(LOREM * 3, "Wie hoger onderwijs volgt, is later hoogopgeleid. ", LOREM * 6),
        p(LOREM * 6, "Daarna volgt weer hoger onderwijs. ", LOREM, properties=cols),
        table(
            [["Groep", "Aantal"], ["Hoogopgeleid en mbo-leerling", "12"], ["Zonder", "werk- en denkniveau"]]
        ),
        p("Tot slot: ", textbox(p("In het kort: wie midden opgeleid is.")), LOREM),
    )


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_the_same_phrases(columns: int, tmp_path: Path, needs: Callable[[str], str]) -> None:
    data = letter(columns)
    (tmp_path / "brief.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        needs("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "brief.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    shown = read((tmp_path / "brief.pdf").read_bytes())
    written = READERS[".docx"](data, lambda text: True, ReadOptions())
    assert in_body(shown) == in_body(written) != []
    assert sorted(phrases(shown)) == sorted(phrases(written))

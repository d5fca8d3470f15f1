"""LibreOffice opens marked copies, keeps their marks, and accepts and rejects as we say."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.builders.docx import (
    b,
    comment,
    complex_field,
    control,
    endnote,
    footnote,
    h,
    ins,
    link,
    p,
    simple_field,
    table,
    word,
)
from tests.builders.docx_drawn import picture, textbox
from tests.writers.libreoffice import ACCEPT, KEEP, REJECT, LibreOffice, NoBasicError
from tests.writers.marked import accepted, commented, comments, fixed, rejected

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

TERM = {"hoger onderwijs": "hbo en wo"}
# One section: in the running heads that LibreOffice copies to later sections it keeps no marks.
NOTA = word(
    h(1, "Over hoger onderwijs"),
    p("In het ", b("hoger"), " onderwijs", footnote("Zie het hoger onderwijs."), " is veel te doen."),
    p("Lees ", link("alles over hoger"), " onderwijs, ", ins("ook over hoger onderwijs"), "."),
    table([["cel", [table([["hoger onderwijs"]])]]]),
    p("Anker ", textbox("hoger ", b("onderwijs")), picture("hoger onderwijs")),
    p(control("hoger onderwijs"), " en ", control("hoger onderwijs", properties="<w:text/>")),
    p("eind", endnote("hoger onderwijs"), comment("hm", " goed")),
    header=["Gids hoger onderwijs"],
    footer=["voet hoger onderwijs"],
)


@pytest.fixture(scope="module")
def office(needs: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    office = LibreOffice(needs("soffice"), tmp_path_factory.mktemp("office"))
    try:
        office.settled(word(p("x")), KEEP)
    except NoBasicError:
        reason = "this LibreOffice runs no Basic (on Debian: libreoffice-writer has it, -nogui has not)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return office


def said(texts: dict[str, list[str]]) -> list[str]:
    """All paragraphs whatever part they stand in: LibreOffice names its parts anew."""
    return sorted(text.strip() for found in texts.values() for text in found)


def test_it_accepts_to_the_corrected_text(office: LibreOffice) -> None:
    marked = fixed(NOTA, TERM).data
    settled = office.settled(marked, ACCEPT)
    assert rejected(settled) == accepted(settled)
    assert said(accepted(settled)) == said(accepted(office.settled(marked, KEEP)))
    assert said(accepted(settled)) == said(accepted(marked))


def test_it_rejects_to_the_original(office: LibreOffice) -> None:
    settled = office.settled(fixed(NOTA, TERM).data, REJECT)
    assert said(accepted(settled)) == said(accepted(office.settled(NOTA, REJECT))) == said(rejected(NOTA))


def test_it_keeps_every_comment_on_its_words(office: LibreOffice) -> None:
    marked = fixed(NOTA, TERM, mode="comments").data
    kept = office.settled(marked, KEEP)
    assert sorted(comments(kept)) == sorted(comments(marked))
    again = fixed(kept, TERM, mode="comments")
    assert {deed.done for deed in again.records} == {"present"}


DELICATE = word(
    control(p("Inhoud hoger onderwijs"), p(complex_field("TOC x", link("x hoger onderwijs y")))),
    p(
        "zie ",
        complex_field("REF x", "het hoger onderwijs"),
        " en ",
        simple_field("REF x", "hoger onderwijs"),
    ),
    control(p("hoger onderwijs ", textbox("hoger onderwijs"))),
    table([[[control(p("hoger onderwijs"))], "x"]]),
    p("eind"),
)


def test_comments_in_fields_and_controls_cost_no_words(office: LibreOffice) -> None:
    """There LibreOffice loses a comment whose reference stands where its words are, and words with it."""
    marked = fixed(DELICATE, TERM, mode="comments").data
    kept = office.settled(marked, KEEP)
    assert sorted(comments(kept)) == sorted(comments(marked))
    assert said(accepted(kept)) == said(accepted(office.settled(DELICATE, KEEP)))
    assert commented(marked).count("hoger onderwijs") == len(commented(marked)) - 1


def test_the_marks_show_on_the_page(office: LibreOffice, needs: Callable[[str], str]) -> None:
    pdf = office.pdf(fixed(NOTA, TERM).data)
    shown = subprocess.run(
        [needs("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, check=True, text=True
    ).stdout
    both = "hoger onderwijshbo en wo"
    for line in (
        f"Gids {both}",
        f"Over {both}",
        f"voet {both}",
        f"Zie het {both}",
        "alles over hogerhbo en wo onderwijs",
    ):
        assert line in " ".join(shown.split())


def test_the_office_would_see_a_wrong_copy(office: LibreOffice) -> None:
    wrong = fixed(NOTA, {"hoger onderwijs": "iets anders"}).data
    assert said(accepted(office.settled(wrong, ACCEPT))) != said(accepted(fixed(NOTA, TERM).data))

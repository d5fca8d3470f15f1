"""A vacancy as a municipality writes it, in Word: headings, lists, a table, a tracked change, a footer."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

WRITTEN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

INTRO = (
    "Waterdam groeit, en de stad heeft iedereen nodig: de verpleegkundige, de installateur en de jurist. "
    "Jij zorgt ervoor dat onderwijs, werkgevers en gemeente elkaar vinden."
)
TASKS = (
    "Je schrijft het beleidsplan voor het mbo en hoger onderwijs, en voert het uit met de scholen.",
    "Je begeleidt elk jaar twee mbo-leerlingen tijdens hun stage.",
    "Je bereidt met onze juristen de zaken voor die in hoger beroep komen.",
)
PROFILE = (
    "Je hebt hbo werk- en denkniveau en ervaring met beleid in een gemeente.",
    "Je kent de Wet op het hoger onderwijs en wetenschappelijk onderzoek.",
    "Je praat even makkelijk met een hoogleraar als met een student op mbo niveau 2.",
)
TEAM = (
    "Je komt in een team van twaalf hoogopgeleide collega’s met allerlei achtergronden.",
    "Wij spreken niet van ‘hoger’ onderwijs: elke opleiding telt.",
)
OFFER = (
    ("Salaris", "€ 4.182 tot € 6.046 bruto per maand (schaal 11)"),
    ("Uren", "32 tot 36 uur per week"),
    ("Niveau", "Hbo/wo werk- en denkniveau"),
    ("Contract", "Een jaar, met uitzicht op een vaste aanstelling"),
)


def build() -> bytes:
    """The vacancy as a Word file."""
    document = Document()
    document.core_properties.author = "Gemeente Waterdam"
    document.core_properties.created = document.core_properties.modified = WRITTEN
    document.add_heading("Beleidsadviseur onderwijs en arbeidsmarkt", level=0)
    document.add_paragraph(INTRO)
    _tasks(document)
    _section(document, "Wie ben jij?", PROFILE, style="List Bullet")
    _section(document, "Met wie werk je samen?", TEAM)
    _offer(document)
    _section(
        document, "Solliciteren", ("Stuur je brief vóór 14 december. Geen diploma, wel de ervaring? Graag!",)
    )
    document.sections[0].footer.paragraphs[0].text = "Gemeente Waterdam · vacature 2026-114"
    return _with_fixed_times(document)


def _section(
    document: WordDocument, heading: str, paragraphs: tuple[str, ...], style: str | None = None
) -> None:
    document.add_heading(heading, level=1)
    for text in paragraphs:
        document.add_paragraph(text, style=style)


def _tasks(document: WordDocument) -> None:
    """The tasks, with a bold half of a phrase and a change that a colleague tracked."""
    _section(document, "Wat ga je doen?", TASKS, style="List Bullet")
    reach = document.add_paragraph("Je zoekt uit waarom hoog- en ", style="List Bullet")
    reach.add_run("laag").bold = True
    reach.add_run("opgeleide inwoners de Loopbaanwinkel zo verschillend gebruiken.")
    signals = document.add_paragraph("Je haalt signalen op bij ", style="List Bullet")
    for change in _changed("mbo-leerlingen", "mbo-studenten"):
        signals._p.append(change)  # noqa: SLF001 -- python-docx writes no tracked changes itself
    signals.add_run(" en hun docenten.")


def _changed(old: str, new: str) -> list[object]:
    by = f'w:author="Collega" w:date="{WRITTEN:%Y-%m-%dT%H:%M:%SZ}" {nsdecls("w")}'
    return [
        parse_xml(f'<w:del w:id="901" {by}><w:r><w:delText>{old}</w:delText></w:r></w:del>'),
        parse_xml(f'<w:ins w:id="902" {by}><w:r><w:t>{new}</w:t></w:r></w:ins>'),
    ]


def _offer(document: WordDocument) -> None:
    document.add_heading("Wat bieden wij?", level=1)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in OFFER:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, value


def _with_fixed_times(document: WordDocument) -> bytes:
    """The document's package with one time for every entry, so that it does not differ from day to day."""
    saved, package = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(
                zipfile.ZipInfo(name, WRITTEN.timetuple()[:6]), source.read(name), zipfile.ZIP_DEFLATED
            )
    return package.getvalue()

"""A policy note as a PDF of two columns, its lines broken by hand so that the traps stand where they should.

On page 1 the words "hoger" and "onderwijs" stand on one height at the end of the left column and at the
start of the right one: who reads across the columns finds a term that nobody wrote.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE, LEADING = 9.5, 14
COLUMN_WIDTH, GUTTER, MARGIN = 232, 24, 54
TOP = A4[1] - 150

TITLE = "Elke student telt"
SUBTITLE = "Beleidsnota onderwijs en arbeidsmarkt 2026–2030"
RUNNING_HEAD = "Gemeente Waterdam | Beleidsnota onderwijs en arbeidsmarkt"

# A line that begins with # is a heading; an empty line ends a paragraph.
PAGES = (
    (
        """\
# 1. Waarom deze nota
Waterdam telt 9.400 studenten. De meesten volgen
een mbo-opleiding in de zorg, de techniek of de
bouw. Toch gaat het in onze stukken vaak over hen
alsof zij achteraan staan. Dat past niet bij een
stad die op vakmensen draait.

De raad vroeg ons vorig jaar om beter te kijken
naar de overstap van school naar werk. Uit 42 ge-
sprekken blijkt dat de verschillen tussen hoog-
opgeleiden en andere inwoners minder groot zijn
dan we dachten. Wel liggen voor gezinnen buiten
het centrum de kosten van vervoer hoger
en dat werkt door in de keuze voor een school.

# 2. Waar staan we nu
Bijna de helft van de jongeren gaat na de middel-
bare school naar het mbo. Van de kinderen van
lager opgeleide ouders is dat zes op de tien. Het
verschil wordt kleiner, maar langzaam.

In het centrum wonen laag-, midden- en hoogopge-
leiden door elkaar. Aan de rand van de stad is
dat anders. Daar zien we minder stageplekken en
minder bedrijven die een leerbaan aanbieden.""",
        """\
Werkgevers zeggen dat zij niemand kunnen vinden.
Tegelijk vragen zij in vacatures nog vaak om een
academisch werk- en denkniveau, ook als het werk
daar niet om vraagt. Zo blijven plekken leeg die
vakmensen goed zouden kunnen vullen.

# 3. Wat gaan we doen
Wij maken vóór de zomer afspraken met het mbo en
hoger onderwijs in de regio over drie zaken: een
stage voor iedereen, één loket voor alle vragen
van studenten en bedrijven, en beter passend
onderwijs voor volwassenen. De scholen stellen
daarvoor samen een aanspreekpunt aan.

Ook openen wij het sportcentrum voor alle mbo-
leerlingen, op dezelfde voorwaarden als voor an-
dere studenten. De introductieweek in augustus is
voortaan van en voor iedereen die hier studeert.

# 4. De woorden die wij kiezen
Taal doet ertoe. In dit stuk en in onze brieven
staat daarom niet meer ‘hoog of laag opgeleid’.
Wij noemen de opleiding bij de naam: mbo, hbo of
wo. Samen is dat het vervolgonderwijs.""",
    ),
    (
        """\
# 5. Wat dit kost
Het college trekt € 380.000 per jaar uit. De helft
is bestemd voor de begeleiding van stages, een
kwart voor het loket. De rest gaat naar onderzoek
onder studenten die stoppen met hun opleiding.

Een deel van het geld komt van het Rijk. Sinds de
wijziging van de Wet op het hoger onderwijs en we-
tenschappelijk onderzoek kunnen hogescholen daar-
aan meebetalen. Tegen de verdeling is beroep moge-
lijk, en daarna hoger beroep.""",
        """\
# 6. Hoe wij volgen of het werkt
Elk jaar in mei krijgt de raad een brief met vijf
cijfers: het aantal stages, het aantal stoppers,
de deelname aan hoger onderwijs, de vacatures die
langer dan drie maanden openstaan en het oordeel
van de studenten zelf.

Bij hoogwater in de polder, zoals in 2024, wijken
wij af van deze planning.""",
    ),
)


def build() -> bytes:
    """The policy note as a PDF file."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1)
    canvas.setTitle(f"{TITLE}: {SUBTITLE}")
    canvas.setAuthor("Gemeente Waterdam")
    for number, columns in enumerate(PAGES, start=1):
        _furniture(canvas, number)
        for place, column in enumerate(columns):
            _column(canvas, MARGIN + place * (COLUMN_WIDTH + GUTTER), column.splitlines())
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def _furniture(canvas: Canvas, number: int) -> None:
    """What stands around the columns: the running head and page number, and the title on the first page."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, A4[1] - 40, RUNNING_HEAD)
    canvas.drawCentredString(A4[0] / 2, 36, str(number))
    if number == 1:
        canvas.setFont("Helvetica-Bold", 22)
        canvas.drawString(MARGIN, A4[1] - 90, TITLE)
        canvas.setFont("Helvetica", 13)
        canvas.drawString(MARGIN, A4[1] - 112, SUBTITLE)


def _column(canvas: Canvas, left: float, lines: Iterable[str]) -> None:
    """Draw the lines on the grid that both columns share; ValueError for a line that does not fit."""
    for row, line in enumerate(lines):
        text = line.removeprefix("# ")
        font = "Helvetica" if text == line else "Helvetica-Bold"
        if canvas.stringWidth(text, font, SIZE) > COLUMN_WIDTH:
            raise ValueError(f"too wide for its column: {text}")
        canvas.setFont(font, SIZE)
        canvas.drawString(left, TOP - row * LEADING, text)

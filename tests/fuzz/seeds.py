"""Sound documents to damage, one of each kind of thing that termlint reads, made by the builders.

They are also the corpus with which the atheris harnesses begin.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from termlint.readers import READERS
from tests.builders import pdf as made
from tests.builders import pdf_drawn as drawn
from tests.builders.docx import (
    b,
    bullet,
    comment,
    complex_field,
    control,
    dele,
    element,
    endnote,
    footnote,
    h,
    hidden,
    ins,
    link,
    moved_from,
    moved_to,
    p,
    section,
    simple_field,
    smart,
    table,
    word,
)
from tests.builders.docx_drawn import chart, diagram, picture, textbox
from tests.builders.pdf import pdf
from tests.builders.pdf_raw import raw_pdf

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 400_000
"""Bytes of a document of a folder that is taken as a seed: twenty thousand large ones would take days."""
USES = (
    "De stad telt veel hoogopgeleiden.",
    "Wij zien dat een mbo-leerling vaak werk vindt.",
    "Zij wil naar het hoger onderwijs in Utrecht.",
    "Wij vragen hbo werk- en denkniveau.",
    "Zowel hoog- als laagopgeleiden wonen hier, zegt de wethouder.",
    "Studenten stromen na een jaar op naar het hbo.",
)
PLAIN = "De gemeente werkt aan veilige fietspaden, en de raad besluit daar in mei over."
LONG = " ".join((PLAIN, *USES, PLAIN, PLAIN))


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound document. `suffix` is that by which it is read.

    `twofold`: it says the same in two ways (the value of a form's field, and how it is drawn); once damage
    makes these differ, what it says is anybody's guess.
    """

    name: str
    suffix: str
    data: bytes
    twofold: bool = False


@lru_cache(maxsize=1)
def built() -> tuple[Seed, ...]:
    """The seeds of our builders, always the same."""
    documents = {**_word(), **_pdf(), **_text()}
    return tuple(
        Seed(name, "." + name.rpartition(".")[2], data, twofold=name.startswith("formulier"))
        for name, data in documents.items()
    )


def from_folder(folder: Path) -> tuple[Seed, ...]:
    """The documents of a folder (and folders in it) that are not too large, by name."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in READERS and path.is_file())
    small = (path for path in files if path.stat().st_size <= LARGEST)
    return tuple(Seed(path.name, path.suffix.lower(), path.read_bytes()) for path in small)


def _word() -> dict[str, bytes]:
    return {
        "alinea.docx": word(*(p(use) for use in USES)),
        "koppen.docx": word(h(1, "Onderwijs"), p(LONG), h(2, "Hoger onderwijs"), bullet(USES[0]), p(PLAIN)),
        "tabel.docx": word(p(PLAIN), table([["Groep", USES[0]], [[p(USES[1]), p(USES[2])], "12"]])),
        "noten.docx": word(
            p("Zie de noot", footnote(USES[2]), " en deze", endnote(USES[1]), "."),
            p("Let op ", comment("Een mbo-leerling?", "dit stuk"), "."),
            header=[USES[0]],
            footer=["Pagina 1"],
        ),
        "wijzigingen.docx": word(
            p("Het ", ins("hoger "), dele("lager "), "onderwijs groeit in Utrecht."),
            p(moved_from(USES[0]), "Verplaatst."),
            p(moved_to(USES[0])),
        ),
        "velden.docx": word(
            p(simple_field("PAGE", "3"), complex_field('HYPERLINK "https://example.org"', USES[2])),
            p(link("het hoger onderwijs"), " en ", smart("Utrecht"), " en ", hidden("geheim")),
            p(control(p(USES[1]))),
            p("hoger", element("noBreakHyphen"), "opgeleid ", b("hoog"), "opgeleid, mbo\u00ad-leerling"),
        ),
        "tekening.docx": word(
            p(textbox(p(USES[0])), PLAIN),
            p(picture("Een mbo-leerling aan het werk")),
            p(chart("Hoogopgeleiden", ["hoog opgeleid", "laag opgeleid"], ["2024"])),
            p(diagram("hoger onderwijs", "mbo")),
            section(header=[USES[1]]),
            p(PLAIN),
        ),
        "strikt.docx": word(p(USES[0]), table([[USES[1], USES[2]]]), strict=True),
    }


def _pdf() -> dict[str, bytes]:
    uses = "\n".join(USES)
    return {
        "regels.pdf": pdf(made.page(made.lines(uses))),
        "kolommen.pdf": pdf(made.page(made.columns(LONG * 2, 2), made.footer("Nota 1"))),
        "paginas.pdf": pdf(
            *(
                made.page(made.header("Nota"), made.heading("Het hoger onderwijs", bookmark=True),
                          made.lines(LONG, top=100), made.footnotes(USES[1]))
                for _ in range(3)
            ),
            labels="roman",
        ),
        "tabel.pdf": pdf(made.page(drawn.table([["Groep", USES[0]], USES[1:3]], width=200, height=60))),
        "kader.pdf": pdf(made.page(made.lines(LONG), drawn.boxed(USES[0], 300, 500, 200, 80))),
        "gedraaid.pdf": pdf(made.page(made.turned(90), made.cropped(20, 20, 560, 800), made.lines(uses))),
        "notities.pdf": pdf(made.page(made.lines(PLAIN), made.note(USES[0]))),
        "formulier.pdf": pdf(made.page(made.lines(uses), made.field("naam", USES[1]))),
        "scan.pdf": pdf(*map(made.page, (drawn.picture(), made.lines(uses), made.lines(PLAIN)))),
        "versleuteld.pdf": pdf(made.page(made.lines(uses)), password=""),
        "ruw.pdf": raw_pdf(_shown(USES)),
        "codes.pdf": raw_pdf(
            "BT /F1 11 Tf 72 700 Td (De stad telt veel \001\002\002\003opgeleiden.) Tj ET",
            to_unicode={1: "h", 2: "o", 3: "g", **{code: chr(code) for code in range(32, 127)}},
        ),
    }  # fmt: skip


def _shown(lines: tuple[str, ...]) -> str:
    return "BT /F1 11 Tf 14 TL 72 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"


def _text() -> dict[str, bytes]:
    uses = "\n\n".join(USES)
    rows = "\n".join(f'{number};"{use}";{PLAIN[:30]}' for number, use in enumerate(USES))
    fence = f"```{{r}}\n# {USES[0]}\ntitel <- '{USES[1]}'\nplot(x) # {PLAIN}\n```"
    code = f'"""{USES[0]}"""\n\n# {USES[1]}\ntitel = "{USES[2]}"\n\n\ndef f(x):\n    return f"{USES[3]}"\n'
    html = (
        f"<!doctype html><html><head><meta charset=utf-8><title>{USES[2]}</title></head><body><h1>Nota</h1>"
        f"<p>{USES[0]}</p><ul><li>{USES[1]}</li></ul><table><tr><td>{USES[3]}</td></tr></table>"
        f"<p>caf&eacute; <b>hoog</b>opgeleiden</p><script>var x = 1</script></body></html>"
    )
    return {
        "nota.txt": f"{PLAIN}\n\n{uses}\n".encode(),
        "nota16.txt": f"{PLAIN}\r\n\r\n{uses}\r\n".encode("utf-16"),
        "nota.md": f"# Nota\n\n{uses}\n\n- {USES[0]}\n- {USES[1]}\n\n> {USES[2]}\n\n`code`\n".encode(),
        "nota.qmd": f"---\ntitle: {USES[2]}\n---\n\n{uses}\n\n{fence}\n".encode(),
        "nota.rmd": f"---\ntitle: Nota\n---\n\n{fence}\n\n{uses}\n".encode(),
        "model.r": f"# {USES[0]}\ntitel <- \"{USES[1]}\"\nx <- c('a', '{USES[2]}')\n".encode(),
        "model.py": code.encode(),
        "pagina.html": html.encode(),
        "lijst.csv": f"nr;tekst;meer\n{rows}\n".encode("cp1252"),
    }

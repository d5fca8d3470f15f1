"""Documents of every kind for fix, and what it made of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.builders.docx import p, word
from tests.builders.pdf import columns, page, pdf
from tests.cli.conftest import USE

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


SAFE = "De mbo-leerling leert een vak.\n"


FIXED = "De mbo-student leert een vak.\n"


KINDS = {
    "brief.docx": word(p("Een mbo-leerling in het hoger onderwijs.")),
    "nota.pdf": pdf(page(columns("Een mbo-leerling in het hoger onderwijs.", 1))),
    "nota.txt": (SAFE + USE).encode(),
    "nota.md": (SAFE + USE).encode(),
}


def found(desk: Desk, name: str, *statuses: str) -> Counter[tuple[str, str]]:
    """What `check` finds in a document with these statuses (else: new): rule and words."""
    report = desk.run("check", name, "--no-cache", "--format", "json").report
    wanted = statuses or ("new",)
    return Counter((f["rule"], f["text"]) for f in report["findings"] if f["status"] in wanted)


def listed(desk: Desk) -> list[str]:
    return sorted(path.name for path in desk.folder.iterdir())


def copy_of(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.termlint.{suffix}"

"""On a machine without what Windows lacks every command does the same: the same bytes, the same copies."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from examples import policy_note, vacancy
from tests.cli.conftest import CLEAN, USE
from tests.windows.conftest import Place, sentence

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

pytestmark = pytest.mark.slow

REPORTS = ("-o", "uit/r.html", "-o", "uit/r.xlsx", "-o", "uit/r.json")
STEPS: dict[str, tuple[tuple[str, ...], int]] = {
    "one": (("check", "vacature.docx", "--format", "json", "--no-cache"), 1),
    "clean": (("check", "stukken/schoon.txt"), 0),
    "pdf": (("check", "nota.pdf", "--format", "json", "--no-cache"), 1),
    "all, new": (("check", ".", "--format", "json", "-j", "2"), 2),
    "all, known": (("check", ".", "--format", "json", "-j", "1"), 2),
    "console": (("check", "vacature.docx", "stukken", "--show-info", "--show-exempt"), 2),
    "pattern": (("check", "stukken/*.md", "--format", "csv"), 1),
    "files": (("check", "vacature.docx", "--format", "sarif=uit/s.sarif", "-o", "uit/c.json"), 1),
    "fix": (("fix", "vacature.docx", "nota.pdf", "--date", "2026-01-02", "--output-dir", "uit"), 0),
    "fix one": (("fix", "vacature.docx", "--date", "2026-01-02"), 0),
    "fix text": (("fix", "stukken/brief.md", "--mode", "replace", "--in-place"), 1),
    "fix dry": (("fix", "stukken/crlf.txt", "--mode", "replace", "--dry-run"), 1),
    "report": (("report", ".", *REPORTS, "--history", "uit/h.sqlite"), 2),
    "report again": (("report", "stukken", "-o", "uit/r2.html", "--history", "uit/h.sqlite"), 2),
    "rules test": (("rules", "test", "termen/waterdam"), 0),
    "rules new": (("rules", "new", "nieuw-woord", "--in", "termen/eigen"), 0),
    "baseline": (("baseline", "create", "vacature.docx", "stukken"), 2),
    "baseline known": (("check", "stukken/crlf.txt", "--baseline", "termlint-baseline.jsonl"), 0),
    "baseline update": (("baseline", "update", "vacature.docx"), 0),
    "baseline show": (("baseline", "show"), 0),
    "explain": (("explain", "hoger-onderwijs"), 0),
    "settings": (("check", "--show-config"), 0),
    "init": (("init", "--force"), 0),
}  # fmt: skip
RULE = """id: achterstandswijk
severity: warning
title: Achterstandswijk
message: "‘{match}’ zegt alleen wat een wijk mist."
why: Het woord zet een hele wijk op achterstand.
source: {title: Schrijfwijzer}
words:
  achterstandswijk: noun
match:
  - achterstandswijk
suggest:
  - {text: noem wat er in de wijk speelt, safety: advice}
examples:
  flag:
    - {text: "Er komen banken in de [achterstandswijken]."}
  pass:
    - De trein heeft een achterstand.
"""


def furnish(place: Place) -> None:
    """Documents of several kinds, one that cannot be read, settings and rules, some with CR LF."""
    place.write("vacature.docx", vacancy.build())
    place.write("nota.pdf", policy_note.build())
    place.write("stukken/brief.md", f"# Brief\n\n{USE}\nEen achterstandswijk met mbo-leerlingen.\n")
    place.write("stukken/crlf.txt", f"{USE}Nog een hoogopgeleide.\n".replace("\n", "\r\n"))
    place.write("stukken/één beleid.html", f"<p>{USE}</p>")
    place.write("stukken/schoon.txt", CLEAN)
    place.write("stukken/stuk.docx", b"PK\x03\x04 geen pakket")
    place.write("stukken/zonder.pdf", b"%PDF-1.4 niets")
    place.write("termen/waterdam/pack.yaml", "id: waterdam\ntitle: Waterdam\n".replace("\n", "\r\n"))
    place.write("termen/waterdam/achterstandswijk.yaml", RULE.replace("\n", "\r\n"))
    place.write("termlint.yaml", "packs: [termen/waterdam]\r\nexclude: [uit]\r\n")
    (place.folder / "uit").mkdir()


def made(folder: Path) -> dict[str, object]:
    """Every file by name with what it holds; of a database its rows."""
    return {file.relative_to(folder).as_posix(): _held(file) for file in folder.rglob("*") if file.is_file()}


def _held(file: Path) -> object:
    if file.suffix != ".sqlite":
        return file.read_bytes()
    with closing(sqlite3.connect(file)) as database:
        return list(database.iterdump())


def moved(done: CompletedProcess[bytes], folder: Path) -> CompletedProcess[bytes]:
    """What was said, as if the folder had the same name on both machines."""
    done.stdout, done.stderr = (
        said.replace(bytes(folder), b"/bureau") for said in (done.stdout, done.stderr)
    )
    return done


Done = dict[str, tuple["CompletedProcess[bytes]", dict[str, object]]]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, Done]:
    """All steps in turn on each of the two machines, with what stood in the folder after each."""
    done: list[Done] = []
    for windows in (False, True):
        folder = tmp_path_factory.mktemp("computer") / "bureau"
        folder.mkdir()
        place = Place(folder, windows)
        furnish(place)
        done.append(
            {name: (moved(place.run(*step), folder), made(folder)) for name, (step, _) in STEPS.items()}
        )
    return done[0], done[1]


@pytest.mark.parametrize("step", STEPS)
def test_a_command_says_and_makes_the_same(both: tuple[Done, Done], step: str) -> None:
    (here, files_here), (windows, files_windows) = both[0][step], both[1][step]
    assert windows.returncode == STEPS[step][1], sentence(windows)
    assert (windows.stdout, windows.stderr) == (here.stdout, here.stderr)
    assert windows.returncode == here.returncode
    assert files_windows.keys() == files_here.keys()
    assert [name for name, held in files_windows.items() if held != files_here[name]] == []


def test_what_was_compared_holds_findings_and_copies(both: tuple[Done, Done]) -> None:
    files = both[1]["init"][1]
    assert {"uit/vacature.termlint.docx", "uit/nota.termlint.pdf", "vacature.termlint.docx"} <= files.keys()
    assert b"hoger onderwijs" in both[1]["all, new"][0].stdout
    assert "één beleid.html".encode() in both[1]["all, new"][0].stdout
    assert b"achterstandswijk" in both[1]["all, new"][0].stdout

"""What stays behind of a document: the sentence around a finding, for this user alone, and no more."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import docx, pdf
from tests.guarded import Guarded, tree

if TYPE_CHECKING:
    from collections.abc import Iterator


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the tests speak to POSIX; the code does not"),
]

USE = "De stad telt veel hoogopgeleide inwoners."


SECRETS = ("Kenmerkvooraf", "Kenmerkernaast", "Kenmerkerna", "Kenmerkmaker", "Kenmerkdaarna")
"""In sentences without a finding: in other paragraphs, and before and after the sentence in its own."""


BESIDE = f"Dit is {SECRETS[1]} van de zaak. {USE} Dit is {SECRETS[2]} van de zaak."


def confidential(folder: Path) -> None:
    """A document of each kind with secrets around one finding."""
    folder.mkdir()
    first, last = f"Mevrouw {SECRETS[0]} heeft gebeld.", f"Meneer {SECRETS[4]} heeft geschreven."
    remark = docx.comment("heeft", BESIDE, author=SECRETS[3])
    inserted = docx.ins(BESIDE, author=SECRETS[3])
    word = docx.word(
        docx.p(first), docx.p(BESIDE), docx.p("Zij ", remark, " gezien."), docx.p(inserted), docx.p(last)
    )
    (folder / "brief.docx").write_bytes(word)
    (folder / "brief.pdf").write_bytes(
        pdf.pdf(pdf.page(pdf.lines(first)), pdf.page(pdf.lines(BESIDE)), pdf.page(pdf.lines(last)))
    )
    text = f"{first}\n\n{BESIDE}\n\n{last}\n"
    for name in ("brief.txt", "brief.md", "nota.qmd"):
        (folder / name).write_text(text, "utf-8")
    (folder / "brief.html").write_text("".join(f"<p>{each}</p>" for each in text.split("\n\n")), "utf-8")
    (folder / "brief.csv").write_text("\n".join(f'"{each}"' for each in text.split("\n\n")), "utf-8")
    (folder / "brief.py").write_text(f'# {first}\nx = "{BESIDE}"\n# {last}\n', "utf-8")


def held(file: Path) -> Iterator[bytes]:
    """Everything in a file, and in what it packs."""
    data = file.read_bytes()
    yield data
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as package:
            yield from (package.read(name) for name in package.namelist())


def test_nothing_holds_more_of_a_document_than_the_sentence_around_a_finding(guarded: Guarded) -> None:
    confidential(guarded.folder / "stukken")
    names = ("json", "sarif", "github", "gitlab", "junit", "csv", "html", "xlsx")
    formats = [part for name in names for part in ("--format", f"{name}=uit/{name}")]
    (guarded.folder / "uit").mkdir()
    said = [
        guarded.termlint("check", "stukken", *formats, "--format", "console", "--show-info", "--show-exempt"),
        guarded.termlint(
            "report", "stukken", "-o", "uit/r.html", "-o", "uit/r.xlsx", "--history", "uit/h.sqlite"
        ),
        guarded.termlint("baseline", "create", "stukken", "--baseline", "uit/baseline"),
        guarded.termlint("fix", "stukken/brief.docx", "stukken/brief.txt", "--dry-run"),
        guarded.termlint("rules", "impact", "stukken/brief.txt"),
    ]
    assert [(done.returncode, done.stderr) for done in said[:3]] == [(1, b""), (1, b""), (0, b"")]
    kept = {file: b"\n".join(held(file)) for file in guarded.folder.parent.rglob("*") if file.is_file()}
    made = {file: data for file, data in kept.items() if "stukken" not in file.parts}
    assert all(
        b"hoogopgeleide" in made[guarded.folder / "uit" / name] for name in (*names, "baseline", "h.sqlite")
    )
    made |= {Path(f"stdout of {done.args[3:5]}"): done.stdout + done.stderr for done in said}
    for secret in SECRETS:
        assert [str(file) for file, data in made.items() if secret.encode() in data] == [], secret


def test_what_is_kept_for_a_next_run_is_for_this_user_alone(guarded: Guarded) -> None:
    confidential(guarded.folder / "stukken")
    guarded.termlint("check", "stukken/brief.txt")
    folder = guarded.folder.parent / "home" / ".cache" / "termlint"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    shutil.rmtree(folder)
    guarded.termlint("check", "stukken/brief.txt", "--no-cache")
    assert not folder.exists() or tree(folder) == []


def test_a_run_that_is_killed_leaves_nothing_of_its_documents(guarded: Guarded) -> None:
    for number in range(3):
        confidential(guarded.folder / f"stukken{number}")
    folders = [f"stukken{number}" for number in range(3)]
    command = [
        sys.executable,
        "-m",
        "termlint",
        "report",
        *folders,
        "-o",
        "r.html",
        "--jobs",
        "2",
        "--no-cache",
    ]
    running = subprocess.Popen(
        command, cwd=guarded.folder, env=guarded.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while not guarded.seen.exists() or guarded.processes < 3:  # both workers are there
        assert running.poll() is None
        time.sleep(0.05)
    time.sleep(0.5)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=30)  # ends when the last worker, which holds the pipe too, has gone
    assert list((guarded.folder.parent / "tmp").iterdir()) == []
    assert sorted(file.name for file in guarded.folder.iterdir()) == folders

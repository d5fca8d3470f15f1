"""An unchanged document costs next to nothing: neither spaCy nor the rules are loaded for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.git.test_new_only import HIGH, SCHOOL, text, word

if TYPE_CHECKING:
    from tests.git.repository import Sandbox
    from tests.git.test_new_only import Termlint

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """
import json, sys
from termlint.cli import run
code = run(sys.argv[1:])
heavy = ("spacy", "termlint.engine", "termlint.matching.matcher", "lxml", "docx", "pypdfium2", "jsonschema")
print(json.dumps([code, [name for name in heavy if name in sys.modules]]))
"""


def loaded(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """The exit code of a run in a process of its own, and what heavy parts it had loaded at its end."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
    )
    code, names = json.loads(done.stdout.splitlines()[-1])
    return code, names


@pytest.mark.parametrize(
    ("sentence", "code"), [("Alles gaat goed.", 0), (HIGH, 1)], ids=["clean", "with a finding"]
)
def test_a_second_run_loads_nothing_heavy(sandbox: Sandbox, sentence: str, code: int) -> None:
    word(sandbox.top / "nota.docx", sentence)
    sandbox.write("ander.md", text("Ook goed."))
    assert loaded(sandbox.top, "check")[0] == code
    assert loaded(sandbox.top, "check") == (code, [])


def test_without_the_cache_the_document_is_read(sandbox: Sandbox) -> None:
    word(sandbox.top / "nota.docx", "Alles gaat goed.")
    loaded(sandbox.top, "check")
    assert "termlint.engine" in loaded(sandbox.top, "check", "--no-cache")[1]


def report(answer: object) -> dict[str, object]:
    made = dict(answer.report)  # type: ignore[attr-defined]
    made["run"] = {**made["run"], "started": ""}
    return made


def test_the_report_from_the_cache_is_the_report(sandbox: Sandbox, termlint: Termlint) -> None:
    word(sandbox.top / "nota.docx", HIGH, "‘hoger onderwijs’ staat tussen aanhalingstekens.", SCHOOL)
    sandbox.write("twee.md", text(SCHOOL))
    asked = ("check", "--format", "json")
    fresh = report(termlint(*asked, "--no-cache"))
    assert report(termlint(*asked)) == report(termlint(*asked)) == fresh


def test_a_renamed_document_is_answered_under_its_new_name(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.write("oud.md", text(HIGH))
    termlint("check")
    (sandbox.top / "oud.md").rename(sandbox.top / "nieuw.md")
    answer = termlint("check", "--format", "json")
    assert answer.words() == [("nieuw.md", "hoogopgeleide")]
    assert [document["path"] for document in answer.report["documents"]] == ["nieuw.md"]


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param("rules:\n  ignore: [hoog-opgeleid]\n", id="a rule left out"),
        pytest.param("exempt:\n  - {words: hoogopgeleide, reason: zo heet het}\n", id="words accepted"),
    ],
)
def test_other_settings_are_not_answered_from_before(
    sandbox: Sandbox, termlint: Termlint, settings: str
) -> None:
    sandbox.write("nota.md", text(HIGH))
    assert termlint("check").code == 1
    sandbox.write("termlint.yaml", settings)
    assert termlint("check").code == 0
    (sandbox.top / "termlint.yaml").unlink()
    assert termlint("check").code == 1


def test_another_language_is_not_answered_from_before(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.write("nota.md", text("Hij zegt: ‘hoger onderwijs’."))
    dutch = termlint("check", "--format", "json").report["findings"]
    english = termlint("check", "--format", "json", "--lang", "en").report["findings"]
    assert [f["reason"] for f in dutch] != [f["reason"] for f in english]


def test_a_document_with_a_password_is_not_kept(sandbox: Sandbox, termlint: Termlint, tmp_path: Path) -> None:
    sandbox.write("nota.md", text(HIGH))
    termlint("check", "--password", "geheim")
    assert not (tmp_path / "cache").exists()


def test_a_mistake_in_the_settings_is_told_also_when_all_is_known(
    sandbox: Sandbox, termlint: Termlint
) -> None:
    sandbox.write("nota.md", text(HIGH))
    termlint("check")
    assert termlint("check", "--select", "bestaat-niet").code == 2
    assert termlint("check", "--select", "bestaat-niet").code == 2

"""The way of a newcomer: a format of documents and a format of reports, one module and one record each.

The package is copied, the modules and the records are put in the copy, and its command line is run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

READER = '''"""Subtitles: what is said, without the times."""

from termlint.readers.plain import Draft, decode, document, lines


def read(data, candidate, options):
    source, notices = decode(data)
    said = [row for row in lines(source) if not row.blank and "-->" not in row.text]
    return document("subtitles", source, [Draft(((row.span(),),)) for row in said], notices)
'''
FORMAT = """    Format(
        "subtitles", (".srt",), "termlint.readers.subtitles:read", "termlint.writers.text:write", ("replace",)
    ),
"""
REPORTER = '''"""A tally: how often each rule."""

from collections import Counter


def render(result, options):
    counted = Counter(finding.rule for finding in result.findings)
    return "".join(f"{rule} {count}\\n" for rule, count in sorted(counted.items()))
'''
REPORT_FORMAT = """        ReportFormat(
            "tally", "termlint.reporters.tally:render", suffixes=(".tally",), is_overview=True
        ),
"""
SUBTITLES = "00:01 --> 00:04 mbo-leerling\nEen mbo-leerling leert.\n"


class Copy:
    """A copy of the package, and a folder with one document."""

    def __init__(self, top: Path) -> None:
        self.top = top
        shutil.copytree(ROOT / "termlint", top / "termlint", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "rules", top / "rules")
        self.folder = top / "map"
        self.folder.mkdir()
        self.document = self.folder / "film.srt"
        self.document.write_bytes(SUBTITLES.encode())

    def add(self, module: str, text: str, records: str, record: str, after: str) -> None:
        """One new file, and one record put after a line of another."""
        (self.top / "termlint" / module).write_text(text, "utf-8")
        file = self.top / "termlint" / records
        before = file.read_text("utf-8")
        assert before.count(after) == 1
        file.write_text(before.replace(after, after + record), "utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        ours = {
            **os.environ,
            "PYTHONPATH": str(self.top),
            "TERMLINT_CACHE": str(self.top / "cache"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [sys.executable, "-X", "utf8", "-m", "termlint", *arguments]
        return subprocess.run(
            command, cwd=self.top, env=ours, capture_output=True, encoding="utf-8", check=False, timeout=300
        )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    made = Copy(tmp_path_factory.mktemp("newcomer"))
    made.add("readers/subtitles.py", READER, "formats/__init__.py", FORMAT, "tuple[Format, ...] = (\n")
    made.add("reporters/tally.py", REPORTER, "reporters/__init__.py", REPORT_FORMAT, "for record in (\n")
    return made


def test_it_is_met_read_and_told_by_its_name(copy: Copy) -> None:
    ran = copy.run("check", "map", "--format", "json")
    report = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert [(d["path"], d["format"], d["status"]) for d in report["documents"]] == [
        ("map/film.srt", "subtitles", "checked")
    ]
    assert [(f["text"], f["location"]["line"]) for f in report["findings"]] == [("mbo-leerling", 2)]


def test_fix_shows_what_it_would_replace(copy: Copy) -> None:
    ran = copy.run("fix", "map/film.srt", "--mode", "replace", "--dry-run")
    assert "-Een mbo-leerling leert.\n+Een mbo-student leert." in ran.stdout
    assert (copy.document.read_text(), list(copy.folder.iterdir())) == (SUBTITLES, [copy.document])


def test_fix_makes_a_copy(copy: Copy) -> None:
    ran = copy.run("fix", "map/film.srt", "--mode", "replace", "--output-dir", "gemaakt")
    assert ran.returncode == 0
    (made,) = copy.top.glob("gemaakt/**/film.termlint.srt")
    assert made.read_text() == SUBTITLES.replace("Een mbo-leerling", "Een mbo-student")


def test_a_refusal_names_it_among_what_is_known(copy: Copy) -> None:
    (copy.top / "los.zzz").write_text("x")
    assert ".srt" in copy.run("check", "los.zzz").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("check", "map", "--format", "tally=uit.tally"), id="check, by format"),
        pytest.param(("check", "map", "-o", "uit.tally"), id="check, by suffix"),
        pytest.param(("report", "map", "-o", "uit.tally"), id="report"),
    ],
)
def test_the_report_is_made(copy: Copy, arguments: tuple[str, ...]) -> None:
    (copy.top / "uit.tally").unlink(missing_ok=True)
    assert copy.run(*arguments).returncode == 1
    assert (copy.top / "uit.tally").read_text() == "mbo-leerling 1\n"


def test_without_the_records_neither_is_known(tmp_path: Path) -> None:
    plain = Copy(tmp_path)
    assert plain.run("check", "map/film.srt").returncode == 2
    assert plain.run("check", "map", "--format", "tally").returncode == 2

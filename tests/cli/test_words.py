"""A word that looks like an option and is a file here is that file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from termlint.cli import check
from termlint.cli.base import UserError
from termlint.cli.words import apart

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

OPTIONS = check.command("nl").params
FILES = ("-rf.md", "--output=a.md", "-", "gewoon.md", "--staged", "conf.yaml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param("-rf.md", "-- -rf.md", id="short"),
        pytest.param("--output=a.md", "-- --output=a.md", id="long"),
        pytest.param("-", "-- ./-", id="standard input"),
        pytest.param("--staged gewoon.md", "-- --staged gewoon.md", id="exactly an option"),
        pytest.param("gewoon.md -rf.md --show-info", "--show-info -- gewoon.md -rf.md", id="in order"),
        pytest.param("--config conf.yaml -rf.md", "--config conf.yaml -- -rf.md", id="a value"),
        pytest.param("-o uit.html -rf.md", "-o uit.html -- -rf.md", id="a value behind a letter"),
        pytest.param("-ouit.html -rf.md", "-ouit.html -- -rf.md", id="a value in the word"),
        pytest.param("-j 2 -rf.md", "-j 2 -- -rf.md", id="a number"),
        pytest.param("--fail-on=never -rf.md", "--fail-on=never -- -rf.md", id="no file of that name"),
        pytest.param("--show-info -- -rf.md --x", "--show-info -- -rf.md --x", id="behind two hyphens"),
        pytest.param("-rf.md --config", "--config -- -rf.md", id="a value that is not there"),
        pytest.param("--no-cache gewoon.md", "--no-cache gewoon.md", id="nothing to tell apart"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_files_come_behind_two_hyphens(given: str, meant: str) -> None:
    assert apart(given.split(), OPTIONS, "nl") == meant.split()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize("kind", ["folder", "link", "link to nowhere"])
def test_what_is_no_file_stops_the_run(folder: Path, kind: str) -> None:
    place = folder / "--no-cache"
    if kind == "folder":
        place.mkdir()
    else:
        place.symlink_to("gewoon.md" if kind == "link" else "weg")
    with pytest.raises(UserError) as caught:
        apart(["--no-cache", "gewoon.md"], OPTIONS, "nl")
    assert caught.value.code == "cli-option-is-here"


def test_the_user_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    apart(["--output=a.md"], OPTIONS, "nl")
    assert "‘--output=a.md’ is gelezen als bestand" in capsys.readouterr().err

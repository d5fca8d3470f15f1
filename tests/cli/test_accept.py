"""`termlint accept`: what it writes holds for that path and no other, and what cannot hold is refused."""

from __future__ import annotations

import os
import tomllib
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.cli.conftest import USE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

WHY = "naam van de wet"
ARGUMENTS = ("--reason", WHY)


@pytest.fixture
def documents(desk: Desk) -> Path:
    for name in ("a/brief.md", "a/b/brief.md", "brief.md"):
        file = desk.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(USE, "utf-8")
    return desk.folder


def outcomes(desk: Desk) -> dict[str, str]:
    report = desk.run("check", ".", "--format", "json", "--no-cache").report
    return {finding["path"]: finding["status"] for finding in report["findings"]}


@pytest.mark.parametrize(
    ("path", "exempt"),
    [
        pytest.param("a/brief.md", {"a/brief.md"}, id="a document"),
        pytest.param("brief.md", {"brief.md"}, id="and none of that name below"),
        pytest.param("a", {"a/brief.md", "a/b/brief.md"}, id="a folder"),
        pytest.param("./a/b/../b/", {"a/b/brief.md"}, id="a folder in a roundabout way"),
        pytest.param(".", {"a/brief.md", "a/b/brief.md", "brief.md"}, id="this folder"),
        pytest.param("a/*.md", {"a/brief.md"}, id="a pattern"),
    ],
)
def test_it_holds_for_that_path(desk: Desk, documents: Path, path: str, exempt: set[str]) -> None:
    done = desk.run("accept", "hoger-onderwijs", path, *ARGUMENTS)
    assert (done.code, done.err, done.out.count("\n")) == (0, "", 1)
    assert "termlint.yaml" in done.out
    assert WHY in done.out
    found = outcomes(desk)
    assert {name for name, status in found.items() if status == "exempt"} == exempt
    assert len(found) == 3


def test_everything_that_was_said_stands_there(desk: Desk, documents: Path) -> None:
    (documents / "termlint.yaml").write_text("# van ons\nfail-on: error\n", "utf-8")
    more = ("--words", "hoger onderwijs", "--words", "hbo", "--until", "2100-01-01", "--by", "Team Onderwijs")
    assert desk.run("accept", "Hoger-Onderwijs", "a/brief.md", *ARGUMENTS, *more).code == 0
    text = (documents / "termlint.yaml").read_text("utf-8")
    assert text.startswith("# van ons\nfail-on: error\n")
    assert yaml.safe_load(text)["exempt"] == [
        {
            "words": ["hoger onderwijs", "hbo"],
            "rule": "hoger-onderwijs",
            "paths": "/a/brief.md",
            "reason": WHY,
            "by": "Team Onderwijs",
            "until": date(2100, 1, 1),
        }
    ]
    assert outcomes(desk)["a/brief.md"] == "exempt"


def test_twice_is_once(desk: Desk, documents: Path) -> None:
    command = ("accept", "hoger-onderwijs", "a", *ARGUMENTS, "--until", "2100-01-01")
    first = desk.run(*command)
    written = (documents / "termlint.yaml").read_bytes()
    again = desk.run(*command)
    assert (first.code, again.code) == (0, 0)
    assert (documents / "termlint.yaml").read_bytes() == written
    assert "staat al" in again.out
    desk.run(*command[:3], "--reason", "een andere reden")
    assert len(yaml.safe_load((documents / "termlint.yaml").read_text("utf-8"))["exempt"]) == 2


def test_into_a_pyproject(desk: Desk, documents: Path) -> None:
    (documents / "pyproject.toml").write_text('[tool.termlint]\nfail-on = "error"\n', "utf-8")
    more = ("--until", "2100-01-01", "--words", "hoger onderwijs", "--words", "hbo")
    assert desk.run("accept", "hoger-onderwijs", "a", *ARGUMENTS, *more).code == 0
    (entry,) = tomllib.loads((documents / "pyproject.toml").read_text("utf-8"))["tool"]["termlint"]["exempt"]
    assert entry["until"] == date(2100, 1, 1)
    assert entry["words"] == ["hoger onderwijs", "hbo"]
    assert outcomes(desk)["a/brief.md"] == "exempt"
    assert not (documents / "termlint.yaml").exists()


def test_the_nearest_settings_hold(desk: Desk, documents: Path) -> None:
    (documents / "a" / "termlint.yaml").write_text("fail-on: error\n", "utf-8")
    assert desk.run("accept", "hoger-onderwijs", "a/b/brief.md", *ARGUMENTS).code == 0
    assert "paths: /b/brief.md" in (documents / "a" / "termlint.yaml").read_text("utf-8")
    assert not (documents / "termlint.yaml").exists()


def test_every_rule_for_words_only(desk: Desk, documents: Path) -> None:
    assert desk.run("accept", "alles", "a", *ARGUMENTS).code == 2
    assert desk.run("accept", "alles", "a", *ARGUMENTS, "--words", "hoger onderwijs").code == 0
    (entry,) = yaml.safe_load((documents / "termlint.yaml").read_text("utf-8"))["exempt"]
    assert "rule" not in entry
    assert outcomes(desk)["a/brief.md"] == "exempt"


YESTERDAY = (date.today() - timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(("hoger-onderwys", "a", *ARGUMENTS), "‘hoger-onderwijs’", id="a rule misspelt"),
        pytest.param(("vervolgonderwijs", "a", *ARGUMENTS), "geen regel", id="a pack is no rule"),
        pytest.param(("hoger-onderwijs", "a"), "--reason", id="no reason"),
        pytest.param(("hoger-onderwijs", "a", "--reason", " \n "), "--reason", id="an empty reason"),
        pytest.param(("hoger-onderwijs", "b", *ARGUMENTS), "b is er niet", id="no such path"),
        pytest.param(("hoger-onderwijs", "b/*.md", *ARGUMENTS), "b is er niet", id="no such folder"),
        pytest.param(("hoger-onderwijs", "a", *ARGUMENTS, "--until", "morgen"), "2027-12-31", id="no date"),
        pytest.param(("hoger-onderwijs", "a", *ARGUMENTS, "--until", YESTERDAY), "voorbij", id="yesterday"),
        pytest.param(("hoger-onderwijs", "a", "--reason", "a\0b"), "--reason", id="no text"),
        pytest.param(("hoger-onderwijs", "a", "--reason", "a\udcffb"), "--reason", id="no text either"),
        pytest.param(("hoger-onderwijs", "a", *ARGUMENTS, "--config", "x.yaml"), "x.yaml", id="no settings"),
    ],
)
def test_what_cannot_hold_is_refused(
    desk: Desk, documents: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = desk.run("accept", *arguments)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert done.err.startswith("Fout: ")
    assert not (documents / "termlint.yaml").exists()


def test_today_is_not_too_late(desk: Desk, documents: Path) -> None:
    assert (
        desk.run("accept", "hoger-onderwijs", "a", *ARGUMENTS, "--until", date.today().isoformat()).code == 0
    )


def test_a_path_outside_the_folder_of_the_settings_is_refused(desk: Desk, documents: Path) -> None:
    file = documents / "a" / "b" / "termlint.yaml"
    file.write_text("fail-on: error\n", "utf-8")
    done = desk.run("accept", "hoger-onderwijs", "brief.md", *ARGUMENTS, "--config", str(file))
    assert done.code == 2
    assert "ligt niet in de map" in done.err
    assert file.read_text("utf-8") == "fail-on: error\n"


def test_settings_that_are_wrong_stay_as_they_are(desk: Desk, documents: Path) -> None:
    (documents / "termlint.yaml").write_text("exempt: nee\n", "utf-8")
    done = desk.run("accept", "hoger-onderwijs", "a", *ARGUMENTS)
    assert (done.code, done.out) == (2, "")
    assert (documents / "termlint.yaml").read_text("utf-8") == "exempt: nee\n"


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_name_that_no_pattern_can_say_is_refused(desk: Desk, documents: Path) -> None:
    (documents / "a\\b.md").write_text(USE, "utf-8")
    assert desk.run("accept", "hoger-onderwijs", "a\\b.md", *ARGUMENTS).code == 2
    (documents / "a[1] é.md").write_text(USE, "utf-8")
    assert desk.run("accept", "hoger-onderwijs", "a[1] é.md", *ARGUMENTS).code == 0
    assert outcomes(desk)["a[1] é.md"] == "exempt"


def test_in_english(desk: Desk, documents: Path) -> None:
    done = desk.run("accept", "hoger-onderwijs", "a", "--reason", "name of the act", "--lang", "en")
    assert (done.code, done.out[:8]) == (0, "Added to")

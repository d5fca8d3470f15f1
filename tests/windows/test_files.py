"""Files that Windows keeps from us, or that cannot be: one sentence, and what was there is still there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from examples import vacancy
from tests.cli.conftest import USE
from tests.windows.conftest import Place, sentence

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

BEFORE = b"wat er stond"
BRIEF = ("check", "brief.docx")


@pytest.fixture
def desk(place: Place) -> Place:
    place.write("brief.docx", vacancy.build())
    return place


def left(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


# --- a file that another program holds ----------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [("check", "."), ("report", ".", "-o", "r.html"), ("fix", ".", "--mode", "replace", "--dry-run")],
    ids=" ".join,
)
def test_a_document_that_is_held_costs_only_itself(desk: Place, command: tuple[str, ...]) -> None:
    desk.write("vast.docx", vacancy.build())
    free, held = desk.run(*command), desk.run(*command, SIMULATED_HELD="vast.docx")
    assert free.returncode in (0, 1)
    assert held.returncode == 2
    said = sentence(held)
    if command[0] == "report":
        said = " ".join((desk.folder / "r.html").read_text("utf-8").split())
    assert "Sluit het document in Word en probeer het opnieuw" in said
    assert "hoogopgeleide" in said


HELD: dict[str, tuple[tuple[str, ...], str]] = {
    "check -o": ((*BRIEF, "-o", "uit.json"), "uit.json"),
    "check --format": ((*BRIEF, "--format", "sarif=uit.sarif"), "uit.sarif"),
    "report html": (("report", "brief.docx", "-o", "uit.html"), "uit.html"),
    "report xlsx": (("report", "brief.docx", "-o", "uit.xlsx"), "uit.xlsx"),
    "fix": (("fix", "brief.docx", "--force"), "brief.termlint.docx"),
    "baseline": (("baseline", "create", "brief.docx", "--baseline", "uit.jsonl", "--force"), "uit.jsonl"),
}


@pytest.mark.parametrize(("command", "target"), HELD.values(), ids=HELD.keys())
def test_an_output_that_is_open_is_said_and_stays(desk: Place, command: tuple[str, ...], target: str) -> None:
    desk.write(target, BEFORE)
    done = desk.run(*command, SIMULATED_HELD=target)
    assert done.returncode == 2
    assert f"{target} is niet" in sentence(done)
    assert "ergens open. Sluit het" in sentence(done)
    assert (desk.folder / target).read_bytes() == BEFORE
    assert left(desk.folder) == {"brief.docx", target}


def test_the_same_output_that_is_not_open_is_written(desk: Place) -> None:
    desk.write("uit.json", BEFORE)
    assert desk.run(*BRIEF, "-o", "uit.json").returncode == 1
    assert json.loads((desk.folder / "uit.json").read_bytes())["documents"]


PLACES = {
    "read-only": ("vast.json", "alleen-lezen"),
    "a folder": ("map", "dat is een map"),
    "no folder": ("geen/uit.json", "die map is er niet"),
    "in a file": ("brief.docx/uit.json", "map"),
}


@pytest.mark.parametrize(("target", "why"), PLACES.values(), ids=PLACES.keys())
def test_a_place_that_takes_nothing_is_said(desk: Place, target: str, why: str) -> None:
    (desk.folder / "map").mkdir()
    desk.write("vast.json", BEFORE).chmod(0o444)
    done = desk.run(*BRIEF, "-o", target)
    assert done.returncode == 2
    assert why in sentence(done)
    assert (desk.folder / "vast.json").read_bytes() == BEFORE


# --- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["nul.json", "CON.json", "com1.uit.json", "Aux .json", "prn", "LPT².csv"])
def test_a_name_that_is_a_device_is_refused(desk: Place, name: str) -> None:
    done = desk.run(*BRIEF, "-o", name)
    assert done.returncode == 2
    assert f"{name} is niet geschreven: zo kan een bestand in Windows niet heten" in sentence(done)
    assert left(desk.folder) == {"brief.docx"}


@pytest.mark.parametrize("name", ["nulmeting.json", "con-1.json", "com10.json", "uit.nul"])
def test_a_name_that_only_looks_like_one_is_taken(desk: Place, name: str) -> None:
    assert desk.run(*BRIEF, "-o", name).returncode == 1
    assert (desk.folder / name).stat().st_size


def test_elsewhere_such_a_name_is_a_name(desk: Place) -> None:
    assert Place(desk.folder, windows=False).run(*BRIEF, "-o", "nul.json").returncode == 1
    assert (desk.folder / "nul.json").is_file()


def test_the_quotation_mark_that_a_last_backslash_leaves_is_no_part_of_a_name(desk: Place) -> None:
    desk.write("Mijn map/een.txt", USE)
    assert desk.run("check", 'Mijn map"').returncode == 1
    assert Place(desk.folder, windows=False).run("check", 'Mijn map"').returncode == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_a_list_of_paths_is_read_as_powershell_writes_it(desk: Place, encoding: str) -> None:
    desk.write("één.txt", USE)
    desk.write("lijst.txt", "één.txt\r\n".encode(encoding))
    done = desk.run("report", "--files-from", "lijst.txt", "-o", "r.json")
    assert done.returncode == 1, sentence(done)
    report = json.loads((desk.folder / "r.json").read_bytes())
    assert [document["path"] for document in report["documents"]] == ["één.txt"]


# --- long paths ---------------------------------------------------------------------------------------


def deep(place: Place, length: int) -> str:
    """A folder below, so that `brief.docx` in it has a path of so many characters."""
    rest = length - len(f"{place.folder}//brief.docx")
    names = ["een lange mapnaam van vijftig tekens voor een stuk"] * ((rest - 2) // 51)
    return "/".join([*names, "x" * (rest - 51 * len(names))])


@pytest.mark.parametrize("length", [199, 200, 230, 259, 260, 420])
def test_a_path_of_any_length_is_read_and_written(place: Place, length: int) -> None:
    folder = deep(place, length)
    document = place.write(f"{folder}/brief.docx", vacancy.build())
    place.write(f"{folder}/termlint.yaml", "rules: {ignore: [hoger-onderwijs]}\r\n")
    assert len(str(document)) == length
    here = Place(place.folder, windows=False)
    for command in (("check", "."), ("check", f"{folder}/brief.docx")):
        asked = (*command, "--format", "json", "--no-cache", "-j", "1")
        found = place.run(*asked)
        assert found.returncode == 1, sentence(found)
        assert found.stdout == here.run(*asked).stdout
    fixed = place.run("fix", ".", "--date", "2026-01-02")
    assert fixed.returncode == 0, sentence(fixed)
    copy = (document.parent / "brief.termlint.docx").read_bytes()
    assert here.run("fix", ".", "--date", "2026-01-02", "--force").returncode == 0
    assert copy == (document.parent / "brief.termlint.docx").read_bytes()


def test_reports_and_copies_come_in_a_deep_folder_and_a_baseline_knows_what_is_there(place: Place) -> None:
    folder = deep(place, 330)
    place.write(f"{folder}/brief.docx", vacancy.build())
    written = place.run("report", ".", "-o", f"{folder}/r.html", "-o", f"{folder}/r.json")
    assert written.returncode == 1, sentence(written)
    assert {"r.html", "r.json"} <= left(place.folder / folder)
    copied = place.run("fix", f"{folder}/brief.docx", "--output-dir", "uit")
    assert copied.returncode == 0, sentence(copied)
    assert (place.folder / "uit" / folder / "brief.termlint.docx").is_file()
    assert place.run("baseline", "create", folder).returncode == 0
    before = (place.folder / "termlint-baseline.jsonl").read_bytes()
    assert place.run("baseline", "update").returncode == 0
    assert (place.folder / "termlint-baseline.jsonl").read_bytes() == before
    assert b"hoogopgeleide" in before

"""The command in poor surroundings: no home, no locale, no room, nobody who listens, names of all sorts.

Everything runs in a process of its own, as a user or a scheduler starts it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from examples import vacancy
from termlint.reporters import REPORTERS
from tests.cli.conftest import CLEAN, USE

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the tests speak to POSIX; the code does not"),
]

NO_UTF8 = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
POOR: dict[str, dict[str, str | None]] = {
    "no home": {"HOME": None, "XDG_CACHE_HOME": None},
    "a home that is no folder": {"HOME": "/dev/null", "XDG_CACHE_HOME": None},
    "a cache folder nobody can make": {"XDG_CACHE_HOME": "/proc/termlint"},
    "no temporary folder": {"TMPDIR": "/geen/map", "TMP": "/geen/map", "TEMP": "/geen/map"},
    "no locale": {"LANG": None, "LC_ALL": None, "LC_CTYPE": None, **NO_UTF8},
    "a locale that is not there": {"LC_ALL": "kl_KL.UTF-8", **NO_UTF8},
    "the C locale": {"LC_ALL": "C", **NO_UTF8},
    "a cp1252 console": {"PYTHONIOENCODING": "cp1252", **NO_UTF8},
    "an ASCII console": {"PYTHONIOENCODING": "ascii", "LC_ALL": "POSIX", **NO_UTF8},
    "a screen of one column": {"COLUMNS": "1", "TERM": "dumb"},
    "a screen of no size": {"COLUMNS": "breed", "LINES": "-1", "TERM": ""},
}
LISTENERS = (
    *(("check", "een.txt", "--format", name) for name in REPORTERS),
    ("check", "--help"),
    ("check", "--show-config"),
    ("explain", "hoger-onderwijs"),
    ("rules", "schema"),
    ("fix", "een.txt", "--dry-run"),
    ("baseline", "create", "een.txt", "--force"),
)


def run(
    desk: Desk, *arguments: str, surroundings: dict[str, str | None] | None = None, **options: object
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **(surroundings or {})}
    environment = {name: value for name, value in environment.items() if value is not None}
    command = [sys.executable, "-m", "termlint", *arguments]
    given = {"capture_output": True, "timeout": 60, "cwd": desk.folder, **options}
    return subprocess.run(command, env=environment, check=False, **given)  # type: ignore[call-overload,no-any-return]


def complaint(done: subprocess.CompletedProcess[bytes], *, lines: int = 1) -> str:
    """What was said on stderr: some lines for a person, and no traceback."""
    said = done.stderr.decode("utf-8", "replace")
    assert len(said.splitlines()) == lines, said
    assert "Traceback" not in said
    return said


# --- surroundings -----------------------------------------------------------------------------------


@pytest.mark.parametrize("surroundings", POOR.values(), ids=POOR.keys())
def test_poor_surroundings_change_nothing(known: Desk, surroundings: dict[str, str | None]) -> None:
    known.write("een.txt")
    done = run(known, "check", "een.txt", surroundings=surroundings)
    assert done.returncode == 1
    assert complaint(done, lines=0) == ""
    assert b"hoger onderwijs" in b" ".join(done.stdout.split())


def test_a_console_shows_what_it_can_of_every_character(known: Desk) -> None:
    known.write("een.txt")
    wide = run(known, "check", "een.txt", surroundings={"PYTHONIOENCODING": "utf-8"}).stdout.decode()
    windows = run(known, "check", "een.txt", surroundings=POOR["a cp1252 console"]).stdout
    plain = run(known, "check", "een.txt", surroundings=POOR["an ASCII console"]).stdout.decode("ascii")
    assert windows.decode("cp1252") == wide
    assert ">>hoger onderwijs<<" in plain
    assert "'hoger onderwijs' zet hbo en wo" in plain
    assert "?" not in plain


@pytest.mark.parametrize(
    "surroundings", [POOR["the C locale"], POOR["a cp1252 console"]], ids=["C", "cp1252"]
)
def test_what_programs_read_is_utf_8_everywhere(known: Desk, surroundings: dict[str, str | None]) -> None:
    known.write("één.txt")
    done = run(known, "check", "één.txt", "--format", "json", surroundings=surroundings)
    report = json.loads(done.stdout.decode("utf-8"))
    assert [f["message"] for f in report["findings"]] == ["‘hoger onderwijs’ zet hbo en wo boven het mbo."]
    assert report["documents"][0]["path"].encode("utf-8", "surrogateescape") == "één.txt".encode()


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "een.txt"), ("explain", "hoger-onderwijs"), ("init",)], ids=" ".join
)
def test_a_folder_that_is_gone_is_said(known: Desk, arguments: tuple[str, ...]) -> None:
    script = f"mkdir weg && cd weg && rmdir ../weg && '{sys.executable}' -m termlint {' '.join(arguments)}"
    done = known.shell(script)
    assert done.returncode == 2
    assert "map" in complaint(done)


# --- nobody listens, and no room ----------------------------------------------------------------------


@pytest.mark.parametrize("arguments", LISTENERS, ids=" ".join)
def test_a_reader_that_left_is_no_error(known: Desk, arguments: tuple[str, ...]) -> None:
    known.write("een.txt")
    whole = run(known, *arguments).returncode
    read, write = os.pipe()
    os.close(read)
    done = run(known, *arguments, capture_output=False, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert complaint(done, lines=0) == ""
    assert done.returncode == whole


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", LISTENERS, ids=" ".join)
def test_a_full_disk_behind_stdout_is_said(known: Desk, arguments: tuple[str, ...]) -> None:
    known.write("een.txt")
    with Path("/dev/full").open("wb") as full:
        done = run(known, *arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    said = complaint(done)
    assert "schijf is vol" in said or "No space left on device" in said


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("file", "code"), [("een.txt", 1), ("schoon.txt", 0), ("weg.txt", 2)])
def test_closed_streams_change_no_exit_code(known: Desk, closed: str, file: str, code: int) -> None:
    known.write("een.txt")
    known.write("schoon.txt", CLEAN)
    done = known.shell(f"'{sys.executable}' -m termlint check {file} {closed}")
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


# --- names --------------------------------------------------------------------------------------------

NAMES = {
    "composed": unicodedata.normalize("NFC", "één beleid.txt").encode(),
    "decomposed": unicodedata.normalize("NFD", "één beleid.txt").encode(),
    "no Unicode": b"be\xffleid \x9b.txt",
    "other signs": "学校 🎓 \u00adx\u00a0y.txt".encode(),
    "spaces": b"  twee  spaties .txt",
    "a line end": b"twee\nregels.txt",
    "a dash": b"-o.txt",
    "a pattern": b"[a]*?.txt",
    "long": b"a" * 200 + b".txt",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_name_is_read_and_reported_as_it_is(known: Desk, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(known.folder) + b"/map/" + name))
    path.parent.mkdir()
    path.write_text(USE, "utf-8")
    found = run(known, "check", "map", "--format", "json")
    named = run(
        known, "check", os.fsdecode(b"map/" + name), "--format", "json", surroundings=POOR["the C locale"]
    )
    for done in (found, named):
        assert complaint(done, lines=0) == ""
        shown = json.loads(done.stdout)["documents"][0]["path"]
        assert shown.encode("utf-8", "surrogateescape") == b"map/" + name
        assert done.returncode == 1


@pytest.mark.parametrize("name", [NAMES[each] for each in ("decomposed", "no Unicode")], ids=["NFD", "bytes"])
def test_every_file_that_is_made_bears_an_odd_name_too(known: Desk, name: bytes) -> None:
    folder = os.fsencode(known.folder) + b"/" + name.removesuffix(b".txt")
    asked = os.fsdecode(folder)
    Path(asked).mkdir()
    Path(asked, "brief.docx").write_bytes(vacancy.build())
    done = run(known, "fix", asked)
    assert (done.returncode, complaint(done, lines=0)) == (0, "")
    outputs = [os.fsdecode(folder + f"/r.{kind}".encode()) for kind in ("html", "xlsx", "csv", "json")]
    done = run(known, "report", asked, *(part for each in outputs for part in ("-o", each)))
    assert (done.returncode, complaint(done, lines=0)) == (1, "")
    names = {"brief.docx", "brief.termlint.docx", "r.html", "r.xlsx", "r.csv", "r.json"}
    assert {file.name for file in Path(asked).iterdir()} == names
    for each in (("baseline", "create", asked), ("check", asked, "--baseline", "termlint-baseline.jsonl")):
        assert complaint(run(known, *each), lines=0) == ""


def test_a_path_beyond_260_characters(known: Desk) -> None:
    folder = known.folder.joinpath(*["een lange mapnaam van vijftig tekens voor een stuk "[:40]] * 9)
    folder.mkdir(parents=True)
    (folder / "brief.docx").write_bytes(vacancy.build())
    asked = os.path.relpath(folder, known.folder)
    assert len(asked) > 260
    assert run(known, "check", asked).returncode == 1
    assert run(known, "fix", asked).returncode == 0
    assert (folder / "brief.termlint.docx").is_file()


def test_a_name_too_long_for_a_copy_is_said(known: Desk) -> None:
    known.write("a" * 245 + ".docx", vacancy.build())
    done = run(known, "fix", "a" * 245 + ".docx")
    assert done.returncode == 2
    assert "de naam is te lang" in done.stdout.decode()
    assert complaint(done, lines=0) == ""


# --- a screen -----------------------------------------------------------------------------------------


def test_a_workbook_is_not_poured_over_a_screen(known: Desk) -> None:
    known.write("een.txt")
    screen, inside = os.openpty()
    asked = ("check", "een.txt", "--format", "xlsx")
    done = run(known, *asked, capture_output=False, stdout=inside, stderr=subprocess.PIPE)
    os.close(inside)
    os.close(screen)
    assert done.returncode == 2
    assert "--format xlsx=uitslag.xlsx" in complaint(done)
    assert run(known, *asked).stdout.startswith(b"PK")

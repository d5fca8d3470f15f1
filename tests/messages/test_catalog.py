"""The catalogue is one over all rooms, and no run reads those that it does not need."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from termlint import messages
from termlint.messages import CATALOG, say
from tests.conftest import ROOT

FOLDER = ROOT / "termlint" / "messages"
ROOMS = sorted(file.stem for file in FOLDER.glob("*.py") if file.stem not in ("__init__", "sanitize"))


def test_every_room_is_in_it_and_no_code_stands_twice() -> None:
    assert sorted((*messages._OFTEN, *messages._REST)) == ROOMS
    codes = [code for room in ROOMS for code in import_module(f"termlint.messages.{room}").CATALOG]
    assert len(CATALOG) == len(codes) > 700
    assert set(CATALOG) == set(codes)


@pytest.mark.parametrize("code", ["cli-error", "report-sheet-summary"], ids=["often", "rest"])
def test_a_code_is_found_wherever_it_stands(code: str) -> None:
    assert code in CATALOG
    assert say(code, "nl") != say(code, "en")


def test_a_code_that_is_nowhere() -> None:
    assert "geen-code" not in CATALOG
    with pytest.raises(KeyError):
        say("geen-code", "nl")


@pytest.mark.parametrize(
    ("asked", "loaded"),
    [
        pytest.param("check -", False, id="a clean document"),
        pytest.param("report --help", True, id="help that needs the rest"),
    ],
)
def test_a_clean_check_reads_few(asked: str, loaded: bool) -> None:
    program = (
        "import sys; from termlint.cli import run; run(sys.argv[1:]); "
        "print('termlint.messages.report' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *asked.split()],
        input="Een straat.\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    assert ran.stdout.splitlines()[-1] == str(loaded)

"""The simulated machine lacks what it should, so that the other tests can fail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.windows.conftest import CONSOLE, Place

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SEEN = """
import json, sys, types
module = types.ModuleType("termlint.proef" if {inside} else "proef")
exec('''
import os, select, signal, sys
from multiprocessing import get_context
def can(what, *given):
    try:
        what(*given)
        return True
    except (OSError, ValueError, ImportError, AttributeError):
        return False
def imports(name):
    __import__(name)
''', vars(module))
m = module
print(json.dumps([
    m.sys.platform, m.os.name,
    hasattr(m.os, "fork"), hasattr(m.os, "O_NONBLOCK"), hasattr(m.signal, "SIGKILL"),
    m.can(m.get_context, "fork"), m.can(m.select.select, [], [], [], 0), m.can(m.imports, "fcntl"),
]))
"""


def seen(place: Place, *, inside: bool) -> list[object]:
    done = place.python("-c", SEEN.format(inside=inside))
    assert done.returncode == 0, done.stderr
    found: list[object] = json.loads(done.stdout)
    return found


def test_termlint_sees_windows(place: Place) -> None:
    assert seen(place, inside=True) == ["win32", "nt", False, False, False, False, False, False]


def test_others_see_this_machine_but_for_what_cannot_be_imported(place: Place) -> None:
    platform, name, *rest = seen(place, inside=False)
    assert (platform, name) != ("win32", "nt")
    assert rest == [True, True, True, True, True, False]


def test_an_ordinary_place_has_it_all(tmp_path: Path) -> None:
    assert seen(Place(tmp_path, windows=False), inside=True)[2:] == [True] * 6


@pytest.mark.parametrize(("length", "found"), [(259, True), (260, False)], ids=["259", "260"])
def test_a_long_path_is_not_found_unless_it_is_given_in_full(place: Place, length: int, found: bool) -> None:
    folder = place.folder / ("m" * 100)
    folder.mkdir()
    name = f"{folder}/".ljust(length, "x")
    program = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('x')"
    assert (place.python("-c", program, name).returncode == 0) is found
    assert place.python("-c", program, "\\\\?\\" + name).returncode == 0


def test_a_file_that_is_held_is_not_opened_and_another_is(place: Place) -> None:
    place.write("vast.txt", "x")
    place.write("los.txt", "x")
    program = "import sys; print(open(sys.argv[1]).read())"
    assert place.python("-c", program, "los.txt", SIMULATED_HELD="vast.txt").returncode == 0
    refused = place.python("-c", program, "vast.txt", SIMULATED_HELD="vast.txt")
    assert b"PermissionError" in refused.stderr


def test_the_console_is_cp1252(place: Place) -> None:
    assert place.python("-c", "import sys; print(sys.stdout.encoding)").stdout.strip() == b"cp1252"
    assert CONSOLE["PYTHONIOENCODING"] == "cp1252"

"""What this user may not read or write is told in one sentence; the rest of the run goes on."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from examples import vacancy
from tests.cli.conftest import CLEAN, USE
from tests.robustness.test_atomic import WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Desk

ROOT = sys.platform != "win32" and os.geteuid() == 0
_POWERS = "-dac_override,-dac_read_search"
LIKE_ANYONE = ["setpriv", f"--bounding-set={_POWERS}", f"--inh-caps={_POWERS}"] if ROOT else []
"""Runs a program without root's power to open everything."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32" or (ROOT and not shutil.which("setpriv")), reason="root may open everything"
    ),
]


@pytest.fixture
def closed(desk: Desk) -> Iterator[Desk]:
    """A desk with a document; what a test closes is opened again for whoever clears it away."""
    desk.write("brief.docx", vacancy.build())
    desk.write("termen/pack.yaml", "id: termen\ntitle: Termen\n")
    yield desk
    subprocess.run(["chmod", "-R", "u+rwX", str(desk.folder.parent)], check=True)


def run(desk: Desk, *arguments: str) -> tuple[int, str, str]:
    """Code, output and errors of a command line, white space folded."""
    command = [*LIKE_ANYONE, sys.executable, "-m", "termlint", *arguments]
    ran = desk.shell(shlex.join(command))
    out, err = (" ".join(text.decode().split()) for text in (ran.stdout, ran.stderr))
    assert "Traceback" not in err
    assert "TERMLINT_DEBUG" not in err
    return ran.returncode, out, err


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("arguments", WRITERS.values(), ids=WRITERS.keys())
def test_a_folder_in_which_nothing_may_be_written(closed: Desk, arguments: tuple[str, ...]) -> None:
    before = names(closed.folder)
    for folder in (closed.folder / "termen", closed.folder):
        folder.chmod(0o555)
    code, out, err = run(closed, *arguments)
    assert code == 2
    assert "geen toestemming" in out + err or "mag u niet" in out + err or "niet schrijven" in out + err
    closed.folder.chmod(0o755)
    assert names(closed.folder) == before


@pytest.fixture
def share(closed: Desk) -> Desk:
    """A share with what this user may not open between what it may."""
    closed.write("map/dicht.txt").chmod(0)
    closed.write("map/open.txt", USE + "Elke mbo-leerling telt mee.\n")
    closed.write("map/schoon.txt", CLEAN)
    closed.write("map/kast/binnen.txt", USE)
    closed.write("map/la/binnen.txt", USE)
    closed.write("map/la/vak/dieper.txt", USE)
    (closed.folder / "map/kast").chmod(0)
    (closed.folder / "map/la").chmod(0o444)  # the names may be read, and nothing else
    return closed


def test_a_document_and_a_folder_that_may_not_be_read_cost_themselves(share: Desk) -> None:
    code, out, err = run(share, "check", "map", "--format", "json", "--no-cache")
    report = json.loads(out)
    assert (code, err) == (2, "")
    assert {d["path"]: (d["status"], *(n["code"] for n in d["notices"])) for d in report["documents"]} == {
        "map/dicht.txt": ("failed", "no-access"),
        "map/kast": ("failed", "folder-no-access"),
        "map/la/binnen.txt": ("failed", "no-access"),
        "map/la/vak": ("failed", "folder-no-access"),
        "map/open.txt": ("checked",),
        "map/schoon.txt": ("checked",),
    }
    assert report["summary"]["error"] == 2


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (("report", "map", "-o", "uit.html"), "uit.html"),
        (("fix", "map", "--mode", "replace", "--output-dir", "uit"), "uit/map/open.termlint.txt"),
        (("baseline", "create", "map", "--baseline", "uit.jsonl"), "uit.jsonl"),
    ],
    ids=["report", "fix", "baseline"],
)
def test_every_command_does_the_rest(share: Desk, arguments: tuple[str, ...], made: str) -> None:
    code, _, _ = run(share, *arguments)
    assert code == 2
    assert (share.folder / made).exists()


def test_settings_that_may_not_be_read_are_named(closed: Desk) -> None:
    closed.write("termlint.yaml", "fail-on: error\n").chmod(0)
    code, _, err = run(closed, "check", "brief.docx")
    assert code == 2
    assert "termlint.yaml" in err


def test_a_project_of_somebody_else_is_left_alone(closed: Desk) -> None:
    closed.write("pyproject.toml", "[project]\nname = 'iets'\n").chmod(0)
    code, _, err = run(closed, "check", "brief.docx")
    assert (code, err) == (1, "")


def test_a_pack_that_may_not_be_read_is_named(closed: Desk) -> None:
    closed.write("termlint.yaml", "packs: [termen]\n")
    (closed.folder / "termen/pack.yaml").chmod(0)
    code, _, err = run(closed, "check", "brief.docx")
    assert code == 2
    assert "pack.yaml" in err


def test_a_cache_that_may_not_be_written_is_done_without(closed: Desk) -> None:
    cache = closed.folder.parent / "cache"
    cache.mkdir()
    cache.chmod(0o555)
    code, out, err = run(closed, "check", "brief.docx")
    assert code == 1
    assert "werk- en denkniveau" in out
    assert "cache" not in err

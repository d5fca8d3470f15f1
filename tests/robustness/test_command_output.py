"""No command lets a screen or a build server obey what a document, a rule or a file name says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from termlint.cli.check import next_step
from tests.reporters.results import document, finding, result
from tests.robustness.obeyed import COMMAND, HOSTILE, OBEYED, SCREEN
from tests.rulebook.packs import RULE, pack

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow


RULE_TEXT = RULE.replace("title: Proef", r'title: "Proef\e[2J\e]0;titel\a"').replace(
    "why: Om te proeven.", r'why: "Om\e[31m te proeven.\L##vso[a]b \u202e"'
)


SAID = "In het hoger onderwijs, \x1b]0;T\x07 ##vso[a]b \x9b31m \u202e zegt men proefwoord.\n::error::y\n"


DOCUMENT = "stukken/\x1b[2J::error::e##[a].txt"


COMMANDS = (
    *(("check", "stukken", "--jobs", "1", "--format", name) for name in SCREEN),
    (
        "check",
        "stukken",
        "kapot\x1b[2J.docx",
        "weg\x1b[2J.docx",
        "--jobs",
        "1",
        "--show-info",
        "--show-exempt",
    ),
    ("check", "--select", "geen\x1b[2J", "stukken"),
    ("check", "--config", "geen\x1b[2J.yaml"),
    ("check", "--show-config"),
    ("fix", DOCUMENT, "--dry-run"),
    ("fix", DOCUMENT, "--dry-run", "--mode", "replace"),
    ("report", "stukken", "-o", "r.html", "-o", "r.xlsx", "--jobs", "1"),
    ("explain", "proef"),
    ("explain", "proef\x1b[2J"),
    ("rules", "list"),
    ("rules", "list", "--format", "json"),
    ("rules", "show", "proef"),
    ("rules", "test", "termen"),
    ("rules", "impact", DOCUMENT),
    ("baseline", "create", DOCUMENT, "--jobs", "1", "--force"),
    ("baseline", "show"),
    ("onbekend\x1b[2J",),
)


@pytest.fixture
def hostile_desk(desk: Desk) -> Desk:
    """A folder whose documents, file names and rules all try."""
    for number, text in enumerate(HOSTILE.values()):
        name = re.sub("[\0/\ud800]", "_", text)
        desk.write(f"stukken/{number}{name}.txt", SAID)
    desk.write(DOCUMENT, SAID)
    desk.write("kapot\x1b[2J.docx", b"PK geen Word")
    pack(desk.folder / "termen" / "eigen", RULE_TEXT)
    desk.write("termlint.yaml", 'packs: [termen/eigen]\nexclude: ["geen\\e[2J"]\n')
    return desk


def test_no_command_lets_a_screen_or_a_build_server_obey(hostile_desk: Desk) -> None:
    codes = []
    for arguments in COMMANDS:
        ran = hostile_desk.run(*arguments)
        codes.append(ran.code)
        assert ran.out + ran.err
        for said in (ran.out, ran.err):
            assert OBEYED.findall(said.replace("\r\n", "\n")) == [], arguments
            lines = said.splitlines() if arguments[-1] not in ("github", "csv", "junit", "html") else []
            assert [line for line in lines if COMMAND.search(line)] == [], arguments
            assert "TERMLINT_DEBUG" not in said, arguments
    assert set(codes) == {0, 1, 2}


@pytest.mark.parametrize(
    "name",
    [
        "a b.txt",
        "a$(touch gehackt).txt",
        "a`touch gehackt`.txt",
        "a;touch gehackt;.txt",
        "'\"'.txt",
        "-rf.txt",
    ],
)
def test_the_next_command_can_be_pasted_whatever_the_name(desk: Desk, name: str) -> None:
    desk.write(f"map/{name}")
    desk.write(name)
    command = next_step(result(document(finding(), path=name)))
    shell = desk.shell(f"printf '%s|' {command}")
    assert shell.stdout.decode().split("|")[:3] == [
        "termlint",
        "fix",
        f"./{name}" if name[0] == "-" else name,
    ]
    assert not (desk.folder / "gehackt").exists()

"""What the README promises of privacy: nothing leaves the computer, and little of a document stays behind.

Every Python process of a command, workers included, starts with a guard: an audit hook that writes down
each connection, look-up and unexpected program, and refuses it.
"""

from __future__ import annotations

import os
import subprocess
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from examples import build
from termlint.cli import COMMANDS, baseline, rules
from tests.builders import docx
from tests.guarded import Guarded, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the tests speak to POSIX; the code does not"),
]

PAGE = """<html><head><link rel="stylesheet" href="http://127.0.0.1:9/x.css"></head>
<body><img src="http://127.0.0.1:9/x.png" alt="hoger onderwijs"><p>hoogopgeleiden</p></body></html>
"""
SCENARIO: tuple[tuple[int, tuple[str, ...]], ...] = (
    (0, ("init",)),
    (1, ("check", "stukken", "--jobs", "2")),
    (1, ("check", "stukken", "--no-cache", "--jobs", "1", "--format", "json", "--format", "html=c.html")),
    (1, ("check", "--staged")),
    (1, ("check", "stukken", "--since", "HEAD", "--format", "sarif", "--format", "xlsx=c.xlsx")),
    (0, ("check", "--show-config")),
    (0, ("fix", "stukken/vacature.docx", "stukken/beleidsnota.pdf", "--jobs", "2")),
    (1, ("fix", "stukken/vacature.docx", "--interactive", "--force")),
    (1, ("report", "stukken", "-o", "r.html", "-o", "r.xlsx", "-o", "r.csv", "-o", "r.json", "--jobs", "2")),
    (1, ("report", "--from", "r.json", "-o", "s.html", "--history", "h.sqlite")),
    (0, ("explain", "hoger-onderwijs")),
    (0, ("rules", "list")),
    (0, ("rules", "show", "hoger-onderwijs")),
    (0, ("rules", "new", "eigen-regel", "--in", "termen")),
    (0, ("rules", "test", "termen")),
    (0, ("rules", "schema")),
    (0, ("rules", "impact", "stukken/vacature.docx", "--rule", "termen/eigen-regel.yaml")),
    (0, ("baseline", "create", "stukken")),
    (0, ("baseline", "update", "stukken")),
    (0, ("baseline", "show")),
    (0, ("accept", "hoger-onderwijs", "stukken", "--reason", "naam van de wet")),
)


def documents(folder: Path) -> None:
    """Documents that name addresses in every way that their formats have."""
    build.main(folder)
    (folder / "pagina.html").write_text(PAGE, "utf-8")
    (folder / "brief.md").write_text("![hoger onderwijs](http://127.0.0.1:9/x.png)\n", "utf-8")
    linked = docx.word(docx.p(docx.link("hoogopgeleiden", url="http://127.0.0.1:9/")))
    with zipfile.ZipFile(BytesIO(linked)) as old, zipfile.ZipFile(folder / "sjabloon.docx", "w") as new:
        for name in old.namelist():
            template = (
                b'<Relationship Id="rId99" TargetMode="External" Target="http://127.0.0.1:9/x.dotx" Type='
            )
            template += (
                b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
            )
            data = old.read(name)
            new.writestr(name, data.replace(b"</Relationships>", template + b"</Relationships>"))


# --- nothing leaves the computer ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "program",
    [
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import socket; socket.create_connection(('localhost', 9))",
        "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b'', ('::1', 9))",
        "import socket; socket.socket().bind(('127.0.0.1', 0))",
        "import subprocess; subprocess.run(['curl', '127.0.0.1'])",
        "import os; os.system('true')",
    ],
)
def test_the_guard_sees_what_leaves(guarded: Guarded, program: str) -> None:
    assert guarded.run("-c", program).returncode == 97
    assert guarded.told


def test_the_guard_sits_in_workers_too(guarded: Guarded) -> None:
    program = (
        "import sys; from tests.test_privacy import reach\nfrom termlint.execution.executor import Work\n"
    )
    program += "from termlint.execution.pool import Pool\n"
    program += "if __name__ == '__main__': print(list(Pool(1).run(Work(reach, None), [1])))"
    done = guarded.run("-c", program)
    assert b"Lost(why='died', exit_code=97)" in done.stdout, done.stderr
    assert "socket.connect" in guarded.told


def reach(setup: object) -> object:
    """A worker that does what none may."""
    import socket

    return lambda task: socket.socket().connect(("127.0.0.1", 9))


def test_the_scenario_has_every_command() -> None:
    leaves = {(name,) for name in COMMANDS if name not in ("rules", "baseline")}
    leaves |= {("rules", name) for name in rules.COMMANDS} | {
        ("baseline", name) for name in baseline.COMMANDS
    }
    said = [arguments for _, arguments in SCENARIO]
    assert leaves == {each[:2] if each[0] in ("rules", "baseline") else each[:1] for each in said}


def test_no_command_reaches_for_the_network_or_starts_a_program(
    guarded: Guarded, needs: Callable[[str], str]
) -> None:
    git_program = needs("git")
    documents(guarded.folder / "stukken")
    git = [
        ["init", "-q"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "leeg"],
    ]
    for arguments in [*git, ["add", "stukken/vacature.docx"]]:
        subprocess.run([git_program, *arguments], cwd=guarded.folder, env=guarded.environment, check=True)
    for code, arguments in SCENARIO:
        done = guarded.termlint(*arguments)
        assert guarded.told == "", arguments
        assert done.returncode == code, (arguments, done.stdout[-500:], done.stderr)
    assert guarded.processes >= len(SCENARIO) + 4  # workers too
    assert list((guarded.folder.parent / "tmp").iterdir()) == []
    assert tree(guarded.folder.parent / "home") == [
        ".cache",
        ".cache/termlint",
        ".cache/termlint/results-2.sqlite",
    ]


def test_without_a_network_nothing_is_different(guarded: Guarded, needs: Callable[[str], str]) -> None:
    alone = [needs("unshare"), "--user", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        reason = "this system lets us make no namespace without network (unshare --user --net)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    documents(guarded.folder / "stukken")
    check = ("check", "stukken", "--no-cache", "--jobs", "2", "--format", "csv")
    inside, outside = guarded.termlint(*check, before=alone), guarded.termlint(*check)
    assert (inside.returncode, inside.stdout) == (1, outside.stdout)
    report = ("report", "stukken", "-o", "r.html", "-o", "r.xlsx", "--no-cache", "--jobs", "1")
    assert guarded.termlint(*report, before=alone).returncode == 1

"""What the README promises of privacy: nothing leaves the computer, and little of a document stays behind.

Every Python process of a command, workers included, starts with a guard: an audit hook that writes down
each connection, look-up and unexpected program, and refuses it.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from examples import build
from termlint.cli import COMMANDS, baseline, rules
from tests.builders import docx, pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the tests speak to POSIX; the code does not")

GUARD = """
import os, sys
LOG, SEEN = os.environ["GUARD_LOG"], os.environ["GUARD_SEEN"]
def note(path, text):
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    os.write(handle, (text + "\\n").encode("utf-8", "replace"))
    os.close(handle)
def refused(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"):
        return True
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"):
        if int(arguments[0].family) not in (2, 10, 23, 30):  # AF_INET, and AF_INET6 of three systems
            return False
        return event != "socket.bind" or arguments[1][:2] != ("::1", 0)  # what `import spacy` asks once
    if event == "subprocess.Popen":
        return os.path.basename(os.fsdecode(arguments[0] or arguments[1][0])) != "git"
    return event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.forkpty", "os.startfile",
                     "webbrowser.open", "urllib.Request", "http.client.connect")
def guard(event, arguments):
    if refused(event, arguments):
        note(LOG, f"{event} {arguments!r}")
        os._exit(97)
sys.addaudithook(guard)
os.register_at_fork(after_in_child=lambda: note(SEEN, str(os.getpid())))  # a copy has the guard too
note(SEEN, str(os.getpid()))
"""
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


class Guarded:
    """A folder in which the command runs guarded; `told` is what the guards wrote down."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.log, self.seen = folder.parent / "log", folder.parent / "seen"
        for name in ("guard", "tmp", "home"):
            (folder.parent / name).mkdir()
        (folder.parent / "guard" / "sitecustomize.py").write_text(GUARD, "utf-8")
        self.environment = {
            "PYTHONPATH": os.pathsep.join((str(folder.parent / "guard"), str(root))),
            "GUARD_LOG": str(self.log),
            "GUARD_SEEN": str(self.seen),
            "HOME": str(folder.parent / "home"),
            "TMPDIR": str(folder.parent / "tmp"),
            "PATH": os.environ.get("PATH", ""),
        }

    def run(self, *command: str, before: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*before, sys.executable, *command],
            cwd=self.folder,
            env=self.environment,
            input=b"s\ns\nq\n",
            capture_output=True,
            check=False,
            timeout=120,
        )

    def termlint(self, *arguments: str, before: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
        return self.run("-m", "termlint", *arguments, before=before)

    @property
    def told(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    @property
    def processes(self) -> int:
        return len(self.seen.read_text("utf-8").split())


@pytest.fixture
def guarded(tmp_path: Path, root: Path) -> Guarded:
    (tmp_path / "werk").mkdir()
    return Guarded(tmp_path / "werk", root)


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


def tree(folder: Path) -> list[str]:
    return sorted(
        str(file.relative_to(folder)) for file in folder.rglob("*") if not file.name.endswith("-journal")
    )


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


# --- little of a document stays behind ----------------------------------------------------------------

USE = "De stad telt veel hoogopgeleide inwoners."
SECRETS = ("Kenmerkvooraf", "Kenmerkernaast", "Kenmerkerna", "Kenmerkmaker", "Kenmerkdaarna")
"""In sentences without a finding: in other paragraphs, and before and after the sentence in its own."""
BESIDE = f"Dit is {SECRETS[1]} van de zaak. {USE} Dit is {SECRETS[2]} van de zaak."


def confidential(folder: Path) -> None:
    """A document of each kind with secrets around one finding."""
    folder.mkdir()
    first, last = f"Mevrouw {SECRETS[0]} heeft gebeld.", f"Meneer {SECRETS[4]} heeft geschreven."
    remark = docx.comment("heeft", BESIDE, author=SECRETS[3])
    inserted = docx.ins(BESIDE, author=SECRETS[3])
    word = docx.word(
        docx.p(first), docx.p(BESIDE), docx.p("Zij ", remark, " gezien."), docx.p(inserted), docx.p(last)
    )
    (folder / "brief.docx").write_bytes(word)
    (folder / "brief.pdf").write_bytes(
        pdf.pdf(pdf.page(pdf.lines(first)), pdf.page(pdf.lines(BESIDE)), pdf.page(pdf.lines(last)))
    )
    text = f"{first}\n\n{BESIDE}\n\n{last}\n"
    for name in ("brief.txt", "brief.md", "nota.qmd"):
        (folder / name).write_text(text, "utf-8")
    (folder / "brief.html").write_text("".join(f"<p>{each}</p>" for each in text.split("\n\n")), "utf-8")
    (folder / "brief.csv").write_text("\n".join(f'"{each}"' for each in text.split("\n\n")), "utf-8")
    (folder / "brief.py").write_text(f'# {first}\nx = "{BESIDE}"\n# {last}\n', "utf-8")


def held(file: Path) -> Iterator[bytes]:
    """Everything in a file, and in what it packs."""
    data = file.read_bytes()
    yield data
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as package:
            yield from (package.read(name) for name in package.namelist())


def test_nothing_holds_more_of_a_document_than_the_sentence_around_a_finding(guarded: Guarded) -> None:
    confidential(guarded.folder / "stukken")
    names = ("json", "sarif", "github", "gitlab", "junit", "csv", "html", "xlsx")
    formats = [part for name in names for part in ("--format", f"{name}=uit/{name}")]
    (guarded.folder / "uit").mkdir()
    said = [
        guarded.termlint("check", "stukken", *formats, "--format", "console", "--show-info", "--show-exempt"),
        guarded.termlint(
            "report", "stukken", "-o", "uit/r.html", "-o", "uit/r.xlsx", "--history", "uit/h.sqlite"
        ),
        guarded.termlint("baseline", "create", "stukken", "--baseline", "uit/baseline"),
        guarded.termlint("fix", "stukken/brief.docx", "stukken/brief.txt", "--dry-run"),
        guarded.termlint("rules", "impact", "stukken/brief.txt"),
    ]
    assert [(done.returncode, done.stderr) for done in said[:3]] == [(1, b""), (1, b""), (0, b"")]
    kept = {file: b"\n".join(held(file)) for file in guarded.folder.parent.rglob("*") if file.is_file()}
    made = {file: data for file, data in kept.items() if "stukken" not in file.parts}
    assert all(
        b"hoogopgeleide" in made[guarded.folder / "uit" / name] for name in (*names, "baseline", "h.sqlite")
    )
    made |= {Path(f"stdout of {done.args[3:5]}"): done.stdout + done.stderr for done in said}
    for secret in SECRETS:
        assert [str(file) for file, data in made.items() if secret.encode() in data] == [], secret


def test_what_is_kept_for_a_next_run_is_for_this_user_alone(guarded: Guarded) -> None:
    confidential(guarded.folder / "stukken")
    guarded.termlint("check", "stukken/brief.txt")
    folder = guarded.folder.parent / "home" / ".cache" / "termlint"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    shutil.rmtree(folder)
    guarded.termlint("check", "stukken/brief.txt", "--no-cache")
    assert not folder.exists() or tree(folder) == []


def test_a_run_that_is_killed_leaves_nothing_of_its_documents(guarded: Guarded) -> None:
    for number in range(3):
        confidential(guarded.folder / f"stukken{number}")
    folders = [f"stukken{number}" for number in range(3)]
    command = [
        sys.executable,
        "-m",
        "termlint",
        "report",
        *folders,
        "-o",
        "r.html",
        "--jobs",
        "2",
        "--no-cache",
    ]
    running = subprocess.Popen(
        command, cwd=guarded.folder, env=guarded.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while not guarded.seen.exists() or guarded.processes < 3:  # both workers are there
        assert running.poll() is None
        time.sleep(0.05)
    time.sleep(0.5)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=30)  # ends when the last worker, which holds the pipe too, has gone
    assert list((guarded.folder.parent / "tmp").iterdir()) == []
    assert sorted(file.name for file in guarded.folder.iterdir()) == folders

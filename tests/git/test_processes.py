"""Git as a process: few of them, and none that hangs, floods or dies costs more than its own question."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ConfigError, ReadError
from termlint.files.git import INDEX, Repository, process
from tests.git.test_new_only import HIGH, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.git.repository import Sandbox
    from tests.git.test_new_only import Termlint

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the stand-ins for git are shell scripts"),
]
FEW = 12


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called git, first on PATH; the test writes it. `REAL` in it is git itself."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("REAL", str(shutil.which("git")))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder / "git"


def write(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.mark.parametrize("how", ["--staged", "--since=HEAD"])
def test_a_commit_of_200_documents_starts_few_processes(
    sandbox: Sandbox, termlint: Termlint, stand_in: Path, tmp_path: Path, how: str
) -> None:
    names = [f"map {number % 9}/{number:03}.md" for number in range(200)]
    for name in names:
        sandbox.write(name, text("Niets."))
    sandbox.commit()
    for number, name in enumerate(names):
        sandbox.write(name, text("Niets.", HIGH if number == 150 else "Ook niets."))
    sandbox.write("vers.md", text("Nieuw."))
    sandbox.git("add", "-A")
    write(stand_in, f'echo "$*" >> "{tmp_path}/calls"\nexec "$REAL" "$@"')
    answer = termlint("check", how, "--format", "json", *names, "vers.md")
    calls = (tmp_path / "calls").read_text().splitlines()
    assert answer.words() == [("map 6/150.md", "hoogopgeleide")]
    assert len(answer.report["documents"]) == 201
    assert 0 < len(calls) < FEW


@pytest.mark.parametrize(
    "name",
    [
        "regel\neinde.md",
        "\nvoor.md",
        " spatie.md",
        "\ttab.md",
        "terug\r.md",
        "één twee.md",
        "*?[a].md",
        "-n.md",
    ],
)
def test_every_name_is_read(sandbox: Sandbox, name: str) -> None:
    sandbox.write(name, "eerst\n")
    sandbox.git("add", "-A")
    repository = Repository.of(sandbox.top)
    assert repository.everything_staged().before == {name: None}
    assert repository.read(INDEX, name) == b"eerst\n"
    sandbox.commit()
    assert repository.read("HEAD", name) == b"eerst\n"
    assert repository.object_at("HEAD", name)
    assert repository.object_at("HEAD", name + "x") is None
    repository.close()


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"x", b"zz missing\n", b"a" * 3_000_000, b"HEAD missing\n\n"]
)
def test_every_content_is_read(sandbox: Sandbox, content: bytes) -> None:
    sandbox.write("a.md", content)
    sandbox.write("b.md", "daarna\n")
    sandbox.git("add", "-A")
    repository = Repository.of(sandbox.top)
    assert repository.read(INDEX, "a.md") == content
    assert repository.read(INDEX, "b.md") == b"daarna\n"
    repository.close()


@pytest.mark.parametrize(
    ("attributes", "stored", "read"),
    [
        pytest.param("*.md eol=crlf", b"a\nb\n", b"a\r\nb\r\n", id="line ends"),
        pytest.param("*.md text eol=lf", b"a\r\nb\n", b"a\nb\n", id="line ends on the way in"),
        pytest.param("*.md working-tree-encoding=UTF-16LE", "é\n".encode("utf-16-le"), None, id="encoding"),
        pytest.param("*.md -text", b"a\r\nb\n", b"a\r\nb\n", id="none"),
    ],
)
def test_a_document_is_read_as_git_checks_it_out(
    sandbox: Sandbox, attributes: str, stored: bytes, read: bytes | None
) -> None:
    sandbox.write(".gitattributes", attributes + "\n")
    sandbox.write("a.md", stored)
    sandbox.git("add", "-A")
    repository = Repository.of(sandbox.top)
    assert repository.read(INDEX, "a.md") == (stored if read is None else read)
    repository.close()


def test_a_document_may_be_as_large_as_the_limit_and_no_larger(sandbox: Sandbox) -> None:
    sandbox.write("a.md", "x" * 1000)
    sandbox.git("add", "-A")
    repository = Repository.of(sandbox.top)
    assert len(repository.read(INDEX, "a.md", 1000)) == 1000
    with pytest.raises(ReadError) as caught:
        repository.read(INDEX, "a.md", 999)
    repository.close()
    assert caught.value.code == "too-large"


def test_a_document_larger_than_the_settings_allow_is_said(sandbox: Sandbox, termlint: Termlint) -> None:
    sandbox.write("termlint.yaml", "limits: {size: 1}\n")
    sandbox.write("groot.md", "x" * 1_000_001)
    sandbox.git("add", "-A")
    answer = termlint("check", "--staged", "--format", "json")
    (document,) = answer.report["documents"]
    assert answer.code == 2
    assert [notice["code"] for notice in document["notices"]] == ["too-large"]


def test_a_damaged_object_costs_its_own_document(sandbox: Sandbox) -> None:
    sandbox.commit(a__md="eerst\n", b__md="tweede\n")
    name = sandbox.git("rev-parse", "HEAD:a.md")
    file = sandbox.top / ".git" / "objects" / name[:2] / name[2:]
    file.chmod(0o644)
    file.write_bytes(b"kapot")
    repository = Repository.of(sandbox.top)
    with pytest.raises(ReadError) as caught:
        repository.read("HEAD", "a.md")
    assert caught.value.code == "git-no-content"
    assert repository.read("HEAD", "b.md") == b"tweede\n"
    repository.close()


@pytest.mark.parametrize("verb", ["rev-parse", "cat-file", "diff-index"])
def test_a_git_that_hangs_is_ended(
    sandbox: Sandbox, stand_in: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    base = sandbox.commit(a__md="x\n")
    write(stand_in, f'case "$*" in *{verb}*) sleep 600;; esac\nexec "$REAL" "$@"')
    monkeypatch.setattr(process, "SILENCE", 0.5)
    with pytest.raises(ConfigError) as caught:
        Repository.of(sandbox.top).staged(Repository.of(sandbox.top).commit(base))
    assert caught.value.code == "git-hangs"


def test_a_git_that_dies_is_said(sandbox: Sandbox, stand_in: Path) -> None:
    sandbox.commit(a__md="x\n")
    write(stand_in, 'case "$*" in *--filters*) exit 9;; esac\nexec "$REAL" "$@"')
    repository = Repository.of(sandbox.top)
    with pytest.raises(ReadError) as caught:
        repository.read("HEAD", "a.md")
    repository.close()
    assert caught.value.code == "git-no-content"


def test_a_git_that_lists_for_ever_is_ended(
    sandbox: Sandbox, stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.commit(a__md="x\n")
    write(stand_in, 'case "$*" in *ls-tree*) exec cat /dev/zero;; esac\nexec "$REAL" "$@"')
    monkeypatch.setattr(process, "MOST", 1_000_000)
    with pytest.raises(ConfigError) as caught:
        Repository.of(sandbox.top).paths("HEAD")
    assert caught.value.code == "git-too-much"


def test_a_git_that_talks_much_beside_is_heard(sandbox: Sandbox, stand_in: Path) -> None:
    """More on standard error than a pipe holds."""
    base = sandbox.commit(a__md="x\n")
    write(stand_in, 'head -c 300000 /dev/zero >&2\nexec "$REAL" "$@"')
    repository = Repository.of(sandbox.top)
    assert repository.paths(base) == ["a.md"]
    assert repository.read(base, "a.md") == b"x\n"
    repository.close()


@pytest.mark.parametrize("path", ["", ".", "bin"], ids=["empty", "this folder", "a relative one"])
def test_a_git_that_lies_in_the_clone_is_not_started(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    sandbox.commit(a__md="x\n")
    for name in ("git", "bin/git"):
        write(sandbox.write(name, ""), "touch ran\nexit 1")
    monkeypatch.chdir(sandbox.top)
    monkeypatch.setenv("PATH", f"{path}{os.pathsep}{os.environ['PATH']}")
    assert Repository.of(sandbox.top).paths("HEAD") == ["a.md"]
    assert not (sandbox.top / "ran").exists()


def test_nothing_is_left_running(sandbox: Sandbox) -> None:
    sandbox.commit(a__md="x\n")
    repository = Repository.of(sandbox.top)
    repository.read("HEAD", "a.md")
    talking = repository._contents._process
    assert talking is not None
    repository.close()
    assert talking._process.poll() is not None
    repository.read("HEAD", "a.md")  # it can be asked again
    talking = repository._contents._process
    del repository
    assert talking is not None
    assert talking._process.poll() is not None

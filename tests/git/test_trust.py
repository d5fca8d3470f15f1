"""A repository gives no orders: whatever its `.git` says, git starts no program for us."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ReadError
from termlint.files.git import INDEX, Repository, process
from tests.git.conftest import ran

if TYPE_CHECKING:
    from pathlib import Path

    from tests.git.repository import Sandbox

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="the canary is a shell script")]


def trap(sandbox: Sandbox, settings: dict[str, str]) -> str:
    """These settings, and two documents: one staged, one changed after that. The first commit."""
    sandbox.write(".gitattributes", "*.md filter=x diff=x\n")
    base = sandbox.commit(a__md="eerst\n", b__md="blijft\n")
    sandbox.write("a.md", "klaar\n")
    sandbox.git("add", "-A")
    for name, value in settings.items():
        sandbox.git("config", name, value)
    (sandbox.top / "b.md").write_text("daarna\n")
    return base


def everything(repository: Repository, base: str) -> None:
    """Every question there is."""
    try:
        assert repository.staged(base).before == {"a.md": "a.md"}
        assert repository.changed(base).before.keys() == {"a.md", "b.md"}
        assert repository.read(INDEX, "a.md") == b"klaar\n"
        assert repository.read(base, "a.md") == b"eerst\n"
        assert repository.base("HEAD") == base
        assert repository.parents_of_index() == (base,)
        repository.everything_staged()
        repository.paths(base)
        repository.in_superproject("HEAD")
        assert repository.object_at(base, "weg\nregel.md") is None
    finally:
        repository.close()


ALONE = [
    "core.fsmonitor",
    "core.alternateRefsCommand",
    "core.pager",
    "pager.cat-file",
    "core.editor",
    "core.sshCommand",
    "core.gitProxy",
    "core.askPass",
    "credential.helper",
    "diff.external",
    "diff.x.command",
    "diff.x.textconv",
    "filter.x.smudge",
    "filter.x.clean",
    "filter.x.process",
    "alias.cat-file",
    "alias.diff-index",
    "gpg.program",
    "uploadpack.packObjectsHook",
    "sequence.editor",
]


@pytest.mark.parametrize("name", ALONE)
def test_no_setting_of_a_repository_starts_a_program(sandbox: Sandbox, canary: Path, name: str) -> None:
    base = trap(sandbox, {name: str(canary), "filter.x.required": "true"})
    everything(Repository.of(sandbox.top), base)
    assert not ran(canary)


def test_the_trap_is_a_trap(sandbox: Sandbox, canary: Path) -> None:
    """The negative twin: git by itself runs it."""
    trap(sandbox, {"core.fsmonitor": str(canary)})
    sandbox.git("status", check=False)
    assert ran(canary)


def test_the_trap_of_a_filter_is_a_trap(sandbox: Sandbox, canary: Path) -> None:
    trap(sandbox, {"filter.x.smudge": str(canary)})
    sandbox.git("cat-file", "--filters", "HEAD:a.md", check=False)
    assert ran(canary)


def test_hooks_are_not_run(sandbox: Sandbox, canary: Path) -> None:
    hooks = sandbox.top / ".git" / "eigen"
    hooks.mkdir(parents=True)
    for name in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout"):
        shutil.copy(canary, hooks / name)
    base = trap(sandbox, {})
    sandbox.git("config", "core.hooksPath", str(hooks))
    everything(Repository.of(sandbox.top), base)
    assert not ran(canary)


@pytest.mark.parametrize(
    "way", ["include", "include for this folder", "settings of the worktree", "odd name"]
)
def test_a_filter_that_came_with_the_repository_is_not_run(sandbox: Sandbox, canary: Path, way: str) -> None:
    base = trap(sandbox, {})
    driver = "x=y.z" if way == "odd name" else "x"
    sandbox.write(".git/info/attributes", f"*.md filter={driver}\n")
    written = f'[filter "{driver}"]\n\tsmudge = {canary}\n\tclean = {canary}\n\trequired = true\n'
    if way == "settings of the worktree":
        sandbox.git("config", "extensions.worktreeConfig", "true")
        sandbox.write(".git/config.worktree", written)
    elif way == "odd name":
        with (sandbox.top / ".git" / "config").open("a") as file:
            file.write(written)
    else:
        sandbox.write("mee", written)
        key = "include.path" if way == "include" else f"includeIf.gitdir:{sandbox.top}/.path"
        sandbox.git("config", key, str(sandbox.top / "mee"))
    everything(Repository.of(sandbox.top), base)
    assert not ran(canary)


def test_a_filter_of_the_user_runs_unless_the_repository_changes_it(sandbox: Sandbox, canary: Path) -> None:
    sandbox.git("config", "--global", "filter.x.smudge", "tr b-za a-z")
    base = trap(sandbox, {})
    repository = Repository.of(sandbox.top)
    assert repository.read(base, "a.md") == b"ddqrs\n"
    repository.close()
    sandbox.git("config", "filter.x.smudge", "tr b-za a-z")  # as `git lfs install --local` says it again
    assert Repository.of(sandbox.top).read(base, "a.md") == b"ddqrs\n"
    sandbox.git("config", "filter.x.smudge", str(canary))
    assert Repository.of(sandbox.top).read(base, "a.md") == b"eerst\n"
    assert not ran(canary)


def test_lfs_is_not_run_where_the_repository_gives_it_a_program(sandbox: Sandbox, canary: Path) -> None:
    sandbox.git("config", "--global", "filter.x.smudge", f"{canary} git-lfs smudge")
    base = trap(sandbox, {"lfs.extension.y.smudge": "iets"})
    assert Repository.of(sandbox.top).read(base, "a.md") == b"eerst\n"
    assert not ran(canary)
    sandbox.git("config", "--unset", "lfs.extension.y.smudge")
    assert Repository.of(sandbox.top).read(base, "a.md") == b"eerst\n"
    assert ran(canary)


@pytest.mark.parametrize("address", ["ext::{canary} %S", "{top}/elders.git"], ids=["ext", "uploadpack"])
def test_what_was_not_fetched_is_not_fetched(sandbox: Sandbox, canary: Path, address: str) -> None:
    """A promisor is asked for a missing blob through a program that the repository names."""
    base = trap(sandbox, {})
    sandbox.git("init", "-q", "--bare", "elders.git")
    blob = sandbox.git("rev-parse", "HEAD:a.md")
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": address.format(canary=canary, top=sandbox.top),
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": str(canary),
        "protocol.ext.allow": "always",
        "protocol.file.allow": "always",
    }.items():
        sandbox.git("config", name, value)
    (sandbox.top / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    repository = Repository.of(sandbox.top)
    assert repository.object_at(base, "a.md") == blob
    with pytest.raises(ReadError) as caught:
        repository.read(base, "a.md")
    repository.close()
    assert caught.value.code == "git-no-content"
    assert not ran(canary)


@pytest.mark.parametrize("name", ["core.attributesFile", "core.excludesFile", "diff.orderFile"])
def test_a_file_that_the_repository_names_is_not_waited_for(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    os.mkfifo(tmp_path / "pijp")
    base = trap(sandbox, {name: str(tmp_path / "pijp")})
    monkeypatch.setattr(process, "SILENCE", 5)
    everything(Repository.of(sandbox.top), base)


def test_the_attributes_of_the_user_count_and_those_that_the_repository_names_do_not(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    base = sandbox.commit(a__md="x\n")
    (tmp_path / "hun").write_text("*.md eol=crlf\n")
    sandbox.git("config", "core.attributesFile", str(tmp_path / "hun"))
    assert Repository.of(sandbox.top).read(base, "a.md") == b"x\n"
    sandbox.git("config", "--global", "core.attributesFile", str(tmp_path / "hun"))
    assert Repository.of(sandbox.top).read(base, "a.md") == b"x\r\n"

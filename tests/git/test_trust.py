"""A repository gives no orders: whatever its `.git` says, git starts no program for us."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ConfigError, ReadError
from termlint.git import INDEX, Repository
from termlint.git.trust import ForeignError
from tests.git.repository import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the canary is a shell script")


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A program that leaves a file `ran` beside it, and gives on what it is given."""
    program = tmp_path / "canary"
    program.write_text(f'#!/bin/sh\ntouch "{tmp_path}/ran"\ncat\n')
    program.chmod(0o755)
    return program


def ran(canary: Path) -> bool:
    return canary.with_name("ran").exists()


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


# --- where a repository may lie -------------------------------------------------------------------


def bare_as_files(folder: Path, canary: Path) -> None:
    """What makes a folder a bare repository to git, as plain files that a clone can bring."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    settings = (
        f'[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n\tfsmonitor = "{canary}"\n'
    )
    (folder / "config").write_text(settings)


def test_a_bare_repository_as_plain_files_is_a_folder(sandbox: Sandbox, canary: Path) -> None:
    sandbox.commit(x__md="x\n")
    bare_as_files(sandbox.top / "docs", canary)
    sandbox.write("docs/a.txt", "x\n")
    sandbox.git("add", "-A")
    repository = Repository.of(sandbox.top / "docs")
    assert repository.path(sandbox.top / "docs" / "a.txt") == "docs/a.txt"
    assert "docs/a.txt" in repository.staged(repository.commit("HEAD")).before
    assert repository.read(INDEX, "docs/a.txt") == b"x\n"
    repository.close()
    assert not ran(canary)


def test_a_bare_repository_alone_is_no_repository(
    tmp_path: Path, canary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    bare_as_files(tmp_path / "docs", canary)
    with pytest.raises(ConfigError) as caught:
        Repository.of(tmp_path / "docs")
    assert caught.value.code == "git-no-repository"
    assert not ran(canary)


def test_a_repository_within_ones_own_is_not_ones_own(sandbox: Sandbox) -> None:
    sandbox.commit(a__md="x\n")
    inner = Sandbox.at(sandbox.top / "vreemd")
    inner.commit(a__md="x\n")
    with pytest.raises(ForeignError):
        Repository.of(sandbox.top).admit(Repository.of(inner.top))
    Repository.of(inner.top).admit(
        Repository.of(sandbox.top)
    )  # one that lies around it was passed on the way


def test_submodules_worktrees_and_neighbours_are_admitted(sandbox: Sandbox, tmp_path: Path) -> None:
    leaf, inner = Sandbox.at(tmp_path / "blad"), Sandbox.at(tmp_path / "binnen")
    leaf.commit(a__md="x\n")
    inner.git("submodule", "--quiet", "add", str(leaf.top), "blad")
    inner.commit(a__md="x\n")
    sandbox.git("submodule", "--quiet", "add", str(inner.top), "deel")
    sandbox.commit(b__md="x\n")
    sandbox.git("submodule", "--quiet", "update", "--init", "--recursive")
    sandbox.git("worktree", "add", "-q", str(sandbox.top / "boom"), "-b", "tak")
    own = Repository.of(sandbox.top)
    for folder in ("deel", "deel/blad", "boom"):
        inner_one = Repository.of(sandbox.top / folder)
        assert inner_one.top == (sandbox.top / folder).resolve()
        own.admit(inner_one)
    own.admit(Repository.of(leaf.top))


def test_a_submodule_that_nobody_staged_is_not_admitted(sandbox: Sandbox, tmp_path: Path) -> None:
    inner = Sandbox.at(tmp_path / "binnen")
    inner.commit(a__md="x\n")
    sandbox.commit(b__md="x\n")
    sandbox.git("submodule", "--quiet", "add", str(inner.top), "deel")
    sandbox.git("rm", "-q", "--cached", "-f", "deel")
    with pytest.raises(ForeignError):
        Repository.of(sandbox.top).admit(Repository.of(sandbox.top / "deel"))


def test_a_working_tree_elsewhere_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.commit(a__md="x\n")
    (tmp_path / "elders").mkdir()
    sandbox.git("config", "core.worktree", str(tmp_path / "elders"))
    with pytest.raises(ConfigError) as caught:
        Repository.of(sandbox.top)
    assert caught.value.code == "git-elsewhere"


@pytest.mark.parametrize("name", ["HEAD", "config", "index", "packed-refs", "info/attributes"])
def test_a_pipe_among_the_files_of_git_is_refused(sandbox: Sandbox, name: str) -> None:
    sandbox.commit(a__md="x\n")
    file = sandbox.top / ".git" / name
    file.unlink(missing_ok=True)
    file.parent.mkdir(exist_ok=True)
    os.mkfifo(file)
    with pytest.raises(ConfigError) as caught:
        Repository.of(sandbox.top)
    assert caught.value.code == "git-not-ordinary"


def test_a_merge_head_that_goes_on_for_ever_is_not_read(sandbox: Sandbox) -> None:
    base = sandbox.commit(a__md="x\n")
    repository = Repository.of(sandbox.top)
    (sandbox.top / ".git" / "MERGE_HEAD").symlink_to("/dev/zero")
    assert repository.parents_of_index() == (base,)
    repository.close()


def test_the_command_runs_nothing_and_goes_on(
    sandbox: Sandbox, canary: Path, termlint: Callable[..., object]
) -> None:
    sandbox.commit(x__md="x\n")
    bare_as_files(sandbox.top / "docs", canary)
    sandbox.write("docs/a.txt", "Niets.\n")
    inner = Sandbox.at(sandbox.top / "vreemd")
    inner.git("config", "core.fsmonitor", str(canary))
    inner.write("b.txt", "Niets.\n")
    sandbox.git("add", "docs")
    answer = termlint("check", "--staged", "docs/a.txt", "vreemd/b.txt", "--format", "json")
    found = {d["path"]: d["status"] for d in answer.report["documents"]}  # type: ignore[attr-defined]
    assert found == {"docs/a.txt": "checked", "vreemd/b.txt": "failed"}
    assert answer.code == 2  # type: ignore[attr-defined]
    assert not ran(canary)

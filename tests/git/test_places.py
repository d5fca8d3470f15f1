"""Where a repository may lie: only one that the user chose, or that such a one knows as its own, counts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ConfigError
from termlint.files.git import INDEX, Repository
from termlint.files.git.trust import ForeignError
from tests.git.conftest import ran
from tests.git.repository import Sandbox

if TYPE_CHECKING:
    from pathlib import Path

    from tests.git.test_new_only import Termlint

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="pipes and the canary are of POSIX"),
]


def bare_as_files(folder: Path, canary: Path) -> None:
    """What makes a folder a bare repository to git, as plain files that a clone can bring."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    settings = (
        f'[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = "{canary}"\n'
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


def test_the_trap_of_a_bare_repository_is_a_trap(sandbox: Sandbox, canary: Path) -> None:
    """The negative twin: git that is started in the folder of the document runs it."""
    bare_as_files(sandbox.top / "docs", canary)
    Sandbox(sandbox.top / "docs", sandbox.home).git("ls-files", check=False)
    assert ran(canary)


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


def test_a_pipe_where_a_file_named_git_points_is_refused(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    os.mkfifo(tmp_path / "elders" / "config")
    sandbox.write("map/.git", f"gitdir: {tmp_path / 'elders'}\n")
    with pytest.raises(ConfigError) as caught:
        Repository.of(sandbox.top / "map")
    assert caught.value.code == "git-not-ordinary"


def test_what_is_no_repository_is_passed_on_the_way(sandbox: Sandbox) -> None:
    sandbox.commit(a__md="x\n")
    (sandbox.top / "map" / "leeg" / ".git").mkdir(parents=True)
    os.mkfifo(sandbox.top / "map" / ".git")
    assert Repository.of(sandbox.top / "map" / "leeg").top == sandbox.top


def test_a_repository_that_only_variables_can_find(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.write("a.md", "x\n")
    sandbox.git("add", "-A")
    (sandbox.top / ".git").rename(tmp_path / "apart.git")
    monkeypatch.chdir(sandbox.top)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(ConfigError):
        Repository.of(sandbox.top)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "apart.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(sandbox.top))
    repository = Repository.of(sandbox.top)
    assert repository.read(INDEX, "a.md") == b"x\n"
    with pytest.raises(ConfigError) as caught:
        repository.path(tmp_path / "b.md")
    repository.close()
    assert caught.value.code == "git-no-repository"


def test_a_merge_head_that_goes_on_for_ever_is_not_read(sandbox: Sandbox) -> None:
    base = sandbox.commit(a__md="x\n")
    repository = Repository.of(sandbox.top)
    (sandbox.top / ".git" / "MERGE_HEAD").symlink_to("/dev/zero")
    assert repository.parents_of_index() == (base,)
    repository.close()


def test_the_command_runs_nothing_and_goes_on(sandbox: Sandbox, canary: Path, termlint: Termlint) -> None:
    sandbox.commit(x__md="x\n")
    bare_as_files(sandbox.top / "docs", canary)
    sandbox.write("docs/a.txt", "Niets.\n")
    inner = Sandbox.at(sandbox.top / "vreemd")
    inner.git("config", "core.fsmonitor", str(canary))
    inner.write("b.txt", "Niets.\n")
    sandbox.git("add", "docs")
    answer = termlint("check", "--staged", "docs/a.txt", "vreemd/b.txt", "--format", "json")
    found = {d["path"]: d["status"] for d in answer.report["documents"]}
    assert found == {"docs/a.txt": "checked", "vreemd/b.txt": "failed"}
    assert answer.code == 2
    assert not ran(canary)

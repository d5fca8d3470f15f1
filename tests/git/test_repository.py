"""What git says of documents, asked of real repositories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.errors import ConfigError, ReadError
from termlint.files.git import INDEX, Repository
from termlint.messages import say
from tests.git.repository import Sandbox

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

POEM = "\n".join(f"Regel {number} van een lange tekst." for number in range(40)) + "\n"


def test_a_file_knows_its_path_in_the_repository(sandbox: Sandbox) -> None:
    file = sandbox.write("nota's/één twee.md", "x")
    assert Repository.of(file.parent).path(file) == "nota's/één twee.md"


def test_a_linked_folder_is_followed_to_the_repository(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.write("a/b.md", "x")
    (tmp_path / "link").symlink_to(sandbox.top)
    repository = Repository.of(tmp_path / "link" / "a")
    assert repository.path(tmp_path / "link" / "a" / "b.md") == "a/b.md"


def test_before_the_first_commit_everything_staged_is_new(sandbox: Sandbox) -> None:
    sandbox.write("een twee.md", "x")
    sandbox.git("add", "-A")
    repository = Repository.of(sandbox.top)
    assert repository.parents_of_index() == ()
    assert repository.everything_staged().before == {"een twee.md": None}


def test_added_changed_renamed_copied_and_gone(sandbox: Sandbox) -> None:
    base = sandbox.commit(a__md=POEM, b__md=POEM[::-1], c__md="weg\n")
    sandbox.git("mv", "a.md", "nieuw é.md")
    sandbox.git("rm", "-q", "c.md")
    sandbox.write("b.md", POEM[::-1] + "Nog een regel.\n")
    sandbox.write("kopie.md", POEM[::-1])
    sandbox.write("vers.md", "Iets heel anders.\n")
    sandbox.git("add", "-A")
    changes = Repository.of(sandbox.top).staged(base)
    assert changes.before == {"nieuw é.md": "a.md", "b.md": "b.md", "kopie.md": "b.md", "vers.md": None}
    assert changes.gone == ("c.md",)


def test_a_copy_of_an_unchanged_document_is_followed(sandbox: Sandbox) -> None:
    base = sandbox.commit(a__md=POEM)
    sandbox.write("kopie.md", POEM + "Eén regel meer.\n")
    sandbox.git("add", "-A")
    assert Repository.of(sandbox.top).staged(base).before == {"kopie.md": "a.md"}


def test_the_index_is_what_is_staged_and_not_what_lies_on_disk(sandbox: Sandbox) -> None:
    sandbox.commit(a__md="eerst\n")
    sandbox.write("a.md", "klaargezet\n")
    sandbox.git("add", "a.md")
    sandbox.write("a.md", "daarna\n")
    repository = Repository.of(sandbox.top)
    assert repository.read(INDEX, "a.md") == b"klaargezet\n"
    assert repository.read("HEAD", "a.md") == b"eerst\n"


def test_a_name_that_looks_like_a_stage_is_a_name(sandbox: Sandbox) -> None:
    sandbox.write("1:a.md", "x")
    sandbox.git("add", "-A")
    assert Repository.of(sandbox.top).read(INDEX, "1:a.md") == b"x"


def test_documents_come_through_the_filters_of_git(sandbox: Sandbox) -> None:
    sandbox.git("config", "--global", "filter.rot.clean", "tr a-z b-za")
    sandbox.git("config", "--global", "filter.rot.smudge", "tr b-za a-z")
    sandbox.commit(__gitattributes="*.md filter=rot\n*.txt eol=crlf\n", a__md="hoger\n", b__txt="een\n")
    assert sandbox.git("cat-file", "blob", "HEAD:a.md") == "iphfs"
    repository = Repository.of(sandbox.top)
    assert repository.read("HEAD", "a.md") == b"hoger\n"
    assert repository.read("HEAD", "b.txt") == b"een\r\n"


def test_an_lfs_pointer_is_not_taken_for_the_document(sandbox: Sandbox) -> None:
    sandbox.commit(a__docx="version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n")
    with pytest.raises(ReadError) as caught:
        Repository.of(sandbox.top).read("HEAD", "a.docx")
    assert "git lfs pull" in say(caught.value.code, "nl", **caught.value.params)


def test_a_merge_has_all_its_parents(sandbox: Sandbox) -> None:
    sandbox.commit(a__md="x\n")
    sandbox.git("checkout", "-q", "-b", "ander")
    theirs = sandbox.commit(a__md="y\n")
    sandbox.git("checkout", "-q", "main")
    ours = sandbox.commit(a__md="z\n")
    sandbox.git("merge", "-q", "ander", check=False)
    assert Repository.of(sandbox.top).parents_of_index() == (ours, theirs)


def test_comparing_starts_where_the_branch_left(sandbox: Sandbox) -> None:
    fork = sandbox.commit(a__md="x\n")
    sandbox.git("checkout", "-q", "-b", "tak")
    sandbox.commit(b__md="y\n")
    sandbox.git("checkout", "-q", "main")
    later = sandbox.commit(c__md="z\n")
    sandbox.git("checkout", "-q", "tak")
    repository = Repository.of(sandbox.top)
    assert repository.base("main") == fork
    assert repository.base("main", "main") == later


@pytest.mark.parametrize("revision", ["bestaat-niet", "", "--help", "0" * 40, "HEAD:a.md"], ids=repr)
def test_an_unknown_revision_is_said(sandbox: Sandbox, revision: str) -> None:
    sandbox.commit(a__md="x")
    with pytest.raises(ConfigError) as caught:
        Repository.of(sandbox.top).commit(revision)
    assert caught.value.code == "git-no-revision"


def test_a_shallow_clone_says_how_to_get_the_rest(sandbox: Sandbox, tmp_path: Path) -> None:
    first = sandbox.commit(a__md="x")
    sandbox.commit(a__md="y")
    sandbox.git("clone", "-q", "--depth", "1", f"file://{sandbox.top}", str(tmp_path / "ondiep"))
    with pytest.raises(ConfigError) as caught:
        Repository.of(tmp_path / "ondiep").commit(first)
    assert caught.value.code == "git-shallow"
    assert "fetch-depth: 0" in say("git-shallow", "nl", **caught.value.params)


def test_a_linked_worktree_has_its_own_index(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.commit(a__md="x\n")
    sandbox.git("worktree", "add", "-q", str(tmp_path / "tweede"), "-b", "tweede")
    second = Sandbox(tmp_path / "tweede", sandbox.home)
    second.write("a.md", "y\n")
    second.git("add", "-A")
    repository = Repository.of(second.top)
    assert repository.read(INDEX, "a.md") == b"y\n"
    assert repository.staged(repository.commit("HEAD")).before == {"a.md": "a.md"}
    assert Repository.of(sandbox.top).read(INDEX, "a.md") == b"x\n"


def test_a_submodule_is_compared_with_what_the_superproject_had(sandbox: Sandbox, tmp_path: Path) -> None:
    inner = Sandbox.at(tmp_path / "binnen")
    old = inner.commit(a__md="oud\n")
    sandbox.git("submodule", "--quiet", "add", str(inner.top), "deel")
    base = sandbox.commit()
    part = Sandbox(sandbox.top / "deel", sandbox.home)
    part.commit(a__md="nieuw\n")
    repository = Repository.of(part.top)
    assert repository.path(part.top / "a.md") == "a.md"
    assert repository.in_superproject(base) == old
    assert Repository.of(sandbox.top).in_superproject("HEAD") is None


def test_the_index_that_a_hook_is_told_of_is_used_in_its_own_repository_only(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`git commit FILE` stages in an index of its own and names it to the hook."""
    sandbox.commit(a__md="x\n")
    sandbox.write("a.md", "apart\n")
    sandbox.git("add", "a.md", GIT_INDEX_FILE=".git/apart")
    other = Sandbox.at(tmp_path / "ander")
    other.commit(a__md="ander\n")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/apart")
    monkeypatch.setenv("GIT_DIR", str(sandbox.top / ".git"))
    assert Repository.of(sandbox.top).read(INDEX, "a.md") == b"apart\n"
    assert Repository.of(other.top).top == other.top
    monkeypatch.setenv("GIT_INDEX_FILE", str(sandbox.top / ".git" / "apart"))
    assert Repository.of(other.top).read(INDEX, "a.md") == b"ander\n"


def test_outside_a_repository_and_without_git_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ConfigError) as caught:
        Repository.of(tmp_path)
    assert caught.value.code == "git-no-repository"
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError) as caught:
        Repository.of(tmp_path)
    assert caught.value.code == "git-not-installed"


def test_unmerged_paths_are_left_to_the_working_tree(sandbox: Sandbox) -> None:
    sandbox.commit(a__md="x\n")
    sandbox.git("checkout", "-q", "-b", "ander")
    sandbox.commit(a__md="y\n")
    sandbox.git("checkout", "-q", "main")
    ours = sandbox.commit(a__md="z\n")
    sandbox.git("merge", "-q", "ander", check=False)
    assert Repository.of(sandbox.top).staged(ours).before == {}


def test_equal_contents_have_equal_names(sandbox: Sandbox) -> None:
    first = sandbox.commit(a__md="x\n", b__md="x\n")
    repository = Repository.of(sandbox.top)
    assert repository.object_at(first, "a.md") == repository.object_at(INDEX, "b.md") is not None
    assert repository.object_at(first, "c.md") is None

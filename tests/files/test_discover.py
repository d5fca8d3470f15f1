"""From names to documents: what is read, what is left alone, what failed, and in which order."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from termlint.files.discover import DEEPEST, Discovery, Found
from termlint.files.globs import matches

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".docx", ".pdf", ".txt", ".md")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.docx", "a.PDF", "plaatje.png", "oud.doc", "~$b.docx", "._b.docx", "b.termlint.docx",
        "sub/c.md", "sub/é.txt",
        ".git/x.txt", "_site/x.md", "_freeze/x.md", "renv/x.md", "node_modules/x.md", ".venv/x.txt",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def find(*names: str, exclude: tuple[str, ...] = (), force: bool = False) -> list[Found]:
    walk = Discovery(SUFFIXES, lambda path: matches(path.as_posix(), exclude), force)
    return list(walk.find(names))


def read(found: list[Found]) -> list[str]:
    return [each.path for each in found if each.code is None]


def codes(found: list[Found]) -> dict[str, tuple[str, str | None]]:
    return {each.path: (each.status, each.code) for each in found if each.code}


def test_a_folder_gives_its_documents_sorted_and_deep(tree: Path) -> None:
    assert read(find(".")) == ["a.PDF", "b.docx", "sub/c.md", "sub/é.txt"]


def test_other_kinds_are_skipped_and_those_we_ought_to_read_say_so(tree: Path) -> None:
    assert codes(find(".")) == {
        "plaatje.png": ("skipped", "unknown-format"),
        "oud.doc": ("skipped", "unread-format"),
    }


def test_what_is_named_and_cannot_be_read_failed(tree: Path) -> None:
    assert codes(find("plaatje.png", "oud.doc", "nergens.docx")) == {
        "plaatje.png": ("failed", "unknown-format"),
        "oud.doc": ("failed", "unread-format"),
        "nergens.docx": ("failed", "not-found"),
    }


def test_a_lock_file_of_word_is_no_failure_even_when_a_shell_names_it(tree: Path) -> None:
    assert codes(find("~$b.docx", "b.docx")) == {"~$b.docx": ("skipped", "lock-file")}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("*.docx", ["b.docx"], id="in this folder"),
        pytest.param("**/*.md", ["sub/c.md"], id="in any folder"),
        pytest.param("s*", ["sub/c.md", "sub/é.txt"], id="a folder that fits is walked"),
    ],
)
def test_patterns_are_expanded_for_windows(tree: Path, pattern: str, expected: list[str]) -> None:
    assert read(find(pattern)) == expected


def test_a_pattern_without_a_match_failed(tree: Path) -> None:
    assert codes(find("*.odt")) == {"*.odt": ("failed", "no-match")}


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(tree: Path) -> None:
    (tree / "nota [1].txt").write_text("x")
    assert read(find("nota [1].txt")) == ["nota [1].txt"]


def test_each_file_comes_once_at_its_first_mention(tree: Path) -> None:
    assert read(find("b.docx", ".", "b.docx")) == ["b.docx", "a.PDF", "sub/c.md", "sub/é.txt"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("sub", ["sub/c.md", "sub/é.txt"], id="plain"),
        pytest.param("sub/", ["sub/c.md", "sub/é.txt"], id="with a slash"),
        pytest.param("./sub", ["./sub/c.md", "./sub/é.txt"], id="as it was given"),
    ],
)
def test_paths_are_shown_as_given(tree: Path, name: str, expected: list[str]) -> None:
    assert read(find(name)) == expected


def test_excluded_paths_are_not_walked_but_a_named_file_is_read(tree: Path) -> None:
    assert read(find(".", exclude=("sub",))) == ["a.PDF", "b.docx"]
    assert read(find("sub/c.md", exclude=("sub",))) == ["sub/c.md"]


def test_force_exclude_leaves_out_a_named_file_too(tree: Path) -> None:
    assert find("sub/c.md", exclude=("sub",), force=True) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
class TestLinks:
    def test_a_link_to_a_folder_above_is_told_and_not_followed(self, tree: Path) -> None:
        (tree / "sub" / "lus").symlink_to(tree, target_is_directory=True)
        found = find(".")
        assert codes(found)["sub/lus"] == ("skipped", "folder-loop")
        assert read(found) == ["a.PDF", "b.docx", "sub/c.md", "sub/é.txt"]

    def test_a_link_to_a_folder_elsewhere_is_followed_once(
        self, tree: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elders")
        (elsewhere / "d.txt").write_text("x")
        (tree / "een").symlink_to(elsewhere, target_is_directory=True)
        (tree / "twee").symlink_to(elsewhere, target_is_directory=True)
        assert [path for path in read(find(".")) if path.endswith("d.txt")] == ["een/d.txt"]

    def test_a_link_to_itself_failed(self, tree: Path) -> None:
        (tree / "lus.txt").symlink_to(tree / "lus.txt")
        assert codes(find("lus.txt")) == {"lus.txt": ("failed", "link-loop")}

    def test_a_broken_link_to_a_document_in_a_folder_failed(self, tree: Path) -> None:
        (tree / "weg.txt").symlink_to(tree / "nergens.txt")
        assert codes(find("."))["weg.txt"] == ("failed", "not-found")

    def test_a_pipe_is_no_document(self, tree: Path) -> None:
        os.mkfifo(tree / "pijp.txt")
        assert codes(find("."))["pijp.txt"] == ("skipped", "not-a-file")
        assert codes(find("pijp.txt"))["pijp.txt"] == ("failed", "not-a-file")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may open everything")
def test_a_folder_that_may_not_be_opened_failed(tree: Path) -> None:
    (tree / "sub").chmod(0)
    try:
        assert codes(find("."))["sub"] == ("failed", "folder-no-access")
    finally:
        (tree / "sub").chmod(0o755)


def test_a_name_that_no_system_allows_failed(tree: Path) -> None:
    assert codes(find("a\0b"))["a\0b"][0] == "failed"
    assert codes(find("x" * 5000 + ".txt"))["x" * 5000 + ".txt"][0] == "failed"


REPORT = b'<!DOCTYPE html><head><meta name="generator" content="termlint 1.2"></head>'
PAGE = b'<!DOCTYPE html><head><meta name="generator" content="quarto-1.5"></head>'


@pytest.mark.parametrize(
    ("name", "content", "left_out"),
    [
        pytest.param("rapport.html", REPORT, True, id="page"),
        pytest.param("rapport.csv", "\ufeffDocument;Plaats;Pagina;Alinea\r\n".encode(), True, id="table"),
        pytest.param(
            "report.csv", "\ufeffDocument;Place;Page;Paragraph\r\n".encode(), True, id="english-table"
        ),
        pytest.param("pagina.html", PAGE, False, id="somebody-elses-page"),
        pytest.param("lijst.csv", b"Document;Datum\r\n", False, id="somebody-elses-table"),
    ],
)
def test_reports_of_ours_are_read_only_when_named(
    tmp_path: Path, name: str, content: bytes, left_out: bool
) -> None:
    (tmp_path / name).write_bytes(content)
    suffixes = (".html", ".csv")
    met = list(Discovery(suffixes).find([str(tmp_path)]))
    assert len(met) == (0 if left_out else 1)
    assert len(list(Discovery(suffixes).find([str(tmp_path / name)]))) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has shorter paths")
@pytest.mark.parametrize(
    ("depth", "code"),
    [(DEEPEST, None), (DEEPEST + 1, "folder-too-deep"), (300, "folder-too-deep")],
)
def test_folders_inside_each_other_have_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, depth: int, code: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path.joinpath(*["d"] * depth)
    folder.mkdir(parents=True)
    (folder / "a.txt").touch()
    (found,) = Discovery({".txt"}).find(["."])
    assert found.code == code
    assert found.path.endswith("a.txt" if code is None else "/d")
    assert (found.status == "failed") is (code is not None)

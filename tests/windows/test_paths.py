r"""Names as Windows has them: backslashes, drives, \\server\share, what a console would obey."""

from __future__ import annotations

import ntpath
import os
from pathlib import Path, PurePath, PureWindowsPath
from types import SimpleNamespace

import pytest

from termlint.cli import check
from termlint.errors import ConfigError
from termlint.files import discover
from termlint.files.git import process
from termlint.files.globs import matches
from termlint.files.paths import in_full, is_device, reachable
from termlint.reporters import links
from termlint.reporters.sarif import _uri
from termlint.rulebook.load import _rule_files, digest
from termlint.store.baseline import known, normal

pytestmark = pytest.mark.slow

WINDOWS = SimpleNamespace(path=ntpath, sep="\\", name="nt")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rooms that handle names, with Windows' idea of them."""
    for room in (discover, links, known):
        monkeypatch.setattr(room, "os", WINDOWS)
    monkeypatch.setattr(links, "Path", PureWindowsPath)
    monkeypatch.setattr(discover, "Path", PureWindowsPath)


# --- shown ------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        (".", "brief.docx"),
        (".\\", "brief.docx"),
        ("./", "brief.docx"),
        ("map\\sub", "map/sub/brief.docx"),
        ("map\\", "map/brief.docx"),
        ("..\\map", "../map/brief.docx"),
        ("C:\\map", "C:/map/brief.docx"),
        ("C:\\", "C:/brief.docx"),
        ("C:", "C:brief.docx"),
        ("C:map", "C:map/brief.docx"),
        ("\\\\server\\share", "//server/share/brief.docx"),
        ("\\\\server\\share\\", "//server/share/brief.docx"),
    ],
)
def test_a_document_is_shown_with_slashes(folder: str, shown: str) -> None:
    assert discover.shown(discover._join(folder, "brief.docx")) == shown
    assert PureWindowsPath(shown) == PureWindowsPath(folder, "brief.docx")


def test_elsewhere_a_backslash_is_a_sign_like_any_other() -> None:
    assert discover.shown("map\\brief.docx") == "map\\brief.docx"
    assert discover._join("C:", "brief.docx") == "C:/brief.docx"


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("name", "suffix"), [("C:\\map.x\\BRIEF.DOCX", ".docx"), ("C:\\map.docx\\brief", ""), ("brief.", "")]
)
def test_a_suffix_is_that_of_the_name_alone(name: str, suffix: str) -> None:
    assert discover.suffix_of(name) == suffix


# --- copies, links, patterns, the baseline ------------------------------------------------------------


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("path", "below"),
    [
        ("stukken/a.docx", "stukken"),
        ("stukken\\sub\\a.docx", "stukken/sub"),
        ("C:/stukken/a.docx", "."),
        ("C:stukken/a.docx", "."),
        ("/stukken/a.docx", "."),
        ("\\stukken\\a.docx", "."),
        ("//server/share/stukken/a.docx", "."),
        ("..\\stukken\\a.docx", "."),
        ("stukken\\..\\..\\a.docx", "."),
    ],
)
def test_a_copy_stays_in_the_output_folder(path: str, below: str) -> None:
    target = PureWindowsPath("D:\\uit", links.below(path), "a.termlint.docx")
    assert target == PureWindowsPath("D:\\uit", below, "a.termlint.docx")


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("document", "folder", "address"),
    [
        ("C:/w/stukken/a b.docx", "C:\\w\\uit", "../stukken/a%20b.docx"),
        ("C:/W/uit/a.docx", "c:\\w\\UIT", "a.docx"),
        ("D:/elders/é.docx", "C:\\w\\uit", "file:///D:/elders/%C3%A9.docx"),
        ("//server/share/map/a.docx", "C:\\w\\uit", "file://server/share/map/a.docx"),
    ],
)
def test_a_page_finds_a_document_also_on_another_drive(
    document: str, folder: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PureWindowsPath, "absolute", lambda path: path, raising=False)
    assert links.Viewpoint(PureWindowsPath(folder)).address(document) == address  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("stukken/a b.docx", "stukken/a%20b.docx"),
        ("C:/stukken/a.docx", "file:///C:/stukken/a.docx"),
        ("//server/share/a.docx", "file://server/share/a.docx"),
    ],
)
def test_sarif_names_a_file_of_windows(path: str, uri: str) -> None:
    assert _uri(path) == uri


@pytest.mark.parametrize("pattern", ["archief\\**", "ARCHIEF", "archief\\oud\\*.docx", ".\\archief"])
def test_a_pattern_may_have_backslashes_and_other_capitals(pattern: str) -> None:
    assert matches("archief/oud/a.docx", [pattern])
    assert not matches("actueel/a.docx", [pattern])


@pytest.mark.usefixtures("windows")
def test_a_baseline_names_documents_alike_on_every_system() -> None:
    assert known.in_baseline("stukken\\a.docx", PureWindowsPath(".")) == "stukken/a.docx"  # type: ignore[arg-type]
    assert known.in_baseline("D:\\a.docx", PureWindowsPath("C:\\w")) == "D:/a.docx"  # type: ignore[arg-type]
    assert normal("stukken/a.docx") == normal("stukken\\a.docx")


# --- what Windows takes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        ("C:\\map\\a.txt", "\\\\?\\C:\\map\\a.txt"),
        ("\\\\server\\share\\a.txt", "\\\\?\\UNC\\server\\share\\a.txt"),
        ("\\\\?\\C:\\map\\a.txt", "\\\\?\\C:\\map\\a.txt"),
        ("\\\\.\\NUL", "\\\\.\\NUL"),
    ],
)
def test_a_path_in_full(path: str, whole: str) -> None:
    assert in_full(path) == whole


def test_elsewhere_a_path_is_as_it_is() -> None:
    path = Path("/" + "x" * 5000)
    assert reachable(path) is path


@pytest.mark.parametrize(
    "name", ["NUL", "nul.json", "con", "Com1.txt", "lpt9", "aux .x.y", "CONIN$", "COM³.txt"]
)
def test_a_device(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["nulmeting.docx", "com10.txt", "com0", "a.nul", "console.log", ""])
def test_no_device(name: str) -> None:
    assert not is_device(name)


# --- a name to paste ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "pasted"),
    [
        ("map/brief.docx", "map/brief.docx"),
        ("C:/Users/Noor/één.docx", "C:/Users/Noor/één.docx"),
        ("mijn map/a (1).docx", '"mijn map/a (1).docx"'),
        ("a&b;c.docx", '"a&b;c.docx"'),
        ("$(start calc).docx", '"?(start calc).docx"'),
        ("a`b%PATH%.docx", '"a?b?PATH?.docx"'),
        ("“;start calc;„.docx", '"?;start calc;?.docx"'),
        ("[a].docx", '"?a?.docx"'),
        ("-rf.docx", "./-rf.docx"),
    ],
)
def test_a_name_to_paste_is_obeyed_by_no_console(
    name: str, pasted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "sys", SimpleNamespace(platform="win32"))
    assert check._quoted(name) == pasted


# --- git --------------------------------------------------------------------------------------------


def test_a_program_comes_from_path_and_never_from_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("kloon", "programma's", "ander"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "git.exe").touch(0o755)
    (tmp_path / "ander" / "git.bat").touch()
    monkeypatch.chdir(tmp_path / "kloon")
    folders = [
        ".",
        "",
        "kloon",
        str(tmp_path / "leeg"),
        f'"{tmp_path}/programma\'s"',
        str(tmp_path / "ander"),
    ]
    monkeypatch.setattr(process, "_PROGRAM", "git.exe")
    monkeypatch.setenv("PATH", os.pathsep.join(folders))
    assert process.program() == str(tmp_path / "programma's" / "git.exe")
    monkeypatch.setenv("PATH", os.pathsep.join(folders[:4]))
    with pytest.raises(ConfigError):
        process.program()
    (tmp_path / "ander" / "git.exe").unlink()
    monkeypatch.setenv("PATH", str(tmp_path / "ander"))
    with pytest.raises(ConfigError):  # a .bat is run by cmd, which obeys what it is given
        process.program()


# --- rules --------------------------------------------------------------------------------------------


def test_a_ruleset_has_one_name_whatever_its_line_ends(tmp_path: Path) -> None:
    for folder, end in (("a", b"\n"), ("b", b"\r\n")):
        (tmp_path / folder / "pak").mkdir(parents=True)
        (tmp_path / folder / "pak" / "pack.yaml").write_bytes(b"id: pak" + end + b"title: Pak" + end)
    one, two = (digest([tmp_path / folder / "pak"]) for folder in "ab")
    assert one == two
    (tmp_path / "b" / "pak" / "pack.yaml").write_bytes(b"id: pak\r\ntitle: Pakket\r\n")
    assert digest([tmp_path / "b" / "pak"]) != one


def test_rules_come_in_one_order_on_every_system() -> None:
    names = ["a.yaml", "B.yaml", "c.yaml", "._d.yaml"]
    folder = SimpleNamespace(glob=lambda pattern: map(PureWindowsPath, names))
    in_order: list[PurePath] = list(_rule_files(folder))  # type: ignore[arg-type]
    assert [path.name for path in in_order] == ["B.yaml", "a.yaml", "c.yaml"]

"""Where settings are looked for, and where that ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termlint.files.regular import RefusedFileError, boundary, read_regular
from termlint.settings import locate, nearest, user_file
from tests.cli.conftest import desk

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

__all__ = ["desk"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a repository in it, and settings above both."""
    home = tmp_path / "thuis"
    (home / "kloon" / ".git").mkdir(parents=True)
    (home / "kloon" / "map").mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    return home


class TestUpwards:
    def test_as_far_as_the_root_of_the_repository(self, home: Path) -> None:
        (home / "termlint.yaml").touch()
        assert nearest(home / "kloon" / "map").file is None
        (home / "kloon" / "termlint.yaml").touch()
        assert nearest(home / "kloon" / "map").file == home / "kloon" / "termlint.yaml"

    def test_as_far_as_the_home_folder(self, home: Path) -> None:
        (home / "map").mkdir()
        (home.parent / "termlint.yaml").touch()
        assert nearest(home / "map").file is None
        (home / "termlint.yaml").touch()
        assert nearest(home / "map").file == home / "termlint.yaml"

    def test_a_linked_worktree_has_a_root_too(self, home: Path) -> None:
        (home / "kloon" / ".git").rmdir()
        (home / "kloon" / ".git").write_text("gitdir: elders\n")
        (home / "termlint.yaml").touch()
        assert nearest(home / "kloon" / "map").file is None


class TestBoundary:
    def test_is_the_repository(self, home: Path) -> None:
        assert boundary(home / "kloon" / "map") == home / "kloon"

    def test_is_the_folder_itself_outside_one(self, home: Path) -> None:
        assert boundary(home / "map") == home / "map"

    def test_is_never_the_home_folder_for_what_lies_in_it(self, home: Path) -> None:
        (home / ".git").mkdir()
        assert boundary(home / "map") == home / "map"


class TestReading:
    def test_the_size_has_two_sides(self, tmp_path: Path) -> None:
        file = tmp_path / "a"
        file.write_bytes(b"x" * 1000)
        assert read_regular(file, 0.001) == b"x" * 1000
        file.write_bytes(b"x" * 1001)
        with pytest.raises(RefusedFileError) as caught:
            read_regular(file, 0.001)
        assert caught.value.why == "too-large"

    @pytest.mark.skipif(not Path("/proc/version").is_file(), reason="no /proc here")
    def test_a_file_whose_size_is_no_truth_is_read_whole(self) -> None:
        assert Path("/proc/version").stat().st_size == 0
        assert read_regular(Path("/proc/version"), 1) == Path("/proc/version").read_bytes()


class TestTheUsersOwn:
    @pytest.mark.parametrize(
        ("platform", "variables", "folder"),
        [
            pytest.param("linux", {}, ".config/termlint", id="Linux"),
            pytest.param(
                "linux", {"XDG_CONFIG_HOME": "elders"}, ".config/termlint", id="a relative one is none"
            ),
            pytest.param("darwin", {}, "Library/Application Support/termlint", id="macOS"),
            pytest.param("win32", {}, "AppData/Roaming/termlint", id="Windows"),
        ],
    )
    def test_stand_where_the_platform_has_them(
        self,
        home: Path,
        monkeypatch: pytest.MonkeyPatch,
        platform: str,
        variables: dict[str, str],
        folder: str,
    ) -> None:
        for name in ("XDG_CONFIG_HOME", "APPDATA"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(locate.sys, "platform", platform)
        assert locate.user_folder() == home / folder
        assert user_file() is None
        (home / folder).mkdir(parents=True)
        (home / folder / "termlint.yaml").touch()
        assert user_file() == home / folder / "termlint.yaml"

    def test_lie_below_those_of_the_project(
        self, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
        own = tmp_path / "config" / "termlint" / "termlint.yaml"
        own.parent.mkdir(parents=True)
        own.write_text("fail-on: never\nexclude: [weg.txt]\nlimits: {memory: 20000}\n")
        desk.write("a.txt")
        desk.write("weg.txt")
        assert desk.run("check").code == 0
        desk.write("termlint.yaml", "fail-on: error\nexclude: [ook-weg.txt]\n")
        desk.write("ook-weg.txt")
        shown = desk.run("check", "--show-config").out
        assert str(own) in shown
        ran = desk.run("check", "--format", "json")
        assert ran.code == 1
        assert [each["path"] for each in ran.report["documents"] if each["status"] == "checked"] == ["a.txt"]

    def test_a_mistake_in_them_is_told(
        self, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
        own = tmp_path / "config" / "termlint" / "termlint.yaml"
        own.parent.mkdir(parents=True)
        own.write_text("fial-on: never\n")
        desk.write("a.txt")
        ran = desk.run("check", "a.txt")
        assert (ran.code, str(own) in ran.err) == (2, True)

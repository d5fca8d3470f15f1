"""dev.py works from nothing: with or without pip, whatever state an environment was left in."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import dev
from devtools import bootstrap, pythons

pytestmark = pytest.mark.slow

BUNDLED = importlib.util.find_spec("ensurepip")


@pytest.fixture
def no_ensurepip(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a stock Debian: the standard library came without it."""
    real = importlib.util.find_spec
    hidden = SimpleNamespace(find_spec=lambda name: None if name == "ensurepip" else real(name))
    monkeypatch.setattr(bootstrap, "importlib", SimpleNamespace(util=hidden))


@pytest.fixture
def wheels(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the wheel of pip, where Debian would have it; nothing else has pip."""
    if BUNDLED is None or BUNDLED.origin is None:
        pytest.skip("this Python came without a wheel of pip")
    folder = Path(BUNDLED.origin).parent / "_bundled"
    if not list(folder.glob("pip-*.whl")):
        pytest.skip("this Python keeps its wheel of pip elsewhere")
    monkeypatch.setattr(bootstrap, "WHEELS", folder)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    monkeypatch.setattr(bootstrap.sys, "executable", sys.executable)
    monkeypatch.setattr(bootstrap, "_pip_version", lambda pip: (0,))
    return folder


def python_says(folder: Path) -> str:
    done = subprocess.run(
        [bootstrap.executable(folder), "-c", "import sys, pip; print(sys.version)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_without_ensurepip_the_wheel_of_the_system_serves(
    no_ensurepip: None, wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = bootstrap._from_wheels
    monkeypatch.setattr(bootstrap, "_ways", lambda python, scratch: ways(python, wheels))
    bootstrap.prepare(tmp_path / "env")
    assert python_says(tmp_path / "env") == sys.version
    assert bootstrap.is_whole(tmp_path / "env")


def test_what_is_nearest_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("pip-23.0-py3-none-any.whl", "pip-24.1-py3-none-any.whl"):
        (tmp_path / name).touch()
    monkeypatch.setattr(bootstrap, "WHEELS", tmp_path)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None if "apt" in name else f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap, "_pip_version", lambda pip: (20, 0) if pip == ["pip3"] else (22, 3))
    ways = [" ".join(way) for way in bootstrap._ways(Path("py"), tmp_path)]
    assert ways[0] == "/usr/bin/uv pip install --python py pip"
    assert ways[2:4] == [f"{sys.executable} -m pip --python py install pip", "pip --python py install pip"]
    assert [way.split("pip-")[1][:4] for way in ways[4:]] == ["24.1", "23.0"]


def test_where_no_pip_is_to_be_had_one_sentence_says_what_to_do(
    no_ensurepip: None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bootstrap, "_ways", lambda python, scratch: iter([["no-such-program"], ["false"]]))
    monkeypatch.setenv("TERMLINT_VENV", str(tmp_path / "env"))
    assert dev.main(["demo"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "sudo apt install python3-venv" in line
    assert not (tmp_path / "env").exists()


def broken(folder: Path) -> None:
    bootstrap.executable(folder).unlink()


def unfinished(folder: Path) -> None:
    (folder / bootstrap.UNFINISHED).touch()


def begun(folder: Path) -> None:
    (folder / "pyvenv.cfg").unlink()
    bootstrap.executable(folder).unlink()


def another(folder: Path) -> None:
    python = bootstrap.executable(folder)
    python.unlink()
    python.write_text("#!/bin/sh\necho 3.99.0\n")
    python.chmod(0o755)


@pytest.mark.skipif(BUNDLED is None, reason="this Python came without pip")
@pytest.mark.parametrize("left", [broken, unfinished, begun, another])
def test_an_environment_that_is_not_whole_is_made_anew(left: object, tmp_path: Path) -> None:
    folder = tmp_path / "env"
    bootstrap.prepare(folder)
    note = folder / "pyvenv.cfg"
    made = note.stat().st_mtime_ns
    bootstrap.prepare(folder)
    assert note.stat().st_mtime_ns == made
    left(folder)  # type: ignore[operator]
    assert not bootstrap.is_whole(folder)
    bootstrap.prepare(folder)
    assert python_says(folder) == sys.version


def test_a_folder_that_is_no_environment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brief.docx").touch()
    monkeypatch.setenv("TERMLINT_VENV", str(tmp_path))
    assert dev.main(["test"]) == 2
    assert "TERMLINT_VENV" in capsys.readouterr().err
    assert (tmp_path / "brief.docx").exists()


def test_every_python_is_found_once_and_what_is_missing_is_named() -> None:
    found = pythons.found()
    assert (
        sys.version_info[:3] in {each.version for each in found} or sys.version_info.releaselevel != "final"
    )
    assert len({(each.version, each.path) for each in found}) == len(found)
    assert pythons.missing([]) == ["3.11", "3.12", "3.13", "3.14"]
    assert f"3.{sys.version_info[1]}" not in pythons.missing(found)


def test_a_command_that_is_not_there_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    said = capsys.readouterr().err
    assert all(f"dev.py {name}" in said for name in dev.COMMANDS)

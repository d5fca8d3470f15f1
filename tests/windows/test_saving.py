"""What Windows says when a file cannot be written, and how long we insist."""

from __future__ import annotations

import errno
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ConfigError
from termlint.files import atomic
from termlint.messages import CATALOG

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

EVERY = {
    32: "busy",
    33: "busy",
    39: "full",
    112: "full",
    19: "read-only",
    206: "name",
    123: "sign",
    53: "no-folder",
}


@pytest.mark.parametrize(("number", "why"), EVERY.items(), ids=str)
def test_a_number_of_windows_beats_that_of_posix(number: int, why: str) -> None:
    error = atomic._windows_error(errno.EACCES, number)
    assert atomic.why_not(error) == why
    assert {f"output-failed-{why}", f"fixing-not-written-{why}"} <= CATALOG.keys()
    assert atomic.why_not(OSError(errno.EACCES, "nee")) == "forbidden"


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, str], list[float]]:
    """A system on which putting a file in its place is refused so many times; the waits in between."""

    def refuse(times: int, platform: str) -> list[float]:
        waited: list[float] = []
        left = iter([True] * times)
        replace = Path.replace

        def put(path: Path, target: Path) -> Path:
            if next(left, False):
                raise PermissionError(errno.EACCES, "in gebruik")
            return replace(path, target)

        monkeypatch.setattr(atomic, "sys", SimpleNamespace(platform=platform))
        monkeypatch.setattr(atomic.time, "sleep", waited.append)
        monkeypatch.setattr(Path, "replace", put)
        return waited

    return refuse


@pytest.mark.parametrize(("times", "waits"), [(0, 0), (1, 1), (3, 3)])
def test_a_virus_scanner_is_waited_for(
    tmp_path: Path, refusing: Callable[[int, str], list[float]], times: int, waits: int
) -> None:
    waited = refusing(times, "win32")
    atomic.save(tmp_path / "uit.txt", b"nieuw")
    assert (tmp_path / "uit.txt").read_bytes() == b"nieuw"
    assert len(waited) == waits
    assert sum(waited) < 2


@pytest.mark.parametrize(
    ("platform", "there", "code"),
    [("win32", True, "busy"), ("win32", False, "forbidden"), ("linux", True, "forbidden")],
    ids=["open on Windows", "a new file", "elsewhere"],
)
def test_who_holds_on_is_said_to_have_it_open(
    tmp_path: Path, refusing: Callable[[int, str], list[float]], platform: str, there: bool, code: str
) -> None:
    target = tmp_path / "uit.txt"
    if there:
        target.write_bytes(b"oud")
    waited = refusing(99, platform)
    with pytest.raises(ConfigError) as caught:
        atomic.save(target, b"nieuw")
    assert caught.value.code == f"output-failed-{code}"
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"oud"] * there
    assert bool(waited) is (platform == "win32")

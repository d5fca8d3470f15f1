"""Reading what others made: never more than asked for, never waited for, never through a trap."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ReadError
from termlint.files import regular
from termlint.files.documents import read_document, within_limit
from termlint.files.regular import RefusedFileError, beginning, read_regular, sha256_of, upto

if TYPE_CHECKING:
    from collections.abc import Callable

posix = pytest.mark.skipif(sys.platform == "win32", reason="no pipes by name on Windows")
KILO = 0.001


def fifo(path: Path) -> None:
    os.mkfifo(path)  # type: ignore[attr-defined,unused-ignore]


@posix
@pytest.mark.parametrize(
    ("read", "told"),
    [
        pytest.param(lambda path: read_regular(path, 1), RefusedFileError, id="what steers a run"),
        pytest.param(lambda path: read_document(path, 1), ReadError, id="a document"),
        pytest.param(lambda path: beginning(path, 9), OSError, id="its beginning"),
    ],
)
def test_a_pipe_without_a_writer_keeps_nobody(
    read: Callable[[Path], bytes], told: type[Exception], tmp_path: Path
) -> None:
    fifo(tmp_path / "a.txt")
    with pytest.raises(told):
        read(tmp_path / "a.txt")
    assert sha256_of(tmp_path / "a.txt") is None


class TestSize:
    @pytest.mark.parametrize("size", [0, 1, 999, 1000], ids=lambda size: f"{size} bytes")
    def test_up_to_the_limit_all_comes(self, size: int, tmp_path: Path) -> None:
        data = b"x" * size
        (tmp_path / "a").write_bytes(data)
        assert read_regular(tmp_path / "a", KILO) == data == read_document(tmp_path / "a", KILO)
        assert sha256_of(tmp_path / "a", KILO) == hashlib.sha256(data).hexdigest()
        assert within_limit(data, KILO) is data

    def test_over_it_nothing_does(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"x" * 1001)
        with pytest.raises(RefusedFileError, match="too-large"):
            read_regular(tmp_path / "a", KILO)
        for read in (lambda: read_document(tmp_path / "a", KILO), lambda: within_limit(b"x" * 1001, KILO)):
            with pytest.raises(ReadError) as caught:
                read()
            assert (caught.value.code, caught.value.params["limit"]) == ("too-large", "0.001")
        assert sha256_of(tmp_path / "a", KILO) is None

    @pytest.mark.skipif(not Path("/proc/cpuinfo").is_file(), reason="no /proc here")
    def test_also_of_a_file_that_says_it_is_empty(self) -> None:
        assert Path("/proc/cpuinfo").stat().st_size == 0
        with pytest.raises(RefusedFileError, match="too-large"):
            read_regular(Path("/proc/cpuinfo"), 0.00001)

    def test_a_large_file_is_digested_in_pieces(self, tmp_path: Path) -> None:
        data = os.urandom(700_001)
        (tmp_path / "a").write_bytes(data)
        assert sha256_of(tmp_path / "a") == hashlib.sha256(data).hexdigest()

    def test_a_beginning_is_no_more_than_asked_for(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"abc")
        assert [beginning(tmp_path / "a", most) for most in (0, 2, 3, 4)] == [b"", b"ab", b"abc", b"abc"]

    def test_a_stream_without_end_is_read_as_far_as_asked(self) -> None:
        class Endless(io.RawIOBase):
            def read(self, size: int = -1) -> bytes:
                assert 0 < size <= 1_000_000
                return b"x" * min(size, 400_000)

        assert len(upto(Endless(), 2_500_001)) == 2_500_001  # type: ignore[arg-type]


def test_a_link_is_followed_for_a_document_and_not_out_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ver").write_bytes(b"ver")
    (tmp_path / "map").mkdir()
    link = tmp_path / "map" / "a.txt"
    try:
        link.symlink_to(tmp_path / "ver")
    except OSError:
        pytest.skip("no links here")
    assert read_document(link, 1) == b"ver" == read_regular(link, 1) == read_regular(link, 1, tmp_path)
    with pytest.raises(RefusedFileError, match="link-outside"):
        read_regular(link, 1, tmp_path / "map")


@pytest.mark.parametrize(
    ("was", "digest"),
    [
        pytest.param(700_000, True, id="as it was"),
        pytest.param(699_999, False, id="it grew"),
        pytest.param(262_144, False, id="it grew at the end of a piece"),
        pytest.param(700_001, False, id="it shrank"),
    ],
)
def test_what_changes_while_it_is_read_has_no_digest(was: int, digest: bool, tmp_path: Path) -> None:
    data = os.urandom(700_000)
    (tmp_path / "a").write_bytes(data)
    with (tmp_path / "a").open("rb", buffering=0) as file:
        found = regular._digest(file, was)
    assert found == (hashlib.sha256(data).hexdigest() if digest else None)


ENDLESS = "import os, sys\nwhile True:\n    os.write(1, b'een woord ' * 6000)"


@posix
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["check", "-", "--stdin-filename", "a.txt", "--config", "t.yaml"], "0.1", id="text"),
        pytest.param(["report", "--files-from", "-", "-o", "r.html"], "50", id="a list of paths"),
    ],
)
def test_standard_input_without_end_is_refused(arguments: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text("limits: {size: 0.1}\n")
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as source:
        done = subprocess.run(
            [sys.executable, "-m", "termlint", *arguments],
            stdin=source.stdout,
            capture_output=True,
            cwd=tmp_path,
            timeout=120,
            text=True,
            encoding="utf-8",
        )
        source.kill()
    assert done.returncode == 2, done
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr

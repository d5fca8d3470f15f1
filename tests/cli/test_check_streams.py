"""`termlint check` and its streams: results on one, all else on the other, pipes that close, odd consoles."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import USE

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

pytestmark = pytest.mark.slow


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals are another matter on Windows")
class TestStreams:
    def test_a_closed_pipe_is_quiet_and_keeps_the_code(self, desk: Desk) -> None:
        desk.write("a.txt", USE * 800)  # several times what a pipe holds
        script = f'"{sys.executable}" -m termlint check a.txt | head -1; echo ${{PIPESTATUS[0]}}'
        ran = desk.shell(script)
        assert ran.stdout.decode().split() == ["a.txt", "1"]
        assert ran.stderr == b""

    @pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16", "cp1252:strict"])
    def test_a_console_that_cannot_show_everything(self, desk: Desk, encoding: str) -> None:
        desk.write("a.txt", "Één ĳ 🎉 hoger onderwijs.\n")
        ran = desk.spawn("check", "a.txt", env={"PYTHONIOENCODING": encoding})
        assert (ran.returncode, ran.stderr) == (1, b"")
        assert "hoger onderwijs" in ran.stdout.decode(encoding.partition(":")[0])

    def test_json_is_utf_8_on_any_console(self, desk: Desk) -> None:
        desk.write("a.txt", "Één hoger onderwijs 🎉.\n")
        ran = desk.spawn("check", "a.txt", "--format", "json", env={"PYTHONIOENCODING": "cp1252"})
        assert json.loads(ran.stdout.decode("utf-8"))["findings"][0]["context"]["before"] == "Één "

    def test_no_stdout_at_all(self, desk: Desk) -> None:
        desk.write("a.txt")
        ran = desk.shell(f'"{sys.executable}" -m termlint check a.txt >&-')
        assert (ran.returncode, ran.stderr) == (1, b"")

    def test_a_full_disk_is_told(self, desk: Desk) -> None:
        desk.write("a.txt")
        ran = desk.shell(f'"{sys.executable}" -m termlint check a.txt > /dev/full')
        assert ran.returncode == 2
        assert ran.stderr.decode().startswith("Fout:")
        assert b"Traceback" not in ran.stderr

    def test_a_name_that_is_no_unicode(self, desk: Desk) -> None:
        (desk.folder / "caf\udce9.txt").write_text(USE)
        ran = desk.spawn("check", ".", "--format", "json")
        assert json.loads(ran.stdout)["documents"][0]["path"] == "caf\udce9.txt"
        assert desk.spawn("check", ".").returncode == 1

    @pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
    def test_stopped_it_says_so_without_a_traceback(self, desk: Desk, name: str) -> None:
        command = [
            sys.executable,
            "-c",
            "import termlint.cli as c; print(1, flush=True); c.main(['check', '-'])",
        ]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=desk.folder, stdin=pipe, stdout=pipe, stderr=pipe) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.readline()
            time.sleep(1)  # until it reads from the pipe
            process.send_signal(signal.Signals[name])
            assert process.wait(20) == 2
            assert process.stderr.read().decode().strip() == "Afgebroken. De controle is niet af."

    def test_colors_only_where_they_show(self, desk: Desk) -> None:
        desk.write("a.txt")
        assert b"\x1b" not in desk.spawn("check", "a.txt").stdout
        assert b"\x1b[1;31m" in desk.spawn("check", "a.txt", env={"FORCE_COLOR": "1"}).stdout
        assert b"\x1b" not in desk.spawn("check", "a.txt", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout

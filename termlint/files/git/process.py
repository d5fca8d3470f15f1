"""Git as a process: where its program is, and how long and how much it may answer."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

SILENCE = 60.0
"""Seconds that git may say nothing while we wait for it."""
MOST = 256_000_000
"""Bytes that git may answer to one question that lists."""
_MOST_SAID = 64_000
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Git:
    """Git in a folder, under an environment. ConfigError when it is not there, hangs or goes on for ever."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str) -> tuple[int, bytes, str]:
        """Exit code, output, and what git said on standard error."""
        process = self.start(*arguments)
        try:
            out = bytearray()
            while chunk := process.read():
                out += chunk
                if len(out) > MOST:
                    raise ConfigError("git-too-much", limit=MOST // 1_000_000)
        finally:
            code, said = process.close()
        if process.hung:
            raise ConfigError("git-hangs", seconds=round(SILENCE))
        return code, bytes(out), said

    def start(self, *arguments: str, talks: bool = False) -> Process:
        """A process that is read by whoever asked for it; one that `talks` is asked more than one thing."""
        command = [program(), "--no-pager", "-C", str(self.folder), *arguments]
        try:
            return Process(command, self.environment, talks=talks)
        except OSError as error:
            raise ConfigError("git-not-installed") from error


_PROGRAM = "git.exe" if os.name == "nt" else "git"
"""No git.cmd: what is handed to it would pass through a shell."""


def program() -> str:
    """Git's program, from a folder that PATH names in full.

    Windows, and an empty or relative part of PATH, would take it from the current folder: a clone, maybe.
    """
    for folder in (Path(each.strip('"')) for each in os.get_exec_path()):
        place = folder / _PROGRAM
        if folder.is_absolute() and place.is_file() and os.access(place, os.X_OK):
            return str(place)
    raise ConfigError("git-not-installed")


class Process:
    """One git, with a watch that ends it when it says nothing for too long while it is waited for."""

    def __init__(self, command: list[str], environment: Mapping[str, str], *, talks: bool) -> None:
        self.hung = False
        self._said = bytearray()
        self._waiting: float | None = None
        self._over = threading.Event()
        self._process = subprocess.Popen(  # a session of its own: no terminal to ask a password on
            command,
            env=dict(environment),
            stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if talks else subprocess.PIPE,
            start_new_session=True,
            bufsize=0,
        )
        self._threads = [threading.Thread(target=self._watch, daemon=True)]
        if not talks:
            self._threads.append(threading.Thread(target=self._listen, daemon=True))
        for thread in self._threads:
            thread.start()

    def ask(self, question: bytes) -> None:
        """Write to git; OSError when it is gone."""
        assert self._process.stdin is not None
        self._process.stdin.write(question)

    def read(self) -> bytes:
        """What git says next; nothing at its end."""
        assert self._process.stdout is not None
        self._waiting = time.monotonic()
        try:
            return os.read(self._process.stdout.fileno(), _CHUNK)
        finally:
            self._waiting = None

    def close(self) -> tuple[int, str]:
        """End it if it has not ended; the exit code and what it said on standard error."""
        code = self._ended()
        self._over.set()
        for thread in self._threads:
            thread.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        return code, self._said.decode("utf-8", "replace")

    def _ended(self) -> int:
        """Its exit code: one that we read to its end has a moment to leave, any other is killed."""
        try:
            return self._process.wait(0 if self._process.stdin else 1)
        except subprocess.TimeoutExpired:
            self._kill()
            return self._process.wait()

    def _kill(self) -> None:
        """With whatever it started, where the system knows of groups of processes."""
        try:
            if hasattr(os, "killpg") and hasattr(signal, "SIGKILL"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        except OSError:
            return

    def _watch(self) -> None:
        while not self._over.wait(min(1.0, SILENCE / 4)):
            since = self._waiting
            if since is not None and time.monotonic() - since > SILENCE:
                self.hung = True
                self._kill()
                return

    def _listen(self) -> None:
        stream = self._process.stderr
        while stream is not None and (chunk := stream.read(4096)):
            self._said += chunk[: _MOST_SAID - len(self._said)]


class Batch:
    """A `git cat-file` that stays, started at the first question.

    Behind each question comes one for a thing that cannot be there, by a name that nobody knows: its answer
    marks the end of the one before. (With filters, the size that git announces is not that of what follows.)
    """

    def __init__(self, git: Git, *arguments: str, mark: bytes = b"") -> None:
        self._git = git
        self._arguments = arguments
        self._name = f"zz-{secrets.token_hex(16)}".encode()
        self._behind = mark
        self._process: Process | None = None

    def ask(self, question: bytes, most: int) -> bytes | None:
        """The answer of at most so many bytes; None when git ends over it, or it is longer."""
        process = self._process = self._process or self._git.start("cat-file", *self._arguments, talks=True)
        ending = self._name + b" missing\n"
        answer = bytearray()
        whole = False
        try:
            process.ask(question + b"\n" + self._name + self._behind + b"\n")
            while len(answer) <= most + len(ending) and (chunk := process.read()):
                answer += chunk
                if whole := answer.endswith(ending):
                    return bytes(answer[: -len(ending)])
        except OSError:  # it was gone before it heard us
            return None
        finally:
            if not whole:
                self.close()
        if process.hung:
            raise ConfigError("git-hangs", seconds=round(SILENCE))
        return None

    def close(self) -> None:
        """End the process; a next question starts another."""
        process, self._process = self._process, None
        if process:
            process.close()

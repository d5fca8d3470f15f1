"""termlint under an audit hook: what it reaches for, and in how many processes."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


GUARD = """
import os, sys
LOG, SEEN = os.environ["GUARD_LOG"], os.environ["GUARD_SEEN"]
def note(path, text):
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    os.write(handle, (text + "\\n").encode("utf-8", "replace"))
    os.close(handle)
def refused(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"):
        return True
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"):
        if int(arguments[0].family) not in (2, 10, 23, 30):  # AF_INET, and AF_INET6 of three systems
            return False
        return event != "socket.bind" or arguments[1][:2] != ("::1", 0)  # what `import spacy` asks once
    if event == "subprocess.Popen":
        return os.path.basename(os.fsdecode(arguments[0] or arguments[1][0])) != "git"
    return event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.forkpty", "os.startfile",
                     "webbrowser.open", "urllib.Request", "http.client.connect")
def guard(event, arguments):
    if refused(event, arguments):
        note(LOG, f"{event} {arguments!r}")
        os._exit(97)
sys.addaudithook(guard)
os.register_at_fork(after_in_child=lambda: note(SEEN, str(os.getpid())))  # a copy has the guard too
note(SEEN, str(os.getpid()))
"""


class Guarded:
    """A folder in which the command runs guarded; `told` is what the guards wrote down."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.log, self.seen = folder.parent / "log", folder.parent / "seen"
        for name in ("guard", "tmp", "home"):
            (folder.parent / name).mkdir()
        (folder.parent / "guard" / "sitecustomize.py").write_text(GUARD, "utf-8")
        self.environment = {
            "PYTHONPATH": os.pathsep.join((str(folder.parent / "guard"), str(root))),
            "GUARD_LOG": str(self.log),
            "GUARD_SEEN": str(self.seen),
            "HOME": str(folder.parent / "home"),
            "TMPDIR": str(folder.parent / "tmp"),
            "PATH": os.environ.get("PATH", ""),
        }

    def run(self, *command: str, before: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*before, sys.executable, *command],
            cwd=self.folder,
            env=self.environment,
            input=b"s\ns\nq\n",
            capture_output=True,
            check=False,
            timeout=120,
        )

    def termlint(self, *arguments: str, before: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
        return self.run("-m", "termlint", *arguments, before=before)

    @property
    def told(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    @property
    def processes(self) -> int:
        return len(self.seen.read_text("utf-8").split())


def tree(folder: Path) -> list[str]:
    return sorted(
        str(file.relative_to(folder)) for file in folder.rglob("*") if not file.name.endswith("-journal")
    )

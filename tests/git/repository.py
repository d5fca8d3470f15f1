"""Real repositories in temporary folders, built in a line a step."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CLEAN_VARIABLES = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}


@dataclass(frozen=True)
class Sandbox:
    """A repository at `top` whose git knows no settings but its own."""

    top: Path
    home: Path

    @classmethod
    def at(cls, top: Path) -> Sandbox:
        """A new, empty repository."""
        home = top.parent / "home"
        home.mkdir(exist_ok=True)
        top.mkdir(parents=True, exist_ok=True)
        made = cls(top, home)
        made.git("init", "-q", "-b", "main")
        return made

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of the machine's own git settings, and a fixed author and date."""
        return CLEAN_VARIABLES | {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "protocol.file.allow",
            "GIT_CONFIG_VALUE_0": "always",
            **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _PERSON},
        }

    def git(self, *arguments: str, check: bool = True, **extra: str) -> str:
        """What git printed; its failure is an error unless `check` is False."""
        done = subprocess.run(
            ["git", *arguments], cwd=self.top, env=self.environment | extra, capture_output=True, check=False
        )
        output = os.fsdecode(done.stdout + done.stderr)
        assert not (check and done.returncode), f"git {arguments}: {output}"
        return output.strip()

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the working tree."""
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def commit(self, **files: str | bytes) -> str:
        """Write these files (`__` is a dot, `_s_` a slash), stage everything, commit; the commit's name."""
        for name, content in files.items():
            self.write(name.replace("_s_", "/").replace("__", "."), content)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "--no-verify", "-m", "stap")
        return self.git("rev-parse", "HEAD")


_PERSON = (("NAME", "Test"), ("EMAIL", "test@example.org"), ("DATE", "2026-01-01T00:00:00Z"))

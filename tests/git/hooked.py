"""A repository in which the real pre-commit runs our hook, without a network."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from tests.git.repository import Sandbox

SHIPPED = (
    "termlint",
    "rules",
    "pyproject.toml",
    "hatch_build.py",
    ".pre-commit-hooks.yaml",
    "README.md",
    "LICENSE",
)


class Hooked:
    """A repository with our hook switched on."""

    def __init__(self, sandbox: Sandbox, released: Sandbox, store: Path, program: str) -> None:
        self.sandbox = sandbox
        self.released = released
        self.program = program
        self.environment = {
            "PRE_COMMIT_HOME": str(store),
            "PIP_NO_INDEX": "1",  # the environment is made from this tree alone,
            "PIP_NO_DEPS": "1",
            "PIP_NO_BUILD_ISOLATION": "0",  # (pip reads this 0 as "no isolation")
            "PYTHONPATH": sysconfig.get_path("purelib"),  # and finds its dependencies where the tests do
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
            "TERMLINT_CACHE": str(store / "cache"),
        }

    def switch_on(self, hook: str = "termlint", **settings: object) -> None:
        """Write the configuration, install the git hooks, and commit that."""
        config = {
            "default_install_hook_types": ["pre-commit", "pre-merge-commit", "pre-push"],
            "repos": [
                {
                    "repo": str(self.released.top),
                    "rev": self.released.git("rev-parse", "HEAD"),
                    "hooks": [{"id": hook, **settings}],
                }
            ],
        }
        self.sandbox.write(".pre-commit-config.yaml", yaml.safe_dump(config))
        assert self.pre_commit("install").returncode == 0
        self.sandbox.commit()

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """pre-commit itself."""
        return self._run(self.program, *arguments)

    def commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`git commit`, with its hooks."""
        return self._run("git", "commit", "-m", "stap", *arguments)

    def push(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`git push`, with its hooks."""
        return self._run("git", "push", *arguments)

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = self.sandbox.environment | self.environment
        return subprocess.run(
            command,
            cwd=self.sandbox.top,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )


def findings(output: str) -> list[str]:
    """The words between »« in what the hook printed."""
    return re.findall(r"»([^«]*)«", output)

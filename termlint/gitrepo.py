"""Documents as git has them: what is staged, what a commit held, and what a document was called before.

Reads only, through git's own filters (Git LFS, line ends), and never over the network: an LFS object
or a blob of a partial clone that is not on this machine is said to be missing.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import ConfigError, ReadError
from termlint.program import program

if TYPE_CHECKING:
    from collections.abc import Mapping

INDEX = ":0"
"""As a tree: what is staged."""

_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_OURS_ALONE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
_OFFLINE = {
    "GIT_LFS_SKIP_SMUDGE": "1",  # a local object is still read
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
_SOURCES = 500  # beyond that many, git looks for the source of a copy among changed files only


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two trees: paths in the repository, with forward slashes.

    `before` maps each added, changed or renamed path to what it was called (None: it is new); `gone`
    are paths that are no longer there under any name.
    """

    before: Mapping[str, str | None]
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree; `top` is its root. Every method runs git and raises ConfigError when git fails."""

    top: Path
    environment: Mapping[str, str] = field(repr=False, compare=False)

    @classmethod
    def of(cls, folder: Path) -> Repository:
        """The repository (or submodule, or linked worktree) that `folder` is in."""
        environment = {k: v for k, v in os.environ.items() if k not in _OURS_ALONE} | _OFFLINE
        asked = ("rev-parse", "--path-format=absolute", "--show-toplevel", "--git-dir")
        code, out, said = _run(folder, asked, environment)
        if code and "GIT_DIR" in os.environ:  # a repository that only its variables can find
            environment = {**os.environ, **_OFFLINE}
            code, out, said = _run(folder, asked, environment)
        if code:
            raise _refusal(said, folder)
        top, git_dir = (Path(os.fsdecode(line)) for line in out.splitlines())
        if index := _index_of(top, git_dir):
            environment["GIT_INDEX_FILE"] = index
        return cls(top, environment)

    def path(self, file: Path) -> str:
        """A file's path in the repository; symbolic links among its folders are followed."""
        return (file.absolute().parent.resolve() / file.name).relative_to(self.top.resolve()).as_posix()

    # --- commits ----------------------------------------------------------------------------------

    def parents_of_index(self) -> tuple[str, ...]:
        """The commits that what is staged will build on: none before the first, several in a merge."""
        head = self._verify("HEAD")
        merging = Path(self._text("rev-parse", "--path-format=absolute", "--git-path", "MERGE_HEAD"))
        others = merging.read_text("ascii").split() if merging.is_file() else []
        return (head, *others) if head else ()

    def base(self, revision: str, target: str = "HEAD") -> str:
        """The commit to compare with: where `target` left `revision`, or that itself if they share nothing.

        So commits that others made since do not count as ours.
        """
        commit = self.commit(revision)
        code, out, _ = self._try("merge-base", commit, target)
        return commit if code else out.decode("ascii").split()[0]

    def commit(self, revision: str) -> str:
        """The full name of a commit; ConfigError when it is not here, with the remedy for a shallow clone."""
        if found := self._verify(revision):
            return found
        shallow = self._text("rev-parse", "--is-shallow-repository") == "true"
        raise ConfigError("git-shallow" if shallow else "git-no-revision", revision=revision)

    def _verify(self, revision: str) -> str:
        if not revision or revision.startswith("-") or set(revision) == {"0"}:
            return ""
        code, out, _ = self._try("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return "" if code else out.decode("ascii").strip()

    def in_superproject(self, revision: str) -> str | None:
        """The commit of this submodule that the superproject had at `revision`; None without one."""
        above = self._text("rev-parse", "--show-superproject-working-tree")
        if not above:
            return None
        owner = Repository.of(Path(above))
        return owner.object_at(owner.base(revision), owner.path(self.top))

    # --- what changed -----------------------------------------------------------------------------

    def staged(self, parent: str) -> Changes:
        """What is staged against a commit."""
        return self._changes("--cached", parent)

    def changed(self, base: str, target: str | None = None) -> Changes:
        """What `target` (None: the working tree, tracked files only) holds against a commit."""
        return self._changes(*(part for part in (base, target) if part))

    def everything_staged(self) -> Changes:
        """What is staged before the first commit: every path is new."""
        return Changes(dict.fromkeys(_paths(self._bytes("ls-files", "-z", "--cached"))))

    def paths(self, tree: str) -> list[str]:
        """Every path that a commit holds."""
        return _paths(self._bytes("ls-tree", "-r", "-z", "--name-only", "--full-tree", tree))

    def _changes(self, *trees: str) -> Changes:
        options = (
            "--name-status",
            "-z",
            "--no-color",
            "--no-ext-diff",
            "--no-relative",
            "--ignore-submodules=all",
        )
        plain = _parse(self._bytes("diff", *options, "-M", "-C", *trees, "--"))
        if None in plain.before.values() and self._tracked() <= _SOURCES:
            return _parse(self._bytes("diff", *options, "-M", "-C", "--find-copies-harder", *trees, "--"))
        return plain

    def _tracked(self) -> int:
        return self._bytes("ls-files", "-z", "--cached").count(b"\0")

    # --- contents ---------------------------------------------------------------------------------

    def read(self, tree: str, path: str) -> bytes:
        """The document `path` as `tree` (a commit, or `INDEX`) has it, as git would check it out.

        ReadError when its content is not on this machine.
        """
        code, out, _ = self._try("cat-file", "--filters", f"{tree}:{path}")
        if code:
            raise ReadError("git-no-content", path=path)
        if out.startswith(_LFS_POINTER):
            raise ReadError("git-lfs-missing", path=path)
        return out

    def object_at(self, tree: str, path: str) -> str | None:
        """The name of what `tree` holds there: equal names are equal contents. None when there is nothing."""
        code, out, _ = self._try("rev-parse", "--verify", "--quiet", f"{tree}:{path}")
        return None if code else out.decode("ascii").strip()

    # --- git itself -------------------------------------------------------------------------------

    def _text(self, *arguments: str) -> str:
        return os.fsdecode(self._bytes(*arguments)).strip()

    def _bytes(self, *arguments: str) -> bytes:
        code, out, said = self._try(*arguments)
        if code:
            raise _refusal(said, self.top)
        return out

    def _try(self, *arguments: str) -> tuple[int, bytes, str]:
        return _run(self.top, arguments, self.environment)


def _run(folder: Path, arguments: tuple[str, ...], environment: Mapping[str, str]) -> tuple[int, bytes, str]:
    """Exit code, output, and what git said on standard error."""
    try:
        command = [program("git"), "-c", "core.quotePath=false", "-C", str(folder), *arguments]
        done = subprocess.run(
            command, env=dict(environment), stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError as error:
        raise ConfigError("git-not-installed") from error
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def _refusal(said: str, folder: Path) -> ConfigError:
    """Why git would not: not a repository, or git's own last word."""
    if "not a git repository" in said:
        return ConfigError("git-no-repository", folder=folder.as_posix())
    return ConfigError("git-refused", said=" ".join(said.split()) or "?")


def _index_of(top: Path, git_dir: Path) -> str | None:
    """The index that git named for this hook (`git commit FILE` makes one), if it is this repository's."""
    named = os.environ.get("GIT_INDEX_FILE")
    if not named:
        return None
    index = top / named
    return str(index) if index.parent.resolve() == git_dir.resolve() else None


def _paths(listed: bytes) -> list[str]:
    return [os.fsdecode(path) for path in listed.split(b"\0") if path]


def _parse(listed: bytes) -> Changes:
    """`git diff --name-status -z`: a status, then one path, or two after a rename or copy."""
    before: dict[str, str | None] = {}
    gone = []
    words = iter(_paths(listed))
    for status in words:
        path = next(words)
        if status[0] in "RC":
            now = next(words)
            before[now] = path
        elif status[0] == "D":
            gone.append(path)
        elif status[0] != "U":
            before[path] = None if status[0] == "A" else path
    return Changes(before, tuple(gone))

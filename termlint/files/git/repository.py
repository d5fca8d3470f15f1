"""One repository: its commits, what changed in it, and its documents as git would check them out."""

from __future__ import annotations

import os
import weakref
from pathlib import Path

from termlint.errors import ConfigError, ReadError
from termlint.files.git.changes import Changes, parse, paths
from termlint.files.git.process import Batch, Git, program
from termlint.files.git.trust import ForeignError, environment, git_dir_of, ordinary, refusal, root_of, tamed
from termlint.files.regular import beginning

INDEX = ":0"
"""As a tree: what is staged."""

MOST = 200_000_000
"""Bytes of a document, unless the settings say otherwise."""
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_SOURCES = 500  # beyond that many, git looks for the source of a copy among changed files only
_LINE = 4096  # bytes of an answer that is a line
_MOST_PARENTS = 64_000  # bytes of MERGE_HEAD
_GITLINK = b"160000 "


class Repository:
    """A working tree; `top` is its root. Methods raise ConfigError when git fails.

    Git stays while it is asked for contents; `close` ends it (a later question starts it again).
    """

    def __init__(self, git: Git, top: Path, git_dir: Path, common: Path, *, shallow: bool) -> None:
        self.top = top
        self.git_dir = git_dir
        self.common = common
        self._git = git
        self._shallow = shallow
        self._names = Batch(git, "--batch-check")
        self._contents = Batch(git, "--batch", "--filters", mark=b" x")
        weakref.finalize(self, _close, self._names, self._contents)

    @classmethod
    def of(cls, folder: Path) -> Repository:
        """The repository (or submodule, or linked worktree) that `folder` is in."""
        root = root_of(folder)
        if root is not None:
            return cls._at(Git(root, environment()), root)
        if "GIT_DIR" in os.environ:  # a repository that only its variables can find
            return cls._at(Git(Path.cwd(), environment(named=True)), None)
        program()  # without git, that is the first thing to say
        raise ConfigError("git-no-repository", folder=folder.as_posix())

    @classmethod
    def _at(cls, git: Git, root: Path | None) -> Repository:
        if root is not None:
            ordinary(git_dir_of(root))
        asked = ("--show-toplevel", "--git-dir", "--git-common-dir", "--is-shallow-repository")
        code, out, said = git.run("rev-parse", "--path-format=absolute", *asked)
        words = os.fsdecode(out).splitlines()
        if code or len(words) != len(asked):
            raise refusal(said, git.folder)
        top, git_dir, common = (Path(word) for word in words[:3])
        if root is not None and not _is_same(top, root):
            raise ConfigError("git-elsewhere", folder=root.as_posix(), top=top.as_posix())
        ordinary(git_dir)
        ordinary(common)
        within = tamed(git)
        if index := _index_of(top, git_dir):
            within["GIT_INDEX_FILE"] = index
        return cls(Git(top, within), top, git_dir, common, shallow=words[3] == "true")

    def path(self, file: Path) -> str:
        """A file's path in the repository; symbolic links among its folders are followed."""
        try:
            return (file.absolute().parent.resolve() / file.name).relative_to(self.top.resolve()).as_posix()
        except ValueError as error:
            raise ConfigError("git-no-repository", folder=file.parent.as_posix()) from error

    def close(self) -> None:
        """End the git that stayed."""
        _close(self._names, self._contents)

    # --- repositories within another --------------------------------------------------------------

    def admit(self, other: Repository) -> None:
        """ForeignError when `other` lies within this one and is neither its submodule nor its worktree.

        Nobody chose such a repository: it came with the files.
        """
        top, inner = self.top.resolve(), other.top.resolve()
        if top not in inner.parents or other.common.resolve() == self.common.resolve():
            return
        above = other.superproject()
        if above is None:
            raise ForeignError(inner)
        self.admit(above)

    def superproject(self) -> Repository | None:
        """The repository around this one that has it as a submodule."""
        root = root_of(self.top.parent)
        above = Repository.of(root) if root else None
        return above if above and above.has_submodule(self.top) else None

    def has_submodule(self, top: Path) -> bool:
        """Whether what is staged here says that there is a submodule at that folder."""
        return self._bytes("ls-files", "--stage", "-z", "--", self.path(top)).startswith(_GITLINK)

    def in_superproject(self, revision: str) -> str | None:
        """The commit of this submodule that the superproject had at `revision`; None without one."""
        owner = self.superproject()
        return owner.object_at(owner.base(revision), owner.path(self.top)) if owner else None

    # --- commits ----------------------------------------------------------------------------------

    def parents_of_index(self) -> tuple[str, ...]:
        """The commits that what is staged will build on: none before the first, several in a merge."""
        head = self._verify("HEAD")
        return (head, *self._merging()) if head else ()

    def _merging(self) -> list[str]:
        """The commits that are being merged into HEAD."""
        file = self.git_dir / "MERGE_HEAD"
        try:
            names = beginning(file, _MOST_PARENTS).decode("ascii", "replace").split()
        except OSError:
            return []
        return [commit for name in names if (commit := self._verify(name))]

    def base(self, revision: str, target: str = "HEAD") -> str:
        """The commit to compare with: where `target` left `revision`, or that itself if they share nothing.

        So commits that others made since do not count as ours.
        """
        commit = self.commit(revision)
        code, out, _ = self._git.run("merge-base", commit, target)
        return commit if code else out.decode("ascii").split()[0]

    def commit(self, revision: str) -> str:
        """The full name of a commit; ConfigError when it is not here, with the remedy for a shallow clone."""
        if found := self._verify(revision):
            return found
        raise ConfigError("git-shallow" if self._shallow else "git-no-revision", revision=revision)

    def _verify(self, revision: str) -> str:
        if not revision or revision.startswith("-") or set(revision) == {"0"}:
            return ""
        found = self._object(f"{revision}^{{commit}}")
        return found[0] if found and found[1] == "commit" else ""

    # --- what changed -----------------------------------------------------------------------------

    def staged(self, parent: str) -> Changes:
        """What is staged against a commit."""
        return self._changes("diff-index", "--cached", parent)

    def changed(self, base: str, target: str | None = None) -> Changes:
        """What `target` (None: the working tree, tracked files only) holds against a commit."""
        return self._changes("diff-tree", "-r", base, target) if target else self._changes("diff-index", base)

    def everything_staged(self) -> Changes:
        """What is staged before the first commit: every path is new."""
        return Changes(dict.fromkeys(paths(self._bytes("ls-files", "-z", "--cached"))))

    def paths(self, tree: str) -> list[str]:
        """Every path that a commit holds."""
        return paths(self._bytes("ls-tree", "-r", "-z", "--name-only", "--full-tree", tree))

    def _changes(self, command: str, *trees: str) -> Changes:
        asked = (
            command,
            "--name-status",
            "-z",
            "--no-ext-diff",
            "--no-textconv",
            "--no-relative",
            "--ignore-submodules=all",
            "-M",
            "-C",
        )
        plain = parse(self._bytes(*asked, *trees, "--"))
        if None in plain.before.values() and self._tracked() <= _SOURCES:
            return parse(self._bytes(*asked, "--find-copies-harder", *trees, "--"))
        return plain

    def _tracked(self) -> int:
        return self._bytes("ls-files", "-z", "--cached").count(b"\0")

    # --- contents ---------------------------------------------------------------------------------

    def read(self, tree: str, path: str, most: int = MOST) -> bytes:
        """The document `path` as `tree` (a commit, or `INDEX`) has it, as git would check it out.

        ReadError when its content is not on this machine, or is more than so many bytes.
        """
        found = self._object(f"{tree}:{path}")
        if not found or found[1] != "blob":
            raise ReadError("git-no-content", path=path)
        if found[2] > most:
            raise ReadError("too-large", size=round(found[2] / 1e6), limit=f"{most / 1e6:g}")
        out = self._filtered(found[0], path, 2 * most + _LINE)  # line ends may double it
        if out is None:
            raise ReadError("git-no-content", path=path)
        if out.startswith(_LFS_POINTER):
            raise ReadError("git-lfs-missing", path=path)
        return out

    def _filtered(self, name: str, path: str, most: int) -> bytes | None:
        if _is_line(path) and path == path.lstrip(" \t"):
            answer = self._contents.ask(os.fsencode(f"{name} {path}"), most)
            header, _, content = (answer or b"").partition(b"\n")
            return content.removesuffix(b"\n") if b" blob " in header else None
        code, out, _ = self._git.run("cat-file", "--filters", f"--path={path}", name)
        return None if code else out

    def object_at(self, tree: str, path: str) -> str | None:
        """The name of what `tree` holds there: equal names are equal contents. None when there is nothing."""
        found = self._object(f"{tree}:{path}")
        return found[0] if found else None

    def _object(self, expression: str) -> tuple[str, str, int] | None:
        """Name, kind and size of what an expression names; kind "" when only its name is here."""
        if not _is_line(expression):
            code, out, _ = self._git.run("rev-parse", "--verify", "--quiet", "--end-of-options", expression)
            expression = out.decode("ascii").strip()
            if code or not _is_line(expression):
                return None
        words = (self._names.ask(os.fsencode(expression), 2 * len(expression) + _LINE) or b"").split()
        if len(words) == 3 and words[2].isdigit():
            return words[0].decode("ascii"), words[1].decode("ascii"), int(words[2])
        return self._absent(expression)

    def _absent(self, expression: str) -> tuple[str, str, int] | None:
        """A name of what is not here: a submodule's commit, or a blob that was not fetched."""
        if ":" not in expression:
            return None
        code, out, _ = self._git.run("rev-parse", "--verify", "--quiet", "--end-of-options", expression)
        return None if code else (out.decode("ascii").strip(), "", 0)

    # --- git itself -------------------------------------------------------------------------------

    def _bytes(self, *arguments: str) -> bytes:
        code, out, said = self._git.run(*arguments)
        if code:
            raise refusal(said, self.top)
        return out


def _close(*batches: Batch) -> None:
    for batch in batches:
        batch.close()


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _is_line(text: str) -> bool:
    """Whether git, asked a line at a time, would read it as it is."""
    return not set(text) & {"\n", "\r", "\0"}


def _index_of(top: Path, git_dir: Path) -> str | None:
    """The index that git named for this hook (`git commit FILE` makes one), if it is this repository's."""
    named = os.environ.get("GIT_INDEX_FILE")
    if not named:
        return None
    index = top / named
    return str(index) if index.parent.resolve() == git_dir.resolve() else None

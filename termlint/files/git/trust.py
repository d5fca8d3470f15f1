"""What of a repository counts: its documents and commits, and never a program that it names.

A clone brings files; an unpacked archive or a shared folder can bring a whole `.git`, with settings, hooks
and filters. So git is started where a `.git` stands and never in a folder that only looks like a (bare)
repository; settings by which it would start a program are laid over with empty ones; a filter runs only as
the user configured it outside the repository; and a repository within the user's own counts only where that
one says that it belongs.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import ConfigError, ReadError
from termlint.files.regular import beginning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from termlint.files.git.process import Git

_NEVER = {
    "safe.bareRepository": "explicit",
    "core.fsmonitor": "",
    "core.hooksPath": os.devnull,
    "core.untrackedCache": "false",
    "core.excludesFile": os.devnull,
    "core.alternateRefsCommand": "",
    "core.askPass": "",
    "core.gitProxy": "",
    "core.sshCommand": "",
    "credential.helper": "",
    "diff.external": "",
    "diff.ignoreSubmodules": "all",
    "gc.auto": "0",
    "log.showSignature": "false",
    "maintenance.auto": "false",
    "protocol.allow": "never",
    "submodule.recurse": "false",
}
"""Laid over the settings of the repository and of the user: a reader needs none of these."""
_OFFLINE = {
    "GIT_LFS_SKIP_SMUDGE": "1",  # a local object is still read
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # for a git that does not know the one above: a promisor cannot be asked
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
_OURS_ALONE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
_THEIRS = ("local", "worktree")  # scopes of settings that lie in the repository, included files too
_PARTS = ("smudge", "clean", "process")
_LFS_PROGRAMS = ("lfs.extension.", "lfs.customtransfer.", "lfs.standalonetransferagent")
_MOST_NAMED = 4096  # bytes of a `.git` that is a file
_FILES = (
    "HEAD",
    "MERGE_HEAD",
    "commondir",
    "config",
    "config.worktree",
    "index",
    "info/attributes",
    "info/exclude",
    "info/grafts",
    "objects/info/alternates",
    "packed-refs",
    "shallow",
)


def root_of(folder: Path) -> Path | None:
    """The nearest folder upwards, links followed, in which a `.git` stands; None when there is none."""
    folder = folder.absolute().resolve()
    ceilings = {
        Path(os.path.realpath(each))
        for each in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)
        if each
    }
    for each in (folder, *folder.parents):
        if each in ceilings and each != folder:
            return None
        if _is_git(each / ".git"):
            return each
    return None


def _is_git(place: Path) -> bool:
    try:
        mode = place.stat().st_mode
    except (OSError, ValueError):
        return False
    if stat.S_ISDIR(mode):
        return os.path.lexists(place / "HEAD")
    return stat.S_ISREG(mode)


def git_dir_of(root: Path) -> Path:
    """Where the `.git` of a folder is: that itself, or what it names as a file."""
    place = root / ".git"
    if place.is_dir():
        return place
    named = os.fsdecode(beginning(place, _MOST_NAMED)).partition("\n")[0]
    return root / named.removeprefix("gitdir:").strip()


def ordinary(git_dir: Path) -> None:
    """ConfigError unless what git reads in its folder are ordinary files: a pipe would keep it waiting."""
    for name in _FILES:
        try:
            mode = (git_dir / name).stat().st_mode
        except (OSError, ValueError):
            continue
        if not stat.S_ISREG(mode):
            raise ConfigError("git-not-ordinary", path=(git_dir / name).as_posix())


def environment(*, named: bool = False) -> dict[str, str]:
    """The environment of every git: the user's, `_NEVER` laid over it.

    Unless the repository is `named` by them, variables that name one are left out: they mean another.
    """
    kept = {k: v for k, v in os.environ.items() if named or k not in _OURS_ALONE}
    return with_settings(kept | _OFFLINE, _NEVER.items())


def with_settings(given: Mapping[str, str], settings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The environment with these settings behind those that it holds."""
    made = dict(given)
    count = made.get("GIT_CONFIG_COUNT", "")
    number = int(count) if count.isdecimal() else 0
    for name, value in settings:
        made |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
        number += 1
    return made | {"GIT_CONFIG_COUNT": str(number)}


def tamed(git: Git) -> dict[str, str]:
    """The environment of `git` with every setting of its repository laid over that names a program."""
    code, out, said = git.run("config", "--show-scope", "-z", "--list")
    if code:
        raise refusal(said, git.folder)
    words = iter(os.fsdecode(out).split("\0"))
    users: dict[str, str] = {}
    theirs: dict[str, str] = {}
    for scope, setting in zip(words, words, strict=False):
        name, _, value = setting.partition("\n")
        (theirs if scope in _THEIRS else users)[name] = value
    return with_settings(git.environment, [*_filters(users, theirs), *_attributes(users, theirs)])


def _filters(users: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Empty settings for each filter that the repository has a say in: the file is read as it is kept."""
    changed = {name for name, value in theirs.items() if users.get(name) != value}
    drivers = {name.rpartition(".")[0] for name in changed if name.startswith("filter.")}
    if any(_starts_a_program(name) for name in changed):
        drivers |= {
            name.rpartition(".")[0]
            for name, value in users.items()
            if name.startswith("filter.") and "lfs" in name + value
        }
    for driver in sorted(drivers):
        yield from ((f"{driver}.{part}", "") for part in _PARTS)
        yield f"{driver}.required", "false"


def _starts_a_program(name: str) -> bool:
    """Whether Git LFS takes a program from this setting, also where it holds for one address."""
    return name.startswith(_LFS_PROGRAMS) or (
        name.startswith("lfs.") and name.endswith(".standalonetransferagent")
    )


def _attributes(users: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The user's own file of attributes where the repository names another, which may be anything."""
    name = "core.attributesfile"
    if name in theirs:
        yield name, users.get(name) or os.environ.get("XDG_CONFIG_HOME", "~/.config") + "/git/attributes"


def refusal(said: str, folder: Path) -> ConfigError:
    """Why git would not: not a repository, or git's own last word."""
    if "not a git repository" in said or "must be run in a work tree" in said:
        return ConfigError("git-no-repository", folder=folder.as_posix())
    return ConfigError("git-refused", said=" ".join(said.split()) or "?")


class ForeignError(ReadError):
    """A document in a repository within the user's own to which that one does not know it belongs."""

    def __init__(self, root: Path) -> None:
        super().__init__("git-foreign", folder=root.as_posix())

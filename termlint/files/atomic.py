"""Files written whole or not at all: beside their place first, then put there in one step.

Whatever happens on the way (a full disk, Ctrl-C, a power cut), what was there before is still there, or
what is new is there to its last byte. A run that is killed with `kill -9` while it writes leaves one
file beside the target, which nobody can read who may not read the target; the next save takes it away.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.errors import ConfigError
from termlint.files.paths import is_device, is_handle, reachable
from termlint.files.regular import WAITS, boundary, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUFFIX = ".termlint.tmp"  # what has ".termlint." in its name is never read as a document
_ABANDONED = 3600.0  # seconds after which nobody is still writing
_CAUSES = {
    getattr(errno, name, -1): why
    for name, why in (
        ("ENOSPC", "full"),
        ("EDQUOT", "full"),
        ("EFBIG", "full"),
        ("EACCES", "forbidden"),
        ("EPERM", "forbidden"),
        ("EROFS", "read-only"),
        ("EBUSY", "busy"),
        ("ETXTBSY", "busy"),
        ("ENAMETOOLONG", "name"),
        ("ENOENT", "no-folder"),
        ("ENOTDIR", "no-folder"),
        ("EISDIR", "folder"),
        ("ELOOP", "link"),
        ("ENXIO", "no-reader"),
    )
}
"""By the number the system gives; not every system has them all."""
_WINDOWS_CAUSES = {
    **dict.fromkeys((32, 33), "busy"),
    **dict.fromkeys((39, 112), "full"),
    **dict.fromkeys((53, 67), "no-folder"),
    **dict.fromkeys((111, 206), "name"),
    **dict.fromkeys((123, 161), "sign"),
    19: "read-only",
}
"""By Windows' own number, where the one above says less."""
_ODD_NAME = 123  # Windows' number for a name that no file can have
_WAITS = (0.1, 0.3, 1.0)  # seconds in which a virus scanner is done with a file


def why_not(error: OSError) -> str:
    """The last part of the message code for what the operating system said; "other" for the unusual."""
    windows = _WINDOWS_CAUSES.get(getattr(error, "winerror", None) or 0)
    return windows or _CAUSES.get(error.errno or 0, "other")


def not_saved(path: str, error: OSError) -> ConfigError:
    """ConfigError "output-failed-…": what stands in the way, in words, and what to do."""
    return ConfigError(f"output-failed-{why_not(error)}", path=path, problem=error.strerror or str(error))


def save(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all; ConfigError "output-failed-…" leaves what was there before.

    No link is followed: where it leads is for whoever put it there to say, and that may not be the user.
    """
    pieces = [data] if isinstance(data, bytes) else data
    try:
        there = reachable(path)
        _refuse_odd_name(path)
        if _is_stream(there):
            with open(there, "wb", opener=_with_a_reader) as stream:
                stream.writelines(pieces)
        else:
            refuse_links(path)
            _replace(there, pieces)
    except OSError as error:
        raise not_saved(str(path), error) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, unless a link is in the way; OSError says why not."""
    refuse_links(folder / "x")
    reachable(folder).mkdir(parents=True, exist_ok=True)


def refuse_links(path: Path) -> None:
    """OSError (ELOOP) when `path` is a link, or when one above it leaves the repository that it is in.

    A link above it that stays inside, or that the user's own folders consist of, is no trap.
    """
    folder = Path(os.path.abspath(path.parent))  # noqa: PTH100 - as it is written, links and all
    if reachable(path).is_symlink() or not is_inside(folder, boundary(folder)):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def _is_stream(path: Path) -> bool:
    """Whether what is written there goes by and is kept by others: a pipe, a device, `/dev/stdout`."""
    if is_handle(path):
        return True
    return path.exists() and not path.is_file() and not path.is_dir() and not path.is_symlink()


def _with_a_reader(name: str, flags: int) -> int:
    """Open a stream; OSError (ENXIO) for a pipe that nobody comes to read: it may have come with a clone."""
    if sys.platform == "win32" or is_handle(Path(name)) or not Path(name).is_fifo():
        return os.open(name, flags, 0o666)
    end = time.monotonic() + WAITS
    while True:
        try:
            handle = os.open(name, flags | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            os.set_blocking(handle, True)
            return handle


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    mode = _mode(target)
    handle, temporary = _beside(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        _put(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _remember(target.parent)


def _refuse_odd_name(path: Path) -> None:
    """OSError for a name that is a device on Windows, whatever follows it; NUL alone is asked for."""
    if sys.platform == "win32" and path.name.upper() not in ("NUL", "CON") and is_device(path.name):
        raise _windows_error(errno.EINVAL, _ODD_NAME)


def _put(temporary: Path, target: Path) -> None:
    """Put a whole file in its place. Windows refuses that while anyone has the one there open."""
    for wait in _WAITS if sys.platform == "win32" else ():
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    try:
        temporary.replace(target)
    except PermissionError as error:
        if sys.platform == "win32" and target.exists():  # and its folder takes files: it is in use
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from error
        raise


def _windows_error(number: int, windows: int) -> OSError:
    """An OSError as Windows gives it, also where Python does not know Windows' own number."""
    error = OSError(number, os.strerror(number))
    error.winerror = windows  # type: ignore[attr-defined,unused-ignore]
    return error


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those of any new file."""
    if not target.exists():
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    mode = target.stat().st_mode & 0o777
    if not mode & 0o222:  # whoever set that does not want it replaced either
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))
    return mode


def _beside(target: Path) -> tuple[int, Path]:
    """A new file beside the target, for its owner alone.

    Its name follows from the target's, so that what a killed run left is met again, and cleared.
    """
    mark = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]
    path = target.with_name(f".{mark}{_SUFFIX}")
    with contextlib.suppress(OSError):
        if time.time() - path.lstat().st_mtime > _ABANDONED:
            path.unlink()
    try:
        return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600), path
    except FileExistsError:  # another run writes the same file at this moment
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{mark}-", suffix=_SUFFIX)
        return handle, path.with_name(os.path.basename(name))  # noqa: PTH119


def _remember(folder: Path) -> None:
    """Have the disk write down the new name too, where a folder can be asked that."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

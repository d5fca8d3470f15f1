# ruff: noqa: PTH104, PTH109, PTH112, PTH118, PTH119 - beneath pathlib
"""Imported by Python at its start, also in workers: from here on termlint sees a Windows machine.

What is simulated is termlint's own view. Whatever module of termlint imports `os`, `sys`, `signal`,
`select` or `multiprocessing` gets one from which all is gone that Windows lacks, with `sys.platform`
"win32" and `os.name` "nt"; the modules that exist on POSIX alone cannot be imported, by anyone. For all of
the program, opening and listing files obeys Windows: a path of 260 characters or more is not found unless
it begins with `\\\\?\\`, which makes it a whole path to be taken as it stands; a file that another program
holds (SIMULATED_HELD, names) cannot be opened, replaced or removed.

Not simulated: the standard library and the packages themselves see the machine that they run on, so paths
are POSIX paths (`os.sep` is "/"; what is done with backslashes and drives is tested on ntpath), processes
begin with the POSIX kind of spawn, and nothing of the console or of the rights of files is Windows'.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import signal
import sys
from types import ModuleType
from typing import Any

MOST = 260
PREFIX = "\\\\?\\"
HELD = frozenset(filter(None, os.environ.get("SIMULATED_HELD", "").split(":")))
_MODULES = """
fcntl resource pwd grp termios tty pty syslog readline crypt spwd nis
"""
UNIMPORTABLE = frozenset(_MODULES.split())
_OS = """
fork forkpty register_at_fork wait wait3 wait4 waitid getuid geteuid getgid getegid getgroups getlogin_r
setuid setgid seteuid setegid initgroups getpgid getpgrp setpgid setsid getsid killpg nice getpriority
setpriority chown lchown fchown fchmod lchmod chroot fchdir mkfifo mknod major minor makedev uname
sched_getaffinity sched_setaffinity sched_yield sched_getparam sched_setscheduler pread preadv pwrite
pwritev readv writev sendfile copy_file_range posix_fadvise posix_fallocate posix_spawn posix_spawnp sync
fdatasync fstatvfs statvfs pathconf fpathconf sysconf confstr pipe2 openpty login_tty ttyname ctermid
tcgetpgrp tcsetpgrp getxattr setxattr listxattr removexattr memfd_create eventfd getloadavg environb
getenvb lockf O_NOFOLLOW O_DIRECTORY O_NONBLOCK O_CLOEXEC O_NOCTTY O_SYNC O_DSYNC O_PATH O_TMPFILE
O_NDELAY WNOHANG WIFEXITED WEXITSTATUS WIFSIGNALED WTERMSIG EX_OK
"""
NOT_IN_OS = frozenset(_OS.split())
_SIGNAL = """
SIGKILL SIGHUP SIGALRM SIGQUIT SIGPIPE SIGUSR1 SIGUSR2 SIGCHLD SIGCLD SIGSTOP SIGCONT SIGTSTP SIGTTIN
SIGTTOU SIGWINCH SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGIO SIGURG SIGSYS SIGTRAP SIGBUS SIG_BLOCK
SIG_UNBLOCK SIG_SETMASK ITIMER_REAL ITIMER_VIRTUAL ITIMER_PROF alarm setitimer getitimer pause
pthread_kill pthread_sigmask siginterrupt sigpending sigwait sigwaitinfo sigtimedwait Sigmasks
ItimerError
"""
NOT_IN_SIGNAL = frozenset(_SIGNAL.split())
NOT_IN_SYS = frozenset({"abiflags", "setdlopenflags", "getdlopenflags"})


class View(ModuleType):
    """A module without some names and with others changed; what is set is set in the module itself."""

    def __init__(self, real: ModuleType, absent: frozenset[str] = frozenset(), **changed: object) -> None:
        super().__init__(real.__name__)
        vars(self).update(_real=real, _absent=absent, **changed)

    def __getattr__(self, name: str) -> Any:
        if name in self._absent:
            raise AttributeError(f"module {self._real.__name__!r} has no attribute {name!r}")
        return getattr(self._real, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._real, name, value)

    def __dir__(self) -> list[str]:
        return [name for name in dir(self._real) if name not in self._absent]


# --- what termlint imports --------------------------------------------------------------------------


def _only_spawn(method: str | None = None) -> Any:
    import multiprocessing

    if method not in (None, "spawn"):
        raise ValueError(f"cannot find context for {method!r}")
    return multiprocessing.get_context("spawn")


def _no_tracker() -> None:
    raise ModuleNotFoundError("No module named '_posixsubprocess'")


def _only_sockets(*_: object) -> None:
    raise OSError(errno.EINVAL, "not a socket")


def _open_no_folder(path: Any, *arguments: Any, **named: Any) -> int:
    if os.path.isdir(path):
        raise _error(PermissionError, errno.EACCES, path, 5)
    return os.open(path, *arguments, **named)


def _rename_to_free(source: Any, target: Any) -> None:
    if os.path.lexists(target):
        raise _error(FileExistsError, errno.EEXIST, target, 183)
    os.rename(source, target)


def _no_links(*_: Any, **__: Any) -> None:
    raise _error(OSError, errno.EINVAL, None, 1314)


def _view(name: str) -> ModuleType | None:
    """Windows' version of a module, for those that have another there."""
    if name == "os":
        no: frozenset[object] = frozenset()
        changed = {"name": "nt", "open": _open_no_folder, "rename": _rename_to_free, "symlink": _no_links}
        support = dict.fromkeys(("supports_dir_fd", "supports_fd", "supports_follow_symlinks"), no)
        return View(os, NOT_IN_OS, **changed, **support)
    if name == "sys":
        return View(sys, NOT_IN_SYS, platform="win32")
    if name == "signal":
        return View(signal, NOT_IN_SIGNAL)
    if name == "select":
        return View(_import(name), frozenset({"poll", "epoll", "kqueue", "EPOLLIN"}), select=_only_sockets)
    if name == "multiprocessing":
        tracker = _import("multiprocessing.resource_tracker", fromlist=["_"])
        here = View(tracker, ensure_running=_no_tracker)
        return View(_import(name), get_context=_only_spawn, resource_tracker=here)
    return None


_import = builtins.__import__
_views: dict[str, ModuleType | None] = {}


def _imported(name: str, there: Any = None, here: Any = None, fromlist: Any = (), level: int = 0) -> Any:
    module = _import(name, there, here, fromlist, level)
    asking = str((there or {}).get("__name__", "")).partition(".")[0]
    if level or asking != "termlint":
        return module
    if name not in _views:
        _views[name] = _view(name)
    return _views[name] or module


# --- files ------------------------------------------------------------------------------------------


def _error(kind: type[OSError], number: int, path: object, winerror: int) -> OSError:
    error = kind(number, os.strerror(number), path)
    error.winerror = winerror  # type: ignore[attr-defined]
    return error


def _taken(path: Any) -> Any:
    """The path as this machine takes it; FileNotFoundError for one that Windows finds too long."""
    if not isinstance(path, (str, bytes, os.PathLike)):
        return path
    given = os.fsdecode(path)
    if given.startswith(PREFIX):
        whole = given.removeprefix(PREFIX)
        if not whole.startswith("/") or "/../" in whole or "/./" in whole or "//" in whole:
            raise _error(OSError, errno.EINVAL, given, 123)
        return whole
    if len(os.path.join(os.getcwd(), given)) >= MOST:
        raise _error(FileNotFoundError, errno.ENOENT, given, 3)
    return path


def _free(path: Any, number: int) -> Any:
    if isinstance(path, (str, bytes, os.PathLike)) and os.path.basename(os.fsdecode(path)) in HELD:
        raise _error(PermissionError, errno.EACCES, os.fsdecode(path), number)
    return path


def _obeying(call: Any, paths: int = 1, held: int = 0) -> Any:
    """A function of files whose first `paths` arguments obey; `held` is Windows' number for a held file."""

    def obeying(*arguments: Any, **named: Any) -> Any:
        if named.get("opener"):  # which opens, and obeys
            return call(*arguments, **named)
        given = [_taken(each) for each in arguments[:paths]]
        if held:
            given = [_free(each, held) for each in given]
        return call(*given, *arguments[paths:], **named)

    return obeying


def _become_windows() -> None:
    for name in UNIMPORTABLE:
        sys.modules[name] = None  # type: ignore[assignment]
    for name in ("stat", "lstat", "scandir", "listdir", "mkdir", "chmod", "utime", "rmdir"):
        setattr(os, name, _obeying(getattr(os, name)))
    os.open = _obeying(os.open, 1, 32)
    builtins.open = io.open = _obeying(io.open, 1, 32)
    os.unlink = os.remove = _obeying(os.unlink, 1, 32)
    os.replace = _obeying(os.replace, 2, 5)
    builtins.__import__ = _imported


_become_windows()

"""A baseline file and a run: what the file knows, by the names that documents have in it."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from termlint.errors import ConfigError
from termlint.files.paths import reachable
from termlint.files.regular import RefusedFileError, read_regular
from termlint.store.baseline.compare import compare, moved
from termlint.store.baseline.file import MOST, normal, read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from termlint.model import Finding, Result


def load_baseline(path: Path, *, in_conflict: bool = False) -> dict[str, list[Finding]]:
    """What the baseline file knows; ConfigError when it is not there or not right."""
    try:
        text = read_regular(path, MOST).removeprefix(BOM_UTF8).decode("utf-8", "surrogatepass")
    except FileNotFoundError as error:
        raise ConfigError("baseline-missing", path=str(path)) from error
    except (OSError, UnicodeError, RefusedFileError) as error:
        raise ConfigError("baseline-not-ours", path=str(path)) from error
    return read(text, str(path), in_conflict=in_conflict)


def against_baseline(result: Result, known: Mapping[str, Sequence[Finding]], folder: Path) -> Result:
    """`result` with what the baseline knows marked known; its paths are relative to its `folder`.

    A document that it does not know may be one that it knows under a name that is gone.
    """
    names = {document.path: in_baseline(document.path, folder) for document in result.documents}
    strangers = {d.path: d.findings for d in result.documents if d.findings and names[d.path] not in known}
    gone = {n: known[n] for n in gone_from(known, folder)} if strangers else {}
    names.update(moved(strangers, gone))
    return compare(result, {path: known.get(name, ()) for path, name in names.items()})


def in_baseline(path: str, folder: Path) -> str:
    """A document's name in a baseline file that stands in `folder`."""
    try:
        return normal(os.path.relpath(path, folder))
    except ValueError:  # another drive
        return normal(os.path.abspath(path))  # noqa: PTH100 - a name, not to be resolved


def gone_from(known: Mapping[str, object], folder: Path) -> list[str]:
    """The documents of a baseline that are no longer there; other computers (//name) are not asked."""
    return [name for name in known if not name.startswith("//") and not _is_there(folder / name)]


def _is_there(path: Path) -> bool:
    try:
        return reachable(path).exists()
    except OSError:  # a name that no file can have
        return False

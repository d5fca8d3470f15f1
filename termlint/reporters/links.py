"""Where documents and their annotated copies are, as seen from a report."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from termlint.files.paths import reachable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Result
    from termlint.statistics.summary import Summary


def annotated_copies(summary: Summary, elsewhere: Path | None = None) -> dict[str, str]:
    """The path of the annotated copy that `fix` made of a document or of its twin, by the document's own.

    It stands beside the document, or where `fix --output-dir` put it in the folder `elsewhere`. A copy that
    is older than its document tells of another text, and is none.
    """
    names = cache(_files)
    copies: dict[str, str] = {}
    for document in summary.documents:
        if not document.result.findings:
            continue
        for path in (document.result.path, *document.twins):
            for copy in _places(path, elsewhere):
                if copy.name in names(copy.parent) and _is_later(copy, path):
                    copies.setdefault(document.result.path, copy.as_posix())
    return copies


def _places(path: str, elsewhere: Path | None) -> Iterator[Path]:
    """Where the copy of a document may stand."""
    document = Path(path)
    name = f"{document.stem}.termlint{document.suffix}"
    yield document.with_name(name)
    if elsewhere:
        yield elsewhere / below(path) / name


def below(path: str) -> Path:
    """The folder in an output folder for the copy of a document: its own, where that is a way down."""
    given = Path(path)
    return Path() if given.anchor or ".." in given.parts else given.parent


def _is_later(copy: Path, original: str) -> bool:
    try:
        return reachable(copy).stat().st_mtime >= reachable(Path(original)).stat().st_mtime
    except OSError:
        return True  # a saved run, whose documents are elsewhere


def _files(folder: Path) -> set[str]:
    try:
        return {entry.name for entry in os.scandir(reachable(folder))}
    except OSError:
        return set()


def addresses(result: Result, copies: dict[str, str], folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The addresses of documents and copies as seen from a report in `folder`."""
    see = Viewpoint(folder).address
    paths = [document.path for document in result.documents if document.path != "-"]
    return {path: see(path) for path in paths}, {path: see(copy) for path, copy in copies.items()}


@dataclass(slots=True)
class Viewpoint:
    """How files are reached from a page in `folder`, wherever both are moved to together.

    The way to each folder is worked out once.
    """

    folder: Path
    _ways: dict[str, str] = field(default_factory=dict)

    def address(self, path: str) -> str:
        """A quoted address of a file."""
        folder, name = os.path.split(path)
        if folder not in self._ways:
            self._ways[folder] = _way(folder or ".", self.folder)
        return self._ways[folder] + quote(name, errors="surrogateescape")


def _way(target: str, folder: Path) -> str:
    """The address of one folder as seen from another, up to and including its last slash."""
    try:
        relative = os.path.relpath(target, folder)
    except ValueError:  # another drive of Windows
        return Path(target).absolute().as_uri().rstrip("/") + "/"
    return "" if relative == "." else quote(relative.replace(os.sep, "/"), errors="surrogateescape") + "/"

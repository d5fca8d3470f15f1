"""Where documents and their annotated copies are, as seen from a report."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from termlint.model import Result


def annotated_copies(result: Result) -> dict[str, str]:
    """The path of the annotated copy that `fix` left beside a document, by the document's own."""
    copies: dict[str, str] = {}
    folders: dict[str, set[str]] = {}
    for document in result.documents:
        if not document.findings:
            continue
        folder, _, name = document.path.rpartition("/")
        if folder not in folders:
            folders[folder] = _files(folder or ".")
        stem, dot, suffix = name.rpartition(".")
        copy = f"{stem}.termlint{dot}{suffix}"
        if copy in folders[folder]:
            copies[document.path] = f"{folder}/{copy}" if folder else copy
    return copies


def _files(folder: str) -> set[str]:
    try:
        return {entry.name for entry in os.scandir(folder)}
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

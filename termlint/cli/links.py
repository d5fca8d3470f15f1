"""Where documents and their annotated copies are, as seen from a report."""

from __future__ import annotations

import os
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
    paths = [document.path for document in result.documents if document.path != "-"]
    return (
        {path: address(path, folder) for path in paths},
        {path: address(copy, folder) for path, copy in copies.items()},
    )


def address(path: str, folder: Path) -> str:
    """A quoted address of a file that leads there from a page in `folder`, wherever both are moved to."""
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:  # another drive of Windows
        return Path(path).absolute().as_uri()
    return quote(relative.replace(os.sep, "/"), errors="surrogateescape")

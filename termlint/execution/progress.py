"""Hearing how far a run is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termlint.model import DocumentResult


class Progress:
    """Hears how far a run is; this one tells nobody."""

    interruptible = False
    """Whether Ctrl-C ends the run with what is done, rather than with nothing."""

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` documents are checked."""

    def finished(self, document: DocumentResult) -> None:
        """`document` was checked just now; its number follows."""

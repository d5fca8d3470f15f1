"""How far a long run is, on stderr."""

from __future__ import annotations

import sys
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint.cli import output
from termlint.messages.sanitize import clean_path
from termlint.reporters.wording import Words

if TYPE_CHECKING:
    from termlint.model import DocumentResult, Language

_WINDOW = 15.0
"""Seconds over which the rate is taken: what is known from an earlier run goes by much faster."""

_AT_LEAST = 1.0
"""Seconds before there is a rate to tell, from the first document on: starting takes its own time."""


@dataclass
class LongProgress(output.ProgressLine):
    """How far a long run is: count, rate, time left and the document that was done last."""

    lang: Language
    interruptible = True
    _marks: deque[tuple[float, int]] = field(default_factory=deque)
    _shown: float = 0.0
    _path: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def finished(self, document: DocumentResult) -> None:
        """`document` was checked just now."""
        self._path = document.path

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` documents are checked; the line is rewritten four times a second at most."""
        now = time.monotonic()
        if not self._marks:
            self._marks.append((now, done))
        early = now - self._marks[0][0] < _AT_LEAST or now - self._shown < 0.25
        if not self.live or total < 2 or (early and done < total):
            return
        self._shown = now
        room = output.width() - 1
        line = "" if done == total else self._line(done, total, self._rate(done, now))[:room]
        sys.stderr.write(f"\r{line:<{room}}" + ("\r" if done == total else ""))
        sys.stderr.flush()

    def _rate(self, done: int, now: float) -> float:
        """Documents a second, lately."""
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[1][0] > _WINDOW:
            self._marks.popleft()
        since, before = self._marks[0]
        return max(done - before, 1) / max(now - since, 0.001)

    def _line(self, done: int, total: int, rate: float) -> str:
        t, left = Words(self.lang), (total - done) / rate
        when = t("minutes-left", n=round(left / 60)) if left >= 90 else t("seconds-left", n=round(left))
        return t(
            "progress",
            done=done,
            all=total,
            rate=t.number(rate, 0 if rate >= 10 else 1),
            left=when,
            path=clean_path(self._path),
        )

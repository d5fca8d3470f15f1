"""The errors that termlint raises on purpose; everything else is a bug.

Each carries a message *code* with its parameters (see `termlint.messages`), never a ready sentence:
the edge of the program decides in which language a user reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class TermlintError(Exception):
    """Base of every error a user may see."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class ReadError(TermlintError):
    """A document that cannot be read at all; its status becomes `failed`."""


class WriteError(TermlintError):
    """A changed copy of a document that cannot be made; the original is untouched."""


class ConfigError(TermlintError):
    """Settings that are missing, malformed or contradictory."""


class RuleError(TermlintError):
    """A rule file that is wrong, with the place to mend it.

    `path` names the file as the user gave it; `line` counts from 1 (None: the file as a whole);
    `excerpt` is that line's text.
    """

    def __init__(
        self,
        code: str,
        *,
        path: Path | None = None,
        line: int | None = None,
        excerpt: str = "",
        **params: object,
    ) -> None:
        super().__init__(code, **params)
        self.path = path
        self.line = line
        self.excerpt = excerpt

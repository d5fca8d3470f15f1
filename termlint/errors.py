"""The errors that termlint raises on purpose; everything else is a bug.

Each error a user may see carries a message *code* with its parameters (see `termlint.messages`): the edge of
the program decides in which language it is read, and `str` of it is the Dutch sentence, with its place. All
of them survive pickle and copy, so that they can be raised in one process and caught in another.
"""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from termlint.messages import CATALOG, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Literal

    Language = Literal["nl", "en"]

_LONGEST = 500  # characters of what a sentence quotes; a path may have them all
_PLAIN = (str, int, float, bool, type(None), date)


class TermlintError(Exception):
    """Base of every error a user may see."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.sentence("nl")

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, Any]]:
        """As its class and attributes: those who raise it make it with arguments of all kinds.

        A parameter that is no plain value travels as the text that its sentence shows.
        """
        params = {name: _plain(value) for name, value in self.params.items()}
        return _again, (type(self), *self.args), {**vars(self), "params": params}

    def sentence(self, lang: Language) -> str:
        """Where it went wrong (file and line, the line itself), what, and what to do: one or more lines."""
        path, line, excerpt = self._place()
        shown = {name: _brief(value) if name != "path" else value for name, value in self.params.items()}
        text = _said(self.code, lang, {"path": path, **shown})
        located = list(self._located(lang, path, line, excerpt))
        return "\n".join([*located, f"  {text}" if located and path else text])

    def _place(self) -> tuple[object, object, object]:
        """File, line and that line's text, as far as they are known."""
        return self.params.get("path"), self.params.get("line"), self.params.get("excerpt")

    def _located(self, lang: Language, path: object, line: object, excerpt: object) -> Iterator[str]:
        """The lines above the sentence."""
        if path and line:
            yield say("cli-at-line", lang, path=path, line=line)
        if excerpt:
            yield f"    {_brief(excerpt)}"


class ReadError(TermlintError):
    """A document that cannot be read at all; its status becomes `failed`."""


class WriteError(TermlintError):
    """A changed copy of a document that cannot be made; the original is untouched."""


class UsageError(TermlintError):
    """What was asked cannot be carried out: an argument or an option that is wrong or contradicts another."""


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

    def _place(self) -> tuple[object, object, object]:
        return self.path, self.line, self.excerpt

    def _located(self, lang: Language, path: object, line: object, excerpt: object) -> Iterator[str]:
        if path and not line:
            yield f"{path}:"
        yield from super()._located(lang, path, line, excerpt)


class Internal:
    """Mixed into an error that steers the program and that no user sees.

    `str` of it is what its class says of itself, and the details it was raised with. Its arguments are plain
    values, and suffice to make it again.
    """

    args: tuple[object, ...]

    def __str__(self) -> str:
        said = (self.__doc__ or type(self).__name__).partition("\n")[0]
        return f"{said.rstrip('.')}: {', '.join(map(str, self.args))}." if self.args else said


def _again(kind: type[TermlintError], *args: object) -> TermlintError:
    """An error without its attributes, which follow."""
    return kind.__new__(kind, *args)


def _plain(value: object) -> object:
    return value if type(value) in _PLAIN or isinstance(value, PurePath) else str(value)


def _said(code: str, lang: Language, params: dict[str, object]) -> str:
    """The sentence; for a code or parameters that do not fit one (a bug), what there is of it."""
    try:
        return say(code, lang, **params) if code in CATALOG else code
    except (LookupError, TypeError, ValueError):
        return f"{code} {params}"


def _brief(value: object) -> object:
    """A text that may come from anybody's file, no longer than a person reads."""
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value

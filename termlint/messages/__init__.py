"""Every sentence termlint says to a user, in Dutch and in English, found by a code.

Each room has a module here with a `CATALOG`: code -> (Dutch, English), filled with `str.format`
parameters. The texts of rules live with the rules, not here. Dutch is plain (B1), u-vorm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

_OFTEN = ("documents", "findings", "reports", "formats", "cli", "compare")
"""What a check of a clean document says. The rest is imported at the first code that is not in these."""
_REST = (
    *("pdf", "word", "settings", "output_files", "suppression"),
    *("fix", "fixing"),
    *("rules", "phrases", "authoring", "rule_tests"),
    *("report", "account", "spreadsheet", "report_command"),
)


class _Catalog(Mapping[str, tuple[str, str]]):
    """All rooms as one."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, str]] = {}
        self._rest: tuple[str, ...] = _REST
        self._load(_OFTEN)

    def _load(self, rooms: tuple[str, ...]) -> None:
        for room in rooms:
            self._texts.update(import_module(f"termlint.messages.{room}").CATALOG)

    def _whole(self) -> dict[str, tuple[str, str]]:
        rest, self._rest = self._rest, ()
        self._load(rest)
        return self._texts

    def __getitem__(self, code: str) -> tuple[str, str]:
        return self._texts[code] if code in self._texts else self._whole()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())


CATALOG: Mapping[str, tuple[str, str]] = _Catalog()


def say(code: str, lang: Literal["nl", "en"], /, **params: object) -> str:
    """The sentence for `code` in `lang`, with `params` filled in; KeyError for an unknown code."""
    return CATALOG[code][lang == "en"].format(**params)

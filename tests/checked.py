"""A document as the engine checks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint import engine

if TYPE_CHECKING:
    from termlint.model import DocumentResult
    from termlint.rulebook.model import Ruleset


def check(data: bytes | str, rules: Ruleset, suffix: str = ".txt", **options: object) -> DocumentResult:
    raw = data.encode() if isinstance(data, str) else data
    return engine.check(f"map/stuk{suffix}", raw, suffix, rules, engine.Options(**options))  # type: ignore[arg-type]

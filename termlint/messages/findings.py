"""Messages about findings."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {}

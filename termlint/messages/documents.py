"""Messages about documents."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {}

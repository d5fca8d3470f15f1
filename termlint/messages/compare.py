"""Messages about comparing: the baseline, git, accepted findings."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {}

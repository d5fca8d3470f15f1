"""The baseline: what is known of each document, and which findings are new."""

from termlint.store.baseline.compare import compare, counts, known_in_any, match, moved
from termlint.store.baseline.file import MOST, NAME, created, normal, read, updated, write

__all__ = [
    "MOST",
    "NAME",
    "compare",
    "counts",
    "created",
    "known_in_any",
    "match",
    "moved",
    "normal",
    "read",
    "updated",
    "write",
]

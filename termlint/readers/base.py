"""What every reader takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from termlint.model import Document
from termlint.settings import Limits

Candidate = Callable[[str], bool]
"""The prefilter: False only when no rule can match anywhere in this text, however its lines are ordered."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user may say about reading.

    `password` opens an encrypted document. `hidden_text` reads hidden Word text too. `strict_scans`
    makes any page without a text layer count as unread; `accepted_scans` holds content hashes
    (SHA-256, hex) of documents whose scans were accepted in the settings. `limits` are those of the settings.
    """

    password: str | None = None
    hidden_text: bool = False
    strict_scans: bool = False
    accepted_scans: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)


Reader = Callable[[bytes, Candidate, ReadOptions], Document]

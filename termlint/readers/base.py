"""What every reader takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from termlint.dutch.words import ABBREVIATIONS
from termlint.model import Document
from termlint.settings import Limits

Candidate = Callable[[str], bool]
"""The screen: False only when no rule can match anywhere in this text, however its lines are ordered."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a reader may know of the words that are looked for.

    `abbreviations`, in lower case, keep their hyphen at a line end. `words` gives those that software which
    reads scans may have misread, in lower case; it is asked when there is such a text.
    """

    abbreviations: frozenset[str] = ABBREVIATIONS
    words: Callable[[], frozenset[str]] = frozenset


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user may say about reading.

    `password` opens an encrypted document. `hidden_text` reads hidden Word text too. `strict_scans`
    makes any page without a text layer count as unread; `accepted_scans` holds content hashes
    (SHA-256, hex) of documents whose scans were accepted in the settings. `own_author` is the name
    under which termlint writes: its comments and notes are never read as text, its tracked changes are
    read as accepted. `limits` are those of the settings. `vocabulary` is what the rules know of words.
    """

    password: str | None = None
    hidden_text: bool = False
    strict_scans: bool = False
    accepted_scans: frozenset[str] = frozenset()
    own_author: str = "termlint"
    limits: Limits = field(default_factory=Limits)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)


Reader = Callable[[bytes, Candidate, ReadOptions], Document]

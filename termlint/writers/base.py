"""What every writer takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime  # noqa: TC003 - a type that users of the dataclass may ask for
from typing import Literal

from termlint.formats import Mode  # noqa: TC001 - a type that users of the dataclass may ask for
from termlint.model import Document, Finding, Language, Notice

FixAction = Literal["changed", "commented", "present", "impossible"]


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a comment says of a rule beyond the finding's own message."""

    why: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What the user may say about writing.

    `mode` "comments" only comments; "tracked" makes tracked changes of safe suggestions, "replace"
    changes the words themselves, and both comment where there is no safe suggestion or no place for
    a change. `author` and `date` sign what is written. `rules` explains rules by id. `password` opens an
    encrypted document.
    """

    date: datetime
    mode: Mode = "tracked"
    author: str = "termlint"
    lang: Language = "nl"
    rules: Mapping[str, RuleText] = field(default_factory=dict)
    password: str | None = None


@dataclass(frozen=True, slots=True)
class FixRecord:
    """What was done about one finding.

    present: an earlier run had already commented on it. `reason` is a message code that says why a
    change became a comment, or why nothing was possible (None: no need to say).
    """

    finding: Finding
    done: FixAction
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class WriteResult:
    """A changed copy of a document: `data` are the original's own bytes when nothing had to be done.

    `records` stand in the order of the findings. `signed` says that the original carries a digital
    signature, which the copy has lost if it differs.
    """

    data: bytes
    records: tuple[FixRecord, ...]
    notices: tuple[Notice, ...] = ()
    signed: bool = False


Writer = Callable[[bytes, Document, Sequence[Finding], WriteOptions], WriteResult]

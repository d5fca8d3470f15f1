"""Safe replacements in a text file: only the words change; encoding, BOM and line ends stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.model import TextOrigin
from termlint.writers.base import Deed, WriteOptions, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Block, Document, Edit, Finding

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = ("utf-8", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")


def write(data: bytes, document: Document, findings: Sequence[Finding], options: WriteOptions) -> Written:
    """The file with every safe suggestion made (mode "replace"); in other modes nothing is possible.

    A finding without a safe suggestion is left as it is, and says so.
    """
    if options.mode != "replace":
        deeds = tuple(Deed(finding, "impossible", "fixing-text-needs-replace") for finding in findings)
        return Written(data, deeds)
    source = document.source or ""
    changes: list[tuple[int, int, str]] = []
    made: list[Deed] = []
    for finding in findings:
        spans = _spans(document.blocks[finding.location.block], finding)
        free = spans and all(end <= s or e <= start for start, end, _ in spans for s, e, _ in changes)
        if free:
            changes += spans
        made.append(
            Deed(finding, "changed") if free else Deed(finding, "impossible", "fix-no-safe-suggestion")
        )
    for start, end, text in sorted(changes, reverse=True):
        source = source[:start] + text + source[end:]
    return Written(_encoded(source, data), tuple(made))


def _spans(block: Block, finding: Finding) -> list[tuple[int, int, str]]:
    """The best safe suggestion's edits as spans of the source; empty when there is none or it has no place there."""
    safe = next((each for each in finding.suggestions if each.safety == "safe"), None)
    placed = [_placed(block, edit) for edit in safe.edits] if safe else []
    return [] if any(span is None for span in placed) else [span for span in placed if span]


def _placed(block: Block, edit: Edit) -> tuple[int, int, str] | None:
    """An edit on the source, when its first and last character both stand there."""
    start, last = _offset(block, edit.start), _offset(block, edit.end - 1)
    return None if start is None or last is None else (start, last + 1, edit.text)


def _offset(block: Block, at: int) -> int | None:
    for piece in block.pieces:
        if piece.start <= at < piece.end and isinstance(piece.origin, TextOrigin):
            return piece.origin.offset + at - piece.start
    return None


def _encoded(text: str, original: bytes) -> bytes:
    """`text` in the encoding of the original, with its BOM."""
    for bom, encoding in zip(_BOMS, _ENCODINGS, strict=True):
        if original.startswith(bom):
            return bom + text.encode(encoding)
    try:
        original.decode("utf-8")
    except UnicodeDecodeError:
        return text.encode("cp1252", "replace")
    return text.encode("utf-8")

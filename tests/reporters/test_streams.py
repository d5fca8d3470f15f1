"""A long report goes to its file in pieces, which together are the report."""

from __future__ import annotations

import pytest

from termlint.reporters import REPORTERS, ReportOptions, stream
from tests.reporters.archive import archive

RUN = archive(documents=300, findings=2_000)


def _bytes(piece: str | bytes) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode()


@pytest.mark.parametrize("name", ["html", "csv", "json"])
def test_no_piece_is_more_than_a_part_of_the_report(name: str) -> None:
    pieces = [_bytes(piece) for piece in stream(name, RUN, ReportOptions())]
    whole = _bytes(REPORTERS[name](RUN, ReportOptions()))
    assert b"".join(pieces) == whole
    assert max(map(len, pieces)) < len(whole) / 8


def test_a_format_that_cannot_come_in_pieces_comes_whole() -> None:
    assert list(stream("gitlab", RUN, ReportOptions())) == [REPORTERS["gitlab"](RUN, ReportOptions())]

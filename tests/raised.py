"""Errors are told apart by their code: what they say may change."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.errors import TermlintError


@contextmanager
def raised(kind: type[TermlintError], *codes: str) -> Iterator[pytest.ExceptionInfo[TermlintError]]:
    """The body raises an error of this kind, with one of these codes."""
    with pytest.raises(kind) as caught:
        yield caught
    assert caught.value.code in codes

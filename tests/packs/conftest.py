"""The command line in a folder of its own, as in the tests of the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import desk

__all__ = ["desk"]

PENDING = (
    "{new} in plaats van {term}.-people",
    "{Term} \\u2192 {new}-people",
    "wijzigt {term} overal in {new}.-people",
)
"""What the second subject lacks until mentions take the new term from a rule's offers; one that holds fails
here, and goes.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is still lacking."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent) and any(name in item.nodeid for name in PENDING):
            item.add_marker(pytest.mark.xfail(reason="the new term is not yet that of the rule's own offers"))

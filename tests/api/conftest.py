"""The interface is tried in the same kind of folder as the command line."""

from tests.cli.conftest import desk

__all__ = ["desk"]

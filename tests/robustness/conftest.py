"""The command line in a folder of its own, as for the tests of the commands."""

from tests.cli.conftest import desk

__all__ = ["desk"]

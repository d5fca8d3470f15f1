"""termlint: a terminology linter for Dutch municipal documents."""

__version__ = "0.1.0"

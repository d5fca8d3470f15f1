"""The rulebook: YAML files in, a `Ruleset` out."""

from __future__ import annotations

from termlint.rulebook.load import chosen, digest, load, shipped
from termlint.rulebook.model import Rule, Ruleset

__all__ = ["Rule", "Ruleset", "chosen", "digest", "load", "shipped"]

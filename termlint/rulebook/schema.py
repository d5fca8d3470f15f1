"""Checks rule and pack files against the published schemas, and says what is wrong where."""

from __future__ import annotations

import difflib
import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from termlint.errors import RuleError
from termlint.rulebook.source import Key, YamlSource

if TYPE_CHECKING:
    from jsonschema import ValidationError


@lru_cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of "rule" or "pack" files, as published for editors."""
    loaded: dict[str, Any] = json.loads(files("termlint.rulebook").joinpath(f"{name}-schema.json").read_text("utf-8"))
    return loaded


def validate(source: YamlSource, name: str) -> None:
    """Raise RuleError at the first line of `source` that breaks schema `name`."""
    from jsonschema import Draft202012Validator  # 60 ms to import, and only files of the user's own need it

    errors = list(Draft202012Validator(schema(name)).iter_errors(source.data))
    if errors:
        raise min((_rule_error(_deepest(error), source) for error in errors), key=lambda e: e.line or 0)


def _deepest(error: ValidationError) -> ValidationError:
    """Of the branches of an anyOf or oneOf, the error that got furthest: the one the author meant."""
    while error.context:
        error = max(error.context, key=lambda e: (len(e.absolute_path), e.validator != "type"))
    return error


def _rule_error(error: ValidationError, source: YamlSource) -> RuleError:
    key: Key = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = sorted(error.schema.get("properties", ()))
        unknown = next((k for k in error.instance if k not in known), "?")
        close = difflib.get_close_matches(unknown, known, 3, 0.5) or known
        return source.error("rule-unknown-key", (*key, unknown), key=unknown, known=", ".join(close))
    if error.validator == "required":
        missing = next(k for k in error.validator_value if k not in error.instance)
        return source.error("rule-missing-key", key, key=missing)
    name = str(key[-1]) if key else source.path.name
    return source.error("rule-wrong-value", key, key=name, problem=error.message)

"""Checks rule and pack files against the published schemas, and says what is wrong where."""

from __future__ import annotations

import difflib
import json
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import ValidationError

    from termlint.errors import RuleError
    from termlint.files.yaml_tree import Key
    from termlint.rulebook.source import YamlSource

_TYPES = {"string": "text", "array": "list", "object": "mapping", "boolean": "yes-no"}
"""What the schema calls a type, and how the codes of our messages end."""


@lru_cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of "rule" or "pack" files; that of packs holds that of rules, which it refers to."""
    text = files("termlint.rulebook").joinpath(f"{name}-schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    if name == "pack":
        loaded["$defs"] = {"rule": schema("rule")}
    return loaded


def validate(source: YamlSource, name: str) -> None:
    """Raise RuleError at the first line of `source` that breaks schema `name`."""
    from jsonschema import Draft202012Validator  # 60 ms to import, and only files of the user's own need it

    checker = Draft202012Validator(schema(name))
    errors = [_meant(error) for error in islice(checker.iter_errors(_told_apart(source.data)), _MOST)]
    if errors:
        first = min(errors, key=lambda error: source.line(tuple(error.absolute_path)))
        raise _rule_error(first, source)


_MOST = 200
"""Of more errors than this the first one is not looked for."""


def _told_apart(data: Any) -> Any:
    """`data` with one text for every list of texts: to the schema all texts in a list are alike, unless they
    are blank. (A list of 5,000 streets takes seconds otherwise.)
    """
    if isinstance(data, dict):
        return {name: _told_apart(value) for name, value in data.items()}
    if isinstance(data, list):
        if data and all(isinstance(each, str) and not each.isspace() and each for each in data):
            return data[:1]
        return [_told_apart(each) for each in data]
    return data


def _meant(error: ValidationError) -> ValidationError:
    """Of the branches of an anyOf or oneOf, the error in the one that the author meant.

    That is the branch that got furthest, that is of the right type, and most of whose required keys are
    there.
    """
    while error.context:
        error = max(error.context, key=lambda e: (len(e.absolute_path), e.validator != "type", _present(e)))
    return error


def _present(error: ValidationError) -> int:
    """How many of the keys that this part of the schema requires are given."""
    required = error.schema.get("required", ()) if isinstance(error.schema, dict) else ()
    return sum(key in error.instance for key in required) if isinstance(error.instance, dict) else 0


def _rule_error(error: ValidationError, source: YamlSource) -> RuleError:
    """The error in our own words; those of jsonschema, which are English, only for what is rare."""
    key: Key = tuple(error.absolute_path)
    name = str(key[-1]) if key else source.path.name
    given: Any = error.instance
    wanted: Any = error.validator_value
    match error.validator:
        case "additionalProperties":
            return _unknown_key(error, source, key)
        case "required":
            missing = next(each for each in wanted if each not in given)
            return source.error("rule-missing-key", key, key=missing)
        case "type" if wanted in _TYPES:
            return source.error(f"rule-not-a-{_TYPES[wanted]}", key, key=name, value=given)
        case "enum":
            return source.error(
                "rule-not-one-of", key, key=name, value=given, known=", ".join(map(str, wanted))
            )
        case "minItems" | "minProperties":
            return source.error("rule-empty", key, key=name)
        case "pattern" if not str(given).strip():
            return source.error("rule-empty", key, key=name)
        case "pattern" if name == "id":
            return source.error("rule-bad-id", key, id=given)
    return source.error("rule-wrong-value", key, key=name, problem=error.message)


def _unknown_key(error: ValidationError, source: YamlSource, key: Key) -> RuleError:
    known = sorted(error.schema.get("properties", ())) if isinstance(error.schema, dict) else []
    given: Any = error.instance
    unknown = next((each for each in given if each not in known), "?")
    close = difflib.get_close_matches(unknown, known, 3, 0.5) or known
    return source.error("rule-unknown-key", (*key, unknown), key=unknown, known=", ".join(close))

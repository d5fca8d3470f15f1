"""Adds an exemption to the text of a settings file; every other line and comment stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termlint.errors import ConfigError

if TYPE_CHECKING:
    from datetime import date

    import yaml

    from termlint.settings.model import Exempt


def with_exempt(text: str, entry: Exempt, *, toml: bool = False) -> str:
    """`text` with `entry` as its last exemption.

    Raises ConfigError "amend-by-hand" when that cannot be done with certainty: what comes out is read
    back, and must say what was there and the new entry, and nothing else.
    """
    values = _values(entry)
    end = "\r\n" if "\r\n" in text else "\n"
    read, add = (_toml_value, _toml) if toml else (_yaml_value, _yaml)
    try:
        wanted = _grown(read(text), values)
        made = add(text, values, end)
        sound = read(made) == wanted
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise ConfigError("amend-by-hand", entry=_item(values, "\n")) from error
    if not sound:
        raise ConfigError("amend-by-hand", entry=_item(values, "\n"))
    return made


def _values(entry: Exempt) -> dict[str, Any]:
    """What an exemption says, as it stands in a file; a list of one as that one."""
    values = {
        "words": _one_or_list(entry.words),
        "rule": entry.rule,
        "paths": _one_or_list(entry.paths),
        "reason": entry.reason,
        "by": entry.by,
        "until": entry.until,
    }
    return {key: value for key, value in values.items() if value}


def _one_or_list(texts: tuple[str, ...]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else list(texts)


def _grown(settings: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    return {**settings, "exempt": [*(settings.get("exempt") or []), values]}


# --- YAML -----------------------------------------------------------------------------------------


def _yaml_value(text: str) -> dict[str, Any]:
    import yaml  # only when something is added

    try:
        return dict(yaml.safe_load(text) or {})
    except yaml.YAMLError as error:
        raise ValueError from error


def _yaml(text: str, values: dict[str, Any], end: str) -> str:
    import yaml

    root = yaml.compose(text)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    there = next((value for key, value in pairs if key.value == "exempt"), None)
    if there is None:
        return _ended(text, end) + "exempt:" + end + _indented(values, 2, end)
    if isinstance(there, yaml.SequenceNode) and there.flow_style:
        at = there.end_mark.index - 1
        comma = ", " if there.value else ""
        return text[:at] + comma + _flow(values) + text[at:]
    if isinstance(there, yaml.SequenceNode):
        return _inserted(text, _last(there), _indented(values, there.start_mark.column, end), end)
    return _inserted(text, there.end_mark.index, _indented(values, 2, end), end)


def _last(node: yaml.Node) -> int:
    """The index after the last character that belongs to a node: a block itself also counts what follows."""
    import yaml

    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        children = [
            each for value in node.value for each in (value if isinstance(value, tuple) else (value,))
        ]
        return max(_last(each) for each in children)
    return int(node.end_mark.index)


def _inserted(text: str, after: int, lines: str, end: str) -> str:
    """`lines` below the line on which the character before `after` stands."""
    at = text.find("\n", max(0, after - 1)) + 1
    return text[:at] + lines + text[at:] if at else _ended(text, end) + lines


def _ended(text: str, end: str) -> str:
    return text if not text or text.endswith("\n") else text + end


def _item(values: dict[str, Any], end: str) -> str:
    """The entry as an item of a block list, not indented."""
    import yaml

    dumped = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    first, *others = dumped.splitlines()
    return end.join([f"- {first}", *(f"  {line}" for line in others)]) + end


def _indented(values: dict[str, Any], indent: int, end: str) -> str:
    return "".join(" " * indent + line for line in _item(values, end).splitlines(keepends=True))


def _flow(values: dict[str, Any]) -> str:
    import yaml

    dumped: str = yaml.safe_dump(
        values, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=True
    )
    return dumped.strip()


# --- TOML -----------------------------------------------------------------------------------------


def _toml_value(text: str) -> dict[str, Any]:
    import tomllib

    return dict(tomllib.loads(text).get("tool", {}).get("termlint", {}))


def _toml(text: str, values: dict[str, Any], end: str) -> str:
    rows = ["[[tool.termlint.exempt]]", *(f"{key} = {_quoted(value)}" for key, value in values.items())]
    return _ended(text, end) + end + end.join(rows) + end


def _quoted(value: str | list[str] | date) -> str:
    import json

    if not isinstance(value, (str, list)):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)  # a TOML basic string escapes as JSON does

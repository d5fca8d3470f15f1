"""The published schema of settings says of a file what termlint itself says of it."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from termlint.errors import ConfigError
from termlint.settings import Limits, read
from termlint.settings.check import _KEYS, HIGHEST, MOST_JOBS
from termlint.settings.starter import _NOTES, starter
from termlint.settings.values import MOST_ITEMS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA: dict[str, Any] = json.loads((ROOT / "termlint/settings/settings-schema.json").read_text("utf-8"))
CHECK = Draft202012Validator(SCHEMA)
KEYS: dict[str, Any] = SCHEMA["properties"]
EXEMPT: dict[str, Any] = SCHEMA["$defs"]["exempt"]["properties"]
HASH = "aB" * 32
NOT_OF_FORM = ("config-no-file", "config-no-pack", "config-model-found", "config-no-model", "config-outside")
"""What no schema can know: whether a file is there, and who wrote the settings."""

VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2.5, 10**6, "", " ", "x", "nl", "error", "never", "2027-12-31", "31-12-2027",
    HASH, HASH[1:], [], ["x"], [" "], [1], [None], ["x", ["y"]], [HASH], [HASH, "x"], {}, {"x": None},
    {"x": "y"}, {"x": ["y"]}, {"x": "error"}, {"x": [1]}, [{}], [{"reason": "x"}], [{"words": "x"}],
    [{"reason": "x", "rule": "y"}], [{"reason": "x", "words": ["y"]}], [{"reason": "x", "words": []}],
)  # fmt: skip


def holds(text: str) -> bool:
    """Whether a file with this text is as the schema says; a date is written as a text in JSON."""
    data = yaml.safe_load(text)
    return CHECK.is_valid(json.loads(json.dumps(data, default=date.isoformat)))


def is_read(folder: Path, text: str) -> bool:
    """Whether termlint reads it, when it lies beside documents."""
    path = folder / "termlint.yaml"
    path.write_text(text, "utf-8")
    try:
        read(path)
    except ConfigError as error:
        return error.code in NOT_OF_FORM
    return True


def known_in(folder: Path, text: str) -> set[str]:
    """The keys that the error about an unknown one names."""
    (folder / "termlint.yaml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        read(folder / "termlint.yaml")
    assert caught.value.code == "config-unknown-key"
    return set(str(caught.value.params["known"]).split(", "))


def test_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_has_the_keys_that_the_program_knows(tmp_path: Path) -> None:
    assert KEYS.keys() == _KEYS.keys() | {"extends"}
    assert KEYS["rules"]["properties"].keys() == known_in(tmp_path, "rules: {qqq: 1}\n")
    assert KEYS["limits"]["properties"].keys() == known_in(tmp_path, "limits: {qqq: 1}\n")
    assert EXEMPT.keys() == known_in(tmp_path, "exempt: [{qqq: 1}]\n")


def test_every_key_says_what_it_is_for() -> None:
    named = (KEYS, KEYS["rules"]["properties"], KEYS["limits"]["properties"], EXEMPT)
    assert all(each["description"].endswith((".", "list")) for keys in named for each in keys.values())


def test_its_limits_are_those_of_the_program() -> None:
    limits = KEYS["limits"]["properties"]
    assert {name: each["maximum"] for name, each in limits.items()} == {
        each.name: getattr(HIGHEST, each.name) for each in fields(Limits)
    }
    assert KEYS["jobs"]["maximum"] == MOST_JOBS
    lists = [each for each in _inside(SCHEMA) if each.get("type") == "array"]
    assert lists
    assert {each["maxItems"] for each in lists} == {MOST_ITEMS}


def _inside(schema: Any) -> list[dict[str, Any]]:
    """Every part of a schema that is an object."""
    if isinstance(schema, list):
        return [part for each in schema for part in _inside(each)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(part for each in schema.values() for part in _inside(each))]


@pytest.mark.parametrize("key", [*KEYS, "unknown"])
def test_a_key_may_hold_what_the_program_reads(tmp_path: Path, key: str) -> None:
    agreed = {_both(tmp_path, {key: value}) for value in VALUES}
    assert agreed == {True, False} or key == "unknown"


@pytest.mark.parametrize(
    ("table", "key"),
    [(table, key) for table in ("rules", "limits") for key in [*KEYS[table]["properties"], "unknown"]],
)
def test_a_key_in_a_table_may_hold_what_the_program_reads(tmp_path: Path, table: str, key: str) -> None:
    agreed = {_both(tmp_path, {table: {key: value}}) for value in VALUES}
    assert agreed == {True, False} or key == "unknown"


@pytest.mark.parametrize("key", [*EXEMPT, "unknown"])
def test_a_key_of_an_exemption_may_hold_what_the_program_reads(tmp_path: Path, key: str) -> None:
    whole = {"reason": "x", "rule": "y"}
    agreed = {_both(tmp_path, {"exempt": [{**whole, key: value}]}) for value in VALUES}
    assert agreed == {True, False} or key == "unknown"


def _both(folder: Path, data: dict[str, Any]) -> bool:
    """Whether the schema and the program take it; they must agree."""
    text = json.dumps(data)
    assert holds(text) == is_read(folder, text), text
    return holds(text)


@pytest.mark.parametrize(("name", "step"), list(product(KEYS["limits"]["properties"], (0, 1))))
def test_a_limit_may_be_the_highest_and_no_higher(tmp_path: Path, name: str, step: int) -> None:
    text = f"limits: {{{name}: {int(getattr(HIGHEST, name)) + step}}}\n"
    assert holds(text) == is_read(tmp_path, text) == (step == 0)


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("key", ["exclude", "accepted-scans", "exempt"])
def test_a_list_may_be_that_long_and_no_longer(tmp_path: Path, key: str, more: int) -> None:
    each = {"exclude": "x", "accepted-scans": HASH, "exempt": {"rule": "x", "reason": "y"}}[key]
    text = json.dumps({key: [each] * (MOST_ITEMS + more)})
    assert holds(text) == is_read(tmp_path, text) == (more == 0)


@pytest.mark.parametrize(
    "text", ["", "# niets\n", "rules:\n", "limits:\nprofiles:\n", "rules: {severity: }\n"]
)
def test_nothing_is_as_good_as_a_table(tmp_path: Path, text: str) -> None:
    assert holds(text)
    assert is_read(tmp_path, text)


@pytest.mark.parametrize("text", ["x\n", "[]\n", "1\n"])
def test_what_is_no_table_is_none(tmp_path: Path, text: str) -> None:
    assert not holds(text)
    assert not is_read(tmp_path, text)


@pytest.mark.parametrize("example", [example for *_, example in _NOTES if example])
def test_every_example_of_the_starter_holds(example: str) -> None:
    assert holds(example)
    assert holds(starter("nl"))


def test_the_settings_of_the_readme_hold() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"^```yaml\n# termlint\.yaml\n(.*?)^```$", readme, flags=re.MULTILINE | re.DOTALL)
    assert shown
    assert all(holds(each) for each in shown)

"""The published schemas: they hold for our own files, and agree with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from termlint.rulebook import load, shipped
from termlint.rulebook.schema import schema

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(shipped().rglob("*.yaml"))


def test_every_shipped_file_holds() -> None:
    assert load(check=True).rules


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_shipped_file_names_its_schema_for_editors(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    named = (path.parent / first.partition("$schema=")[2]).resolve()
    assert named.name == ("pack-schema.json" if path.name == "pack.yaml" else "rule-schema.json")
    assert named.is_file()


@pytest.mark.parametrize("name", ["rule", "pack"])
def test_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_an_overlay_may_restate_whatever_a_rule_may_hold() -> None:
    restated = schema("pack")["properties"]["restate"]["additionalProperties"]["properties"]
    assert restated.keys() - {"add"} == schema("rule")["properties"].keys() - {"id"}
    for name in restated.keys() - {"add", "en"}:
        assert restated[name] == {"$ref": f"rule-schema.json#/properties/{name}"}


def test_the_schema_of_packs_stands_on_its_own() -> None:
    """What it refers to in the schema of rules is in it: no file beside it, no network."""
    check = Draft202012Validator(schema("pack"))
    pack = {
        "id": "eigen",
        "title": "Eigen",
        "restate": {"ongeschoold": {"suggest": [{"text": "x", "safety": "safe"}]}},
    }
    assert check.is_valid(pack)
    pack["restate"] = {"ongeschoold": {"suggest": [{"text": "x", "safety": "veilig"}]}}
    assert not check.is_valid(pack)

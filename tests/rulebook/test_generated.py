"""Whatever stands in a rule file: it loads and works, or the author is told the file and the line."""

from __future__ import annotations

import copy
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from termlint import engine
from termlint.errors import RuleError
from termlint.execution import rule_test
from termlint.messages import say
from termlint.rulebook import Ruleset
from termlint.rulebook.build import RawRule, build_rule
from termlint.rulebook.load import load, shipped
from termlint.rulebook.schema import validate
from termlint.rulebook.source import parse
from tests.language import document
from tests.rulebook.packs import PACK, RULE, pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.rulebook.model import Rule

    Tree = dict[str, Any]

pytestmark = pytest.mark.slow

FILE = Path("proef.yaml")
MANY = int(os.environ.get("TERMLINT_EXAMPLES", "100"))
SHIPPED = [
    (yaml.safe_load(path.read_text("utf-8")), yaml.safe_load((path.parent / "pack.yaml").read_text("utf-8")))
    for path in sorted(shipped().glob("*/*.yaml"))
    if path.name != "pack.yaml"
]
SIGNS = "hoger onderwijs|()[]<>{}:.…-_*&#!%@`\"'\\,?+/0123 \t\n\u00ad\u0301😀ßİ"
TEXT = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=20),
    st.text(max_size=8),
    st.sampled_from(
        ["", " ", "{match}", "{}", "{0}", "{x.y}", "{match!r:>9}", "[a]", "a]", "<soort>", "...", "-"]
    ),
)
SCALAR = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT, st.dates())
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=6,
)


def places(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a tree."""
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inside:
        yield (*at, key)
        yield from places(value, (*at, key))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[Tree, Tree]:
    """The data of a shipped rule with one to three values changed, and of its pack."""
    data, around = draw(st.sampled_from(SHIPPED))
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(list(places(data)) or [("id",)]))
        owner: Any = data
        for key in path:
            owner = owner[key]
        change = draw(st.sampled_from(["value", "text", "gone", "more"]))
        if change == "gone":
            del owner[last]
        elif change == "text" and isinstance(owner[last], str):
            at = draw(st.integers(0, len(owner[last])))
            owner[last] = owner[last][:at] + draw(TEXT) + owner[last][at:]
        elif change == "more" and isinstance(owner, dict):
            owner[draw(TEXT)] = draw(VALUE)
        else:
            owner[last] = draw(VALUE)
    return data, around


def rule_of(text: str, lists: Tree) -> Rule:
    """The rule of a file's text, as the loader makes it."""
    source = parse(text, FILE)
    validate(source, "rule")
    known = {name: tuple(map(str, items)) for name, items in lists.items()}
    return build_rule(RawRule(source, "proef", source.data, known), "nl")


def told(error: RuleError, place: Path, last: int) -> None:
    """An author can act on it: file, line (up to `last`), and a sentence in both languages."""
    assert error.path is not None
    assert place in (error.path, error.path.parent)
    assert error.line is not None
    assert 1 <= error.line <= last
    assert say(error.code, "nl", path=error.path, **error.params)
    assert say(error.code, "en", path=error.path, **error.params)


@settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_changed_rule_works_or_is_told(pair: tuple[Tree, Tree]) -> None:
    data, around = pair
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    try:
        rule = rule_of(text, around.get("lists", {}))
    except RuleError as error:
        told(error, FILE, len(text.splitlines()) + 1)
        return
    shown = [each.text for each in rule_test.examples(rule)]
    found = engine.find(document(*shown), Ruleset((rule,), "x", "nl"))
    assert {finding.rule for finding in found} <= {rule.id}


@settings(max_examples=MANY, deadline=None)
@given(st.data())
def test_a_changed_file_works_or_is_told(data: st.DataObject) -> None:
    """Changes to the text itself, which mostly break the YAML."""
    start = data.draw(st.integers(0, len(RULE)))
    end = data.draw(st.integers(start, min(len(RULE), start + 30)))
    text = RULE[:start] + data.draw(TEXT) + RULE[end:]
    try:
        rule = rule_of(text, {})
    except RuleError as error:
        told(error, FILE, len(text.splitlines()) + 1)
    else:
        engine.find(document("Hier staat een proefwoord."), Ruleset((rule,), "x", "nl"))


@settings(max_examples=MANY, deadline=None)
@given(st.text(st.sampled_from("-:{}[]&*!|>%@`'\",?# \n\tab1.~=\x00\ufeff\u2028"), max_size=30))
@example("a: &a [*a]")
@example("? {a: 1}\n: 2")
@example("<<: [1]")
@example("- 2024-13-41")
@example("!!python/object/apply:os.getcwd []")
@example("0o9: !!int x")
@example("[" * 2000)
def test_any_text_is_data_or_is_told(text: str) -> None:
    try:
        parse(text, FILE)
    except RuleError as error:
        told(error, FILE, len(text.splitlines()) + 1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(restate=VALUE, drop=VALUE, extends=VALUE)
@example(
    restate={"ongeschoold": {"match": ["{"], "add": {"examples": []}}}, drop=["ho-afkorting"], extends=[]
)
def test_a_pack_of_ones_own_loads_or_is_told(
    tmp_path_factory: pytest.TempPathFactory, restate: Any, drop: Any, extends: Any
) -> None:
    written = yaml.safe_dump({"restate": restate, "drop": drop, "extends": extends}, allow_unicode=True)
    folder = pack(tmp_path_factory.mktemp("pack"), settings=PACK + written)
    try:
        assert "proef" in load([folder]).by_id()
    except RuleError as error:
        told(error, folder, 10_000)

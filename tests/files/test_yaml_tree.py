"""One way to read YAML: plain values, each with its line, and no more than a person writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from termlint.errors import ConfigError, RuleError
from termlint.files.yaml_tree import Bounds, Shape, Why, YamlError, measure, parse
from termlint.messages import CATALOG
from termlint.rulebook import source as rules
from termlint.settings import source as settings
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BOUNDS = Bounds(size=200, text=20, depth=4, values=10, mappings=3)
WIDE = Bounds(10**6, 10**4, 30, 10**5, 10**4)


def test_each_value_has_its_line() -> None:
    tree = parse("a:\n  - x\n  - b: 1\n    c: {d: 2}\n\n'e f':\n  ja\n", WIDE)
    assert tree.data == {"a": ["x", {"b": 1, "c": {"d": 2}}], "e f": "ja"}
    lines = {(): 1, ("a",): 1, ("a", 0): 2, ("a", 1): 3, ("a", 1, "b"): 3, ("a", 1, "c"): 4}
    assert tree.lines == lines | {("a", 1, "c", "d"): 4, ("e f",): 6}
    assert tree.line(("a", 1, "c", "absent", 3)) == 4


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        pytest.param("a: [", "syntax", 1, id="never closed"),
        pytest.param("a: 1\nb: *c", "syntax", 2, id="an alias of nothing"),
        pytest.param("a: \x01", "syntax", 1, id="a control character"),
        pytest.param("a: 1\nb: 2\na: 3", "duplicate", 3, id="a key twice"),
        pytest.param("a: 1\nb: !!python/name:os.system x", "tag", 2, id="code"),
        pytest.param("a: &x {b: 1}\n<<: *x", "key", 2, id="merging"),
        pytest.param("a: 1\n? [b]\n: c", "key", 2, id="a list as key"),
        pytest.param("a: 1\nb: 2026-02-30", "value", 2, id="no such day"),
        pytest.param("a: !!bool misschien", "value", 1, id="neither yes nor no"),
        pytest.param("a: 1\nb: &x [*x]", "loop", 2, id="inside itself"),
        pytest.param("a:\n [[[[b]]]]", "depth", 2, id="deep"),
        pytest.param("a: &x [1, 2, 3]\nb: *x\n", "values", 2, id="wide by aliases"),
        pytest.param("- {}\n- {}\n- {}\n- {}", "mappings", 4, id="many mappings"),
        pytest.param(f"a: 1\nb: {'x' * 21}", "text", 2, id="a long text"),
        pytest.param("#" * 201, "size", 1, id="a long file"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, why: str, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text, BOUNDS)
    assert (caught.value.why, caught.value.line) == (why, line)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("# niets\n", None, id="a comment"),
        pytest.param("a: &x [1]\nb: *x", {"a": [1], "b": [1]}, id="an alias"),
        pytest.param("[[[[b]]]]", [[[["b"]]]], id="as deep as it may be"),
        pytest.param("[" + "1, " * 8 + "1]", [1] * 9, id="as wide as it may be"),
        pytest.param("- {}\n- {}\n- {}", [{}] * 3, id="as many mappings as there may be"),
        pytest.param("x" * 20, "x" * 20, id="as long a text as it may be"),
        pytest.param("1\n" + "#" * 198, 1, id="as long a file as it may be"),
    ],
)
def test_what_is_right_is_read(text: str, data: Any) -> None:
    assert parse(text, BOUNDS).data == data


@pytest.mark.parametrize(
    "text", ["2026-02-30", "!!bool misschien", "1" * 101, "1" + ":59" * 2_000], ids=lambda text: text[:20]
)
def test_what_only_looks_like_a_number_or_a_date_is_told_or_is_text(text: str) -> None:
    with pytest.raises(YamlError, match="value"):
        parse(text, WIDE)
    assert parse(text, WIDE, odd_as_text=True).data == text.removeprefix("!!bool ")


def test_laughing_a_billion_times_costs_no_memory() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    with pytest.raises(YamlError, match="values"):
        parse("\n".join(lines), WIDE)


names = st.text("abc é", max_size=5)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text("abc é\n:#-'", max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=9,
)


@given(plain)
def test_what_pyyaml_writes_is_read_as_it_was_and_counted(data: Any) -> None:
    text = yaml.safe_dump(data, allow_unicode=True)
    assert parse(text, WIDE).data == data
    assert measure(text, WIDE) == _counted(data)


def _counted(data: Any) -> Shape:
    if isinstance(data, dict):
        return sum(map(_counted, [*data, *data.values()]), Shape(1, 1))
    return sum(map(_counted, data), Shape(1)) if isinstance(data, list) else Shape(1)


class TestInTheWordsOfWhoReads:
    @pytest.mark.parametrize("why", get_args(Why))
    def test_each_has_a_sentence(self, why: str) -> None:
        assert rules._CODES[why] in CATALOG
        if why != "value":  # that is text in settings
            assert settings._CODES.get(why, f"config-yaml-{why}") in CATALOG

    @pytest.mark.parametrize(
        ("text", "rule", "config"),
        [
            pytest.param("a: 1\na: 2", "rule-duplicate-key", "config-duplicate-key", id="twice"),
            pytest.param("a: 1\nb: !x y", "rule-yaml-tag", "config-yaml-tag", id="a tag"),
            pytest.param("a: 1\nb: &x [*x]", "limit-alias-loop", "config-alias-loop", id="a circle"),
            pytest.param("a:\n " + "[" * 31 + "]" * 31, "limit-depth", "config-yaml-depth", id="deep"),
            pytest.param("a: 1\nb: [", "rule-yaml", "config-bad-yaml", id="broken"),
        ],
    )
    def test_file_and_line_are_told(self, text: str, rule: str, config: str, tmp_path: Path) -> None:
        file = tmp_path / "termlint.yaml"
        file.write_text(text, "utf-8")
        with pytest.raises(RuleError) as of_rules:
            rules.read(file)
        with pytest.raises(ConfigError) as of_settings:
            settings.load(file, settings.Trust())
        assert (of_rules.value.code, of_rules.value.path, of_rules.value.line) == (rule, file, 2)
        assert of_settings.value.code == config
        assert (of_settings.value.params["path"], of_settings.value.params["line"]) == (str(file), 2)
        assert str(of_rules.value)
        assert str(of_settings.value)


WRITERS = {"termlint/settings/amend.py", "termlint/cli/rules_new.py"}
"""These try out whether what they are about to write is read as it was meant."""


def test_nothing_else_builds_values_from_yaml() -> None:
    words = ("yaml.load", "safe_load", "yaml.parse", "SafeLoader")
    texts = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "termlint").rglob("*.py")}
    users = {name for name, path in texts.items() if any(word in path.read_text("utf-8") for word in words)}
    assert users - WRITERS == {"termlint/files/yaml_tree.py"}

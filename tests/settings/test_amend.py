"""An exemption added to a settings file: it says what it said, and the new entry; every line stays."""

from __future__ import annotations

import tomllib

import pytest
import yaml

from termlint.errors import ConfigError
from termlint.settings import Exempt
from termlint.settings.amend import with_exempt

ENTRY = Exempt(reason="naam: #1 \"zo\" 'heet' het", words=("hoger onderwijs",), rule="hoger-onderwijs")
VALUES = {"words": "hoger onderwijs", "rule": "hoger-onderwijs", "reason": ENTRY.reason}
FILES = {
    "empty": "",
    "only comments": "# niets\n",
    "no exemptions": "fail-on: error # streng\n",
    "no last line end": "fail-on: error",
    "exemptions without any": "exempt:\nfail-on: error\n",
    "exemptions without any, last": "fail-on: error\nexempt:",
    "one": "exempt:\n  - words: mbo\n    reason: x\n",
    "not indented": "exempt:\n- words: mbo\n  reason: x\nfail-on: error\n",
    "deep": "exempt:\n      - words: mbo\n        reason: x\n",
    "with comments": "exempt:\n  # k\n  - words: mbo # m\n    reason: x # r\n  # st\n\n# e\njobs: 2\n",
    "lists inside": "exempt:\n  - words:\n      - a\n      - b\n    reason: x\n    paths: [a, b]\njobs: 2\n",
    "folded text": "exempt:\n  - words: mbo\n    reason: >\n      een lange\n      reden\n\nfail-on: error\n",
    "in brackets": "exempt: [{words: mbo, reason: x}] # m\nfail-on: error\n",
    "empty brackets": "exempt: []\n",
    "brackets over lines": "exempt: [\n  {words: mbo, reason: x}\n]\n",
    "quoted": "exempt:\n  - words: \"mbo: 'x'\"\n    reason: 'a ''b'''\n",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", FILES.values(), ids=list(FILES))
def test_yaml(text: str, end: str) -> None:
    text = text.replace("\n", end)
    before = yaml.safe_load(text) or {}
    made = with_exempt(with_exempt(text, ENTRY), ENTRY)
    after = yaml.safe_load(made)
    assert after == {**before, "exempt": [*(before.get("exempt") or []), VALUES, VALUES]}
    assert end not in text or "\n" not in made.replace(end, "")
    if "[" not in text.replace("[a, b]", ""):
        rows = iter(made.splitlines())
        assert all(row in rows for row in text.splitlines())  # all there, in their order


@pytest.mark.parametrize(
    "text",
    [
        '[project]\nname = "x" # naam\n\n[tool.termlint]\nfail-on = "error"\n',
        '[tool.termlint]\n\n[[tool.termlint.exempt]]\nwords = "mbo"\nreason = "x"\n\n[tool.ruff]\nx = 1',
    ],
)
def test_toml(text: str) -> None:
    before = tomllib.loads(text)["tool"]["termlint"]
    made = with_exempt(text, ENTRY, toml=True)
    assert made.startswith(text)
    assert tomllib.loads(made)["tool"]["termlint"] == {
        **before,
        "exempt": [*before.get("exempt", []), VALUES],
    }


@pytest.mark.parametrize(
    ("text", "toml"),
    [
        pytest.param("{fail-on: error}\n", False, id="a mapping in braces"),
        pytest.param("- a\n", False, id="a list"),
        pytest.param("a: [\n", False, id="broken"),
        pytest.param("exempt: nee\n", False, id="a text"),
        pytest.param("a: 1\n...\n", False, id="an end mark"),
        pytest.param("exempt: &x\n  - {words: a, reason: b}\nb: *x\n", False, id="an anchor"),
        pytest.param('[tool.termlint]\nexempt = [{words = "a", reason = "b"}]\n', True, id="toml list"),
        pytest.param("[tool", True, id="broken toml"),
    ],
)
def test_what_cannot_be_done_safely_is_left_to_the_person(text: str, toml: bool) -> None:
    with pytest.raises(ConfigError) as caught:
        with_exempt(text, ENTRY, toml=toml)
    assert caught.value.code == "amend-by-hand"
    assert "words: hoger onderwijs" in str(caught.value.params["entry"])

"""Each error that is raised somewhere has its sentence, with all that the sentence names."""

from __future__ import annotations

import ast
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from termlint.messages import CATALOG
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = {"path", "line", "excerpt"}
RAISED = {
    **dict.fromkeys(
        ("TermlintError", "ReadError", "WriteError", "ConfigError", "UserError", "LimitError", "PhraseError"),
        frozenset[str](),
    ),
    "RuleError": PLACE,
    "fail": PLACE,
    "error": PLACE,
    "require": {"count", "most"},
}
"""What raises or makes an error with the code as its first argument, and the parameters it adds itself."""


@lru_cache
def raised() -> dict[str, tuple[str, set[str] | None]]:
    """By place: the code of an error, and the parameters it is given (None: there may be others)."""
    found = {}
    for path in sorted((ROOT / "termlint").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (name := _name(node.func)) in RAISED and node.args:
                given = {keyword.arg for keyword in node.keywords}
                params = None if None in given else {arg for arg in given if arg} | RAISED[name]
                for code in _texts(node.args[0]):
                    found[f"{path.relative_to(ROOT).as_posix()}:{node.lineno} {code}"] = code, params
    return found


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _texts(argument: ast.expr) -> Iterator[str]:
    """The texts that an argument may be, as far as they are written out."""
    for each in (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def test_errors_are_found() -> None:
    assert len(raised()) > 150
    codes = {code for code, _ in raised().values()}
    assert codes >= {"vanished", "config-too-high", "limit-files", "cli-no-text"}


@pytest.mark.parametrize("lang", [0, 1], ids=["nl", "en"])
def test_each_has_its_sentence(lang: int) -> None:
    for place, (code, given) in raised().items():
        assert code in CATALOG, place
        named = {name for _, name, _, _ in Formatter().parse(CATALOG[code][lang]) if name}
        assert given is None or named <= given, place

"""Nothing in termlint reads what others made without bound, or opens it outside `files/`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = {"read_bytes", "read_text", "readlines", "readall", "read1"}
"""Methods that read all there is."""
OPENS = {"open", "fdopen"}
OURS = {
    "termlint/reporters/html.py": {"(_TEMPLATES / 'page.js').read_text": "in the wheel"},
    "termlint/rulebook/schema.py": {
        "files('termlint.rulebook').joinpath(f'{name}-schema.json').read_text": "in the wheel"
    },
    "termlint/execution/process_limits.py": {"_STATM.read_bytes": "the kernel's, one line"},
    "termlint/execution/pool.py": {"open": "the null device, to write"},
    "termlint/cli/output.py": {"os.open": "the null device, to write"},
    "termlint/files/git/process.py": {"process.read": "a piece of its own size"},
}
"""What reads or opens by itself all the same, and why it may."""


def reads(text: str, *, opens: bool) -> Iterator[str]:
    """The calls in a module that read without a size, and (`opens`) those that open a file."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        sizeless = name == "read" and not node.args and not node.keywords
        if name in WHOLE or sizeless or (opens and name in OPENS):
            yield ast.unparse(node.func)


def of_module(path: str) -> set[str]:
    text = (ROOT / path).read_text("utf-8")
    return set(reads(text, opens=not path.startswith(("termlint/files/", "termlint/readers/ooxml/"))))


def modules() -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "termlint").rglob("*.py"))


def test_no_module_reads_without_bound() -> None:
    found = {path: calls for path in modules() if (calls := of_module(path))}
    assert found == {path: set(calls) for path, calls in OURS.items()}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("file.read_bytes()", True, id="all of it"),
        pytest.param("sys.stdin.buffer.read()", True, id="a stream"),
        pytest.param("with file.open('rb') as it: it.read(9)", True, id="opened by itself"),
        pytest.param("stream.read(limit + 1)", False, id="so much"),
        pytest.param("read_regular(path, 1)", False, id="by the one reader"),
    ],
)
def test_what_reads_without_bound_is_seen(line: str, found: bool) -> None:
    assert bool(list(reads(line, opens=True))) is found

"""Path patterns as people write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.files.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        pytest.param("archief/**", "archief/2019/a.docx", True, id="everything under a folder"),
        pytest.param("archief", "archief/2019/a.docx", True, id="a folder by its name"),
        pytest.param("archief/", "x/archief/a.docx", True, id="a folder by its name, anywhere"),
        pytest.param("archief/**", "x/archief/a.docx", False, id="with a slash it is anchored"),
        pytest.param("**/archief/*", "x/y/archief/a.docx", True, id="any folders before"),
        pytest.param("**/archief/*", "archief/a.docx", True, id="no folders before"),
        pytest.param("*.docx", "x/a.docx", True, id="a name at any depth"),
        pytest.param("*.docx", "a.docx.bak", False, id="the whole name"),
        pytest.param("a*c", "a/c", False, id="a star stays within a name"),
        pytest.param("a/*.md", "a/b/c.md", False, id="a star stays within a folder"),
        pytest.param("vac?ture.md", "vacature.md", True, id="one character"),
        pytest.param("a.b", "axb", False, id="a dot is a dot"),
        pytest.param("Archief\\2019", "archief/2019/a.md", True, id="as Windows writes it, case aside"),
        pytest.param("./a.md", "a.md", True, id="from here"),
    ],
)
def test_pattern(pattern: str, path: str, fits: bool) -> None:
    assert matches(path, [pattern]) is fits


def test_no_pattern_fits_nothing() -> None:
    assert not matches("a.md", [])


def _by_trying(pattern: str) -> re.Pattern[str]:
    """The same patterns as an expression that tries everything: clear, and without end for some."""
    anchored = "/" in pattern.rstrip("/")
    body = re.sub(
        r"\*\*/|\*\*|\*|\?|.", lambda found: _PARTS.get(found[0], re.escape(found[0])), pattern.strip("/")
    )
    return re.compile(("" if anchored else "(?:.*/)?") + body + "(?:/.*)?", re.DOTALL)


_PARTS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_NAMES = st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=4).map("/".join)
_PATTERN_NAMES = st.one_of(st.just("**"), st.from_regex(r"[ab?]{0,2}(\*[ab?]{1,2}){0,3}\*?", fullmatch=True))
_PATTERNS = st.lists(_PATTERN_NAMES.filter(bool), min_size=1, max_size=4).map("/".join)


@given(_NAMES, _PATTERNS)
def test_it_is_the_same_as_trying_everything(path: str, pattern: str) -> None:
    if pattern.endswith("**/**") or pattern == "**":
        return  # an expression cannot say that something must stand there
    assert matches(path, [pattern]) == bool(_by_trying(pattern).fullmatch(path)), (path, pattern)


@pytest.mark.parametrize("pattern", ["*a" * 200 + "b", "**/" * 200 + "b", "*?" * 200 + "b", "**/*a/" * 200])
def test_no_pattern_takes_long(pattern: str) -> None:
    assert not matches("/".join(["a" * 200] * 100), [pattern])

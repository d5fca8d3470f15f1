"""Path patterns as people write them."""

from __future__ import annotations

import pytest

from termlint.globs import matches


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

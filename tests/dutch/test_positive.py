"""How often it was written well: one phrase, one use, whatever the line end does to it."""

from __future__ import annotations

import pytest

from termlint.dutch.positive import OPGELEID, VERVOLGONDERWIJS, count

USES = [
    pytest.param("Studenten in het vervolgonderwijs.", 1, 0, id="vervolgonderwijs"),
    pytest.param("Vervolgonderwijsinstellingen en VERVOLGONDERWIJS", 2, 0, id="compound and capitals"),
    pytest.param("vervolg-\nonderwijs, vervolg\u00adonderwijs, vervolg\ufffeonderwijs", 3, 0, id="line ends"),
    pytest.param("het onderwijs, en in het vervolg onderwijs op maat", 0, 0, id="not two words"),
    pytest.param("hbo- en wo-opgeleiden", 0, 1, id="one phrase is one use"),
    pytest.param("mbo-, hbo- of wo-opgeleid", 0, 1, id="three heads, one use"),
    pytest.param("Mbo-opgeleide en hbo-opgeleide inwoners", 0, 2, id="two phrases"),
    pytest.param("een mbo-opgeleidenbuurt", 0, 1, id="compound of opgeleiden"),
    pytest.param("mbo\u2011opgeleid, hbo-\r\nopgeleide, wo\ufffeopgeleiden", 0, 3, id="hyphens of all kinds"),
    pytest.param("vmbo-opgeleid", 0, 0, id="vmbo is something else"),
    pytest.param("hoogopgeleid, een mbo-opleiding, beroepsopgeleid", 0, 0, id="other words"),
    pytest.param("", 0, 0, id="nothing"),
]


@pytest.mark.parametrize(("text", "vervolgonderwijs", "opgeleid"), USES)
def test_uses(text: str, vervolgonderwijs: int, opgeleid: int) -> None:
    assert count(text) == {VERVOLGONDERWIJS: vervolgonderwijs, OPGELEID: opgeleid}

"""How often a text says it the way we like: the good news that a report shows beside the findings.

Only what is written out counts: "mbo-, hbo- en wo-opgeleiden" is one use, as a reader sees it.
"""

from __future__ import annotations

import re

VERVOLGONDERWIJS = "vervolgonderwijs"
OPGELEID = "mbo-hbo-wo-opgeleid"

# PDFium writes U+FFFE where a line ends in a hyphen; a soft hyphen may stand anywhere in a word.
_INVISIBLE = "\u00ad\u200b\u2060"
_HYPHENS = "\u2010\u2011"
_LINE_END_HYPHEN = re.compile(r"-[ \t]*\r?\n[ \t]*")

_USES = {
    VERVOLGONDERWIJS: (b"vervolg", re.compile(r"(?<!\w)vervolg-?onderwijs", re.IGNORECASE)),
    # One match a phrase: the heads before it ("mbo-, hbo- of") end in a hanging hyphen, not in -opgeleid.
    OPGELEID: (b"opgele", re.compile(r"(?<!\w)(?:mbo|hbo|wo)-opgeleid(?:e|en\w*)?(?!\w)", re.IGNORECASE)),
}
"""By name, letters that every use holds, and the uses."""


def count(text: str) -> dict[str, int]:
    """Uses in `text` by name; both names are always there. Compounds count, vmbo-opgeleid does not."""
    view = _view(text)
    letters = view.encode("ascii", "replace").lower()  # bytes, as this is asked of every document
    return {
        name: sum(1 for _ in pattern.finditer(view)) if literal in letters else 0
        for name, (literal, pattern) in _USES.items()
    }


def _view(text: str) -> str:
    """The text with its hyphens as such, and without what is not seen."""
    for character in _INVISIBLE:
        text = text.replace(character, "")
    for character in _HYPHENS:
        text = text.replace(character, "-")
    return _LINE_END_HYPHEN.sub("-", text).replace("\ufffe", "-")

"""How often a text says it the way we like: the good news that a report shows beside the findings.

Only what is written out counts: "mbo-, hbo- en wo-opgeleiden" is one use, as a reader sees it.
"""

from __future__ import annotations

import re

VERVOLGONDERWIJS = "vervolgonderwijs"
OPGELEID = "mbo-hbo-wo-opgeleid"

# PDFium writes U+FFFE where a line ends in a hyphen; a soft hyphen may stand anywhere in a word.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")
_LINE_END_HYPHEN = re.compile(r"\ufffe|[-\u2010\u2011][ \t]*\r?\n[ \t]*")
_HYPHEN = re.compile("[\u2010\u2011]")

_USES = {
    VERVOLGONDERWIJS: re.compile(r"(?<!\w)vervolg-?onderwijs", re.IGNORECASE),
    # One match a phrase: the heads before it ("mbo-, hbo- of") end in a hanging hyphen, not in -opgeleid.
    OPGELEID: re.compile(r"(?<!\w)(?:mbo|hbo|wo)-opgeleid(?:e|en\w*)?(?!\w)", re.IGNORECASE),
}


def count(text: str) -> dict[str, int]:
    """Uses in `text` by name; both names are always there. Compounds count, vmbo-opgeleid does not."""
    view = _HYPHEN.sub("-", _LINE_END_HYPHEN.sub("-", _INVISIBLE.sub("", text)))
    return {name: sum(1 for _ in pattern.finditer(view)) for name, pattern in _USES.items()}

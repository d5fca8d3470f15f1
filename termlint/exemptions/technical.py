"""Words that are no prose: addresses, file names, identifiers, program text."""

from __future__ import annotations

import re

from termlint.dutch import code
from termlint.exemptions.hit import Surroundings, Verdict, either

_SUFFIXES = either(
    "docx? xlsx? pptx? odt pdf csv tsv txt qmd rmd md html? json ya?ml R py sav rds png jpe?g svg zip xml"
)
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)+/\S*"
    rf"|(?:[\w.~-]+[/\\])*(?![\w.~-]+[/\\])[\w.~-]+\.{_SUFFIXES}\b"
    r"|(?<![\w/])(?:/|(?=\S*[._~\d]))(?:[\w.~-]+/){2,}[\w.~-]*"
    r"|(?<!\w)[a-z]:\\\S*|(?<!\S)\\\\[\w.-]+\\\S*|(?:[\w.~-]+\\){2,}[\w.~-]*"
    r"|(?<!\w)@[\w:.-]*[a-z][\w:.-]*"
    r"|\]\([^\s)]*"
    r"|#\w*[a-z]\w*\b",
    re.IGNORECASE,
)
_FOLDER = r"[^\\/:*?\"<>|\n]+"
_WINDOWS_PATH = re.compile(
    rf"(?:[A-Z]:|\\\\{_FOLDER})\\(?:{_FOLDER}\\)*(?:{_FOLDER}?\.{_SUFFIXES}\b)?", re.IGNORECASE
)
"""The only address with spaces in it."""
_REFERENCE = re.compile(r"\\(?:\w*ref|label|\w*cite\w*|input|include\w*|url|href)\{[^{}]*$")
"""A LaTeX command whose argument is a name."""
_LONGEST = 500
"""How many characters of an address, on either side of a hit, are looked at."""


def address(hit: Surroundings) -> Verdict | None:
    """The hit lies in a web or mail address, a path, a file name or a hashtag."""
    first, last = max(0, hit.start - _LONGEST), min(len(hit.text), hit.end + _LONGEST)
    if hit.text.find("\\", first, last) >= 0 and _in(_WINDOWS_PATH, hit, first, last):
        return Verdict("silent", "reason-address")
    if " " in hit.words:
        return None
    begin = max(first, hit.text.rfind(" ", first, hit.start) + 1)
    end = hit.text.find(" ", hit.end, last)
    end = last if end < 0 else end
    if end - begin == hit.end - hit.start:
        return None
    return Verdict("silent", "reason-address") if _in(_ADDRESS, hit, begin, end) else None


def _in(form: re.Pattern[str], hit: Surroundings, begin: int, end: int) -> bool:
    """Whether something of this form between `begin` and `end` of the text holds the hit."""
    found = form.finditer(hit.text, begin, end)
    return any(each.start() <= hit.start and hit.end <= each.end() for each in found)


def identifier(hit: Surroundings) -> Verdict | None:
    """The hit is part of a name in code or data: an underscore, an inner capital, hyphens on both sides."""
    if "\\" in hit.before and _REFERENCE.search(hit.before):
        return Verdict("silent", "reason-identifier")
    left, right = hit.text[max(0, hit.start - 2) : hit.start], hit.text[hit.end : hit.end + 2]
    marked = left[-1:] in ("_", "$", "@") or right[:1] in ("_", "@") or "_" in hit.words
    chained = bool(re.search(r"\S-$", left) and re.match(r"-\S", right))
    dotted = left[-1:] == "." and bool(re.match(r"\.\w", right))
    camel = " " not in hit.words and bool(re.search(r"[a-z][A-Z]", hit.words))
    return Verdict("silent", "reason-identifier") if marked or chained or dotted or camel else None


def program_text(hit: Surroundings) -> Verdict | None:
    """In a line of code: what a reader sees is flagged, keys and names are silent, comments info."""
    if any(quote.mark == "`" and quote.start <= hit.start and hit.end <= quote.end for quote in hit.quotes):
        return Verdict("silent", "reason-identifier")
    if not hit.line or not (hit.part == "code" or code.is_code(hit.line[0])):
        return None
    role = code.role(*hit.line)
    if role == "comment":
        return Verdict("info", "reason-comment")
    return Verdict("silent", "reason-identifier") if role in ("key", "name") else None

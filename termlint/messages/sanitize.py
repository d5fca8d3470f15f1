"""Text of documents, file names and rules, made harmless for where it is shown.

A terminal obeys control sequences, a direction character turns the words after it round, and the log of a
build server obeys lines that look like its commands. Nothing that was read may do any of these.
"""

from __future__ import annotations

import re
import unicodedata

CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""Control characters but tab and line feed, C1 and DEL too, as the inside of a character class."""
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that turn the order of what follows round, as the inside of a character class."""

_PLAINER = {
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "»": ">>",
    "«": "<<",
    "…": "...",
    "–": "-",
    "→": "->",
}
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co"})
_SPACES = re.compile(r"\s+")
_OBEYED = re.compile(f"[{CONTROLS}{DIRECTIONS}]")
_OBEYED_BUT_COLORS = re.compile(f"(?!\x1b\\[[0-9;]*m)[{CONTROLS}{DIRECTIONS}]")
# GitHub obeys a line that begins, white space aside, with ::name, and ##[name anywhere; Azure ##vso[name.
_COMMAND = re.compile(r"^([^\S\n]*)::(?=[A-Za-z])|##(?=[A-Za-z]*\[)", re.MULTILINE)
_SPELLED = re.compile(f"[\x7f-\x9f{DIRECTIONS}\u2028\u2029]|##(?=[A-Za-z]*\\[)")


def clean(text: str) -> str:
    """`text` on one line, white space folded, without control, direction and other unseen characters."""
    return "".join(c for c in _SPACES.sub(" ", text) if unicodedata.category(c) not in _UNSAFE)


def clean_path(path: str) -> str:
    """A path as it was given, spaces too; what a screen cannot show or would obey is a question mark."""
    return "".join("?" if unicodedata.category(c) in _UNSAFE else c for c in path)


def inert(text: str) -> str:
    """`text` with a mark for each character that a screen obeys; tab and line feed stay."""
    return _OBEYED.sub("\ufffd", text)


def for_screen(text: str, *, colors: bool = False) -> str:
    """Whole lines for a screen or a log: nothing in them is obeyed, but our own colours if `colors`."""
    text = (_OBEYED_BUT_COLORS if colors else _OBEYED).sub("\ufffd", text.replace("\r\n", "\n"))
    return _COMMAND.sub(lambda found: "# #" if found[1] is None else f"{found[1]}: :", text)


def for_json(text: str) -> str:
    """A JSON text that says the same, with what a screen or a build server would obey spelled out."""
    return _SPELLED.sub(lambda found: f"{found[0][:-1]}\\u{ord(found[0][-1]):04x}", text)


def plainer(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: what a screen without this character can show of it; else a question mark."""
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(char: str) -> str:
    letter = unicodedata.normalize("NFKD", char)[0]
    return _PLAINER.get(char) or (letter if letter.isascii() and letter.isprintable() else "?")

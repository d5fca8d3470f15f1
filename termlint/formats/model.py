"""What there is to know of a format of documents."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal, NamedTuple

Mode = Literal["comments", "tracked", "replace"]
"""What `fix` does in a copy: only comments, tracked changes of what is safe, or plain replacements of it."""


class Signature(NamedTuple):
    """How the bytes of a format begin, whatever the file is called.

    Up to `rubbish` bytes may stand before `start` in a file that cannot be text. A package (a zip of parts)
    is of this format when its `part` holds the bytes `holds`.
    """

    start: bytes
    rubbish: int = 0
    part: str = ""
    holds: bytes = b""


class Format(NamedTuple):
    """A format of documents.

    `name` is what `Document.format` and the JSON report say. The first of `suffixes` (lower case, with their
    dot) is that of a file whose content shows the format and whose name does not. `reader` and `writer` are
    functions by dotted path, "package.module:function"; without a reader, the format is one that a person
    would expect to be checked and that gets a loud line instead.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str | None = None
    writer: str | None = None
    modes: tuple[Mode, ...] = ()
    """What the writer can do, best first. Where it has no comments, nothing is done unasked."""
    signature: Signature | None = None
    """None: text, which can be told by its suffix alone."""
    native: bool = False
    """Whether code that can crash reads it: then always in a process of its own."""
    is_source: bool = False
    """Whether Quarto renders it to a document of the same name beside it."""
    may_be_rendered: bool = False
    """Whether it is left out where a source of the same name stands beside it."""
    reserved: frozenset[str] = frozenset()
    """In text: signs that mean something, so that a replacement which holds one is for a person to write."""
    keeps_lines: bool = False
    """In text: whether words on both sides of a line end cannot be replaced as one."""

    @property
    def is_text(self) -> bool:
        """Whether a person reads its bytes as they are, and a difference in them can be shown."""
        return self.signature is None

    @property
    def is_package(self) -> bool:
        """Whether it unpacks to more than its own size."""
        return self.signature is not None and bool(self.signature.part)

    @property
    def has_comments(self) -> bool:
        """Whether a finding can be told inside the document."""
        return "comments" in self.modes

    @property
    def has_changes(self) -> bool:
        """Whether words can be changed in it."""
        return "tracked" in self.modes or "replace" in self.modes

    def default_mode(self, *, asked_each: bool = False) -> Mode:
        """What `fix` does when no mode was named. Only a person who is `asked_each` word gets plain
        replacements that way; else a format without comments answers that it needs to be told.
        """
        return self.modes[0] if self.modes and (self.has_comments or asked_each) else "comments"


def function_at(path: str) -> Any:
    """The function that a record names, "package.module:function"; its module is imported now."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)

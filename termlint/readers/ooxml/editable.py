"""A Word paragraph for writers: its runs can be split at any character, with the formatting kept.

Offsets count in the paragraph's text as the walk gave it, and stay what they were whatever is cut,
deleted or inserted.
"""

from __future__ import annotations

from bisect import bisect_right
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termlint.readers.ooxml.names import XML_SPACE, clark, w_child

if TYPE_CHECKING:
    from lxml.etree import _Element

    from termlint.readers.ooxml.atoms import Atom, Paragraph

_TEXT = frozenset(clark("w:t", "w:delText"))
_RUN = frozenset(clark("w:r"))
_UNCUT = frozenset({"math", "ruby", "drawing", "attribute", "stray"})
"""Locks of atoms whose runs are not ours to split."""


@dataclass(frozen=True, slots=True)
class RunSequence:
    """Atoms in runs that stand side by side, each run holding one atom and nothing else."""

    atoms: tuple[Atom, ...]


class EditableParagraph:
    """The atoms of a paragraph and where each begins; `marks_at` is the offset of a mark, by its `at`."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.atoms = list(paragraph.atoms)
        self.starts: list[int] = []
        length = 0
        for atom in self.atoms:
            self.starts.append(length)
            length += len(atom.text)
        self.length = length
        self.marks_at = [*self.starts, length]

    def between(self, start: int, end: int) -> list[Atom]:
        """The atoms of `[start, end)`, cut so that neither they nor their runs reach beyond."""
        if start >= end:
            return []
        self.cut(start)
        self.cut(end)
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1)
        return self.atoms[max(first, 0) : last]

    def cut(self, offset: int) -> None:
        """Split the run at `offset`, so that no run holds text from both sides of it."""
        if not 0 < offset < self.length:
            return
        index = bisect_right(self.starts, offset) - 1
        atom = self.atoms[index]
        if not is_ours(atom):
            return
        inside = offset - self.starts[index]
        if inside:
            self._split(index, inside)
        elif index and self.atoms[index - 1].run is atom.run:
            self._part(index)

    def alone(self, atoms: list[Atom]) -> list[RunSequence]:
        """These atoms, with everything in their runs that is not text (a note's call, a picture) cut off.

        Grouped by what stands side by side, in order.
        """
        found: list[RunSequence] = []
        for atom in atoms:
            self._isolate(atom)
        for atom in atoms:
            if found and atom.run is not None and atom.run.getprevious() is found[-1].atoms[-1].run:
                found[-1] = RunSequence((*found[-1].atoms, atom))
            else:
                found.append(RunSequence((atom,)))
        return found

    def _split(self, index: int, inside: int) -> None:
        """Make two atoms of one, each in its own run."""
        left = self.atoms[index]
        right = replace(left, text=left.text[inside:], element=deepcopy(left.element))
        right.element.tail = None
        left.text = left.text[:inside]
        left.element.addnext(right.element)
        for atom in (left, right):
            _say(atom)
        self.atoms.insert(index + 1, right)
        self.starts.insert(index + 1, self.starts[index] + inside)
        self._part(index + 1)

    def _part(self, index: int) -> None:
        """Move the atom at `index` and all that follows it in its run to a new run."""
        atom = self.atoms[index]
        old, new = atom.run, _new_run_from(atom)
        for later in self.atoms[index:]:
            if later.run is not old:
                break
            later.run = new

    def _isolate(self, atom: Atom) -> None:
        """Cut an atom's run on both sides of it, so that the run holds nothing else."""
        if atom.run is None:
            return
        index = self.atoms.index(atom)
        if any(child is not atom.element for child in _content_before(atom)):
            self._part(index)
        following = atom.element.getnext()
        if following is not None:
            rest = _split_run(atom.run, following)
            for later in self.atoms[index + 1 :]:
                if later.run is not atom.run:
                    break
                later.run = rest


def is_ours(atom: Atom) -> bool:
    """Whether the atom stands directly in a run of text that may be split."""
    if atom.run is None or atom.lock in _UNCUT or atom.run.tag not in _RUN:
        return False
    return atom.element.getparent() is atom.run


def like(element: _Element) -> _Element:
    """An empty element with the name and attributes of another."""
    new = element.makeelement(element.tag)
    for name, value in element.attrib.items():
        new.set(name, value)
    return new


def _say(atom: Atom) -> None:
    """Make the element of an atom say its text, exactly."""
    element = atom.element
    if element.tag in _TEXT:
        for child in list(element):
            element.remove(child)
        element.text = atom.text
        element.set(XML_SPACE, "preserve")


def _content_before(atom: Atom) -> list[_Element]:
    properties = w_child(atom.run, "rPr") if atom.run is not None else None
    return [each for each in atom.element.itersiblings(preceding=True) if each is not properties]


def _new_run_from(atom: Atom) -> _Element:
    assert atom.run is not None
    return _split_run(atom.run, atom.element)


def _split_run(run: _Element, child: _Element) -> _Element:
    """A new run after `run` with the same properties, holding `child` and what followed it."""
    new = like(run)
    properties = w_child(run, "rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    moved = [child, *child.itersiblings()]
    run.addnext(new)
    new.extend(moved)
    return new

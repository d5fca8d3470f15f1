"""Changing words in a Word paragraph, tracked or outright, with the formatting they had."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING

from termlint.readers.ooxml.editable import like
from termlint.readers.ooxml.names import XML_SPACE, clark, w_child
from termlint.writers.docx_revisions import RevisionBuilder, printable

if TYPE_CHECKING:
    from lxml.etree import _Element

    from termlint.readers.ooxml import Atom
    from termlint.readers.ooxml.editable import EditableParagraph, RunSequence

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
_TEXT = frozenset(clark("w:t"))
_INSERTED = frozenset(clark("w:ins"))


def trim(old: str, new: str) -> tuple[int, int, str]:
    """What really changes: `old[start:end]` becomes the text returned; whole words, so that it reads well."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    start = sum(map(len, before[:head]))
    end = len(old) - sum(map(len, before[len(before) - tail :]))
    return start, end, "".join(after[head : len(after) - tail])


def _common(one: list[str], other: list[str]) -> int:
    """How many items two lists share at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def spread(old: str, new: str) -> list[int]:
    """For each character of `new` the index of the one in `old` whose place and formatting it takes.

    Never falls: letters that begin or end both are the same letters, the others take the place of the
    first that went. `old` is not empty.
    """
    head = _common(list(old), list(new))
    tail = _common(list(old[head:][::-1]), list(new[head:][::-1]))
    middle = min(head, len(old) - 1)
    between = [middle] * (len(new) - head - tail)
    return [*range(head), *between, *range(len(old) - tail, len(old))]


def change(
    editable: EditableParagraph,
    spans: list[tuple[int, int]],
    text: str,
    revisions: RevisionBuilder,
    *,
    tracked: bool,
) -> None:
    """Make the words of these spans of a line say `text`.

    All atoms of the spans stand in runs of ours, unlocked; the spans hold at least a character.
    """
    old = "".join(atom.text for start, end in spans for atom in editable.between(start, end))
    start, end, new = trim(old, text)
    if start == end:
        _insert(editable, spans, start, new, revisions, tracked=tracked)
        return
    atoms = [atom for s, e in _within(spans, start, end) for atom in editable.between(s, e)]
    stretches = editable.alone(atoms)
    at = 0
    places = spread(old[start:end], new)
    for stretch in stretches:
        length = sum(len(atom.text) for atom in stretch.atoms)
        chunk = [(new[n], place - at) for n, place in enumerate(places) if at <= place < at + length]
        _replace(stretch, _styled(stretch, chunk), revisions, tracked=tracked)
        at += length


def _within(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The part `[start, end)` of the joined text of spans, as spans."""
    found: list[tuple[int, int]] = []
    at = 0
    for first, last in spans:
        low, high = max(start, at), min(end, at + last - first)
        if low < high:
            found.append((first + low - at, first + high - at))
        at += last - first
    return found


def _insert(
    editable: EditableParagraph,
    spans: list[tuple[int, int]],
    at: int,
    new: str,
    revisions: RevisionBuilder,
    *,
    tracked: bool,
) -> None:
    """Insert `new` at `at` in the joined text of the spans, formatted like the character before it."""
    if not new:
        return
    beside = max(at - 1, 0)
    ((start, end),) = _within(spans, beside, beside + 1)
    (stretch,) = editable.alone(editable.between(start, end))
    run = stretch.atoms[0].run
    assert run is not None
    runs = [_run_like(run, new)]
    if at == 0:
        for each in [revisions.inserted(runs)] if tracked else runs:
            run.addprevious(each)
    else:
        _place(run, runs, revisions, tracked=tracked)


def _styled(stretch: RunSequence, chunk: list[tuple[str, int]]) -> list[_Element]:
    """Runs that say the characters of a chunk, each like the atom at its offset in the stretch."""
    owners = [atom for atom in stretch.atoms for _ in atom.text]
    runs: list[_Element] = []
    for atom, group in groupby(chunk, key=lambda pair: owners[pair[1]]):
        if atom.run is not None:
            runs.append(_run_like(atom.run, "".join(character for character, _ in group)))
    return runs


def _replace(
    stretch: RunSequence, runs: list[_Element], revisions: RevisionBuilder, *, tracked: bool
) -> None:
    """Put `runs` in the place of a stretch, whose own runs are tracked away or removed."""
    old = [atom.run for atom in stretch.atoms if atom.run is not None]
    if tracked:
        for atom in stretch.atoms:
            _strike(atom)
        gone = revisions.deleted(old)
        if runs:
            _place(gone, runs, revisions, tracked=True)
        return
    for run in runs:
        old[0].addprevious(run)
    for run in old:
        parent = run.getparent()
        if parent is not None:
            _remove(run)


def _place(after: _Element, runs: list[_Element], revisions: RevisionBuilder, *, tracked: bool) -> None:
    """Put runs after an element; tracked, and inside somebody's insertion, between its two halves."""
    if not tracked:
        for run in reversed(runs):
            after.addnext(run)
        return
    inserted = revisions.inserted(runs)
    parent = after.getparent()
    if parent is None or parent.tag not in _INSERTED:
        after.addnext(inserted)
        return
    rest = list(after.itersiblings())
    parent.addnext(inserted)
    if rest:
        half = like(parent)
        revisions.number(half)
        inserted.addnext(half)
        half.extend(rest)


def _strike(atom: Atom) -> None:
    """Make an atom's element one that a deletion holds."""
    element = atom.element
    if element.tag in _TEXT:
        element.tag = str(element.tag).replace("}t", "}delText")
        element.text = atom.text
        element.set(XML_SPACE, "preserve")


def _remove(run: _Element) -> None:
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


def _run_like(run: _Element, text: str) -> _Element:
    """A run with the formatting of another that says `text`."""
    new = run.makeelement(run.tag)
    properties = w_child(run, "rPr")
    if properties is not None:
        copied = deepcopy(properties)
        copied.tail = None
        for child in list(copied):
            if child.tag in _FORMATTING_CHANGES:
                copied.remove(child)
        new.append(copied)
    namespace = str(run.tag).rpartition("}")[0] + "}"
    words = new.makeelement(namespace + "t")
    words.text = printable(text)
    words.set(XML_SPACE, "preserve")
    new.append(words)
    return new


_FORMATTING_CHANGES = frozenset(clark("w:rPrChange", "w:ins", "w:del", "w:moveFrom", "w:moveTo"))

"""Entries of a contents list are left out where the heading they name is read itself.

They are known by their words and by the page they name, from the text of all pages: so they are the same
whichever pages were laid out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from termlint.readers.pdf.headings import LINE, LONGEST
from termlint.readers.pdf.outline import Bookmark
from termlint.readers.toc import PAGE_ENDS, TocEntry, letters, toc_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.readers.pdf.headings import Headings
    from termlint.readers.pdf.passages import Passage, PrintedLine
    from termlint.readers.pdf.survey import PageSurvey

_SHORTEST = 3
"""Letters of a title below which it says too little to be known again."""
_FEWEST = 3
"""Entries with dots that make a contents list, and that name a known heading."""


class _ResolvedEntry(NamedTuple):
    """An entry with a page that has its heading; `shift` from the number it names to that page."""

    title: str
    page: int
    shift: int | None
    sure: bool


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """Finds the headings that the entries on a page name."""

    pages: Sequence[PageSurvey]
    headings: Headings
    labels: Sequence[str]

    def without_entries(self, by_page: dict[int, list[Passage]]) -> dict[int, list[Passage]]:
        """The passages less the entries of contents lists; the headings they repeat name their pages too."""
        titles = _titles(self.pages, self.headings)
        headings = {number: _headings(passages) for number, passages in by_page.items()}
        repeated: dict[int, set[int]] = defaultdict(set)
        found = {}
        for number, passages in by_page.items():
            named = self._named(number, [item.text for item in passages], titles)
            named = {title: page for title, page in named.items() if title in headings.get(page, {})}
            if not named:
                found[number] = list(passages)
                continue
            kept = [_less(item, named) if item.part != "table" else (item, set()) for item in passages]
            found[number] = [item for item, _ in kept if item]
            for title in set().union(*(gone for _, gone in kept)):
                repeated[headings[named[title]][title]].add(number)
        return {
            number: [_shown_on(item, repeated[item.index]) for item in passages]
            for number, passages in found.items()
        }

    def _named(self, number: int, passages: list[str], titles: dict[str, list[int]]) -> dict[str, int]:
        """The page of the heading for each entry on page `number`, by its title's letters.

        Dots or the page's label make an entry sure; a number does where it counts as another entry's does.
        """
        lines = LINE.findall(self.pages[number - 1].text)
        ends = [i for i, line in enumerate(lines, 1) if line.rstrip()[-1:] in PAGE_ENDS]
        printed = ("".join(lines[max(0, i - size) : i]) for i in ends for size in range(1, LONGEST + 1))
        named = {
            self._name(found, page)
            for found in map(toc_entry, {*passages, *printed})
            if found and len(found.title) >= _SHORTEST
            for page in titles.get(found.title, ())
            if page != number
        }
        titled = {(item.title, item.shift) for item in named if item.shift is not None}
        shifts: Counter[int | None] = Counter(shift for _, shift in titled)
        return {item.title: item.page for item in named if item.sure or shifts[item.shift] > 1}

    def _name(self, found: TocEntry, page: int) -> _ResolvedEntry:
        labelled = bool(self.labels) and self.labels[page - 1] == found.page
        shift = page - int(found.page) if found.page.isdecimal() else None
        return _ResolvedEntry(found.title, page, shift, found.led or labelled)


def listed(pages: Sequence[PageSurvey], headings: Headings) -> tuple[Bookmark, ...]:
    """What the document's contents lists name, as bookmarks would.

    Only entries that dots lead to their page; some that name known headings tell how the pages count.
    """
    entries = [found for page in pages if page.text.count("...") >= _FEWEST for found in _led(page.text)]
    titles = _titles(pages, headings) if entries else {}
    shifts = Counter(page - int(found.page) for found in entries for page in titles.get(found.title, ()))
    shift, votes = shifts.most_common(1)[0] if shifts else (0, 0)
    if votes < _FEWEST:
        return ()
    return tuple(Bookmark(found.words, int(found.page) + shift) for found in entries)


def _led(text: str) -> Iterator[TocEntry]:
    """The entries of a page whose dots lead to a number, each over a few lines at most."""
    lines = LINE.findall(text)
    at = 0
    while at < len(lines):
        made = map(toc_entry, accumulate(lines[at : at + LONGEST]))
        size, found = next(((n, one) for n, one in enumerate(made, 1) if one and one.led), (1, None))
        if found and found.page.isdecimal():
            yield found
        at += size


def _titles(pages: Sequence[PageSurvey], headings: Headings) -> dict[str, list[int]]:
    """The pages of each heading, by its letters."""
    titles: dict[str, list[int]] = defaultdict(list)
    for number, found in headings.by_page.items():
        text = pages[number - 1].text
        for heading in found:
            titles[letters(text[heading.start : heading.end])].append(number)
    return titles


def _headings(passages: Sequence[Passage]) -> dict[str, int]:
    """The index of each heading by its letters."""
    return {letters(item.text): item.index for item in passages if item.part == "heading"}


def _less(item: Passage, named: dict[str, int]) -> tuple[Passage | None, set[str]]:
    """A passage without its entries, None when nothing is left; and the titles of those entries."""
    lines = item.lines
    kept: list[PrintedLine] = []
    gone: set[str] = set()
    at = 0
    while at < len(lines):
        size, title = _entry_at(lines, at, named)
        if title:
            gone.add(title)
        else:
            kept.append(lines[at])
        at += size
    if not gone:
        return item, gone
    return (replace(item, lines=tuple(kept)) if kept else None), gone


def _entry_at(lines: Sequence[PrintedLine], at: int, named: dict[str, int]) -> tuple[int, str]:
    """How many lines make the entry that begins at line `at`, and its title; one and none when none does."""
    read = ""
    for size, line in enumerate(lines[at : at + LONGEST], 1):
        read += letters(line.text)
        if read in named:
            return size, read
    return 1, ""


def _shown_on(item: Passage, pages: set[int]) -> Passage:
    """A heading that says on which other pages it is shown."""
    return replace(item, pages=tuple(sorted({item.lines[0].page, *pages}))) if pages else item

"""What the machine formats share: a finding's place and advice in words, and what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from termlint.messages import CATALOG, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termlint.model import DocumentResult, Finding, Language, Location, Notice, Result, Severity

RANK: dict[Severity | Literal["never"], int] = {"info": 0, "warning": 1, "error": 2, "never": 3}
"""By how grave; a finding fails the run when its rank reaches that of `fail_on`."""

_MOST_RANGES = 10


def place(where: Location, lang: Language) -> str:
    """Where a person finds it: page, part, table cell or paragraph, line of a text file, heading."""
    return ", ".join(_place_words(where, lang))


def _place_words(where: Location, lang: Language) -> Iterator[str]:
    if where.page is not None:
        yield _pages(where, lang)
    if f"formats-part-{where.part}" in CATALOG:
        yield say(f"formats-part-{where.part}", lang)
    if where.cell is not None:
        cell = where.cell
        yield say("formats-cell", lang, table=cell.table, row=cell.row, column=cell.column)
    elif in_text_file(where):
        yield say("formats-line", lang, line=where.line)
    elif where.paragraph is not None:
        yield say("formats-paragraph", lang, paragraph=where.paragraph)
    if where.heading:
        yield say("formats-heading", lang, heading=where.heading)


def _pages(where: Location, lang: Language) -> str:
    """The page, and the others of a running head. Those have no labels: where labels differ, their number."""
    page = where.page_label or str(where.page)
    others = sorted(set(where.pages) - {where.page})
    if not others:
        return say("formats-page", lang, page=page)
    if page != str(where.page):
        return say("formats-page-and-more", lang, page=page, number=len(others))
    return say("formats-page-and-others", lang, page=page, others=page_ranges(others))


def page_ranges(pages: Iterable[int], most: int = _MOST_RANGES) -> str:
    """Pages in order, neighbours joined, the first `most` of them: "3, 5-8, …"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    names = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return ", ".join(names[:most] + ["…"] * (len(names) > most))


def in_text_file(where: Location) -> bool:
    """True when line and column are those of a text file, not of a column on a printed page."""
    return where.start is not None and where.line is not None


def advice(finding: Finding, lang: Language) -> str:
    """The message and what to write instead, in sentences on one line."""
    parts = [finding.message, instead(finding, lang)]
    if finding.reason:
        parts.append(say("formats-reason", lang, reason=finding.reason.rstrip(".")))
    return " ".join(part for part in parts if part)


def instead(finding: Finding, lang: Language) -> str:
    """What to write instead, in a sentence, then any advice; empty without suggestions."""
    choices = [f"‘{s.text}’" for s in finding.suggestions if s.safety != "advice"]
    sentences = [s.text for s in finding.suggestions if s.safety == "advice"]
    if choices:
        sentences.insert(0, say("formats-instead", lang, choices=say("formats-or", lang).join(choices)))
    return " ".join(sentences)


def notice_text(notice: Notice, lang: Language) -> str:
    """The sentence of a notice, on one line; of an unknown kind its code."""
    if notice.code not in CATALOG:
        return notice.code
    return " ".join(say(notice.code, lang, **notice.params).split())


def unread(result: Result) -> Iterator[DocumentResult]:
    """The documents that could not be read, or not wholly."""
    return (d for d in result.documents if d.status in ("failed", "partial"))


def about_comments(result: Result) -> Iterator[tuple[DocumentResult, Notice]]:
    """What is told of comments addressed to termlint; of unread documents `why_unread` tells everything."""
    for document in result.documents:
        for notice in document.notices if document.status == "checked" else ():
            if notice.code.startswith("suppression-"):
                yield document, notice


def line_of(notice: Notice) -> int | None:
    """The line of a text file that a notice is about."""
    line = notice.params.get("line")
    return line if isinstance(line, int) else None


def why_unread(document: DocumentResult, lang: Language) -> str:
    """One line: not read (wholly), and why; a notice that many pages have is told once."""
    why = notices_text(document.notices, lang) or say("formats-no-reason", lang)
    return say(f"formats-{document.status}", lang, why=why)


def notices_text(notices: Iterable[Notice], lang: Language) -> str:
    """The sentences of some notices on one line, each kind once; of an unknown kind only its code."""
    alike: dict[str, list[Notice]] = {}
    for notice in notices:
        alike.setdefault(notice.code, []).append(notice)
    return " ".join(_once(group, lang) if code in CATALOG else code for code, group in alike.items())


def _once(notices: list[Notice], lang: Language) -> str:
    """The first of some notices of a kind, and the pages of the others."""
    first, *others = notices
    pages = sorted({notice.page for notice in others if notice.page is not None} - {first.page})
    if not pages or any(notice.page is None for notice in others):
        return " ".join(notice_text(notice, lang) for notice in notices)
    also = say("formats-also-pages", lang, pages=page_ranges(pages))
    return f"{notice_text(first, lang)} {also.replace('….', '…')}"


def shown(finding: Finding, *, show_info: bool) -> bool:
    """Whether a format that marks work to do shows this finding: new, and info only when asked."""
    return finding.status == "new" and (show_info or finding.severity != "info")

"""The answer on a screen: where it stands, the sentence with the words marked, why, and what to write.

For someone who does not program. The words are marked with »« and, where the screen can, with colour: the
marks survive a copy, a print and a screen without colours. What comes out of documents is shown
without control characters, so that no document can talk to the terminal.
"""

from __future__ import annotations

from textwrap import TextWrapper
from typing import TYPE_CHECKING

from termlint.messages import say
from termlint.messages.sanitize import clean, clean_path
from termlint.reporters.common import notice_text, page_ranges, place
from termlint.reporters.verdict import verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import DocumentResult, Finding, Notice, Result
    from termlint.reporters.base import ReportOptions

_COLORS = {"error": "1;31", "warning": "1;33", "info": "36", "exempt": "2", "path": "1;4", "offer": "32"}
_INDENT = "  "
_MOST_OFFERS = 3
_NARROWEST, _WIDEST = 40, 100
_OPEN, _CLOSE = "\ue000", "\ue001"  # where the marked words begin and end while lines are folded


def render(result: Result, options: ReportOptions) -> str:
    """The report of a run, ending in one verdict; in lines of `options.width` columns."""
    return _Console(result, options).text()


class _Console:
    def __init__(self, result: Result, options: ReportOptions) -> None:
        self.result = result
        self.options = options
        self.width = max(_NARROWEST, min(options.width, _WIDEST))
        self.labels = {c: self.say(f"field-{c}") for c in ("because", "why", "write", "or", "advice")}

    def text(self) -> str:
        rows: list[str] = []
        for document in self.result.documents:
            body = list(self._document(document))
            if body:
                rows += [self._paint(clean_path(document.path), "path"), *body, ""]
        for sentence in verdict(self.result, self.options):
            rows += self._wrapped(clean(sentence), "")
        return "\n".join(row.rstrip() for row in rows) + "\n"

    def say(self, code: str, **params: object) -> str:
        return say(f"console-{code}", self.options.lang, **params)

    # --- a document ---

    def _document(self, document: DocumentResult) -> Iterator[str]:
        if document.status == "skipped":
            return
        if document.notices or document.status != "checked":
            yield from self._notices(document)
        for finding in document.findings:
            if self._shown(finding):
                yield ""
                yield from self._finding(finding)

    def _shown(self, finding: Finding) -> bool:
        if finding.status == "exempt":
            return self.options.show_exempt
        return finding.status == "new" and (finding.severity != "info" or self.options.show_info)

    def _notices(self, document: DocumentResult) -> Iterator[str]:
        color = {"failed": "error", "partial": "warning"}.get(document.status, "info")
        yield ""
        yield from self._wrapped(self.say(f"status-{document.status}"), _INDENT, color=color)
        for text in self._told(document):
            yield from self._wrapped(text, _INDENT * 2)

    def _told(self, document: DocumentResult) -> Iterator[str]:
        """Each kind of notice once, the first in full, with the other pages it holds for."""
        alike: dict[tuple[object, ...], list[Notice]] = {}
        for notice in document.notices:
            others = (item for item in notice.params.items() if item[0] != "page")
            alike.setdefault((notice.code, *map(repr, others)), []).append(notice)
        for first, *more in alike.values():
            text = clean(notice_text(first, self.options.lang))
            pages = page_ranges(
                sorted({notice.page for notice in more if notice.page is not None} - {first.page}),
                most=len(more),
            )
            yield f"{text} {self.say('also', pages=pages)}" if pages else text

    # --- a finding ---

    def _finding(self, finding: Finding) -> Iterator[str]:
        kind = "exempt" if finding.status == "exempt" else finding.severity
        label = self.say(f"label-{kind}")
        where = clean(place(finding.location, self.options.lang))
        first, *others = self._wrapped(where, f"{_INDENT}{label}  ", _INDENT * 2)
        yield first.replace(label, self._paint(label, kind), 1)
        yield from others
        yield from self._sentence(finding, kind)
        if finding.reason:
            yield from self._labelled("because", finding.reason)
        if finding.status != "exempt":
            yield from self._labelled("why", f"{finding.message} [{finding.rule}]")
            yield from self._offers(finding)

    def _sentence(self, finding: Finding, kind: str) -> Iterator[str]:
        context = finding.context
        marked = f"{clean(context.before)}{_OPEN}{clean(context.match)}{_CLOSE}{clean(context.after)}"
        inside = False
        for row in self._wrapped(marked, _INDENT * 2):
            yield self._marked(row, kind, inside)
            inside = row.rfind(_OPEN) > row.rfind(_CLOSE) or (inside and _CLOSE not in row)

    def _marked(self, row: str, kind: str, inside: bool) -> str:
        """A row of the sentence with its marks; `inside` when they were opened on a row before."""
        before, opened, rest = ("", "", row.lstrip()) if inside else row.partition(_OPEN)
        words, closed, after = rest.partition(_CLOSE)
        lead = row[: len(row) - len(row.lstrip())] if inside else ""
        if not opened and not inside:
            return row
        words = ("»" if opened else "") + words + ("«" if closed else "")
        return lead + before + self._paint(words, kind) + after

    def _offers(self, finding: Finding) -> Iterator[str]:
        words = [s for s in finding.suggestions if s.safety != "advice"][:_MOST_OFFERS]
        advice = [s for s in finding.suggestions if s.safety == "advice"][: 1 if words else _MOST_OFFERS]
        for number, suggestion in enumerate(words):
            yield from self._labelled("or" if number else "write", suggestion.text, "offer")
        for suggestion in advice:
            yield from self._labelled("advice", suggestion.text)

    # --- lines ---

    def _labelled(self, code: str, text: str, color: str = "") -> Iterator[str]:
        width = max(map(len, self.labels.values())) + 1
        label = self.labels[code]
        label = f"{label:>{width - 1}} " if code == "or" else f"{label:<{width}}"
        first, rest = _INDENT * 2 + label, _INDENT * 2 + " " * width
        for row in self._wrapped(clean(text), first, rest):
            yield row[: len(rest)] + self._paint(row[len(rest) :], color)

    def _wrapped(self, text: str, first: str, rest: str | None = None, *, color: str = "") -> Iterator[str]:
        """`text` in rows of the screen's width; the first begins with `first`, the others with `rest`."""
        rest = first if rest is None else rest
        wrapper = TextWrapper(
            self.width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        )
        for row in wrapper.wrap(text) or [first]:
            yield self._paint(row, color)

    def _paint(self, text: str, color: str) -> str:
        if not (self.options.color and color and text.strip()):
            return text
        lead = len(text) - len(text.lstrip())
        return f"{text[:lead]}\x1b[{_COLORS[color]}m{text[lead:]}\x1b[0m"

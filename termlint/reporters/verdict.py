"""What a whole run comes to, in one or two plain sentences: the last thing on the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from termlint.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Result
    from termlint.reporters.base import ReportOptions

_LOUD = "unread-format"


def verdict(result: Result, options: ReportOptions) -> Iterator[str]:
    """First the formats that ought to have been read, then the verdict with the command that comes next."""
    words = _VerdictWords(result, options)
    if loud := words.suffixes(loud=True):
        yield words.say("loud", suffixes=loud)
    head = words.head()
    if aside := "; ".join(words.asides()):
        head += f" ({aside})"
    yield " ".join([*words.unread(), head + ".", *words.next()])


class _VerdictWords:
    def __init__(self, result: Result, options: ReportOptions) -> None:
        self.result = result
        self.options = options
        self.statuses = Counter(document.status for document in result.documents)
        self.outcomes: Counter[str] = Counter(
            f.severity if f.status == "new" else f.status for f in result.findings
        )

    def say(self, code: str, **params: object) -> str:
        return say(f"verdict-{code}", self.options.lang, **params)

    def count(self, code: str, n: int) -> str:
        """The sentence for `n` things: before the bar for one, behind it for another number."""
        one, _, many = self.say(code, n=n).partition("|")
        return one if n == 1 else many

    def head(self) -> str:
        """How many findings in how many documents, or that all is well, or that nothing was read."""
        read = self.statuses["checked"] + self.statuses["partial"]
        if self.outcomes["error"] or self.outcomes["warning"]:
            return self.say("found", found=self._found(), where=self._where(read))
        if not read:
            return self.say("unread" if self.statuses["failed"] else "nothing")
        whole = not (self.statuses["failed"] or self.statuses["partial"])
        if whole and self.outcomes["known"]:
            return self.say("no-news", documents=self.count("documents", read))
        return self.say("clean" if whole else "rest", documents=self.count("documents", read))

    def _found(self) -> str:
        severities = [s for s in ("error", "warning") if self.outcomes[s]]
        return self.say("and").join(self.count(severity, self.outcomes[severity]) for severity in severities)

    def _where(self, read: int) -> str:
        hit = sum(
            any(f.status == "new" and f.severity != "info" for f in document.findings)
            for document in self.result.documents
        )
        return self.count("documents", read) if hit == read else self.count("some", read).format(hit=hit)

    def asides(self) -> Iterator[str]:
        """What was left out of sight, and how to see it."""
        if self.outcomes["info"] and not self.options.show_info:
            yield self.count("info", self.outcomes["info"])
        if self.outcomes["exempt"] and not self.options.show_exempt:
            yield self.count("exempt", self.outcomes["exempt"])
        if self.outcomes["known"]:
            yield self.count("known", self.outcomes["known"])
        if self.result.fixed:
            yield self.count("fixed", len(self.result.fixed))
        if others := self.suffixes(loud=False):
            yield self.say("skipped", suffixes=others)

    def unread(self) -> Iterator[str]:
        """Documents that were not read, or not wholly."""
        for status in ("failed", "partial"):
            if self.statuses[status]:
                yield self.count(status, self.statuses[status])

    def next(self) -> Iterator[str]:
        """The command that comes next."""
        if self.options.next_step and (self.outcomes["error"] or self.outcomes["warning"]):
            yield self.say("next", command=self.options.next_step)

    def suffixes(self, *, loud: bool) -> str:
        """The kinds of file that were left alone: "3 × .doc, 1 × .rtf"."""
        kinds = Counter(
            str(document.notices[0].params.get("suffix", ""))
            for document in self.result.documents
            if document.status == "skipped"
            and document.notices
            and (document.notices[0].code == _LOUD) == loud
        )
        return ", ".join(f"{n} × {suffix}" for suffix, n in sorted(kinds.items()) if suffix)

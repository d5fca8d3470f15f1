"""`termlint fix --interactive`: one finding at a time, and a person decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from termlint.api.decisions import Decision
from termlint.api.exempting import Exempting
from termlint.api.fixing import Marked, uses
from termlint.cli import output
from termlint.errors import Internal, TermlintError
from termlint.formats import BY_NAME
from termlint.messages import say
from termlint.messages.sanitize import clean, clean_path
from termlint.reporters.common import place
from termlint.settings import Exempt

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.api.fixing import Checked, FixRun
    from termlint.execution.job import Job
    from termlint.model import Finding, Suggestion

_LETTERS = "abcdefghijkl"
_OWN, _COMMENT, _SKIP, _ALWAYS, _UNDO, _QUIT = "w", "o", "s", "x", "u", "q"


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a person wants of one finding.

    `finding` goes to the writer (see `Decision.applied`); None: nothing is done. `exempt` is to go into the
    settings. `follows`: nobody was asked, an exemption made just before covers it.
    """

    finding: Finding | None = None
    exempt: Exempt | None = None
    follows: bool = False


class _Quit(Internal, Exception):  # noqa: N818 - a wish, no error
    """The person stops here."""


class _Back(Internal, Exception):  # noqa: N818
    """The person takes the last decision back."""


class InteractiveSession:
    """The walk through the documents of a run. `stopped` once the person wants no more."""

    def __init__(self, fixing: FixRun, dry_run: bool) -> None:
        self._fixing = fixing
        self._dry_run = dry_run
        self._lang = fixing.run.lang
        self._exempting = Exempting(self._lang, fixing.run.finder.config)
        self.stopped = False

    def over(self, job: Job) -> Marked:
        """The document with what was decided about it; what was decided before the end of the walk stays."""
        examined = self._fixing.examined(job)
        if examined.document is None:
            return Marked(examined.result)
        examined = replace(examined, result=self._exempting.applied(examined.result))
        asking = _Asking(self._fixing, self._exempting, job, examined)
        decisions = asking.decisions()
        self.stopped = asking.stopped
        entries = [each.exempt for each in decisions if each.exempt]
        if entries:
            self._keep(job.file, entries)
        examined = replace(examined, result=self._exempting.applied(examined.result, entries))
        chosen = [each.finding for each in decisions if each.finding]
        return self._fixing.mark(job, examined, chosen)

    def _keep(self, document: Path, entries: list[Exempt]) -> None:
        file = self._exempting.home(document)
        shown = clean_path(str(file))
        if self._dry_run:
            self._exempting.entries += entries
            output.show(say("walk-would-exempt", self._lang, path=shown) + "\n")
            return
        self._exempting.keep(file, entries)
        output.show(say("walk-exempted", self._lang, path=shown) + "\n")


class _Asking:
    """The questions about one document."""

    def __init__(self, fixing: FixRun, exempting: Exempting, job: Job, examined: Checked) -> None:
        assert examined.document is not None
        self._lang = fixing.run.lang
        self._exempting = exempting
        self._job = job
        self._examined = examined
        self._uses = uses(examined.result)
        kind = BY_NAME[examined.document.format]
        self._can_change = kind.has_changes and fixing.options.mode_for(kind.name) != "comments"
        self._can_comment = kind.has_comments
        self._made: list[_Answer] = []
        self.stopped = False

    def decisions(self) -> list[_Answer]:
        """One for each finding up to where the person stopped."""
        while len(self._made) < len(self._uses) and not self.stopped:
            finding = self._uses[len(self._made)]
            entries = [each.exempt for each in self._made if each.exempt]
            if self._exempting.covers(finding, self._examined.result, entries):
                self._made.append(_Answer(follows=True))
                continue
            try:
                self._made.append(self._asked(finding))
            except _Back:
                self._undo()
            except _Quit:
                self.stopped = True
            except (click.Abort, KeyboardInterrupt):
                output.show("\n")
                self.stopped = True
        return self._made

    def _undo(self) -> None:
        """Forget the last decision that was really made, with those that followed from it."""
        if not self._made:
            self._tell("walk-nothing-to-undo")
        while self._made and self._made.pop().follows:
            pass

    def _asked(self, finding: Finding) -> _Answer:
        self._show(finding)
        offers = self._offers(finding)
        while True:
            answer = self._ask("walk-choose", choices=self._choices(len(offers)))
            decision = self._answered(finding, offers, answer.casefold())
            if decision:
                return decision

    def _answered(self, finding: Finding, offers: list[Suggestion], answer: str) -> _Answer | None:
        """The decision that an answer is; None when the question stands."""
        if answer == _QUIT:
            raise _Quit
        if answer == _UNDO:
            raise _Back
        if answer == _SKIP:
            return _Answer()
        if answer == _ALWAYS:
            return self._always(finding)
        if answer == _COMMENT and self._can_comment:
            return _Answer(Decision("comment").applied(finding))
        if answer == _OWN and self._can_change:
            return self._own(finding)
        if len(answer) == 1 and answer in _LETTERS[: len(offers)]:
            return _Answer(Decision("change", offers[_LETTERS.index(answer)]).applied(finding))
        self._tell("walk-not-a-choice", answer=clean(answer))
        return None

    def _own(self, finding: Finding) -> _Answer | None:
        words = self._ask("walk-own-words")
        if not words:
            return None
        return _Answer(Decision.write(finding, words).applied(finding))

    def _always(self, finding: Finding) -> _Answer | None:
        """Exempt these words, or a longer phrase that holds them, from this rule."""
        words = self._ask("walk-exempt-words", default=clean(finding.text))
        reason = self._ask("walk-exempt-reason")
        if not reason:
            self._tell("walk-no-reason")
            return None
        entry = Exempt(reason=reason, words=(words,), rule=finding.rule)
        if not self._exempting.covers(finding, self._examined.result, [entry]):
            self._tell("walk-not-covered", words=words)
            return None
        try:
            pending = [each.exempt for each in self._made if each.exempt]
            self._exempting.amended(self._exempting.home(self._job.file), [*pending, entry])
        except TermlintError as error:
            self._tell(error.code, **error.params)
            return None
        return _Answer(exempt=entry)

    # --- the screen ---

    def _show(self, finding: Finding) -> None:
        number, total = len(self._made) + 1, len(self._uses)
        context = finding.context
        path, where = clean_path(self._job.path), clean(place(finding.location, self._lang))
        sentence = f"{clean(context.before + '»' + context.match + '«' + context.after)}"
        rows = [
            "",
            say("walk-where", self._lang, path=path, number=number, total=total, where=where),
            f"  {sentence}",
            f"  {clean(finding.message)}",
            *(
                f"  {letter}  {clean(each.text)}"
                for letter, each in zip(_LETTERS, self._offers(finding), strict=False)
            ),
            *(
                "  " + say("fix-advice", self._lang, text=clean(each.text))
                for each in finding.suggestions
                if each.safety == "advice" or not self._can_change
            ),
        ]
        output.show("\n".join(rows) + "\n")

    def _offers(self, finding: Finding) -> list[Suggestion]:
        """The suggestions that a letter picks."""
        if not self._can_change:
            return []
        return [each for each in finding.suggestions if each.edits][: len(_LETTERS)]

    def _choices(self, offers: int) -> str:
        """ "a-c, w eigen woorden, …"."""
        letters = _LETTERS[0] if offers == 1 else f"a-{_LETTERS[offers - 1]}" if offers else ""
        names = {
            _OWN: self._can_change,
            _COMMENT: self._can_comment,
            _SKIP: True,
            _ALWAYS: True,
            _UNDO: bool(self._made),
            _QUIT: True,
        }
        words = [say(f"walk-key-{key}", self._lang) for key, holds in names.items() if holds]
        return ", ".join([letters, *words] if letters else words)

    def _ask(self, code: str, default: str = "", **params: object) -> str:
        text = "  " + say(code, self._lang, **params)
        answer: str = click.prompt(text, default=default, show_default=bool(default), type=str)
        return answer.strip()

    def _tell(self, code: str, **params: object) -> None:
        output.show("  " + say(code, self._lang, **params) + "\n")

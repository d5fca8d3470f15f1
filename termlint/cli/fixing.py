"""One document through `fix`: read, find, write a marked copy, and account for it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli import output
from termlint.cli.accept import Acceptance
from termlint.cli.sources import rules_for, severities
from termlint.errors import ReadError, TermlintError
from termlint.messages import say
from termlint.writers import WRITERS, Deed, RuleText, WriteOptions, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from termlint.cli.sources import SettingsFinder
    from termlint.config import Settings
    from termlint.discover import Found
    from termlint.model import Document, DocumentResult, Finding, Language, Notice
    from termlint.rulebook import Ruleset
    from termlint.writers.base import Mode

    Choose = Callable[[Document, Sequence[Finding]], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class FixRequest:
    """The command line of `fix`. `date` signs what is written; None is now."""

    lang: Language = "nl"
    mode: Mode | None = None
    output_dir: Path | None = None
    in_place: bool = False
    force: bool = False
    dry_run: bool = False
    author: str = "termlint"
    date: datetime | None = None
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of one document. `problem` says why nothing was written (a whole sentence)."""

    path: str
    target: Path | None = None
    deeds: tuple[Deed, ...] = ()
    notices: tuple[Notice, ...] = ()
    problem: str = ""
    diff: str = ""

    @property
    def complete(self) -> bool:
        """Whether every finding was changed, commented or there already."""
        return not self.problem and all(deed.done != "impossible" for deed in self.deeds)


@dataclass(slots=True)
class Fixing:
    """Fixes documents one by one. `choose` may have a person decide which findings and which offers."""

    request: FixRequest
    finder: SettingsFinder
    choose: Choose = field(default=lambda document, findings: findings)  # noqa: ARG005
    _rulesets: list[tuple[Settings, Ruleset]] = field(default_factory=list)

    def fix(self, found: Found) -> Fixed:
        """Write the marked copy of a document, or say why not; the original stays as it is unless asked."""
        if found.file is None or found.code:
            return Fixed(found.path, problem=self._say(found.code or "unknown-format", **found.params))
        try:
            return self._fix(found, found.file)
        except TermlintError as error:
            return Fixed(found.path, problem=self._say(error.code, **error.params))

    def _fix(self, found: Found, file: Path) -> Fixed:
        from termlint.run import read_bytes
        from termlint.sniff import true_suffix

        settings = self.finder.of(file)
        data = read_bytes(file, settings.limits.size)
        document, result = self._examined(found, data, true_suffix(data, found.suffix), settings)
        findings = self.choose(document, _uses(self._accepted(result, settings, file)))
        if not findings:
            return Fixed(found.path, notices=result.notices)
        if document.format not in WRITERS:
            raise ReadError("fixing-no-writer", format=document.format)
        written = WRITERS[document.format](data, document, findings, self._options(settings))
        return self._delivered(found, file, data, written)

    def _examined(
        self, found: Found, data: bytes, suffix: str, settings: Settings
    ) -> tuple[Document, DocumentResult]:
        from termlint.engine import Options, examine
        from termlint.readers import ReadOptions

        ruleset = self._ruleset(settings)
        options = Options(
            read=ReadOptions(password=self.request.password, own_author=self.request.author),
            profile=settings.profile(found.file) if found.file else None,
            severities=severities(settings, ruleset),
            model=settings.model,
        )
        return examine(found.path, data, suffix, ruleset, options)

    def _accepted(self, result: DocumentResult, settings: Settings, file: Path) -> DocumentResult:
        return Acceptance(self.request.lang).of(result, settings, file)

    def _ruleset(self, settings: Settings) -> Ruleset:
        for known, ruleset in self._rulesets:
            if known == settings:
                return ruleset
        self._rulesets.append((settings, rules_for(settings, self.request.lang)))
        return self._rulesets[-1][1]

    def _options(self, settings: Settings) -> WriteOptions:
        rules = {
            rule.id: RuleText(rule.why, "; ".join(source.title for source in rule.sources))
            for rule in self._ruleset(settings).rules
        }
        return WriteOptions(
            date=self.request.date or datetime.now(UTC),
            mode=self.request.mode or "tracked",
            author=self.request.author,
            lang=self.request.lang,
            rules=rules,
        )

    def _delivered(self, found: Found, file: Path, data: bytes, written: Written) -> Fixed:
        """The copy at its place, if it differs and may be written."""
        deeds = written.deeds
        if written.data == data:
            return Fixed(found.path, deeds=deeds, notices=written.notices)
        target = self._target(found, file)
        if written.signed and self.request.in_place and not self.request.force:
            return Fixed(found.path, problem=self._say("fixing-signed", path=found.path))
        if self.request.dry_run:
            diff = _diff(data, written.data, found.path) if found.suffix in (".txt", ".md") else ""
            return Fixed(found.path, target, deeds, written.notices, diff=diff)
        if target.exists() and not (self.request.in_place or self.request.force):
            return Fixed(found.path, problem=self._say("fixing-exists", target=target.as_posix()))
        target.parent.mkdir(parents=True, exist_ok=True)
        output.save(target, written.data)
        return Fixed(found.path, target, deeds, written.notices)

    def _target(self, found: Found, file: Path) -> Path:
        if self.request.in_place:
            return file
        name = f"{file.stem}.termlint{file.suffix}"
        if self.request.output_dir is None:
            return file.with_name(name)
        given = Path(found.path)
        inside = Path() if given.is_absolute() or ".." in given.parts else given.parent
        return self.request.output_dir / inside / name

    def _say(self, code: str, **params: object) -> str:
        return say(code, self.request.lang, **params)


def _uses(result: DocumentResult) -> list[Finding]:
    """What a person should look at: new findings that are more than information."""
    return [f for f in result.findings if f.status == "new" and f.severity != "info"]


def _diff(before: bytes, after: bytes, path: str) -> str:
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    return "".join(difflib.unified_diff(old, new, path, path))

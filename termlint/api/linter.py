"""The linter: settings and rules, at work on documents. Everything that people use stands on this."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from termlint.api.checking import CheckRun, given
from termlint.api.decisions import Decision
from termlint.api.options import LintOptions
from termlint.execution.local import Local
from termlint.execution.progress import Progress
from termlint.execution.run_settings import SettingsTable
from termlint.files.discover import Found, suffix_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from termlint.execution.executor import Executor
    from termlint.execution.fix import FixOptions, Marked
    from termlint.model import DocumentResult, Finding, Language, Result
    from termlint.settings import Settings

DocumentSource = str | os.PathLike[str] | tuple[str, bytes]
"""A document: its path, or the name that it would have with its bytes."""


class Linter:
    """Checks and fixes documents as `options` and the settings say.

    With `keep_workers` the worker processes, and the rules in them, wait for the next call until `close`,
    or the end of a `with` statement. Settings and rule files that changed count from the next call on.
    """

    def __init__(
        self,
        options: LintOptions | None = None,
        *,
        keep_workers: bool = False,
        executor: Executor | None = None,
    ) -> None:
        self.options = options or LintOptions()
        self._given = executor
        self._local: Local | None = None
        self._keep = keep_workers
        self._table: tuple[tuple[Settings, Language], SettingsTable] | None = None

    def check(self, paths: Sequence[str | os.PathLike[str]], progress: Progress | None = None) -> Result:
        """The findings in files, folders and patterns: a document that cannot be read says why in its result.

        ConfigError, RuleError and UsageError are about the run as a whole.
        """
        run = self.run([os.fspath(path) for path in paths], progress)
        return run.check(run.discover())

    def check_bytes(self, data: bytes, name: str) -> DocumentResult:
        """The findings in a document of which the bytes are here; `name` tells its format and settings."""
        run = self.run([given(name, data)])
        (document,) = run.check(run.discover()).documents
        return document

    def check_text(self, text: str, name: str = "tekst.txt") -> DocumentResult:
        """The findings in a text; `name` tells how to read it (.txt, .md, .html …)."""
        return self.check_bytes(text.encode("utf-8", "surrogatepass"), name)

    def fix(
        self,
        document: DocumentSource,
        options: FixOptions | None = None,
        decide: Callable[[Finding], Decision] = lambda finding: Decision(),  # noqa: ARG005
    ) -> Marked:
        """A marked copy of a document, as bytes; `decide` is asked about each use that was found.

        Nothing is written, and nothing is raised for what is wrong with the document: the result says it.
        """
        from termlint.api.fixing import FixOptions, FixRun, uses  # writers take time to load

        options = options or FixOptions()
        run = self.run([])
        job = run.job(_found(document))
        fixing = FixRun(run, options)
        checked = fixing.examined(job)
        chosen = (decide(finding).applied(finding) for finding in uses(checked.result))
        return fixing.mark(job, checked, [finding for finding in chosen if finding])

    def run(
        self,
        paths: Sequence[str | Found],
        progress: Progress | None = None,
    ) -> CheckRun:
        """A run in its steps, for whoever shows them."""
        finder = self.options.finder()
        first = paths[0] if paths and isinstance(paths[0], str) else "."
        main = finder.of(Path(first))
        lang = self.options.lang or main.lang or "nl"
        table = self._table_of(main, lang)
        executor = self._executor_of(main)
        return CheckRun(self.options, paths, finder, main, lang, table, executor, progress or Progress())

    def close(self) -> None:
        """End the workers that wait."""
        for executor in filter(None, (self._given, self._local)):
            executor.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _executor_of(self, main: Settings) -> Executor:
        """The caller's executor, else workers of our own, as many as the settings say now."""
        if self._given:
            return self._given
        if self._local is None or self._local.jobs != main.jobs:
            if self._local:
                self._local.close()
            self._local = Local(main.jobs, self._keep)
        return self._local

    def _table_of(self, main: Settings, lang: Language) -> SettingsTable:
        """The table of the call before, rules and all, while nothing changed that it was made of."""
        made_of = (main, lang)
        if self._keep and self._table and self._table[0] == made_of and self._table[1].is_current():
            return self._table[1]
        self._table = made_of, SettingsTable(main, lang, self.options.password)
        return self._table[1]


def _found(document: DocumentSource) -> Found:
    if isinstance(document, tuple):
        return given(*document)
    path = Path(document)
    return Found(path.as_posix(), path, suffix_of(path.name))

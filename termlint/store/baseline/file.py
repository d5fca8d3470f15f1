"""The baseline file: one line of JSON for each known finding, made to be reviewed and merged in git.

Lines are sorted and stand alone, so that two branches that both change it merge line by line (also with
`merge=union`); a line that comes twice counts once. The first line names the format.
"""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

from termlint.errors import ConfigError
from termlint.matching.fingerprint import VERSION, version_of
from termlint.model import SEVERITIES, Context, Finding, Location
from termlint.store.baseline.compare import counts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from termlint.model import Result

SCHEMA = "termlint-baseline/1"
NAME = "termlint-baseline.jsonl"
"""Where it stands when the settings name no other place: beside the settings file."""

MOST = 50.0
"""Megabytes of a baseline file: some hundred thousand findings."""

_HEADER = {"schema": SCHEMA, "fingerprint": VERSION}
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_TEXTS = ("path", "rule", "pack", "severity", "before", "text", "after", "fingerprint")


def write(known: Mapping[str, Iterable[Finding]]) -> str:
    """The file for these findings by path; the same findings give the same bytes, whatever their order."""
    lines = {_line(path, finding) for path, findings in known.items() for finding in findings}
    return "".join(f"{line}\n" for line in [json.dumps(_HEADER), *sorted(lines)])


def _line(path: str, finding: Finding) -> str:
    entry: dict[str, Any] = {
        "path": normal(path),
        "rule": finding.rule,
        "text": finding.text,
        "before": finding.context.before,
        "after": finding.context.after,
        "severity": finding.severity,
        "pack": finding.pack,
        "fingerprint": finding.fingerprint,
    }
    if any(finding.neighbours):
        entry["beside"] = list(finding.neighbours)
    return json.dumps(entry, ensure_ascii=False)


def normal(path: str) -> str:
    """A path as the file spells it, on every system: forward slashes and composed letters."""
    return unicodedata.normalize("NFC", path.replace("\\", "/"))


def read(text: str, path: str, *, in_conflict: bool = False) -> dict[str, list[Finding]]:
    """The known findings by document; ConfigError when it is damaged, in conflict or of another version.

    With `in_conflict` the marks of a merge conflict are skipped and the lines of both sides count.
    """
    known: dict[str, dict[Finding, None]] = {}
    entries = list(_entries(text, path, in_conflict=in_conflict))
    if not entries or entries[0][1].get("schema") != SCHEMA:
        raise ConfigError("baseline-not-ours", path=path)
    for number, entry in entries:
        if entry.get("schema") == SCHEMA:
            continue
        finding = _finding(entry, path, number)
        known.setdefault(finding.path, {})[finding] = None
    return {document: list(findings) for document, findings in known.items()}


def _entries(text: str, path: str, *, in_conflict: bool) -> Iterable[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if line.startswith(_CONFLICT):
            if not in_conflict:
                raise ConfigError("baseline-conflict", path=path, line=number)
        elif line.strip():
            yield number, _object(line, path, number)


def _object(line: str, path: str, number: int) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict):
        raise ConfigError("baseline-line", path=path, line=number)
    return entry


def _finding(entry: dict[str, Any], path: str, number: int) -> Finding:
    """A finding as far as the file knows it: its words and sentence, no place."""
    beside = entry.get("beside", ["", ""])
    texts = all(isinstance(entry.get(name), str) for name in _TEXTS)
    marks = isinstance(beside, list) and len(beside) == 2 and all(isinstance(mark, str) for mark in beside)
    if not texts or not marks or entry["severity"] not in SEVERITIES:
        raise ConfigError("baseline-line", path=path, line=number)
    if version_of(entry["fingerprint"]) != VERSION:
        raise ConfigError("baseline-version", path=path)
    return Finding(
        path=normal(entry["path"]),
        rule=entry["rule"],
        pack=entry["pack"],
        severity=entry["severity"],
        rule_severity=entry["severity"],
        status="known",
        message="",
        text=entry["text"],
        location=Location(part="body", block=0, block_start=0, block_end=0),
        context=Context(entry["before"], entry["text"], entry["after"]),
        suggestions=(),
        fingerprint=entry["fingerprint"],
        neighbours=(beside[0], beside[1]),
    )


def created(result: Result) -> dict[str, list[Finding]]:
    """What a new baseline holds of a run: every use in it, by document."""
    return _filled({d.path: [f for f in d.findings if counts(f)] for d in result.documents})


def updated(
    known: Mapping[str, Sequence[Finding]], result: Result, gone: Collection[str], *, accept_new: bool = False
) -> dict[str, list[Finding]]:
    """The baseline after a run that was compared with it.

    What is fixed is dropped, an edited sentence is taken as it now reads; new findings come in only
    with `accept_new`. Documents that are `gone` are dropped; those that were not (wholly) read keep
    what they had.
    """
    after = {path: list(findings) for path, findings in known.items() if path not in gone}
    for document in result.documents:
        if document.status == "checked":
            wanted = ("known", "new") if accept_new else ("known",)
            uses = [f for f in document.findings if counts(f)]
            after[document.path] = [f for f in uses if f.status in wanted]
    return _filled(after)


def _filled(known: dict[str, list[Finding]]) -> dict[str, list[Finding]]:
    return {path: findings for path, findings in known.items() if findings}

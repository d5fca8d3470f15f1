"""SARIF 2.1.0, for GitHub code scanning and other viewers.

Nothing is dropped: an exempt finding carries its suppression, a known one `baselineState: unchanged`,
a fixed one `absent`, so that a viewer does not open or close alerts by itself. A Word file or PDF has
no lines; GitHub wants one, so its region is line 1 and the logical location says where it stands.
"""

from __future__ import annotations

import json
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from termlint.messages.sanitize import for_json
from termlint.reporters.common import advice, in_text_file, notice_text, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import DocumentResult, Finding, Language, Notice, Result, Suggestion
    from termlint.reporters.base import ReportOptions
    from termlint.statistics.model import RuleCard

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_NOTICE_LEVELS = {"failed": "error", "partial": "warning", "checked": "note", "skipped": "note"}
_GITHUB_TEXT = 1024
"""GitHub shows no more of a rule's descriptions."""

Json = dict[str, Any]


def render(result: Result, options: ReportOptions) -> str:
    """The log, ending in a line feed; ASCII, so that no console or redirect can spoil it."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(result, options)]}
    return for_json(json.dumps(log, indent=2)) + "\n"


def _run(result: Result, options: ReportOptions) -> Json:
    rules = sorted({f.rule for f in (*result.findings, *result.fixed)} | set(options.rules))
    index = {rule: number for number, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(result, rules, options)},
        "invocations": [_invocation(result, options.lang)],
        "artifacts": [_artifact(document) for document in _by_path(result)],
        "results": list(_results(result, index, options.lang)),
        "language": options.lang,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "termlint/"},
        "properties": {"ruleset": result.ruleset, "settings": result.settings},
    }


def _driver(result: Result, rules: list[str], options: ReportOptions) -> Json:
    return {
        "name": "termlint",
        "version": result.version,
        "language": options.lang,
        "rules": [_rule(rule, options.rules.get(rule)) for rule in rules],
    }


def _rule(rule: str, card: RuleCard | None) -> Json:
    if card is None:
        return {"id": rule}
    return {
        "id": rule,
        "shortDescription": {"text": _short(card.title)},
        "fullDescription": {"text": _short(card.why or card.title)},
        "help": {"text": "\n\n".join(part for part in (card.why, card.source) if part) or card.title},
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
        "properties": {"tags": [card.pack], "problem.severity": _problem_severity(card)},
    }


def _problem_severity(card: RuleCard) -> str:
    return "recommendation" if card.severity == "info" else card.severity


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _GITHUB_TEXT else folded[: _GITHUB_TEXT - 1] + "…"


def _by_path(result: Result) -> list[DocumentResult]:
    """Each document once, also when it was named twice."""
    return list({d.path: d for d in result.documents if d.status != "skipped"}.values())


def _artifact(document: DocumentResult) -> Json:
    artifact: Json = {"location": {"uri": _uri(document.path)}, "roles": ["analysisTarget"]}
    if document.sha256:
        artifact["hashes"] = {"sha-256": document.sha256}
    return artifact


def _invocation(result: Result, lang: Language) -> Json:
    return {
        "executionSuccessful": all(d.status in ("checked", "skipped") for d in result.documents),
        "startTimeUtc": result.started,
        "toolExecutionNotifications": [
            _notification(d, notice, lang) for d in result.documents for notice in d.notices
        ],
    }


def _notification(document: DocumentResult, notice: Notice, lang: Language) -> Json:
    return {
        "level": _NOTICE_LEVELS[document.status],
        "message": _message(notice_text(notice, lang)),
        "descriptor": {"id": notice.code},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(document.path)}}}],
    }


def _results(result: Result, index: dict[str, int], lang: Language) -> Iterator[Json]:
    """SARIF wants `baselineState` and `suppressions` on all results of a run or on none."""
    compared = bool(result.fixed) or any(f.status == "known" for f in result.findings)
    suppressed = any(f.status == "exempt" for f in result.findings)
    states = [(f, "unchanged" if f.status == "known" else "new") for f in result.findings]
    states += [(f, "absent") for f in result.fixed]
    for finding, state in states:
        entry = _result(finding, index[finding.rule], lang)
        if compared:
            entry["baselineState"] = state
        if suppressed:
            entry["suppressions"] = _suppressions(finding)
        yield entry


def _suppressions(finding: Finding) -> list[Json]:
    if finding.status != "exempt":
        return []
    return [{"kind": "external", "justification": finding.reason or ""}]


def _result(finding: Finding, rule_index: int, lang: Language) -> Json:
    version, _, digest = finding.fingerprint.partition(":")
    entry: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": _message(advice(finding, lang)),
        "locations": [_location(finding, lang)],
        "partialFingerprints": {"primaryLocationLineHash": digest, f"termlint/{version}": digest},
        "properties": _properties(finding),
    }
    if fixes := list(_fixes(finding)):
        entry["fixes"] = fixes
    return entry


def _properties(finding: Finding) -> Json:
    """What SARIF has no field for, for programs that read ours."""
    return {
        "pack": finding.pack,
        "text": finding.text,
        "reason": finding.reason,
        "suggestions": [{"text": s.text, "safety": s.safety} for s in finding.suggestions],
    }


def _location(finding: Finding, lang: Language) -> Json:
    where = finding.location
    location: Json = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(finding.path)}, "region": _region(finding)}
    }
    if words := place(where, lang):
        location["logicalLocations"] = [{"fullyQualifiedName": words, "kind": where.part}]
        location["message"] = _message(words)
    return location


def _region(finding: Finding) -> Json:
    """Lines and columns from 1, the end column just after the last character."""
    where = finding.location
    if not in_text_file(where):
        return {"startLine": 1, "snippet": {"text": finding.text}}
    region: Json = {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
        "snippet": {"text": finding.text},
    }
    return {name: value for name, value in region.items() if value is not None}


def _fixes(finding: Finding) -> Iterator[Json]:
    """For text files, each suggestion whose edits stay within the finding's own words.

    Beyond them, block and file may differ by markup and line ends: a viewer would damage the file.
    """
    where = finding.location
    if where.start is None or where.end is None:
        return
    if where.end - where.start != where.block_end - where.block_start:
        return
    for suggestion in finding.suggestions:
        inside = all(where.block_start <= e.start <= e.end <= where.block_end for e in suggestion.edits)
        if suggestion.edits and inside:
            yield _fix(finding.path, suggestion, where.start - where.block_start)


def _fix(path: str, suggestion: Suggestion, shift: int) -> Json:
    """`shift` takes a block offset to an offset in the file's text."""
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start + shift, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.text},
        }
        for edit in suggestion.edits
    ]
    change = {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
    return {"description": {"text": suggestion.text}, "artifactChanges": [change]}


def _message(text: str) -> Json:
    """A message in which no words of a document are a link: viewers make one of `[text](address)`."""
    return {"text": text.replace("](", "] (")}


def _uri(path: str) -> str:
    """A URI reference: relative paths stay relative (to the repository), an absolute one becomes `file:`."""
    windows = PureWindowsPath(path)
    if windows.is_absolute():
        start = "file:" if windows.drive.startswith("\\\\") else "file:///"
        return start + _quoted(windows.as_posix(), safe="/:")
    if path.startswith("/"):
        return "file://" + _quoted(path)
    return _quoted(path.removeprefix("./"))


def _quoted(path: str, safe: str = "/") -> str:
    """A path in a URI; bytes that are no Unicode as they are, half a character as UTF-8 would have it."""
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    return quote(data, safe=safe)

"""A JSON report read back into a `Result`: for reports over saved runs and for comparisons."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from termlint.errors import ConfigError
from termlint.model import (
    Box,
    Cell,
    Context,
    DocumentResult,
    Edit,
    Finding,
    Location,
    Notice,
    Result,
    Suggestion,
)
from termlint.reporters.json import SCHEMA


def from_json(text: str | bytes) -> Result:
    """The run that a JSON report tells of.

    Raises ConfigError "report-not-json", "report-other-schema" (made by another version) or
    "report-incomplete" (a field is missing or of another kind). Fields that it does not know are left out.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError("report-not-json") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else None
        raise ConfigError("report-other-schema", found=found or "–", wanted=SCHEMA)
    try:
        return _result(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ConfigError("report-incomplete", field=str(error)) from error


def _result(data: dict[str, Any]) -> Result:
    findings: dict[str, list[Finding]] = defaultdict(list)
    for each in data["findings"]:
        findings[each["path"]].append(_finding(each))
    return Result(
        version=data["version"],
        started=data["run"]["started"],
        ruleset=data["run"]["ruleset"],
        settings=data["run"]["settings"],
        documents=tuple(_document(each, findings.pop(each["path"], [])) for each in data["documents"]),
        fixed=tuple(_finding(each) for each in data["fixed"]),
    )


def _document(data: dict[str, Any], findings: list[Finding]) -> DocumentResult:
    return DocumentResult(
        path=data["path"],
        format=data["format"],
        status=data["status"],
        sha256=data["sha256"],
        pages=data["pages"],
        words=data["words"],
        notices=tuple(Notice(n["code"], n.get("params", {}), n["page"]) for n in data["notices"]),
        findings=tuple(findings),
        positive=data.get("positive", {}),
    )


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(
        path=data["path"],
        rule=data["rule"],
        pack=data["pack"],
        severity=data["severity"],
        rule_severity=data["rule_severity"],
        status=data["status"],
        message=data["message"],
        text=data["text"],
        location=_location(data["location"]),
        context=Context(**data["context"]),
        suggestions=tuple(_suggestion(each) for each in data["suggestions"]),
        fingerprint=data["fingerprint"],
        reason=data["reason"],
    )


def _suggestion(data: dict[str, Any]) -> Suggestion:
    return Suggestion(data["text"], data["safety"], tuple(Edit(**edit) for edit in data["edits"]))


def _location(data: dict[str, Any]) -> Location:
    cell = data.get("cell")
    return Location(
        part=data["part"],
        block=data["block"],
        block_start=data["block_start"],
        block_end=data["block_end"],
        page=data["page"],
        pages=tuple(data.get("pages", ())),
        page_label=data.get("page_label"),
        paragraph=data["paragraph"],
        heading=data["heading"],
        cell=Cell(**cell) if cell else None,
        line=data["line"],
        column=data["column"],
        end_line=data["end_line"],
        end_column=data["end_column"],
        start=data["start"],
        end=data["end"],
        boxes=tuple(Box(**box) for box in data["boxes"]),
    )

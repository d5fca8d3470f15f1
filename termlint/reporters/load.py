"""A JSON report read back into a `Result`: for reports over saved runs and for comparisons."""

from __future__ import annotations

import errno
import os
from collections import defaultdict
from typing import TYPE_CHECKING

from termlint.errors import ConfigError
from termlint.files.regular import RefusedFileError, read_pipe, read_regular
from termlint.model import Result
from termlint.reporters.json import SCHEMA
from termlint.store import codec

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Finding

MOST = 200.0
"""Megabytes of a report: that of some hundred thousand documents."""
_MOST_SHOWN = 40


def from_file(path: Path) -> Result:
    """The run that a file or a pipe tells of; raises as `from_json`, "report-too-large" too, or OSError."""
    try:
        return from_json(read_pipe(path, MOST) if path.is_fifo() else read_regular(path, MOST))
    except RefusedFileError as error:
        if error.why == "too-large":
            raise ConfigError("report-too-large", path=str(path), most=f"{MOST:g}") from error
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path)) from error


def from_json(text: str | bytes) -> Result:
    """The run that a JSON report tells of; anybody may have written it.

    Raises ConfigError "report-not-json", "report-other-schema" (made by another version) or
    "report-incomplete" (a field is missing or of another kind). Fields that it does not know are left out.
    """
    try:
        data = codec.parsed(text)
    except codec.MalformedError as error:
        raise ConfigError("report-not-json") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else None
        shown = found[:_MOST_SHOWN] if isinstance(found, str) and found else "–"
        raise ConfigError("report-other-schema", found=shown, wanted=SCHEMA)
    try:
        return _result(data)
    except codec.MalformedError as error:
        raise ConfigError("report-incomplete", field=error.field) from error


def _result(data: codec.JsonFields) -> Result:
    findings: dict[str, list[Finding]] = defaultdict(list)
    for found in map(codec.finding, codec.items(data, "findings")):
        findings[found.path].append(found)
    run = codec.fields(data.get("run"), "run")
    documents = [codec.fields(each, "documents") for each in codec.items(data, "documents")]
    return Result(
        version=codec.text(data, "version"),
        started=codec.text(run, "started"),
        ruleset=codec.text(run, "ruleset"),
        settings=codec.text(run, "settings"),
        documents=tuple(codec.document(d, findings.pop(codec.text(d, "path"), [])) for d in documents),
        fixed=tuple(map(codec.finding, codec.items(data, "fixed"))),
    )

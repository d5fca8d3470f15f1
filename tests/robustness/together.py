"""One run over documents that mean harm and documents that do not, as a user would start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from termlint.messages import CATALOG
from tests.builders import docx
from tests.builders.hostile import USE
from tests.builders.hostile_pdf import pdf_of

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent.parent
SOUND = {"goed.docx": docx.word(USE), "goed.pdf": pdf_of({}), "goed.txt": USE.encode()}
"""What must be checked whatever stands beside it; each holds one finding."""


@dataclass(frozen=True, slots=True)
class Together:
    """What came of a run: each document of the report by its name, and the findings in it."""

    code: int
    said: str
    documents: Mapping[str, dict[str, Any]]
    found: Mapping[str, int]

    def outcome(self, name: str) -> tuple[str, list[str], int]:
        """Status, notices and number of findings of a document."""
        document = self.documents[name]
        return document["status"], [notice["code"] for notice in document["notices"]], self.found[name]


def check_together(
    folder: Path, hostile: Mapping[str, bytes], limits: str, *, alone: bool = False
) -> Together:
    """Check these documents in a process of its own, two at a time; sound ones among them, unless `alone`."""
    documents = dict(hostile) if alone else {**SOUND, **hostile}
    for name, data in documents.items():
        (folder / name).write_bytes(data)
    (folder / "termlint.yaml").write_text(f"limits: {{{limits}}}\n")
    ran = start(
        folder,
        "check",
        *sorted(documents),
        "--format",
        "json",
        "-j",
        "2",
        "--no-cache",
        stdout=subprocess.PIPE,
    )
    out, err = ran.communicate(timeout=240)
    report = json.loads(out)
    found = dict.fromkeys((*SOUND, *hostile), 0)
    for finding in report["findings"]:
        found[finding["path"]] += 1
    return Together(ran.returncode, err.decode(), {d["path"]: d for d in report["documents"]}, found)


def start(folder: Path, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """termlint in a process group of its own, in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / ".cache")}
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "start_new_session": True, **options}
    command = [sys.executable, "-m", "termlint", *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment, **options)


def quoted(notice: dict[str, Any]) -> set[str]:
    """The sentence of the catalogue that a notice says, its parameters filled in; empty when it has none."""
    dutch, english = CATALOG[notice["code"]]
    return {dutch.format(**notice["params"])} if dutch != english else set()

"""Real Word files and their exports to PDF by LibreOffice: the same findings?

Run by hand: `python tests/benchmarks/bench_same.py [FOLDER] [--keep FOLDER]` (default: the folder
../shared/corpus/documents beside the repository). Real files hold few findings, so each is also compared with
phrases planted in the middle of its longer paragraphs. What a PDF does not show (alt text, comments) is left
out. Prints every difference; exit 1 when fewer than 99 in 100 findings agree.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from termlint import rulebook  # noqa: E402
from termlint.engine import check  # noqa: E402
from termlint.matching.fingerprint import fold  # noqa: E402

if TYPE_CHECKING:
    from termlint.model import Finding
    from termlint.rulebook.model import Ruleset

PLANTED = (
    "wie hoger onderwijs volgt",
    "mensen die hoogopgeleid zijn",
    "alle mbo-leerlingen samen",
    "veel hoog- en laagopgeleiden",
    "een hbo werk- en denkniveau",
    "wie laag opgeleid is",
)
"""Phrases that may be broken at a space, a hyphen, or within a word."""
EVERY = 3
"""One in so many of the texts that are long enough gets a phrase."""
LONG = 10
"""Words from which a text is long enough."""
NOT_SHOWN = frozenset({"alt-text", "comment"})
BAR = 0.99
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = f"{_W}t"
_COPIED = ("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent", f"{_W}sdt")
"""What holds its text twice, or copies it from elsewhere: LibreOffice may show the other one."""


def planted(data: bytes) -> bytes:
    """A Word file with phrases in the middle of its texts."""
    out = io.BytesIO()
    turn = count()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = old.read(item.filename)
            if item.filename in ("word/document.xml", "word/footnotes.xml"):
                part = _with_phrases(part, turn)
            new.writestr(item.filename, part)
    return out.getvalue()


def _with_phrases(part: bytes, turn: count[int]) -> bytes:
    root = etree.fromstring(part)
    double = {text for copied in root.iter(*_COPIED) for text in copied.iter(_TEXT)}
    long = [
        text for text in root.iter(_TEXT) if text not in double and len((text.text or "").split()) >= LONG
    ]
    for text in long[::EVERY]:
        words = (text.text or "").split(" ")
        words.insert(len(words) // 2, PLANTED[next(turn) % len(PLANTED)])
        text.text = " ".join(words)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def export(folder: Path) -> None:
    """The Word files of a folder as PDF beside them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(path) for path in sorted(folder.glob("*.docx")) if not path.with_suffix(".pdf").exists()]
    if files:
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=3600)


def compared(folder: Path) -> tuple[int, int]:
    """How many findings agree, of how many; each that does not is printed."""
    rules = rulebook.load()
    agreed = total = 0
    for path in sorted(folder.glob("*.docx")):
        shown = path.with_suffix(".pdf")
        if not shown.exists():
            print(f"{path.name}: LibreOffice cannot export it")
            continue
        word, page = _shown(path, rules), _shown(shown, rules)
        agreed += (Counter(map(_key, word)) & Counter(map(_key, page))).total()
        total += (Counter(map(_key, word)) | Counter(map(_key, page))).total()
        _print_differences(path.name, "Word", word, page)
        _print_differences(path.name, "PDF", page, word)
    return agreed, total


def _shown(path: Path, rules: Ruleset) -> list[Finding]:
    found = check(path.name, path.read_bytes(), path.suffix, rules).findings
    return [finding for finding in found if finding.location.part not in NOT_SHOWN]


def _key(finding: Finding) -> tuple[str, str, str]:
    outcome = finding.severity if finding.status == "new" else finding.status
    return finding.rule, fold(finding.text), outcome


def _near(finding: Finding) -> tuple[str, ...]:
    """A finding with a few letters on both sides, to tell which of many alike is missing."""
    around = finding.context
    return (*_key(finding), fold(around.before)[-8:], fold(around.after)[:8])


def _print_differences(name: str, side: str, found: list[Finding], others: list[Finding]) -> None:
    """Findings that the other side lacks; of those whose neighbouring words only differ, none."""
    missing = Counter(map(_key, found)) - Counter(map(_key, others))
    known = Counter(map(_near, others))
    for finding in found:
        known[_near(finding)] -= 1
        if missing[_key(finding)] > 0 and known[_near(finding)] < 0:
            where, around = finding.location, finding.context
            print(
                f"{name}: only in {side}: {_key(finding)} {finding.reason or ''} {where.part}"
                f" page {where.page} §{where.paragraph}:"
                f" {around.before[-70:]}[{around.match}]{around.after[:70]}"
            )


def main() -> int:
    """Compare the files as they are, then with phrases planted; whether one is under the bar."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared/corpus/documents")
    parser.add_argument("--keep", type=Path, help="where the exports are kept for a next time")
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        kept = options.keep or Path(temporary)
        for kind, change in (("as they are", bytes), ("planted", planted)):
            folder = kept / kind.replace(" ", "-")
            folder.mkdir(parents=True, exist_ok=True)
            for path in sorted(options.folder.glob("*.docx")):
                (folder / path.name).write_bytes(change(path.read_bytes()))
            export(folder)
            agreed, total = compared(folder)
            print(f"{kind}: {agreed} of {total} findings agree ({agreed / max(total, 1):.2%})")
            failed |= agreed < BAR * total
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

"""A report over one pack speaks of that pack's subject, in every format, and of no other."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.packs.subjects import EDUCATION, PEOPLE, SUBJECTS, each_subject

if TYPE_CHECKING:
    from tests.cli.conftest import Desk
    from tests.packs.subjects import Subject

pytestmark = pytest.mark.slow

SCHOOLING = re.compile(
    r"onderwij|opgeleid|opleid|\bmbo|\bhbo|\bwo\b|\bho\b|vmbo|havo|\bvwo|\broc\b|student|leerling|diploma|school"
    r"|educat|\bpupil|vocational|universit|werk- en denk|denkniveau",
    re.IGNORECASE,
)
SENTENCES = {
    "nota.md": "In de wijk wonen veel {term}.\n\nDe term ‘{term}’ gebruiken wij niet meer.\n",
    "brief.txt": "Wij nodigen {term} uit.\nWij schrijven {new}.\n",
    "schoon.txt": "De gemeente maakt de straat schoon.\n",
}
REPORTS = ("rapport.html", "rapport.xlsx", "rapport.csv", "rapport.json")


@pytest.fixture
def archive(desk: Desk, request: pytest.FixtureRequest) -> Desk:
    subject: Subject = request.getfixturevalue("subject")
    desk.write("termlint.yaml", subject.settings)
    for name, text in SENTENCES.items():
        desk.write(f"archief/{name}", subject.fill(text))
    return desk


def words_of(data: bytes) -> str:
    """All that a report says, its XML parts and its markup left as text."""
    if not data.startswith(b"PK"):
        text = data.decode("utf-8-sig")
        return re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return " ".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("subject", [PEOPLE], ids=lambda subject: subject.name)
def test_a_report_over_another_subject_says_nothing_of_schools(
    archive: Desk, subject: Subject, name: str, lang: str
) -> None:
    done = archive.run("report", "archief", "-o", name, "--lang", lang, "--no-cache")
    assert done.code == 1, done.err
    said = words_of((archive.folder / name).read_bytes())
    assert subject.term in said
    assert SCHOOLING.findall(said + done.out + done.err) == []


@pytest.mark.parametrize("subject", [EDUCATION], ids=lambda subject: subject.name)
def test_a_report_over_schools_does(archive: Desk, subject: Subject) -> None:
    """The twin: the same search finds the words of the first subject."""
    assert archive.run("report", "archief", "-o", "rapport.html", "--no-cache").code == 1
    assert SCHOOLING.search(words_of((archive.folder / "rapport.html").read_bytes()))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("form", ["console", "json", "sarif", "github", "gitlab", "junit", "csv"])
@pytest.mark.parametrize("subject", [PEOPLE], ids=lambda subject: subject.name)
def test_nor_does_a_check(archive: Desk, subject: Subject, form: str, lang: str) -> None:
    done = archive.run(
        "check",
        "archief",
        "--format",
        form,
        "--lang",
        lang,
        "--show-info",
        "--no-cache",
        "--fail-on",
        "error",
    )
    assert done.code == 0, done.err
    assert subject.term in done.out
    assert SCHOOLING.findall(done.out + done.err) == []


@each_subject
def test_the_page_counts_uses_and_mentions_of_the_subject(archive: Desk, subject: Subject) -> None:
    archive.run("report", "archief", "-o", "rapport.json", "--no-cache")
    done = archive.run("check", "archief", "--format", "json", "--no-cache")
    found = [(f["path"], f["reason"] is not None) for f in done.report["findings"]]
    assert sorted(found) == [
        ("archief/brief.txt", False),
        ("archief/nota.md", False),
        ("archief/nota.md", True),
    ]
    assert {f["pack"] for f in done.report["findings"]} == {subject.pack}


@each_subject
def test_the_page_begins_with_what_the_pack_says_and_counts_what_it_likes(
    archive: Desk, subject: Subject
) -> None:
    label, sentence = subject.preferred
    (archive.folder / "archief" / "brief.txt").unlink()
    archive.write("archief/goed.txt", f"{sentence}\n{sentence}\n")
    archive.run("report", "archief", "-o", "rapport.html", "--no-cache")
    said = words_of((archive.folder / "rapport.html").read_bytes())
    assert subject.introduction in said
    assert f"2 keer ‘{label}’" in said
    for other in SUBJECTS:
        assert (other.preferred[0] in said) == (other == subject)

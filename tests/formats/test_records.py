"""What holds of every record, and of what is written elsewhere about the same formats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from termlint.files.discover import Discovery
from termlint.files.filetype import is_report, true_suffix
from termlint.formats import BY_NAME, BY_SUFFIX, FORMATS, UNREAD, Format, function_at
from termlint.readers import READERS, ReadOptions
from termlint.reporters import OUTPUTS, OVERVIEWS, REPORT_FORMATS, REPORTERS, ReportFormat, ReportOptions
from termlint.writers import WRITERS
from tests.builders import docx, pdf
from tests.conftest import ROOT
from tests.reporters.results import document, finding, result

if TYPE_CHECKING:
    from pathlib import Path

READ = [record for record in FORMATS if record.reader]
BINARY = {"docx": docx.word(docx.p("Tekst.")), "pdf": pdf.pdf(pdf.page(pdf.line("Tekst.")))}
"""A small document of each format that is no text."""
LOUD = {".doc", ".dot", ".rtf", ".ppt", ".pps", ".pptx", ".ppsx", ".odt", ".odp", ".wpd", ".pages", ".epub"}

each_read = pytest.mark.parametrize("record", READ, ids=lambda record: record.name)
each_report = pytest.mark.parametrize("record", REPORT_FORMATS.values(), ids=lambda record: record.name)


def small(record: Format) -> bytes:
    return b"Tekst.\n" if record.is_text else BINARY[record.name]


# --- documents ------------------------------------------------------------------------------------


def test_no_suffix_and_no_name_is_taken_twice() -> None:
    suffixes = [suffix for record in FORMATS for suffix in record.suffixes]
    assert len(BY_SUFFIX) == len(suffixes) > 20
    assert len(BY_NAME) == len(FORMATS) > 10
    assert all(re.fullmatch(r"\.[a-z]+", suffix) for suffix in suffixes)


@each_read
def test_a_document_is_called_as_its_record_says(record: Format) -> None:
    for suffix in record.suffixes:
        assert READERS[suffix](small(record), lambda text: True, ReadOptions()).format == record.name


@each_read
def test_content_shows_a_format_that_is_no_text_and_only_that(record: Format) -> None:
    others = [suffix for suffix in BY_SUFFIX if suffix not in record.suffixes]
    for suffix in others:
        told = suffix if record.is_text else record.suffixes[0]
        assert true_suffix(small(record), suffix) == told, suffix
    for suffix in record.suffixes:
        assert true_suffix(small(record), suffix) == suffix


@pytest.mark.parametrize(
    ("rubbish", "suffix", "told"),
    [
        pytest.param(1019, ".docx", ".pdf", id="just near enough"),
        pytest.param(1020, ".docx", ".docx", id="too far"),
        pytest.param(1019, ".csv", ".csv", id="a text may name the header"),
    ],
)
def test_a_header_may_stand_after_some_rubbish(rubbish: int, suffix: str, told: str) -> None:
    assert true_suffix(b"x" * rubbish + b"%PDF-1.7", suffix) == told


@each_read
def test_the_writer_is_there_and_says_what_it_can(record: Format) -> None:
    assert record.writer is not None
    assert callable(function_at(record.writer))
    assert record.name in WRITERS
    assert record.modes


@pytest.mark.parametrize(
    ("name", "unasked", "asked_each"),
    [
        pytest.param("docx", "tracked", "tracked", id="Word"),
        pytest.param("pdf", "comments", "comments", id="PDF"),
        pytest.param("markdown", "comments", "replace", id="text is changed only by who is asked"),
        pytest.param("odt", "comments", "comments", id="what is not written"),
    ],
)
def test_what_fix_does_by_itself(name: str, unasked: str, asked_each: str) -> None:
    record = BY_NAME[name]
    assert (record.default_mode(), record.default_mode(asked_each=True)) == (unasked, asked_each)


@pytest.mark.parametrize(
    ("name", "reserved", "free"),
    [
        pytest.param("html", "<>&", "\"';", id="html"),
        pytest.param("csv", '",;\t\r\n', "<'", id="csv"),
        pytest.param("python", "\"'\\\r\n{}", "`<;", id="python"),
        pytest.param("r", "\"'`\\\r\n{}", "<;", id="r"),
        pytest.param("markdown", "", "<>&\"'`{};", id="markdown"),
    ],
)
def test_signs_that_mean_something(name: str, reserved: str, free: str) -> None:
    assert BY_NAME[name].reserved == set(reserved)
    assert not BY_NAME[name].reserved & set(free)


def test_what_we_ought_to_read_is_told_aloud_and_nothing_else(tmp_path: Path) -> None:
    names = [f"stuk{suffix}" for suffix in (*LOUD, *READERS, ".zip", ".jpg", "")]
    for name in names:
        (tmp_path / name).write_text("x")
    found = {each.suffix: each.code for each in Discovery(READERS).find([str(tmp_path)])}
    assert {suffix for suffix, code in found.items() if code == "unread-format"} == LOUD == UNREAD
    assert {suffix for suffix, code in found.items() if code == "unknown-format"} == {".zip", ".jpg", ""}


def test_the_hooks_get_every_document_that_is_read() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    patterns = {hook["files"] for hook in hooks if hook["id"] != "termlint-rules"}
    assert len(patterns) == 1
    (named,) = re.findall(r"\\\.\(([a-z|]+)\)\$", patterns.pop())
    assert sorted(f".{name}" for name in named.split("|")) == sorted(READERS)


def test_the_readme_names_every_document_that_is_read() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (table,) = re.findall(r"^## What it reads$\n\n((?:\|.*\n)+)", readme, flags=re.MULTILINE)
    assert sorted(re.findall(r"(?<=[ |])\.[a-z]+", table)) == sorted(READERS)


# --- reports --------------------------------------------------------------------------------------

RUN = result(document(finding()))


@each_report
def test_a_report_can_be_shown_unless_it_is_binary(record: ReportFormat) -> None:
    made = REPORTERS[record.name](RUN, ReportOptions())
    data = made if isinstance(made, bytes) else made.encode()
    assert (b"\0" in data) == record.is_binary


@each_report
def test_a_report_is_no_document_when_a_folder_is_walked(record: ReportFormat) -> None:
    made = REPORTERS[record.name](RUN, ReportOptions())
    data = made if isinstance(made, bytes) else made.encode()
    for suffix in record.suffixes:
        assert is_report(data, suffix) == (suffix in READERS)


def test_each_suffix_of_a_report_means_one_format() -> None:
    suffixes = [suffix for record in REPORT_FORMATS.values() for suffix in record.suffixes]
    assert len(OUTPUTS) == len(suffixes) > 4
    assert set(OVERVIEWS) == {".html", ".htm", ".xlsx", ".csv", ".json"}


def test_the_readme_names_every_report() -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    (others,) = re.findall(r"Also: ([a-z, ]+);", readme)
    assert sorted([*others.split(", "), "json"]) == sorted(REPORT_FORMATS)

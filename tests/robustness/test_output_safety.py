"""No text of a document, file name or rule is obeyed by what shows it: a law for each reporter.

The strings are those that terminals, browsers, spreadsheets and build servers act upon, alone and in
any company. They stand in every field of a result that comes from outside.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from lxml import etree, html

from termlint.cli.check import next_step
from termlint.messages.sanitize import for_screen
from termlint.model import Cell, Context, Notice, Result, Suggestion
from termlint.reporters import REPORTERS, ReportOptions, RuleCard
from termlint.reporters.base import Overview
from termlint.reporters.load import from_json
from tests.reporters.conftest import browser  # noqa: F401 - a fixture
from tests.reporters.results import WORD_PLACE, document, finding, result
from tests.reporters.test_xlsx import read
from tests.robustness.obeyed import COMMAND, HOSTILE, OBEYED, SCREEN, TEXTS, each_hostile

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


def everywhere(text: str) -> Result:
    """A run in which all that can come from a document, a file name, a rule or a person is `text`."""
    hit = finding(
        "x",
        text=text,
        message=text,
        reason=text or None,
        context=Context(text, text, text),
        location=WORD_PLACE.__class__("body", 0, 0, 1, page=2, page_label=text, heading=text),
        suggestions=(Suggestion(text, "choice"), Suggestion(text, "advice")),
    )
    cell = finding("y", text=text, location=WORD_PLACE.__class__("table", 0, 0, 1, cell=Cell(1, 2, 3)))
    unread = Notice("unknown-format", {"suffix": text, "known": text})
    return result(
        document(hit, cell, path=text or "a"),
        document(path=f"map/{text}", status="failed", notices=(unread,)),
        document(path=f"{text}.docx", status="partial", notices=(unread,)),
        fixed=(hit,),
    )


def rendered(name: str, text: str, **changes: Any) -> str | bytes:
    card = RuleCard("hoogopgeleid", text or "a", "error", text, text, text)
    made = everywhere(text)
    options = ReportOptions(
        rules={"hoogopgeleid": card},
        overview=Overview(title=text),
        show_info=True,
        show_exempt=True,
        next_step=next_step(made),
    )
    return REPORTERS[name](made, options)


def decoded(name: str, text: str) -> str:
    made = rendered(name, text)
    return made.decode() if isinstance(made, bytes) else made.encode("utf-8", "backslashreplace").decode()


@pytest.mark.parametrize("name", SCREEN)
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_a_screen_obeys_nothing_in_a_report(name: str, text: str) -> None:
    made = decoded(name, text)
    assert OBEYED.findall(made.replace("\r\n", "\n") if name == "csv" else made) == []


@pytest.mark.parametrize("name", ["console", "json", "gitlab", "sarif"])
@each_hostile
def test_a_build_server_obeys_nothing_in_a_log(name: str, text: str) -> None:
    made = decoded(name, text)
    shown = for_screen(made) if name == "console" else made
    assert [line for line in shown.splitlines() if COMMAND.search(line)] == []


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_github_sees_one_command_a_line_and_only_ours(text: str) -> None:
    lines = decoded("github", text).split("\n")
    assert lines.pop() == ""
    assert len(lines) == 4
    for line in lines:
        found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert found, line
        names = [each.partition("=")[0] for each in found[2].split(",")]
        assert set(names) <= {"file", "line", "endLine", "col", "endColumn", "title"}


@each_hostile
def test_json_says_exactly_what_was_read(text: str) -> None:
    made = rendered("json", text)
    assert isinstance(made, str)
    again = from_json(made.encode("utf-8", "backslashreplace"))
    was = everywhere(text)
    assert again.documents == was.documents or [
        (d.path, [(f.text, f.message, f.context, f.suggestions) for f in d.findings]) for d in again.documents
    ] == [
        (d.path, [(f.text, f.message, f.context, f.suggestions) for f in d.findings]) for d in was.documents
    ]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_sarif_makes_no_link_of_a_documents_words(text: str) -> None:
    log = json.loads(decoded("sarif", text))

    def messages(value: object) -> list[str]:
        if isinstance(value, list):
            return [found for each in value for found in messages(each)]
        if not isinstance(value, dict):
            return []
        own = [str(value["message"]["text"])] if isinstance(value.get("message"), dict) else []
        return own + [found for each in value.values() for found in messages(each)]

    found = messages(log)
    assert len(found) >= 4
    assert [each for each in found if re.search(r"\[[^\]]*\]\(", each)] == []


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    rows = list(
        csv.reader(io.StringIO(decoded("csv", text).removeprefix("\ufeff"), newline=""), delimiter=";")
    )
    assert {len(row) for row in rows} == {17}
    cells = [cell for row in rows[1:] for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@|＝＋－＠") and cell.strip()] == []


@each_hostile
def test_no_cell_of_a_workbook_is_a_formula_or_a_link_elsewhere(text: str) -> None:
    made = rendered("xlsx", text)
    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                part = package.read(name)
                etree.fromstring(part)
                assert b"<f>" not in part.replace(b"</f>", b"<f>") or "charts" in name
                assert OBEYED.findall(part.decode().replace("\r\n", "\n")) == []
                assert b'Target="http' not in part
    book = read(made)
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n", "inlineStr"}


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_junit_is_xml_with_our_elements_only(text: str) -> None:
    made = rendered("junit", text)
    assert isinstance(made, bytes)
    tags = {str(element.tag) for element in etree.fromstring(made).iter()}
    assert tags <= {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}


@each_hostile
def test_html_has_the_elements_of_a_page_without_hostile_words(text: str) -> None:
    harmless = re.sub("[^/]", "a", text)  # of the same shape: a folder is shown apart from its file
    plain, page = (html.document_fromstring(decoded("html", each)) for each in (harmless, text))
    assert [e.tag for e in page.iter(etree.Element)] == [e.tag for e in plain.iter(etree.Element)]
    known = {name for element in plain.iter(etree.Element) for name in element.attrib}
    assert {name for element in page.iter(etree.Element) for name in element.attrib} <= known


def test_no_script_of_a_document_runs_in_a_browser(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    for number, text in enumerate(HOSTILE.values()):
        file = tmp_path / f"rapport-{number}.html"
        file.write_text(decoded("html", text), "utf-8")
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("window.hit") is None, text
    page.close()
    assert len(asked) == len(HOSTILE)
    assert {url.partition("rapport-")[0] for url in asked} == {f"{tmp_path.as_uri()}/"}

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
from hypothesis import strategies as st
from lxml import etree, html

from termlint.cli.check import next_step
from termlint.messages.sanitize import CONTROLS, DIRECTIONS, for_screen
from termlint.model import Cell, Context, Notice, Result, Suggestion
from termlint.reporters import REPORTERS, ReportOptions, RuleCard
from termlint.reporters.base import Overview
from termlint.reporters.load import from_json
from tests.reporters.results import WORD_PLACE, document, finding, result
from tests.reporters.test_html_browser import browser  # noqa: F401 - a fixture
from tests.reporters.test_xlsx import read
from tests.rulebook.packs import RULE, pack

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.cli.conftest import Desk

HOSTILE = {
    "clear the screen": "\x1b[2J\x1b[1;1H",
    "window title": "\x1b]0;titel\x07",
    "device control": "\x1bP$q\x1b\\",
    "C1 control": "\x9b31m",
    "backspace": "zichtbaar\x08\x08\x7f",
    "carriage return": "fout\rgoed",
    "direction": "\u202egnp.exe\u2066\u2069\u200f",
    "GitHub command": "x\n::error file=a,line=1::gelukt",
    "GitHub escape": "%0A::add-mask::a%25",
    "older GitHub command": "##[set-output name=a;]b",
    "Azure command": "##vso[task.setvariable variable=a]b",
    "script": "</script></style><script>window.hit = 1</script>",
    "handler": "\"'><img src=x onerror='window.hit = 1'>",
    "template": "{{ 7 * 7 }}{% raw %}",
    "formula": '=HYPERLINK("http://127.0.0.1:9","a")',
    "formula behind a control character": "\x01=1+1",
    "full-width formula": "＝1+1",
    "plus": "+1;=2",
    "command": "@SUM(1)|cmd",
    "tab": "\t=1",
    "Markdown": "[klik](http://127.0.0.1:9) `a` | b | <b>",
    "no XML": "\x00\x0c\ufffe]]>&#0;",
    "half a character": "\udcff a \ud800",
    "separators": "a\u2028b\u2029c\x85d",
}
OBEYED = re.compile(f"[{CONTROLS}{DIRECTIONS}]")
COMMAND = re.compile(r"^\s*::[A-Za-z]|##[A-Za-z]*\[")
TEXTS = st.lists(st.sampled_from(sorted(HOSTILE.values())) | st.text(max_size=12), max_size=4).map("".join)
SCREEN = ("console", "json", "sarif", "github", "gitlab", "junit", "csv", "html")

each_hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


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


# --- the commands themselves ------------------------------------------------------------------------

RULE_TEXT = RULE.replace("title: Proef", r'title: "Proef\e[2J\e]0;titel\a"').replace(
    "why: Om te proeven.", r'why: "Om\e[31m te proeven.\L##vso[a]b \u202e"'
)
SAID = "In het hoger onderwijs, \x1b]0;T\x07 ##vso[a]b \x9b31m \u202e zegt men proefwoord.\n::error::y\n"
DOCUMENT = "stukken/\x1b[2J::error::e##[a].txt"
COMMANDS = (
    *(("check", "stukken", "--jobs", "1", "--format", name) for name in SCREEN),
    (
        "check",
        "stukken",
        "kapot\x1b[2J.docx",
        "weg\x1b[2J.docx",
        "--jobs",
        "1",
        "--show-info",
        "--show-exempt",
    ),
    ("check", "--select", "geen\x1b[2J", "stukken"),
    ("check", "--config", "geen\x1b[2J.yaml"),
    ("check", "--show-config"),
    ("fix", DOCUMENT, "--dry-run"),
    ("fix", DOCUMENT, "--dry-run", "--mode", "replace"),
    ("report", "stukken", "-o", "r.html", "-o", "r.xlsx", "--jobs", "1"),
    ("explain", "proef"),
    ("explain", "proef\x1b[2J"),
    ("rules", "list"),
    ("rules", "list", "--format", "json"),
    ("rules", "show", "proef"),
    ("rules", "test", "termen"),
    ("rules", "impact", DOCUMENT),
    ("baseline", "create", DOCUMENT, "--jobs", "1", "--force"),
    ("baseline", "show"),
    ("onbekend\x1b[2J",),
)


@pytest.fixture
def hostile_desk(desk: Desk) -> Desk:
    """A folder whose documents, file names and rules all try."""
    for number, text in enumerate(HOSTILE.values()):
        name = re.sub("[\0/\ud800]", "_", text)
        desk.write(f"stukken/{number}{name}.txt", SAID)
    desk.write(DOCUMENT, SAID)
    desk.write("kapot\x1b[2J.docx", b"PK geen Word")
    pack(desk.folder / "termen" / "eigen", RULE_TEXT)
    desk.write("termlint.yaml", 'packs: [termen/eigen]\nexclude: ["geen\\e[2J"]\n')
    return desk


def test_no_command_lets_a_screen_or_a_build_server_obey(hostile_desk: Desk) -> None:
    codes = []
    for arguments in COMMANDS:
        ran = hostile_desk.run(*arguments)
        codes.append(ran.code)
        assert ran.out + ran.err
        for said in (ran.out, ran.err):
            assert OBEYED.findall(said.replace("\r\n", "\n")) == [], arguments
            lines = said.splitlines() if arguments[-1] not in ("github", "csv", "junit", "html") else []
            assert [line for line in lines if COMMAND.search(line)] == [], arguments
            assert "TERMLINT_DEBUG" not in said, arguments
    assert set(codes) == {0, 1, 2}


@pytest.mark.parametrize(
    "name",
    [
        "a b.txt",
        "a$(touch gehackt).txt",
        "a`touch gehackt`.txt",
        "a;touch gehackt;.txt",
        "'\"'.txt",
        "-rf.txt",
    ],
)
def test_the_next_command_can_be_pasted_whatever_the_name(desk: Desk, name: str) -> None:
    desk.write(f"map/{name}")
    desk.write(name)
    command = next_step(result(document(finding(), path=name)))
    shell = desk.shell(f"printf '%s|' {command}")
    assert shell.stdout.decode().split("|")[:3] == [
        "termlint",
        "fix",
        f"./{name}" if name[0] == "-" else name,
    ]
    assert not (desk.folder / "gehackt").exists()

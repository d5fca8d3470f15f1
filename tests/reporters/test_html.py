"""The page as text: complete, self-contained, escaped, in two languages."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from termlint.model import Box, Context, Notice, Suggestion
from termlint.reporters import html_rows
from termlint.reporters.base import Overview, ReportOptions
from termlint.reporters.html import render
from termlint.statistics.model import RunTotals
from termlint.statistics.summary import summarise
from tests.reporters.archive import RULES, archive, document, finding, result

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)",
    "</style><script>",
    "{{ 7 * 7 }}{% if %}",
    "<!--",
    "&lt;b&gt;",
]
VOID = {"area", "br", "hr", "img", "input", "link", "meta", "rect", "line"}


class Outline(HTMLParser):
    """Elements with their attributes, ids, and whether every tag that opens is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


def outline(*, lang: str = "nl", made: object = None, **overview: object) -> Outline:
    options = ReportOptions(lang=lang, rules=RULES, overview=Overview(**overview))  # type: ignore[arg-type]
    return Outline(render(made or archive(60, 200), options))  # type: ignore[arg-type]


def test_every_finding_is_there_with_its_sentence_and_what_to_write() -> None:
    page = outline()
    summary = summarise(archive(60, 200))
    shown = [a for tag, a in page.elements if tag == "li" and a.get("data-s")]
    assert len(shown) == sum(len(d.result.findings) for d in summary.documents)
    text = "".join(page.text)
    for document_ in summary.documents:
        for hit in document_.result.findings:
            assert f"{hit.context.before}{hit.context.match}{hit.context.after}" in text
    assert "Schrijf liever: hbo- en wo-opgeleiden of mensen met een hbo- of wo-diploma." in text


def test_tags_close_and_ids_are_unique_and_every_link_within_leads_somewhere() -> None:
    page = outline()
    assert page.open == []
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(ids)
    assert set(page.values("for")) <= set(ids)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_is_fetched_from_anywhere(lang: str) -> None:
    page = outline(lang=lang)
    for name in ("src", "srcset", "action", "formaction", "data", "poster", "background", "ping", "style"):
        assert page.values(name) == []
    assert [tag for tag, _ in page.elements if tag in ("link", "iframe", "img", "object", "base")] == []
    assert not re.search(r"url\(|@import|https?:|//", "".join(_blocks(page, "style")))


def test_the_policy_allows_these_scripts_and_styles_and_no_others() -> None:
    made = render(
        archive(20, 20), ReportOptions(rules=RULES, overview=Overview(theme=".stad-theme { color: red }"))
    )
    policy = next(a["content"] for tag, a in Outline(made).elements if a.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    for kind in ("script", "style"):
        texts = re.findall(f"<{kind}>(.*?)</{kind}>", made, re.DOTALL)
        assert len(texts) == 2
        for text in texts:
            assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy


def _blocks(page: Outline, tag: str) -> list[str]:
    return [text for text in page.text if tag == "style" and "{" in text and ":root" in text]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_documents_stays_text(text: str) -> None:
    hit = finding(
        "x",
        text=text,
        message=text,
        reason=text,
        context=Context(text, text, text),
        suggestions=(Suggestion(text, "choice"), Suggestion(text, "advice")),
    )
    made = result(
        replace(document(f"{text}/{text}.docx"), findings=(hit,)), replace(document(text), status="failed")
    )
    plain, page = outline(made=result(document("a.docx", 1)), title="x"), outline(made=made, title=text)
    assert "".join(page.text).count(text) >= 8
    assert [t for t, _ in page.elements].count("script") == [t for t, _ in plain.elements].count("script")
    assert not {"onerror", "onfocus"} & {name for _, attributes in page.elements for name in attributes}


def test_control_characters_and_half_characters_become_a_mark() -> None:
    hit = finding("x", context=Context("\x00\x1b[31m", "\ud800", "\ufffe"))
    made = render(result(replace(document("a.docx"), findings=(hit,))), ReportOptions())
    assert made.encode()
    assert not re.search("[\x00\x1b\ufffe]", made)


def test_a_theme_joins_with_its_classes_and_cannot_leave_its_element() -> None:
    theme = ".gemeente-theme { --utrecht-link-color: #900 } </style><script>alert(1)</script>"
    made = render(result(document("a.docx", 1)), ReportOptions(overview=Overview(theme=theme)))
    page = Outline(made)
    assert page.elements[0][1]["class"] == "gemeente-theme"
    assert [tag for tag, _ in page.elements].count("script") == 2


def test_english_page_says_which_words_are_dutch() -> None:
    page = outline(lang="en")
    assert page.elements[0] == ("html", {"lang": "en"})
    assert "Where it stands" in "".join(page.text)
    sentences = [a for tag, a in page.elements if tag == "p" and a.get("lang") == "nl"]
    assert len(sentences) >= 200
    assert "lang" not in str([a for tag, a in outline().elements if tag == "p"])


def test_links_open_the_document_its_copy_and_the_page_of_a_pdf() -> None:
    path = "archief/nota.pdf"
    boxed = finding(path)
    located = replace(boxed, location=replace(boxed.location, page=12, boxes=(Box(12, 1, 2, 3, 4),)))
    made = result(replace(document(path), findings=(located,)))
    page = outline(made=made, links={path: "../nota.pdf"}, copies={path: "../nota.termlint.pdf"})
    hrefs = page.values("href")
    assert {"../nota.pdf", "../nota.termlint.pdf", "../nota.pdf#page=12"} <= set(hrefs)


def test_links_to_findings_stay_the_same_when_other_documents_come_and_go() -> None:
    one, two = document("a.docx", 3), document("b.docx", 3)
    alone, together = outline(made=result(one)).values("id"), outline(made=result(two, one)).values("id")
    mine = {name for name in alone if name.startswith("d-")}
    assert len(mine) == 4
    assert mine <= set(together)


def test_the_worst_document_comes_first() -> None:
    made = outline(made=result(document("a.docx", 1), document("b.docx", 5), document("c.docx", 0)))
    rows = [a["data-v"] for tag, a in made.elements if tag == "tr" and a.get("data-v")]
    assert [row.split()[0] for row in rows if row] == ["5", "1", "0"]


def test_a_page_that_is_full_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_rows, "MOST_FINDINGS", 3)
    monkeypatch.setattr(html_rows, "MOST_DOCUMENTS", 2)
    page = outline(made=result(document("a.docx", 2), document("b.docx", 2), document("c.docx")))
    assert len([a for tag, a in page.elements if tag == "li" and a.get("data-s")]) == 3
    text = "".join(page.text)
    assert "toont 3 van 4 bevindingen" in text
    assert "toont 2 van 3 documenten" in text


def totals(month: int, **changes: int) -> RunTotals:
    return RunTotals(f"2026-{month:02}-05T10:00:00+00:00", 10, 20_000, 40, 20, 5, **changes)  # type: ignore[arg-type]


def test_trend_tells_new_fixed_and_remaining() -> None:
    trend = (totals(1), totals(2, new=4, fixed=9, remaining=56, gone=1))
    text = "".join(outline(trend=trend).text)
    assert "Sinds de vorige meting van 5 januari 2026: 4 nieuw, 9 opgelost, 56 nog over." in text
    assert "1 stond in een document dat er nu niet meer bij is." in text
    assert "eerste meting" in "".join(outline(trend=trend[:1]).text)
    assert "--history" in "".join(outline().text)


VERDICTS = [
    pytest.param([], "Er is geen document gelezen.", id="nothing"),
    pytest.param([0], "Alles in orde: in het ene gelezen document staat geen woord", id="one clean"),
    pytest.param([0, 0], "Alles in orde: in de 2 gelezen documenten staat geen woord", id="all clean"),
    pytest.param([1], "Er staat 1 woord dat u beter kunt vervangen in het gelezen document.", id="one"),
    pytest.param([2, 0], "Er staan 2 woorden die u beter kunt vervangen, in 1 van de 2", id="some"),
]


@pytest.mark.parametrize(("findings", "verdict"), VERDICTS)
def test_verdict(findings: list[int], verdict: str) -> None:
    made = result(*(document(f"{n}.docx", uses) for n, uses in enumerate(findings)))
    assert verdict in "".join(outline(made=made).text)


def test_what_was_not_read_is_said_with_its_reason() -> None:
    failed = replace(document("dicht.docx"), status="failed", notices=(Notice("vanished", {}),))
    kind = replace(
        document("oud.doc"), status="skipped", notices=(Notice("unread-format", {"suffix": ".doc"}),)
    )
    newer = replace(document("nieuw.pdf"), notices=(Notice("a-code-of-tomorrow", {}),))
    page = outline(made=result(failed, kind, newer, document("a.docx", 1)))
    text = "".join(page.text)
    assert "1 document is van een soort die termlint niet leest (.doc)." in text
    assert "a-code-of-tomorrow" in text
    assert "Let op: 1 document konden wij niet lezen." in text
    assert "dicht.docx" in text


def test_the_same_run_gives_the_same_page() -> None:
    options = ReportOptions(rules=RULES)
    assert render(archive(30, 60), options) == render(archive(30, 60), options)

"""The page in a browser, as editors use it: filter, sort, links, keyboard, print, both themes, no request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from termlint.reporters.base import Overview, ReportOptions
from termlint.reporters.html import render
from termlint.statistics.model import RunTotals
from termlint.statistics.summary import summarise
from tests.reporters.archive import RULES, archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

THEMES = ("light", "dark")
WIDTHS = (1280, 768, 390)
FOUND = archive(160, 600)
TREND = (
    RunTotals("2026-09-20T10:00:00+00:00", 150, 1_900_000, 700, 150, 200),
    RunTotals("2026-10-20T10:00:00+00:00", 155, 1_950_000, 640, 130, 230, 40, 120, 730, 0, True),
    RunTotals("2026-11-20T10:00:00+00:00", 160, 2_000_000, 600, 120, 260, 30, 80, 690),
)


@pytest.fixture(scope="module")
def browser(needs: Callable[[str], str]) -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api")
    program = needs("chromium")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    links = {d.path: f"../{d.path.replace(' ', '%20')}" for d in FOUND.documents}
    options = ReportOptions(rules=RULES, overview=Overview(trend=TREND, links=links))
    return _written(tmp_path_factory.mktemp("rapport") / "rapport.html", render(FOUND, options))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    options = ReportOptions(rules=RULES, overview=Overview(trend=TREND))
    return _written(tmp_path_factory.mktemp("klein") / "rapport.html", render(archive(40, 80), options))


def _written(path: Path, page: str) -> Path:
    path.write_text(page, "utf-8")
    return path


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    """The open report; no test may leave an error or a request behind."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    context.set_default_timeout(5_000)
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda message: troubles.append(message.text))
    opened.on("request", lambda request: _own(request.url, file) or troubles.append(request.url))
    opened.goto(file.as_uri())
    yield opened
    context.close()
    assert troubles == []


def _own(url: str, file: Path) -> bool:
    return url.split("?")[0].split("#")[0] == file.as_uri()


def shown(page: Page, selector: str) -> int:
    return int(page.locator(f"{selector}:visible").count())


def names(page: Page) -> list[str]:
    """The documents of the table as they are shown, from top to bottom."""
    return list(page.locator("#documententabel tbody tr:visible td:first-child a").all_inner_texts())


def status(page: Page) -> list[int]:
    """Documents, all documents, findings, all findings, as the page says."""
    return [int(n.replace(".", "")) for n in re.findall(r"[\d.]*\d", page.locator("#getoond").inner_text())]


def settled(page: Page) -> None:
    page.wait_for_timeout(250)  # the search waits until typing stops


# --- accessible ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(browser: Browser, small: Path, theme: Any, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # Past the policy, which keeps out the checker as it keeps out everything that is not the page's own.
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True
    )
    opened = context.new_page()
    opened.goto(f"{small.as_uri()}?soort=alles")
    opened.get_by_role("button", name="Klap alles open").click()
    opened.locator("details.termlint-details").evaluate("details => details.open = true")
    answer = axe.run(opened).response
    context.close()
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in answer["violations"]] == []
    assert len(answer["passes"]) > 20


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_never_scrolls_sideways(browser: Browser, file: Path, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 900})
    opened.goto(file.as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    opened.close()


def test_themes_follow_the_computer_and_the_choice(page: Page) -> None:
    def background() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = background()
    page.get_by_label("Weergave").select_option("dark")
    dark = background()
    assert dark != light
    page.emulate_media(color_scheme="dark")
    page.get_by_label("Weergave").select_option("light")
    assert background() == light
    page.get_by_label("Weergave").select_option("")
    assert background() == dark
    page.emulate_media(color_scheme="light")


def test_the_keyboard_alone_reaches_and_works_everything(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.locator("#zoek").focus()
    page.keyboard.type("stage")
    settled(page)
    assert status(page)[0] < status(page)[1]
    page.locator("#documententabel th button").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#documententabel th").first.get_attribute("aria-sort") == "ascending"
    page.locator("details.utrecht-accordion__section:visible summary").first.focus()
    page.keyboard.press("Enter")
    assert shown(page, ".termlint-findings li") > 0


def test_focus_is_always_seen(page: Page) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.evaluate("document.activeElement.outerHTML")


# --- filter, sort, links ------------------------------------------------------------------------------


def test_at_first_the_uses_are_shown(page: Page) -> None:
    summary = summarise(FOUND)
    findings = sum(len(d.result.findings) for d in summary.documents)
    assert status(page) == [len(summary.documents)] * 2 + [summary.counts.uses, findings]


def test_search_finds_in_sentences_and_in_names(page: Page) -> None:
    page.locator("#zoek").fill("STAGE bij onze")
    settled(page)
    page.get_by_role("button", name="Klap alles open").click()
    for text in page.locator(".termlint-findings li:visible > p:first-child").all_inner_texts():
        assert "stage bij onze" in text
    page.locator("#zoek").fill("Wijkprofiel")
    settled(page)
    assert names(page)
    assert all("Wijkprofiel" in name for name in names(page))


def test_filters_narrow_to_what_the_numbers_say(page: Page) -> None:
    summary = summarise(FOUND, rules=RULES)
    [rule] = [r for r in summary.rules if r.card.id == "mbo-leerling"]
    page.locator("#regel").select_option("mbo-leerling")
    settled(page)
    assert status(page)[0] == rule.documents
    assert status(page)[2] == rule.counts.uses
    page.locator("#soort").select_option("i")
    settled(page)
    assert status(page)[2] == rule.counts.info
    page.get_by_role("button", name="Wis filters").click()
    settled(page)
    [group] = [g for g in summary.groups if g.name == "Werk en Inkomen"]
    page.locator("#groep").select_option("Werk en Inkomen")
    settled(page)
    assert status(page)[0] == group.documents
    assert status(page)[2] == group.counts.uses
    page.get_by_label("Alleen nieuwe").check()
    settled(page)
    assert status(page)[2] == group.counts.uses - group.counts.known


def test_nothing_found_says_what_to_do(page: Page) -> None:
    page.locator("#zoek").fill("zoiets staat er niet")
    settled(page)
    assert page.get_by_text("Geen document past bij dit filter").is_visible()
    assert shown(page, "#documententabel tbody tr") == 0


def test_the_filter_is_in_the_address_and_comes_back_from_it(page: Page) -> None:
    page.locator("#zoek").fill("stage")
    page.locator("#groep").select_option("Werk en Inkomen")
    page.get_by_role("button", name="Woorden", exact=True).click()
    settled(page)
    assert "zoek=stage" in page.url
    assert "groep=Werk" in page.url
    before = status(page), page.locator("#documententabel tbody tr:visible td:first-child").all_inner_texts()
    page.reload()
    assert (
        status(page),
        page.locator("#documententabel tbody tr:visible td:first-child").all_inner_texts(),
    ) == before
    assert page.locator("#zoek").input_value() == "stage"


def test_a_click_on_a_rule_or_a_group_shows_its_findings(page: Page) -> None:
    page.locator("#r-mbo-leerling").get_by_role("link", name="Toon de bevindingen").click()
    settled(page)
    assert page.locator("#regel").input_value() == "mbo-leerling"
    page.locator("#afdelingen tbody").get_by_role("link", name="Ruimte").click()
    settled(page)
    assert (page.locator("#regel").input_value(), page.locator("#groep").input_value()) == ("", "Ruimte")


def test_columns_sort_both_ways(page: Page) -> None:
    def column(number: int) -> list[float]:
        cells = page.locator(f"#documententabel tbody tr:visible td:nth-child({number})").all_inner_texts()
        return [float(cell.replace(".", "").replace(",", ".").replace("–", "-1")) for cell in cells]

    uses = column(3)
    assert uses == sorted(uses, reverse=True)
    page.get_by_role("button", name="Per 10.000 woorden").click()
    assert column(6) == sorted(column(6), reverse=True)
    page.get_by_role("button", name="Per 10.000 woorden").click()
    assert column(6) == sorted(column(6))
    page.get_by_role("button", name="Document", exact=True).click()
    assert page.locator("#documententabel th").first.get_attribute("aria-sort") == "ascending"
    assert names(page) == sorted(names(page), key=str.lower)


def test_a_link_to_a_finding_opens_it_even_when_a_filter_hides_it(page: Page, file: Path) -> None:
    hidden = page.locator('.termlint-findings li[data-s="x"]').last.get_attribute("id")
    page.goto(f"{file.as_uri()}?soort=w#{hidden}")
    assert page.locator(f'[id="{hidden}"]').is_visible()
    assert page.locator(f'[id="{hidden}"]').evaluate("e => e === document.activeElement")
    last = page.locator("details.utrecht-accordion__section").last.get_attribute("id")
    page.goto(f"{file.as_uri()}#{last}")
    assert page.locator(f'[id="{last}"] ol').is_visible()


def test_more_documents_come_when_asked(page: Page) -> None:
    assert shown(page, "#documententabel tbody tr") == 100
    page.get_by_role("button", name="Toon meer documenten").click()
    assert shown(page, "#documententabel tbody tr") == len(summarise(FOUND).documents)
    assert not page.locator("#meer").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "A"


# --- print, no script, size -----------------------------------------------------------------------------


def test_print_is_light_and_without_controls(page: Page) -> None:
    page.locator("#groep").select_option("Ruimte")
    page.get_by_label("Weergave").select_option("dark")
    settled(page)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)",)
    assert not page.locator("#filter").is_visible()
    assert page.get_by_text("Gefilterd op: Ruimte").is_visible()
    assert len(page.pdf(format="A4")) > 20_000
    page.emulate_media(media="screen")


def test_without_script_everything_is_there(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file.as_uri())
    documents = len(summarise(FOUND).documents)
    assert opened.locator("#documententabel tbody tr:visible").count() == documents
    assert opened.locator(".needs-js:visible").count() == 0
    context.close()


def test_ten_thousand_findings_are_on_the_screen_within_a_second(browser: Browser, tmp_path: Path) -> None:
    page_text = render(archive(1500, 10_000), ReportOptions(rules=RULES))
    big = _written(tmp_path / "groot.html", page_text)
    assert big.stat().st_size < 10_000_000
    paints = []
    for _ in range(3):  # the fastest of three: other work on the machine is not the page's
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.goto(big.as_uri())
        paints.append(opened.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        took = opened.evaluate(
            """() => {
                const before = performance.now();
                document.getElementById("zoek").value = "fiets";
                document.getElementById("filter").requestSubmit();
                document.body.getBoundingClientRect();
                return performance.now() - before;
            }"""
        )
        opened.close()
    assert min(paints) < 1000
    assert took < 1000

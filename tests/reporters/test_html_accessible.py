"""The page for everyone: axe, every width and theme, the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.reporters.shown import settled, shown, status

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow


THEMES = ("light", "dark")


WIDTHS = (1280, 768, 390)


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

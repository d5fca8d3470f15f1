"""The report in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.reporters.base import Overview, ReportOptions
from termlint.reporters.html import render
from termlint.statistics.model import RunTotals
from tests.reporters.archive import RULES, archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


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

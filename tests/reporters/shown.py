"""What the open report shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


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

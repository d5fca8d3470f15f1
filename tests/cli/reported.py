"""What `termlint report` wrote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def page(desk: Desk, name: str = "rapport.html") -> str:
    return (desk.folder / name).read_text("utf-8")


def run_of(desk: Desk, name: str = "run.json") -> dict[str, object]:
    made: dict[str, object] = json.loads((desk.folder / name).read_text("utf-8"))
    return made

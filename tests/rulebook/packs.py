"""Rule packs for tests, in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
id: proef
severity: warning
title: Proef
message: "‘{match}’ is een proef."
why: Om te proeven.
source: {title: Handboek}
words:
  proefwoord: noun
match:
  - proefwoord
suggest:
  - {text: schrijf iets anders, safety: advice}
examples:
  flag:
    - Hier staat een [proefwoord] in de zin.
  pass:
    - Hier staat niets.
"""
PACK = "id: eigen\ntitle: Eigen regels\n"


def pack(folder: Path, rule: str | None = RULE, settings: str = PACK, name: str = "proef") -> Path:
    """A folder with a pack.yaml and one rule (None: no rule)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(settings, "utf-8")
    if rule is not None:
        (folder / f"{name}.yaml").write_text(rule, "utf-8")
    return folder


def changed(*changes: tuple[str, str]) -> str:
    """The rule with each of these texts replaced; every one must be there."""
    text = RULE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text

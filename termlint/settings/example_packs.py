"""The rule packs that come with termlint but hold only for who names them in `packs:`."""

from __future__ import annotations

from pathlib import Path

PACK_FILE = "pack.yaml"


def root() -> Path:
    """The folder that holds them: in the wheel, or `examples/packs` beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "example_packs"
    return inside if inside.is_dir() else package.parent / "examples" / "packs"


def names() -> list[str]:
    """What they are called, sorted."""
    return sorted(path.parent.name for path in root().glob(f"*/{PACK_FILE}"))


def find(name: str) -> Path | None:
    """The folder of the one with this name; None when there is none, or for what can only be a path."""
    return root() / name if name in names() else None


def is_one(folder: Path) -> bool:
    """Whether a folder is one of them, so that its files are ours and not the user's."""
    return folder.parent == root()

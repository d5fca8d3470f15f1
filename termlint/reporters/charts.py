"""The geometry of the charts: horizontal bars in per cent of the width, columns on a fixed height. Pure.

Drawn in per cent, a chart fills a screen of any width while its letters keep their size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BAR_STEP = 46
_COLUMN_ROOM, _COLUMN_HEAD, _COLUMN_FOOT = 180, 24, 28
_LABEL = 38


@dataclass(frozen=True, slots=True)
class ChartValue:
    """One row of a chart: `parts` are (kind, size) from the axis outwards; `shown` is their sum in words."""

    label: str
    shown: str
    parts: tuple[tuple[str, float], ...]

    @property
    def size(self) -> float:
        """All parts together."""
        return sum(size for _, size in self.parts)


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A piece of a bar (in per cent, from the left) or of a column (in pixels, from the top)."""

    kind: str
    start: float
    size: float


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A horizontal bar under its label; `top` in pixels."""

    label: str
    value: str
    top: int
    parts: tuple[ChartPart, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart of horizontal bars, `height` pixels high."""

    bars: tuple[ChartBar, ...]
    height: int


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """A column above its label: `left`, `middle` and `width` in per cent, `top` in pixels.

    Only `major` labels stay where there is little room.
    """

    label: str
    value: str
    left: float
    middle: float
    width: float
    top: float
    parts: tuple[ChartPart, ...]
    major: bool


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """A chart of columns on the line at `base` pixels."""

    columns: tuple[ChartColumn, ...]
    base: int
    height: int


def bars(values: Sequence[ChartValue]) -> BarChart:
    """Bars for `values` in their order; the longest fills the width."""
    most = max((value.size for value in values), default=0.0) or 1.0
    made = tuple(
        ChartBar(_cut(value.label), value.shown, index * _BAR_STEP, _spread(value.parts, 100 / most))
        for index, value in enumerate(values)
    )
    return BarChart(made, len(made) * _BAR_STEP)


def columns(values: Sequence[ChartValue]) -> ColumnChart:
    """Columns for `values` from left to right; the highest fills the height."""
    most = max((value.size for value in values), default=0.0) or 1.0
    step = 100 / max(len(values), 1)
    base = _COLUMN_HEAD + _COLUMN_ROOM
    made = tuple(
        _column(value, index * step, step, _COLUMN_ROOM / most, base, index in (0, len(values) - 1))
        for index, value in enumerate(values)
    )
    return ColumnChart(made, base, base + _COLUMN_FOOT)


def _column(value: ChartValue, left: float, step: float, scale: float, base: int, edge: bool) -> ChartColumn:
    width = min(step * 0.6, 12.0)
    parts = tuple(
        ChartPart(part.kind, round(base - part.start - part.size, 2), part.size)
        for part in _spread(value.parts, scale)
    )
    return ChartColumn(
        label=value.label,
        value=value.shown,
        left=round(left + (step - width) / 2, 3),
        middle=round(left + step / 2, 3),
        width=round(width, 3),
        top=round(base - value.size * scale, 2),
        parts=parts,
        major=edge,
    )


def _spread(parts: Sequence[tuple[str, float]], scale: float) -> tuple[ChartPart, ...]:
    """The parts end to end from zero, without the empty ones."""
    made, start = [], 0.0
    for kind, size in parts:
        if size > 0:
            made.append(ChartPart(kind, round(start * scale, 3), round(size * scale, 3)))
        start += size
    return tuple(made)


def _cut(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}…"

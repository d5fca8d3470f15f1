"""Damage to bytes, whatever they say: what disks, mail programs and broken downloads do."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Damage = Callable[[Random, bytes, bytes], bytes]
"""(source of chance, document, another document of the same format) -> damaged document."""

_ODD = (
    b"\0",
    b"\xff\xfe",
    b"\r",
    b"<",
    b"&#0;",
    b"]]>",
    b"\xc3",
    b"\xed\xa0\x80",
    b"%",
    b"(",
    b"\x1a",
    b'"""',
)


def bits(random: Random, data: bytes, _other: bytes) -> bytes:
    """One to sixteen bits flipped."""
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 16)) if out else 0):
        out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def run(random: Random, data: bytes, _other: bytes) -> bytes:
    """A stretch overwritten: with one byte, or with noise."""
    start, end = _stretch(random, data)
    noise = random.randbytes(end - start) if random.random() < 0.5 else random.randbytes(1) * (end - start)
    return data[:start] + noise + data[end:]


def cut(random: Random, data: bytes, _other: bytes) -> bytes:
    """The end missing, or (seldom) the beginning."""
    at = random.randrange(len(data) + 1)
    return data[at:] if random.random() < 0.1 else data[:at]


def lose(random: Random, data: bytes, _other: bytes) -> bytes:
    """A stretch missing."""
    start, end = _stretch(random, data)
    return data[:start] + data[end:]


def repeat(random: Random, data: bytes, _other: bytes) -> bytes:
    """A stretch twice, or many times."""
    start, end = _stretch(random, data)
    return data[:end] + data[start:end] * random.choice((1, 1, 1, 2, 50)) + data[end:]


def move(random: Random, data: bytes, _other: bytes) -> bytes:
    """Two stretches in each other's place."""
    a, b, c, d = sorted(random.randrange(len(data) + 1) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def put(random: Random, data: bytes, _other: bytes) -> bytes:
    """Odd bytes put in."""
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_ODD) * random.choice((1, 1, 3, 200)) + data[at:]


def graft(random: Random, data: bytes, other: bytes) -> bytes:
    """A stretch of another document put in."""
    start, end = _stretch(random, other)
    at, to = _stretch(random, data)
    return data[:at] + other[start:end] + data[random.choice((at, to)) :]


def figures(random: Random, data: bytes, _other: bytes) -> bytes:
    """Two or four bytes set to a number at a limit, as lengths and offsets are written."""
    width = random.choice((1, 2, 4, 8))
    limits = (0, 1, 2 ** (8 * width) - 1, 2 ** (8 * width - 1), 2 ** (8 * width - 1) - 1, len(data))
    value = random.choice(limits) % 2 ** (8 * width)
    at = random.randrange(max(1, len(data) - width))
    return data[:at] + value.to_bytes(width, random.choice(("little", "big"))) + data[at + width :]


def _stretch(random: Random, data: bytes) -> tuple[int, int]:
    """Where a stretch of a few bytes, or of up to a quarter of all, begins and ends."""
    longest = random.choice((4, 32, 512, len(data) // 4 + 1))
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randint(1, longest))


DAMAGES: dict[str, Damage] = {
    "bits": bits,
    "run": run,
    "cut": cut,
    "lose": lose,
    "repeat": repeat,
    "move": move,
    "put": put,
    "graft": graft,
    "figures": figures,
}

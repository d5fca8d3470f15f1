"""Damage to the objects of a PDF, its cross-reference table and its streams; mostly the rest stays sound."""

from __future__ import annotations

import base64
import re
import zlib
from typing import TYPE_CHECKING

from tests.fuzz import damage

if TYPE_CHECKING:
    from random import Random

    Objects = dict[int, bytes]

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,7}) (\d{1,5}) obj\b(.*?)\bendobj", re.DOTALL)
_REFERENCE = re.compile(rb"(?<![0-9])\d{1,7} \d{1,5} R\b")
_NUMBER = re.compile(rb"(?<![\w.#-])-?\d{1,9}(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_STREAM = re.compile(rb"(.*?)\bstream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_LENGTH = re.compile(rb"/Length \d+(?! \d+ R)")
_TRAILER = re.compile(rb"trailer\s*(<<.*?>>)\s*startxref", re.DOTALL)
_NUMBERS = (
    b"0",
    b"-1",
    b"1e30",
    b"2147483647",
    b"-2147483648",
    b"99999999999",
    b"0.0000001",
    b"90",
    b"45",
    b"/X",
)
_NAMES = (
    b"/Type",
    b"/FlateDecode",
    b"/LZWDecode",
    b"/DCTDecode",
    b"/Kids",
    b"/Page",
    b"/Pages",
    b"/Contents",
)
_OPERATORS = (
    b"Tj",
    b"TJ",
    b"Tf",
    b"Td",
    b"Tm",
    b"cm",
    b"q",
    b"Q",
    b"BT",
    b"ET",
    b"Do",
    b"3 Tr",
    b"BI ID EI",
    b"\xff",
)


def objects_of(data: bytes) -> Objects:
    """The bodies of the objects that stand in the open, the last of each number."""
    return {int(found[1]): found[3].strip() for found in _OBJECT.finditer(data)}


def rebuilt(data: bytes, objects: Objects) -> bytes:
    """A file of these objects with a cross-reference table that is right, and the trailer of `data`."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = max(objects, default=0) + 1
    start = len(out)
    rows = (b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size))
    trailer = _TRAILER.search(data)
    entries = trailer[1] if trailer else b"<< /Root 1 0 R /Size %d >>" % size
    return (
        bytes(out)
        + b"xref\n0 %d\n" % size
        + b"".join(rows)
        + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (entries, start)
    )


def swap_objects(random: Random, data: bytes, _other: bytes) -> bytes:
    """Two objects under each other's number."""
    objects = objects_of(data)
    if len(objects) < 2:
        return data
    one, two = random.sample(sorted(objects), 2)
    objects[one], objects[two] = objects[two], objects[one]
    return rebuilt(data, objects)


def lose_object(random: Random, data: bytes, _other: bytes) -> bytes:
    """An object missing, empty, or another kind of value."""
    objects = objects_of(data)
    if not objects:
        return data
    number = random.choice(sorted(objects))
    instead = random.choice((None, b"null", b"<< >>", b"[ ]", b"%d 0 R" % number, b"(x)", b"<< /Length 5 >>"))
    del objects[number]
    if instead is not None:
        objects[number] = instead
    return rebuilt(data, objects)


def graft_object(random: Random, data: bytes, other: bytes) -> bytes:
    """An object of another document."""
    objects, others = objects_of(data), objects_of(other)
    if not (objects and others):
        return data
    objects[random.choice(sorted(objects))] = others[random.choice(sorted(others))]
    return rebuilt(data, objects)


def spoil_object(random: Random, data: bytes, other: bytes) -> bytes:
    """A reference, number or name of an object changed; references may come to go round."""
    objects = objects_of(data)
    if not objects:
        return data
    number = random.choice(sorted(objects))
    head, sep, rest = objects[number].partition(b"stream")
    for _ in range(random.choice((1, 1, 3))):
        head = random.choice((_references, _numbers, _names))(random, head, sorted(objects))
    objects[number] = head + sep + rest
    return rebuilt(data, objects)


def _references(random: Random, body: bytes, numbers: list[int]) -> bytes:
    return _replaced(random, _REFERENCE, body, b"%d 0 R" % random.choice([*numbers, 0, 99999]))


def _numbers(random: Random, body: bytes, _known: list[int]) -> bytes:
    return _replaced(random, _NUMBER, body, random.choice(_NUMBERS))


def _names(random: Random, body: bytes, _known: list[int]) -> bytes:
    return _replaced(random, _NAME, body, random.choice(_NAMES))


def _replaced(random: Random, pattern: re.Pattern[bytes], body: bytes, instead: bytes) -> bytes:
    found = list(pattern.finditer(body))
    if not found:
        return body
    chosen = random.choice(found)
    return body[: chosen.start()] + instead + body[chosen.end() :]


# --- streams ----------------------------------------------------------------------------------------


def spoil_stream(random: Random, data: bytes, other: bytes) -> bytes:
    """The content of a stream damaged before it is packed again."""
    objects = objects_of(data)
    streams = [number for number, body in sorted(objects.items()) if _content(body) is not None]
    if not streams:
        return data
    number = random.choice(streams)
    content = _content(objects[number]) or b""
    if random.random() < 0.5:
        content = _operators(random, content)
    else:
        content = random.choice(list(damage.DAMAGES.values()))(random, content, other[:2000])
    stream = zlib.compress(content)
    head = re.sub(
        rb"/Filter\s*(?:\[[^]]*\]|/\w+)", b"/Filter /FlateDecode", objects[number].partition(b"stream")[0]
    )
    head = _LENGTH.sub(b"/Length %d" % len(stream), head)
    objects[number] = head + b"stream\n" + stream + b"\nendstream"
    return rebuilt(data, objects)


def _operators(random: Random, content: bytes) -> bytes:
    words = content.split(b" ")
    at = random.randrange(len(words))
    kind = random.choice(("drop", "double", "put", "swap"))
    if kind == "drop":
        del words[at]
    elif kind == "double":
        words[at:at] = words[at : at + 20] * random.choice((1, 1, 300))
    elif kind == "swap":
        to = random.randrange(len(words))
        words[at], words[to] = words[to], words[at]
    else:
        words[at:at] = [random.choice((*_OPERATORS, *_NUMBERS))] * random.choice((1, 1, 500))
    return b" ".join(words)


def _content(body: bytes) -> bytes | None:
    """What a stream holds, unpacked; None for what is no stream, or packed in another way."""
    found = _STREAM.match(body)
    if found is None:
        return None
    content = found[2]
    try:
        if b"/ASCII85Decode" in found[1]:
            content = base64.a85decode(content.strip().removesuffix(b"~>"))
        return zlib.decompress(content) if b"/FlateDecode" in found[1] else content
    except (ValueError, zlib.error):
        return None


def lengths(random: Random, data: bytes, _other: bytes) -> bytes:
    """A stream that says it is longer or shorter than it is; everything else keeps its place."""
    return _replaced(
        random, _LENGTH, data, b"/Length " + random.choice((b"0", b"1", b"7", b"99999", b"-5", b"3 0 R"))
    )


# --- the file ---------------------------------------------------------------------------------------


def xref(random: Random, data: bytes, _other: bytes) -> bytes:
    """The cross-reference table elsewhere, wrong in a row, or gone; or the trailer without its root."""
    kind = random.choice(("start", "row", "gone", "root", "prev", "size"))
    if kind == "start":
        return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % random.randrange(len(data) + 99), data)
    if kind == "row":
        row = re.compile(rb"\d{10} \d{5} [nf]")
        return _replaced(random, row, data, b"%010d 00000 n" % random.randrange(len(data) + 1))
    if kind == "gone":
        return data[: max(0, data.rfind(b"xref\n0"))]
    if kind == "root":
        return re.sub(rb"/Root \d+ 0 R", random.choice((b"", b"/Root 99 0 R", b"/Root 2 0 R")), data)
    added = (
        b"/Prev %d" % random.randrange(len(data))
        if kind == "prev"
        else b"/Size %d" % random.choice((0, 1, 3, 10**9))
    )
    return data.replace(b"trailer\n<<", b"trailer\n<< " + added)


def added(random: Random, data: bytes, other: bytes) -> bytes:
    """An update at the end of the file: an object anew, with a table of its own that is right or wrong."""
    objects = objects_of(data)
    if not objects:
        return data
    number = random.choice(sorted(objects))
    body = spoil_object(random, rebuilt(data, {number: objects[number]}), other)
    found = objects_of(body).get(number, b"null")
    start = data.rfind(b"startxref")
    before = re.search(rb"startxref\s+(\d+)", data[start:])
    out = data + b"\n%d 0 obj\n%s\nendobj\n" % (number, found)
    place = len(data) + 1 + random.choice((0, 0, 0, 7))
    table = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Root 1 0 R /Size %d /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    )
    return out + table % (number, place, max(objects) + 1, before[1] if before else b"0", len(out))


DAMAGES: dict[str, damage.Damage] = {
    "swap-objects": swap_objects,
    "lose-object": lose_object,
    "graft-object": graft_object,
    "spoil-object": spoil_object,
    "spoil-stream": spoil_stream,
    "lengths": lengths,
    "xref": xref,
    "added": added,
}

"""PDFs that mean harm, or look like it: bombs, circles, depth without end, actions.

Each is built in a blink; what it costs is what a careless reader makes of it.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from tests.builders.hostile import MEGABYTE, USE
from tests.builders.pdf_raw import of_objects

if TYPE_CHECKING:
    from collections.abc import Mapping


def pdf_of(bodies: Mapping[int, str | bytes]) -> bytes:
    """A PDF of these objects on top of a sound one: 1 catalog, 2 pages, 3 page, 4 its content, 5 font."""
    text = f"BT /F1 11 Tf 72 700 Td ({USE}) Tj ET".encode()
    sound: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> /XObject << /X 10 0 R >> >> >>",
        4: stream(text),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    raw = {
        number: body.encode("latin-1") if isinstance(body, str) else body for number, body in bodies.items()
    }
    return of_objects(sound | raw)


def stream(content: bytes, about: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), about.encode(), content)


def catalog(more: str) -> str:
    return f"<< /Type /Catalog /Pages 2 0 R {more} >>"


def page(box: str) -> str:
    """The page with another MediaBox."""
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>"
    )


def same_page(count: int) -> bytes:
    """So many pages that are all one."""
    return pdf_of({2: f"<< /Type /Pages /Kids [{'3 0 R ' * count}] /Count {count} >>"})


def deep_page_tree(depth: int) -> bytes:
    """A page at the end of so many branches that each have one."""
    last = 10 + depth
    branches = {
        n: f"<< /Type /Pages /Parent {n - 1 if n > 10 else 2} 0 R /Kids [{n + 1} 0 R] /Count 1 >>"
        for n in range(10, last)
    }
    leaf = page("[0 0 595 842]").replace("/Parent 2", f"/Parent {last - 1}")
    return pdf_of({2: "<< /Type /Pages /Kids [10 0 R] /Count 1 >>", **branches, last: leaf})


def many_bookmarks(count: int) -> bytes:
    """So many bookmarks to one page."""
    titles = {
        n: f"<< /Title (Kop {n}) /Parent 10 0 R /Next {n + 1} 0 R /Dest [3 0 R /Fit] >>"
        for n in range(11, 11 + count)
    }
    return pdf_of({1: catalog("/Outlines 10 0 R"), 10: "<< /First 11 0 R /Last 12 0 R >>", **titles})


def deflated_bomb(megabytes: int) -> bytes:
    """A page whose content unpacks to so much."""
    pack = zlib.compressobj(9)
    packed = pack.compress(b"q\n") + pack.flush(zlib.Z_FULL_FLUSH)
    one = pack.compress(b" " * MEGABYTE) + pack.flush(zlib.Z_FULL_FLUSH)
    return pdf_of({4: stream(packed + one * megabytes + pack.flush(), "/Filter /FlateDecode")})


CIRCLES: dict[str, dict[int, str | bytes]] = {
    "pages-in-themselves": {2: "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"},
    "pages-in-each-other": {
        2: "<< /Type /Pages /Kids [10 0 R 3 0 R] /Count 2 >>",
        10: "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>",
    },
    "page-above-itself": {
        2: "<< /Type /Pages /Parent 10 0 R /Kids [3 0 R] /Count 1 >>",
        10: "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
    },
    "outline-next-itself": {
        1: catalog("/Outlines 10 0 R"),
        10: "<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>",
        11: "<< /Title (Kop) /Parent 10 0 R /Next 11 0 R /Dest [3 0 R /Fit] >>",
    },
    "outline-in-itself": {
        1: catalog("/Outlines 10 0 R"),
        10: "<< /Type /Outlines /First 11 0 R /Last 12 0 R /Count 2 >>",
        11: "<< /Title (Een) /Parent 10 0 R /First 12 0 R /Next 12 0 R /Dest [3 0 R /Fit] >>",
        12: "<< /Title (Twee) /Parent 10 0 R /First 11 0 R /Next 11 0 R /Dest [3 0 R /Fit] >>",
    },
    "names-in-themselves": {
        1: catalog("/Names << /EmbeddedFiles 10 0 R /Dests 11 0 R >>"),
        10: "<< /Kids [10 0 R 10 0 R] >>",
        11: "<< /Kids [11 0 R 10 0 R] >>",
    },
    "labels-in-themselves": {1: catalog("/PageLabels 10 0 R"), 10: "<< /Kids [10 0 R 10 0 R] >>"},
    "form-in-itself": {
        4: stream(b"/X Do"),
        10: stream(
            b"/X Do /X Do",
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>",
        ),
    },
    "fields-in-themselves": {
        1: catalog("/AcroForm << /Fields [10 0 R] >>"),
        10: "<< /FT /Tx /T (a) /Kids [10 0 R] /Parent 10 0 R >>",
    },
    "length-of-itself": {
        4: f"<< /Length 4 0 R >>\nstream\nBT /F1 11 Tf 72 700 Td ({USE}) Tj ET\nendstream",
    },
}
"""PDFs that go round in circles, by name: what they put in place of a sound one's objects."""


ACTIONS = catalog(
    "/OpenAction << /S /Launch /F (calc.exe) /Next << /S /URI /URI (http://127.0.0.1:9/x) >> >>"
    " /AA << /WC << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\);) >> >>"
    " /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"
)
"""A catalog that would start a program, open a page and run a script."""

"""A file is what its content says, where its suffix says otherwise."""

from __future__ import annotations

import io
import zipfile

import pytest

from termlint.files.filetype import true_suffix

_TYPES = (
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def package(types: str = _TYPES) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "true"),
    [
        pytest.param(b"%PDF-1.7 ...", ".docx", ".pdf", id="a PDF called Word"),
        pytest.param(b"%PDF-1.7 ...", ".txt", ".pdf", id="a PDF called text"),
        pytest.param(b"\n\n%PDF-1.4", ".docx", ".pdf", id="a PDF after some rubbish called Word"),
        pytest.param(b"zie %PDF-1.4", ".txt", ".txt", id="a text that names the header"),
        pytest.param(b"%PDF-1.7", ".pdf", ".pdf", id="an honest PDF"),
        pytest.param(package(), ".pdf", ".docx", id="a Word document called PDF"),
        pytest.param(package(), ".txt", ".docx", id="a Word document called text"),
        pytest.param(package(), ".docm", ".docm", id="an honest Word document"),
        pytest.param(package("<Types/>"), ".pdf", ".pdf", id="another package is left to its reader"),
        pytest.param(b"PK\x03\x04 stuk", ".pdf", ".pdf", id="a broken package is left to its reader"),
        pytest.param(b"", ".pdf", ".pdf", id="nothing at all"),
    ],
)
def test_content_decides(data: bytes, suffix: str, true: str) -> None:
    assert true_suffix(data, suffix) == true

"""PDF: two passes over PDFium. See `reader` for the way through."""

from termlint.readers.pdf.reader import read

__all__ = ["read"]

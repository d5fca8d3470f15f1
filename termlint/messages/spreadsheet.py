"""Messages of the spreadsheet over an archive; braces and bars as in `report`."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- the spreadsheet
    "report-sheet-summary": ("Samenvatting", "Summary"),
    "report-sheet-findings": ("Bevindingen", "Findings"),
    "report-sheet-documents": ("Documenten", "Documents"),
    "report-sheet-rules": ("Regels", "Rules"),
    "report-sheet-unread": ("Niet gelezen", "Not read"),
    "report-place": ("Plaats", "Place"),
    "report-page": ("Pagina", "Page"),
    "report-heading": ("Onder kop", "Under heading"),
    "report-part": ("Deel", "Part"),
    "report-text": ("Woorden", "Words"),
    "report-sentence": ("Zin", "Sentence"),
    "report-suggestion": ("Schrijf liever", "Rather write"),
    "report-others": ("Of", "Or"),
    "report-safety": ("Zekerheid", "Safety"),
    "report-safety-safe": ("direct te vervangen", "drop-in"),
    "report-safety-choice": ("kies zelf", "choose"),
    "report-safety-advice": ("advies", "advice"),
    "report-message": ("Uitleg", "Explanation"),
    "report-copy": ("Versie met opmerkingen", "Annotated copy"),
    "report-fingerprint": ("Kenmerk", "Fingerprint"),
    "report-key": ("Wat", "What"),
    "report-value": ("Waarde", "Value"),
    "report-too-many": (
        (
            "Een rekenblad heeft plaats voor {room} bevindingen; {n} staan er niet in. Verdeel de map of "
            "gebruik -o rapport.csv."
        ),
        "A sheet has room for {room} findings; {n} are left out. Split the folder or use -o report.csv.",
    ),
}

"""Messages about reports."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- the console; a bar parts the sentence for one from that for more ---
    "console-label-error": ("FOUT", "ERROR"),
    "console-label-warning": ("LET OP", "WARNING"),
    "console-label-info": ("TER INFO", "INFO"),
    "console-label-exempt": ("VRIJGESTELD", "EXEMPT"),
    "console-status-failed": ("NIET GELEZEN", "NOT READ"),
    "console-status-partial": ("NIET HELEMAAL GELEZEN", "NOT WHOLLY READ"),
    "console-status-checked": ("OPMERKING", "NOTE"),
    "console-also": ("Dit geldt ook voor pagina {pages}.", "The same goes for page {pages}."),
    "console-field-because": ("Reden:", "Reason:"),
    "console-field-why": ("Waarom:", "Why:"),
    "console-field-write": ("Schrijf:", "Write:"),
    "console-field-or": ("of:", "or:"),
    "console-field-advice": ("Advies:", "Advice:"),
    # --- the verdict ---
    "verdict-documents": ("1 document|{n} documenten", "1 document|{n} documents"),
    "verdict-some": (
        "{{hit}} van 1 document|{{hit}} van de {n} documenten",
        "{{hit}} of 1 document|{{hit}} of {n} documents",
    ),
    "verdict-error": ("1 fout|{n} fouten", "1 error|{n} errors"),
    "verdict-warning": ("1 waarschuwing|{n} waarschuwingen", "1 warning|{n} warnings"),
    "verdict-and": (" en ", " and "),
    "verdict-found": ("{found} in {where}", "{found} in {where}"),
    "verdict-clean": (
        "In orde: geen woorden gevonden die u beter kunt vervangen in {documents}",
        "All clear: no words to replace in {documents}",
    ),
    "verdict-no-news": ("Niets nieuws gevonden in {documents}", "Nothing new in {documents}"),
    "verdict-rest": (
        "In wat wel gelezen is ({documents}) staan geen woorden die u beter kunt vervangen",
        "In what was read ({documents}) there are no words to replace",
    ),
    "verdict-nothing": ("Geen documenten gevonden om te controleren", "No documents to check"),
    "verdict-unread": ("Er is niets gecontroleerd", "Nothing was checked"),
    "verdict-info": (
        "1 keer ter informatie: zie --show-info|{n} keer ter informatie: zie --show-info",
        "1 for information: see --show-info|{n} for information: see --show-info",
    ),
    "verdict-exempt": (
        "1 vrijgesteld: zie --show-exempt|{n} vrijgesteld: zie --show-exempt",
        "1 exempt: see --show-exempt|{n} exempt: see --show-exempt",
    ),
    "verdict-known": ("1 al bekend|{n} al bekend", "1 known already|{n} known already"),
    "verdict-fixed": ("1 opgelost|{n} opgelost", "1 fixed|{n} fixed"),
    "verdict-skipped": ("overgeslagen: {suffixes}", "skipped: {suffixes}"),
    "verdict-loud": (
        (
            "LET OP: niet gecontroleerd: {suffixes}. Sla deze documenten op als .docx of .pdf en controleer "
            "ze dan."
        ),
        "NOTE: not checked: {suffixes}. Save these documents as .docx or .pdf and check those.",
    ),
    "verdict-failed": (
        (
            "1 document kon niet worden gelezen: zie hierboven.|{n} documenten konden niet worden gelezen: "
            "zie hierboven."
        ),
        "1 document could not be read: see above.|{n} documents could not be read: see above.",
    ),
    "verdict-partial": (
        (
            "1 document is niet helemaal gelezen: zie hierboven.|{n} documenten zijn niet helemaal gelezen: "
            "zie hierboven."
        ),
        "1 document was not wholly read: see above.|{n} documents were not wholly read: see above.",
    ),
    "verdict-next": ("Verder: {command}", "Next: {command}"),
    # --- reading a report back ---
    "report-not-json": (
        "Dit is geen rapport van termlint: het is geen JSON. Maak het met --format json.",
        "This is no report of termlint: it is not JSON. Make one with --format json.",
    ),
    "report-other-schema": (
        "Dit rapport heeft vorm {found}; deze versie leest {wanted}. Maak het rapport opnieuw.",
        "This report has format {found}; this version reads {wanted}. Make the report again.",
    ),
    "report-too-large": (
        "Het rapport {path} is te groot: het mag {most} MB zijn. Maak het over minder documenten.",
        "The report {path} is too large: it may be {most} MB. Make it over fewer documents.",
    ),
    "report-incomplete": (
        "Dit rapport is niet heel: {field}. Maak het rapport opnieuw.",
        "This report is not whole: {field}. Make the report again.",
    ),
}

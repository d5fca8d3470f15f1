"""Messages about PDFs."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "pdf-damaged": (
        (
            "Dit pdf-bestand is beschadigd of is geen pdf. Open het in een pdf-lezer, sla het opnieuw op en "
            "controleer het nog eens."
        ),
        "This PDF is damaged, or is no PDF. Open it in a PDF reader, save it again and check it once more.",
    ),
    "pdf-no-pages": (
        "Dit pdf-bestand heeft geen pagina's die te lezen zijn. Maak de pdf opnieuw en controleer die.",
        "This PDF has no pages that can be read. Make the PDF again and check that one.",
    ),
    "pdf-password-needed": (
        "Dit pdf-bestand is beveiligd met een wachtwoord. Geef het wachtwoord mee met --password.",
        "This PDF is protected with a password. Give the password with --password.",
    ),
    "pdf-password-wrong": (
        "Het wachtwoord past niet op dit pdf-bestand. Controleer het wachtwoord en probeer het opnieuw.",
        "The password does not open this PDF. Check the password and try again.",
    ),
    "pdf-security": (
        (
            "Dit pdf-bestand is beveiligd op een manier die wij niet kunnen openen. Vraag om een pdf zonder "
            "beveiliging."
        ),
        "This PDF is protected in a way that we cannot open. Ask for a PDF without protection.",
    ),
    "scan-without-text": (
        (
            "Pagina {page} is een scan zonder tekstlaag: de tekst is niet gecontroleerd. Maak de tekst "
            "herkenbaar (OCR) of controleer de pagina zelf."
        ),
        (
            "Page {page} is a scan without a text layer: its text was not checked. Recognise the text (OCR) "
            "or check the page yourself."
        ),
    ),
    "outlines-without-text": (
        (
            "Op pagina {page} zijn de letters getekend als vormen: er is geen tekst om te controleren. Maak "
            "de pdf opnieuw met echte letters of controleer de pagina zelf."
        ),
        (
            "On page {page} the letters are drawn as shapes: there is no text to check. Make the PDF again "
            "with real letters or check the page yourself."
        ),
    ),
    "garbled-text": (
        (
            "De tekst van pagina {page} is onleesbaar opgeslagen en niet goed te controleren. Maak de pdf "
            "opnieuw uit het oorspronkelijke document of controleer de pagina zelf."
        ),
        (
            "The text of page {page} is stored unreadably and cannot be checked well. Make the PDF again "
            "from the original document or check the page yourself."
        ),
    ),
    "page-damaged": (
        "Pagina {page} is beschadigd en niet gelezen. Maak de pdf opnieuw of controleer de pagina zelf.",
        "Page {page} is damaged and was not read. Make the PDF again or check the page yourself.",
    ),
    "pdf-stream-damaged": (
        (
            "Een deel van dit pdf-bestand is beschadigd: misschien is niet alle tekst gelezen. Maak de pdf "
            "opnieuw en controleer die."
        ),
        "A part of this PDF is damaged: perhaps not all of its text was read. Make it again and check it.",
    ),
    "pdf-repaired": (
        (
            "Dit pdf-bestand is beschadigd en voor het lezen hersteld. Kijk of alle pagina's er zijn, of "
            "maak de pdf opnieuw."
        ),
        "This PDF is damaged and was repaired for reading. See whether all its pages are there.",
    ),
    "scans-accepted": (
        (
            "Dit document heeft pagina's zonder leesbare tekst ({count}). Volgens uw instellingen mag dat; "
            "die pagina's zijn niet gecontroleerd."
        ),
        (
            "This document has pages without readable text ({count}). Your settings accept that; those "
            "pages were not checked."
        ),
    ),
    "xfa-not-read": (
        (
            "Dit is een XFA-formulier: wat er op het scherm staat, is niet of niet helemaal gelezen. Druk "
            "het formulier af naar een gewone pdf en controleer die."
        ),
        (
            "This is an XFA form: what it shows on screen was not, or not wholly, read. Print the form to "
            "an ordinary PDF and check that one."
        ),
    ),
    "pdf-empty": (
        "In dit pdf-bestand staat geen tekst.",
        "This PDF holds no text.",
    ),
    "attachments-not-read": (
        (
            "In dit pdf-bestand zitten bijlagen die niet gelezen zijn: {names}. Sla ze apart op om ze te "
            "controleren."
        ),
        "This PDF holds attachments that were not read: {names}. Save them separately to check them.",
    ),
    # --- finding documents ---
    "pages-limit": (
        (
            "Dit document heeft {count} pagina's. Alleen de eerste {limit} zijn gecontroleerd. Splits het "
            "document, of zet limits: pages in termlint.yaml hoger."
        ),
        (
            "This document has {count} pages. Only the first {limit} were checked. Split the document, or "
            "raise limits: pages in termlint.yaml."
        ),
    ),
}

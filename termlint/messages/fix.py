"""Messages about marked copies: what a comment says, and what could not be done."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- in a comment ---
    "fix-instead": ("Schrijf liever: {text}", "Write instead: {text}"),
    "fix-instead-of-these": ("Schrijf liever een van deze: {text}", "Write one of these instead: {text}"),
    "fix-advice": ("Advies: {text}", "Advice: {text}"),
    "fix-source": ("Bron: {source}", "Source: {source}"),
    "fix-rule": ("Regel: {rule}", "Rule: {rule}"),
    "fix-in-header": (
        "In de koptekst van deze pagina’s staat: ‘{words}’.",
        "The header of these pages says: ‘{words}’.",
    ),
    "fix-in-footer": (
        "In de voettekst van deze pagina’s staat: ‘{words}’.",
        "The footer of these pages says: ‘{words}’.",
    ),
    "fix-in-footnote": ("In deze voetnoot staat: ‘{words}’.", "This footnote says: ‘{words}’."),
    "fix-in-endnote": ("In deze eindnoot staat: ‘{words}’.", "This endnote says: ‘{words}’."),
    "fix-in-textbox": (
        "In het tekstvak bij deze alinea staat: ‘{words}’.",
        "The text box at this paragraph says: ‘{words}’.",
    ),
    "fix-in-comment": ("In de opmerking hier staat: ‘{words}’.", "The comment here says: ‘{words}’."),
    "fix-in-alt-text": (
        "In de alternatieve tekst van een afbeelding of tabel hier staat: ‘{words}’.",
        "The alternative text of a picture or table here says: ‘{words}’.",
    ),
    "fix-in-chart": (
        "In de grafiek of het schema hier staat: ‘{words}’.",
        "The chart or diagram here says: ‘{words}’.",
    ),
    # --- why a change became a comment ---
    "fix-no-safe-suggestion": (
        "een mens moet kiezen wat hier het beste past",
        "a person has to choose what fits here",
    ),
    "fix-locked-field": (
        "deze tekst maakt Word zelf (een veld); verander de bron ervan",
        "Word makes this text itself (a field); change its source",
    ),
    "fix-locked-control": (
        "deze tekst staat in een invulvak; verander hem daar zelf",
        "this text stands in a form control; change it there yourself",
    ),
    "fix-locked-place": (
        "hier kan Word geen wijzigingen bijhouden (formule, afbeelding, grafiek of alternatieve tekst)",
        "Word cannot track changes here (formula, picture, chart or alternative text)",
    ),
    "fix-locked-move": (
        "deze tekst is door iemand verplaatst; neem dat voorstel eerst aan",
        "somebody moved this text; accept that change first",
    ),
    "fix-locked-comment": (
        "dit staat in een opmerking van iemand anders",
        "this stands in somebody else’s comment",
    ),
    "fix-overlap": (
        "hier verandert al iets anders",
        "something else changes here already",
    ),
    # --- why nothing was possible ---
    "fix-no-place": (
        "in dit document is geen plek voor een opmerking gevonden",
        "no place for a comment was found in this document",
    ),
    # --- about the copy ---
    "fix-docx-damaged": (
        (
            "Dit Word-document is beschadigd, dus er is geen kopie gemaakt. Open het in Word, sla het "
            "opnieuw op en probeer het nog eens."
        ),
        (
            "This Word document is damaged, so no copy was made. Open it in Word, save it again and "
            "try once more."
        ),
    ),
    "fix-signature-gone": (
        (
            "Het origineel is digitaal ondertekend. In de kopie is die handtekening weg, want de tekst is "
            "veranderd."
        ),
        "The original is digitally signed. The copy has lost that signature: its text has changed.",
    ),
}

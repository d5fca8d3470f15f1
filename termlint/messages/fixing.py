"""Messages of `termlint fix`: what was done to a document, and what comes next."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "fixing-written": ("{path} → {target}", "{path} → {target}"),
    "fixing-would-write": (
        "{path} → {target} (niet gemaakt: proef)",
        "{path} → {target} (not written: dry run)",
    ),
    "fixing-nothing": ("{path}: niets te doen", "{path}: nothing to do"),
    "fixing-changed-one": ("1 wijziging", "1 change"),
    "fixing-changed": ("{count} wijzigingen", "{count} changes"),
    "fixing-commented-one": ("1 opmerking", "1 comment"),
    "fixing-commented": ("{count} opmerkingen", "{count} comments"),
    "fixing-present-one": ("1 stond er al", "1 was there already"),
    "fixing-present": ("{count} stonden er al", "{count} were there already"),
    "fixing-impossible-one": ("1 niet mogelijk", "1 not possible"),
    "fixing-impossible": ("{count} niet mogelijk", "{count} not possible"),
    "fixing-deed-changed": ("  wijziging:  ‘{words}’ → ‘{text}’", "  change:   ‘{words}’ → ‘{text}’"),
    "fixing-deed-commented": ("  opmerking:  ‘{words}’", "  comment:  ‘{words}’"),
    "fixing-deed-present": ("  stond er al: ‘{words}’", "  there already: ‘{words}’"),
    "fixing-deed-impossible": ("  niet mogelijk: ‘{words}’", "  not possible: ‘{words}’"),
    "fixing-deed-reason": ("{deed} ({reason})", "{deed} ({reason})"),
    "fixing-done-word": (
        "Klaar. Open {target} in Word; onder Controleren neemt u wijzigingen aan of wijst u ze af.",
        "Done. Open {target} in Word; under Review you accept or reject the changes.",
    ),
    "fixing-done": ("Klaar. Het origineel is niet veranderd.", "Done. The original was not changed."),
    "fixing-done-in-place": (
        "Klaar. De documenten zelf zijn veranderd.",
        "Done. The documents themselves were changed.",
    ),
    "fixing-done-nothing": ("Niets te verbeteren gevonden.", "Found nothing to improve."),
    "fixing-unread": ("{path}: {problem}", "{path}: {problem}"),
    "fixing-exists": (
        "{target} bestaat al; misschien hebt u erin gewerkt. Geef dat bestand een andere naam, of gebruik --force.",
        "{target} exists already; you may have worked in it. Rename that file, or use --force.",
    ),
    "fixing-signed": (
        "{path} is digitaal ondertekend; die handtekening gaat verloren. Gebruik --in-place --force als u dat wilt.",
        "{path} carries a digital signature that would be lost. Use --in-place --force if that is what you want.",
    ),
    "fix-pdf-damaged": (
        "Dit pdf-bestand is te beschadigd om er notities in te zetten. Maak de pdf opnieuw en probeer het nog eens.",
        "This PDF is too damaged to hold notes. Make the PDF again and try once more.",
    ),
    "fix-pdf-signed": (
        (
            "Het origineel is digitaal ondertekend. De handtekening staat nog in de kopie, maar een lezer meldt dat er "
            "daarna iets is toegevoegd."
        ),
        (
            "The original is digitally signed. The signature is still in the copy, but a viewer will say that "
            "something was added after it."
        ),
    ),
    "fixing-no-writer": (
        "in een document van de soort ‘{format}’ kan termlint niet schrijven",
        "termlint cannot write in a document of kind ‘{format}’",
    ),
    "fixing-text-needs-replace": (
        "in een tekstbestand kan geen opmerking staan; gebruik --mode replace voor veilige vervangingen",
        "a text file holds no comments; use --mode replace for safe replacements",
    ),
    "fixing-in-place-and-output": (
        "--in-place en --output-dir gaan niet samen. Kies er één.",
        "--in-place and --output-dir do not go together. Choose one.",
    ),
    "fixing-bad-date": (
        "--date wil een datum zoals 2026-11-22 of 2026-11-22T09:30, niet ‘{value}’.",
        "--date wants a date such as 2026-11-22 or 2026-11-22T09:30, not ‘{value}’.",
    ),
}

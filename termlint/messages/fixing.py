"""Messages of `termlint fix`: what was done to a document, what comes next, and the questions it asks."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- a document ---
    "fixing-written": ("{path} → {target}", "{path} → {target}"),
    "fixing-would-write": (
        "{path} → {target} (niet gemaakt: proef)",
        "{path} → {target} (not written: dry run)",
    ),
    "fixing-nothing": ("{path}: niets te doen", "{path}: nothing to do"),
    "fixing-problem": ("{path}: {problem}", "{path}: {problem}"),
    "fixing-changed-one": ("1 wijziging", "1 change"),
    "fixing-changed": ("{count} wijzigingen", "{count} changes"),
    "fixing-commented-one": ("1 opmerking", "1 comment"),
    "fixing-commented": ("{count} opmerkingen", "{count} comments"),
    "fixing-present-one": ("1 stond er al", "1 was there already"),
    "fixing-present": ("{count} stonden er al", "{count} were there already"),
    "fixing-impossible-one": ("1 niet veranderd", "1 not changed"),
    "fixing-impossible": ("{count} niet veranderd", "{count} not changed"),
    "fixing-record-changed": ("  wijziging: ‘{words}’ → ‘{text}’", "  change: ‘{words}’ → ‘{text}’"),
    "fixing-record-commented": ("  opmerking: ‘{words}’", "  comment: ‘{words}’"),
    "fixing-record-present": ("  stond er al: ‘{words}’", "  there already: ‘{words}’"),
    "fixing-record-impossible": ("  niet veranderd: ‘{words}’", "  not changed: ‘{words}’"),
    "fixing-unchanged": ("  niet veranderd: {words}", "  not changed: {words}"),
    "fixing-record-reason": ("{record} ({reason})", "{record} ({reason})"),
    # --- why a text stayed as it is ---
    "fixing-text-needs-replace": (
        "in een tekstbestand kan geen opmerking staan; gebruik --mode replace voor veilige vervangingen",
        "a text file holds no comments; use --mode replace for safe replacements",
    ),
    "fixing-text-choice": (
        "hier moet een mens kiezen; gebruik --interactive",
        "a person has to choose here; use --interactive",
    ),
    "fixing-text-markup": (
        "er staat opmaak tussen de woorden; verander het zelf",
        "there is markup among the words; change it yourself",
    ),
    "fixing-no-writer": (
        "In een document van de soort ‘{format}’ kan termlint niet schrijven. Verander het zelf.",
        "termlint cannot write in a document of kind ‘{format}’. Change it yourself.",
    ),
    # --- PDF ---
    "fix-pdf-damaged": (
        (
            "Dit pdf-bestand is te beschadigd om er notities in te zetten. Maak de pdf opnieuw en probeer "
            "het nog eens."
        ),
        "This PDF is too damaged to hold notes. Make the PDF again and try once more.",
    ),
    "fix-pdf-signed": (
        (
            "Het origineel is digitaal ondertekend. De handtekening staat nog in de kopie, maar uw "
            "pdf-programma zal melden dat er daarna iets is toegevoegd."
        ),
        (
            "The original is digitally signed. The signature is still in the copy, but your PDF program will "
            "say that something was added after it."
        ),
    ),
    # --- why nothing was written ---
    "fixing-exists": (
        (
            "{target} bestaat al; misschien hebt u erin gewerkt. Geef dat bestand een andere naam, of "
            "gebruik --force."
        ),
        "{target} exists already; you may have worked in it. Rename that file, or use --force.",
    ),
    "fixing-twice": (
        "Twee documenten zouden {target} worden. Geef er één een andere naam, of laat --output-dir weg.",
        "Two documents would become {target}. Rename one of them, or leave out --output-dir.",
    ),
    "fixing-signed": (
        (
            "{path} is digitaal ondertekend; die handtekening gaat verloren. Gebruik --in-place --force als "
            "u dat wilt."
        ),
        (
            "{path} carries a digital signature that would be lost. Use --in-place --force if that is what "
            "you want."
        ),
    ),
    "fixing-no-file": (
        "{target} is geen gewoon bestand. Haal het weg, of kies een andere map met --output-dir.",
        "{target} is no ordinary file. Remove it, or choose another folder with --output-dir.",
    ),
    "fixing-not-written-full": (
        "{target} is niet gemaakt: de schijf is vol. Maak ruimte en probeer het nog eens.",
        "{target} was not written: the disk is full. Make room and try again.",
    ),
    "fixing-not-written-forbidden": (
        (
            "{target} is niet gemaakt: u mag daar niet schrijven, of het bestand is ergens open. Sluit "
            "het, of kies een andere map met --output-dir."
        ),
        (
            "{target} was not written: you may not write there, or the file is open somewhere. Close it, or "
            "choose another folder with --output-dir."
        ),
    ),
    "fixing-not-written-read-only": (
        (
            "{target} is niet veranderd: het staat op alleen-lezen. Haal die instelling weg, of kies een "
            "andere map met --output-dir."
        ),
        (
            "{target} was not changed: it is read-only. Remove that setting, or choose another folder with "
            "--output-dir."
        ),
    ),
    "fixing-not-written-busy": (
        "{target} is niet veranderd: het is ergens open. Sluit het in Word en probeer het nog eens.",
        "{target} was not changed: it is open somewhere. Close it in Word and try again.",
    ),
    "fixing-not-written-name": (
        "{target} is niet gemaakt: de naam is te lang. Geef het document een kortere naam.",
        "{target} was not written: its name is too long. Give the document a shorter name.",
    ),
    "fixing-not-written-sign": (
        "{target} is niet gemaakt: zo kan een bestand in Windows niet heten. Geef het een andere naam.",
        "{target} was not written: a file cannot have that name on Windows. Give it another name.",
    ),
    "fixing-not-written-no-folder": (
        "{target} is niet gemaakt: de map is er niet. Kies een andere map met --output-dir.",
        "{target} was not written: the folder is not there. Choose another folder with --output-dir.",
    ),
    "fixing-not-written-folder": (
        "{target} is niet gemaakt: er staat al een map met die naam. Kies een andere map met --output-dir.",
        "{target} was not written: there is a folder of that name. Choose another folder with --output-dir.",
    ),
    "fixing-not-written-link": (
        (
            "{target} is niet gemaakt: daar staat een verwijzing naar een andere plek. Noem het document of "
            "de map zelf, of kies een andere map met --output-dir."
        ),
        (
            "{target} was not written: a link to another place stands there. Name the document or the folder "
            "itself, or choose another folder with --output-dir."
        ),
    ),
    "fixing-not-written-other": (
        "{target} is niet gemaakt ({problem}). Kies een andere map met --output-dir.",
        "{target} was not written ({problem}). Choose another folder with --output-dir.",
    ),
    # --- the end of a run ---
    "fixing-partial-one": (
        "1 document is niet helemaal gelezen: zie hierboven.",
        "1 document was not read wholly: see above.",
    ),
    "fixing-partial": (
        "{count} documenten zijn niet helemaal gelezen: zie hierboven.",
        "{count} documents were not read wholly: see above.",
    ),
    "fixing-done-word": (
        "Klaar. Open {target} in Word; onder Controleren neemt u wijzigingen aan of wijst u ze af.",
        "Done. Open {target} in Word; under Review you accept or reject the changes.",
    ),
    "fixing-done": ("Klaar. De originelen zijn niet veranderd.", "Done. The originals were not changed."),
    "fixing-done-in-place": (
        "Klaar. De documenten zelf zijn veranderd.",
        "Done. The documents themselves were changed.",
    ),
    "fixing-done-nothing": ("Niets te verbeteren gevonden.", "Found nothing to improve."),
    "fixing-done-unchanged": ("Klaar. Er is niets veranderd.", "Done. Nothing was changed."),
    "fixing-done-dry": (
        "Dit was een proef: er is niets geschreven. Laat --dry-run weg om het echt te doen.",
        "This was a dry run: nothing was written. Leave out --dry-run to do it.",
    ),
    "fixing-done-partly": (
        "Klaar, maar niet alles is gelukt; hierboven staat wat niet.",
        "Done, but not everything worked; see above what did not.",
    ),
    "fixing-done-none": (
        "Niet gelukt; hierboven staat waarom. De originelen zijn niet veranderd.",
        "That did not work; see above why. The originals were not changed.",
    ),
    # --- a command line that cannot be carried out ---
    "fixing-in-place-and-output": (
        "--in-place en --output-dir gaan niet samen. Kies er één.",
        "--in-place and --output-dir do not go together. Choose one.",
    ),
    "fixing-no-folder": (
        "{path} is een bestand. Noem bij --output-dir een map.",
        "{path} is a file. Give --output-dir a folder.",
    ),
    "fixing-no-author": ("Noem bij --author een naam.", "Give --author a name."),
    "fixing-bad-date": (
        "--date wil een datum zoals 2026-11-22 of 2026-11-22T09:30, niet ‘{value}’.",
        "--date wants a date such as 2026-11-22 or 2026-11-22T09:30, not ‘{value}’.",
    ),
    # --- one by one ---
    "walk-where": ("{path}, {number} van {total}: {where}", "{path}, {number} of {total}: {where}"),
    "walk-choose": ("Kies {choices}", "Choose {choices}"),
    "walk-key-w": ("w eigen woorden", "w own words"),
    "walk-key-o": ("o opmerking", "o comment"),
    "walk-key-s": ("s overslaan", "s skip"),
    "walk-key-x": ("x altijd overslaan", "x always skip"),
    "walk-key-u": ("u ongedaan maken", "u undo"),
    "walk-key-q": ("q stoppen", "q quit"),
    "walk-not-a-choice": ("‘{answer}’ kan hier niet.", "‘{answer}’ is no choice here."),
    "walk-own-words": ("Uw woorden (leeg: terug)", "Your words (empty: back)"),
    "walk-exempt-words": ("Welke woorden mogen blijven staan", "Which words may stay"),
    "walk-exempt-reason": (
        "Waarom? Dit komt in de instellingen te staan (leeg: terug)",
        "Why? This goes into the settings (empty: back)",
    ),
    "walk-no-reason": (
        "Zonder reden kan een woord niet altijd overgeslagen worden.",
        "Without a reason, words cannot always be skipped.",
    ),
    "walk-not-covered": (
        "‘{words}’ staat hier niet. Noem de woorden zoals ze in de zin staan.",
        "‘{words}’ does not stand here. Give the words as they are in the sentence.",
    ),
    "walk-nothing-to-undo": (
        "Er is in dit document nog niets om ongedaan te maken.",
        "There is nothing to undo in this document yet.",
    ),
    "walk-unseen-one": ("Gestopt: 1 document is niet bekeken.", "Stopped: 1 document was not looked at."),
    "walk-unseen": (
        "Gestopt: {count} documenten zijn niet bekeken.",
        "Stopped: {count} documents were not looked at.",
    ),
    "walk-exempted": ("Toegevoegd aan {path}.", "Added to {path}."),
    "walk-would-exempt": (
        "Dit zou in {path} komen (niet gedaan: proef).",
        "This would go into {path} (not done: dry run).",
    ),
    "amend-by-hand": (
        "Dit instellingenbestand kan termlint niet aanvullen. Zet dit er zelf in, onder ‘exempt:’:\n{entry}",
        "termlint cannot add to this settings file. Put this in it yourself, below ‘exempt:’:\n{entry}",
    ),
}

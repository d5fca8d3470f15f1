"""Messages about documents of any kind."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "not-found": (
        "Dit bestand is er niet. Kijk of de naam en de map kloppen.",
        "This file does not exist. Check its name and folder.",
    ),
    "folder-not-found": (
        "Deze map is er niet meer. Kijk of de naam klopt en of u de map kunt openen.",
        "This folder is no longer there. Check its name and whether you can open it.",
    ),
    "no-match": (
        "Geen enkel bestand past op dit patroon. Kijk of de map en de sterretjes kloppen.",
        "No file fits this pattern. Check the folder and the asterisks.",
    ),
    "no-access": (
        (
            "U mag dit bestand niet lezen, of een ander programma houdt het vast. Sluit het document in "
            "Word en probeer het opnieuw."
        ),
        "You may not read this file, or another program holds it. Close the document in Word and try again.",
    ),
    "folder-no-access": (
        (
            "U mag deze map niet openen. De documenten erin zijn niet gecontroleerd. Vraag toegang aan uw "
            "beheerder."
        ),
        "You may not open this folder. The documents in it were not checked. Ask for access.",
    ),
    "folder-too-deep": (
        "Hier staan meer dan {most} mappen in elkaar. Ga naar deze map toe en controleer haar apart.",
        "More than {most} folders stand inside each other here. Go to this folder and check it apart.",
    ),
    "folder-loop": (
        "Deze koppeling wijst naar een map waar ze zelf in staat en is overgeslagen.",
        "This link points to a folder that holds the link itself and was skipped.",
    ),
    "link-loop": (
        "Deze koppeling wijst naar zichzelf. Geef het echte bestand op.",
        "This link points to itself. Name the real file.",
    ),
    "not-readable": ("Dit bestand is niet te openen: {problem}.", "This file cannot be opened: {problem}."),
    "lock-file": (
        "Dit is een tijdelijk bestand van een ander programma, geen document.",
        "This is a temporary file of another program, not a document.",
    ),
    "not-a-file": (
        "Dit is geen gewoon bestand maar een apparaat of een doorgeefluik. Geef een document op.",
        "This is not a regular file but a device or a pipe. Name a document.",
    ),
    "unread-format": (
        (
            "Een {suffix}-bestand kan termlint niet lezen. Sla het op als .docx of .pdf en controleer die "
            "versie."
        ),
        "termlint cannot read a {suffix} file. Save it as .docx or .pdf and check that version.",
    ),
    "unknown-format": (
        "Dit soort bestand ({suffix}) controleert termlint niet. Het leest: {known}.",
        "termlint does not check this kind of file ({suffix}). It reads: {known}.",
    ),
    # --- opening documents ---
    "suffix-lies": (
        "De naam eindigt op {suffix}, maar de inhoud is {true}. Het document is gelezen als {true}.",
        "The name ends in {suffix} but the content is {true}. The document was read as {true}.",
    ),
    "too-large": (
        "Het bestand is {size} MB; de grens staat op {limit} MB. Zet limits: size in termlint.yaml hoger.",
        "The file is {size} MB; the limit is {limit} MB. Raise limits: size in termlint.yaml.",
    ),
    "vanished": (
        "Dit bestand is verdwenen tijdens de controle. Kijk of het verplaatst is.",
        "This file went away during the check. See whether it was moved.",
    ),
    "changed-while-read": (
        "Dit bestand veranderde terwijl het gelezen werd. Controleer het opnieuw.",
        "This file changed while it was read. Check it again.",
    ),
    "time-limit": (
        (
            "De controle duurde langer dan {limit} seconden en is gestopt. Zet limits: time in "
            "termlint.yaml hoger, of splits het document."
        ),
        (
            "Checking took longer than {limit} seconds and was stopped. Raise limits: time in "
            "termlint.yaml, or split the document."
        ),
    ),
    "memory-limit": (
        (
            "Dit document vroeg meer dan {limit} MB geheugen en de controle is gestopt. Splits het document, "
            "of zet limits: memory in termlint.yaml hoger."
        ),
        (
            "This document took more than {limit} MB of memory and checking was stopped. Split the document, "
            "or raise limits: memory in termlint.yaml."
        ),
    ),
    "text-limit": (
        (
            "Dit document heeft meer tekst dan de grens van {limit} miljoen tekens. Wat daarna komt, is niet "
            "gecontroleerd. Splits het document, of zet limits: text in termlint.yaml hoger."
        ),
        (
            "This document has more text than the limit of {limit} million characters. What comes after was "
            "not checked. Split the document, or raise limits: text in termlint.yaml."
        ),
    ),
    "worker-killed": (
        (
            "Het lezen van dit document is van buitenaf afgebroken, misschien omdat het geheugen vol was. "
            "Sluit andere programma's en controleer dit document apart."
        ),
        (
            "Reading this document was stopped from outside, perhaps because memory was full. Close other "
            "programs and check this document on its own."
        ),
    ),
    "worker-died": (
        (
            "Het lezen van dit document is vastgelopen. Waarschijnlijk is het beschadigd: open het, sla het "
            "opnieuw op en probeer het nog eens."
        ),
        "Reading this document crashed. It is probably damaged: open it, save it again and retry.",
    ),
    "out-of-memory": (
        "Dit document past niet in het geheugen. Splits het in kleinere delen.",
        "This document does not fit in memory. Split it into smaller parts.",
    ),
    "internal-error": (
        "Hier ging iets mis in termlint zelf ({error}). Meld dit, als het kan met het document.",
        "Something went wrong inside termlint ({error}). Please report it, with the document if you can.",
    ),
    # --- text ---
    "text-binary": (
        "Dit is geen tekst: er staan nultekens in. Kijk of het bestand de juiste naam heeft.",
        "This is not text: it holds null characters. Check that the file has the right name.",
    ),
    "text-encoding": (
        "Dit bestand zegt {encoding} te zijn, maar dat klopt niet. Sla het opnieuw op als UTF-8.",
        "This file claims to be {encoding} but is not. Save it again as UTF-8.",
    ),
    "text-unreadable-characters": (
        "{count} tekens zijn onleesbaar. Sla het bestand op als UTF-8.",
        "{count} characters are unreadable. Save the file as UTF-8.",
    ),
    "text-empty": ("Dit bestand is leeg.", "This file is empty."),
    "silence-without-reason": (  # of reports and caches made before termlint counted these
        "‘negeer {rule}’ telt niet mee, want er staat geen reden achter. Schrijf erbij waarom.",
        "‘negeer {rule}’ does not count: it gives no reason. Add why.",
    ),
    # --- Word ---
}

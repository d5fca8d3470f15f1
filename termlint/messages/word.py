"""Messages about Word documents."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "docx-empty-file": (
        "Dit bestand is leeg. Kijk of het goed is opgeslagen of gekopieerd.",
        "This file is empty. Check whether it was saved or copied properly.",
    ),
    "docx-encrypted": (
        (
            "Dit Word-document is beveiligd met een wachtwoord. Haal in Word het wachtwoord eraf (Bestand, "
            "Info, Document beveiligen) en controleer het opnieuw."
        ),
        (
            "This Word document is protected by a password. Remove the password in Word (File, Info, "
            "Protect Document) and check it again."
        ),
    ),
    "docx-old-format": (
        (
            "Dit is een document van Word 2003 of ouder, ook al eindigt de naam anders. Open het in Word en "
            "sla het op als .docx."
        ),
        (
            "This is a document of Word 2003 or older, whatever its name says. Open it in Word and save it "
            "as .docx."
        ),
    ),
    "docx-other-format": (
        (
            "Dit is geen Word-document maar een {format}-bestand. Geef het de juiste naam, of sla het op "
            "als .docx."
        ),
        "This is not a Word document but a {format} file. Give it its proper name, or save it as .docx.",
    ),
    "docx-no-document": (
        "In dit bestand zit geen Word-document. Open het in Word en sla het opnieuw op als .docx.",
        "This file holds no Word document. Open it in Word and save it again as .docx.",
    ),
    "docx-damaged": (
        (
            "Dit Word-document is beschadigd en niet te lezen. Open het in Word, laat Word het herstellen "
            "en sla het opnieuw op."
        ),
        (
            "This Word document is damaged and cannot be read. Open it in Word, let Word repair it and save "
            "it again."
        ),
    ),
    "docx-bomb": (
        (
            "Het onderdeel {part} is zo sterk ingepakt als in een echt document niet voorkomt. Zo'n bestand "
            "is meestal gemaakt om computers vast te laten lopen; het is niet gelezen. Vraag de afzender om "
            "een nieuw bestand."
        ),
        (
            "The part {part} is packed as tightly as no real document is. Such a file is mostly made to jam "
            "computers; it was not read. Ask the sender for a new file."
        ),
    ),
    "docx-too-large": (
        (
            "Het onderdeel {part} is uitgepakt veel groter dan een document hoort te zijn. Het bestand is "
            "niet gelezen. Vertrouwt u het, splits het dan in Word in kleinere delen, of zet limits: "
            "unpacked in termlint.yaml hoger dan {limit}."
        ),
        (
            "The part {part} unpacks to far more than a document should hold. The file was not read. If you "
            "trust it, split it into smaller parts in Word, or raise limits: unpacked in termlint.yaml above "
            "{limit}."
        ),
    ),
    "docx-too-deep": (
        (
            "Dit document is zo diep genest (tabel in tabel in tabel) dat het niet te lezen is. Maak het in "
            "Word eenvoudiger."
        ),
        (
            "This document is nested so deeply (table in table in table) that it cannot be read. Simplify "
            "it in Word."
        ),
    ),
    "docx-part-damaged": (
        (
            "Een deel van dit document is beschadigd ({part}) en misschien niet helemaal gelezen. Open het "
            "in Word, sla het opnieuw op en controleer het nog eens."
        ),
        (
            "A part of this document is damaged ({part}) and perhaps not wholly read. Open it in Word, save "
            "it again and check it once more."
        ),
    ),
    "docx-part-excessive": (
        (
            "Een deel van dit document ({part}) is te diep genest (tabel in tabel in tabel) of heeft een te "
            "lang stuk tekst, en is niet helemaal gelezen. Maak het document in Word eenvoudiger."
        ),
        (
            "A part of this document ({part}) is nested too deeply (table in table in table) or holds too "
            "long a stretch of text, and was not wholly read. Simplify the document in Word."
        ),
    ),
    "docx-part-doctype": (
        (
            "Een deel van dit document ({part}) bevat een documenttype (DTD). Dat hoort niet in een "
            "Word-bestand en is niet gelezen. Vraag de afzender om een nieuw bestand."
        ),
        (
            "A part of this document ({part}) holds a document type (DTD). That does not belong in a Word "
            "file and was not read. Ask the sender for a new file."
        ),
    ),
    "docx-doctype": (
        (
            "Dit bestand bevat een documenttype (DTD). Dat hoort niet in een Word-document en kan een "
            "computer laten vastlopen; het bestand is niet gelezen. Vraag de afzender om een nieuw bestand."
        ),
        (
            "This file holds a document type (DTD). That does not belong in a Word document and can jam a "
            "computer; the file was not read. Ask the sender for a new file."
        ),
    ),
    "docx-archive-damaged": (
        (
            "De verpakking van dit document is beschadigd. Gelezen is wat nog te lezen was. Open het in "
            "Word, laat Word het herstellen en controleer het opnieuw."
        ),
        (
            "The packaging of this document is damaged. What could still be read was read. Open it in Word, "
            "let Word repair it and check it again."
        ),
    ),
    "docx-embedded-document": (
        (
            "Dit document haalt andere bestanden binnen ({count}). Die zijn niet gelezen: sla het in Word "
            "opnieuw op, of controleer ze apart."
        ),
        (
            "This document pulls in other files ({count}). Those were not read: save it again in Word, or "
            "check them separately."
        ),
    ),
    "docx-pictures-only": (
        (
            "In dit document staan alleen afbeeldingen, misschien een scan. Er is geen tekst om te "
            "controleren."
        ),
        "This document holds pictures only, perhaps a scan. There is no text to check.",
    ),
    "docx-empty": (
        "In dit document staat geen tekst.",
        "This document holds no text.",
    ),
}

"""Messages about documents."""

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
    "silence-without-reason": (
        "‘negeer {rule}’ telt niet mee, want er staat geen reden achter. Schrijf erbij waarom.",
        "‘negeer {rule}’ does not count: it gives no reason. Add why.",
    ),
    # --- Word ---
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

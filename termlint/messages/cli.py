"""Messages about cli."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- the words of help ---
    "cli-usage": ("Gebruik: ", "Usage: "),
    "cli-options": ("Opties", "Options"),
    "cli-commands": ("Opdrachten", "Commands"),
    "cli-help": ("Toon deze uitleg.", "Show this help."),
    "cli-metavar-options": ("[OPTIES]", "[OPTIONS]"),
    "cli-metavar-command": ("OPDRACHT", "COMMAND"),
    "cli-help-termlint": (
        (
            "Vindt waardegeladen woorden in Word, PDF en tekst, en stelt betere voor.\n\n"
            "Begin met: termlint check vacature.docx"
        ),
        (
            "Finds value-laden words in Word, PDF and text, and offers better ones.\n\n"
            "Begin with: termlint check vacature.docx"
        ),
    ),
    "cli-help-check": (
        (
            "Controleer documenten of hele mappen.\n\n"
            "Zonder PAD de huidige map. Met - leest termlint wat u erin leidt. Uitkomst: 0 in orde, 1 iets "
            "gevonden, 2 niet alles gelezen."
        ),
        (
            "Check documents or whole folders.\n\n"
            "Without a PATH the current folder. With - it reads standard input. Exit code: 0 clean, 1 "
            "findings, 2 not everything could be read."
        ),
    ),
    "cli-help-fix": (
        (
            "Geef documenten terug met de bevindingen erin.\n\n"
            "Word: veilige verbeteringen als wijziging die u aanneemt of afwijst, de rest als opmerking. "
            "Pdf: markeringen met een notitie. Tekst: veilige vervangingen, met --mode replace. Het "
            "origineel blijft zoals het is; de kopie heet naam.termlint.docx. Uitkomst: 0 alles verwerkt, 1 "
            "er bleef iets over, 2 niet alles kon."
        ),
        (
            "Hand documents back with the findings in them.\n\n"
            "Word: safe improvements as tracked changes that you accept or reject, the rest as comments. "
            "PDF: highlights with a note. Text: safe replacements, with --mode replace. The original stays "
            "as it is; the copy is called name.termlint.docx. Exit code: 0 all dealt with, 1 something was "
            "left, 2 not everything could be done."
        ),
    ),
    "cli-help-explain": (
        "Leg een regel uit: waarom, voorbeelden en bron.",
        "Explain a rule: why, examples and source.",
    ),
    "cli-help-rules": ("Bekijk de regels.", "Look at the rules."),
    "cli-help-rules-list": ("Toon alle regels, per pakket.", "List all rules, by pack."),
    "cli-help-init": (
        "Maak een termlint.yaml met uitleg in deze map.",
        "Write a termlint.yaml with explanations in this folder.",
    ),
    # --- options ---
    "cli-option-paths": ("[PAD]...", "[PATH]..."),
    "cli-option-rule": ("REGEL", "RULE"),
    "cli-option-version": ("Toon de versie.", "Show the version."),
    "cli-option-lang": (
        "Taal: nl of en. Ook via TERMLINT_LANG.",
        "Language: nl or en. Also by TERMLINT_LANG.",
    ),
    "cli-option-format": (
        "Vorm van de uitslag: {known}. Met =BESTAND naar een bestand; mag vaker.",
        "Form of the report: {known}. With =FILE to a file; may be repeated.",
    ),
    "cli-option-output": ("Schrijf de uitslag naar dit bestand.", "Write the report to this file."),
    "cli-option-mode": (
        "comments: alleen opmerkingen; tracked: wijzigingen bijhouden; replace: meteen vervangen.",
        "comments: only comments; tracked: tracked changes; replace: change the words at once.",
    ),
    "cli-option-interactive": (
        "Loop de bevindingen een voor een langs en kies zelf.",
        "Walk through the findings one by one and choose yourself.",
    ),
    "cli-option-fix-fail-on": (
        "Vanaf welke ernst de uitkomst 1 is als er iets overblijft (anders: warning).",
        "From which severity the exit code is 1 when something is left (else: warning).",
    ),
    "cli-option-output-dir": ("Zet de kopieën in deze map.", "Put the copies in this folder."),
    "cli-option-in-place": ("Verander de documenten zelf.", "Change the documents themselves."),
    "cli-option-fix-force": (
        "Vervang een kopie die er al is, of een ondertekend document.",
        "Replace a copy that exists already, or a signed document.",
    ),
    "cli-option-dry-run": (
        "Toon wat er zou veranderen; schrijf niets.",
        "Show what would change; write nothing.",
    ),
    "cli-option-author": ("Naam bij opmerkingen en wijzigingen.", "Name on comments and changes."),
    "cli-option-date": ("Datum bij opmerkingen en wijzigingen.", "Date on comments and changes."),
    "cli-option-select": (
        "Alleen deze regel of dit pakket; mag vaker.",
        "Only this rule or pack; may be repeated.",
    ),
    "cli-option-ignore": (
        "Niet deze regel of dit pakket; mag vaker.",
        "Not this rule or pack; may be repeated.",
    ),
    "cli-option-fail-on": (
        "Vanaf welke ernst de uitkomst 1 is (anders: warning).",
        "From which severity the exit code is 1 (else: warning).",
    ),
    "cli-option-show-info": (
        "Toon ook wat alleen ter informatie is.",
        "Also show what is for information only.",
    ),
    "cli-option-show-exempt": (
        "Toon ook wat is vrijgesteld, met de reden.",
        "Also show what is exempt, with the reason.",
    ),
    "cli-option-stdin-filename": (
        "Zo heet de tekst die u met - erin leidt.",
        "The name of what is read from standard input.",
    ),
    "cli-option-password": ("Wachtwoord van beveiligde documenten.", "Password of protected documents."),
    "cli-option-strict-scans": (
        "Elke pagina zonder tekstlaag telt als niet gelezen.",
        "Any page without a text layer counts as not read.",
    ),
    "cli-option-config": (
        "Gebruik dit instellingenbestand, en geen ander.",
        "Use this settings file, and no other.",
    ),
    "cli-option-show-config": (
        "Toon de instellingen en waar ze vandaan komen.",
        "Show the settings and where they come from.",
    ),
    "cli-option-force-exclude": (
        "Sla over wat de instellingen uitsluiten, ook als u het zelf noemt.",
        "Skip what the settings exclude, even when it is named.",
    ),
    "cli-option-jobs": ("Hoeveel documenten tegelijk.", "How many documents at a time."),
    "cli-option-no-cache": (
        "Gebruik geen eerder bewaarde uitslagen.",
        "Use no results that were kept before.",
    ),
    "cli-option-force": ("Vervang een termlint.yaml die er al is.", "Replace a termlint.yaml that is there."),
    "cli-option-format-list": ("Als tekst of als JSON.", "As text or as JSON."),
    # --- what went wrong ---
    "cli-error": ("Fout:", "Error:"),
    "cli-at-line": ("{path}, regel {line}:", "{path}, line {line}:"),
    "cli-no-such-command": (
        "‘{name}’ is geen opdracht. Kies uit: {known}.",
        "‘{name}’ is no command. Choose from: {known}.",
    ),
    "cli-no-such-command-near": (
        "‘{name}’ is geen opdracht. Bedoelt u ‘{near}’?",
        "‘{name}’ is no command. Did you mean ‘{near}’?",
    ),
    "cli-word-is-file": (
        "‘{word}’ is gelezen als bestand en niet als optie: hier staat een bestand met die naam.",
        "‘{word}’ was read as a file and not as an option: there is a file of that name here.",
    ),
    "cli-option-is-here": (
        (
            "Hier staat een map of koppeling die ‘{word}’ heet, net als een optie. Hernoem haar, of schrijf "
            "./{word} als u die map bedoelt."
        ),
        (
            "There is a folder or link called ‘{word}’ here, like an option. Rename it, or write ./{word} if "
            "that is what you mean."
        ),
    ),
    "cli-no-such-option": (
        "De optie {option} bestaat niet. Zie: {command} --help",
        "There is no option {option}. See: {command} --help",
    ),
    "cli-no-such-option-near": (
        "De optie {option} bestaat niet. Bedoelt u {near}?",
        "There is no option {option}. Did you mean {near}?",
    ),
    "cli-bad-option": (
        "Bij {option} klopt de waarde niet: er hoort er één achter, of juist geen. Zie: {command} --help",
        "The value of {option} is wrong: it takes one, or none at all. See: {command} --help",
    ),
    "cli-missing": ("Noem ook: {name}.", "Please give: {name}."),
    "cli-usage-error": (
        "Deze opdracht begrijpt termlint niet ({problem}) Zie: termlint --help",
        "This command is not clear ({problem}) See: termlint --help",
    ),
    "cli-not-a-choice": (
        "‘{value}’ past niet bij {option}. Kies uit: {known}.",
        "‘{value}’ does not fit {option}. Choose from: {known}.",
    ),
    "cli-not-a-count": (
        "‘{value}’ past niet bij {option}. Geef een geheel getal vanaf 1.",
        "‘{value}’ does not fit {option}. Give a whole number from 1.",
    ),
    "cli-no-text": (
        "{format} is geen tekst voor een scherm. Noem een bestand: --format {format}=uitslag.{format}",
        "{format} is no text for a screen. Name a file: --format {format}=result.{format}",
    ),
    "cli-two-screens": (
        (
            "Er kan maar één uitslag op het scherm, niet {formats}. Geef de andere een bestand: --format "
            "json=uitslag.json"
        ),
        (
            "Only one report can go to the screen, not {formats}. Give the others a file: --format "
            "json=report.json"
        ),
    ),
    "cli-output-is-document": (
        "{path} is een document; een uitslag zou het overschrijven. Kies een andere naam.",
        "{path} is a document; a report would overwrite it. Choose another name.",
    ),
    "cli-no-config": (
        "Het instellingenbestand {path} is er niet. Kijk of de naam klopt, of maak er een met: termlint init",
        "There is no settings file {path}. Check its name, or make one with: termlint init",
    ),
    "cli-unknown-rule": (
        "Er is geen regel of pakket ‘{rule}’. Zie: termlint rules list",
        "There is no rule or pack ‘{rule}’. See: termlint rules list",
    ),
    "cli-unknown-rule-near": (
        "Er is geen regel of pakket ‘{rule}’. Bedoelt u ‘{near}’?",
        "There is no rule or pack ‘{rule}’. Did you mean ‘{near}’?",
    ),
    "cli-aborted": ("Afgebroken. De controle is niet af.", "Stopped. The check is not complete."),
    "cli-memory": (
        "Er is te weinig geheugen. Controleer minder documenten tegelijk: --jobs 1",
        "There is too little memory. Check fewer documents at a time: --jobs 1",
    ),
    "cli-bug": (
        (
            "Er ging iets mis in termlint zelf ({error}). Meld dit. Met TERMLINT_DEBUG=1 ziet u de "
            "bijzonderheden."
        ),
        (
            "Something went wrong inside termlint ({error}). Please report it. TERMLINT_DEBUG=1 shows the "
            "details."
        ),
    ),
    "cli-system": (
        (
            "Deze computer laat het niet toe: {problem}. Kijk of de map of het bestand er is, en of "
            "u erbij mag."
        ),
        (
            "This computer does not allow it: {problem}. Check that the folder or file is there, "
            "and yours to use."
        ),
    ),
    "cli-no-here": (
        "De map waarin u werkt bestaat niet meer. Ga naar een andere map en probeer het nog eens.",
        "The folder you work in is gone. Go to another folder and try again.",
    ),
    # --- explain, rules, init, show-config ---
    "explain-why": ("Waarom", "Why"),
    "explain-wrong": ("Dit meldt termlint", "This is reported"),
    "explain-right": ("Dit niet", "This is not"),
    "explain-instead": ("Schrijf liever", "Write instead"),
    "explain-source": ("Bron", "Source"),
    "explain-severity": ("Ernst: {severity}. Pakket: {pack}.", "Severity: {severity}. Pack: {pack}."),
    "init-written": (
        "{path} is gemaakt. Lees de uitleg erin en pas aan wat u anders wilt.",
        "{path} was written. Read the notes in it and change what you like.",
    ),
    "init-exists": (
        "{path} is er al en is niet veranderd. Met --force vervangt u het.",
        "{path} is there already and was not changed. --force replaces it.",
    ),
    "init-hook": (
        "Voor een git-hook zet u dit in .pre-commit-config.yaml, met het adres waar u termlint vandaan hebt:",
        "For a git hook, put this in .pre-commit-config.yaml, with the address you have termlint from:",
    ),
}

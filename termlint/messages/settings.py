"""What is said of settings files: where they were found, and what is wrong in them."""

CATALOG = {
    "settings-file": ("Instellingen uit {path}", "Settings from {path}"),
    "settings-no-file": (
        "Er is geen termlint.yaml; dit zijn de standaardwaarden.",
        "No termlint.yaml; these are the defaults.",
    ),
    "settings-default": ("standaard", "default"),
    "settings-command-line": ("opdrachtregel", "command line"),
    "config-unreadable": (
        "Het instellingenbestand {path} is niet te lezen: {problem}.",
        "The settings file {path} cannot be read: {problem}.",
    ),
    "config-link-outside": (
        (
            "{path} is een verwijzing naar een plek buiten {folder}, en wordt daarom niet gelezen. Zet het "
            "bestand zelf in die map, of noem het andere bestand met --config."
        ),
        (
            "{path} is a link to a place outside {folder}, and so is not read. Put the file itself in that "
            "folder, or name the other file with --config."
        ),
    ),
    "config-not-regular": (
        "{path} is geen gewoon bestand. Haal het weg, of zet er een gewoon instellingenbestand neer.",
        "{path} is no regular file. Remove it, or put a regular settings file there.",
    ),
    "config-too-large": (
        "{path} is te groot voor instellingen: meer dan {limit} MB. Maak het bestand kleiner.",
        "{path} is too large for settings: over {limit} MB. Make the file smaller.",
    ),
    "config-outside": (
        (
            "‘{key}’ wijst naar {name}, en dat ligt buiten {folder}. Dat mag alleen in uw eigen "
            "instellingen, of als u dit bestand zelf noemt met --config."
        ),
        (
            "‘{key}’ points to {name}, which lies outside {folder}. Only your own settings may do that, or a "
            "file that you name yourself with --config."
        ),
    ),
    "config-model-found": (
        (
            "Een taalmodel kan opdrachten uitvoeren. Daarom kiest u het zelf: zet ‘model’ in uw eigen "
            "instellingen ({file}), of noem dit bestand met --config als u het vertrouwt."
        ),
        (
            "A language model can run code. So you choose it yourself: put ‘model’ in your own settings "
            "({file}), or name this file with --config if you trust it."
        ),
    ),
    "config-too-high": (
        (
            "‘{key}’ mag hier hoogstens {most} zijn. Meer kan alleen in uw eigen instellingen, of als u dit "
            "bestand zelf noemt met --config."
        ),
        (
            "‘{key}’ may be {most} at most here. Only your own settings may allow more, or a file that you "
            "name yourself with --config."
        ),
    ),
    "config-too-many": (
        "‘{key}’ heeft meer dan {most} onderdelen. Maak de lijst korter.",
        "‘{key}’ has over {most} items. Make the list shorter.",
    ),
    "config-too-many-files": (
        "Er bouwen meer dan {most} instellingenbestanden op elkaar voort. Haal er een weg bij ‘extends’.",
        "More than {most} settings files build on one another. Take some away at ‘extends’.",
    ),
    "settings-foreign": (
        (
            "Let op: {path} is van een andere gebruiker en telt niet mee. Vertrouwt u het bestand, noem het "
            "dan met --config."
        ),
        (
            "Note: {path} belongs to another user and does not count. If you trust the file, name it with "
            "--config."
        ),
    ),
    "config-encoding": (
        "Het instellingenbestand {path} is geen UTF-8. Sla het op als UTF-8.",
        "The settings file {path} is not UTF-8. Save it as UTF-8.",
    ),
    "config-bad-yaml": (
        "Dit is geen geldige YAML ({problem}). Kijk naar inspringing, dubbele punten en aanhalingstekens.",
        "This is not valid YAML ({problem}). Check indentation, colons and quotation marks.",
    ),
    "config-yaml-tag": (
        "‘{tag}’ kan niet in een bestand met instellingen: schrijf gewone tekst, een getal of een lijst.",
        "‘{tag}’ cannot stand in a settings file: write plain text, a number or a list.",
    ),
    "config-alias-loop": (
        "‘*{name}’ staat in zichzelf. Haal het weg, of schrijf voluit wat er hoort te staan.",
        "‘*{name}’ stands inside itself. Remove it, or write out what should be there.",
    ),
    "config-yaml-depth": (
        "Hier staan {count} lijsten of namen in elkaar; meer dan {most} kan niet. Schrijf het eenvoudiger.",
        "Here {count} lists or names stand inside each other; {most} is the most. Write it more simply.",
    ),
    "config-yaml-values": (
        "Tot hier staan er meer dan {most} waarden in dit bestand. Kort de lijsten in.",
        "Up to here this file holds more than {most} values. Shorten the lists.",
    ),
    "config-yaml-mappings": (
        "Tot hier staan er meer dan {most} groepen van namen met waarden in dit bestand. Haal er weg.",
        "Up to here this file holds more than {most} groups of names with values. Remove some.",
    ),
    "config-yaml-text": (
        "Deze tekst heeft {count} tekens; meer dan {most} kan niet. Kort hem in.",
        "This text has {count} characters; {most} is the most. Shorten it.",
    ),
    "config-yaml-size": (
        "Dit bestand heeft {count} tekens; meer dan {most} kan niet. Kort het in.",
        "This file has {count} characters; {most} is the most. Shorten it.",
    ),
    "config-bad-toml": ("Dit is geen geldige TOML ({problem}).", "This is not valid TOML ({problem})."),
    "config-duplicate-key": (
        "‘{key}’ staat er twee keer. Haal er één weg.",
        "‘{key}’ stands here twice. Remove one.",
    ),
    "config-unknown-key": (
        "Onbekende instelling ‘{key}’. Dit kan hier staan: {known}.",
        "Unknown setting ‘{key}’. Here may stand: {known}.",
    ),
    "config-unknown-key-near": (
        "Onbekende instelling ‘{key}’. Bedoelt u ‘{near}’?",
        "Unknown setting ‘{key}’. Did you mean ‘{near}’?",
    ),
    "config-wants-mapping": (
        "Onder ‘{key}’ horen regels van de vorm ‘naam: waarde’.",
        "Under ‘{key}’ belong lines of the form ‘name: value’.",
    ),
    "config-wants-text": (
        "Bij ‘{key}’ hoort tekst. Zet er zo nodig aanhalingstekens om.",
        "‘{key}’ takes a text. Put it between quotation marks if need be.",
    ),
    "config-wants-list": (
        "Bij ‘{key}’ hoort een lijst: elk onderdeel op een eigen regel na een streepje.",
        "‘{key}’ takes a list: each item on its own line after a dash.",
    ),
    "config-wants-flag": ("Bij ‘{key}’ hoort true of false.", "‘{key}’ takes true or false."),
    "config-wants-number": ("Bij ‘{key}’ hoort een getal boven 0.", "‘{key}’ takes a number above 0."),
    "config-wants-count": (
        "Bij ‘{key}’ hoort een geheel getal vanaf 1.",
        "‘{key}’ takes a whole number from 1.",
    ),
    "config-wants-date": (
        "Bij ‘{key}’ hoort een datum, zoals 2027-12-31.",
        "‘{key}’ takes a date, such as 2027-12-31.",
    ),
    "config-wants-one-of": (
        "‘{value}’ past niet bij ‘{key}’. Kies uit: {allowed}.",
        "‘{value}’ does not fit ‘{key}’. Choose from: {allowed}.",
    ),
    "config-wants-hash": (
        (
            "Bij ‘{key}’ horen SHA-256-waarden van 64 tekens; ‘{value}’ is dat niet. U vindt ze in --format "
            "json."
        ),
        "‘{key}’ takes SHA-256 values of 64 characters; ‘{value}’ is none. You find them in --format json.",
    ),
    "config-no-model": (
        (
            "Bij ‘model’ staat {name}, maar dat taalmodel is hier niet. Installeer het (python -m spacy "
            "download {name}), of haal de regel ‘model’ weg."
        ),
        (
            "‘model’ names {name}, but that language model is not here. Install it (python -m spacy "
            "download {name}), or remove the line ‘model’."
        ),
    ),
    "config-no-file": (
        "Bij ‘{key}’ staat {name}, maar dat is er niet. Kijk of het pad klopt, gezien vanaf dit bestand.",
        "‘{key}’ names {name}, which does not exist. Check the path, as seen from this file.",
    ),
    "config-no-pack": (
        (
            "Bij ‘{key}’ staat {name}, maar zo'n map is er niet, gezien vanaf dit bestand. Verbeter het pad, "
            "of schrijf de naam van een pakket dat met termlint meekomt: {known}."
        ),
        (
            "‘{key}’ names {name}, but there is no such folder, as seen from this file. Correct the path, or "
            "write the name of a pack that comes with termlint: {known}."
        ),
    ),
    "config-circle": (
        "‘{name}’ bouwt voort op dit bestand zelf. Haal één van de twee weg.",
        "‘{name}’ extends this file itself. Remove one of the two.",
    ),
    "config-exempt-reason": (
        "Deze vrijstelling heeft geen reden. Zet er ‘reason: …’ bij.",
        "This exemption has no reason. Add ‘reason: …’.",
    ),
    "config-exempt-what": (
        "Deze vrijstelling zegt niet waarvoor ze geldt. Zet er ‘words: …’ of ‘rule: …’ bij.",
        "This exemption does not say what it is for. Add ‘words: …’ or ‘rule: …’.",
    ),
}

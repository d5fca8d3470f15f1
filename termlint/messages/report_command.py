"""Messages of `termlint report` itself: what it is asked, how far it is, and its history."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "not-reached": (
        "De meting is afgebroken voordat dit document aan de beurt was.",
        "The run was broken off before it came to this document.",
    ),
    "too-old": ("Niet gewijzigd sinds {date}.", "Not changed since {date}."),
    "report-no-output": (
        "Noem het bestand voor het rapport, bijvoorbeeld: -o rapport.html",
        "Name the file for the report, for instance: -o report.html",
    ),
    "report-no-format": (
        "{path}: kies een van deze soorten rapport: {known}",
        "{path}: choose one of these kinds of report: {known}",
    ),
    "report-no-folder": (
        "{path}: deze map bestaat niet. Maak de map eerst aan.",
        "{path}: this folder does not exist. Make the folder first.",
    ),
    "report-unreadable": ("{path} kan niet worden gelezen: {problem}.", "{path} cannot be read: {problem}."),
    "text-link-outside": (
        "{path} is een verwijzing naar een plek buiten {folder}. Noem het bestand zelf.",
        "{path} is a link to a place outside {folder}. Name the file itself.",
    ),
    "text-not-regular": (
        "{path} is geen gewoon bestand en wordt niet gelezen. Noem een ander bestand.",
        "{path} is no regular file, and is not read. Name another file.",
    ),
    "text-too-large": (
        "{path} is te groot: meer dan {limit} MB. Noem een ander bestand.",
        "{path} is too large: more than {limit} MB. Name another file.",
    ),
    "report-from-and-paths": (
        "Noem met --from geen documenten: het rapport gaat over de bewaarde meting.",
        "Name no documents with --from: the report is about the saved run.",
    ),
    "report-no-date": (
        "‘{value}’ is geen datum. Schrijf de datum als 2024-01-31.",
        "‘{value}’ is no date. Write the date as 2024-01-31.",
    ),
    "report-broken-off": (
        (
            "Afgebroken: {done} van de {all} documenten zijn klaar, en daarover gaat het rapport. Ga verder "
            "met hetzelfde commando en --resume."
        ),
        (
            "Broken off: {done} of the {all} documents are done, and the report is about these. Go on with "
            "the same command and --resume."
        ),
    ),
    "report-nothing-to-resume": (
        "Er is geen afgebroken meting om mee verder te gaan; alle documenten worden gelezen.",
        "There is no run to go on with; all documents are read.",
    ),
    "report-written": ("Geschreven: {files}", "Written: {files}"),
    "report-progress": (
        "{done} van {all} documenten, {rate} per seconde, nog {left}: {path}",
        "{done} of {all} documents, {rate} a second, {left} left: {path}",
    ),
    "report-minutes-left": ("{n} min", "{n} min"),
    "report-seconds-left": ("{n} s", "{n} s"),
    "cli-help-report": (
        "Maak één pagina en één rekenblad over een heel archief.",
        "Make one page and one spreadsheet over a whole archive.",
    ),
    "cli-option-report-output": (
        "Schrijf het rapport naar dit bestand ({known}). Mag vaker.",
        "Write the report to this file ({known}). May be repeated.",
    ),
    "cli-option-report-from": (
        "Maak het rapport over een bewaarde meting (JSON), zonder documenten te lezen.",
        "Report on a saved run (JSON), without reading documents.",
    ),
    "cli-option-report-files-from": (
        "Lees de paden uit dit bestand, een op elke regel (- is standaardinvoer).",
        "Read the paths from this file, one on each line (- is standard input).",
    ),
    "cli-option-report-group-by": (
        "Verdeel de documenten per map (folder, folder:2) of met een reguliere expressie over het pad.",
        "Group documents by folder (folder, folder:2) or by a regular expression over the path.",
    ),
    "cli-option-report-modified-after": (
        "Sla documenten over die sinds deze dag niet zijn gewijzigd.",
        "Skip documents that were not changed since this day.",
    ),
    "cli-option-report-history": (
        "Bewaar de cijfers van elke meting in dit bestand en toon het verloop.",
        "Keep the figures of every run in this file and show the trend.",
    ),
    "cli-option-report-title": ("De titel van het rapport.", "The title of the report."),
    "cli-option-report-theme": (
        "Een stijlblad (CSS) met de huisstijl van uw organisatie, volgens NL Design System.",
        "A style sheet (CSS) with your organisation's theme, after the NL Design System.",
    ),
    "cli-option-report-copies": (
        "Verwijs ook naar de versies met opmerkingen die `termlint fix --output-dir` in deze map zette.",
        "Link to the annotated copies that `termlint fix --output-dir` put in this folder, too.",
    ),
    "cli-option-report-resume": (
        "Ga verder met een meting die is afgebroken.",
        "Go on with a run that was broken off.",
    ),
    "history-failed": (
        "De geschiedenis {path} kan niet worden bijgewerkt: {problem}. Kies een ander bestand bij --history.",
        "The history {path} cannot be updated: {problem}. Choose another file with --history.",
    ),
    "history-damaged": (
        "{path} is geen geschiedenis van termlint, of is beschadigd. Kies een ander bestand bij --history.",
        "{path} is no history of termlint, or is damaged. Choose another file with --history.",
    ),
    "history-busy": (
        "De geschiedenis {path} is in gebruik door een andere meting. Wacht tot die klaar is.",
        "The history {path} is in use by another run. Wait until that one is done.",
    ),
    "history-full": (
        "De geschiedenis {path} is niet bijgewerkt: de schijf is vol. Maak ruimte en probeer het nog eens.",
        "The history {path} was not updated: the disk is full. Make room and try again.",
    ),
    "history-forbidden": (
        "De geschiedenis {path} kan daar niet staan. Kijk of de map er is, en of u erin mag schrijven.",
        "The history {path} cannot be there. Check that the folder exists, and that you may write in it.",
    ),
    "history-large": (
        "De geschiedenis {path} is te groot geworden. Kies een nieuw bestand bij --history.",
        "The history {path} has become too large. Choose a new file with --history.",
    ),
    "history-link": (
        "{path} is een snelkoppeling of geen gewoon bestand. Noem bij --history het bestand zelf.",
        "{path} is a link or no ordinary file. Name the file itself with --history.",
    ),
    "history-beside": (
        (
            "Naast de geschiedenis {path} staat een bestand dat niet van termlint is: {beside}. Haal dat "
            "bestand daar weg en probeer het nog eens."
        ),
        (
            "Beside the history {path} stands a file that is not termlint's: {beside}. Take that file away "
            "and try again."
        ),
    ),
    "history-newer": (
        (
            "De geschiedenis {path} is gemaakt met een nieuwere termlint. Werk termlint bij of kies een "
            "ander bestand."
        ),
        "The history {path} was made by a newer termlint. Update termlint or choose another file.",
    ),
    "report-group-by": (
        (
            "--group-by ‘{spec}’ is geen map (folder of folder:2) en geen geldige reguliere expressie: "
            "{problem}."
        ),
        (
            "--group-by ‘{spec}’ is neither a folder (folder or folder:2) nor a valid regular expression: "
            "{problem}."
        ),
    ),
}

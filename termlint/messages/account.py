"""Messages of a report about its own figures: what was not read or not counted, and how it was measured."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- what was not read, not counted
    "report-unread": ("Niet gelezen", "Not read"),
    "report-unread-intro": (
        "Bij het lezen van deze documenten ging niet alles goed. Er staat bij wat u kunt doen.",
        "Not all went well in reading these documents. Each says what you can do.",
    ),
    "report-unread-none": ("Alle documenten zijn gelezen.", "All documents were read."),
    "report-unread-table": (
        "Documenten die niet of niet helemaal gelezen zijn",
        "Documents not read, or not wholly",
    ),
    "report-checked": ("gelezen", "read"),
    "report-read-mind": ("gelezen, maar let op", "read, but mind"),
    "report-skipped": ("overgeslagen", "skipped"),
    "report-status": ("Status", "Status"),
    "report-reason": ("Reden", "Reason"),
    "report-skipped-intro": (
        (
            "{n} bestand is overgeslagen: dat soort leest termlint niet, of het viel buiten uw keuze.|{n} "
            "bestanden zijn overgeslagen: die soorten leest termlint niet, of zij vielen buiten uw keuze."
        ),
        (
            "{n} file was skipped: termlint does not read its kind, or your choice left it out.|{n} files "
            "were skipped: termlint does not read their kinds, or your choice left them out."
        ),
    ),
    "report-skipped-other": ("zonder achtervoegsel", "without a suffix"),
    "report-exempted": ("Niet meegeteld, en waarom", "Not counted, and why"),
    "report-exempted-intro": (
        "Niet elk woord is een fout. Een wetsnaam, een citaat of een categorie van het CBS telt niet mee.",
        (
            "Not every word is a mistake. The name of a law, a quotation or a statistical category does not "
            "count."
        ),
    ),
    "report-exempted-none": ("Alles telde mee.", "Everything counted."),
    "report-exempted-table": ("Redenen om niet mee te tellen", "Reasons not to count"),
    "report-count": ("Aantal", "Number"),
    "report-example": ("Voorbeeld", "Example"),
    "report-kind": ("Uitkomst", "Outcome"),
    "report-twins-intro": (
        (
            "{n} document is een exacte kopie van een ander document en telt niet dubbel.|{n} documenten "
            "zijn exacte kopieën van een ander document en tellen niet dubbel."
        ),
        (
            "{n} document is an exact copy of another one and does not count twice.|{n} documents are exact "
            "copies of others and do not count twice."
        ),
    ),
    # --- account
    "report-account": ("Zo is gemeten", "How this was measured"),
    "report-account-text": (
        (
            "Gemaakt met termlint {version}, regels {ruleset}, instellingen {settings}. De documenten zijn "
            "op deze computer gelezen en niet verstuurd. Dit bestand haalt niets van internet."
        ),
        (
            "Made with termlint {version}, rules {ruleset}, settings {settings}. The documents were read on "
            "this computer and sent nowhere. This file fetches nothing from the internet."
        ),
    ),
    "report-account-uses": (
        (
            "‘Te vervangen’ zijn de fouten en waarschuwingen samen, ook die al bekend waren. Een aangehaald "
            "woord of de naam van een categorie is ‘ter informatie’. Documenten met precies dezelfde inhoud "
            "tellen één keer."
        ),
        (
            "‘To replace’ are the errors and warnings together, known ones included. A quoted word or the "
            "name of a category is ‘information’. Documents with exactly the same content count once."
        ),
    ),
    "report-theme": ("Weergave", "Appearance"),
    "report-theme-auto": ("Zoals mijn computer", "As my computer"),
    "report-theme-light": ("Licht", "Light"),
    "report-theme-dark": ("Donker", "Dark"),
    "report-print-filter": ("Gefilterd op: {filter}", "Filtered on: {filter}"),
    "report-months": (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "January February March April May June July August September October November December",
    ),
}

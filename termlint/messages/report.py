"""Messages of the report over an archive: its figures, tables and trend.

`{n}` is a number already written the Dutch or the English way; "one|many" holds both numbers of a
countable thing (see `termlint.reporters.wording`).
"""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- the top of the page
    "report-title": ("Woordgebruik in onze documenten", "Wording in our documents"),
    "report-measured": ("Meting van {date}.", "Measured on {date}."),
    "report-intro": (
        "Dit rapport laat zien waar woorden staan die u beter kunt vervangen, en wat u kunt schrijven.",
        "This report shows where words stand that are better replaced, and what you can write instead.",
    ),
    "report-and": ("en", "and"),
    "report-skip": ("Ga naar de inhoud", "Skip to the content"),
    "report-contents": ("Inhoud", "Contents"),
    "report-interrupted": (
        "Deze meting is afgebroken. Het rapport gaat alleen over de documenten die al klaar waren.",
        "This run was broken off. The report is only about the documents that were done.",
    ),
    "report-verdict": ("Stand van zaken", "Where it stands"),
    "report-verdict-none": ("Er is geen document gelezen.", "No document was read."),
    "report-verdict-clean": (
        (
            "Alles in orde: in het ene gelezen document staat geen woord dat u kunt vervangen.|Alles in "
            "orde: in de {n} gelezen documenten staat geen woord dat u kunt vervangen."
        ),
        (
            "All is well: the one document that was read holds no words to replace.|All is well: the {n} "
            "documents that were read hold no words to replace."
        ),
    ),
    "report-verdict-uses": (
        (
            "Er staat 1 woord dat u beter kunt vervangen, in {affected} van de {documents}.|Er staan {n} "
            "woorden die u beter kunt vervangen, in {affected} van de {documents}."
        ),
        (
            "There is 1 word better replaced, in {affected} of the {documents}.|There are {n} words better "
            "replaced, in {affected} of the {documents}."
        ),
    ),
    "report-verdict-uses-one": (
        (
            "Er staat 1 woord dat u beter kunt vervangen in het gelezen document.|Er staan {n} woorden die u "
            "beter kunt vervangen in het gelezen document."
        ),
        (
            "There is 1 word better replaced in the document.|There are {n} words better replaced in the "
            "document."
        ),
    ),
    "report-verdict-known": (
        "Daarvan was {n} al bekend.|Daarvan waren {n} al bekend.",
        "Of these, {n} was already known.|Of these, {n} were already known.",
    ),
    "report-verdict-trend": (
        "Sinds de vorige meting van {date}: {new} nieuw, {fixed} opgelost, {remaining} nog over.",
        "Since the last run on {date}: {new} new, {fixed} fixed, {remaining} remaining.",
    ),
    "report-verdict-gone": (
        (
            "{n} stond in een document dat er nu niet meer bij is.|{n} stonden in documenten die er nu niet "
            "meer bij zijn."
        ),
        (
            "{n} stood in a document that is no longer among these.|{n} stood in documents that are no "
            "longer among these."
        ),
    ),
    "report-verdict-failed": (
        "Let op: {n} document konden wij niet lezen.|Let op: {n} documenten konden wij niet lezen.",
        "Mind: {n} document could not be read.|Mind: {n} documents could not be read.",
    ),
    "report-verdict-partial": (
        "{n} document is maar voor een deel gelezen.|{n} documenten zijn maar voor een deel gelezen.",
        "{n} document was read only in part.|{n} documents were read only in part.",
    ),
    "report-verdict-kinds": (
        (
            "{n} document is van een soort die termlint niet leest ({kinds}).|{n} documenten zijn van een "
            "soort die termlint niet leest ({kinds})."
        ),
        (
            "{n} document is of a kind that termlint does not read ({kinds}).|{n} documents are of kinds "
            "that termlint does not read ({kinds})."
        ),
    ),
    "report-read-documents": (
        "{n} gelezen document|{n} gelezen documenten",
        "{n} document read|{n} documents read",
    ),
    # --- figures
    "report-figures": ("De cijfers", "The figures"),
    "report-figure-uses": ("te vervangen", "to replace"),
    "report-figure-affected": ("documenten met zulke woorden", "documents with such words"),
    "report-figure-rate": ("per 10.000 woorden", "per 10,000 words"),
    "report-figure-positive": ("keer goed geschreven", "times written well"),
    "report-figure-failed": ("niet gelezen", "not read"),
    "report-of": ("van {n}", "of {n}"),
    "report-positive-note": (
        "Positief gebruik: {uses}.",
        "Positive use: {uses}.",
    ),
    "report-positive-uses": ("{n} keer ‘{words}’", "{n} × ‘{words}’"),
    # --- trend
    "report-trend": ("Verloop", "Trend"),
    "report-trend-intro": (
        "Woorden om te vervangen, per 10.000 woorden, bij elke meting.",
        "Words to replace per 10,000 words, at every run.",
    ),
    "report-trend-chart": (
        "Grafiek: te vervangen woorden per 10.000, per meting",
        "Chart: words to replace per 10,000, by run",
    ),
    "report-trend-first": (
        "Dit is de eerste meting. Bij de volgende ziet u hier wat er beter is geworden.",
        "This is the first run. The next one will show here what got better.",
    ),
    "report-trend-none": (
        "Wilt u het verloop zien? Bewaar dan de metingen, met --history geschiedenis.sqlite.",
        "Would you like to see the trend? Keep the runs with --history history.sqlite.",
    ),
    "report-trend-rules": (
        "De regels of de instellingen zijn toen veranderd; vergelijk met de meting ervoor voorzichtig.",
        "The rules or the settings changed here; compare with the run before it with care.",
    ),
    "report-trend-table": ("Cijfers van alle metingen", "Figures of all runs"),
    "report-run": ("Meting", "Run"),
    "report-new": ("Nieuw", "New"),
    "report-fixed": ("Opgelost", "Fixed"),
    "report-remaining": ("Nog over", "Remaining"),
    # --- groups
    "report-groups": ("Per afdeling", "By department"),
    "report-groups-intro": (
        "Per 10.000 woorden, zodat u grote en kleine afdelingen kunt vergelijken. De hoogste staat bovenaan.",
        "Per 10,000 words, so that you can compare large and small departments. The highest comes first.",
    ),
    "report-groups-chart": (
        "Grafiek: te vervangen woorden per 10.000, per afdeling",
        "Chart: words to replace per 10,000, by department",
    ),
    "report-groups-table": ("Cijfers per afdeling", "Figures by department"),
    "report-group": ("Afdeling", "Department"),
    "report-group-none": ("(overig)", "(other)"),
    # --- rules
    "report-rules": ("Per regel", "By rule"),
    "report-rules-intro": (
        "Welke woorden komen het meest voor, en waarom kunt u ze beter vervangen?",
        "Which words are the most frequent, and why are they better replaced?",
    ),
    "report-rule": ("Regel", "Rule"),
    "report-why": ("Waarom", "Why"),
    "report-source": ("Bron", "Source"),
    "report-forms": ("Vaakst geschreven", "Written most"),
    "report-pack": ("Pakket", "Pack"),
    "report-show-findings": ("Toon de bevindingen", "Show the findings"),
    # --- documents and findings
    "report-documents": ("Documenten en bevindingen", "Documents and findings"),
    "report-documents-table": ("Alle gelezen documenten", "All documents that were read"),
    "report-document": ("Document", "Document"),
    "report-findings": ("Bevindingen per document", "Findings by document"),
    "report-filter": ("Zoek en filter", "Search and filter"),
    "report-search": ("Zoek in documenten en zinnen", "Search in documents and sentences"),
    "report-all-groups": ("Alle afdelingen", "All departments"),
    "report-all-rules": ("Alle regels", "All rules"),
    "report-severity": ("Soort", "Kind"),
    "report-all-uses": ("Fouten en waarschuwingen", "Errors and warnings"),
    "report-everything": ("Alles, ook wat niet meetelt", "Everything, also what does not count"),
    "report-reset": ("Wis filters", "Clear filters"),
    "report-open-all": ("Klap alles open", "Open all"),
    "report-close-all": ("Klap alles dicht", "Close all"),
    "report-more": ("Toon meer documenten", "Show more documents"),
    "report-shown": (
        "{documents} van {all_documents} documenten, {findings} van {all_findings} bevindingen",
        "{documents} of {all_documents} documents, {findings} of {all_findings} findings",
    ),
    "report-nothing-shown": (
        "Geen document past bij dit filter. Wis een filter of zoek op iets anders.",
        "No document fits this filter. Clear a filter or search for something else.",
    ),
    "report-truncated": (
        (
            "Deze pagina toont {shown} van {all} bevindingen, uit de documenten waar de meeste staan. Alle "
            "bevindingen staan in het rekenblad: maak het met -o rapport.xlsx."
        ),
        (
            "This page shows {shown} of {all} findings, from the documents that hold the most. All findings "
            "are in the spreadsheet: make it with -o report.xlsx."
        ),
    ),
    "report-truncated-documents": (
        (
            "De tabel toont {shown} van {all} documenten; de documenten zonder bevindingen staan verder in "
            "het rekenblad."
        ),
        (
            "The table shows {shown} of {all} documents; further documents without findings are in the "
            "spreadsheet."
        ),
    ),
    "report-open-original": ("Open document", "Open document"),
    "report-open-copy": ("Open versie met opmerkingen", "Open annotated copy"),
    "report-twins": ("Staat ook als:", "Also stored as:"),
    "report-in-documents": ("in {n} document|in {n} documenten", "in {n} document|in {n} documents"),
    "report-only-info": (
        "{n} keer|{n} keer",
        "once|{n} times",
    ),
    "report-only-new": ("Alleen nieuwe", "New ones only"),
    "report-or": ("of", "or"),
    "report-line-uses": ("{n} te vervangen|{n} te vervangen", "{n} to replace|{n} to replace"),
    "report-line-info": ("{n} ter informatie|{n} ter informatie", "{n} for information|{n} for information"),
    "report-line-exempt": ("{n} vrijgesteld|{n} vrijgesteld", "{n} exempt|{n} exempt"),
    "report-permalink": ("Link naar deze bevinding", "Link to this finding"),
    "report-instead": ("Schrijf liever", "Rather write"),
    "report-advice": ("Advies", "Advice"),
    "report-errors": ("Fouten", "Errors"),
    "report-warnings": ("Waarschuwingen", "Warnings"),
    "report-infos": ("Ter informatie", "Information"),
    "report-exempts": ("Vrijgesteld", "Exempt"),
    "report-uses": ("Te vervangen", "To replace"),
    "report-rate": ("Per 10.000 woorden", "Per 10,000 words"),
    "report-words": ("Woorden", "Words"),
    "report-pages": ("Pagina’s", "Pages"),
    "report-format": ("Soort bestand", "File type"),
    "report-affected": ("Met bevindingen", "With findings"),
    "report-document-count": ("Documenten", "Documents"),
    "report-positive": ("Goed geschreven", "Written well"),
    "report-total": ("Samen", "Total"),
    # --- parts that formats does not name, since they need no saying there
    "report-part-body": ("tekst", "text"),
    "report-part-heading": ("kop", "heading"),
    "report-part-list": ("opsomming", "list"),
    "report-part-table": ("tabel", "table"),
    "report-part-code": ("code", "code"),
}

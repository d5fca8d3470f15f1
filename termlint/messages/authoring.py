"""Messages for those who write rules: mistakes in rule files, and what `termlint rules` says."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- mistakes in a file ---
    "rule-unreadable": (
        "dit bestand kan niet worden geopend ({problem}). Kijk of het er staat en of u het mag lezen.",
        "this file cannot be opened ({problem}). See that it is there and that you may read it.",
    ),
    "rule-link-outside": (
        (
            "dit is een verwijzing naar een plek buiten {folder}, en wordt daarom niet gelezen. Zet het "
            "bestand zelf in die map."
        ),
        "this is a link to a place outside {folder}, and so is not read. Put the file itself in that folder.",
    ),
    "rule-not-regular": (
        "dit is geen gewoon bestand. Haal het weg, of zet er een gewoon bestand met een regel neer.",
        "this is no regular file. Remove it, or put a regular file with a rule there.",
    ),
    "rule-too-large": (
        "dit bestand is te groot voor regels: meer dan {limit} MB. Verdeel het over meer bestanden.",
        "this file is too large for rules: over {limit} MB. Divide it over more files.",
    ),
    "rule-not-utf8": (
        "dit bestand is geen UTF-8. Sla het op als UTF-8 (in Kladblok: Opslaan als, Codering).",
        "this file is not UTF-8. Save it as UTF-8.",
    ),
    "rule-yml": (
        "termlint leest alleen bestanden op .yaml. Noem dit bestand {file}.",
        "termlint reads only files in .yaml. Call this file {file}.",
    ),
    "rule-duplicate-pack": (
        "er is al een pakket ‘{id}’. Geef dit pakket een andere id.",
        "there is a pack ‘{id}’ already. Give this pack another id.",
    ),
    "rule-not-a-text": (
        "bij ‘{key}’ hoort tekst te staan, geen ‘{value}’. Zet de waarde tussen aanhalingstekens.",
        "‘{key}’ should be text, not ‘{value}’. Put the value between quotation marks.",
    ),
    "rule-not-a-list": (
        "bij ‘{key}’ hoort een lijst te staan. Zet elk item op een eigen regel achter een streepje (- item).",
        "‘{key}’ should be a list. Put each item on a line of its own after a dash (- item).",
    ),
    "rule-not-a-mapping": (
        "bij ‘{key}’ horen namen met waarden te staan (naam: waarde).",
        "‘{key}’ should hold names with values (name: value).",
    ),
    "rule-not-a-yes-no": (
        "bij ‘{key}’ hoort true of false te staan, geen ‘{value}’.",
        "‘{key}’ should be true or false, not ‘{value}’.",
    ),
    "rule-not-one-of": (
        "‘{value}’ kan niet bij ‘{key}’. Kies uit: {known}.",
        "‘{value}’ cannot stand at ‘{key}’. Choose from: {known}.",
    ),
    "rule-empty": (
        "‘{key}’ is leeg. Vul iets in, of haal het weg.",
        "‘{key}’ is empty. Fill it in or remove it.",
    ),
    "rule-bad-id": (
        "‘{id}’ kan geen id zijn. Gebruik kleine letters, cijfers en streepjes.",
        "‘{id}’ cannot be an id. Use small letters, digits and hyphens.",
    ),
    "rule-bad-regex": (
        "de reguliere expressie ‘{regex}’ klopt niet ({problem}). Verbeter haar, of schrijf de woorden op.",
        "the regular expression ‘{regex}’ is wrong ({problem}). Mend it, or write the words.",
    ),
    "rule-unequal-regex": (
        (
            "de reguliere expressie ‘{regex}’ gebruikt *+, ++, ?+ of (?>…). Die betekenen niet in elke "
            "Python hetzelfde. Schrijf haar zonder, of schrijf de woorden op."
        ),
        (
            "the regular expression ‘{regex}’ uses *+, ++, ?+ or (?>…). These do not mean the same in every "
            "Python. Write it without them, or write the words."
        ),
    ),
    # --- rules show ---
    "cli-help-rules-show": ("Toon alle vormen die een regel vindt.", "Show every form that a rule finds."),
    "cli-option-all": (
        "Elke vorm voluit, één per regel; zonder kopjes, om in te zoeken.",
        "Every form in full, one a line; without headings, to search in.",
    ),
    "rules-show-finds": ("Vindt", "Finds"),
    "rules-show-finds-count": ("{phrase} ({count} vormen)", "{phrase} ({count} forms)"),
    "rules-show-spellings": ("aaneen, los of met een streepje", "as one word, two words or with a hyphen"),
    "rules-show-gap": ("hoogstens {count} andere woorden", "at most {count} other words"),
    "rules-show-members": ("ook in opsommingen: {first}- en …", "in enumerations too: {first}- en …"),
    "rules-show-coordinates": (
        "Vindt opsommingen van woorden uit: {rules}",
        "Finds enumerations of words from: {rules}",
    ),
    "rules-show-except": ("Behalve", "Except"),
    "rules-show-more": ("en {count} andere (zie --all)", "and {count} more (see --all)"),
    "rules-show-too-many": (
        "De regel ‘{rule}’ vindt {count} vormen; meer dan {most} tonen kan niet. Laat --all weg.",
        "The rule ‘{rule}’ finds {count} forms; {most} is the most to show. Leave out --all.",
    ),
    "rules-show-words": ("Woorden en hun vormen", "Words and their forms"),
    # --- rules new ---
    "cli-help-rules-new": (
        (
            "Maak een nieuwe regel om in te vullen.\n\nIn deze map, of in de map achter --in. Staat daar "
            "geen pack.yaml, dan komt die er ook."
        ),
        (
            "Write a new rule to fill in.\n\nIn this folder, or in the one after --in. A pack.yaml is "
            "written too where there is none."
        ),
    ),
    "cli-option-id": ("ID", "ID"),
    "cli-option-in": (
        "De map met uw regels (anders: deze map).",
        "The folder with your rules (else: this one).",
    ),
    "rules-new-exists": (
        "{path} bestaat al. Kies een andere id, of bewerk dat bestand.",
        "{path} exists already. Choose another id, or edit that file.",
    ),
    "rules-new-taken": (
        "Er is al een regel ‘{id}’, in {path}. Kies een andere id.",
        "There is a rule ‘{id}’ already, in {path}. Choose another id.",
    ),
    "rules-new-bad-id": (
        (
            "‘{id}’ kan geen id zijn. Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld: "
            "termlint rules new achterstandswijk"
        ),
        (
            "‘{id}’ cannot be an id. Use small letters, digits and hyphens, for example: termlint rules "
            "new achterstandswijk"
        ),
    ),
    "rules-new-written": ("{path} is gemaakt.", "{path} is written."),
    "rules-new-next": (
        (
            "Pas de regel aan en toets hem:\n  termlint rules test {folder}\nZet de map in termlint.yaml "
            "om hem te gebruiken:\n  packs: [{folder}]"
        ),
        (
            "Edit the rule and test it:\n  termlint rules test {folder}\nName the folder in "
            "termlint.yaml to use it:\n  packs: [{folder}]"
        ),
    ),
    # --- rules schema ---
    "cli-help-rules-schema": (
        "Toon het JSON-schema van een regel of een pack.yaml, voor uw editor.",
        "Print the JSON Schema of a rule or a pack.yaml, for your editor.",
    ),
    "cli-option-kind": ("[rule|pack]", "[rule|pack] (rule)"),
    # --- rules impact ---
    "cli-help-rules-impact": (
        "Bekijk wat regels in een map zouden vinden, voordat u ze invoert.",
        "See what rules would find in a folder, before you adopt them.",
    ),
    "cli-option-impact-rule": (
        "Alleen deze regel: een naam of een bestand; mag vaker.",
        "Only this rule: a name or a file; may be repeated.",
    ),
    "cli-option-against": (
        "Vergelijk met een vorige versie van de regel: een bestand of een revisie in git.",
        "Compare with an earlier version of the rule: a file or a revision in git.",
    ),
    "cli-option-samples": ("Hoeveel voorbeeldzinnen per regel (5).", "How many sample sentences a rule (5)."),
    "rules-impact-no-file": (
        "{path} is geen bestand, en git kent geen revisie met die naam.",
        "{path} is no file, and git knows no revision of that name.",
    ),
    "rules-impact-read": (
        "{read} van {documents} documenten gelezen.",
        "{read} of {documents} documents read.",
    ),
    "rules-impact-unread": ("Niet gelezen: {path}: {reason}", "Not read: {path}: {reason}"),
    "rules-impact-rule": (
        (
            "{rule} ({severity}): {uses}× in {documents} van {total} documenten; als informatie {info}×, "
            "stil {exempt}×"
        ),
        (
            "{rule} ({severity}): {uses}× in {documents} of {total} documents; as information {info}×, "
            "silent {exempt}×"
        ),
    ),
    "rules-impact-words": ("  woorden: {words}", "  words: {words}"),
    "rules-impact-none": ("{rule} ({severity}): niets gevonden", "{rule} ({severity}): nothing found"),
    "rules-impact-change": (
        "  tegenover {against}: {new} nieuw, {gone} verdwenen, {same} gelijk",
        "  against {against}: {new} new, {gone} gone, {same} the same",
    ),
    "rules-impact-new": ("nieuw", "new"),
    "rules-impact-gone": ("verdwenen", "gone"),
    "rules-impact-against-one": (
        "Zeg met --rule van welke regel u de versie in {against} wilt vergelijken.",
        "Say with --rule of which rule you want to compare the version in {against}.",
    ),
    "rules-impact-other-rule": (
        "{path} is een versie van de regel ‘{id}’, niet van ‘{rule}’.",
        "{path} is a version of rule ‘{id}’, not of ‘{rule}’.",
    ),
}

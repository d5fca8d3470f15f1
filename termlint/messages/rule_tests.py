"""Messages of `rules test`."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- rules test: the verdicts ---
    "rule-test-missing": (
        "Gemist: ‘{words}’ in deze zin wordt niet gevonden.",
        "Missing: ‘{words}’ is not found in this sentence.",
    ),
    "rule-test-span": (
        "Gemist: ‘{words}’. Gevonden is ‘{found}’. Pas het voorbeeld of de regel aan.",
        "Missing: ‘{words}’. Found is ‘{found}’. Change the example or the rule.",
    ),
    "rule-test-softer": (
        "Gemist: ‘{words}’ wordt wel gevonden, maar {outcome} en niet {wanted} ({reason}).",
        "Missing: ‘{words}’ is found, but {outcome} and not {wanted} ({reason}).",
    ),
    "rule-test-no-info": (
        "Gemist: in deze zin wordt niets als informatie gevonden.",
        "Missing: nothing in this sentence is found as information.",
    ),
    "rule-test-noisy": (
        "Ruis: ‘{found}’ hoort in deze zin niet gemeld te worden.",
        "Noisy: ‘{found}’ should not be reported in this sentence.",
    ),
    "rule-test-offer": (
        "Het eerste voorstel voor ‘{words}’ is ‘{offered}’, niet ‘{wanted}’.",
        "The first suggestion for ‘{words}’ is ‘{offered}’, not ‘{wanted}’.",
    ),
    "rule-test-no-offer": (
        "Er is geen voorstel voor ‘{words}’; verwacht is ‘{wanted}’.",
        "There is no suggestion for ‘{words}’; expected is ‘{wanted}’.",
    ),
    "rule-test-corrected": (
        "Ruis: ook met het voorstel ‘{offered}’ meldt de regel ‘{found}’: {text}",
        "Noisy: with the suggestion ‘{offered}’ the rule still reports ‘{found}’: {text}",
    ),
    "rule-test-offer-flagged": (
        "Ruis: het voorstel ‘{offered}’ wordt zelf gemeld door de regel {other}: {text}",
        "Noisy: the suggestion ‘{offered}’ is itself reported by the rule {other}: {text}",
    ),
    "rule-test-preferred": (
        "Wij tellen hier {found} keer, maar tussen [ ] staat het {wanted} keer. Pas match of de zin aan.",
        "In this sentence we count {found}, but [ ] mark {wanted}. Change match or the sentence.",
    ),
    "rule-test-preferred-idle": (
        "‘{phrase}’ staat in geen enkel voorbeeld. Voeg onder flag een zin toe waarin het telt.",
        "‘{phrase}’ stands in no example. Add a sentence under flag in which it counts.",
    ),
    "rule-test-exception": (
        (
            "De uitzondering ‘{phrase}’ doet in geen enkel voorbeeld iets. Voeg onder pass een zin toe "
            "waarin ze telt, of haal haar weg."
        ),
        (
            "The exception ‘{phrase}’ does nothing in any example. Add a sentence under pass in which it "
            "counts, or remove it."
        ),
    ),
    "rule-test-literals": (
        (
            "‘{phrase}’ heeft geen woord dat opvalt: termlint zou elke zin moeten ontleden. Maak een "
            "woord verplicht dat niet overal staat."
        ),
        (
            "‘{phrase}’ has no word that stands out: termlint would have to take every sentence apart. "
            "Require a word that is not everywhere."
        ),
    ),
    "rule-test-lost-time": (
        "Deze regel toetsen duurde langer dan {most} seconden. Maak de woordgroepen en voorbeelden korter.",
        "Testing this rule took longer than {most} seconds. Make its phrases and examples shorter.",
    ),
    "rule-test-lost-memory": (
        "Deze regel toetsen kostte meer dan {most} MB geheugen. Maak de woordgroepen en lijsten korter.",
        "Testing this rule took more than {most} MB of memory. Make its phrases and lists shorter.",
    ),
    "rule-test-lost-died": (
        "Het toetsen van deze regel brak af. Probeer het nog eens; helpt dat niet, zet de regel dan uit.",
        "Testing this rule broke off. Try again; if that does not help, switch the rule off.",
    ),
    "rule-test-outcome-flag": ("als gebruik", "as a use"),
    "rule-test-outcome-info": ("als informatie", "as information"),
    "rule-test-outcome-silent": ("stil", "silently"),
    # --- rules test: the command ---
    "rules-test-in": ("    in: {text}", "    in: {text}"),
    "rules-test-good": (
        "In orde: {rules} regels, {examples} voorbeelden.",
        "Fine: {rules} rules, {examples} examples.",
    ),
    "rules-test-good-one": (
        "In orde: 1 regel, {examples} voorbeelden.",
        "Fine: 1 rule, {examples} examples.",
    ),
    "rules-test-bad": (
        "Niet in orde: {failures} keer, in {bad} van {rules} regels ({examples} voorbeelden).",
        "Not fine: {failures} times, in {bad} of {rules} rules ({examples} examples).",
    ),
    "rules-test-nothing": (
        (
            "In {path} staat geen regel en geen pack.yaml. Wijs een map met een pack.yaml aan, of een "
            "regel daarin."
        ),
        "There is no rule and no pack.yaml in {path}. Name a folder that has a pack.yaml, or a rule in it.",
    ),
    "cli-help-rules-test": (
        (
            "Toets de voorbeelden in regels.\n\nZonder PAD de regels van termlint en die uit uw "
            "instellingen; met PAD uw map met regels, of één regel. Uitkomst: 0 in orde, 1 een voorbeeld "
            "klopt niet, 2 een bestand klopt niet."
        ),
        (
            "Test the examples in rules.\n\nWithout a PATH the rules of termlint and those of your "
            "settings; with a PATH your folder of rules, or one rule. Exit code: 0 fine, 1 an example "
            "fails, 2 a file is wrong."
        ),
    ),
    "cli-option-rules-path": ("[PAD]", "[PATH]"),
}

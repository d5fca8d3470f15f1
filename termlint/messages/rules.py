"""Messages about rule files."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "rule-yaml": (
        "dit is geen geldige YAML ({problem}). Kijk naar inspringing, dubbele punten en aanhalingstekens.",
        "this is not valid YAML ({problem}). Check indentation, colons and quotation marks.",
    ),
    "rule-schema": (
        "{problem}. Kijk in ‘termlint rules schema’ wat hier mag staan.",
        "{problem}. See ‘termlint rules schema’ for what may stand here.",
    ),
    "rule-unknown-key": (
        "‘{key}’ kent termlint niet. Bedoelt u: {known}?",
        "termlint does not know ‘{key}’. Did you mean: {known}?",
    ),
    "rule-wrong-value": (
        "de waarde van ‘{key}’ klopt niet: {problem}. Pas de waarde aan.",
        "the value of ‘{key}’ is wrong: {problem}. Change the value.",
    ),
    "rule-missing-key": ("‘{key}’ ontbreekt. Voeg die regel toe.", "‘{key}’ is missing. Add it."),
    "rule-id-file": (
        "de id is ‘{id}’, maar het bestand heet {file}. Geef ze dezelfde naam.",
        "the id is ‘{id}’ but the file is called {file}. Give them the same name.",
    ),
    "rule-message-braces": (
        "accolades kunnen in een bericht alleen om {{match}} staan (de gevonden woorden). Pas ‘{text}’ aan.",
        "in a message, braces can only stand around {{match}} (the words found). Change ‘{text}’.",
    ),
    "rule-duplicate": (
        "de regel ‘{id}’ staat ook in {other}. Geef een van de twee een andere id.",
        "rule ‘{id}’ also stands in {other}. Give one of them another id.",
    ),
    "rule-unknown-extends": (
        "de map ‘{name}’ om op voort te bouwen bestaat niet. Kies uit: {known}.",
        "there is no pack ‘{name}’ to extend. Choose from: {known}.",
    ),
    "rule-unknown-rule": (
        "er is geen regel ‘{id}’. Kies uit: {known}.",
        "there is no rule ‘{id}’. Choose from: {known}.",
    ),
    "rule-no-pack": (
        "in {path} staat geen pack.yaml. Wijs een map met een pack.yaml aan.",
        "there is no pack.yaml in {path}. Name a folder that has one.",
    ),
    "rule-example-brackets": (
        "de blokhaken in dit voorbeeld horen niet bij elkaar. Zet de gevonden woorden tussen [ en ].",
        "the brackets in this example do not pair up. Put the words to be found between [ and ].",
    ),
    "rule-example-unmarked": (
        "dit voorbeeld hoort een vondst te hebben. Zet de gevonden woorden tussen [ en ].",
        "this example should hold a finding. Put the words to be found between [ and ].",
    ),
    "phrase-empty": (
        "deze woordgroep is leeg. Schrijf de woorden op.",
        "this phrase is empty. Write the words.",
    ),
    "phrase-brackets": (
        "de haken in ‘{phrase}’ horen niet bij elkaar. Sluit elke haak die u opent.",
        "the brackets in ‘{phrase}’ do not pair up. Close every bracket you open.",
    ),
    "phrase-all-optional": (
        "in ‘{phrase}’ mag alles wegblijven. Laat ten minste één woord verplicht.",
        "everything in ‘{phrase}’ is optional. Leave at least one word required.",
    ),
    "phrase-unknown-list": (
        "de woordenlijst ‘{list}’ bestaat niet. Bekend zijn: {known}.",
        "there is no word list ‘{list}’. Known: {known}.",
    ),
    "phrase-unknown-word": (
        "‘{word}’ staat niet onder words. Daar staan: {known}.",
        "‘{word}’ is not under words. There are: {known}.",
    ),
    "phrase-unknown-form": (
        "‘{word}’ heeft geen vorm ‘{form}’. Kies uit: {known}.",
        "‘{word}’ has no form ‘{form}’. Choose from: {known}.",
    ),
    "phrase-too-wide": (
        "‘{phrase}’ geeft {count} vormen. Splits de woordgroep in kleinere.",
        "‘{phrase}’ makes {count} forms. Split it into smaller phrases.",
    ),
    "rule-needs-model": (
        (
            "Deze regel let op woordsoorten ({attributes}). Daarvoor is een taalmodel nodig: noem het bij "
            "‘model’ in uw instellingen, bijvoorbeeld nl_core_news_sm, of zet de regel uit."
        ),
        (
            "This rule looks at parts of speech ({attributes}). That takes a language model: name it as "
            "‘model’ in your settings, for instance nl_core_news_sm, or switch the rule off."
        ),
    ),
    "rule-bad-tokens": (
        "spaCy begrijpt dit patroon niet: {problem}.",
        "spaCy does not understand this pattern: {problem}.",
    ),
}

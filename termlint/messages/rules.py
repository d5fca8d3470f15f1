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
    "pack-abbreviation": (
        "‘{text}’ is geen afkorting om een streepje achter te zetten. Gebruik alleen letters en cijfers.",
        "‘{text}’ is no abbreviation to put a hyphen behind. Use letters and digits only.",
    ),
    "pack-step-twice": (
        "‘{step}’ staat twee keer in deze reeks. Laat een van de twee weg.",
        "‘{step}’ stands twice in this scale. Leave one of them out.",
    ),
    "pack-no-step": (
        "‘{step}’ is geen stap van deze reeks. Kies uit: {known}.",
        "‘{step}’ is no step of this scale. Choose from: {known}.",
    ),
    "pack-prefer-gap": (
        "‘{phrase}’ telt alleen zonder ... tussen de woorden. Schrijf de woorden uit.",
        "‘{phrase}’ counts only without ... between its words. Write the words out.",
    ),
    "pack-name-taken": (
        (
            "de map ‘{pack}’ gebruikt de naam ‘{name}’ al. Kies een andere naam, of zet ‘{pack}’ onder "
            "extends als u die wilt vervangen."
        ),
        (
            "pack ‘{pack}’ uses the name ‘{name}’ already. Choose another name, or put ‘{pack}’ under "
            "extends to replace it."
        ),
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
        "‘{phrase}’ geeft {count} vormen; meer dan {most} kan niet. Splits de woordgroep in kleinere.",
        "‘{phrase}’ makes {count} forms; {most} is the most. Split it into smaller phrases.",
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
    # --- the file ---
    "rule-duplicate-key": (
        "‘{key}’ staat er twee keer. Haal er één weg.",
        "‘{key}’ stands here twice. Remove one.",
    ),
    "rule-yaml-tag": (
        (
            "‘{tag}’ kan niet in een bestand met regels: daar staat gewone tekst, een getal, een lijst "
            "of namen met waarden. Haal het weg."
        ),
        (
            "‘{tag}’ cannot stand in a rule file: it holds plain text, numbers, lists, or names with "
            "values. Remove it."
        ),
    ),
    "rule-yaml-key": (
        (
            "voor de dubbele punt hoort één naam te staan, geen lijst of iets anders. Schrijf hier: "
            "naam: waarde."
        ),
        "before the colon there should be one name, no list or anything else. Write: name: value.",
    ),
    "rule-yaml-value": (
        "‘{value}’ lijkt een getal of een datum, maar is dat niet. Zet het tussen aanhalingstekens.",
        "‘{value}’ looks like a number or a date but is none. Put it between quotation marks.",
    ),
    "limit-packs": (
        "u noemt {count} mappen met regels; meer dan {most} kan niet. Voeg mappen samen.",
        "you name {count} folders of rules; {most} is the most. Put folders together.",
    ),
    "limit-files": (
        (
            "in deze map staan meer dan {most} bestanden met regels. Verdeel ze over meer mappen, of "
            "haal er weg."
        ),
        "this folder holds more than {most} rule files. Divide them over more folders, or remove some.",
    ),
    "limit-file-text": (
        "dit bestand heeft {count} tekens; meer dan {most} kan niet. Verdeel het over meer bestanden.",
        "this file has {count} characters; {most} is the most. Divide it over more files.",
    ),
    "limit-depth": (
        (
            "hier staan {count} lijsten of namen in elkaar; meer dan {most} kan niet. Schrijf het "
            "eenvoudiger op."
        ),
        "here {count} lists or names stand inside each other; {most} is the most. Write it more simply.",
    ),
    "limit-alias-loop": (
        "‘*{name}’ staat in zichzelf. Haal het weg, of schrijf voluit wat er hoort te staan.",
        "‘*{name}’ stands inside itself. Remove it, or write out what should be there.",
    ),
    "limit-all-values": (
        "tot hier staan er meer dan {most} waarden in uw bestanden met regels. Kort de lijsten in.",
        "up to here your rule files hold more than {most} values. Shorten the lists.",
    ),
    "limit-all-mappings": (
        (
            "tot hier staan er meer dan {most} groepen van namen met waarden in uw bestanden met "
            "regels. Schrijf woordgroepen en voorbeelden waar het kan als gewone tekst."
        ),
        (
            "up to here your rule files hold more than {most} groups of names with values. Write "
            "phrases and examples as plain text where you can."
        ),
    ),
    "limit-text": (
        "deze tekst heeft {count} tekens; meer dan {most} kan niet. Kort hem in.",
        "this text has {count} characters; {most} is the most. Shorten it.",
    ),
    "limit-message-text": (
        (
            "deze tekst heeft {count} tekens; meer dan {most} kan niet in een bericht of voorstel. "
            "Kort hem in."
        ),
        "this text has {count} characters; {most} is the most for a message or suggestion. Shorten it.",
    ),
    "limit-braces": (
        (
            "in deze tekst wordt {count} keer iets ingevuld; meer dan {most} kan niet. Gebruik minder "
            "accolades."
        ),
        "in this text {count} places are filled in; {most} is the most. Use fewer braces.",
    ),
}

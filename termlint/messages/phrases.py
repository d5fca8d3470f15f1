"""Messages about the words, phrases and token patterns of a rule."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    # --- words and phrases ---
    "limit-word-text": (
        "‘{word}’ heeft {count} tekens; een woord heeft er hoogstens {most}. Schrijf een gewoon woord.",
        "‘{word}’ has {count} characters; a word has at most {most}. Write an ordinary word.",
    ),
    "limit-word-forms": (
        (
            "het woord ‘{word}’ krijgt {count} vormen; meer dan {most} kan niet. Noem minder vormen of "
            "samenstellingen."
        ),
        "the word ‘{word}’ gets {count} forms; {most} is the most. Name fewer forms or compounds.",
    ),
    "limit-phrase-text": (
        "‘{phrase}’ heeft {count} tekens; een woordgroep heeft er hoogstens {most}. Splits de woordgroep.",
        "‘{phrase}’ has {count} characters; a phrase has at most {most}. Split the phrase.",
    ),
    "phrase-no-word": (
        "in ‘{phrase}’ staat geen woord dat er altijd staat, alleen tekens. Schrijf een woord erbij.",
        "‘{phrase}’ has no word that is always there, only signs. Add a word.",
    ),
    "limit-places": (
        "‘{phrase}’ heeft {count} woorden en groepen; meer dan {most} kan niet. Splits de woordgroep.",
        "‘{phrase}’ has {count} words and groups; {most} is the most. Split the phrase.",
    ),
    "word-no-forms": (
        (
            "van ‘{word}’ kan termlint niet de vormen van een {kind} maken. Kijk of het woord goed "
            "geschreven is, of kies de klasse word."
        ),
        (
            "termlint cannot make the forms of a {kind} from ‘{word}’. See that it is spelled right, or "
            "choose the class word."
        ),
    ),
    "limit-list": (
        "de woordenlijst ‘{list}’ geeft meer dan {most} vormen. Splits de lijst in kleinere.",
        "the word list ‘{list}’ makes more than {most} forms. Split it into smaller lists.",
    ),
    "limit-nested-lists": (
        (
            "in de woordenlijst ‘{list}’ staan {count} lijsten in elkaar; meer dan {most} kan niet. "
            "Schrijf de woorden zelf op."
        ),
        (
            "in the word list ‘{list}’ {count} lists stand inside each other; {most} is the most. "
            "Write the words."
        ),
    ),
    "phrase-list-loop": (
        (
            "de woordenlijst ‘{list}’ noemt zichzelf, misschien door een andere lijst. Schrijf de "
            "woorden zelf op."
        ),
        "the word list ‘{list}’ names itself, perhaps through another list. Write the words.",
    ),
    "phrase-bad-gap": (
        "‘{gap}’ begrijpt termlint niet. Schrijf drie punten en hoogstens een getal: ...2",
        "termlint does not understand ‘{gap}’. Write three dots and at most a number: ...2",
    ),
    "limit-gap": (
        "‘{gap}’ laat {count} woorden open; meer dan {most} kan niet. Kies een kleiner getal.",
        "‘{gap}’ leaves {count} words open; {most} is the most. Choose a smaller number.",
    ),
    "limit-gaps": (
        "‘{phrase}’ laat op te veel plaatsen woorden open. Gebruik minder ... of kleinere getallen.",
        "‘{phrase}’ leaves words open in too many places. Use fewer ... or smaller numbers.",
    ),
    "limit-all-phrases": (
        (
            "met ‘{phrase}’ erbij zijn er {count} woordgroepen in alle regels samen; meer dan {most} "
            "kan niet. Zet woorden in een woordenlijst (lists), of haal er weg."
        ),
        (
            "with ‘{phrase}’ there are {count} phrases in all rules together; {most} is the most. Put "
            "words in a word list (lists), or remove some."
        ),
    ),
    "limit-all-forms": (
        (
            "met ‘{phrase}’ erbij geven alle regels samen {count} vormen; meer dan {most} kan niet. "
            "Maak woordgroepen met minder keuzen."
        ),
        (
            "with ‘{phrase}’ all rules together make {count} forms; {most} is the most. Make phrases "
            "with fewer choices."
        ),
    ),
    "limit-all-alternatives": (
        (
            "tot hier staan er {count} woorden in alle woordgroepen en lijsten samen; meer dan {most} "
            "kan niet. Noem een lange lijst in minder woordgroepen."
        ),
        (
            "up to here there are {count} words in all phrases and lists together; {most} is the most. "
            "Name a long list in fewer phrases."
        ),
    ),
    "limit-all-words": (
        (
            "tot hier staan er {count} woorden onder words in alle regels samen; meer dan {most} kan "
            "niet. Haal er weg."
        ),
        (
            "up to here there are {count} words under words in all rules together; {most} is the most. "
            "Remove some."
        ),
    ),
    # --- token patterns ---
    "limit-tokens": (
        (
            "dit patroon kan {count} woorden lang worden; meer dan {most} kan niet. Kies kleinere "
            "getallen bij OP."
        ),
        "this pattern can become {count} words long; {most} is the most. Choose smaller numbers at OP.",
    ),
    "limit-token-choices": (
        (
            "dit patroon herhaalt te veel: zoeken zou te lang kunnen duren. Gebruik minder * en + bij "
            "OP, of schrijf een klein aantal, bijvoorbeeld {{0,3}}."
        ),
        (
            "this pattern repeats too much: looking for it might take too long. Use fewer * and + at "
            "OP, or write a small number, such as {{0,3}}."
        ),
    ),
    "limit-regex-text": (
        (
            "de reguliere expressie ‘{regex}’ heeft {count} tekens; meer dan {most} kan niet. Schrijf "
            "de woorden op."
        ),
        "the regular expression ‘{regex}’ has {count} characters; {most} is the most. Write the words.",
    ),
    "limit-regex-ways": (
        (
            "zoeken met de reguliere expressie ‘{regex}’ zou te lang kunnen duren. Zet geen herhaling "
            "(*, +) of keuze (|) binnen een herhaling, en herhaal op minder plaatsen."
        ),
        (
            "looking for the regular expression ‘{regex}’ might take too long. Put no repetition (*, "
            "+) or choice (|) inside a repetition, and repeat in fewer places."
        ),
    ),
}

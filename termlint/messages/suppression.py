"""Messages about comments in which an author addresses termlint, and about accepting by command."""

from __future__ import annotations

_PLACES: dict[str, tuple[str, str]] = {
    "line": ("Opmerking op regel {line}: ", "Comment on line {line}: "),
    "paragraph": ("Opmerking bij alinea {paragraph}: ", "Comment at paragraph {paragraph}: "),
    "loose": ("Opmerking voor termlint: ", "Comment to termlint: "),
}
_PROBLEMS: dict[str, tuple[str, str]] = {
    "unknown-verb": (
        (
            "‘{said}’ begrijpt termlint niet, dus er verandert niets. Schrijf ‘termlint: negeer REGEL "
            "reden’, of ‘termlint: uit REGEL reden’ en verderop ‘termlint: aan’."
        ),
        (
            "termlint does not understand ‘{said}’, so nothing changes. Write ‘termlint: ignore RULE "
            "reason’, or ‘termlint: off RULE reason’ and further on ‘termlint: on’."
        ),
    ),
    "unknown-verb-near": (
        "‘{said}’ begrijpt termlint niet, dus er verandert niets. Bedoelt u ‘termlint: {near}’?",
        "termlint does not understand ‘{said}’, so nothing changes. Did you mean ‘termlint: {near}’?",
    ),
    "unknown-rule": (
        "bij ‘{said}’ staat geen regel: ‘{rule}’ bestaat niet. De regels ziet u met: termlint rules list",
        "‘{said}’ names no rule: there is no ‘{rule}’. You see the rules with: termlint rules list",
    ),
    "unknown-rule-near": (
        "bij ‘{said}’ staat geen regel: ‘{rule}’ bestaat niet. Bedoelt u ‘{near}’?",
        "‘{said}’ names no rule: there is no ‘{rule}’. Did you mean ‘{near}’?",
    ),
    "no-reason": (
        "‘{said}’ telt niet mee, want er staat geen reden achter. Schrijf erbij waarom het woord hier mag.",
        "‘{said}’ does not count: it gives no reason. Add why the word may stand here.",
    ),
    "unused": (
        "‘{said}’ is niet nodig, want er wordt niets mee vrijgesteld. Haal de opmerking weg.",
        "‘{said}’ is not needed: it makes nothing exempt. Remove the comment.",
    ),
    "not-ended": (
        "na ‘{said}’ komt geen ‘termlint: aan’, dus het geldt tot het einde. Zet erbij waar het ophoudt.",
        "no ‘termlint: on’ follows ‘{said}’, so it holds to the end. Add where it stops.",
    ),
    "not-begun": (
        "‘{said}’ beëindigt niets, want er staat geen ‘termlint: uit’ voor. Haal de opmerking weg.",
        "‘{said}’ ends nothing: no ‘termlint: off’ stands before it. Remove the comment.",
    ),
    "read-as": (
        "‘{said}’ is gelezen als ‘{meant}’. Schrijf het liever zo.",
        "‘{said}’ was read as ‘{meant}’. Better write it like that.",
    ),
}

CATALOG: dict[str, tuple[str, str]] = {
    **{
        f"suppression-{code}-{kind}": (dutch_place + dutch, english_place + english)
        for kind, (dutch_place, english_place) in _PLACES.items()
        for code, (dutch, english) in _PROBLEMS.items()
    },
    "suppression-more": (
        "Er zijn nog {count} meldingen over zulke opmerkingen. Verbeter eerst deze.",
        "There are {count} more remarks on such comments. Mend these first.",
    ),
    # --- termlint accept ---
    "cli-help-accept": (
        (
            "Sta een woord toe in een document of map, met de reden erbij.\n\n"
            "Schrijft een vrijstelling in de instellingen die daar gelden. Zijn die er nog niet, dan maakt "
            "termlint een termlint.yaml. Met --words gelden alleen die woorden; REGEL mag dan ‘alles’ zijn."
        ),
        (
            "Accept a word in a document or folder, with the reason.\n\n"
            "Writes an exemption into the settings that hold there. Where there are none, termlint makes a "
            "termlint.yaml. With --words only those words are accepted; RULE may then be ‘all’ as well."
        ),
    ),
    "cli-option-path": ("PAD", "PATH"),
    "cli-option-reason": (
        "Waarom het woord daar mag. Dit is verplicht.",
        "Why the word may stand there. This is required.",
    ),
    "cli-option-words": (
        "Alleen deze woorden, of een langere naam waar ze in staan; mag vaker.",
        "Only these words, or a longer name that holds them; may be repeated.",
    ),
    "cli-option-until": (
        "De laatste dag waarop het geldt, zoals 2027-12-31.",
        "The last day on which it holds, such as 2027-12-31.",
    ),
    "cli-option-by": ("Wie dit besloten heeft.", "Who decided this."),
    "accept-written": (
        "Toegevoegd aan {path}: {what} mag in {where}. Reden: {reason}",
        "Added to {path}: {what} may stand in {where}. Reason: {reason}",
    ),
    "accept-there": (
        "Dit staat al in {path}: {what} mag in {where}.",
        "This stands in {path} already: {what} may stand in {where}.",
    ),
    "accept-what-words": ("‘{words}’", "‘{words}’"),
    "accept-what-rule": ("alles van regel ‘{rule}’", "everything of rule ‘{rule}’"),
    "accept-where-all": ("alle documenten die eronder vallen", "all documents that it is about"),
    "accept-no-reason": (
        'Zet erbij waarom het woord daar mag, met --reason "…".',
        'Add why the word may stand there, with --reason "…".',
    ),
    "accept-which-words": (
        "Noem een regel, of zeg met --words welke woorden mogen.",
        "Name a rule, or say with --words which words may stand there.",
    ),
    "accept-no-path": (
        "{path} is er niet. Kijk of de naam klopt.",
        "{path} does not exist. Check the name.",
    ),
    "accept-outside": (
        "{path} ligt niet in de map van {settings}. Noem met --config een bestand dat erboven staat.",
        "{path} does not lie in the folder of {settings}. Name a file above it with --config.",
    ),
    "accept-no-pattern": (
        "De naam {path} past niet in de instellingen. Geef het document een naam van gewone tekens.",
        "The name {path} does not fit in settings. Give the document a name of plain characters.",
    ),
    "accept-bad-text": (
        "Wat bij {option} staat, is geen tekst. Typ het opnieuw.",
        "What {option} holds is no text. Type it again.",
    ),
    "accept-past": (
        "{until} is al voorbij. Kies bij --until een dag die nog komt.",
        "{until} has passed. Choose a day to come with --until.",
    ),
}

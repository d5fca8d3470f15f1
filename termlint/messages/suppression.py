"""Messages about comments in which an author speaks to termlint, and about accepting by command."""

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
        "‘{said}’ heeft geen reden. Schrijf erachter waarom het woord hier mag.",
        "‘{said}’ gives no reason. Write behind it why the word may stand here.",
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
    "reason-accepted-without": ("geaccepteerd zonder reden", "accepted without a reason"),
}

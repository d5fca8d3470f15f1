"""Why a finding is softer than its rule: the reasons of exemptions, and what advice says."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "reason-quoted": ("aangehaald", "quoted"),
    "reason-speech": ("citaat: iemands eigen woorden", "direct speech: somebody’s own words"),
    "reason-mention": (
        "aangehaald: de tekst gaat over het woord zelf",
        "mentioned: the text is about the word itself",
    ),
    "reason-statistics": (
        "categorie van het CBS of een andere bron",
        "category of Statistics Netherlands or another source",
    ),
    "reason-law": ("naam van een wet of regeling", "name of a law or regulation"),
    "reason-name": ("eigennaam", "proper name"),
    "reason-title": ("titel van een publicatie", "title of a publication"),
    "reason-bibliography": ("bronvermelding", "bibliography"),
    "reason-address": ("webadres, e-mailadres of bestandsnaam", "web address, e-mail address or file name"),
    "reason-identifier": ("naam in code of data", "name in code or data"),
    "reason-comment": ("opmerking in code", "comment in code"),
    "reason-gloss": ("uitleg van een afkorting", "explanation of an abbreviation"),
    "reason-scheme": ("officiële naam van een regeling", "official name of a scheme"),
    "reason-established": ("vaste term", "established term"),
    "reason-accepted": ("geaccepteerd: {reason}", "accepted: {reason}"),
    "advice-competences": (
        "benoem de competenties die u nodig heeft",
        "name the competences you need",
    ),
}

"""Builds results of runs over an archive as editors have them, for the tests of the reports.

Only the values are made here; what the words mean is the business of other tests.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

from termlint.matching.fingerprint import fingerprint
from termlint.model import (
    Box,
    Cell,
    Context,
    DocumentResult,
    Finding,
    Location,
    Notice,
    Result,
    Severity,
    Suggestion,
)
from termlint.statistics.model import RuleCard

RULES: dict[str, RuleCard] = {
    card.id: card
    for card in (
        RuleCard(
            "hoog-opgeleid",
            "onderwijsniveau",
            "error",
            "Hoogopgeleid",
            "‘Hoogopgeleid’ zet mensen op een ladder. Schrijf liever welke opleiding u bedoelt.",
            "Mbo-uitvoeringsplan Utrecht 2023-2026, 1.1",
        ),
        RuleCard(
            "hoger-onderwijs",
            "vervolgonderwijs",
            "error",
            "Hoger onderwijs",
            "‘Hoger onderwijs’ zet hbo en wo boven het mbo. Noem ze bij hun naam, of samen vervolgonderwijs.",
            "Mbo-uitvoeringsplan Utrecht 2023-2026, 1.1",
        ),
        RuleCard(
            "werk-en-denkniveau",
            "vacatures",
            "warning",
            "Werk- en denkniveau",
            "Dit sluit mensen uit die het werk goed kunnen. Schrijf wat iemand moet kunnen.",
            "Mbo-uitvoeringsplan Utrecht 2023-2026, 3.2",
        ),
        RuleCard(
            "mbo-leerling",
            "mbo-status",
            "error",
            "Mbo-leerling",
            "Wie mbo doet, is sinds 2020 student, net als op het hbo en de universiteit.",
            "Staatsblad 2020, 234",
        ),
        RuleCard(
            "opleidingsniveau",
            "onderwijsniveau",
            "info",
            "Opleidingsniveau",
            "‘Niveau’ klinkt als hoog en laag. Vaak gaat het om de richting of de soort opleiding.",
            "Manifest voor nieuwe taal, Utrecht",
        ),
    )
}

# rule, before, words, after, suggestions
SENTENCES: tuple[tuple[str, str, str, str, tuple[Suggestion, ...]], ...] = (
    (
        "hoog-opgeleid",
        "In de wijken rond het centrum wonen vooral ",
        "hoogopgeleiden",
        ", die vaker met de fiets naar het werk gaan en minder vaak een auto bezitten.",
        (
            Suggestion("hbo- en wo-opgeleiden", "choice"),
            Suggestion("mensen met een hbo- of wo-diploma", "choice"),
        ),
    ),
    (
        "hoog-opgeleid",
        "Van de ",
        "hoogopgeleide",
        " inwoners gaf 62 procent aan dat zij tevreden zijn over het groen in de eigen buurt.",
        (Suggestion("hbo- of wo-opgeleide", "choice"),),
    ),
    (
        "hoger-onderwijs",
        "De stad telt ruim 70.000 studenten in het ",
        "hoger onderwijs",
        ", van wie een groot deel na de studie in de regio blijft wonen.",
        (Suggestion("hbo en wo", "choice"), Suggestion("vervolgonderwijs", "choice")),
    ),
    (
        "werk-en-denkniveau",
        "Je beschikt over minimaal ",
        "hbo werk- en denkniveau",
        " en je hebt ervaring met projectmatig werken binnen een gemeente.",
        (Suggestion("Schrijf welke kennis en vaardigheden iemand nodig heeft.", "advice"),),
    ),
    (
        "mbo-leerling",
        "Per jaar lopen ongeveer 140 ",
        "mbo-leerlingen",
        " stage bij onze organisatie, onder meer bij Stadsbedrijven en Publieksdienstverlening.",
        (Suggestion("mbo-studenten", "safe"),),
    ),
    (
        "opleidingsniveau",
        "De vragenlijst maakt onderscheid naar leeftijd, ",
        "opleidingsniveau",
        " en de samenstelling van het huishouden.",
        (Suggestion("onderwijsrichting", "choice"),),
    ),
)
MESSAGES = {
    "hoog-opgeleid": "‘{}’ deelt mensen in van hoog naar laag.",
    "hoger-onderwijs": "‘{}’ zet hbo en wo boven het mbo.",
    "werk-en-denkniveau": "‘{}’ sluit mensen uit die het werk goed kunnen.",
    "mbo-leerling": "‘{}’: wie mbo doet, is student.",
    "opleidingsniveau": "‘{}’ klinkt als hoog en laag.",
}
GROUPS = (
    "Werk en Inkomen",
    "Onderzoek en Advies",
    "Maatschappelijke Ontwikkeling",
    "Human Resources",
    "Stadsbedrijven",
    "Bestuurs- en Concernzaken",
    "Ruimte",
)
SUBJECTS = (
    "Wijkprofiel",
    "Vacature",
    "Beleidsnota",
    "Monitor",
    "Raadsbrief",
    "Jaarverslag",
    "Evaluatie",
    "Enquête",
)
HEADINGS = (
    "1 Inleiding",
    "2.1 Bevolking en wonen",
    "Wat vragen wij?",
    "3.4 Onderwijs en arbeidsmarkt",
    "Bijlage B",
)


def finding(path: str, sentence: int = 0, *, occurrence: int = 0, **changes: object) -> Finding:
    """One finding in `path`, of the numbered sentence above."""
    rule, before, words, after, suggestions = SENTENCES[sentence]
    card = RULES[rule]
    made = Finding(
        path=path,
        rule=rule,
        pack=card.pack,
        severity=card.severity,
        rule_severity=card.severity,
        status="new",
        message=MESSAGES[rule].format(words),
        text=words,
        location=Location("body", 7, len(before), len(before) + len(words), page=3, heading=HEADINGS[1]),
        context=Context(before, words, after),
        suggestions=suggestions,
        fingerprint=fingerprint(rule, words, before + words + after, occurrence),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def document(path: str, findings: int = 0, **changes: object) -> DocumentResult:
    """A read document with that many findings, of 2,000 words."""
    made = DocumentResult(
        path=path,
        format=path.rsplit(".", 1)[-1],
        status="checked",
        sha256=hashlib.sha256(path.encode(errors="surrogatepass")).hexdigest(),
        pages=6,
        words=2000,
        findings=tuple(finding(path, n % 5, occurrence=n) for n in range(findings)),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def result(*documents: DocumentResult, started: str = "2026-11-20T09:30:00+00:00") -> Result:
    """A run over these documents."""
    return Result("0.1.0", started, "a1b2c3d4e5f6", "0f1e2d3c", documents)


def archive(documents: int = 200, findings: int = 900, seed: int = 7) -> Result:
    """A run over an archive: departments that differ, copies, scans, quotations and known findings."""
    dice = random.Random(seed)
    paths = [_path(dice, number) for number in range(documents)]
    shares = _shares(dice, documents, findings)
    made = [_document(dice, path, share) for path, share in zip(paths, shares, strict=True)]
    copy = replace(made[0], path="archief/Ruimte/Kopie van nota.pdf")
    return result(*made, *_not_read(), copy)


def _path(dice: random.Random, number: int) -> str:
    group = GROUPS[min(dice.randrange(len(GROUPS)), dice.randrange(len(GROUPS)))]
    suffix = dice.choice(("docx", "docx", "pdf"))
    return f"archief/{group}/{dice.randrange(2019, 2027)}/{dice.choice(SUBJECTS)} {number:05}.{suffix}"


def _shares(dice: random.Random, documents: int, findings: int) -> list[int]:
    """How many findings each document has: most have none, few have many."""
    weights = [dice.paretovariate(1.1) if dice.random() < 0.45 else 0.0 for _ in range(documents)]
    total = sum(weights) or 1.0
    shares = [int(findings * weight / total) for weight in weights]
    shares[weights.index(max(weights))] += findings - sum(shares)
    return shares


def _document(dice: random.Random, path: str, share: int) -> DocumentResult:
    findings = tuple(_finding(dice, path, number) for number in range(share))
    return DocumentResult(
        path=path,
        format=path.rsplit(".", 1)[-1],
        status="checked",
        sha256=hashlib.sha256(path.encode(errors="surrogatepass")).hexdigest(),
        pages=dice.randrange(1, 90),
        words=dice.randrange(300, 24_000) + 40 * share,
        findings=findings,
        positive={
            "vervolgonderwijs": dice.choice((0, 0, 0, 1, 4)),
            "mbo-hbo-wo-opgeleid": dice.choice((0, 0, 1, 2)),
        },
    )


def _finding(dice: random.Random, path: str, number: int) -> Finding:
    sentence = min(dice.randrange(len(SENTENCES)), dice.randrange(len(SENTENCES)))
    outcome = _outcome(dice, RULES[SENTENCES[sentence][0]].severity)
    return finding(path, sentence, occurrence=number, location=_location(dice, path), **outcome)


def _location(dice: random.Random, path: str) -> Location:
    heading = dice.choice(HEADINGS)
    if path.endswith(".pdf"):
        page = dice.randrange(1, 60)
        box = Box(page, 72.0, 120.5, 180.25, 133.0)
        return Location("body", 7, 10, 20, page=page, heading=heading, boxes=(box,))
    if dice.random() < 0.15:
        return Location(
            "table", 7, 10, 20, paragraph=dice.randrange(200), heading=heading, cell=Cell(2, 3, 1)
        )
    part = dice.choice(("body", "body", "list", "footnote"))
    return Location(part, 7, 10, 20, paragraph=dice.randrange(1, 200), heading=heading)  # type: ignore[arg-type]


def _outcome(dice: random.Random, severity: Severity) -> dict[str, object]:
    roll = dice.random()
    if roll < 0.06:
        return {"severity": "info", "reason": "aangehaald"}
    if roll < 0.10:
        return {"status": "exempt", "reason": "naam van een wet"}
    if roll < 0.13:
        return {"severity": "info", "reason": "categorie van het CBS"}
    return {"severity": severity, "status": "known" if roll < 0.3 else "new"}


def _not_read() -> list[DocumentResult]:
    scan = Notice("unread-in-tests", {}, page=3)
    return [
        DocumentResult("archief/Ruimte/Plattegrond 1987.pdf", "pdf", "failed", notices=(scan,)),
        DocumentResult("archief/Werk en Inkomen/Besluit (beveiligd).docx", None, "failed"),
        replace(document("archief/Stadsbedrijven/Jaarverslag 1998.pdf"), status="partial", notices=(scan,)),
        DocumentResult("archief/Ruimte/foto.jpg", None, "skipped"),
        DocumentResult("archief/Ruimte/kaart.jpg", None, "skipped"),
        DocumentResult("archief/Human Resources/rooster.xlsx", None, "skipped"),
    ]

"""The settings file that `termlint init` writes: every key with a note, all of them still commented out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termlint.model import Language

HOOK = """\
repos:
  - repo: https://example.org/termlint.files.git
    rev: v0.1.0
    hooks:
      - id: termlint
"""

_NOTES: tuple[tuple[str, str, str], ...] = (
    (
        "Instellingen van termlint. Haal het hekje weg bij wat u wilt gebruiken.",
        "Settings of termlint. Remove the hash sign before what you want to use.",
        "",
    ),
    (
        "Vanaf welke ernst de controle mislukt: error, warning, info of never.",
        "From which severity the check fails: error, warning, info or never.",
        "fail-on: warning\n",
    ),
    (
        "Welke regels gelden. Zie: termlint rules list",
        "Which rules hold. See: termlint rules list",
        "rules:\n  ignore:\n    - ladder-metafoor\n  severity:\n    onderkant-arbeidsmarkt: error\n",
    ),
    (
        "Eigen regels: mappen met een pack.yaml. Ook kan mensen-en-wijken, een voorbeeld dat meekomt.",
        "Your own rules: folders with a pack.yaml. Or mensen-en-wijken, an example that comes with termlint.",
        "packs:\n  - termen/onze-gemeente\n",
    ),
    (
        "Bij welke documenten een regel strenger is, zoals vacatures.",
        "For which documents a rule is stricter, such as vacancies.",
        'profiles:\n  vacature:\n    - "vacatures/**"\n',
    ),
    (
        "Wat nooit gecontroleerd wordt.",
        "What is never checked.",
        'exclude:\n  - "archief/**"\n',
    ),
    (
        "Wat is toegestaan, met de reden. Met ‘until’ vervalt het vanzelf.",
        "What is accepted, with the reason. With ‘until’ it ends by itself.",
        (
            'exempt:\n  - words: kwetsbare wijk\n    paths: ["wetteksten/**"]\n'
            "    reason: letterlijke wettekst\n"
            "    by: redactie\n    until: 2027-12-31\n"
        ),
    ),
    (
        (
            "Hoeveel één document mag kosten: seconden, bladzijden, en megabytes van het bestand, van het "
            "geheugen en van een uitgepakt Word-bestand; text is in miljoenen tekens."
        ),
        (
            "How much one document may cost: seconds, pages, and megabytes of file, of memory and of an "
            "unpacked Word file; text is in millions of characters."
        ),
        "limits:\n  time: 60\n  pages: 5000\n  size: 200\n  memory: 1000\n  unpacked: 150\n  text: 20\n",
    ),
    (
        "Gescande documenten die u zelf hebt bekeken: hun sha256 uit --format json.",
        "Scanned documents that you looked at yourself: their sha256 from --format json.",
        'accepted-scans:\n  - "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"\n',
    ),
    ("Taal van de uitslag: nl of en.", "Language of the report: nl or en.", "lang: nl\n"),
    ("Hoeveel documenten tegelijk.", "How many documents at a time.", "jobs: 2\n"),
    (
        "Bouw voort op de instellingen van uw organisatie.",
        "Build on the settings of your organisation.",
        "extends: organisatie.yaml\n",
    ),
)


def starter(lang: Language) -> str:
    """The file, with its notes in a language."""
    return "\n".join(
        _entry(english if lang == "en" else dutch, example) for dutch, english, example in _NOTES
    )


def _entry(note: str, example: str) -> str:
    return f"# {note}\n" + "".join(f"# {line}\n" for line in example.splitlines())

"""`termlint rules new ID`: a rule to fill in, which passes its own examples from the start."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termlint.cli import output
from termlint.cli.base import Command, Exit, OneOf, UserError, option
from termlint.cli.sources import SettingsFinder
from termlint.files.atomic import make_folder, not_saved, save
from termlint.messages import say

if TYPE_CHECKING:
    from termlint.model import Language

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_PACK = """\
id: {pack}
title: {title}
# lists:            # woorden die meer regels delen; in een regel schrijft u <naam>
#   naam: [eerste, tweede]
# extends: [ladder]                   # dit pakket bouwt voort op een ander
# drop: [ladder-metafoor]             # regels die hier niet gelden
# restate:                            # regels die hier anders zijn
#   onderkant-arbeidsmarkt: {{severity: error}}
# report:                             # wat er boven een rapport staat
#   introduction: De gemeente schrijft over mensen, niet over doelgroepen.
# prefer:                             # woorden die een rapport telt als goed geschreven
#   inwoners:
#     label: inwoners van de wijk
#     words: {{inwoner: noun}}
#     match: [inwoner van de wijk]
#     examples: {{flag: ["Vraag het de [inwoners van de wijk]."], pass: [De wijk telt veel inwoners.]}}
"""

_RULE = """\
# Toets deze regel met:  termlint rules test {file}
# Bekijk alle vormen met:  termlint rules show {id}
# Controle in uw editor:  termlint rules schema > rule-schema.json, en dan bovenaan dit bestand:
#   yaml-language-server: $schema=rule-schema.json (met een # ervoor)

id: {id}                # gelijk aan de naam van dit bestand
severity: warning       # error, warning of info
title: {title}
message: "‘{{match}}’ … (één zin; op de plaats van {{match}} komen de gevonden woorden)."
why: |
  Waarom niet, in twee of drie gewone zinnen.
source: {{title: Naam van het besluit of de schrijfwijzer}}      # ook: section, url

# Woorden die u in al hun vormen wilt vinden: noun, adjective, participle, verb of word (alleen deze vorm).
words:
  {word}: noun            # {{class: noun, plural: …, compounds: true}} vindt ook samenstellingen

# Schrijf basisvormen, geen uitdrukkingen:
#   probleem-wijk      één woord, twee woorden of met een streepje
#   en|of              een van deze woorden
#   (het)              mag ontbreken
#   ...3               hoogstens drie andere woorden
match:
  - {phrase}

# Wat niet meetelt: namen, vaste termen. Laat elke uitzondering in een voorbeeld onder pass voorkomen.
# except:
#   - naam van een regeling

# Wat u wel wilt, het beste eerst. safe: kan zo worden ingevuld; choice: iemand kiest; advice: een aanwijzing.
# {{woord}} komt in dezelfde vorm te staan als wat er stond.
suggest:
  - {{text: schrijf hier wat u wel wilt lezen, safety: advice}}

# Elk voorbeeld is een toets: onder flag staan de gevonden woorden tussen [ ]; onder pass niets.
examples:
  flag:
    - "In deze zin staat [{sample}]."
  pass:
    - In deze zin staat niets bijzonders.
"""


def command(lang: Language) -> click.Command:
    """The command with its options, in a language."""
    return Command(
        "new",
        lang,
        help_code="rules-new",
        callback=lambda name, folder: run(name, Path(folder), lang),
        params=[
            click.Argument(["name"], metavar=say("cli-option-id", lang)),
            option(lang, "--in", "folder", default="."),
            option(lang, "--lang", expose_value=False, type=OneOf(("nl", "en"))),
        ],
    )


def run(name: str, folder: Path, lang: Language) -> int:
    """Write the rule, and a pack.yaml where there is none; an existing file stays as it is."""
    from termlint.rulebook.load import PACK_FILE

    path = folder / f"{name}.yaml"
    _require_free(name, path)
    _make(folder)
    written = [path]
    if not (folder / PACK_FILE).exists():
        written.insert(0, folder / PACK_FILE)
        save(folder / PACK_FILE, _pack(folder).encode())
    save(path, starter(name, path).encode())
    output.show("".join(say("rules-new-written", lang, path=each) + "\n" for each in written))
    output.show(say("rules-new-next", lang, folder=folder.as_posix()) + "\n")
    return Exit.CLEAN


def _make(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as error:
        raise not_saved(str(folder), error) from error


def _require_free(name: str, path: Path) -> None:
    """Raise UserError for an id that cannot be one, or is taken."""
    from termlint.rulebook import load

    if not _ID.fullmatch(name):
        raise UserError("rules-new-bad-id", id=name)
    if path.exists():
        raise UserError("rules-new-exists", path=path)
    known = load(SettingsFinder().of(path.parent).packs).by_id()
    if name in known:
        raise UserError("rules-new-taken", id=name, path=known[name].path)


def starter(name: str, path: Path) -> str:
    """The text of a new rule; its last word stands for a noun until the author says otherwise."""
    words = name.split("-")
    phrase = " ".join(words)
    return _RULE.format(
        id=_text(name),
        file=path.as_posix(),
        title=_text(phrase.capitalize()),
        word=_text(words[-1]),
        phrase=_text(phrase),
        sample=phrase,
    )


def _text(words: str) -> str:
    """`words` as YAML that reads back as text: 2024 and no want quotation marks."""
    import yaml

    return words if yaml.safe_load(words) == words else f'"{words}"'


def _pack(folder: Path) -> str:
    name = "-".join(re.findall(r"[a-z0-9]+", folder.resolve().name.lower())) or "eigen"
    return _PACK.format(pack=_text(name), title=_text(f"Regels van {folder.resolve().name}"))

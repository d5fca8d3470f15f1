"""Messages about comparing: the baseline, git, accepted findings."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "cli-option-since": (
        "Alleen wat nieuw is sinds deze branch, tag of commit in git.",
        "Only what is new since this branch, tag or commit in git.",
    ),
    "cli-option-staged": (
        "Alleen wat klaarstaat voor de volgende commit, en daarvan wat nieuw is.",
        "Only what is staged for the next commit, and of that what is new.",
    ),
    "cli-option-baseline": (
        "Bestand met bekende bevindingen: die tellen niet mee.",
        "File with known findings: those do not count.",
    ),
    "cli-since-and-staged": (
        "Kies --since of --staged; samen kan niet.",
        "Choose --since or --staged; not both.",
    ),
    "cli-help-baseline": (
        "Leg vast welke bevindingen bekend zijn, zodat alleen nieuwe meetellen.",
        "Write down which findings are known, so that only new ones count.",
    ),
    "cli-help-baseline-create": (
        "Leg alle bevindingen van nu vast als bekend.\n\nZonder PAD: de huidige map.",
        "Write down all present findings as known.\n\nWithout a PATH: the current folder.",
    ),
    "cli-help-baseline-update": (
        (
            "Werk het bestand bij: wat is opgelost gaat eruit.\n\n"
            "Zonder PAD: de documenten die erin staan. Nieuwe bevindingen alleen met --accept-new."
        ),
        (
            "Bring the file up to date: what is fixed goes out.\n\n"
            "Without a PATH: the documents in it. New findings come in only with --accept-new."
        ),
    ),
    "cli-help-baseline-show": ("Toon per document wat bekend is.", "Show what is known, by document."),
    "cli-option-baseline-force": ("Vervang een bestand dat er al is.", "Replace a file that is there."),
    "cli-option-baseline-file": (
        "Het bestand met bekende bevindingen (anders: termlint-baseline.jsonl).",
        "The file with known findings (else: termlint-baseline.jsonl).",
    ),
    "cli-option-accept-new": (
        "Neem ook nieuwe bevindingen op als bekend.",
        "Take new findings in as known, too.",
    ),
    "baseline-exists": (
        "{path} is er al. Werk het bij met: termlint baseline update. Of begin opnieuw met --force.",
        (
            "{path} is there already. Bring it up to date with: termlint baseline update. Or begin "
            "anew with --force."
        ),
    ),
    "baseline-counted": (
        "1 bekende bevinding in {path}.|{n} bekende bevindingen (documenten: {documents}) in {path}.",
        "1 known finding in {path}.|{n} known findings (documents: {documents}) in {path}.",
    ),
    "baseline-use": (
        "Zet dit bestand in git, en deze regel in termlint.yaml: baseline: {path}",
        "Put this file in git, and this line in termlint.yaml: baseline: {path}",
    ),
    "baseline-fixed": ("Opgelost in {path}: {sentence}", "Fixed in {path}: {sentence}"),
    "baseline-gone": ("Document bestaat niet meer: {path}", "Document is no longer there: {path}"),
    "baseline-new": (
        (
            "1 nieuwe bevinding is niet opgenomen. Los haar op, of neem haar op met --accept-new.|"
            "{n} nieuwe bevindingen zijn niet opgenomen. Los ze op, of neem ze op met --accept-new."
        ),
        (
            "1 new finding was not taken in. Fix it, or take it in with --accept-new.|"
            "{n} new findings were not taken in. Fix them, or take them in with --accept-new."
        ),
    ),
    "baseline-added": (
        "1 nieuwe bevinding is opgenomen als bekend.|{n} nieuwe bevindingen zijn opgenomen als bekend.",
        "1 new finding was taken in as known.|{n} new findings were taken in as known.",
    ),
    "baseline-missing": (
        "Het bestand met bekende bevindingen ({path}) is er niet. Maak het met: termlint baseline create",
        "There is no baseline file ({path}). Make one with: termlint baseline create",
    ),
    "baseline-not-ours": (
        (
            "{path} is geen bestand met bekende bevindingen van termlint. Maak het opnieuw met: "
            "termlint baseline create"
        ),
        "{path} is not a termlint baseline. Make it again with: termlint baseline create",
    ),
    "baseline-version": (
        (
            "{path} is gemaakt door een andere versie van termlint, die bevindingen anders herkent. "
            "Maak de baseline opnieuw met: termlint baseline create --force"
        ),
        (
            "{path} was made by another version of termlint, which recognises findings in another way. "
            "Make the baseline again with: termlint baseline create --force"
        ),
    ),
    "baseline-line": (
        (
            "{path}, regel {line}: deze regel klopt niet. Herstel het bestand uit git, of begin opnieuw met: "
            "termlint baseline create --force"
        ),
        (
            "{path}, line {line}: this line is not right. Restore the file from git, or make it again with: "
            "termlint baseline create --force"
        ),
    ),
    "baseline-conflict": (
        "{path}, regel {line}: hier staat een git-conflict. Los het op met: termlint baseline update",
        "{path}, line {line}: there is a merge conflict here. Solve it with: termlint baseline update",
    ),
    "accepted-by": ("door {by}", "by {by}"),
    "accepted-until": ("tot en met {until}", "until {until}"),
    "accepted-expired": (
        (
            "{path}, regel {line}: de vrijstelling voor {what} gold tot en met {until} en telt niet meer. "
            "Verleng haar of haal haar weg."
        ),
        (
            "{path}, line {line}: the exemption for {what} held until {until} and no longer counts. "
            "Extend it or remove it."
        ),
    ),
    "accepted-unused": (
        "{path}, regel {line}: de vrijstelling voor {what} is nergens meer voor nodig. Haal haar weg.",
        "{path}, line {line}: nothing needs the exemption for {what} any more. Remove it.",
    ),
    "git-not-installed": (
        "Het programma git is niet gevonden. Installeer git, of laat --since en --staged weg.",
        "The program git was not found. Install git, or leave out --since and --staged.",
    ),
    "git-no-repository": (
        (
            "{folder} hoort niet bij een git-repository. Laat --since en --staged weg, of vergelijk "
            "met --baseline."
        ),
        (
            "{folder} is not part of a git repository. Leave out --since and --staged, or compare "
            "with --baseline."
        ),
    ),
    "git-refused": ("Git meldt: {said}", "Git says: {said}"),
    "git-hangs": (
        (
            "Git geeft al {seconds} seconden geen antwoord. Kijk of ‘git status’ hier wel werkt en probeer "
            "het opnieuw."
        ),
        "Git has not answered for {seconds} seconds. See whether ‘git status’ works here and try again.",
    ),
    "git-too-much": (
        "Git geeft meer dan {limit} MB aan bestandsnamen. Noem de documenten die u wilt controleren.",
        "Git lists more than {limit} MB of file names. Name the documents that you want to check.",
    ),
    "git-not-ordinary": (
        "{path} is geen gewoon bestand. Vertrouw deze repository niet, en haal haar opnieuw op.",
        "{path} is no ordinary file. Do not trust this repository, and clone it again.",
    ),
    "git-elsewhere": (
        (
            "De git-repository in {folder} zegt dat haar bestanden in {top} staan. Haal haar opnieuw op, of "
            "ga in die andere map staan."
        ),
        (
            "The git repository in {folder} says that its files are in {top}. Clone the repository again, or "
            "go to that other folder."
        ),
    ),
    "git-foreign": (
        (
            "Hier staat een andere git-repository ({folder}), die geen submodule of worktree is van die "
            "waarin u staat. Vertrouwt u haar, ga dan in die map staan en controleer daar."
        ),
        (
            "This is another git repository ({folder}), which is no submodule or worktree of the one you are "
            "in. If you trust it, go to that folder and check there."
        ),
    ),
    "git-no-revision": (
        "Git kent ‘{revision}’ niet. Noem een branch, tag of commit, bijvoorbeeld: --since main",
        "Git does not know ‘{revision}’. Name a branch, tag or commit, for instance: --since main",
    ),
    "git-shallow": (
        (
            "‘{revision}’ zit niet in deze ondiepe kopie van de repository. Haal de geschiedenis op met: "
            "git fetch --unshallow (in GitHub Actions: fetch-depth: 0)"
        ),
        (
            "‘{revision}’ is not in this shallow clone. Fetch the history with: "
            "git fetch --unshallow (in GitHub Actions: fetch-depth: 0)"
        ),
    ),
    "git-no-content": (
        "Git heeft de inhoud van {path} niet op deze computer.",
        "Git does not have the content of {path} on this computer.",
    ),
    "git-lfs-missing": (
        "{path} staat in Git LFS en is nog niet opgehaald. Haal het op met: git lfs pull",
        "{path} is in Git LFS and has not been fetched yet. Fetch it with: git lfs pull",
    ),
    "git-old-version": (
        "De vorige versie is niet te lezen ({why}) Alle bevindingen tellen daarom als nieuw.",
        "The previous version cannot be read ({why}) So all findings count as new.",
    ),
    "rendered-copy": (
        "Gemaakt van een Quarto- of R Markdown-bestand met dezelfde naam: dat is gecontroleerd.",
        "Made from a Quarto or R Markdown file of the same name: that one was checked.",
    ),
}

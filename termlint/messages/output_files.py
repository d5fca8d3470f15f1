"""Messages about a file that cannot be written."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "output-failed-full": (
        "{path} is niet geschreven: de schijf is vol. Maak ruimte en probeer het nog eens.",
        "{path} was not written: the disk is full. Make room and try again.",
    ),
    "output-failed-forbidden": (
        (
            "{path} is niet geschreven: u mag daar niet schrijven, of het bestand is open, bijvoorbeeld in "
            "Excel. Sluit het, of kies een andere plaats."
        ),
        (
            "{path} was not written: you may not write there, or the file is open, in Excel for example. "
            "Close it, or choose another place."
        ),
    ),
    "output-failed-read-only": (
        "{path} is niet geschreven: het staat op alleen-lezen. Haal dat weg, of kies een andere naam.",
        "{path} was not written: it is read-only. Remove that setting, or choose another name.",
    ),
    "output-failed-busy": (
        "{path} is niet geschreven: het bestand is ergens open. Sluit het en probeer het nog eens.",
        "{path} was not written: the file is open somewhere. Close it and try again.",
    ),
    "output-failed-name": (
        "{path} is niet geschreven: de naam is te lang. Kies een kortere naam.",
        "{path} was not written: its name is too long. Choose a shorter name.",
    ),
    "output-failed-sign": (
        "{path} is niet geschreven: zo kan een bestand in Windows niet heten. Kies een andere naam.",
        "{path} was not written: a file cannot have that name on Windows. Choose another name.",
    ),
    "output-failed-no-folder": (
        "{path} is niet geschreven: die map is er niet. Maak de map eerst aan, of kies een andere plaats.",
        "{path} was not written: that folder is not there. Make the folder first, or choose another place.",
    ),
    "output-failed-folder": (
        "{path} is niet geschreven: dat is een map. Noem een bestand.",
        "{path} was not written: that is a folder. Name a file.",
    ),
    "output-failed-link": (
        (
            "{path} is niet geschreven: daar staat een verwijzing naar een andere plek. Noem zelf het "
            "bestand of de map waar het heen moet, of haal de verwijzing weg."
        ),
        (
            "{path} was not written: a link to another place stands there. Name the file or the folder that "
            "you mean itself, or remove the link."
        ),
    ),
    "output-failed-no-reader": (
        "{path} is niet geschreven: het is een doorgeefluik dat niemand leest. Kies een andere naam.",
        "{path} was not written: it is a pipe that nobody reads. Choose another name.",
    ),
    "output-failed-other": (
        "{path} is niet geschreven ({problem}). Kies een andere plaats.",
        "{path} was not written ({problem}). Choose another place.",
    ),
}

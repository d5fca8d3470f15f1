"""The same comment does the same in every format that has comments, and its author is told the same of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from termlint import engine, rulebook
from tests.builders.docx import comment, p, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from termlint.model import DocumentResult

RULES = rulebook.load()
USE, OTHER = "Veel hoogopgeleiden wonen hier.", "Het hoger onderwijs groeit."

Part = tuple[str, str]
"""A comment that comes before a text, "" for none; and the text."""


def _lines(sign: str, quote: str) -> Callable[[Sequence[Part]], bytes]:
    def build(parts: Sequence[Part]) -> bytes:
        rows = [f"{sign} {said}\n" * bool(said) + f"t = {quote}{text}{quote}\n" for said, text in parts]
        return "".join(rows).encode()

    return build


def _marked(before: str, after: str) -> Callable[[Sequence[Part]], bytes]:
    def build(parts: Sequence[Part]) -> bytes:
        rows = [f"<!-- {said} -->\n\n" * bool(said) + before + text + after for said, text in parts]
        return "\n\n".join(rows).encode()

    return build


def _quarto(parts: Sequence[Part]) -> bytes:
    return b"```{r}\n" + _lines("#", '"')(parts) + b"```\n"


def _csv(parts: Sequence[Part]) -> bytes:
    return "".join(
        f"# {said}\n" * bool(said) + f"{n};{text}\n" for n, (said, text) in enumerate(parts)
    ).encode()


def _word(parts: Sequence[Part]) -> bytes:
    return word(*(p(comment(said, text) if said else text) for said, text in parts))


FORMATS: dict[str, tuple[str, Callable[[Sequence[Part]], bytes]]] = {
    "Word": (".docx", _word),
    "Markdown": (".md", _marked("", "")),
    "Markdown list": (".md", _marked("- ", "")),
    "Markdown table": (".md", _marked("| ", " | x |")),
    "Quarto": (".qmd", _marked("", "")),
    "Quarto program": (".qmd", _quarto),
    "HTML": (".html", _marked("<p>", "</p>")),
    "HTML table": (".html", _marked("<table><tr><td>", "</td></tr></table>")),
    "Python": (".py", _lines("#", '"')),
    "R": (".r", _lines("#", '"')),
    "R documentation": (".r", _lines("#'", '"')),
    "CSV": (".csv", _csv),
}


def checked(form: str, *parts: Part) -> DocumentResult:
    suffix, build = FORMATS[form]
    return engine.check("a" + suffix, build(parts), suffix, RULES)


@dataclass(frozen=True)
class Case:
    """What stands there, which uses become exempt, and what is told."""

    parts: tuple[Part, ...]
    exempt: tuple[bool, ...]
    told: tuple[str, ...] = ()


CASES = {
    "nothing said": Case((("", USE), ("", OTHER)), (False, False)),
    "this rule": Case((("termlint: negeer hoog-opgeleid citaat", USE), ("", USE)), (True, False)),
    "capitals, no space": Case((("Termlint:Negeer Hoog-Opgeleid citaat", USE), ("", USE)), (True, False)),
    "in English": Case((("termlint: ignore all quotation", USE), ("", USE)), (True, False)),
    "alle": Case((("termlint: negeer alle citaat", USE), ("", USE)), (True, False), ("read-as",)),
    "alles": Case((("termlint: negeer alles citaat", OTHER), ("", USE)), (True, False)),
    "a colon": Case((("termlint: negeer: hoog-opgeleid citaat", USE),), (True,)),
    "two rules": Case((("termlint: negeer hoog-opgeleid, hoger-onderwijs: x", OTHER),), (True,)),
    "no reason": Case((("termlint: negeer hoog-opgeleid", USE), ("", USE)), (False, False), ("no-reason",)),
    "off without a reason": Case(
        (("termlint: uit alles", USE), ("termlint: aan", USE)), (False, False), ("no-reason",)
    ),
    "another rule": Case((("termlint: negeer hoger-onderwijs x", USE),), (False,), ("unused",)),
    "misspelt": Case((("termlint: negeer hoog-opgelied x", USE),), (False,), ("unknown-rule-near",)),
    "no such rule": Case((("termlint: negeer zwembad x", USE),), (False,), ("unknown-rule",)),
    "no such verb": Case((("termlint: zwijg alles x", USE),), (False,), ("unknown-verb",)),
    "off and on": Case(
        (("termlint: uit alles x", USE), ("", OTHER), ("termlint: aan", USE)), (True, True, False)
    ),
    "off and on of a rule": Case(
        (("termlint: off hoog-opgeleid x", USE), ("", OTHER), ("termlint: on hoog-opgeleid", USE)),
        (True, False, False),
    ),
    "on of another rule": Case(
        (("termlint: uit hoog-opgeleid x", USE), ("termlint: aan hoger-onderwijs", USE)),
        (True, True),
        ("not-ended", "not-begun"),
    ),
    "off of two, on of one": Case(
        (
            ("termlint: uit hoog-opgeleid, hoger-onderwijs x", USE),
            ("termlint: aan hoog-opgeleid", USE),
            ("", OTHER),
        ),
        (True, False, True),
        ("not-ended",),
    ),
    "off without on": Case((("termlint: uit alles x", USE), ("", USE)), (True, True), ("not-ended",)),
    "on without off": Case((("termlint: aan", USE),), (False,), ("not-begun",)),
    "off, and nothing there": Case(
        (("termlint: uit alles x", "Niets bijzonders."), ("termlint: aan", USE)), (False,), ("unused",)
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_comment_does_the_same(form: str, case: Case) -> None:
    result = checked(form, *case.parts)
    assert tuple(found.status == "exempt" for found in result.findings) == case.exempt
    codes = [notice.code.removeprefix("suppression-").rpartition("-")[0] for notice in result.notices]
    assert sorted(codes) == sorted(case.told)
    assert result.status == "checked"


@pytest.mark.parametrize("form", FORMATS)
def test_the_place_is_told(form: str) -> None:
    (notice,) = checked(form, ("", "Iets."), ("", "Meer."), ("termlint: negeer zwembad x", USE)).notices
    suffix, build = FORMATS[form]
    if suffix == ".docx":
        assert (notice.code, notice.params["paragraph"]) == ("suppression-unknown-rule-paragraph", 3)
    else:
        source = build((("", "Iets."), ("", "Meer."), ("termlint: negeer zwembad x", USE))).decode()
        assert notice.params["line"] == source[: source.index("termlint:")].count("\n") + 1


def test_a_text_file_has_no_comments() -> None:
    result = engine.check("a.txt", f"termlint: negeer alles x\n\n{USE}".encode(), ".txt", RULES)
    assert [found.status for found in result.findings] == ["new"]
    assert result.notices == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "# termlint: negeer alles een, twee; drie\n", id="the signs of a separator in the reason"
        ),
        pytest.param('"# termlint: negeer alles citaat";\n', id="as a spreadsheet saves it"),
        pytest.param("#termlint:negeer alles citaat;;;\n", id="filled with empty cells"),
    ],
)
def test_a_comment_in_csv_is_about_the_next_row_and_no_row_itself(text: str) -> None:
    data = f"vraag;antwoord\n{text}{USE};{USE}\nx;{USE}\n".encode()
    result = engine.check("a.csv", data, ".csv", RULES)
    assert [(found.status, found.location.line) for found in result.findings] == [
        ("exempt", 3),
        ("exempt", 3),
        ("new", 4),
    ]
    assert result.notices == ()


@pytest.mark.parametrize("text", ["# zie termlint: negeer alles x", "#1;x", "x;# termlint: negeer alles x"])
def test_another_row_of_csv_is_a_row(text: str) -> None:
    data = f"vraag;antwoord\n{text}\n{USE};x\n".encode()
    assert [f.status for f in engine.check("a.csv", data, ".csv", RULES).findings] == ["new"]

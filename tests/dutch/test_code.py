"""Which lines are program text, and what the words in them are for."""

from __future__ import annotations

import pytest

from termlint.dutch.code import Role, is_code, role

SHOWN = [
    pytest.param('ggtitle("Laagopgeleid per wijk")', id="R plot title"),
    pytest.param('labs(title = "Laagopgeleid")', id="R label"),
    pytest.param('title = "Laagopgeleid per wijk",', id="R argument"),
    pytest.param('title: "Laagopgeleid per wijk"', id="YAML title"),
    pytest.param('#| fig-cap: "Laagopgeleid per wijk"', id="Quarto chunk option"),
    pytest.param('git commit -m "Laagopgeleid eruit"', id="commit message"),
    pytest.param('<img alt="laagopgeleid" src="x.png">', id="HTML alt text"),
    pytest.param('<p class="x">laagopgeleid</p>', id="HTML text"),
    pytest.param('print("Aandeel laagopgeleid")', id="Python print"),
    pytest.param("plt.title('Aandeel laagopgeleid')", id="Python plot title"),
    pytest.param('case_when(x == 1 ~ "laagopgeleid")', id="R new label"),
]
HIDDEN = [
    pytest.param('filter(df, groep == "laagopgeleid")', "key", id="R comparison"),
    pytest.param('x <- df[["laagopgeleid"]]', "key", id="R column by name"),
    pytest.param("df = df['laagopgeleid']", "key", id="Python column by name"),
    pytest.param('{"laagopgeleid": 3}', "key", id="JSON key"),
    pytest.param('x %in% c("hoog", "laagopgeleid")', "key", id="R set"),
    pytest.param("x <- df$laagopgeleid", "name", id="R column"),
    pytest.param("laagopgeleid <- filter(df)", "name", id="R variable"),
    pytest.param("library(laagopgeleid)", "name", id="R package"),
    pytest.param("import nl.laagopgeleid.Klasse;", "name", id="Java import"),
    pytest.param("git checkout laagopgeleid", "name", id="git command"),
    pytest.param('<p class="laagopgeleid">Tekst</p>', "name", id="HTML class"),
    pytest.param("def laagopgeleid(rij):", "name", id="Python function"),
    pytest.param("# laagopgeleid per wijk", "comment", id="R comment"),
    pytest.param("#' laagopgeleid per wijk", "comment", id="roxygen"),
    pytest.param("// laagopgeleid per wijk", "comment", id="Java comment"),
    pytest.param("x <- 1  # laagopgeleid is de basis", "comment", id="comment behind code"),
]
PROSE = [
    pytest.param("De wijk telt veel laagopgeleiden.", id="sentence"),
    pytest.param("# Laagopgeleid per wijk", id="Markdown heading"),
    pytest.param("Laagopgeleid (mbo) en hoog.", id="brackets"),
    pytest.param(
        "Wij zien dat laagopgeleid = mbo, zoals de tabel laat zien voor alle wijken in de stad.",
        id="sign in a sentence",
    ),
    pytest.param("Werk- en denkniveau: hbo", id="label and value"),
    pytest.param("- laagopgeleid en hoogopgeleid", id="list item"),
    pytest.param("If you read this, laagopgeleid is a Dutch word.", id="a word of code begins a sentence"),
    pytest.param("", id="empty"),
]


def words_in(line: str) -> tuple[int, int]:
    start = line.lower().index("laagopgeleid")
    return start, start + len("laagopgeleid")


@pytest.mark.parametrize("line", SHOWN)
def test_what_a_reader_of_the_output_sees_is_shown(line: str) -> None:
    assert is_code(line)
    assert role(line, *words_in(line)) == "shown"


@pytest.mark.parametrize(("line", "meaning"), HIDDEN)
def test_names_keys_and_comments_are_not(line: str, meaning: Role) -> None:
    assert is_code(line)
    assert role(line, *words_in(line)) == meaning


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_code(line: str) -> None:
    assert not is_code(line)

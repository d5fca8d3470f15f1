"""Settings: found upwards, read with care, and every mistake told with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from termlint.errors import ConfigError
from termlint.messages import say
from termlint.settings import Exempt, Limits, Settings, nearest, read
from termlint.settings.starter import starter


def settings(folder: Path, text: str, name: str = "termlint.yaml") -> Settings:
    (folder / name).write_text(text, "utf-8")
    return read(folder / name, named=True)


def test_nothing_settled_is_all_defaults(tmp_path: Path) -> None:
    assert settings(tmp_path, "# niets\n") == Settings(folder=tmp_path)


def test_every_key_is_read(tmp_path: Path) -> None:
    for folder in ("eigen", "taalmodel"):
        (tmp_path / folder).mkdir()
    (tmp_path / "taalmodel" / "config.cfg").touch()
    found = settings(
        tmp_path,
        f"""
lang: en
packs: [eigen]
rules:
  select: [onderwijsniveau]
  ignore: opleidingsniveau
  severity: {{werk-en-denkniveau: error}}
profiles:
  vacature: ["vacatures/**"]
exclude:
  - archief/**
exempt:
  - words: [hoger onderwijs]
    rule: hoger-onderwijs
    paths: ["wet/**"]
    reason: letterlijke wettekst
    by: redactie
    until: 2027-12-31
fail-on: error
jobs: 3
limits: {{time: 2.5, pages: 10, size: 1}}
accepted-scans: ["{"a" * 64}"]
strict-scans: true
baseline: bekend.json
model: taalmodel
""",
    )
    exempt = Exempt(
        "letterlijke wettekst",
        ("hoger onderwijs",),
        "hoger-onderwijs",
        ("wet/**",),
        "redactie",
        date(2027, 12, 31),
        13,
    )
    assert found.lang == "en"
    assert found.packs == (tmp_path / "eigen",)
    assert (found.select, found.ignore) == (("onderwijsniveau",), ("opleidingsniveau",))
    assert found.severity == {"werk-en-denkniveau": "error"}
    assert found.profiles == {"vacature": ("vacatures/**",)}
    assert found.exclude == ("archief/**",)
    assert found.exempt == (exempt,)
    assert (found.fail_on, found.jobs, found.limits) == ("error", 3, Limits(2.5, 10, 1))
    assert found.accepted_scans == {"a" * 64}
    assert found.strict_scans
    assert (found.baseline, found.model) == (tmp_path / "bekend.json", str(tmp_path / "taalmodel"))


def test_a_value_knows_the_line_it_came_from(tmp_path: Path) -> None:
    found = settings(tmp_path, "jobs: 2\n\nrules:\n  ignore: x\n")
    assert found.origins == {"jobs": f"{tmp_path}/termlint.yaml:1", "ignore": f"{tmp_path}/termlint.yaml:3"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param("jobs: 1\nfail_on: error", "config-unknown-key-near", 2, id="underscore for hyphen"),
        pytest.param("xyzzy: 1", "config-unknown-key", 1, id="nothing like it"),
        pytest.param("rules:\n  selct: [a]", "config-unknown-key-near", 2, id="below rules"),
        pytest.param("jobs: 1\njobs: 2", "config-duplicate-key", 2, id="twice"),
        pytest.param("fail-on: fout", "config-wants-one-of", 1, id="no severity"),
        pytest.param("jobs: nul", "config-wants-count", 1, id="no number"),
        pytest.param("jobs: 0", "config-wants-number", 1, id="no jobs"),
        pytest.param("jobs: true", "config-wants-number", 1, id="truth is no number"),
        pytest.param("limits:\n  time: -1", "config-wants-number", 2, id="below nothing"),
        pytest.param("strict-scans: ja", "config-wants-flag", 1, id="Dutch for true"),
        pytest.param("exclude:\n  a: b", "config-wants-list", 1, id="a table for a list"),
        pytest.param("exclude:\n  - a\n  - 3", "config-wants-text", 3, id="a number for a pattern"),
        pytest.param("rules: [a]", "config-wants-mapping", 1, id="a list for a table"),
        pytest.param("- a\n- b", "config-wants-mapping", 1, id="a list for everything"),
        pytest.param("packs: [nergens]", "config-no-pack", 1, id="a folder that is not there"),
        pytest.param("extends: nergens.yaml", "config-no-file", 1, id="a file that is not there"),
        pytest.param("extends: termlint.yaml", "config-circle", 1, id="extends itself"),
        pytest.param("model: bestaat_niet", "config-no-model", 1, id="a model that is not there"),
        pytest.param("model: ../weg", "config-no-model", 1, id="a folder without a model"),
        pytest.param("accepted-scans: [abc]", "config-wants-hash", 1, id="no hash"),
        pytest.param("exempt:\n  - words: a", "config-exempt-reason", 2, id="no reason"),
        pytest.param("exempt:\n  - reason: a", "config-exempt-what", 2, id="no words"),
        pytest.param(
            "exempt:\n  - {words: a, reason: b, until: morgen}", "config-wants-date", 2, id="no date"
        ),
        pytest.param("a: [", "config-bad-yaml", 1, id="broken YAML"),
        pytest.param("a:\n\t- b", "config-bad-yaml", 2, id="a tab"),
        pytest.param(
            "a: !!python/object/apply:os.system [x]", "config-yaml-tag", 1, id="no objects are made"
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, text)
    assert (caught.value.code, caught.value.params["line"]) == (code, line)
    for lang in ("nl", "en"):
        assert say(code, lang, **caught.value.params)  # type: ignore[arg-type]


def test_a_mistake_shows_the_line_itself_and_what_was_meant(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, "jobs: 1\n  \nfail_on: error")
    assert (caught.value.params["excerpt"], caught.value.params["near"]) == ("fail_on: error", "fail-on")


class TestNearest:
    def test_upwards_from_the_folder_of_the_document(self, tmp_path: Path) -> None:
        (tmp_path / "termlint.yaml").touch()
        (tmp_path / "a" / "b").mkdir(parents=True)
        assert nearest(tmp_path / "a" / "b").file == tmp_path / "termlint.yaml"

    def test_the_nearest_wins(self, tmp_path: Path) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "termlint.yaml").touch()
        (tmp_path / "a" / "termlint.yml").touch()
        assert nearest(tmp_path / "a").file == tmp_path / "a" / "termlint.yml"

    def test_a_pyproject_counts_with_our_table_only(self, tmp_path: Path) -> None:
        project = tmp_path / "pyproject.toml"
        project.write_text("[tool.ruff]\nline-length = 80\n")
        assert nearest(tmp_path).file != project
        project.write_text("[tool.termlint]\njobs = 2\n")
        assert nearest(tmp_path).file == project


class TestProject:
    def test_reads_as_yaml_does(self, tmp_path: Path) -> None:
        found = settings(
            tmp_path,
            '[tool.termlint]\nfail-on = "error"\n[tool.termlint.limits]\ntime = 3\n',
            "pyproject.toml",
        )
        assert (found.fail_on, found.limits.time) == ("error", 3)

    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            pytest.param(
                "[tool.a]\nx = 1\n[tool.termlint]\nfail_on = 1\n", "config-unknown-key-near", 4, id="key"
            ),
            pytest.param(
                "[tool.termlint]\n[tool.termlint.limits]\ntijd = 1\n", "config-unknown-key-near", 3, id="deep"
            ),
            pytest.param("[tool.termlint]\njobs = \n", "config-bad-toml", 2, id="broken TOML"),
        ],
    )
    def test_mistakes_have_their_line_too(self, tmp_path: Path, text: str, code: str, line: int) -> None:
        with pytest.raises(ConfigError) as caught:
            settings(tmp_path, text, "pyproject.toml")
        assert (caught.value.code.removesuffix("-near"), caught.value.params["line"]) == (
            code.removesuffix("-near"),
            line,
        )


class TestExtends:
    def test_lists_grow_and_values_are_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "org.yaml").write_text(
            "jobs: 4\nfail-on: error\nexclude: [a]\nrules: {severity: {x: info}}\n"
        )
        found = settings(
            tmp_path, "extends: org.yaml\njobs: 2\nexclude: [b]\nrules: {severity: {y: error}}\n"
        )
        assert (found.jobs, found.fail_on, found.exclude) == (2, "error", ("a", "b"))
        assert found.severity == {"x": "info", "y": "error"}
        assert found.origins["fail_on"] == f"{tmp_path}/org.yaml:2"

    def test_the_last_of_several_wins(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("jobs: 4\nlang: en\n")
        (tmp_path / "b.yaml").write_text("jobs: 5\n")
        found = settings(tmp_path, "extends: [a.yaml, b.yaml]\n")
        assert (found.jobs, found.lang) == (5, "en")

    def test_a_circle_of_two_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "org.yaml").write_text("extends: termlint.yaml\n")
        with pytest.raises(ConfigError) as caught:
            settings(tmp_path, "extends: org.yaml\n")
        assert caught.value.code == "config-circle"


class TestPatterns:
    def test_are_relative_to_the_settings(self, tmp_path: Path) -> None:
        found = settings(tmp_path, "exclude: [archief/**]\nprofiles: {vacature: ['vac/**']}\n")
        assert found.excludes(tmp_path / "archief" / "a.docx")
        assert not found.excludes(tmp_path / "x" / "archief" / "a.docx")
        assert found.profile(tmp_path / "vac" / "a.docx") == "vacature"
        assert found.profile(tmp_path / "nota.docx") is None

    def test_work_from_any_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        found = settings(tmp_path, "exclude: [archief/**]\n")
        (tmp_path / "archief").mkdir()
        monkeypatch.chdir(tmp_path / "archief")
        assert found.excludes(Path("a.docx"))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_starter_is_valid_as_it_is_and_with_every_note_followed(tmp_path: Path, lang: str) -> None:
    text = starter(lang)  # type: ignore[arg-type]
    assert settings(tmp_path, text) == Settings(folder=tmp_path)
    (tmp_path / "map" / "termen" / "onze-gemeente").mkdir(parents=True)
    (tmp_path / "map" / "organisatie.yaml").write_text("jobs: 7\n")
    lines = [line[2:] for line in text.splitlines() if line.startswith("# ") and not line[2].isupper()]
    (tmp_path / "map" / "termlint.yaml").write_text("\n".join(lines), "utf-8")
    found = read(tmp_path / "map" / "termlint.yaml")  # as it is found: nothing in it needs more trust
    assert (found.lang, found.jobs, found.fail_on) == ("nl", 2, "warning")
    assert found.exempt[0].reason == "letterlijke wettekst"

"""A saved report, whoever wrote it: what is read can be shown in every form, or it is refused by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termlint.errors import ConfigError
from termlint.reporters import REPORTERS, ReportOptions
from termlint.reporters import load as module
from termlint.reporters.base import Overview
from termlint.reporters.load import from_file, from_json
from termlint.store import codec
from tests.store.test_cache import RICH

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.model import Result


def report() -> Any:
    from tests.reporters.results import result

    return json.loads(str(REPORTERS["json"](result(RICH), ReportOptions())))


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a report."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(found for name, each in inner for found in places(each, (*way, name)))]


PLACES = [way for way in places(report()) if way]
ODD = [
    None,
    True,
    -1,
    0,
    2**70,
    1.5,
    1e308,
    "",
    "\ud800",
    "\x1b[2J",
    "error",
    "{0.__class__}",
    [],
    {},
    [None],
    {"": {}},
    [[1]],
    "x" * 20_000,
]


def with_value(way: tuple[Any, ...], value: object) -> str:
    data = report()
    inner = data
    for part in way[:-1]:
        inner = inner[part]
    inner[way[-1]] = value
    return json.dumps(data)


def shown(result: Result) -> None:
    """The run in every form that there is."""
    for name, render in REPORTERS.items():
        report = render(result, ReportOptions(show_info=True, overview=Overview()))
        assert report or (name == "github" and not result.documents), name  # which then has nothing to say


@example(("documents",), [])
@given(st.sampled_from(PLACES), st.sampled_from(ODD))
@settings(max_examples=80, deadline=None)
def test_any_value_anywhere_is_refused_or_can_be_shown(way: tuple[Any, ...], value: object) -> None:
    try:
        result = from_json(with_value(way, value))
    except ConfigError:
        return
    shown(result)


@pytest.mark.parametrize(
    ("way", "value", "field"),
    [
        (("findings", 0, "severity"), "fatal", "severity"),
        (("findings", 0, "status"), "gone", "status"),
        (("findings", 0, "location", "part"), "attic", "part"),
        (("findings", 0, "location", "block_start"), -1, "block_start"),
        (("findings", 0, "location", "block_end"), 0, "block_end"),
        (("findings", 0, "location", "page"), True, "page"),
        (("findings", 0, "location", "pages"), [-1], "pages"),
        (("findings", 1, "location", "boxes", 0, "x0"), "1", "boxes"),
        (("findings", 0, "location", "line"), 10**11, "line"),
        (("findings", 0, "context", "before"), "x" * 10_001, "before"),
        (("findings", 0, "suggestions", 0, "safety"), "certain", "safety"),
        (("documents", 0, "status"), "perfect", "status"),
        (("documents", 0, "words"), -5, "words"),
        (("documents", 0, "positive"), {"a": "b"}, "a"),
        (("documents", 0, "notices", 0, "params"), {}, "params"),
        (("documents", 0, "notices", 0, "params"), {"page": [1]}, "params"),
        (("documents",), {}, "documents"),
        (("run",), [], "run"),
    ],
)
def test_what_is_wrong_is_named(way: tuple[Any, ...], value: object, field: str) -> None:
    with pytest.raises(ConfigError) as caught:
        from_json(with_value(way, value))
    assert (caught.value.code, caught.value.params) == ("report-incomplete", {"field": field})


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_what_json_does_not_have_is_refused(text: str) -> None:
    whole = with_value(("documents", 0, "words"), 12345)
    with pytest.raises(ConfigError) as caught:
        from_json(whole.replace("12345", text))
    assert caught.value.code == "report-not-json"


def test_a_number_beyond_all_numbers_is_refused() -> None:
    whole = with_value(("findings", 1, "location", "boxes", 0, "x0"), 12345)
    with pytest.raises(ConfigError) as caught:
        from_json(whole.replace("12345", "1e999"))
    assert caught.value.params == {"field": "boxes"}


def test_the_largest_number_and_the_longest_sentence_are_read() -> None:
    assert from_json(with_value(("documents", 0, "words"), codec.MOST_NUMBER)).documents[0].words == 10**10
    longest = "x" * codec.MOST_SENTENCE
    assert from_json(with_value(("findings", 0, "context", "after"), longest)).findings


def test_a_notice_of_a_newer_version_is_kept_by_its_code() -> None:
    notices = [{"code": "of-later", "params": {}, "page": None}]
    (document,) = from_json(with_value(("documents", 0, "notices"), notices)).documents
    assert [notice.code for notice in document.notices] == ["of-later"]


def test_a_report_is_read_up_to_its_most_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "run.json"
    file.write_text(json.dumps(report()), "utf-8")
    monkeypatch.setattr(module, "MOST", file.stat().st_size / 1_000_000)
    assert from_file(file).documents
    monkeypatch.setattr(module, "MOST", (file.stat().st_size - 1) / 1_000_000)
    with pytest.raises(ConfigError) as caught:
        from_file(file)
    assert caught.value.code == "report-too-large"

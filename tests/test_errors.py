"""Every error of ours survives the way from one process to another, and says what it has to say."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
import pkgutil
import threading
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

import termlint
from termlint.cli import group, interactive
from termlint.cli.base import UserError
from termlint.errors import (
    ConfigError,
    Internal,
    ReadError,
    RuleError,
    TermlintError,
    UsageError,
    WriteError,
)
from termlint.execution import single
from termlint.files.git.trust import ForeignError
from termlint.files.regular import RefusedFileError, Why
from termlint.files.yaml_tree import YamlError
from termlint.messages import CATALOG
from termlint.rulebook import expressions, load
from termlint.rulebook.limits import LimitError
from termlint.rulebook.phrases import PhraseError
from termlint.store import cache
from termlint.store.codec import MalformedError
from termlint.store.history_schema import RefusedError
from termlint.writers.pdf_syntax import Unfit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


PLACE = Path("termen", "wijk.yaml")
SAMPLES: tuple[BaseException, ...] = (
    TermlintError("vanished"),
    ReadError("too-large", size=300, limit="200"),
    WriteError("fixing-twice", target="nota.termlint.docx"),
    ConfigError(
        "config-wants-one-of", path="termlint.yaml", line=3, excerpt="lang: fr", key="lang", value="fr",
        allowed="nl, en",
    ),
    RuleError("rule-not-utf8", path=PLACE),
    RuleError("rule-unreadable", path=PLACE, line=4, excerpt="title: {", problem="kapot"),
    RuleError("limit-files", most=500),
    ForeignError(Path("archief")),
    UsageError("cli-since-and-staged"),
    UserError("cli-not-a-count", value="nul", option="--jobs"),
    LimitError("limit-files", most=500),
    YamlError("depth", 11, count=31, most=30),
    PhraseError("phrase-unknown-list", list="wijken", known="straten"),
    RefusedFileError("link-outside", folder="archief"),
    MalformedError("documents"),
    RefusedError("newer"),
    Unfit("tables"),
    cache._StrangeError(),
    expressions._UnequalError(),
    interactive._Quit(),
    interactive._Back(),
    single._TooMuch("memory"),
)  # fmt: skip

WAYS: dict[str, Callable[[BaseException], BaseException]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle {protocol}": lambda error, protocol=protocol: pickle.loads(pickle.dumps(error, protocol))
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


def ours(above: type[BaseException] = BaseException) -> Iterator[type[BaseException]]:
    """Every kind of error that termlint has, once all of it is imported."""
    for kind in above.__subclasses__():
        if kind.__module__.partition(".")[0] == "termlint":
            yield kind
        yield from ours(kind)


def name_of(error: BaseException) -> str:
    return f"{type(error).__name__} {' '.join(map(str, error.args))}".strip()


def rise(error: BaseException) -> None:
    """Raise it, in whichever process this is."""
    raise error


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        yield executor


def assert_same(one: BaseException, other: BaseException) -> None:
    assert type(other) is type(one)
    assert other is not one
    assert (other.args, vars(other), str(other)) == (one.args, vars(one), str(one))
    if isinstance(one, TermlintError) and isinstance(other, TermlintError):
        assert other.sentence("en") == one.sentence("en")


def test_each_kind_of_error_has_a_sample() -> None:
    for module in pkgutil.walk_packages(termlint.__path__, "termlint."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    assert {type(error) for error in SAMPLES} == set(ours())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("error", SAMPLES, ids=name_of)
def test_there_and_back_it_is_the_same(error: BaseException, way: str) -> None:
    assert_same(error, WAYS[way](error))


@pytest.mark.parametrize("error", SAMPLES, ids=name_of)
def test_raised_in_a_process_it_is_caught_in_another(
    error: BaseException, elsewhere: ProcessPoolExecutor
) -> None:
    with pytest.raises(type(error)) as caught:
        elsewhere.submit(rise, error).result(timeout=120)
    caught.value.__dict__.pop("__notes__", None)
    assert_same(error, caught.value)
    assert elsewhere.submit(abs, -1).result(timeout=120) == 1


def _mistyped() -> None:
    group("nl").main(["check", "--jobs", "nul"], prog_name="termlint", standalone_mode=False)


def _no_pack(folder: Path) -> None:
    load([folder])


def test_a_command_line_that_click_saw_travels_without_its_command(elsewhere: ProcessPoolExecutor) -> None:
    with pytest.raises(UserError) as here:
        _mistyped()
    assert here.value.ctx is not None
    with pytest.raises(UserError, match="nul") as there:
        elsewhere.submit(_mistyped).result(timeout=120)
    assert there.value.ctx is None
    assert (there.value.code, there.value.params) == (here.value.code, here.value.params)


def test_an_error_of_a_real_task_keeps_its_place(tmp_path: Path, elsewhere: ProcessPoolExecutor) -> None:
    with pytest.raises(RuleError) as there:
        elsewhere.submit(_no_pack, tmp_path).result(timeout=120)
    assert (there.value.code, there.value.path) == ("rule-no-pack", tmp_path)


@pytest.mark.parametrize(
    ("value", "stays"),
    [
        pytest.param(date(2027, 12, 31), True, id="a date"),
        pytest.param(PLACE, True, id="a path"),
        pytest.param(2.5, True, id="a number"),
        pytest.param(None, True, id="nothing"),
        pytest.param(threading.Lock(), False, id="a lock"),
        pytest.param((n for n in "ab"), False, id="a generator"),
        pytest.param(lambda: 0, False, id="a function"),
        pytest.param([threading.Lock()], False, id="a list with a lock"),
    ],
)
def test_a_parameter_that_cannot_travel_arrives_as_its_text(value: object, stays: bool) -> None:
    error = ReadError("not-readable", problem=value)
    for way in WAYS.values():
        found = way(error)
        assert isinstance(found, ReadError)
        assert found.params == {"problem": value if stays else str(value)}
        assert str(found) == str(error)


def test_what_is_noted_on_an_error_travels_with_it() -> None:
    error = ReadError("vanished")
    error.add_note("van de proef")
    assert pickle.loads(pickle.dumps(error)).__notes__ == ["van de proef"]


@pytest.mark.parametrize("error", SAMPLES, ids=name_of)
def test_each_says_a_sentence(error: BaseException) -> None:
    said = str(error)
    assert said[-1] == "."
    assert len(said.split()) > 3
    assert "{" not in said.replace("title: {", "")
    assert isinstance(error, (TermlintError, Internal))
    if isinstance(error, TermlintError):
        assert error.code not in said
        assert error.sentence("nl") == said != error.sentence("en")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(SAMPLES[3], "termlint.yaml, regel 3:\n    lang: fr\n  ", id="settings"),
        pytest.param(SAMPLES[5], f"{PLACE}, regel 4:\n    title: {{\n  ", id="a line of a rule"),
        pytest.param(SAMPLES[4], f"{PLACE}:\n  ", id="a rule file"),
    ],
)
def test_it_says_its_place_first(error: BaseException, said: str) -> None:
    assert str(error).startswith(said)


def test_what_is_quoted_is_no_longer_than_a_person_reads() -> None:
    long = ReadError("not-readable", problem="x" * 501)
    whole = ReadError("not-readable", problem="x" * 500)
    assert "x" * 500 + "…" in str(long)
    assert "…" not in str(whole)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(ReadError("no-such-code", size=1), id="an unknown code"),
        pytest.param(ReadError("too-large", size=1), id="a parameter that misses"),
    ],
)
def test_an_error_with_a_bug_still_says_what_it_is(error: ReadError) -> None:
    assert error.code in str(error)


@pytest.mark.parametrize("why", get_args(Why))
@pytest.mark.parametrize("whose", ["config", "rule", "text"])
def test_why_a_file_is_refused_has_a_sentence_for_whoever_reads_it(whose: str, why: str) -> None:
    assert f"{whose}-{why}" in CATALOG

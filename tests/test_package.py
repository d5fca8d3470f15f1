"""What is shipped: the wheel works on its own, and no text of ours sends a user to a stranger's package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import termlint
from examples import vacancy

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
PYTHON = "python.exe" if os.name == "nt" else "python"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in `cwd`, with none of our own paths on Python's."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["PYTHONIOENCODING"] = "utf-8"
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def source_texts() -> dict[str, str]:
    """Every text file that git knows of or would add, by its path in the repository."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    if listed.returncode:
        pytest.skip("not a git checkout: there is no list of its files")
    texts = {}
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and b"\0" not in (data := path.read_bytes()):
            texts[name] = data.decode("utf-8", errors="replace")
    return texts


# --- the wheel ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel and our dependencies, but not our sources."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=os.name != "nt")
    scripts = folder / SCRIPTS
    pip = (sys.executable, "-m", "pip", "--python", scripts / PYTHON, "--disable-pip-version-check")
    done = run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    where = run(scripts / PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    # A path in a .pth file adds that folder without obeying the .pth files in it, such as our editable one.
    (Path(where.stdout.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return scripts


@pytest.fixture
def vacature(tmp_path: Path) -> Path:
    path = tmp_path / "vacature.docx"
    path.write_bytes(vacancy.build())
    return path


def test_the_wheel_ships_every_rule_and_nothing_that_is_not_ours(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    rules = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert rules
    assert {f"termlint/packs/{rule}" for rule in rules} <= names
    packs = ROOT / "examples" / "packs"
    examples = {path.relative_to(packs).as_posix() for path in packs.rglob("*.yaml")}
    assert "mensen-en-wijken/pack.yaml" in examples
    assert {f"termlint/example_packs/{rule}" for rule in examples} <= names
    schemas = {path.relative_to(ROOT).as_posix() for path in (ROOT / "termlint").rglob("*-schema.json")}
    assert (
        {"termlint/reporters/report-schema.json", "termlint/settings/settings-schema.json"} < schemas <= names
    )
    info = f"termlint_nl-{termlint.__version__}.dist-info"
    assert {name.split("/")[0] for name in names} == {"termlint", info}
    assert {"termlint/py.typed", f"{info}/licenses/LICENSE"} <= names


def test_the_wheel_lists_what_it_needs_with_version_and_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if ".dist-info/sboms/" in name)
        bill = json.loads(archive.read(name))
    assert name == f"termlint_nl-{termlint.__version__}.dist-info/sboms/termlint-nl.cdx.json"
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    own = bill["metadata"]["component"]
    assert (own["name"], own["version"]) == ("termlint-nl", termlint.__version__)
    assert own["licenses"] == [{"expression": "EUPL-1.2"}]

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = {component["name"]: component for component in bill["components"]}
    assert {canonicalize_name(Requirement(each).name) for each in project["project"]["dependencies"]} < set(
        listed
    )
    assert {"pytest", "ruff", "termlint-nl"}.isdisjoint(listed)
    for component in listed.values():
        assert component["version"] == metadata.version(component["name"])
        (licence, *_) = component["licenses"]
        assert licence.get("expression") or licence["license"]["name"] != "unknown", component["name"]
    refs = {component["bom-ref"] for component in listed.values()} | {own["bom-ref"]}
    assert {each["ref"] for each in bill["dependencies"]} == refs
    assert {ref for each in bill["dependencies"] for ref in each["dependsOn"]} == refs - {own["bom-ref"]}


def test_it_is_installed_from_a_git_address(tmp_path: Path) -> None:
    source, folder = tmp_path / "source", tmp_path / "installed"
    for name in source_texts():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    # A history of one commit: pip clones with a filter, and git starts itself without end on one cut short.
    who = ("-c", "user.name=test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false")
    for step in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "--no-verify", "-m", "all")):
        assert run("git", *step, cwd=source).returncode == 0
    # With the hatchling that is here: fetching one more for each test would ask the network.
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    offline = ("--no-deps", "--no-build-isolation", "--no-index")
    built = run(*pip, "wheel", *offline, "-w", tmp_path, f"git+{source.as_uri()}", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    venv.create(folder, symlinks=os.name != "nt")
    there = (*pip, "--python", folder / SCRIPTS / PYTHON)
    done = run(*there, "install", "--no-deps", "--no-index", *tmp_path.glob("*.whl"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    listed = json.loads(run(*there, "list", "--format", "json", cwd=tmp_path).stdout)
    assert {each["name"]: each["version"] for each in listed} == {"termlint-nl": termlint.__version__}


def test_the_installed_package_is_the_wheel_and_not_the_sources(installed: Path, tmp_path: Path) -> None:
    where = run(installed / PYTHON, "-c", "import termlint; print(termlint.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)


def test_the_console_script_checks_a_document(installed: Path, vacature: Path) -> None:
    done = run(installed / "termlint", "check", vacature.name, cwd=vacature.parent)
    assert done.returncode == 1, done.stderr
    assert "twaalf »hoogopgeleide« collega" in " ".join(done.stdout.split())


def test_python_m_termlint_is_the_same_program(installed: Path, vacature: Path) -> None:
    script = run(installed / "termlint", "check", vacature.name, cwd=vacature.parent)
    module = run(installed / PYTHON, "-m", "termlint", "check", vacature.name, cwd=vacature.parent)
    assert module.stdout
    assert (module.returncode, module.stdout) == (script.returncode, script.stdout)


def test_the_shipped_rules_pass_their_own_examples(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "termlint", "rules", "test", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_example_pack_is_found_by_its_name(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "termlint", "rules", "test", "mensen-en-wijken", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "termlint.yaml").write_text("packs: [mensen-en-wijken]\n", "utf-8")
    (tmp_path / "nota.txt").write_text("In de wijk wonen veel allochtonen.\n", "utf-8")
    done = run(installed / "termlint", "check", "nota.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "[allochtoon]" in done.stdout


# --- the texts ------------------------------------------------------------------------------------

# Cut in two, so that this file does not hold what it forbids.
FORBIDDEN = {
    "install command of another project's package": "pip install " + "termlint",
    "registry host (packages)": "pypi" + ".org",
    "registry host (files)": "pythonhosted" + ".org",
    "registry host (npm)": "registry.npmjs" + ".org",
    "path of one machine": "/work" + "/main",
}


@pytest.mark.parametrize("text", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_no_file_of_ours_says(text: str) -> None:
    assert [name for name, content in source_texts().items() if text in content] == []


def test_no_lock_file_holds_download_addresses() -> None:
    locks = {"package-lock.json", "yarn.lock", "pnpm-lock.yaml", "uv.lock", "poetry.lock", "pdm.lock"}
    assert [name for name in source_texts() if name.split("/")[-1] in locks] == []


def test_the_licence_is_the_one_the_package_names() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in text
    assert (
        "All other changes or additions to this Appendix require the production of a new EUPL version."
        in text
    )


def test_publiccode_keeps_to_its_standard() -> None:
    described = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert described["legal"]["license"] == "EUPL-1.2"
    assert described["url"].startswith("https://")
    assert {"platforms", "categories", "developmentStatus", "softwareType", "maintenance"} <= described.keys()
    assert described["localisation"] == {"localisationReady": True, "availableLanguages": ["nl", "en"]}
    assert described["description"].keys() == {"nl", "en"}
    for text in described["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]

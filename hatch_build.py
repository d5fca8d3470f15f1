"""Puts a bill of materials in the wheel: what termlint needs to run, in which version, under which licence.

CycloneDX JSON in `.dist-info/sboms/`, as PEP 770 has it, made from the packages that are installed where the
wheel is built: those that its tests ran with. Where they are not installed (pip builds in an environment of
its own) the wheel comes without. The same packages give the same bytes.
"""

from __future__ import annotations

import json
import tempfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_LONGEST_LICENCE = 80  # some packages have the whole text where others have a name


class BillOfMaterials(BuildHookInterface):  # type: ignore[type-arg]
    """The hook that hatchling looks for in this file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bill and hand it to the wheel."""
        metadata = self.metadata.core
        try:
            packages = needed(metadata.dependencies)
        except PackageNotFoundError as error:
            self.app.display_info(f"No bill of materials: {error} is not installed here.")
            return
        if version != "standard":  # an editable install is no wheel to hand out
            return
        bill = bill_of(
            metadata.name, self.metadata.version, metadata.license_expression, metadata.dependencies, packages
        )
        self._folder = tempfile.TemporaryDirectory()
        file = Path(self._folder.name) / f"{metadata.name}.cdx.json"
        file.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", "utf-8")
        build_data["sbom_files"].append(str(file))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clear away the bill beside the wheel."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def needed(requirements: list[str]) -> dict[str, Distribution]:
    """The packages that these requirements come down to here, by name. Raises PackageNotFoundError."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(each) for each in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found:
            found[name] = distribution(requirement.name)
        waiting += [
            each
            for each in _below(found[name], requirement.extras)
            if canonicalize_name(each.name) not in found
        ]
    return dict(sorted(found.items()))


def _below(package: Distribution, extras: set[str]) -> list[Requirement]:
    """What a package needs here itself, with some of its extras."""
    requirements = [Requirement(each) for each in package.requires or ()]
    asked = [{"extra": extra} for extra in ("", *extras)]
    return [each for each in requirements if each.marker is None or any(map(each.marker.evaluate, asked))]


def bill_of(
    name: str, version: str, licence: str, requirements: list[str], packages: dict[str, Distribution]
) -> dict[str, Any]:
    """The bill as CycloneDX 1.6 has it."""
    own = {"type": "application", **_identity(name, version), "licenses": [{"expression": licence}]}
    refs = {each: _identity(each, package.version)["purl"] for each, package in packages.items()}
    direct = sorted(refs[canonicalize_name(Requirement(each).name)] for each in requirements)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"lifecycles": [{"phase": "build"}], "component": own},
        "components": [
            {"type": "library", **_identity(each, package.version), "licenses": _licences(package)}
            for each, package in packages.items()
        ],
        "dependencies": [
            {"ref": own["purl"], "dependsOn": direct},
            *({"ref": refs[each], "dependsOn": _refs(package, refs)} for each, package in packages.items()),
        ],
    }


def _identity(name: str, version: str) -> dict[str, str]:
    purl = f"pkg:pypi/{canonicalize_name(name)}@{version}"
    return {"bom-ref": purl, "name": name, "version": version, "purl": purl}


def _refs(package: Distribution, refs: dict[str, str]) -> list[str]:
    names = {canonicalize_name(each.name) for each in _below(package, set())}
    return sorted(refs[name] for name in names if name in refs)


def _licences(package: Distribution) -> list[dict[str, Any]]:
    """The licence as the package says it: an expression, else a name, else that of its classifiers."""
    metadata = package.metadata
    if expression := metadata.get("License-Expression"):
        return [{"expression": expression}]
    name = (metadata.get("License") or "").strip()
    classifiers = [each.split(" :: ") for each in metadata.get_all("Classifier") or ()]
    names = [parts[-1] for parts in classifiers if parts[0] == "License" and len(parts) > 2]
    if name and "\n" not in name and len(name) <= _LONGEST_LICENCE:
        names = [name]
    return [{"license": {"name": each}} for each in names or ["unknown"]]

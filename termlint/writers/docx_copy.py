"""The package of a marked copy: its changed parts, a new comments part, and no signature that is void."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from termlint.readers.ooxml.names import CONTENT_TYPES, NAMESPACES, PACKAGE_RELATIONSHIPS
from termlint.readers.ooxml.rewrite import rewrite, serialised

if TYPE_CHECKING:
    from lxml.etree import _Element

    from termlint.readers.ooxml import Package

_TYPES_PART = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class PackageCopy:
    """A copy of a package in the making."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._roots: dict[str, _Element] = {}
        self._removed: set[str] = set()

    def put(self, name: str, root: _Element) -> None:
        """Replace a part, or add one."""
        self._roots[name] = root

    def add_comments(self, name: str, root: _Element, document: _Element) -> None:
        """Add a comments part to a package without one; `document` says in which spelling."""
        self.put(name, root)
        if all(each.get("PartName") != "/" + name for each in self._types()):
            override = etree.SubElement(self._types(), f"{{{CONTENT_TYPES}}}Override")
            override.set("PartName", "/" + name)
            override.set("ContentType", _COMMENTS_TYPE)
        if all(each.target != name for each in self._package.relations(self._package.main)):
            self._relate_comments(name, document)

    def _relate_comments(self, name: str, document: _Element) -> None:
        relations = self._relations(self._package.main)
        taken = {each.get("Id") for each in relations}
        relation = etree.SubElement(relations, f"{{{PACKAGE_RELATIONSHIPS}}}Relationship")
        relation.set("Id", next(i for i in (f"rIdTermlint{n}" for n in range(1, 10**6)) if i not in taken))
        strict = str(document.tag).startswith("{" + NAMESPACES["w"][1] + "}")
        relation.set("Type", NAMESPACES["r"][strict] + "/comments")
        relation.set("Target", posixpath.relpath(name, posixpath.dirname(self._package.main) or "."))

    def drop_signature(self) -> None:
        """Remove a signature that no longer holds, as Word does when a signed document is changed."""
        folders = signature_folders(self._package)
        if not folders:
            return
        names = [entry.name for entry in self._package.archive.entries.values()]
        self._removed.update(name for name in names if name.lstrip("/").lower().startswith(folders))
        for relation in list(self._relations("")):
            if _target(relation).startswith(folders):
                self._relations("").remove(relation)
        for override in list(self._types()):
            if (override.get("PartName") or "").lstrip("/").lower().startswith(folders):
                self._types().remove(override)

    def data(self) -> bytes:
        """The bytes of the copy. Raises WriteError when the archive is damaged."""
        parts = {name: serialised(root) for name, root in self._roots.items()}
        return rewrite(self._package.data, parts, self._removed)

    def _types(self) -> _Element:
        return self._part(_TYPES_PART, f"{{{CONTENT_TYPES}}}Types")

    def _relations(self, name: str) -> _Element:
        folder, base = posixpath.split(name)
        part = posixpath.join(folder, "_rels", base + ".rels")
        return self._part(part, f"{{{PACKAGE_RELATIONSHIPS}}}Relationships")

    def _part(self, name: str, tag: str) -> _Element:
        if name not in self._roots:
            root = self._package.xml(name)
            self._roots[name] = etree.Element(tag) if root is None else root
        return self._roots[name]


def signature_folders(package: Package) -> tuple[str, ...]:
    """The folders, in lower case, that hold the digital signatures of a package: mostly none or one."""
    origins = [relation.target for relation in package.relations("") if relation.kind == "origin"]
    return tuple(posixpath.dirname(origin).lower() + "/" for origin in origins if "/" in origin)


def _target(relation: _Element) -> str:
    return (relation.get("Target") or "").lstrip("/").lower()

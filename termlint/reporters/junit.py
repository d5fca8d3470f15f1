"""JUnit XML: a suite for each document, a failing case for each finding that fails the run.

The elements and attributes are those that Jenkins, GitLab and Azure Pipelines read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from termlint.messages import say
from termlint.messages.sanitize import inert
from termlint.reporters.common import RANK, advice, place, why_unread

if TYPE_CHECKING:
    from termlint.model import DocumentResult, Finding, Result
    from termlint.reporters.base import ReportOptions

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(result: Result, options: ReportOptions) -> bytes:
    """The file, UTF-8 with its declaration."""
    root = ET.Element("testsuites", name="termlint")
    for document in result.documents:
        if document.status != "skipped":
            root.append(_suite(document, result.started, options))
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _suite(document: DocumentResult, started: str, options: ReportOptions) -> ET.Element:
    suite = ET.Element("testsuite", name=_xml(document.path), timestamp=started)
    if document.status in ("failed", "partial"):
        suite.append(_unread_case(document, options))
    for finding in document.findings:
        if _counts(finding, options):
            suite.append(_finding_case(finding, options))
    if not len(suite):
        suite.append(_case(document.path, say("formats-clean", options.lang)))
    for total, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(total, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite)))
    return suite


def _counts(finding: Finding, options: ReportOptions) -> bool:
    """Exempt findings only with `show_exempt`, info that fails nothing only with `show_info`."""
    if finding.status == "exempt":
        return options.show_exempt
    return _fails(finding, options) or finding.severity != "info" or options.show_info


def _fails(finding: Finding, options: ReportOptions) -> bool:
    return finding.status == "new" and RANK[finding.severity] >= RANK[options.fail_on]


def _unread_case(document: DocumentResult, options: ReportOptions) -> ET.Element:
    case = _case(document.path, say(f"formats-status-{document.status}", options.lang))
    ET.SubElement(case, "error", type=document.status, message=_xml(why_unread(document, options.lang)))
    return case


def _finding_case(finding: Finding, options: ReportOptions) -> ET.Element:
    """Failing when it fails the run; skipped when known or exempt; else passing, with its text."""
    lang = options.lang
    where = place(finding.location, lang)
    case = _case(finding.path, f"{finding.rule}: ‘{finding.text}’ ({where})")
    detail = f"{advice(finding, lang)}\n{where}\n{_sentence(finding)}"
    if _fails(finding, options):
        failure = ET.SubElement(case, "failure", type=finding.severity, message=_xml(advice(finding, lang)))
        failure.text = _xml(detail)
    elif finding.status != "new":
        status = say(f"formats-status-{finding.status}", lang)
        ET.SubElement(case, "skipped", message=_xml(": ".join(filter(None, (status, finding.reason)))))
    else:
        ET.SubElement(case, "system-out").text = _xml(detail)
    return case


def _sentence(finding: Finding) -> str:
    return f"{finding.context.before}{finding.context.match}{finding.context.after}"


def _case(path: str, name: str) -> ET.Element:
    return ET.Element("testcase", classname=_xml(path), name=_xml(name), file=_xml(path))


def _xml(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold, or that a screen would obey."""
    return _NOT_XML.sub("\ufffd", inert(text))

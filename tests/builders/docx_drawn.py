"""Drawings in Word files for tests: text boxes, pictures, charts, SmartArt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tests.builders.docx import Node, blocks
from tests.builders.docx_package import NAMESPACES, TYPES, Parts

if TYPE_CHECKING:
    from collections.abc import Sequence

_GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/"


def _drawing(parts: Parts, uri: str, content: str, alt: str = "") -> str:
    number = parts.next()
    described = f" descr={quoteattr(alt)}" if alt else ""
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="900000"/>'
        f'<wp:docPr id="{number}" name="Vorm {number}"{described}/>'
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def textbox(*nodes: Node) -> Node:
    """A text box as Word writes it: the shape, and the same in VML for old readers."""

    def node(parts: Parts) -> str:
        inside = f"<w:txbxContent>{blocks(parts, nodes)}</w:txbxContent>"
        shape = (
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="2400000" cy="900000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>"
        )
        uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        box = f"<v:textbox>{inside}</v:textbox>"
        old = f'<w:pict><v:shape style="width:200pt;height:70pt">{box}</v:shape></w:pict>'
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{_drawing(parts, uri, shape)}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    return node


def picture(alt: str) -> Node:
    return lambda parts: f"<w:r>{_drawing(parts, _GRAPHIC + 'picture', '<pic:pic/>', alt)}</w:r>"


def chart(title: str, labels: Sequence[str], series: Sequence[str]) -> Node:
    """A chart with a title, the same labels for each series, and figures."""

    def cache(values: Sequence[str], kind: str) -> str:
        points = "".join(f'<c:pt idx="{n}"><c:v>{escape(v)}</c:v></c:pt>' for n, v in enumerate(values))
        return f"<c:{kind}Ref><c:f>A1</c:f><c:{kind}Cache>{points}</c:{kind}Cache></c:{kind}Ref>"

    def node(parts: Parts) -> str:
        drawn = "".join(
            f"<c:ser><c:tx>{cache([name], 'str')}</c:tx><c:cat>{cache(labels, 'str')}</c:cat>"
            f"<c:val>{cache(['42'] * len(labels), 'num')}</c:val></c:ser>"
            for name in series
        )
        ident = parts.part(
            "chart",
            f"charts/chart{parts.next()}.xml",
            TYPES + "drawingml.chart+xml",
            f"<c:chartSpace {NAMESPACES}><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>"
            f"<a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
            f"<c:plotArea><c:barChart>{drawn}</c:barChart></c:plotArea></c:chart></c:chartSpace>",
        )
        return f"<w:r>{_drawing(parts, _GRAPHIC + 'chart', f'<c:chart r:id={quoteattr(ident)}/>')}</w:r>"

    return node


def diagram(*texts: str) -> Node:
    """SmartArt."""

    def node(parts: Parts) -> str:
        points = "".join(
            f'<dgm:pt modelId="{n}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{escape(t)}</a:t></a:r></a:p>'
            "</dgm:t></dgm:pt>"
            for n, t in enumerate(texts)
        )
        ident = parts.part(
            "diagramData",
            f"diagrams/data{parts.next()}.xml",
            TYPES + "drawingml.diagramData+xml",
            f"<dgm:dataModel {NAMESPACES}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>",
        )
        return f"<w:r>{_drawing(parts, _GRAPHIC + 'diagram', f'<dgm:relIds r:dm={quoteattr(ident)}/>')}</w:r>"

    return node

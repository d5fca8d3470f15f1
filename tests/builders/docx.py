"""Word files for tests, a line for each thing: `word(p("De ", b("hoog"), "opgeleiden", footnote("CBS.")))`.

Every node renders itself into a package in the making; a string is a run. Bytes are deterministic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.builders.docx_package import (
    DATE,
    MAIN_TYPE,
    NAMESPACES,
    STYLES,
    TYPES,
    Parts,
    content_types,
    relations_xml,
    root,
    strictly,
    zipped,
)

Node = str | Callable[[Parts], str]


def render(parts: Parts, nodes: Sequence[Node]) -> str:
    return "".join(run(node)(parts) if isinstance(node, str) else node(parts) for node in nodes)


def xml(text: str) -> Node:
    """A stretch of XML as it is."""
    return lambda parts: text


def _wrap(tag: str, nodes: Sequence[Node], attributes: str = "", before: str = "") -> Node:
    return lambda parts: f"<{tag}{attributes}>{before}{render(parts, nodes)}</{tag}>"


# --- in a paragraph ---


def run(text: str, properties: str = "") -> Callable[[Parts], str]:
    """A run of text; `properties` is the XML inside its `w:rPr`. A tab and a line end become elements."""
    shown = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    shown = shown.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return lambda parts: f'<w:r>{style}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def b(text: str) -> Node:
    """Bold."""
    return run(text, "<w:b/>")


def i(text: str) -> Node:
    """Italic."""
    return run(text, "<w:i/>")


def hidden(text: str) -> Node:
    return run(text, "<w:vanish/>")


def element(name: str) -> Node:
    """A run with one empty element: `element("noBreakHyphen")`."""
    return xml(f"<w:r><w:{name}/></w:r>")


def link(*nodes: Node, url: str = "https://example.org/") -> Node:
    def node(parts: Parts) -> str:
        ident = parts.relate("hyperlink", url, external=True)
        return f'<w:hyperlink r:id="{ident}">{render(parts, nodes)}</w:hyperlink>'

    return node


def _tracked(tag: str, nodes: Sequence[Node], author: str) -> Node:
    return lambda parts: (
        f'<w:{tag} w:id="{parts.next()}" w:author={quoteattr(author)} w:date="{DATE}">'
        f"{render(parts, nodes)}</w:{tag}>"
    )


def ins(*nodes: Node, author: str = "Jan") -> Node:
    """A tracked insertion."""
    return _tracked("ins", nodes, author)


def dele(text: str, author: str = "Jan") -> Node:
    """A tracked deletion."""
    words = xml(f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>')
    return _tracked("del", [words], author)


def moved_to(*nodes: Node, author: str = "Jan") -> Node:
    return _tracked("moveTo", nodes, author)


def moved_from(*nodes: Node, author: str = "Jan") -> Node:
    return _tracked("moveFrom", nodes, author)


def smart(*nodes: Node) -> Node:
    return _wrap("w:smartTag", nodes, ' w:uri="urn:x" w:element="plaats"')


def control(*nodes: Node, properties: str = "<w:richText/>") -> Node:
    """A content control; among blocks if its nodes are blocks."""
    return _wrap("w:sdt", [_wrap("w:sdtContent", nodes)], before=f"<w:sdtPr>{properties}</w:sdtPr>")


def simple_field(instruction: str, *result: Node) -> Node:
    return _wrap("w:fldSimple", result, f" w:instr={quoteattr(instruction)}")


def complex_field(instruction: str, *result: Node) -> Node:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
    return lambda parts: f"{char('begin')}{said}{char('separate')}{render(parts, result)}{char('end')}"


def math(text: str) -> Node:
    return xml(f"<m:oMath><m:r><m:t>{escape(text)}</m:t></m:r></m:oMath>")


def ruby(base: str, above: str) -> Node:
    def of(tag: str, text: str) -> str:
        return f"<w:{tag}><w:r><w:t>{escape(text)}</w:t></w:r></w:{tag}>"

    return xml(f"<w:r><w:ruby><w:rubyPr/>{of('rt', above)}{of('rubyBase', base)}</w:ruby></w:r>")


def _note(kind: str, nodes: Sequence[Node]) -> Node:
    def node(parts: Parts) -> str:
        notes: list[str] = getattr(parts, f"{kind}s")
        ident = len(notes) + 1
        notes.append("")  # its number is taken before what is in it asks for one
        body = blocks(parts, nodes)
        notes[ident - 1] = f'<w:{kind} w:id="{ident}">{body}</w:{kind}>'
        return f'<w:r><w:{kind}Reference w:id="{ident}"/></w:r>'

    return node


def footnote(*nodes: Node) -> Node:
    return _note("footnote", nodes)


def endnote(*nodes: Node) -> Node:
    return _note("endnote", nodes)


def comment(words: str, *nodes: Node, author: str = "Jan", initials: str = "J") -> Node:
    """A comment that says `words`, anchored on `nodes`."""

    def node(parts: Parts) -> str:
        ident = len(parts.comments)
        parts.comments.append(
            f'<w:comment w:id="{ident}" w:author={quoteattr(author)} w:initials="{initials}" w:date="{DATE}">'
            f"{blocks(parts, [words])}</w:comment>"
        )
        return (
            f'<w:commentRangeStart w:id="{ident}"/>{render(parts, nodes)}<w:commentRangeEnd w:id="{ident}"/>'
            f'<w:r><w:commentReference w:id="{ident}"/></w:r>'
        )

    return node


# --- blocks ---


def p(*nodes: Node, style: str = "", properties: str = "") -> Callable[[Parts], str]:
    """A paragraph; `properties` is XML for its `w:pPr`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    before = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""

    def node(parts: Parts) -> str:
        return f"<w:p>{before}{render(parts, nodes)}</w:p>"

    node.is_block = True  # type: ignore[attr-defined]
    return node


def h(level: int, *nodes: Node) -> Node:
    """A heading, in the style a Dutch Word names "Kop1"."""
    return p(*nodes, style=f"Kop{level}")


def bullet(*nodes: Node) -> Node:
    return p(*nodes, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def table(rows: Sequence[Sequence[Node | Sequence[Node]]]) -> Node:
    """A table; a cell is a text or a list of blocks."""

    def cell(parts: Parts, content: Node | Sequence[Node]) -> str:
        nodes = content if isinstance(content, list | tuple) else [content]
        return f"<w:tc><w:tcPr/>{blocks(parts, nodes)}<w:p/></w:tc>"  # type: ignore[arg-type]

    def node(parts: Parts) -> str:
        grid = "<w:gridCol/>" * max(len(row) for row in rows)
        body = "".join(f"<w:tr>{''.join(cell(parts, each) for each in row)}</w:tr>" for row in rows)
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"

    node.is_block = True  # type: ignore[attr-defined]
    return node


def section(header: Sequence[Node] = (), footer: Sequence[Node] = ()) -> Node:
    """The end of a section with running heads of its own."""
    return lambda parts: f"<w:p><w:pPr>{_section(parts, header, footer)}</w:pPr></w:p>"


def blocks(parts: Parts, nodes: Sequence[Node]) -> str:
    """Blocks as they are, a text among them as a paragraph; loose words alone as one paragraph."""
    if any(getattr(node, "is_block", False) for node in nodes):
        return render(parts, [p(node) if isinstance(node, str) else node for node in nodes])
    return p(*nodes)(parts)


def _section(parts: Parts, header: Sequence[Node], footer: Sequence[Node]) -> str:
    references = ""
    for kind, nodes, tag in (("header", header, "hdr"), ("footer", footer, "ftr")):
        if nodes:
            body = blocks(parts, nodes)
            ident = parts.part(
                kind,
                f"{kind}{parts.next()}.xml",
                TYPES + f"wordprocessingml.{kind}+xml",
                f"<w:{tag} {NAMESPACES}>{body}</w:{tag}>",
            )
            references += f'<w:{kind}Reference w:type="default" r:id="{ident}"/>'
    return f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


# --- the package ---


def word(
    *nodes: Node,
    header: Sequence[Node] = (),
    footer: Sequence[Node] = (),
    styles: str = "",
    strict: bool = False,
    extra: dict[str, bytes] | None = None,
    content_type: str = MAIN_TYPE,
) -> bytes:
    """A whole .docx file; `styles` is XML beside `STYLES`, `extra` holds files to add as they are."""
    parts = Parts()
    parts.part("styles", "styles.xml", TYPES + "wordprocessingml.styles+xml", root("styles", STYLES + styles))
    body = "".join(p(node)(parts) if isinstance(node, str) else node(parts) for node in nodes)
    body += _section(parts, header, footer)
    for kind in ("footnote", "endnote", "comment"):
        written: list[str] = getattr(parts, f"{kind}s")
        if written:
            content = TYPES + f"wordprocessingml.{kind}s+xml"
            parts.part(f"{kind}s", f"{kind}s.xml", content, root(f"{kind}s", "".join(written)))
    document = root("document", f"<w:body>{body}</w:body>")
    files = {
        "[Content_Types].xml": content_types(parts, content_type),
        "_rels/.rels": relations_xml([("rId1", "officeDocument", "word/document.xml", False)]),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{document}'.encode(),
        "word/_rels/document.xml.rels": relations_xml(parts.relations),
        **parts.files,
        **(extra or {}),
    }
    return zipped({name: strictly(data) for name, data in files.items()} if strict else files)

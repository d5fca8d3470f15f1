"""Mutants of tables and limits: a number made larger or smaller, an entry, a word or an alternative left out.

Only what stands at the top of a module is changed. Whether code does the right thing with a table is for its
tests; whether each entry of it is needed, only its absence shows.
"""

from __future__ import annotations

import ast
import io
import tokenize
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mutant:
    """`source[start:end]` of the file `path` becomes `text`; it stands on `line`, in the constant `name`."""

    path: str
    name: str
    line: int
    what: str
    start: int
    end: int
    text: str

    def applied(self, source: str) -> str:
        """The source with this change."""
        return source[: self.start] + self.text + source[self.end :]


def mutants(path: str, source: str) -> list[Mutant]:
    """All mutants of a file, in the order in which they stand; each is a program that can be read."""
    begins = _beginnings(source)
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    made = []
    for name, value in _constants(ast.parse(source)):
        span = _span(value, source, begins)
        inside = [t for t in tokens if span[0] <= begins[t.start[0] - 1] + t.start[1] < span[1]]
        changes = [*_in_tree(value, source, begins), *_in_strings(inside, begins)]
        for (start, end), text, what in sorted(set(changes)):
            mutant = Mutant(path, name, source.count("\n", 0, start) + 1, what, start, end, text)
            if _reads(mutant.applied(source)):
                made.append(mutant)
    return made


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """The names given a value at the top of a module, and the numbers that the fields of its classes have."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if not name.startswith("__"):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
            case ast.ClassDef():
                for each in node.body:
                    match each:
                        case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant() as value):
                            yield f"{node.name}.{name}", value


def _reads(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def _beginnings(source: str) -> list[int]:
    """Where each line begins."""
    begins = [0]
    for line in source.splitlines(keepends=True):
        begins.append(begins[-1] + len(line))
    return begins


def _span(node: ast.expr, source: str, begins: list[int]) -> Span:
    """Where an expression stands; the tree counts bytes in a line, we count characters."""

    def place(line: int, column: int) -> int:
        text = source[begins[line - 1] : begins[line]] if line < len(begins) else source[begins[line - 1] :]
        return begins[line - 1] + len(text.encode()[:column].decode())

    return place(node.lineno, node.col_offset), place(node.end_lineno or 0, node.end_col_offset or 0)


# --- numbers and entries --------------------------------------------------------------------------------


def _in_tree(node: ast.AST, source: str, begins: list[int]) -> Iterator[tuple[Span, str, str]]:
    """Changes of numbers and entries; types (`Literal[…]`), functions and f-strings are left alone."""
    match node:
        case ast.Subscript() | ast.Lambda() | ast.JoinedStr():
            return
        case ast.Constant(value=bool()):
            return
        case ast.Constant(value=int() | float() as number):
            for other in _others(number):
                yield _span(node, source, begins), f"{other}", f"{number} → {other}"
        case ast.Tuple(elts=entries) | ast.Set(elts=entries) | ast.List(elts=entries):
            yield from _without([_span(each, source, begins) for each in entries], source, node)
        case ast.Dict(keys=keys, values=values):
            spans = [
                (_span(key, source, begins)[0], _span(value, source, begins)[1])
                for key, value in zip(keys, values, strict=True)
                if key is not None
            ]
            yield from _without(spans if len(spans) == len(keys) else [], source, node)
    for child in ast.iter_child_nodes(node):
        yield from _in_tree(child, source, begins)


def _others(number: float) -> list[float]:
    """A number well above a limit and one well below it."""
    if isinstance(number, int):
        return [number + 1, number - 1] if abs(number) < 3 else [number * 2, number // 2]
    return [number * 2, number / 2] if number else [1.0]


def _without(spans: list[Span], source: str, node: ast.AST) -> Iterator[tuple[Span, str, str]]:
    """Each entry away, with the comma that parts it from a neighbour."""
    for index, (start, end) in enumerate(spans):
        what = "without " + " ".join(source[start:end].split())[:60]
        if index + 1 < len(spans):
            yield (start, spans[index + 1][0]), "", what
        elif index:
            yield (
                (spans[index - 1][1], end),
                "" if len(spans) > 2 or not isinstance(node, ast.Tuple) else ",",
                what,
            )


# --- words and alternatives -----------------------------------------------------------------------------


def _in_strings(tokens: list[tokenize.TokenInfo], begins: list[int]) -> Iterator[tuple[Span, str, str]]:
    """Changes of strings: the words of `either("a b")` and `"a b".split()`; the alternatives of `a|b`."""
    said = [(i, t) for i, t in enumerate(tokens) if t.type == tokenize.STRING or _is_middle(t)]
    for index, token in said:
        start = begins[token.start[0] - 1] + token.start[1]
        head, body = (0, token.string) if _is_middle(token) else _body(token.string)
        spans = _words(body) if _is_list(tokens, index) else alternatives(body)
        for begin, end in spans:
            what = f"without {body[begin:end].strip('| ')}"
            yield (start + head + begin, start + head + end), "", what


def _is_middle(token: tokenize.TokenInfo) -> bool:
    """Whether it is the text of an f-string, which is a token of its own since Python 3.12."""
    return tokenize.tok_name[token.type] == "FSTRING_MIDDLE"


def _body(literal: str) -> tuple[int, str]:
    """The text between the quotation marks, and where it begins."""
    at = min(literal.find(mark) for mark in "\"'" if mark in literal)
    size = 3 if literal[at : at + 3] in ('"""', "'''") else 1
    return at + size, literal[at + size : -size]


def _is_list(tokens: list[tokenize.TokenInfo], index: int) -> bool:
    """Whether the string is a list of words."""
    before = [t.string for t in tokens[max(0, index - 2) : index]]
    after = [t.string for t in tokens[index + 1 : index + 3]]
    return before == ["either", "("] or after == [".", "split"]


def _words(body: str) -> list[Span]:
    """Each word with the space after it, or before it where it is the last."""
    found, at = [], 0
    for word in body.split():
        at = body.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    if len(found) < 2:
        return []
    return [(a[0], b[0]) for a, b in pairwise(found)] + [(found[-2][1], found[-1][1])]


def alternatives(pattern: str) -> list[Span]:
    """Each alternative of each group of a pattern, with one bar; none where there is nothing to choose."""
    if "\n" in pattern:  # a page or a program of more lines
        return []
    found: list[Span] = []
    groups: list[list[int]] = [[0]]  # of each open group where its alternatives begin
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = _end_of_class(pattern, at)
        elif sign == "(":
            groups.append([_start_of_group(pattern, at)])
        elif sign == "|":
            groups[-1].append(at + 1)
        elif sign == ")" and len(groups) > 1:
            found += _away(groups.pop(), at)
        at += 1
    while groups:
        found += _away(groups.pop(), len(pattern))
    return sorted(found)


def _start_of_group(pattern: str, at: int) -> int:
    """Behind `(?:`, `(?<name>`, `(?=` and their like."""
    if pattern[at + 1 : at + 2] != "?":
        return at + 1
    for head in ("(?:", "(?=", "(?!", "(?<=", "(?<!"):
        if pattern.startswith(head, at):
            return at + len(head)
    return max(at, *(pattern.find(end, at) for end in ">:")) + 1


def _end_of_class(pattern: str, at: int) -> int:
    """Where a class of signs ends; where it does not, nothing stands behind it."""
    at += 2 if pattern[at + 1 : at + 2] in ("]", "^") else 1
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at


def _away(begins: list[int], end: int) -> list[Span]:
    if len(begins) < 2:
        return []
    return [*pairwise(begins), (begins[-1] - 1, end)]

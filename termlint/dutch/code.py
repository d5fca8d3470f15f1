"""Telling code from prose: which lines of a text are program text, and what a string in them is for.

Research reports (Quarto, R Markdown, scripts) and forms (HTML, YAML) hold Dutch in their labels and titles,
which readers see, and in their variable names and keys, which they do not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Role = Literal["prose", "comment", "shown", "key", "name"]

_CODE_LINE = re.compile(
    r"<-|->|%>%|\|>|==|!=|>=|<=|&&|\|\||%in%"
    r"|^\s*(?:import|from|library|require|package|using|def|function|return|if|for|while|else|let|const|var|git|cd|SELECT|select)\b[\s(]"
    r"|^\s*[^\W\d][\w.$]*(?:\[[^\]]*\])?\s*(?:<-|=)\s*(?!\w+ \w+\s*$)\S"
    r"|\b\w+\((?:[^()]*[=\"'$\[]|\))"
    r"|[{}]\s*$|[)\]\"']\s*;\s*$"
)
_OPERATORS = ("<-", "%>%", "|>", "==", "!=", "%in%", "&&")
"""Signs that no prose has."""
_CODE_SIGN = re.compile(r"[=()<>{}\[\]$;\"']")
_MARKUP_LINE = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|<!--")
_YAML_LINE = re.compile(r"^\s*(?:-\s+)?([\"']?)[\w-]+\1:\s+([\"']).*\2\s*,?\s*$")
_LIST_LINE = re.compile(r"^\s*[\w\"'-]+\s*[:=]\s*c?[\[(]\s*([\"']).*\1\s*[\])][,;]?\s*$")
_DATA_LINE = re.compile(
    r"^\s*(?:slug|id|key|url|permalink|path|file|bestand|output-file|output)\s*:\s+[\w./-]+\s*$"
)
_STRING_LINE = re.compile(r"^\s*([\"'])[^\"'\n]*\1\s*[,)\];]+\s*$|^\s{2,}([\"]).*\2\s*[,)\];]*\s*$")
_ARROW_LINE = re.compile(r"^\s*\[?([\"'])[\w-]+\1\s*=>\s*([\"']).*\2\s*\]?,?\s*$")
_LATEX_LINE = re.compile(
    r"^\s*\\(?:caption|(?:sub)*section|title|text\w*|paragraph|item|footnote)\b\*?(?:\[[^\]]*\])?\s*\{"
)
_ASSIGNED_LINE = re.compile(r"^\s*[\w.]+\s*=\s*([\"']).*\1\s*[,)]*\s*$")
_COMMAND_LINE = re.compile(r"^\s*(?:\$\s+)?(?:git|cd|pip|npm|Rscript|quarto|mv|cp|rm)\s+[\w./-]")
_PROPERTY_LINE = re.compile(r"^\s*--[\w-]+\s*:")
_STRING = re.compile(  # with so many escapes at most: each takes memory while the end is sought
    r"(?<!\\)(?:\"[^\"\\\n]*(?:\\.[^\"\\\n]*){0,10000}\"|'[^'\\\n]*(?:\\.[^'\\\n]*){0,10000}')"
)
_KEY_BEFORE = re.compile(
    r"(?:[\"'](?:value|id|key|code|slug|name|var|variable|veld|kolom)[\"']\s*:|==|!=|%in%\s*c\((?:[^()]*,)?|\[\[?|\$|\.get\(|\bcol\(|\bpull\(|\bselect\((?:[^()]*,)?|\bin\s*[\[(](?:[^\[\]()]*,)?)\s*$"
)
_KEY_AFTER = re.compile(r"^\s*(?:==|!=|%in%|\](?!\s*[,;]?\s*$)|=(?!=)|:(?!:)|~)")
_COMMENT = re.compile(r"(?:^|\s)(#(?![{|])|//|--\s|<!--)")
_COMMENT_LINE = re.compile(r"^\s*(?:#'|#\s+[a-zà-ÿ@]|#\||//\s)")
_ALWAYS_CODE = (
    *(_COMMENT_LINE, _YAML_LINE, _LIST_LINE, _DATA_LINE, _STRING_LINE, _ARROW_LINE),
    *(_ASSIGNED_LINE, _COMMAND_LINE, _PROPERTY_LINE),
)


_SENTENCE_WORDS = 4
"""More plain words than this, and a full stop, make a sentence."""


@lru_cache(maxsize=64)
def is_code(line: str) -> bool:
    """Whether a line is program text, markup or a setting, rather than prose."""
    if _LATEX_LINE.match(line):
        return False
    if any(map(line.__contains__, _OPERATORS)) or _MARKUP_LINE.search(line):
        return True
    if any(form.match(line) for form in _ALWAYS_CODE):
        return True
    return bool(_CODE_SIGN.search(line) and _CODE_LINE.search(line)) and not _is_sentence(line)


def _is_sentence(line: str) -> bool:
    """Prose that happens to hold a bracket or a sign: it reads on for words without one."""
    without_strings = _STRING.sub('""', line)
    words = re.findall(r"(?<![\w.$_\"'])[a-zà-ÿ]{2,}(?![\w.$_(])", without_strings)
    return len(words) > (_SENTENCE_WORDS if without_strings.rstrip().endswith((".", "?", "!")) else 8)


def role(line: str, start: int, end: int) -> Role:
    """What the words `line[start:end]` of a code line are for: shown to a reader, a data key, a name, a
    comment.
    """
    for string in _STRING.finditer(line):
        if string.start() < start and end < string.end():
            return _string_role(line, string)
    comment = _COMMENT.search(_STRING.sub(lambda s: "_" * len(s.group()), line))
    if comment and comment.start() < start:
        return "comment"
    if _MARKUP_LINE.search(line):
        return "name" if _inside_tag(line, start) else "shown"
    return "name"


def _string_role(line: str, string: re.Match[str]) -> Role:
    """A string compared with, indexed by or named is a data key, unless it holds a space; another is
    shown.
    """
    before, after = line[: string.start()], line[string.end() :]
    if _inside_tag(line, string.start()):
        shown = re.search(r"\b(?:alt|title|label|placeholder|aria-label|content|value)\s*=\s*$", before)
        return "shown" if shown else "name"
    if " " in string.group().strip("\"' "):
        return "shown"
    return "key" if _KEY_BEFORE.search(before) or _KEY_AFTER.match(after) else "shown"


def _inside_tag(line: str, at: int) -> bool:
    opened = line.rfind("<", 0, at)
    return opened >= 0 and bool(re.match(r"</?[a-zA-Z]", line[opened:])) and ">" not in line[opened:at]

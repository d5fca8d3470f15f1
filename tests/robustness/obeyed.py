"""Words that a screen, a build server, a spreadsheet or a browser would obey."""

from __future__ import annotations

import re

import pytest
from hypothesis import strategies as st

from termlint.messages.sanitize import CONTROLS, DIRECTIONS

HOSTILE = {
    "clear the screen": "\x1b[2J\x1b[1;1H",
    "window title": "\x1b]0;titel\x07",
    "device control": "\x1bP$q\x1b\\",
    "C1 control": "\x9b31m",
    "backspace": "zichtbaar\x08\x08\x7f",
    "carriage return": "fout\rgoed",
    "direction": "\u202egnp.exe\u2066\u2069\u200f",
    "GitHub command": "x\n::error file=a,line=1::gelukt",
    "GitHub escape": "%0A::add-mask::a%25",
    "older GitHub command": "##[set-output name=a;]b",
    "Azure command": "##vso[task.setvariable variable=a]b",
    "script": "</script></style><script>window.hit = 1</script>",
    "handler": "\"'><img src=x onerror='window.hit = 1'>",
    "template": "{{ 7 * 7 }}{% raw %}",
    "formula": '=HYPERLINK("http://127.0.0.1:9","a")',
    "formula behind a control character": "\x01=1+1",
    "full-width formula": "＝1+1",
    "plus": "+1;=2",
    "command": "@SUM(1)|cmd",
    "tab": "\t=1",
    "Markdown": "[klik](http://127.0.0.1:9) `a` | b | <b>",
    "no XML": "\x00\x0c\ufffe]]>&#0;",
    "half a character": "\udcff a \ud800",
    "separators": "a\u2028b\u2029c\x85d",
}


OBEYED = re.compile(f"[{CONTROLS}{DIRECTIONS}]")


COMMAND = re.compile(r"^\s*::[A-Za-z]|##[A-Za-z]*\[")


TEXTS = st.lists(st.sampled_from(sorted(HOSTILE.values())) | st.text(max_size=12), max_size=4).map("".join)


SCREEN = ("console", "json", "sarif", "github", "gitlab", "junit", "csv", "html")


each_hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())

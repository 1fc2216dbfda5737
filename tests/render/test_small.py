"""A style sheet in fewer bytes says what it said."""

from __future__ import annotations

import pytest

from generator.render.small import small

SHEETS = {
    "a { color: red; }\n": "a{color:red}",
    "a,\n  b > i { top: 0;\n  left: 0; }": "a,b>i{top:0;left:0}",
    "/* a remark; } */ a { /* * / ** */ top: 0 }": "a{top:0}",
    "a/* no space */b { }": "a/**/b{}",
    "@container p (width < 9rem) {\n .a :is(td, th) { top: 0; }\n}": (
        "@container p (width < 9rem){.a :is(td,th){top:0}}"
    ),
    """i :not(b)::after { content: " ; /* '} "; }""": """i :not(b)::after{content:" ; /* '} "}""",
    "a { top: calc(1px + 2px * 3); color: url( a, b ) }": (
        "a{top:calc(1px + 2px * 3);color:url( a, b )}"
    ),
    r"a::before { content: '\' ; '; } .a\:b\; c { top: 0 }": (
        r"a::before{content:'\' ; '}.a\:b\; c{top:0}"
    ),
}


@pytest.mark.parametrize("sheet", SHEETS)
def test_only_what_says_nothing_goes(sheet: str) -> None:
    """Texts in quotes, a space before a colon and the parts of a sum stay."""
    assert small("any.css", sheet) == f"{SHEETS[sheet]}\n"


def test_other_files_stay_as_they_are() -> None:
    """A picture drawn in text is not a sheet."""
    assert small("icon.svg", "<svg>  </svg>") == "<svg>  </svg>"

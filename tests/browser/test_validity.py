"""Every page is valid HTML, say the Nu Html Checker and html-validate."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = Path(__file__).parent / "htmlvalidate.json"
"""What html-validate holds against a page. Left out: `doctype-style` (lower case is as good),
`tel-non-breaking` (a number copied from the page must stay one that can be dialled), and digests
for our own style sheet, which comes from the same host as the page that would name its digest."""
JUSTIFIED = re.compile(
    # The checker reads from a disk, where it holds that 'self' means no file at all. Browsers
    # hold otherwise: test_opening.py opens every kind of page from a disk under its policy.
    r"Resource violates Content Security Policy \(meta tag\): (external )?(stylesheet|script|image)"
    r" “(\.\./)*[\w/-]+\.(css|js|png)” blocked by “(style|script|img)-src” directive\."
    # JSON-LD is a script element, yet nothing in it is run, and HTML asks the policy only of what
    # is: test_opening.py hears every breach. Scripts that are run are files of their own, which
    # tests/crawl holds against every page.
    r"|Inline script(?: element)? violates Content Security Policy .*“script-src” directive.*"
)
BROKEN = """<!doctype html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Security-Policy" content="style-src 'self'">
<title>x</title>
<link rel="stylesheet" href="https://else.example/x.css">
</head>
<body><p><table><li></p></body>
</html>
"""


@pytest.mark.browser("java", "vnu")
def test_every_page_is_valid(site: Path, tool: Callable[[str], str], tmp_path: Path) -> None:
    """Not one error or warning but those justified above; and the checker was awake."""
    broken = tmp_path / "broken.html"
    broken.write_text(BROKEN, "utf-8")
    done = subprocess.run(
        [
            *(tool("java"), "-jar", tool("vnu")),
            *("--skip-non-html", "--format", "json", "--exit-zero-always", "--stdout"),
            *(str(site), str(tmp_path)),
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    wrong = [one for one in messages if not JUSTIFIED.fullmatch(one["message"])]
    awake = [one for one in wrong if one["url"].endswith(broken.name)]
    found = [
        f"{one['url']}:{one.get('lastLine')} {one['message']}" for one in wrong if one not in awake
    ]

    assert {one["type"] for one in awake} == {"error", "info"}
    assert found == []


@pytest.mark.browser("node", "html-validate")
def test_a_second_checker_agrees(site: Path, tool: Callable[[str], str], tmp_path: Path) -> None:
    """Not one complaint, also about what is read aloud; and the checker was awake."""
    broken = tmp_path / "broken.html"
    broken.write_text(BROKEN, "utf-8")
    done = subprocess.run(
        [
            *(tool("node"), tool("html-validate"), "--config", str(RULES)),
            *("--formatter", "json", f"{site}/**/*.html", str(broken)),
        ],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    files: list[dict[str, Any]] = json.loads(done.stdout)
    found = {
        one["filePath"]: [
            f"{said['line']} {said['ruleId']} {said['message']}" for said in one["messages"]
        ]
        for one in files
    }

    assert found.pop(str(broken))
    assert found == {}

"""Every page is valid HTML, says the Nu Html Checker."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.browser("java", "vnu")

JUSTIFIED = re.compile(
    # The checker reads from a disk, where it holds that 'self' means no file at all. Browsers
    # hold otherwise: test_opening.py opens every kind of page from a disk under its policy.
    r"Resource violates Content Security Policy \(meta tag\): (external )?(stylesheet|script|image)"
    r" “(\.\./)*[\w/-]+\.(css|js|png)” blocked by “(style|script|img)-src” directive\."
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

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

JUSTIFIED = {
    # The checker reads from a disk, where it holds that 'self' means no file at all. Browsers
    # hold otherwise: test_opening.py opens every kind of page from a disk under its policy.
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script)"
    r" “(\.\./)*assets/[\w-]+\.(css|js)” blocked by “(style|script)-src” directive\.": "file",
}

BROKEN = """<!doctype html>
<html lang="zh-CN"><head><title>x</title><link rel="stylesheet" href="https://else/x.css"></head>
<body><p><table><li></p></body></html>
"""


@pytest.fixture(scope="session")
def said(
    site: Path, tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    """Let the checker read every page, and a broken one to see that it speaks."""
    broken = tmp_path_factory.mktemp("checked") / "broken.html"
    broken.write_text(BROKEN, "utf-8")
    done = subprocess.run(
        [
            *(tool("java"), "-jar", tool("vnu")),
            *("--skip-non-html", "--format", "json", "--exit-zero-always", "--stdout"),
            *(str(site), str(broken.parent)),
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


def test_the_checker_has_neither_an_error_nor_a_warning(said: list[dict[str, Any]]) -> None:
    """Nothing but what is justified above, by the whole of its words."""
    wrong = [
        f"{one['url']}:{one.get('lastLine')} {one['message']}"
        for one in said
        if not one["url"].endswith("broken.html")
        and not any(re.fullmatch(known, one["message"]) for known in JUSTIFIED)
    ]

    assert wrong == []


def test_the_checker_finds_what_is_broken(said: list[dict[str, Any]]) -> None:
    """Its silence means something."""
    assert any(one["url"].endswith("broken.html") and one["type"] == "error" for one in said)

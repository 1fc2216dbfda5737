"""A site in English: the same pages, English words, no Chinese of ours."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

from generator.cli.main import main
from tests.promises.conftest import ROOT

SETTINGS = """\
schema: 1
name: Clear Creek Disclosure
organ: Clear Creek Township
office: Disclosure Office
language: en
categories:
  - land
units:
  - id: town
    name: Clear Creek Township
    level: township
series:
  title: Monthly Disclosure
  start: 2026-01
contact:
  phone: "0000"
"""
CATEGORY = """\
title: Land
seal: L
description: Approvals.
kinds:
  - notice
  - ledger
"""
NOTICE = """\
---
title: Homestead approvals
published: 2026-03-02
unit: town
display:
  from: 2026-03-02
  days: 20
corrections:
  - on: 2026-03-03
    what: A number
    why: A slip
review:
  - step: Signed
    by: A. Clerk
---

Three households.
"""
LEDGER = """\
title: Account of February
kind: ledger
published: 2026-03-04
unit: town
period: 2026-02
opening: 10.00
rows:
  - date: 2026-02-03
    voucher: "1"
    summary: Rent
    income: 5.50
closing: 15.50
"""


class _Text(HTMLParser):
    """The text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        """Gather it."""
        self.text += data


def test_an_english_site_shows_no_chinese_word(tmp_path: Path) -> None:
    """Every page kind, from entries written with English keys."""
    for name, text in (
        ("site.yaml", SETTINGS),
        ("land/category.yaml", CATEGORY),
        ("land/2026/03-a.md", NOTICE),
        ("land/2026/03-b.yaml", LEDGER),
    ):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "themes", tmp_path / "themes")
    assert 0 == main(["--today", "2026-03-10", "--lang", "en"], {}, str(tmp_path), "gongkai")

    pages = sorted((tmp_path / "output").rglob("*.html"))
    assert 13 == len(pages)
    for page in pages:
        html = page.read_text(encoding="utf-8")
        parser = _Text()
        parser.feed(html)
        assert '<html lang="en"' in html
        assert [] == re.findall("[\u4e00-\u9fff]+", parser.text), page

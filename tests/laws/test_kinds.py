"""Whatever stands in the texts of a kind's own fields is shown and never run."""

import re
from pathlib import Path

import pytest

from generator.model.fields import Field, Group, Prose, Table, Text
from generator.model.kind import kind
from tests.laws.test_escaping import PAYLOADS, Page
from tests.laws.village import BASE, FINANCE, built, write
from tests.read.test_kinds import WHOLE

KINDS = FINANCE + "".join(f"  - {name}\n" for name in WHOLE)


def _words(fields: tuple[Field, ...]) -> set[str]:
    """The keys of all texts among the fields, those of tables and groups included."""
    found = {one.zh for one in fields if isinstance(one.type, Text | Prose)}
    for one in fields:
        if isinstance(one.type, Group | Table):
            found |= _words(one.type.fields)
    return found


def _entries(payload: str) -> dict[str, str]:
    """A whole entry of each kind, with the payload before every text of its own."""
    quoted = payload.replace("'", "''")
    files = {}
    for name, (text, _) in WHOLE.items():
        words = "|".join(sorted(_words(kind(name).fields), key=len, reverse=True))
        line = re.compile(rf"^( *(?:- )?(?:{words})): (.*)$", re.MULTILINE)
        files[f"content/finance/2026/11-{name}.yaml"] = line.sub(
            lambda found: f"{found[1]}: '{quoted}{found[2]}'", text
        )
    return files


UNBROKEN = re.compile(r'<span class="nb">([^<]*)</span>')
"""What stays on one line, which cuts a text in two for who reads it by its tags."""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_of_a_kind_is_shown_and_never_run(
    payload: str, tmp_path: Path
) -> None:
    """Each text stands on the page as it was written, behind the payload; nothing there runs."""
    files = {**BASE, "content/finance/category.yaml": KINDS, **_entries(payload)}
    write(tmp_path, files)
    report = built(tmp_path, "live")
    assert report.exit_code == 0, report.problems

    for name, (text, _) in WHOLE.items():
        page = Page()
        html = (tmp_path / f"live/output/finance/2026/11-{name}.html").read_text("utf-8")
        page.feed(UNBROKEN.sub(r"\1", html))
        page.close()
        shown = "\0".join(page.texts)
        words = _words(kind(name).fields)
        values = [
            value
            for line in text.splitlines()
            for key, colon, value in [line.strip().removeprefix("- ").partition(": ")]
            if colon and key in words
        ]
        assert [] == page.running
        assert [] == [value for value in values if payload + value not in shown]

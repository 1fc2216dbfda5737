"""What `new` writes: every field with its help, and a draft that passes."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from generator.model import entry
from generator.model import fields as f
from generator.model.category import Category
from generator.model.kind import Kind, kinds
from generator.read.entry import read_entry
from generator.read.scaffold import Tongue, scaffold
from generator.read.source import Source
from generator.words.en import scaffold as en
from generator.words.zh import scaffold as zh
from tests.laws.village import settings

TODAY = date(2026, 11, 21)
TONGUES = [Tongue(english=False, said=zh.SCAFFOLD), Tongue(english=True, said=en.SCAFFOLD)]
every = pytest.mark.parametrize("tongue", TONGUES, ids=["zh", "en"])
of_every_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda one: one.id)


def written(kind: Kind, tongue: Tongue, units: tuple[str, ...] = ("镇政府", "财政所")) -> str:
    """The scaffold as `new` writes it on TODAY."""
    return scaffold(kind, TODAY, units, tongue)


def problems(kind: Kind, text: str) -> list[tuple[str, int]]:
    """The codes and places that reading `text` as an entry of the kind gives."""
    path = f"content/affairs/2026/11-new.{'yaml' if kind.fields else 'md'}"
    affairs = Category("affairs", "村务公开", "务", "议事", (), "", (kind.id,))
    read = read_entry(Source(path, text), affairs, settings(), TODAY)
    return [(one.code, one.place.line) for one in read.problems]


def declared(fields: tuple[f.Field, ...]) -> Iterator[f.Field]:
    """All fields, those inside groups included."""
    for one in fields:
        yield one
        if isinstance(one.type, f.Group | f.Groups | f.Table):
            yield from declared(one.type.fields)


@every
@of_every_kind
def test_a_scaffold_passes_as_a_draft(kind: Kind, tongue: Tongue) -> None:
    """Whoever types `new` and then `check` hears of no mistake."""
    assert [] == problems(kind, written(kind, tongue))


@every
@of_every_kind
def test_every_field_stands_there_with_its_help(kind: Kind, tongue: Tongue) -> None:
    """All of them, in the language of the site, what can be left out as a comment."""
    text = written(kind, tongue)
    missing = [
        tongue.key(one)
        for one in declared((*entry.FIELDS, *kind.fields))
        if not re.search(rf"^#? *(?:- )?{re.escape(tongue.key(one))}:", text, re.MULTILINE)
        or not re.search(rf"^ *# +{re.escape(tongue.key(one))}\W", text, re.MULTILINE)
    ]

    assert [] == missing


@every
@of_every_kind
def test_a_comment_that_is_taken_off_holds_known_keys(kind: Kind, tongue: Tongue) -> None:
    """What is commented out is right as it stands."""
    text = re.sub(r"^# ( *(?:- )?[\w ]+:)$", r"\1", written(kind, tongue), flags=re.MULTILINE)

    assert text != written(kind, tongue)
    assert [] == problems(kind, text)


@every
@of_every_kind
def test_a_draft_that_is_called_ready_hears_what_it_lacks(kind: Kind, tongue: Tongue) -> None:
    """Empty required fields are named, each at its own line, and nothing else is."""
    text = written(kind, tongue).replace("状态: 草稿\n", "").replace("status: draft\n", "")
    lines = text.split("\n")
    found = problems(kind, text)

    assert {"key/empty"} <= {code for code, _ in found} <= {
        "key/empty", "key/missing", "body/empty", "ledger/no-amount", "benefit/nothing",
    }  # fmt: skip
    assert lines.index(f"{tongue.key(entry.FIELDS[0])}:") + 1 in {line for _, line in found}


def test_a_single_unit_is_filled_in() -> None:
    """Nothing is asked that can be known."""
    notice = kinds()[0]

    assert "公开单位: 村委会\n" in written(notice, TONGUES[0], ("村委会",))
    assert "可以写：镇政府、财政所" in written(notice, TONGUES[0])


def test_the_words_of_new_are_the_same_in_both_languages() -> None:
    """A key that one language lacks would leave a field unexplained."""
    assert list(zh.SCAFFOLD) == list(en.SCAFFOLD)

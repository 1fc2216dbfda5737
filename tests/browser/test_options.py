"""The reading options, the keyboard, and a reader who prefers the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import PLAIN, SCRIPTED, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

LABELS = ("大字版", "高对比")


def test_large_type_enlarges_everything_without_a_script(
    read: Callable[..., Reader], path: str
) -> None:
    """And back again."""
    reader = read(PLAIN)
    box = reader.open(path).get_by_label("大字版")
    usual = reader.type_size

    box.check()
    assert reader.type_size >= 1.25 * usual

    box.uncheck()
    assert reader.type_size == usual


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_high_contrast_is_black_on_white_without_a_script(
    read: Callable[..., Reader], path: str, scheme: str
) -> None:
    """Whatever the colours were, also in the dark; and back again."""
    reader = read(PLAIN, scheme=scheme)
    box = reader.open(path).get_by_label("高对比")
    usual = _colours(reader)

    box.check()
    assert _colours(reader) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")

    box.uncheck()
    assert _colours(reader) == usual != ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


@pytest.mark.parametrize("over", ["file", "http"])
def test_the_options_are_remembered_on_every_page_where_scripts_run(
    newcomer: Callable[..., Reader], over: str
) -> None:
    """They hold after a reload and on the next page, until they are taken back."""
    reader = newcomer(Way(over, scripts=True))
    page = reader.open("index.html")
    usual = _looks(reader)
    for label in LABELS:
        page.get_by_label(label).check()
    chosen = _looks(reader)

    page.reload()
    assert _looks(reader) == chosen != usual
    assert all(page.get_by_label(label).is_checked() for label in LABELS)

    reader.open("issues/index.html")
    assert _looks(reader) == chosen

    for label in LABELS:
        page.get_by_label(label).uncheck()
    reader.open("index.html")
    assert _looks(reader) == usual


def test_a_reader_who_prefers_the_dark_gets_it(read: Callable[..., Reader], path: str) -> None:
    """Dark paper, light ink."""
    reader = read(PLAIN)
    page = reader.open(path)
    paper, ink = map(_light, _colours(reader))
    assert paper > ink

    page.emulate_media(color_scheme="dark")
    dark_paper, dark_ink = map(_light, _colours(reader))
    assert dark_ink > dark_paper
    assert paper > dark_paper


@pytest.mark.parametrize("way", [PLAIN, SCRIPTED], ids=str)
def test_the_first_tab_reaches_the_skip_link_which_leads_into_the_text(
    read: Callable[..., Reader], way: Way, path: str
) -> None:
    """It shows itself, and the next stop after it is inside the main part."""
    reader = read(way)
    page = reader.open(path)

    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    box = skip.bounding_box()
    assert skip.inner_text() == "跳到正文"
    assert box
    assert min(box["x"], box["y"]) >= 0

    page.keyboard.press("Enter")
    reader.arrives(f"{path}#main")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


def _looks(reader: Reader) -> tuple[float, str, str]:
    return reader.type_size, *_colours(reader)


def _colours(reader: Reader) -> tuple[str, str]:
    return reader.style("background-color"), reader.style("color", "body")


def _light(colour: str) -> int:
    return sum(int(one) for one in colour.removeprefix("rgb(").removesuffix(")").split(","))

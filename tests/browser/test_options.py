"""The reading options, the keyboard, and a reader who prefers the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Reader, Way

pytestmark = pytest.mark.browser


def test_large_type_enlarges_everything(read: Callable[..., Reader], way: Way, path: str) -> None:
    """The box works without a script, and back again."""
    reader = read(way)
    box = reader.open(path).get_by_label("大字版")
    usual = reader.type_size

    box.check()
    assert reader.type_size >= 1.25 * usual

    box.uncheck()
    assert reader.type_size == usual


def test_high_contrast_is_black_on_white(read: Callable[..., Reader], way: Way, path: str) -> None:
    """Whatever the colours were, also in the dark."""
    reader = read(way, color_scheme="dark")
    box = reader.open(path).get_by_label("高对比")
    usual = _colours(reader)

    box.check()
    assert _colours(reader) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")

    box.uncheck()
    assert _colours(reader) == usual


def test_the_options_are_remembered_on_every_page_where_scripts_run(
    read: Callable[..., Reader], way: Way
) -> None:
    """They hold after a reload and on the next page, until they are taken back."""
    if not way.scripts:
        pytest.skip("nothing is remembered without scripts")
    reader = read(way)
    page = reader.open("index.html")
    usual = reader.type_size, _colours(reader)

    for label in ("大字版", "高对比"):
        page.get_by_label(label).check()
    chosen = reader.type_size, _colours(reader)
    assert chosen != usual

    page.reload()
    assert (reader.type_size, _colours(reader)) == chosen
    assert page.get_by_label("大字版").is_checked()
    assert page.get_by_label("高对比").is_checked()

    reader.open("issues/index.html")
    assert (reader.type_size, _colours(reader)) == chosen

    for label in ("大字版", "高对比"):
        page.get_by_label(label).uncheck()
    reader.open("index.html")
    assert (reader.type_size, _colours(reader)) == usual


def test_a_reader_who_prefers_the_dark_gets_it(
    read: Callable[..., Reader], way: Way, path: str
) -> None:
    """Dark paper, light ink."""
    reader = read(way, color_scheme="light")
    page = reader.open(path)
    paper, ink = map(_light, _colours(reader))
    assert paper > ink

    page.emulate_media(color_scheme="dark")
    dark_paper, dark_ink = map(_light, _colours(reader))
    assert dark_paper < dark_ink
    assert dark_paper < paper


def test_the_first_tab_reaches_the_skip_link_which_leads_into_the_text(
    read: Callable[..., Reader], way: Way, path: str
) -> None:
    """It shows itself, and the next stop after it is inside the main part."""
    reader = read(way)
    page = reader.open(path)

    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "跳到正文"
    box = skip.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["x"] >= 0

    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


def _colours(reader: Reader) -> tuple[str, str]:
    return reader.style("background-color"), reader.style("color", "body")


def _light(colour: str) -> int:
    return sum(int(one) for one in colour.removeprefix("rgb(").removesuffix(")").split(","))

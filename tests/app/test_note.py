"""The note of a build: what it believes of the live site has to be so."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.app import prepare
from generator.app.build import build
from generator.app.note import Note
from generator.app.order import Order
from generator.edge import clock, disk, exchange, receipts, system, untouched
from generator.edge.ourselves import version
from generator.edge.project import project_at, store_of
from generator.edge.store import Store
from generator.model.receipt import Receipt
from generator.values.digest import sha256
from tests.laws.village import BASE, FINANCE, write

PAGE = "changes.html"
RECEIPT = Receipt("publish", "2026-03-15T09:00:00+08:00", "li", "web", 1, "591c", 1, 0, 0, 9)


@pytest.fixture(name="order")
def _order(tmp_path: Path) -> Order:
    """A site that was built, and how it is asked for."""
    write(tmp_path, BASE)
    order = Order(project_at("content", None, str(tmp_path)), None, 1)
    build(order)
    return order


def digests(order: Order) -> dict[str, str]:
    """What stands in the site now."""
    root = Path(order.project.output)
    files = (one for one in root.rglob("*") if one.is_file())
    return {one.relative_to(root).as_posix(): sha256(one.read_bytes()) for one in files}


def edit(order: Order) -> None:
    """One more paragraph."""
    source = next(Path(order.project.content).glob("affairs/*/*.md"))
    source.write_text(source.read_text("utf-8").rstrip() + "\n\n又一段。\n", "utf-8")


def test_a_site_as_it_was_left_is_intact(order: Order) -> None:
    """All of it; and nothing of another program's, or where nothing is to be remembered."""
    left = digests(order)
    clean = Order(order.project, None, 1, is_clean=True)

    assert left == Note(order, version()).intact(left)
    assert {} == Note(order, "another").intact(left) == Note(clean, version()).intact(left)


def test_a_change_in_place_is_noticed_though_size_and_time_are_put_back(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file's other time tells, also when no file is young any more."""
    left, page = digests(order), Path(order.project.output) / PAGE
    later = clock.instant() + 10**10
    untouched.settle(order.project.cache, untouched.note(order.project.cache), later)
    was = page.stat()
    page.write_bytes(b"x" * was.st_size)
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))
    monkeypatch.setattr(untouched, "digest_of", lambda _: "")

    assert left.keys() - {PAGE} == Note(order, version()).intact(left).keys()


def test_files_too_young_to_tell_are_read(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds something else, however it looks, is not believed."""
    left = digests(order)
    read = untouched.digest_of
    monkeypatch.setattr(
        untouched, "digest_of", lambda path: "" if path.endswith(PAGE) else read(path)
    )

    assert left.keys() - {PAGE} == Note(order, version()).intact(left).keys()


def test_after_a_short_way_only_the_last_files_are_read(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody had any of them before the last was made; a hand in the others shows in their looks."""
    probe = Path(order.project.cache) / "probe"
    probe.write_bytes(b"")

    def slow(work: Callable[..., None]) -> Callable[..., None]:
        def slowly(*given: Any) -> None:
            was = probe.stat().st_mtime_ns
            while probe.stat().st_mtime_ns == was:  # until the disk's clock has gone on
                probe.write_bytes(b"x")
            work(*given)

        return slowly

    for module, name in ((disk, "write"), (disk, "replace"), (system, "exchange")):
        monkeypatch.setattr(module, name, slow(getattr(module, name)))
    for _ in range(2):
        edit(order)
        written = build(order).written or ()
        doubts = untouched.note(order.project.cache)["doubtful"]["output"]
        assert {*doubts} <= {*digests(order)}
        assert len([path for path in doubts if path in written]) == 1

    assert Note(order, version()).holds()
    page = Path(order.project.output) / next(path for path in written if path not in doubts)
    page.write_bytes(b"x" * page.stat().st_size)
    assert not Note(order, version()).holds()


def test_after_a_short_way_the_long_one_finds_the_site_intact(order: Order) -> None:
    """So that the next deletion or setting does not make everything anew."""
    edit(order)
    build(order)
    left = digests(order)

    assert left == Note(order, version()).intact(left)


def test_an_edit_after_a_build_that_knew_nothing_leaves_the_site_whole(order: Order) -> None:
    """Nothing was written, and what stands beside the site since the first build is empty."""
    build(replace(order, is_clean=True))
    left = digests(order)
    edit(order)
    build(order)

    assert left.keys() == digests(order).keys()


def test_both_sites_are_known_to_another_order_too(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or on another day: what they share is not read again, and the next edit goes the short way."""
    edit(order)
    build(order)
    strict = replace(order, strict=True)
    left = digests(order)
    known = Note(strict, version()).alike(frozenset(left))
    undo = Path(store_of(order.project).retired)
    differing = {path for path in left if sha256((undo / path).read_bytes()) != left[path]}

    assert differing
    assert differing == left.keys() - known
    assert () == build(strict).written
    edit(order)
    monkeypatch.setattr(prepare, "draw", None)
    assert build(strict).written


def test_a_hand_in_the_site_before_is_known_of(order: Order) -> None:
    """Nothing is believed of it then, on whatever way."""
    edit(order)
    build(order)
    (Path(store_of(order.project).retired) / PAGE).write_text("x", "utf-8")

    assert frozenset() == Note(order, version()).alike(frozenset(digests(order)))


def test_a_hand_in_the_site_that_is_being_replaced_is_known_of(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was as it was left when the build began, and no more when it has become the one before."""
    category = Path(order.project.content) / "finance/category.yaml"
    category.write_text(FINANCE.replace("每月", "按月"), "utf-8")
    whole = prepare.draw

    def meddled(*given: Any) -> prepare.Prepared:
        made = whole(*given)
        (Path(order.project.output) / PAGE).write_text("x", "utf-8")
        return made

    monkeypatch.setattr(prepare, "draw", meddled)
    written = build(order).written

    assert written
    assert PAGE not in written
    assert frozenset() == Note(order, version()).alike(frozenset(digests(order)))


def numbers(root: str) -> dict[str, int]:
    """What the disk calls each file of a tree."""
    files = (one for one in Path(root).rglob("*") if one.is_file())
    return {one.relative_to(root).as_posix(): one.stat().st_ino for one in files}


@pytest.fixture(name="edited")
def _edited(order: Order, monkeypatch: pytest.MonkeyPatch) -> Order:
    """After its first edit, for which the long way was barred; nothing is young any more."""
    edit(order)
    with monkeypatch.context() as there:
        there.setattr(prepare, "draw", None)
        assert build(order).written
    later = clock.instant() + 10**10
    untouched.settle(order.project.cache, untouched.note(order.project.cache), later)
    return order


def test_the_first_edit_makes_the_second_site_of_the_files_of_the_first(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the short way; the site before is what it was, and shares all that did not change."""
    left = digests(order)
    monkeypatch.setattr(prepare, "draw", None)
    edit(order)
    written = build(order).written

    assert written
    undo = store_of(order.project).retired
    assert left == {
        path: sha256((Path(undo) / path).read_bytes()) for path in numbers(order.project.output)
    }
    live, before = numbers(order.project.output), numbers(undo)
    assert {*written} == {path for path in live if live[path] != before[path]}


def test_after_a_long_way_too_both_sites_share_what_did_not_change(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next edit goes the short way, whose looks rest on that."""
    category = Path(order.project.content) / "finance/category.yaml"
    category.write_text(FINANCE.replace("每月", "按月"), "utf-8")
    written = build(order).written
    live, before = numbers(order.project.output), numbers(store_of(order.project).retired)

    assert written
    assert {*written} == {path for path in live if live[path] != before[path]}
    assert untouched.note(order.project.cache)["shared"]
    monkeypatch.setattr(prepare, "draw", None)
    edit(order)
    assert build(order).written


def test_where_the_disk_knows_no_second_name_the_second_site_is_of_copies(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And everything is looked at."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(prepare, "draw", None)
    for _ in range(2):
        edit(order)
        assert build(order).written

        live, before = numbers(order.project.output), numbers(store_of(order.project).retired)
        assert not {*live.values()} & {*before.values()}
        assert not untouched.note(order.project.cache)["shared"]


def test_a_hand_in_a_file_of_both_sites_is_made_good(edited: Order) -> None:
    """It was written into in place, by one of its names, and is as young as it was."""
    left = digests(edited)
    page = Path(store_of(edited.project).retired) / PAGE
    was = page.stat()
    page.write_bytes(b"x" * was.st_size)
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert left != digests(edited)

    assert (PAGE,) == build(edited).written
    assert left == digests(edited)


def test_a_hand_while_an_edit_is_committed_is_found_by_the_next_build(
    edited: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another did is not taken for ours."""
    show = exchange.show

    def meddled(store: Store, *given: Any) -> bool:
        (Path(store.output) / PAGE).write_text("x", "utf-8")
        return show(store, *given)

    with monkeypatch.context() as there:
        there.setattr(exchange, "show", meddled)
        edit(edited)
        assert PAGE not in (build(edited).written or ())

    assert build(edited).written == (PAGE,)


def test_a_receipt_is_no_change_and_anything_else_beside_it_is(order: Order) -> None:
    """The program's own record is shown nowhere; what a person puts there is named."""
    receipts.add(order.project.content, RECEIPT)
    assert Note(order, version()).report() is not None
    receipts.add(order.project.content, RECEIPT)
    assert Note(order, version()).report() is not None
    assert 0 == build(order).exit_code

    (Path(order.project.content) / "records/notes.txt").write_text("别人的", "utf-8")
    assert Note(order, version()).report() is None
    assert ["file/folder-unknown"] == [one.code for one in build(order).problems]

"""The law of a preview: whatever was saved, broken and mended, it is a clean one of what is right.

A clean one remembers nothing. So it is made of the files as they were last right, as long as what
they rest on is the same; what is told of those that are wrong is told by a clean one of the files as
they are.
"""

import hashlib
import os
import posixpath
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.app import edit as edits
from generator.app import prepare, quick
from generator.app.build import build
from generator.app.making import Making
from generator.app.order import Order, Report
from generator.app.preview import preview_order
from generator.app.texts import Text, settled
from generator.edge import clock
from generator.edge.project import project_at
from generator.read.assemble import Job
from generator.values.problem import Problem
from tests.laws.desk import Desk, forget
from tests.laws.edits import Body, Break, Head, Swap, Title, Write
from tests.laws.office import Step, tree
from tests.laws.scripts import BODIES, ENTRIES, FILES, LOOKS, MARKS, RELATIONS, TEXTS, THEME
from tests.laws.seed import OWN, Files

DRAFTS = (
    "---\n状态: 草稿\n---\n",
    "---\n标题: 草稿\n状态: 草稿\n公布日期: 2026-12-01\n---\n\n见[预算](11-plan/budget.csv)。\n",
    "---\n标题: 草稿\n状态: 草稿\n公开单位: 不存在\n---\n\n# 来源\n\n正文。\n",
    "---\n标题：草稿\n状态: 草稿\n---\n\n正文。\n",
)
CHANGES = "themes/stone/templates/changes.html"
FAILING = OWN.format(name="changes", bring="", text="{{ 1 // 0 }}")
SYNTAX = THEME["templates/changes.html"][1]
DRAFT = "content/affairs/2026/11-draft.md"
DRAFTED = st.sampled_from(DRAFTS).map(lambda text: Write(DRAFT, text))
STEPS = st.builds(
    Step,
    st.lists(
        st.sampled_from(
            [TEXTS, TEXTS, ENTRIES, MARKS, MARKS, RELATIONS, FILES, LOOKS, DRAFTED]
        ).flatmap(lambda family: family),
        min_size=1,
        max_size=3,
    ).map(tuple),
    mended=st.sampled_from([True, True, False]),
)
SCRIPTS = st.lists(STEPS, min_size=2, max_size=6).map(tuple)


@dataclass(frozen=True)
class Seen:
    """A preview: its files by path with their digests, and what it tells."""

    tree: dict[str, str]
    report: Report


def look(folder: Path, today: date) -> Seen:
    """Bring the preview in a folder to what stands there."""
    order = preview_order(Order(project_at("content", None, str(folder)), today, jobs=1))
    report = build(order)
    return Seen(tree(folder / ".cache/preview/site"), report)


@dataclass
class Clean:
    """Previews without memory, each made once."""

    folder: Path
    made: dict[str, Seen] = field(default_factory=dict, repr=False)

    def of(self, files: Files, today: date) -> Seen:
        """What a preview of these files is."""
        name = hashlib.sha256(repr((sorted(files.items()), today)).encode()).hexdigest()
        if name not in self.made:
            fresh = self.folder / f"clean{len(self.made)}"
            for path, body in files.items():
                (fresh / path).parent.mkdir(parents=True, exist_ok=True)
                (fresh / path).write_bytes(body)
            self.made[name] = look(fresh, today)
            forget(fresh)
        return self.made[name]


@pytest.fixture(name="clean", scope="module")
def _clean() -> Iterator[Clean]:
    with tempfile.TemporaryDirectory(prefix="previews-") as folder:
        yield Clean(Path(folder))


class Office:
    """A desk with a preview, and what was not as it has to be."""

    def __init__(self, folder: Path, clean: Clean) -> None:
        self.desk, self.faults = Desk(folder, coarse=False), list[str]()
        self._clean = clean
        self._right: dict[str, Files] = {}
        self._good = dict(self.desk.files)
        self._hours = 0

    def work(self, steps: tuple[Step, ...]) -> None:
        """Do every step; end at the first that is not right."""
        with ExitStack() as stack:
            stack.enter_context(patch.object(clock, "now", self._later))
            stack.enter_context(
                patch.object(clock, "instant", lambda: int(self._later().timestamp() * 10**9))
            )
            for step in (Step(()), *steps):
                self._step(step)
                if self.faults:
                    break

    def _later(self) -> datetime:
        return datetime.now(UTC) + timedelta(hours=self._hours)

    def _step(self, step: Step) -> None:
        desk = self.desk
        for edit in step.edits:
            edit.do(desk)
        desk.write()
        self._hours += 1
        before = tree(desk.folder / ".cache/preview/site")
        bare = self._clean.of(desk.files, desk.today)
        wrong = {one.source: one.address for one in bare.report.desk if one.state == "broken"}
        files = dict(desk.files)
        for source, address in wrong.items():
            if address in bare.tree and self._holds(source):
                files |= self._right[source]
        right = self._clean.of(files, desk.today)
        seen = look(desk.folder, desk.today)
        self._compare(seen, Wanted(right, bare, frozenset(wrong)), before)
        self._learn({*wrong})
        if bare.report.exit_code == 0:
            self._good = dict(desk.files)
        elif step.mended:
            desk.files = dict(self._good)

    def _holds(self, source: str) -> bool:
        """Whether a text was right once, and all that it rests on is as it was then."""
        known = self._right.get(source, {})
        return bool(known) and all(
            self.desk.files.get(path) == body
            for path, body in known.items()
            if posixpath.splitext(path)[0] != posixpath.splitext(source)[0]
        )

    def _learn(self, wrong: set[str]) -> None:
        """Know every text as it was last right, with all that it rests on."""
        files = self.desk.files
        ground = {path: body for path, body in files.items() if _is_ground(path)}
        for source in [*self._right]:
            if source not in files or (source in wrong and not self._holds(source)):
                del self._right[source]
        for source in files.keys() - wrong:
            if source.endswith((".md", ".yaml")):
                own = {path: body for path, body in files.items() if _belongs(path, source)}
                self._right[source] = ground | own

    def _compare(self, seen: Seen, wanted: "Wanted", before: dict[str, str]) -> None:
        is_drawn = wanted.bare.report.written is not None
        expected = wanted.right.tree if is_drawn else before
        for path in sorted({*seen.tree, *expected}):
            if seen.tree.get(path) != expected.get(path):
                self.faults.append(f"{path} is another")
        if (seen.report.written is not None) != is_drawn:
            self.faults.append(f"drawn: {not is_drawn}")
        if is_drawn and {*seen.report.problems} != wanted.problems:
            self.faults.append(f"told {seen.report.problems}\nnot {wanted.problems}")
        if is_drawn and _plain(seen.report) != wanted.marks:
            self.faults.append(f"marks {_plain(seen.report)}\nnot {wanted.marks}")


@dataclass(frozen=True)
class Wanted:
    """What is to be seen of what is `right`, and told by the `bare` files of those that are `wrong`."""

    right: Seen
    bare: Seen
    wrong: frozenset[str]

    @property
    def problems(self) -> set[Problem]:
        """What is to be told."""
        kept = {one for one in self.right.report.problems if not self._is_wrong(one.place.path)}
        return kept | {one for one in self.bare.report.problems if self._is_wrong(one.place.path)}

    @property
    def marks(self) -> set[object]:
        """What is to be marked."""
        kept = {one for one in _plain(self.right.report) if one[0] not in self.wrong}
        return kept | {one for one in _plain(self.bare.report) if one[0] in self.wrong}

    def _is_wrong(self, path: str) -> bool:
        return any(_belongs(path, one) for one in self.wrong)


def _plain(report: Report) -> set[tuple[object, ...]]:
    return {(one.source, one.state, one.on, one.problems) for one in report.desk}


def _is_ground(path: str) -> bool:
    """Whether texts rest on a file."""
    return path == "content/site.yaml" or path.endswith("/category.yaml") or "/calendar/" in path


def _belongs(path: str, source: str) -> bool:
    """Whether a file is a text or lies beside it under its name."""
    stem = posixpath.splitext(source)[0]
    return path == source or path.startswith((f"{stem}.", f"{stem}/"))


def at_work(steps: tuple[Step, ...], clean: Clean) -> list[str]:
    """What was not as it has to be."""
    with tempfile.TemporaryDirectory(prefix="desk-", dir=clean.folder) as folder:
        office = Office(Path(folder), clean)
        office.work(steps)
    return office.faults


def _said(name: str, text: str, *, draft: bool = False) -> Write:
    """A notice that says so."""
    status = "状态: 草稿\n" if draft else ""
    head = f"---\n标题: 关于{name}\n{status}公布日期: 2026-11-20\n公开单位: 村委会\n---\n"
    return Write(f"content/affairs/2026/11-{name}.md", f"{head}\n{text}\n")


FOUND: dict[str, tuple[Step, ...]] = {
    "broken, edited beside, mended": (
        Step((Break(1, "yaml"),), mended=False),
        Step((Body(2, BODIES[1]),), mended=False),
        Step((Title(2, "新"),), mended=True),
        Step((Body(1, BODIES[1]),)),
    ),
    "never right": (
        Step((Write(DRAFT, DRAFTS[3]), Break(1, "bytes")), mended=False),
        Step((Write(DRAFT, DRAFTS[0]),), mended=False),
        Step((Write(DRAFT, DRAFTS[1]),), mended=False),
        Step((Write(DRAFT, DRAFTS[3]),), mended=False),
    ),
    "broken, and the settings change": (
        Step((Break(1, "unit"),), mended=False),
        Step(
            (Swap("content/site.yaml", "名称: 石桥村村务监督委员会", "名称: 监督小组"),),
            mended=False,
        ),
        Step((Title(2, "新"),), mended=False),
    ),
    "a draft becomes public while another names it": (
        Step((_said("a", "见[那一条](11-b.md)。"), _said("b", "正文。", draft=True)), mended=False),
        Step((_said("b", "另一句。", draft=True),), mended=False),
        Step((_said("b", "正文。"),), mended=False),
        Step((_said("b", "正文。", draft=True),), mended=False),
    ),
    "a page fails when it is drawn, and an edit meanwhile": (
        Step((Write(CHANGES, FAILING),), mended=False),
        Step((_said("a", "正文。"),), mended=False),
        Step((_said("a", "另一句。"),), mended=False),
        Step((Write(CHANGES, None),), mended=False),
    ),
    "a template that cannot be read, and an edit meanwhile": (
        Step((_said("a", "正文。"), Write(CHANGES, SYNTAX)), mended=False),
        Step((_said("a", "另一句。"),), mended=False),
        Step((Write(CHANGES, None),), mended=False),
    ),
    "a dead link, and headings that come and go": (
        Step((_said("a", "见[那一条](11-b.md#来源)。"), _said("b", "正文。")), mended=False),
        Step((_said("b", "# 来源\n\n正文。"),), mended=False),
        Step((_said("b", "# 去向\n\n正文。"),), mended=False),
    ),
    "what was internal breaks": (
        Step((_said("a", "正文。"), Head(1, "公开范围", "公开范围: 内部\n")), mended=False),
        Step((Break(1, "yaml"),), mended=False),
        Step((Break(1, "bytes"),), mended=False),
    ),
}
"""Scripts that are done first, by what they are about."""


@pytest.mark.parametrize("name", FOUND)
def test_after_a_known_script_a_preview_is_a_clean_one(clean: Clean, name: str) -> None:
    """What may easily go wrong."""
    assert [] == at_work(FOUND[name], clean)


@settings(max_examples=int(os.environ.get("GONGKAI_SCRIPTS", "25")))
@given(steps=SCRIPTS)
def test_after_any_script_a_preview_is_a_clean_one(clean: Clean, steps: tuple[Step, ...]) -> None:
    """Pages, what is told, and marks."""
    assert [] == at_work(steps, clean)


def _forgetful(text: Text, job: Job, before: Text | None) -> Text:
    """Shows what was right, whatever it rests on."""
    if before:
        before = before._replace(key=f"{before.key.split()[0]} {text.key.split()[1]}")
    return settled(text, job, before)


CAUGHT = {
    "a fault is remembered as sound": (
        (Making, "sound", property(lambda self: self.steps)),
        "a page fails when it is drawn, and an edit meanwhile",
    ),
    "what was right, whatever it rests on": (
        (prepare, "settled", _forgetful),
        "broken, and the settings change",
    ),
    "a draft that becomes public is nothing new": (
        (edits.Edit, "keeps_waiting", True),
        "a draft becomes public while another names it",
    ),
    "headings may come while links are dead": (
        (quick, "bool", lambda _: False),
        "a dead link, and headings that come and go",
    ),
}


@pytest.mark.parametrize("name", CAUGHT)
def test_a_preview_that_is_wrong_is_found(
    clean: Clean, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each in its own way."""
    (owner, attribute, fault), script = CAUGHT[name]
    monkeypatch.setattr(owner, attribute, fault, raising=False)

    assert [] != at_work(FOUND[script], clean)

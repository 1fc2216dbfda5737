"""Steps taken and their pages drawn, here or by workers; what comes back is small."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.app import wiring
from generator.exports import manifest
from generator.exports.manifest import Row
from generator.plan.frame import Frame
from generator.plan.pages import Page
from generator.plan.questions import Question
from generator.plan.steps import Fact, Step
from generator.render.templates import draw
from generator.render.theme import Theme
from generator.values.digest import of_value, sha256
from generator.values.problem import Problem


class Known(NamedTuple):
    """A page as it stands in the live site: the digest of its value, and its row."""

    value: str
    row: Row


class Taken(NamedTuple):
    """A step and what came of it, on its way back from a worker.

    `values` are the digests of its pages' values by address; `bodies` hold no page that is known
    to stand already. `brought` are addresses of files as people brought them, with their sources.
    """

    step: Step
    asked: tuple[Question, ...]
    facts: tuple[tuple[Question, Fact], ...]
    rows: tuple[Row, ...]
    values: dict[str, str]
    bodies: dict[str, bytes]
    brought: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


class Bench:
    """What it takes to take steps: the frame, the theme, and which pages need not be drawn."""

    def __init__(self, frame: Frame, theme: Theme, folder: str, known: Mapping[str, Known]) -> None:
        self.frame, self.theme, self.folder, self.known = frame, theme, folder, known
        self._chromes: dict[int, tuple[object, str]] = {}

    def take(self, step: Step) -> Taken:
        """Take a step."""
        self.frame.asked = set()
        made = wiring.take(self.frame, step)
        rows: list[Row] = []
        values: dict[str, str] = {}
        bodies: dict[str, bytes] = {}
        problems: list[Problem] = []
        for page in made.pages:
            values[page.path] = value = self._digest(page)
            known = self.known.get(page.path)
            if known and known.value == value:
                rows.append(self._row(step, page.path, known.row.sha256, known.row.size))
                continue
            drawn = draw(self.theme, page)
            problems += drawn.problems
            if drawn.value is not None:
                bodies[page.path] = drawn.value
                rows.append(self._row(step, page.path, sha256(drawn.value), len(drawn.value)))
        for file in made.files:
            bodies[file.path] = file.body
            rows.append(self._row(step, file.path, sha256(file.body), len(file.body)))
        return Taken(
            step,
            tuple(self.frame.asked - {question for question, _ in made.facts}),
            made.facts,
            tuple(rows),
            values,
            bodies,
            tuple((one.path, one.source) for one in made.brought),
            tuple(problems),
        )

    def _row(self, step: Step, path: str, digest: str, size: int) -> Row:
        """A file's row; an entry's own page and those at its old addresses say whose they are."""
        if step[0] != "entry":
            return Row(path, digest, size)
        line = self.frame.register.by_address[str(step[1])]
        source = line.source.removeprefix(f"{self.folder}/")
        title = self.frame.entry(line.address).title
        shard = manifest.shard_of(line.category, line.day[:4])
        if path == line.address:
            return Row(path, digest, size, shard, title, source)
        if path in line.names:
            return Row(path, digest, size, manifest.SITE, title, source)
        return Row(path, digest, size, shard)

    def _digest(self, page: Page) -> str:
        """The digest of a page's value, and so of all that its template can see."""
        chrome = page.chrome
        found = self._chromes.get(id(chrome))
        if found is None or found[0] is not chrome:
            found = self._chromes[id(chrome)] = chrome, of_value(chrome)
        parts = [getattr(page, name) for name in page.__slots__ if name != "chrome"]
        return of_value((type(page).__name__, found[1], parts))

"""Steps taken and their pages drawn, here or by workers; what comes back is small."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from generator.app import wiring
from generator.app.apart import Told, apart_of, packed
from generator.exports import manifest
from generator.exports.manifest import Row
from generator.plan.frame import Frame
from generator.plan.pages import Page
from generator.plan.questions import Question
from generator.plan.steps import Fact, Said, Step, said_by
from generator.render import qr
from generator.render.templates import TEMPLATE_OF, draw
from generator.render.theme import Theme
from generator.values.digest import sha256
from generator.values.problem import Problem
from generator.values.read import Read


class Put(Protocol):
    """Where a file goes as soon as it is made."""

    def __call__(self, path: str, body: bytes, *, is_new: bool = False) -> None:
        """A file by its address; it `is_new` where the live site is known not to have it like that."""


def nowhere(path: str, body: bytes, *, is_new: bool = False) -> None:
    """Where the files of a check go."""
    del path, body, is_new


class Taken(NamedTuple):
    """A step and what came of it, on its way back from a worker.

    `apart` are those of its facts that are kept apart, packed, `facts` the others. `rows` are its
    files, `brought` those that stay as people brought them, with their sources; `pages` is how many of
    the files are pages, `drawn` names their templates; `codes` were drawn for the first time.
    """

    step: Step
    asked: tuple[Question, ...]
    facts: tuple[tuple[Question, Fact], ...]
    apart: tuple[tuple[Question, Told], ...]
    rows: tuple[Row, ...]
    pages: int
    brought: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    codes: qr.Codes
    drawn: tuple[str, ...]


class Bench:
    """What it takes to take steps: the frame, the theme, and where files are `put`.

    `folder` is what sources begin with. In a preview a page that cannot be drawn says so. What
    entries' pages say is noted in `said`, if there is any.
    """

    def __init__(
        self,
        frame: Frame,
        theme: Theme,
        folder: str,
        put: Put = nowhere,
        *,
        is_preview: bool = False,
    ) -> None:
        self.frame, self.theme, self.folder, self.put = frame, theme, folder, put
        self._is_preview = is_preview
        self.said: dict[Step, Said] | None = None

    def draw(self, page: Page) -> Read[bytes]:
        """A page as the theme draws it, or what is wrong with it; a preview says that in its place."""
        drawn = draw(self.theme, page)
        if drawn.value is not None or not self._is_preview:
            return drawn
        from generator.app.mistake import mistake_page  # noqa: PLC0415 - a build does without

        template, language = TEMPLATE_OF[type(page)], self.frame.site.settings.language
        stand_in = mistake_page(drawn.problems[0], page.path, template, language)
        return Read(stand_in, drawn.problems)

    def take(self, step: Step) -> Taken:
        """Take a step, its pages drawn and its files put where they belong."""
        self.frame.asked = set()
        made = wiring.take(self.frame, step)
        facts = dict(made.facts)
        asked = tuple(sorted(self.frame.asked - facts.keys()))
        apart = [(one, packed(one[0], facts.pop(one))) for one in apart_of(step) if one in facts]
        if self.said is not None:
            self.said[step] = said_by(made.pages)
        drawn = [(page.path, self.draw(page)) for page in made.pages]
        bodies = {path: one.value for path, one in drawn if one.value is not None}
        bodies |= {file.path: file.body for file in made.files}
        self._finish(step, bodies)
        return Taken(
            step,
            asked,
            (*facts.items(),),
            (*apart,),
            (*self._rows(step, bodies),),
            len(made.pages),
            tuple((one.path, one.source) for one in made.brought),
            tuple(problem for _, one in drawn for problem in one.problems),
            qr.fresh(),
            tuple(sorted({TEMPLATE_OF[type(page)] for page in made.pages})),
        )

    def _finish(self, step: Step, bodies: dict[str, bytes]) -> None:
        """Put the files where they belong; what they were made of is not needed again."""
        for path, body in bodies.items():
            self.put(path, body)
        if len(step) > 1:
            self.frame.release(str(step[1]), bodies)

    def _rows(self, step: Step, bodies: dict[str, bytes]) -> Iterator[Row]:
        """The rows of its files; an entry's own page and those at its old addresses say whose they are."""
        if step[0] != "entry":
            yield from (Row(path, sha256(body), len(body)) for path, body in bodies.items())
            return
        line = self.frame.register.line(str(step[1]))
        assert line
        source = line.source.removeprefix(f"{self.folder}/")
        title = self.frame.card(line.address).title
        shard = manifest.shard_of(line.category, line.day[:4])
        for path, body in bodies.items():
            digest, size = sha256(body), len(body)
            if path == line.address:
                yield Row(path, digest, size, shard, title, source)
            elif path in line.names:
                yield Row(path, digest, size, manifest.SITE, title, source)
            else:
                yield Row(path, digest, size, shard)

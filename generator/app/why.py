"""Why: how a file of the site came to be made last, or what became of a source. Nothing is written."""

import os.path
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Literal, NamedTuple

from generator.app.done import Done
from generator.app.dress import why_drawn
from generator.app.order import Order
from generator.app.past import Past
from generator.app.prepare import Live, Prepared, prepare
from generator.app.reasons import Names, Reasons, Said
from generator.edge import disk
from generator.edge.cache import Closed
from generator.edge.clock import Stopwatch
from generator.edge.ourselves import version
from generator.edge.project import Project, demand_places, live_reader, path_inside, store_of
from generator.engine.memory import ForgottenError, Memory
from generator.exports import manifest
from generator.model.entry import Entry
from generator.model.standing import Standing
from generator.plan.questions import Question
from generator.plan.steps import Step
from generator.read.assemble import APART, FILES, find_category, find_settings
from generator.read.litter import is_litter
from generator.values.dataclass import dataclass, replace
from generator.values.digest import sha256
from generator.values.place import Place
from generator.values.problem import Problem
from generator.values.source_file import SourceFile
from generator.values.text import nearest

ENDINGS = (".md", ".yaml", ".yml", ".MD", ".YAML", ".YML")
"""What the name of a text ends in."""
Register = Mapping[str, tuple[Any, ...]]
"""The lines of entries by address, each with the mark of its reading at the end."""
Root = Literal["output", "content", "themes"]


class Spot(NamedTuple):
    """Where a typed path may lead: into which folder of the project, and to which path in it."""

    root: Root
    path: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be said of `path`, as it is named from the project folder.

    `what` and `because` are told of a file that a step made, with the question that was answered
    otherwise; `since` is whether it was `changed` or is `missing` since. `problems` are those of
    a source that is wrong, `part` is a file that shares the lot of `path`.
    """

    path: str
    said: Said
    what: Said | None = None
    because: Said | None = None
    question: Question = ()
    since: str = ""
    problems: tuple[Problem, ...] = ()
    part: str = ""


def why(order: Order, typed: str, here: str) -> Answer | Problem:
    """The answer for a path that a person typed in the folder `here`; a problem where there is none."""
    demand_places(order.project)
    memory = Memory(Closed(order.project.cache), version())
    try:
        return _answer(order, Past(memory), typed, here)
    except ForgottenError:
        return _answer(order, Past(memory.blank()), typed, here)


def _answer(order: Order, past: Past, typed: str, here: str) -> Answer | Problem:
    spots = tuple(dict.fromkeys(_spots(order.project, typed, here)))
    site, content = _Output(order.project, past), _Content(order, past)
    for one in spots:
        found = site.answer(one.path) if one.root == "output" else content.answer(one)
        if found:
            return found
    texts = (content.source_of(one.path) for one in spots if one.root == "output")
    source = next(filter(None, texts), None)
    if source:
        return content.of_source(source)
    shown = [_shown(order.project, one) for one in spots]
    return _nothing(typed, shown, [*site.paths(), *content.paths()])


def _nothing(typed: str, shown: list[str], known: list[str]) -> Problem:
    """That nothing stands there, with the path that was probably meant: one of the same ending first."""
    found = [near for one in shown or [typed] if (near := nearest(one, known))]
    ending = posixpath.splitext(typed)[1]
    near = min(found, key=lambda one: not one.endswith(ending), default="")
    return Problem("usage/path", Place("build.py"), (("value", typed), ("near", near)))


def _spots(project: Project, typed: str, here: str) -> Iterator[Spot]:
    """Where the path may lead: from here, in the project, in the site, in the content."""
    roots: dict[Root, str] = {
        "output": project.output,
        "content": project.content,
        "themes": project.themes,
    }
    beside = map(os.path.dirname, (project.content, project.output))
    bases = (here, *beside, project.output, project.content)
    for word in dict.fromkeys((typed, typed.replace("\\", "/"))):
        for base in bases:
            path = os.path.normpath(os.path.join(base, word))
            for root, folder in roots.items():
                inside = path_inside(folder, path)
                if inside is not None:
                    yield Spot(root, inside)


def _shown(project: Project, spot: Spot) -> str:
    """The path as it is named from the project folder."""
    folder = {"output": project.output, "content": project.content, "themes": project.themes}
    return posixpath.join(os.path.basename(folder[spot.root]), spot.path).rstrip("/")


def _kind(folder: str, path: str) -> str | None:
    """What stands there; nothing where a name is none that the system can have."""
    try:
        return disk.kind(f"{folder}/{path}" if path else folder)
    except OSError:
        return None


def _folder(shown: str) -> Problem:
    return Problem("usage/folder", Place("build.py"), (("value", shown),))


class _Output:
    """The files of the site, as the last build remembers them."""

    def __init__(self, project: Project, past: Past) -> None:
        self._project, self._past = project, past
        self._live = past.digests()

    @property
    def _made(self) -> dict[str, tuple[Step, Done]]:
        """Each file of a step, with it."""
        return {
            row.path: (step, done) for step, done in self._past.done().items() for row in done.rows
        }

    def paths(self) -> Iterator[str]:
        """Every file that we made, as it is named from the project folder."""
        return (self._named(one) for one in sorted(self._live))

    def answer(self, path: str) -> Answer | Problem | None:
        """Why the file there was made last; nothing where none stands and none was made."""
        kind = _kind(self._project.output, path)
        if kind == "folder":
            return self.answer(posixpath.join(path, "index.html")) or _folder(self._named(path))
        if path in self._live:
            return self._known(path)
        if kind is None:
            return None
        facts = (("value", self._named(path)),)
        if not self._live:
            return Problem("usage/no-memory", Place("build.py"), facts)
        return Problem("usage/not-ours", Place("build.py"), facts)

    def _known(self, path: str) -> Answer:
        """A file of the last build: of a step, or one that is made at every build."""
        shown, since = self._named(path), self._since(path)
        found = self._made.get(path)
        if not found:
            shards = posixpath.dirname(manifest.address(manifest.SITE))
            is_list = path == manifest.ROOT or posixpath.dirname(path) == shards
            return Answer(shown, Said("every_manifest" if is_list else "every_asset"), since=since)
        step, done = found
        reasons = Reasons(self._past, _names(self._project))
        asked = why_drawn(self._past.memory, done)
        what, because = reasons.what(step, path), reasons.because(step, asked)
        return Answer(shown, Said("made"), what, because, asked, since)

    def _since(self, path: str) -> str:
        """What became of the file since it was made."""
        try:
            body = disk.read(posixpath.join(self._project.output, path))
        except OSError:
            return "missing"
        return "" if sha256(body) == self._live[path] else "changed"

    def _named(self, path: str) -> str:
        return _shown(self._project, Spot("output", path))


def _names(project: Project) -> Names:
    """What categories and units are called, from the settings as they are now, if they can be read."""
    files = list(_files(project, ["site.yaml"]))
    settings = find_settings(files, project.folder).value
    if settings is None:
        return Names()
    files += _files(project, [f"{one}/category.yaml" for one in settings.categories])
    found = {one: find_category(files, project.folder, one).value for one in settings.categories}
    return Names(settings, {name: one for name, one in found.items() if one})


def _files(project: Project, paths: Iterable[str]) -> Iterator[SourceFile]:
    """Files of the content folder, those that are there."""
    for path in paths:
        with suppress(OSError):
            yield SourceFile(f"{project.folder}/{path}", disk.read(f"{project.content}/{path}"))


class _Content:
    """The files that people write, as a check finds them now."""

    def __init__(self, order: Order, past: Past) -> None:
        self._order, self._project, self._past = order, order.project, past

    def paths(self) -> Iterator[str]:
        """Every file of the content folder, as it is named from the project folder."""
        found = disk.read_tree(self._project.content)
        return (f"{self._project.folder}/{path}" for path, kind in found if kind != "folder")

    def source_of(self, page: str) -> str:
        """The text that would have its page there, if it stands under that name."""
        stem, ending = posixpath.splitext(page)
        names = [f"{stem}{one}" for one in ENDINGS] if ending == ".html" else []
        return next((one for one in names if _kind(self._project.content, one) == "file"), "")

    def answer(self, spot: Spot) -> Answer | Problem | None:
        """What became of the source there; nothing where none stands."""
        shown = _shown(self._project, spot)
        folder = self._project.themes if spot.root == "themes" else self._project.content
        kind = _kind(folder, spot.path)
        if kind is None:
            return None
        if kind == "folder":
            return _folder(shown)
        return (
            Answer(shown, Said("used_themes"))
            if spot.root == "themes"
            else self.of_source(spot.path)
        )

    def of_source(self, inside: str) -> Answer:
        """What became of the source there, by all that a check would find."""
        reader = live_reader(store_of(self._project))
        built = self._past.kept.lines()
        ready = prepare(self._order, Live(reader, self._past.digests()), self._past, Stopwatch())
        lot = _Lot(self._project, self._past, ready, built)
        return lot.of(f"{self._project.folder}/{inside}")


class _Lot:
    """What becomes of each source of a site that has been read and checked.

    `built` is the register as the last build left it.
    """

    def __init__(self, project: Project, past: Past, ready: Prepared, built: Register) -> None:
        self._project, self._folder = project, project.folder
        self._past, self._ready, self._built = past, ready, built
        self._stops = tuple(one for one in ready.problems if one.severity == "stop")

    def of(self, path: str) -> Answer:
        """The lot of a source: wrong, withheld, public, without a page of its own, or not read."""
        if is_litter(path.removeprefix(f"{self._folder}/")):
            return Answer(path, Said("litter"))
        tries = (self._wrong, self._withheld, self._text, self._along, self._used)
        return next(filter(None, (one(path) for one in tries)), None) or self._unread(path)

    def _wrong(self, path: str) -> Answer | None:
        mine = tuple(one for one in self._stops if one.place.path == path)
        text = self._past.reading(path)
        if not mine and text and text.read.value is None:  # its rows or attachments are wrong
            mine = tuple(one for one in text.read.problems if one.severity == "stop")
        if not mine:
            return None
        return Answer(path, Said("broken", (("n", str(len(mine))),)), problems=mine)

    def _withheld(self, path: str) -> Answer | None:
        tally = self._ready.tally
        found = next((one for one in tally.withheld if one.source == path), None) if tally else None
        if found is None:
            return None
        return Answer(path, Said("withheld", (("reason", found.why), ("until", found.until))))

    def _text(self, path: str) -> Answer | None:
        """A text that is right: its page, and whether what is live is the same."""
        text = self._past.reading(path)
        value = text.read.value if text else None
        if text is None or not isinstance(value, Entry | Standing):
            return None
        built = self._built.get(value.address)
        if built and built[-1] != text.mark:
            return self._public(path, value.address, "newer")
        is_ended = isinstance(value, Entry) and not value.listed
        return self._public(path, value.address, "ended" if is_ended else "published")

    def _public(self, path: str, address: str, key: str) -> Answer:
        """A source that may be public: it is, or is once a build is done, or once others are right."""
        page = ("page", _shown(self._project, Spot("output", address)))
        if address in self._ready.public.paths:
            return Answer(path, Said(key, (page,)))
        if self._stops:
            return Answer(path, Said("blocked", (page, ("n", str(len(self._stops))))))
        return Answer(path, Said("ready", (page,)))

    def _along(self, path: str) -> Answer | None:
        """A file that belongs to a text: it has the text's lot."""
        stems, folder = [posixpath.splitext(path)[0]], posixpath.dirname(path)
        while folder:
            stems.append(folder)
            folder = posixpath.dirname(folder)
        owners = (f"{stem}{one}" for stem in stems for one in ENDINGS)
        owner = next((one for one in owners if one != path and self._past.reading(one)), None)
        return replace(self.of(owner), part=path) if owner else None

    def _used(self, path: str) -> Answer | None:
        """A file without a page: settings, the calendar, the editor's words; or one for the root."""
        first, _, rest = path.removeprefix(f"{self._folder}/").partition("/")
        if first == FILES and rest:
            return self._public(path, rest, "published")
        if first == "site.yaml" or rest == "category.yaml":
            return Answer(path, Said("used_settings"))
        return Answer(path, Said(f"used_{first}")) if rest and first in APART else None

    def _unread(self, path: str) -> Answer:
        """Not looked at, because the file that says where it belongs is wrong."""
        first = path.removeprefix(f"{self._folder}/").partition("/")[0]
        above, own = f"{self._folder}/site.yaml", f"{self._folder}/{first}/category.yaml"
        wrong = {one.place.path for one in self._stops}
        return Answer(path, Said("unread", (("file", own if own in wrong else above),)))

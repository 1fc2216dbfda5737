"""What is found out before a build: by whom is all the same, and nobody's hand is overlooked."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edge import clock, untouched
from generator.edge import survey as module
from generator.edge.inquiry import Inquiry
from generator.edge.looks import Folder, Looks, folder_at, scan
from generator.edge.ourselves import version
from generator.edge.survey import (
    OUTPUT,
    Begun,
    Survey,
    begin,
    bound,
    is_shared,
    trees,
)
from generator.edge.untouched import digest_of

forks = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
needs_links = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows commits file by file, and shares none"
)
HELPERS = [0, pytest.param(1, marks=forks), pytest.param(3, marks=forks)]


def asked(questions: list[Callable[[], bool]], helpers: int, first: int, last: int) -> Inquiry:
    """Ask some of them."""
    inquiry = Inquiry(questions, helpers)
    inquiry.ask(first, last)
    inquiry.ask_no_more()
    return inquiry


@pytest.mark.parametrize("helpers", HELPERS)
def test_every_question_is_answered_once(tmp_path: Path, helpers: int) -> None:
    """By whoever takes it first; those that were not asked are not answered."""

    def question(number: int) -> Callable[[], bool]:
        def answer() -> bool:
            os.close(os.open(tmp_path / str(number), os.O_CREAT | os.O_EXCL))
            return True

        return answer

    inquiry = asked([question(number) for number in range(200)], helpers, 7, 190)

    assert inquiry.answer()
    assert inquiry.answer()
    assert {str(number) for number in range(7, 190)} == {*os.listdir(tmp_path)}


@pytest.mark.parametrize("helpers", HELPERS)
@pytest.mark.parametrize("wrong", [0, 50, 99])
def test_one_no_is_a_no(helpers: int, wrong: int) -> None:
    """Whoever says it, wherever it stands."""
    questions: list[Callable[[], bool]] = [lambda: True] * 100
    questions[wrong] = lambda: False

    assert not asked(questions, helpers, 0, 100).answer()


@forks
def test_a_helper_that_dies_has_said_no() -> None:
    """What it had taken is not known."""
    here = os.getpid()
    said: list[int] = []

    def die() -> bool:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        said.append(1)
        return True

    inquiry = Inquiry([die] * 100, 2)
    inquiry.ask(0, 100)
    inquiry.ask_no_more()
    for helper in inquiry.helpers:
        os.waitid(os.P_PID, helper, os.WEXITED | os.WNOWAIT)

    assert not inquiry.answer()
    assert 98 == len(said)


@pytest.mark.parametrize("helpers", HELPERS)
def test_the_first_questions_are_answered_one_by_one(helpers: int) -> None:
    """Whoever answers; and they are no part of the answer to the others."""
    first = [lambda number=number: number % 3 != 0 for number in range(100)]
    inquiry = Inquiry([lambda: True], helpers, first)
    inquiry.ask(0, 1)
    inquiry.ask_no_more()

    assert {number for number in range(100) if number % 3} == inquiry.agreed()
    assert inquiry.answer()
    assert 66 == len(inquiry.agreed())


def test_who_asks_may_stop_at_a_no_and_ask_on_later() -> None:
    """What was not answered yet waits."""
    answered: list[int] = []

    def question(number: int) -> Callable[[], bool]:
        def answer() -> bool:
            answered.append(number)
            return number != 3

        return answer

    inquiry = Inquiry([], 0, [question(number) for number in range(9)])

    assert not inquiry.agrees()
    assert answered == [0, 1, 2, 3]
    assert inquiry.agrees()
    assert inquiry.agreed() == {*range(9)} - {3}
    inquiry.ask_no_more()
    assert inquiry.answer()


@forks
def test_a_helper_that_dies_has_agreed_to_nothing() -> None:
    """What it had taken has to be looked at by somebody else."""
    here = os.getpid()

    def die() -> bool:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    inquiry = Inquiry([], 2, [die] * 100)
    for helper in inquiry.helpers:
        os.waitid(os.P_PID, helper, os.WEXITED | os.WNOWAIT)

    assert 98 == len(inquiry.agreed())
    inquiry.ask_no_more()
    assert not inquiry.answer()


@pytest.mark.parametrize("helpers", HELPERS)
def test_what_nobody_wants_to_know_is_not_found_out(helpers: int) -> None:
    """And no process is left behind."""
    said: list[int] = []

    def answer() -> bool:
        said.append(1)
        return True

    inquiry = asked([answer] * 100, helpers, 0, 100)
    inquiry.close()
    inquiry.close()

    assert not said
    for helper in inquiry.helpers:
        with pytest.raises(ChildProcessError):
            os.waitpid(helper, 0)


def file(path: Path, text: str) -> None:
    """Put it there, and the folders that it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


Project = tuple[Path, dict[str, str]]


@pytest.fixture(name="project", params=HELPERS)
def _project(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Project:
    """A project in which a build left two sites."""
    monkeypatch.setattr(module, "_helpers", lambda _: request.param)
    for tree in ("output", ".releases/retired"):
        for name in ("index.html", "finance/1.html", "finance/2.html", "land/2026/1.html"):
            file(tmp_path / tree / name, name)
    file(tmp_path / "content/land/2026/1.md", "x")
    file(tmp_path / ".releases/lock", "")
    here = str(tmp_path)
    return tmp_path, trees(f"{here}/content", f"{here}/themes", f"{here}/output")


def left(project: Project, doubtful: tuple[str, ...] = ()) -> dict[str, object]:
    """What a build would have noted."""
    here, folders = project
    output = folders[OUTPUT]
    return {
        "looks": {name: scan(folder).folders for name, folder in folders.items()},
        "doubtful": {OUTPUT: {path: digest_of(f"{output}/{path}") for path in doubtful}},
        "retired": scan(f"{here}/.releases/retired").folders,
        "lag": [LAG],
        "bound": {},
    }


LAG = "finance/1.html"
"""What is another file in the site before."""


def left_sharing(project: Project) -> dict[str, object]:
    """The same where both sites have all other files in common, and nobody came near them lately."""
    output, retired = project[0] / "output", project[0] / ".releases/retired"
    for path in (one for one in output.rglob("*") if one.is_file()):
        name = path.relative_to(output)
        if str(name) != LAG:
            (retired / name).unlink()
            (retired / name).hardlink_to(path)
    folders = ["", "finance/", "land/", "land/2026/"]
    assert is_shared(folders, str(output), str(retired), [LAG])
    assert not is_shared(folders, str(output), str(retired), [])
    looks = scan(str(retired))
    known = bound(looks, str(retired), clock.instant() + 10**11)
    assert {*folders} == known.keys()
    assert {} == bound(looks, str(retired), clock.instant())
    return left(project) | {"bound": known}


def surveyed(project: Project, seen: object) -> Survey:
    """Look at it now."""
    return Survey(project[1], f"{project[0]}/.releases/retired", seen)


def test_what_was_left_and_not_touched_holds(project: Project) -> None:
    """Nobody did anything."""
    survey = surveyed(project, left(project))

    assert {} == survey.changed
    assert survey.holds()


def test_without_a_note_nothing_holds(project: Project) -> None:
    """But what people wrote was looked at."""
    survey = surveyed(project, None)

    assert ({}, False) == (survey.changed, survey.holds())
    assert "land/2026/1.md" in survey.now["content"]


def hand(tree: str) -> tuple[Callable[[Path], object], ...]:
    """All that somebody can do to a site by hand."""
    return (
        lambda here: (here / tree / "finance/2.html").write_text("y", "utf-8"),
        lambda here: (here / tree / "finance/3.html").write_text("y", "utf-8"),
        lambda here: (here / tree / "land/2026/1.html").unlink(),
        lambda here: (here / tree / "land/2027").mkdir(),
        lambda here: (here / tree / "finance").rename(here / tree / "money"),
        lambda here: (here / tree).rename(here / "away"),
    )


@pytest.mark.parametrize("number", range(6))
def test_what_people_did_is_seen_as_it_is(project: Project, number: int) -> None:
    """Also where only a few folders are looked at again."""
    content = project[0] / "content"
    for name in ("finance/1.html", "finance/2.html", "land/2026/1.html"):
        file(content / name, name)
    seen = left(project)
    was = Looks(scan(str(content)).folders)
    hand("content")[number](project[0])

    survey = surveyed(project, seen)

    assert scan(str(content)) == survey.now["content"]
    assert {"content": was.differing(scan(str(content)))} == survey.changed
    survey.close()


def test_where_somebody_wrote_last_is_looked_at_first(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who finds an edit there need not look on, and knows of all others when it is asked."""
    content, looked = project[0] / "content", list[str]()
    for number in range(9):
        file(content / f"finance/20{number}/1.md", "x")
        os.utime(content / f"finance/20{number}/1.md", (number, number))
    file(content / "land/2026/1.md", "x")
    seen = left(project)
    for path in ("land/2026/1.md", "finance/203/1.md"):
        file(content / path, "xy")

    def look(path: str) -> Folder:
        looked.append(path)
        return folder_at(path)

    monkeypatch.setattr(module, "folder_at", look)
    survey = surveyed(project, seen)

    assert not survey.seems_alike()
    assert looked == [f"{content}/land/2026/"]
    assert {"content": {"land/2026/1.md", "finance/203/1.md"}} == survey.changed
    survey.close()


def test_a_survey_may_be_left_before_anybody_asks(project: Project) -> None:
    """Nobody waits for a question that does not come."""
    surveyed(project, left(project)).close()


@pytest.mark.parametrize("number", range(6))
def test_a_hand_in_the_live_site_is_noticed(project: Project, number: int) -> None:
    """Whether something was written since or not."""
    seen = left(project)
    hand("output")[number](project[0])

    assert not surveyed(project, seen).holds()
    file(project[0] / "content/land/2026/1.md", "xy")
    survey = surveyed(project, seen)
    assert {"content": {"land/2026/1.md"}} == survey.changed
    assert not survey.holds()


@pytest.mark.parametrize("number", range(6))
def test_a_hand_in_the_site_before_is_noticed_when_it_is_needed(
    project: Project, number: int
) -> None:
    """That is when something was written: else nothing will be made of it."""
    seen = left(project)
    hand(".releases/retired")[number](project[0])

    assert surveyed(project, seen).holds()
    file(project[0] / "content/land/2026/2.md", "x")
    assert not surveyed(project, seen).holds()


@needs_links
def test_sites_that_share_their_files_hold(project: Project) -> None:
    """What is the same file is looked at once."""
    seen = left_sharing(project)
    file(project[0] / "content/land/2026/2.md", "x")

    assert surveyed(project, seen).holds()


@needs_links
@pytest.mark.parametrize("number", range(10))
def test_a_hand_in_a_site_that_shares_its_files_is_noticed(project: Project, number: int) -> None:
    """In the site before, by whichever name the file is called; when something was written."""
    here = project[0]
    before, live = here / ".releases/retired", here / "output"
    hands: tuple[Callable[[Path], object], ...] = (
        *hand(".releases/retired"),
        lambda _: put_beside(before / "index.html"),
        lambda _: (before / LAG).write_text("else", "utf-8"),
        lambda _: (before / "land/2026/1.html").write_text("else", "utf-8"),
        lambda _: put_beside(live / "index.html"),
    )
    seen = left_sharing(project)
    file(here / "content/land/2026/2.md", "x")

    hands[number](here)

    assert not surveyed(project, seen).holds()


def put_beside(path: Path) -> None:
    """Let another file with the same bytes and the same age take a file's place."""
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    status = path.stat()
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


def test_what_is_too_young_to_tell_is_read(project: Project) -> None:
    """Here files were written over in the moment in which they were looked at."""
    page = "finance/1.html"
    seen = left(project, (page, "index.html"))

    survey = surveyed(project, seen)
    assert survey.holds()
    file(project[0] / "output" / page, "otherwise.html")
    seen["looks"] = left(project)["looks"]
    assert not surveyed(project, seen).holds()


def test_a_text_that_is_too_young_is_noted_with_its_digest(project: Project) -> None:
    """As it was when it was looked at, before anybody read it."""
    survey = surveyed(project, left(project))
    text = project[0] / "content/land/2026/1.md"

    assert {"land/2026/1.md": digest_of(str(text))} == survey.doubtful()["content"]
    survey.close()


def noted(project: Project) -> tuple[str, str, str, str, str]:
    """Leave a note and what to say, and tell where."""
    here = str(project[0])
    cache = f"{here}/.cache/memory"
    os.makedirs(cache)
    note = {"id": "1", "version": version(), "asked": ("", False), "zone": "", "day": ""}
    untouched.leave(cache, note | left(project))
    untouched.tell(cache, "as usual", "nothing to do", 4)
    return f"{here}/content", f"{here}/themes", f"{here}/output", f"{here}/.releases", cache


def begun(places: tuple[str, str, str, str, str], how: str = "as usual") -> Begun | None:
    """Begin, and forget it."""
    found = begin(places, how)
    if found:
        found.survey.close()
        os.close(found.held)
    return found


def test_a_build_of_nothing_new_is_done_when_it_has_begun(project: Project) -> None:
    """And knows what to say."""
    found = begin(noted(project), "as usual")

    assert found
    assert found.is_done()
    assert ("nothing to do", 4) == found.told
    os.close(found.held)


def test_a_build_of_something_new_is_not_done(project: Project) -> None:
    """A hand in the site is something new, too."""
    places = noted(project)
    hand("output")[1](project[0])
    found = begin(places, "as usual")

    assert found
    assert not found.is_done()
    os.close(found.held)


def lowest() -> int:
    """The number that the next file gets."""
    file = os.open(os.devnull, os.O_RDONLY)
    os.close(file)
    return file


def test_what_is_not_as_usual_has_not_begun(project: Project) -> None:
    """Nor what another program left, nor what has a promise to keep; and the lock is let go of then."""
    places, number = noted(project), lowest()
    seen = untouched.note(places[-1])

    assert begun(places)
    assert not begun(places, "in another way")
    for other in ({"version": "2"}, {"asked": ("2026-11-21", False)}, {"zone": "+08:00"}):
        untouched.leave(places[-1], seen | other)
        untouched.tell(places[-1], "as usual", "nothing to do", 4)
        assert not begun(places)
    untouched.leave(places[-1], seen)
    untouched.tell(places[-1], "as usual", "nothing to do", 4)
    assert begun(places)
    file(project[0] / ".releases/journal.json", "{}")
    assert not begun(places)
    (project[0] / ".releases/journal.json").unlink()
    (project[0] / ".releases/lock").unlink()
    assert not begun(places)
    assert number == lowest()

"""What the desk answers about a release: the check, a page before and after, and the files of both."""

import re

from generator.app.clerk import Ask
from generator.app.order import Report
from generator.app.release import ReleaseCheck
from generator.cli.checkpage import Asking, check_page
from generator.cli.comparepage import compare_page
from generator.cli.voice import Voice
from generator.edge.served import DESK, INDEX, Asked, Reply, release_style
from generator.values.dates import NoSuchDayError, NotADateError, parse_day
from generator.values.problem import Stop

_SCRIPT = re.compile(rb"(?is)<script\b.*?</script\s*>")
_NOW = "today"
"""What stands for the day on which nothing is simulated, in the address of a file to come."""


def release_answer(voice: Voice, asked: Asked, ask: Ask, command: str) -> Reply | None:
    """What stands below the desk's address; None where nothing does. `command` makes the release."""
    name, _, path = asked.path.removeprefix(DESK.removeprefix("/")).partition("/")
    if path:
        return _below(voice, ask, name, path, asked)
    if name == "release.css":
        return Reply(release_style(), "css")
    if name != INDEX:
        return None
    written = asked.query.get("today", "").strip()
    today = _day(written)
    asking = Asking(
        today or "", "" if today is not None else written, command, "whole" in asked.query
    )
    return Reply(check_page(voice, _check(ask, today or ""), asking))


def _below(voice: Voice, ask: Ask, name: str, path: str, asked: Asked) -> Reply | None:
    if name == "before":
        return _file(ask, path, "", 0)
    if name == "after":
        written, _, path = path.partition("/")
        today = _day(written.removeprefix(_NOW))
        return _file(ask, path, today, 1) if path and today is not None else None
    today = _day(asked.query.get("today", ""))
    if name != "page" or today is None:
        return None
    return Reply(compare_page(voice, ask("compare", path, today), path, today))


def _file(ask: Ask, path: str, today: str, side: int) -> Reply | None:
    """A file as it is published or would be; a page without what would run in it."""
    body: bytes | None = ask("bodies", path, today)[side]
    if body is None:
        return None
    ending = path.rpartition(".")[2]
    shown = _SCRIPT.sub(b"", body) if ending in {"html", "htm"} else body
    return Reply(shown, ending, is_live=False)


def _check(ask: Ask, today: str) -> ReleaseCheck:
    try:
        check: ReleaseCheck = ask("check", today)
    except Stop as stop:
        return ReleaseCheck(Report(stop.exit_code, ()), stopped=stop.problem)
    return check


def _day(written: str) -> str | None:
    """The day in ISO form, empty for none; None where it is none of the calendar."""
    try:
        return parse_day(written).isoformat() if written else ""
    except (NotADateError, NoSuchDayError):
        return None

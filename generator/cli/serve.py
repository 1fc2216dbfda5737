"""`serve`."""

from collections.abc import Mapping
from html import escape
from traceback import format_exception

from generator.app.clerk import Ask
from generator.app.order import quiet
from generator.app.preview import PORT, Built, Desk, preview
from generator.cli.arguments import Asked, wrong_value
from generator.cli.desk import InWords
from generator.cli.order import order_of
from generator.cli.summary import again
from generator.cli.voice import Voice, tell
from generator.edge.admission import MINUTES
from generator.edge.served import STYLE, Reply
from generator.edge.served import Asked as AskedOfTheDesk
from generator.values.problem import Problem, Stop

USAGE = 2
LAST_PORT = 65535
_PROGRESS = '<progress data-gongkai aria-label="{text}"></progress>'
_CALM = f"""<!doctype html>
<html lang="{{lang}}"><head><meta charset="utf-8"><title>{{title}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<link rel="stylesheet" href="{STYLE}"></head>
<body class="calm"><main><h1>{{title}}</h1>{{body}}</main></body></html>
"""
"""A page of ours before there is a site, or for whom there is none."""


def run_serve(asked: Asked, speaking: Voice, here: str) -> int:
    """Serve until Ctrl-C, which is how it is meant to end."""
    order = order_of(asked, here, quiet)
    if isinstance(order, Problem):
        raise Stop(order, USAGE)
    desk = Desk(asked.options.get("--host", "127.0.0.1"), _port(asked), not asked.has("--no-open"))
    preview(order, desk, Talk(speaking, again(order, speaking, here)))
    tell(speaking.say("serve_closed"))
    return 0


def _port(asked: Asked) -> int | None:
    port = asked.options.get("--port")
    if port is None:
        return None
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and int(port) <= LAST_PORT):
        raise Stop(wrong_value(asked, "--port"), USAGE)
    return int(port)


class Talk:
    """Says on the terminal and to browsers how the preview stands; `command` makes the release."""

    def __init__(self, voice: Voice, command: str) -> None:
        self._voice = voice
        self._lang = "en" if voice.english else "zh-CN"
        self._told: tuple[Problem, ...] = ()
        self._desk = InWords(voice, command)

    def opened(self, url: str, phone: str, *, moved: bool) -> None:
        """Where to look, and how to end it."""
        if moved:
            tell(self._voice.say("serve_moved", port=PORT))
        tell(self._voice.say("serve_open", url=url))
        if phone:
            tell(self._voice.say("serve_phone", url=phone, minutes=MINUTES))

    def built(self, one: Built) -> None:
        """Every problem, once while it lasts, and a line of what has changed."""
        if one.problems != self._told:
            for problem in one.problems:
                tell(self._voice.paint(problem))
        self._told = one.problems
        tell(self._line(one))

    def _line(self, one: Built) -> str:
        if not one.is_shown or one.report is None:
            return self._kept(one)
        changed = len(one.report.written or ()) + len(one.report.removed)
        key = "serve_shown" if changed else "serve_same"
        return self._voice.say(key, n=changed, seconds=one.seconds)

    def _kept(self, one: Built) -> str:
        stops = sum(problem.severity == "stop" for problem in one.problems)
        return self._voice.say("serve_kept", n=stops)

    def browsers(self, one: Built | None) -> Mapping[str, object]:
        """The problems that keep the site as it was, and the words to show them with."""
        if one is None:
            return {"problems": [], "said": "", "words": self._words()}
        wrong = tuple(each for each in one.problems if not one.is_shown or _is_homeless(each))
        said = self._voice.say("serve_theme", n=len(wrong)) if one.is_shown else self._kept(one)
        return {
            "problems": [self._desk.card(each) for each in wrong],
            "said": said if wrong else "",
            "words": self._words(),
            **self._desk.stands(one),
        }

    def progress(self, stage: str, done: int, whole: int) -> Mapping[str, object]:
        """The stage in words, and how much of how much."""
        said = f"{self._voice.say(f'stage_{stage}')} {done}/{whole}"
        return {"said": said, "done": done, "whole": whole}

    def waiting(self) -> bytes:
        """A page that says that the site is being made."""
        text = escape(self._voice.say("serve_waiting"))
        return self._calm(f"<p>{text}</p>{_PROGRESS.format(text=text)}")

    def refused(self) -> bytes:
        """A page that says how to be let in."""
        return self._calm(f"<p>{escape(self._voice.say('serve_refused'))}</p>")

    def _calm(self, body: str) -> bytes:
        """A page of a few words."""
        title = escape(self._voice.say("bar_preview"))
        return _CALM.format(lang=self._lang, title=title, body=body).encode()

    def answer(self, asked: AskedOfTheDesk, ask: Ask) -> Reply | None:
        """A page of the desk."""
        return self._desk.answer(asked, ask)

    def broken(self, error: Exception) -> Mapping[str, object]:
        """That it was us; the details are for the terminal."""
        said = self._voice.say("our_fault")
        tell(said)
        tell("".join(format_exception(error)))
        card = {"what": self._voice.say("serve_broken")}
        return {"problems": [card], "said": said, "words": self._words()}

    def _words(self) -> dict[str, str]:
        say = self._voice.say
        return {
            "lang": self._lang,
            "why": say("why"),
            "how": say("how"),
            "gone": say("serve_gone"),
            "home": say("serve_home"),
            "away": say("serve_away", command=f"{self._voice.program} serve"),
            **self._desk.words(),
        }


def _is_homeless(problem: Problem) -> bool:
    """Whether no page is made of the file that it stands in, so that it is told on every page."""
    return problem.severity == "stop" and problem.code.startswith("theme/")

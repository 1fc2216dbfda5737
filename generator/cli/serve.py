"""`serve`."""

from collections.abc import Mapping
from html import escape
from traceback import format_exception

from generator.app.clerk import Ask
from generator.app.order import quiet
from generator.app.preview import PORT, Built, Desk, preview
from generator.cli.arguments import Asked, wrong_value
from generator.cli.desk import answer
from generator.cli.order import order_of
from generator.cli.summary import again
from generator.cli.voice import Voice, tell
from generator.edge.served import Asked as AskedOfTheDesk
from generator.edge.served import Reply
from generator.values.problem import Problem, Stop

USAGE = 2
LAST_PORT = 65535


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
        self._voice, self._command = voice, command
        self._lang = "en" if voice.english else "zh-CN"
        self._told: tuple[Problem, ...] = ()

    def opened(self, url: str, *, moved: bool) -> None:
        """Where to look, and how to end it."""
        if moved:
            tell(self._voice.say("serve_moved", port=PORT))
        tell(self._voice.say("serve_open", url=url))

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
        wrong = (
            [] if one is None or one.is_shown else [self._voice.card(each) for each in one.problems]
        )
        said = self._kept(one) if one and wrong else ""
        return {"problems": wrong, "said": said, "words": self._words()}

    def waiting(self) -> bytes:
        """A page that says that the site is being made."""
        text = escape(self._voice.say("serve_waiting"))
        head = f'<html lang="{self._lang}"><head><meta charset="utf-8"><title>{text}</title></head>'
        return f"<!doctype html>\n{head}\n<body><p>{text}</p></body></html>\n".encode()

    def answer(self, asked: AskedOfTheDesk, ask: Ask) -> Reply | None:
        """A page of the desk."""
        return answer(self._voice, asked, ask, self._command)

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
        }

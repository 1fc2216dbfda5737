"""The desk in the words of a language: how things stand, as finished texts for the browser."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from generator.app.clerk import Ask
from generator.app.marks import Mark
from generator.app.preview import Built
from generator.cli.releasedesk import release_answer
from generator.cli.voice import Voice
from generator.edge.admission import MINUTES
from generator.edge.served import PAGE, Asked, Reply, asked_for
from generator.values.problem import Problem, Severity, Stop
from generator.values.text import mask, mask_path

if TYPE_CHECKING:
    from generator.app.desk import OnDesk

_PLAIN = (
    *("bar", "preview", "page", "source", "copy", "copypath", "copied", "before", "after"),
    *("check", "fold", "unfold", "narrow", "phone", "scan", "nonet"),
)
"""What the bar always says, by the names of its words."""
_SEVERITIES: tuple[Severity, ...] = ("stop", "warn", "note")
"""The gravest first."""


class InWords:
    """What browsers are told of the site and of each page, as of the last build.

    `command` makes the release.
    """

    def __init__(self, voice: Voice, command: str) -> None:
        self._voice, self._command = voice, command
        self._year = ""

    def words(self) -> Mapping[str, str]:
        """What the bar says whatever happens."""
        say, command = self._voice.say, f"{self._voice.program} serve --host 0.0.0.0"
        return {
            **{name: say(f"bar_{name}") for name in _PLAIN},
            "once": say("desk_once", minutes=MINUTES),
            "nophone": say("desk_nophone", command=command),
            "waiting": say("serve_waiting"),
        }

    def stands(self, one: Built) -> Mapping[str, object]:
        """Which links want a mark, and what the whole site comes to."""
        tally = one.report.tally if one.report else None
        self._year = tally.today[:4] if tally else self._year
        marks = [each for each in (one.report.desk if one.report else ()) if each.address]
        told = (one for one in marks if one.has_page and _worst(one.problems) in {"stop", "warn"})
        places = sorted(one.address for one in told)
        bar = {"counts": self._counts(one.problems), "places": places}
        return {"marks": {each.address: self._mark(each) for each in marks}, "bar": bar}

    def _counts(self, problems: Iterable[Problem]) -> list[Mapping[str, str]]:
        found = [one.severity for one in problems]
        counts = [
            {"kind": kind, "text": self._voice.say(f"sum_{kind}", n=found.count(kind))}
            for kind in ("stop", "warn")
            if kind in found
        ]
        return [*counts] or [{"kind": "well", "text": self._voice.say("desk_well")}]

    def _mark(self, mark: Mark) -> Mapping[str, object]:
        """What stands at a link: the state, or that there is something to confirm; what stops it below."""
        stops = [one for one in mark.problems if one.severity == "stop"]
        label = self._label(mark.state, mark.on)
        if mark.state == "public":
            kind = _worst(mark.problems)
            label = self._voice.say(f"grave_{kind}") if kind in {"stop", "warn"} else ""
        elif mark.state in {"withdrawn", "superseded"}:
            label = ""  # a theme says so itself
        return {"state": mark.state, "label": label, "cards": [self.card(one) for one in stops]}

    def _label(self, state: str, on: str) -> str:
        return self._voice.say(f"state_{state}", day=self._day(on))

    def _day(self, on: str) -> str:
        if not on:
            return ""
        year, month, day = on.split("-")
        key = "desk_day" if year == self._year else "desk_date"
        return self._voice.say(key, year=year, month=int(month), day=int(day))

    def card(self, problem: Problem) -> Mapping[str, object]:
        """One thing that is wrong, with how grave it is."""
        label = self._voice.say(f"grave_{problem.severity}")
        return {**self._voice.card(problem), "label": label}

    def answer(self, asked: Asked, ask: Ask) -> Reply | None:
        """A page of the desk; None where there is none of that name."""
        if f"/{asked.path}" == PAGE:
            address = asked_for(asked.query.get("path", ""))
            return _json(self._page(ask, address) if address else {})
        return release_answer(self._voice, asked, ask, self._command)

    def _page(self, ask: Ask, address: str) -> Mapping[str, object]:
        """All that is to be said of one page of the preview."""
        try:
            found: OnDesk | None = ask("page", address)
            is_released = bool(found and found.state == "public" and ask("released", address))
        except Stop as stop:
            return {"cards": [self.card(stop.problem)]}
        if found is None:
            return {}
        state = found.state if found.state != "public" or is_released else "ready"
        return {
            "source": mask_path(found.source),
            **self._state(found, state),
            "issue": self._issue(found),
            "facts": self._facts(found),
            **self._found(found.problems),
        }

    def _state(self, found: "OnDesk", state: str) -> Mapping[str, str]:
        """How it stands with an entry; of a list that is as it should be there is nothing to say."""
        if not found.issue and state in {"public", "ready"}:
            return {}
        return {"state": state, "label": self._label(state, found.on)}

    def _found(self, problems: tuple[Problem, ...]) -> Mapping[str, object]:
        if not problems:
            return {}
        return {
            "found": self._voice.say("desk_found", n=len(problems)),
            "worst": _worst(problems),
            "cards": [self.card(one) for one in problems],
        }

    def _issue(self, found: "OnDesk") -> Mapping[str, str] | None:
        if not found.issue_address:
            return None
        text = self._voice.say("desk_in_issue", month=self._month(found.issue))
        return {"text": text, "href": f"/{found.issue_address}"}

    def _month(self, month: str) -> str:
        year, number = month.split("-")
        return self._voice.say("desk_month", year=year, month=int(number))

    def _facts(self, found: "OnDesk") -> list[list[str]]:
        """The issue that it appears in, who has signed which step and when."""
        say = self._voice.say
        facts = []
        if found.issue_address:
            month = self._month(found.issue)
            facts.append([say("desk_issue"), month, f"/{found.issue_address}"])
        if found.issue:
            signed = [
                f"{mask(step)} {mask(by)}" + (say("desk_on", day=self._day(day)) if day else "")
                for step, by, day in found.review
            ]
            facts.append([say("desk_review"), "；".join(signed) or say("desk_unsigned")])
        return facts


def _worst(problems: tuple[Problem, ...]) -> str:
    """The gravest that there is among them."""
    found = {one.severity for one in problems}
    return next((kind for kind in _SEVERITIES if kind in found), "")


def _json(value: Mapping[str, object]) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False).encode(), "json")

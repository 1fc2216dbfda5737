"""What a preview says of its entries: which of them no build would publish as they are, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from generator.model.entry import Entry
from generator.model.site import Shown, Site, Withheld
from generator.model.standing import Standing
from generator.values.dataclass import dataclass
from generator.values.problem import Problem, by_place

State = Literal["draft", "future", "internal", "broken", "withdrawn", "superseded", "public"]
Told = Mapping[str, tuple[Problem, ...]]
"""What is told of files, by their paths."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A text that is not simply public: where its page stands, its file, and what is to be said of it.

    `on` is the day (ISO form) on which it will be published, was withdrawn or was replaced, or empty.
    Of one that is internal there is no page. Only one of which there is something to say is `public`.
    """

    address: str
    source: str
    title: str
    state: State
    on: str
    problems: tuple[Problem, ...]
    has_page: bool = True


def marks_of(site: Site, told: Told) -> tuple[Mark, ...]:
    """The marks of a site by source; `told` is all that there is to say of its files."""
    shown = {one.text.source: one for one in site.shown}
    found = [_held(one, told) for one in site.withheld if one.why == "internal" and one.title]
    found += filter(None, (mark_of(shown.get(one.source, one), told) for one in site.texts))
    return tuple(sorted(found, key=lambda one: one.source))


def mark_of(text: Entry | Standing | Shown, told: Told) -> Mark | None:
    """The mark of a text; None for one that is public, and nothing more to be said of it."""
    inner = text.text if isinstance(text, Shown) else text
    problems = told.get(inner.source, ())
    state, on = _state(text)
    if state == "public" and not problems:
        return None
    return Mark(inner.address, inner.source, inner.title, state, on, problems)


def _state(text: Entry | Standing | Shown) -> tuple[State, str]:
    """How it stands with a text, and since or until which day."""
    if isinstance(text, Shown):
        if text.is_broken:
            return "broken", ""
        return ("draft", text.on) if text.why == "draft" else ("future", text.on)
    if isinstance(text, Standing) or text.listed:
        return "public", ""
    state: State = "withdrawn" if text.withdrawal else "superseded"
    return state, text.changed[-1].isoformat()


def _held(one: Withheld, told: Told) -> Mark:
    problems = told.get(one.source, ())
    is_wrong = any(each.severity == "stop" for each in problems)
    return Mark(
        one.names[0],
        one.source,
        one.title,
        "broken" if is_wrong else "internal",
        "",
        problems,
        has_page=False,
    )


def joined(single: Told, found: Iterable[Problem]) -> Told:
    """What single texts tell, and what was found beside that at their places."""
    told = {path: list(its) for path, its in single.items()}
    for one in found:
        told.setdefault(one.place.path, []).append(one)
    return {path: tuple(sorted(its, key=by_place)) for path, its in told.items()}


def beyond(single: Told, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the problems that no text tells by itself."""
    known = Counter(one for its in single.values() for one in its)
    found = []
    for one in problems:
        if known[one]:
            known[one] -= 1
        else:
            found.append(one)
    return tuple(found)


def is_told(problem: Problem) -> bool:
    """Whether a problem is one of the site: what a draft lacks is of no concern but to who writes it."""
    return problem.severity != "note"

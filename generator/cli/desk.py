"""The desk in the words of a language: what the clerk answers, as finished texts for the browser."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.app.clerk import Ask
from generator.cli.releasedesk import release_answer
from generator.cli.voice import Voice
from generator.edge.served import PAGE, Asked, Reply
from generator.values.problem import Stop
from generator.values.text import mask_path

if TYPE_CHECKING:
    from generator.app.desk import OnDesk


def answer(voice: Voice, asked: Asked, ask: Ask, command: str) -> Reply | None:
    """A page of the desk; None where there is none of that name. `command` makes the release."""
    if f"/{asked.path}" == PAGE:
        return _json(_page(voice, ask, asked.query.get("path", "")))
    return release_answer(voice, asked, ask, command)


def _page(voice: Voice, ask: Ask, path: str) -> Mapping[str, object]:
    """All that is to be said of one page of the preview."""
    try:
        found: OnDesk | None = ask("page", path)
    except Stop as stop:
        return {"cards": [voice.card(stop.problem)]}
    if found is None:
        return {"cards": []}
    return {
        "source": mask_path(found.source),
        "state": found.state,
        "cards": [voice.card(one) for one in found.problems],
    }


def _json(value: Mapping[str, object]) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False).encode(), "json")

"""`why PATH`."""

from collections.abc import Mapping

from generator.app.reasons import Said
from generator.app.why import Answer, why
from generator.cli.arguments import Asked
from generator.cli.order import order_of
from generator.cli.progress import progress
from generator.cli.voice import Voice, tell
from generator.values.problem import Problem, Stop
from generator.values.text import mask, mask_path

USAGE = 2


def run_why(asked: Asked, speaking: Voice, here: str) -> int:
    """Answer in a sentence on stdout, or as an object; what is wrong with a source stands below."""
    with progress(speaking) as bar:
        order = order_of(asked, here, bar)
        answer = order if isinstance(order, Problem) else why(order, asked.argument, here)
    if isinstance(answer, Problem):
        raise Stop(answer, USAGE)
    if asked.has("--json"):
        from generator.cli.machine import why_as_json  # only who asks for it pays

        print(why_as_json(answer, sentence(answer, speaking), speaking))
        return 0
    print(sentence(answer, speaking))
    for one in answer.problems:
        tell(speaking.paint(one))
    return 0


def sentence(answer: Answer, speaking: Voice) -> str:
    """The answer in words; a second sentence where the file is not as it was made."""
    facts = _facts(answer.said, speaking) | {"path": mask_path(answer.path)}
    if answer.what and answer.because:
        facts["what"] = what(answer.what, speaking)
        facts["because"] = because(answer.because, speaking)
    if answer.said.key == "withheld":
        until = facts["until"]
        facts["reason"] = speaking.reasons[facts["reason"]].format(until=until)
    told = speaking.say(f"why_{answer.said.key}", **facts)
    if answer.part:
        owner = mask_path(answer.path)
        told = speaking.say("why_part", path=mask_path(answer.part), owner=owner, told=told)
    if answer.since:
        told = f"{told}\n{speaking.say(f'why_since_{answer.since}')}"
    return told


def what(said: Said, speaking: Voice) -> str:
    """What a file is."""
    return speaking.say(f"why_step_{said.key}", **_facts(said, speaking))


def because(said: Said, speaking: Voice) -> str:
    """Why a step was taken."""
    facts = _facts(said, speaking)
    if said.key == "basis":
        parts = [speaking.say(f"why_basis_{one}") for one in facts["parts"].split()]
        facts["parts"] = speaking.say("why_basis_join").join(parts)
    if said.key == "template":
        places = map(mask_path, dict(said.facts)["files"].split("\n"))
        facts["files"] = speaking.say("why_basis_join").join(places)
    return speaking.say(f"why_asked_{said.key}", **facts)


def _facts(said: Said, speaking: Voice) -> dict[str, str]:
    """The facts as they may be shown; of names those that say what they name."""
    return {name: _shown(name, value, speaking) for name, value in said.facts}


def _shown(name: str, value: str, speaking: Voice) -> str:
    if name in {"category", "unit"} and not value:
        return speaking.say("why_site")
    masked = mask_path(value) if name in {"source", "page", "file", "address"} else mask(value)
    named: Mapping[str, str] = {"category": "why_category", "entry": "why_entry"}
    return speaking.say(named[name], name=masked) if name in named else masked

"""`new CATEGORY [KIND]`."""

from generator.app.new_entry import find_site, new_entry
from generator.cli.arguments import Asked, wrong_value
from generator.cli.voice import Voice, seen_from, tell, typed
from generator.edge.project import project_at
from generator.read.scaffold import Tongue
from generator.values.dates import NoSuchDayError, NotADateError, parse_day
from generator.values.problem import Problem
from generator.words.en import scaffold as en
from generator.words.zh import scaffold as zh

CONTENT, USAGE = 1, 2


def run_new_entry(asked: Asked, speaking: Voice, here: str) -> int:
    """Write the draft, say where it is, what else it could have been, and what to do next."""
    options = asked.options
    project = project_at(options.get("--site", "content"), None, here)
    try:
        today = parse_day(options["--today"]) if "--today" in options else None
    except (NotADateError, NoSuchDayError):
        return _refuse((wrong_value(asked, "--today"),), speaking)
    settings = find_site(project)
    if settings.value is None:
        return _refuse(settings.problems, speaking)
    english = settings.value.language == "en"
    tongue = Tongue(english, (en if english else zh).SCAFFOLD)
    category, kind = asked.argument, asked.second
    done = new_entry(project, settings.value, category, kind, today, tongue)
    if done.value is None:
        return _refuse(done.problems, speaking)
    site = f" --site {typed(here, project.content)}" if "--site" in options else ""
    tell(speaking.say("new_done", path=seen_from(here, done.value.path)))
    if done.value.others and not kind:
        offered = speaking.say("join").join(f"{one.zh}（{one.id}）" for one in done.value.others)
        form = f"{speaking.program} new {category} {done.value.others[0].id}{site}"
        tell(speaking.say("new_others", offered=offered, command=form))
    draft = "status: draft" if english else "状态: 草稿"
    tell(speaking.say("new_next", command=f"{speaking.program} check{site}", draft=draft))
    print(seen_from(here, done.value.path))
    return 0


def _refuse(problems: tuple[Problem, ...], speaking: Voice) -> int:
    for one in problems:
        tell(speaking.paint(one))
    is_usage = any(one.code.startswith("usage/") for one in problems)
    return USAGE if is_usage else CONTENT

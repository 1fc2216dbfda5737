"""Options to an order."""

from generator.app.order import Order, Progress
from generator.cli.arguments import Asked, wrong_value
from generator.edge.project import project_at
from generator.values.dates import NoSuchDayError, NotADateError, parse_day
from generator.values.problem import Problem


def order_of(asked: Asked, here: str, progress: Progress) -> Order | Problem:
    """The build that the options ask for, or what is wrong with one of them."""
    options = asked.options
    jobs = options.get("--jobs", "0")
    if not (jobs.isascii() and jobs.isdigit() and len(jobs) <= 2):
        return wrong_value(asked, "--jobs")
    try:
        today = parse_day(options["--today"]) if "--today" in options else None
    except (NotADateError, NoSuchDayError):
        return wrong_value(asked, "--today")
    project = project_at(options.get("--site", "content"), options.get("--output"), here)
    return Order(
        project, today, int(jobs), "--strict" in options, progress, is_clean="--clean" in options
    )

"""The summary that ends every build and check."""

import os

from generator.app.order import Order, Report
from generator.cli.voice import Voice, seen_from, typed
from generator.model.entry import Ending, Entry, Superseding
from generator.model.site import Site
from generator.values.text import mask, mask_path

WAITING = 4
NOTICEABLE = 1.0
"""Seconds below which nobody asks where the time went."""


def summary(report: Report, order: Order, voice: Voice, here: str) -> str:
    """Every problem, everything that was published or not, what was written, and the next step."""
    parts = [voice.paint(one) for one in report.problems]
    if report.recovered:
        parts.append(voice.say("recovered"))
    if report.site:
        parts.append(_site(report.site, report, voice))
    base = os.path.dirname(order.project.content)
    if base != here and (report.problems or (report.site and report.site.withheld)):
        parts.append(voice.say("paths_from", folder=seen_from(here, base)))
    parts.append(_end(report, order, voice, here))
    return "\n\n".join(part for part in parts if part)


def _site(site: Site, report: Report, voice: Voice) -> str:
    key = "today_fixed" if report.today_fixed else "today"
    lines = [voice.say(key, today=site.today.isoformat())]
    counts = [
        (one.title, sum(e.category == one.id for e in site.entries)) for one in site.categories
    ]
    parts = voice.say("join").join(voice.say("part", title=title, n=n) for title, n in counts)
    lines.append(
        voice.say(
            "publishable" if report.written is None else "published",
            n=len(site.entries),
            parts=parts,
        )
    )
    ended = sum(not one.listed for one in site.entries)
    if ended:
        lines.append(voice.say("ended", n=ended))
    if site.withheld:
        lines.append(voice.say("withheld", n=len(site.withheld)))
        for one in site.withheld:
            reason = voice.reasons[one.why].format(until=one.until)
            title = f"  {mask(one.title)}" if one.title else ""
            lines.append(f"  {mask_path(one.source)}  {reason}{title}")
    if site.ahead:
        lines.append(voice.say("ahead", n=len(site.ahead)))
        lines += [_ahead(entry, end, voice) for entry, end in site.ahead]
    return "\n".join(lines)


def _ahead(entry: Entry, end: Ending, voice: Voice) -> str:
    """An entry whose end has not come, with its day."""
    on = end.on.isoformat()
    if isinstance(end, Superseding):
        said = voice.say("ahead_superseded", on=on, by=mask(end.by.text))
    else:
        said = voice.say("ahead_withdrawn", on=on)
    return f"  {mask_path(entry.source)}  {said}  {mask(entry.title)}"


def _end(report: Report, order: Order, voice: Voice, here: str) -> str:
    warnings = sum(one.severity == "warn" for one in report.problems)
    stops = sum(one.severity == "stop" for one in report.problems) + order.strict * warnings
    if report.exit_code == 1:
        strict = [voice.say("strict")] if order.strict and warnings else []
        return "\n".join([voice.say("count_stop", n=stops), *strict, voice.say("next_fix")])
    lines = [voice.say("count_warn", n=warnings)] if warnings else []
    if report.written is None:
        lines.append(voice.say("checked", pages=report.pages))
        lines += _stages(report, voice)
        lines.append(voice.say("next_build", command=_again(order, voice, here)))
    else:
        written, removed = len(report.written), len(report.removed)
        lines.append(
            voice.say(
                "done", pages=report.pages, written=written, kept=report.kept, removed=removed
            )
        )
        if report.site and not report.site.settings.url:
            lines.append(voice.say("no_sitemap"))
        lines += _stages(report, voice)
        index = seen_from(here, os.path.join(order.project.output, "index.html"))
        lines.append(voice.say("next_open", path=index))
        if report.exit_code == WAITING:
            lines.append(voice.say("next_future"))
    return "\n".join(lines)


def _again(order: Order, voice: Voice, here: str) -> str:
    """The command that builds what was checked: the same content into the same output."""
    project = order.project
    words = [voice.program]
    if project.content != os.path.join(here, "content"):
        words.append(f"--site {typed(here, project.content)}")
    if project.output != os.path.join(os.path.dirname(project.content), "output"):
        words.append(f"--output {typed(here, project.output)}")
    return " ".join(words)


def _stages(report: Report, voice: Voice) -> list[str]:
    """The line that says where the time went; none of a run that was over at once."""
    whole = sum(seconds for _, seconds in report.stages)
    if whole < NOTICEABLE:
        return []
    parts = (
        voice.say("seconds", name=voice.say(f"stage_{name}"), n=seconds)
        for name, seconds in report.stages
    )
    return [voice.say("stages", whole=whole, parts=voice.say("stages_join").join(parts))]

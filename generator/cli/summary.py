"""The summary that ends every build and check."""

import os

from generator.app.order import Order, Report
from generator.cli.voice import Voice, seen_from, typed
from generator.model.tally import Ahead, Tally
from generator.values.text import mask, mask_path

WAITING = 4
NOTICEABLE = 1.0
"""Seconds below which nobody asks where the time went."""


def summary(report: Report, order: Order, voice: Voice, here: str) -> str:
    """Every problem, everything that was published or not, what was written, and the next step."""
    parts = [voice.paint(one) for one in report.problems]
    if report.recovered:
        parts.append(voice.say("recovered"))
    if report.forgot:
        parts.append(voice.say("forgot"))
    if report.tally:
        parts.append(_site(report.tally, report, voice))
    base = os.path.dirname(order.project.content)
    if base != here and (report.problems or (report.tally and report.tally.withheld)):
        parts.append(voice.say("paths_from", folder=seen_from(here, base)))
    parts.append(_end(report, order, voice, here))
    return "\n\n".join(part for part in parts if part)


def _site(tally: Tally, report: Report, voice: Voice) -> str:
    key = "today_fixed" if report.today_fixed else "today"
    lines = [voice.say(key, today=tally.today)]
    parts = voice.say("join").join(voice.say("part", title=title, n=n) for title, n in tally.counts)
    lines.append(
        voice.say(
            "publishable" if report.written is None else "published",
            n=tally.entries,
            parts=parts,
        )
    )
    if tally.ended:
        lines.append(voice.say("ended", n=tally.ended))
    if tally.withheld:
        lines.append(voice.say("withheld", n=len(tally.withheld)))
        for one in tally.withheld:
            reason = voice.reasons[one.why].format(until=one.until)
            title = f"  {mask(one.title)}" if one.title else ""
            lines.append(f"  {mask_path(one.source)}  {reason}{title}")
    if tally.ahead:
        lines.append(voice.say("ahead", n=len(tally.ahead)))
        lines += [_ahead(one, voice) for one in tally.ahead]
    return "\n".join(lines)


def _ahead(one: Ahead, voice: Voice) -> str:
    """An entry whose end has not come, with its day."""
    key = "ahead_superseded" if one.by else "ahead_withdrawn"
    said = voice.say(key, on=one.on, by=mask(one.by))
    return f"  {mask_path(one.source)}  {said}  {mask(one.title)}"


def _end(report: Report, order: Order, voice: Voice, here: str) -> str:
    warnings = sum(one.severity == "warn" for one in report.problems)
    stops = sum(one.severity == "stop" for one in report.problems) + order.strict * warnings
    if report.exit_code == 1:
        strict = [voice.say("strict")] if order.strict and warnings else []
        key = "count_stop_first" if report.is_first else "count_stop"
        return "\n".join([voice.say(key, n=stops), *strict, voice.say("next_fix")])
    lines = [voice.say("count_warn", n=warnings)] if warnings else []
    if report.written is None:
        lines.append(voice.say("checked", pages=report.pages))
        lines += _stages(report, voice)
        lines.append(voice.say("next_build", command=again(order, voice, here)))
    else:
        written, removed = len(report.written), len(report.removed)
        lines.append(
            voice.say(
                "done", pages=report.pages, written=written, kept=report.kept, removed=removed
            )
        )
        if report.tally and not report.tally.has_url:
            lines.append(voice.say("no_sitemap"))
        lines += _stages(report, voice)
        index = seen_from(here, os.path.join(order.project.output, "index.html"))
        lines.append(voice.say("next_open", path=index))
        if report.exit_code == WAITING:
            lines.append(voice.say("next_future"))
    return "\n".join(lines)


def again(order: Order, voice: Voice, here: str) -> str:
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

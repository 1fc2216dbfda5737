"""The release check as a page: what stops a release, what it would change, what comes after it."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.app.release import Notice, ReleaseCheck
from generator.cli.changelist import changes_section
from generator.cli.deskparts import day_of, language, row, section, top
from generator.cli.findings import Finding, findings
from generator.cli.markup import Inside, document, href, joined, tag
from generator.cli.voice import Voice, shown
from generator.model.site import Withheld
from generator.values.html import Html
from generator.values.problem import Problem
from generator.values.text import mask, mask_path


class Asking(NamedTuple):
    """How the page is asked for: a simulated day in ISO form, what was written as a day and is none.

    `command` is what makes the release; `is_whole` shows every row of long lists.
    """

    today: str
    wrong: str
    command: str
    is_whole: bool


def check_page(voice: Voice, check: ReleaseCheck, asking: Asking) -> bytes:
    """The page."""
    found = findings(check)
    say = voice.say
    body = (
        tag("a", say("check_skip"), class_="skip", href="#main"),
        top(voice, check.site or check.organ),
        tag(
            "main",
            tag("h1", say("check_title")),
            _verdict(voice, check, found),
            _day_form(voice, check, asking),
            _meter(voice, found),
            _findings(voice, check, found),
            _next(voice, check, asking),
            changes_section(voice, check, asking.today, is_whole=asking.is_whole),
            _withheld(voice, check),
            _notices(voice, check),
            _ahead(voice, check),
            id="main",
            tabindex="-1",
        ),
    )
    return document(language(voice), f"{say('check_title')} {check.site}", *body)


# Whether it can be released


def _verdict(voice: Voice, check: ReleaseCheck, found: Iterable[Finding]) -> Html:
    every = [problem for one in found for problem in one.problems]
    if check.stops:
        state, said = "stop", voice.say("check_stop", n=check.stops)
    elif every:
        state, said = "warn", voice.say("check_warn", n=len(every))
    elif not check.changes:
        state, said = "ok", voice.say("check_same")
    else:
        state, said = "ok", voice.say("check_ok")
    return tag("p", said, class_=f"verdict {state}", role="status")


def _day_form(voice: Voice, check: ReleaseCheck, asking: Asking) -> Html:
    """For which day it is, and another one to look at."""
    say, tally = voice.say, check.report.tally
    said: list[Inside] = []
    if check.today:
        key = "check_fixed" if check.report.today_fixed else "check_today"
        if check.today != check.usual:
            key = "check_if"
        usual = day_of(voice, check.usual)
        said.append(say(key, today=day_of(voice, check.today), usual=usual))
    if tally and check.report.pages:
        said.append(say("check_public", n=tally.entries, pages=check.report.pages))
    if check.issue[0]:
        said.append(say("check_issue", n=check.issue[0], total=check.issue[1], y=check.today[:4]))
    back = tag("a", say("check_day_back"), href="/_desk/") if asking.today else None
    wrong = tag(
        "p", say("check_day_wrong", written=mask(asking.wrong)), class_="wrong", role="alert"
    )
    field = tag("input", type="date", name="today", id="today", value=check.today)
    return joined(
        tag("p", voice.say("check_join").join(one for one in said if one), class_="lead"),
        tag(
            "form",
            wrong if asking.wrong else None,
            tag("label", say("check_day_label"), for_="today"),
            field,
            tag("button", say("check_day_go"), type="submit"),
            back,
            method="get",
            action="/_desk/",
        ),
    )


def _meter(voice: Voice, found: tuple[Finding, ...]) -> Html:
    """The bar: a piece for each sort of checks, those that are well first, as they stand below it not."""
    counts = {
        state: sum(one.state == state for one in found) for state in ("ok", "left", "warn", "stop")
    }
    pieces = [tag("span", class_=state) for state, n in counts.items() for _ in range(n)]
    parts = [voice.say(f"check_meter_{state}", n=n) for state, n in counts.items() if n]
    told = voice.say("check_meter", n=len(found), parts=voice.say("join").join(parts))
    return tag("div", *pieces, class_="meter", role="img", aria_label=told)


# What was found


def _findings(voice: Voice, check: ReleaseCheck, found: tuple[Finding, ...]) -> Html:
    pages = dict(check.addresses)
    stops = [p for one in found for p in one.problems if p.severity == "stop"]
    others = [p for one in found for p in one.problems if p.severity != "stop"]
    rows = [_problem(voice, one, pages) for one in (*stops, *others)]
    rows += [_sort(voice, one) for one in found if not one.problems]
    return section("findings", voice.say("check_findings"), tag("ol", *rows, class_="rows"))


def _problem(voice: Voice, problem: Problem, pages: dict[str, str]) -> Html:
    sentence = voice.sentence(problem)
    state = "stop" if problem.severity == "stop" else "warn"
    address = pages.get(problem.place.path)
    why = tag("p", tag("b", voice.say("why")), sentence.why, class_="why") if sentence.why else None
    return row(
        state,
        voice.say(f"check_state_{state}"),
        sentence.what,
        tag(
            "p", tag("code", shown(problem.place)), " ", tag("small", problem.code), class_="place"
        ),
        _quote(problem),
        why,
        tag("p", tag("b", voice.say("how")), sentence.how, class_="how"),
        link=tag("a", voice.say("check_open"), href=href(address)) if address else None,
    )


def _quote(problem: Problem) -> Html | None:
    """The masked line, with what is wrong in it marked."""
    one = problem.excerpt
    if one is None:
        return None
    end = one.start + one.length
    marked = tag("mark", one.text[one.start : end] or " ")
    number = tag("span", str(problem.place.line), class_="line")
    return tag("pre", number, one.text[: one.start], marked, one.text[end:])


def _sort(voice: Voice, one: Finding) -> Html:
    word = voice.say(f"check_state_{one.state}")
    key = "check_left" if one.state == "left" else f"check_sort_{one.sort}_ok"
    return row(one.state, word, voice.say(f"check_sort_{one.sort}"), tag("p", voice.say(key)))


def _next(voice: Voice, check: ReleaseCheck, asking: Asking) -> Html:
    """What to do now."""
    say = voice.say
    command = tag("pre", tag("code", asking.command), class_="command")
    if check.stops:
        inside: tuple[Html, ...] = (tag("p", say("check_next_fix")),)
    elif check.today != check.usual:
        inside = (tag("p", say("check_next_if", usual=day_of(voice, check.usual))), command)
    elif not check.changes:
        inside = (tag("p", say("check_next_none")), command)
    else:
        inside = (tag("p", say("check_next_build")), command)
    return section("next", say("check_next"), *inside)


# What will not be published, and what ends


def _withheld(voice: Voice, check: ReleaseCheck) -> Html | None:
    tally = check.report.tally
    its = [one for one in tally.withheld if one.why != "readme"] if tally else []
    if not its:
        return None
    order = ("future", "draft", "internal")
    rows = [
        _kept(voice, one)
        for one in sorted(its, key=lambda one: (order.index(one.why), one.until, one.source))
    ]
    title = voice.say("check_withheld", n=len(its))
    return section("withheld", title, tag("ol", *rows, class_="rows"))


def _kept(voice: Voice, one: Withheld) -> Html:
    """An entry that stays unpublished, and why."""
    said = voice.reasons[one.why].format(until=one.until and day_of(voice, one.until))
    address = next((name for name in one.names if name.endswith(".html")), "")
    is_seen = address and one.why in {"draft", "future"}
    return row(
        "wait",
        voice.say(f"check_state_{one.why}"),
        mask(one.title) or mask_path(one.source),
        tag("p", said) if one.why != "draft" else None,
        tag("p", tag("code", mask_path(one.source)), class_="place"),
        link=tag("a", voice.say("check_open"), href=href(address)) if is_seen else None,
    )


def _notices(voice: Voice, check: ReleaseCheck) -> Html | None:
    if not check.notices:
        return None
    rows = [_notice(voice, one) for one in check.notices]
    running = sum(one.left >= 0 for one in check.notices)
    title = voice.say("check_notices", n=running)
    if running < len(rows):
        title += voice.say("check_notices_over", n=len(rows) - running)
    return section("notices", title, tag("ol", *rows, class_="rows"))


def _notice(voice: Voice, one: Notice) -> Html:
    key = "over" if one.left < 0 else "last" if not one.left else "left"
    left = voice.say(f"check_notice_{key}", n=one.left)
    working = (
        voice.say("check_notice_working", n=one.working) if one.working > 0 <= one.left else ""
    )
    span = voice.say("check_span", start=day_of(voice, one.start), end=day_of(voice, one.end))
    return row(
        "wait" if one.left < 0 else "ok" if one.left > 2 else "warn",
        left,
        mask(one.title),
        tag("p", span, working),
        tag("p", tag("code", mask_path(one.source)), class_="place"),
        link=tag("a", voice.say("check_open"), href=href(one.address)),
    )


def _ahead(voice: Voice, check: ReleaseCheck) -> Html | None:
    """What comes by itself, by day: publications, withdrawals, replacements."""
    tally, pages = check.report.tally, dict(check.addresses)
    if tally is None:
        return None
    coming: list[tuple[str, str, str, str]] = [
        (one.until[:10], one.source, voice.say("check_ahead_published"), one.title)
        for one in tally.withheld
        if one.why == "future"
    ]
    for one in tally.ahead:
        key = "check_ahead_superseded" if one.by else "check_ahead_withdrawn"
        coming.append((one.on, one.source, voice.say(key, by=mask(one.by)), one.title))
    rows = [
        row(
            "wait",
            day_of(voice, on),
            mask(title) or mask_path(source),
            tag("p", what),
            tag("p", tag("code", mask_path(source)), class_="place"),
            link=tag("a", voice.say("check_open"), href=href(pages[source]))
            if source in pages
            else None,
        )
        for on, source, what, title in sorted(coming)
    ]
    said = tag("p", voice.say("check_ahead_how"))
    ahead = section("ahead", voice.say("check_ahead"), said, tag("ol", *rows, class_="rows"))
    return ahead if rows else None

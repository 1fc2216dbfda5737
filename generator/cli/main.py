"""From the command line to a use case and back to an exit code."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator import __version__
from generator.cli.arguments import Asked, parse
from generator.cli.voice import Voice, brave, language_of, program_name, tell, voice
from generator.edge.stream import hush
from generator.edge.survey import Begun
from generator.values.problem import Problem, Stop

USAGE = 2


class Call(NamedTuple):
    """How the program was called: with these words, in these surroundings, from the folder `here`.

    `begun` is what the build that they ask for has already found out. With a call that `is_last` the
    process ends.
    """

    words: Sequence[str]
    environment: Mapping[str, str]
    here: str
    begun: Begun | None
    is_last: bool


def run(begun: Begun | None = None) -> None:
    """The program: reads its arguments, ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        brave(stream)
    program = program_name(sys.argv[0], os.getcwd(), windows=os.name == "nt")
    try:
        code = main(sys.argv[1:], os.environ.copy(), os.getcwd(), program, begun, is_last=True)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()
        code = 0
    sys.exit(code)


def main(  # noqa: PLR0913 - how it was called, and by whom
    words: Sequence[str],
    environment: dict[str, str],
    here: str,
    program: str,
    begun: Begun | None = None,
    *,
    is_last: bool = False,
) -> int:
    """Do what `words` ask for, from the folder `here`; returns the exit code."""
    asked = parse(words)
    lang = asked.value.options.get("--lang", "") if asked.value else ""
    speaking = voice(language_of(environment, lang, sys.stderr.encoding), sys.stderr, program)
    if asked.value is None:
        return _refuse(asked.problems, speaking, USAGE)
    try:
        return _do(asked.value, Call(words, environment, here, begun, is_last), speaking)
    except Stop as stop:
        _print_stop(stop, asked.value, speaking)
        return _refuse((stop.problem,), speaking, stop.exit_code)
    except KeyboardInterrupt:
        tell(speaking.say("interrupted"))
        return 130
    except BrokenPipeError:
        raise
    except Exception:
        tell(speaking.say("our_fault"))
        raise


def _do(asked: Asked, call: Call, speaking: Voice) -> int:
    if asked.has("--help"):
        from generator.cli import help as pages  # each use case is loaded when asked for

        named = asked.command.name in call.words
        print(pages.detail(asked.command, speaking) if named else pages.overview(speaking))
        return 0
    if asked.command.name == "new-site":
        from generator.cli.new_site import run_new_site

        return run_new_site(asked, speaking, call.here)
    if asked.command.name == "new":
        from generator.cli.new_entry import run_new_entry

        return run_new_entry(asked, speaking, call.here)
    if asked.command.name in {"build", "check"}:
        return _build_or_check(asked, call, speaking)
    return _look_around(asked, speaking, call.here)


def _look_around(asked: Asked, speaking: Voice, here: str) -> int:
    """What helps people with a site that is built, and changes nothing of it."""
    if asked.command.name == "serve":
        from generator.cli.serve import run_serve

        return run_serve(asked, speaking, here)
    if asked.command.name == "publish":
        from generator.cli.publish import run_publish

        return run_publish(asked, speaking, here)
    if asked.command.name == "verify":
        from generator.cli.verify import run_verify

        return run_verify(asked, speaking, here)
    if asked.command.name == "why":
        from generator.cli.why import run_why

        return run_why(asked, speaking, here)
    from generator.cli.test import run_tests

    return run_tests(asked, speaking)


def _build_or_check(asked: Asked, call: Call, speaking: Voice) -> int:
    from generator.app.order import unchanged
    from generator.cli.order import order_of
    from generator.cli.progress import progress
    from generator.cli.summary import summary

    with progress(speaking) as bar:
        order = order_of(asked, call.here, bar)
        if isinstance(order, Problem):
            return _refuse((order,), speaking, USAGE)
        if asked.command.name == "check":
            from generator.app.check import check

            report = check(order)
        else:
            from generator.app.build import build

            report = build(order, call.begun, is_last=call.is_last)
    tell(summary(report, order, speaking, call.here))
    form = _form(asked)
    if report.written is not None and form == "text":
        from generator.edge import untouched

        said = summary(unchanged(report), order, speaking, call.here)
        how = untouched.asked(call.words, call.environment, call.here)
        untouched.tell(order.project.cache, how, said, report.exit_code)
    if form == "json":
        from generator.cli.machine import as_json

        print(as_json(report, speaking))
    elif form == "sarif":
        from generator.cli.machine import as_sarif

        print(as_sarif(report.problems, speaking, __version__))
    return report.exit_code


def _form(asked: Asked) -> str:
    """How the result is wanted on stdout: `json`, `sarif`, or not at all."""
    return "json" if asked.has("--json") else asked.options.get("--format", "text")


def _print_stop(stop: Stop, asked: Asked, speaking: Voice) -> None:
    form = _form(asked)
    if form == "json":
        from generator.cli.machine import stop_as_json

        print(stop_as_json(stop.problem, stop.exit_code, speaking))
    elif form == "sarif":
        from generator.cli.machine import as_sarif

        print(as_sarif((stop.problem,), speaking, __version__))


def _refuse(problems: tuple[Problem, ...], speaking: Voice, code: int) -> int:
    for one in problems:
        tell(speaking.paint(one))
    return code

"""What came of a run, for programs: one JSON object, or SARIF for those that show findings in code."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.app.order import Report
from generator.cli.voice import Voice
from generator.model.tally import Ahead
from generator.values.problem import Problem, Severity, safe
from generator.values.text import mask, mask_path

if TYPE_CHECKING:
    from generator.app.verify import Found
    from generator.app.why import Answer

_LEVELS: dict[Severity, str] = {"stop": "error", "warn": "warning", "note": "note"}


def as_json(report: Report, voice: Voice) -> str:
    """The whole report as one JSON object; stable keys."""
    tally = report.tally
    return _dump(
        {
            "exit": report.exit_code,
            "today": tally.today if tally else None,
            "today_fixed": report.today_fixed,
            "pages": report.pages,
            "entries": tally.entries if tally else 0,
            "withheld": [
                {"source": mask_path(one.source), "why": one.why, "until": one.until}
                for one in (tally.withheld if tally else ())
            ],
            "ahead": [_ahead(one) for one in (tally.ahead if tally else ())],
            "written": None if report.written is None else len(report.written),
            "kept": report.kept,
            "removed": len(report.removed),
            "problems": [_row(one, voice) for one in report.problems],
            "seconds": {name: round(seconds, 3) for name, seconds in report.stages},
        }
    )


def stop_as_json(problem: Problem, code: int, voice: Voice) -> str:
    """The same when the environment stopped the run before there was anything to report."""
    return _dump({"exit": code, "problems": [_row(problem, voice)]})


def why_as_json(answer: "Answer", told: str, voice: Voice) -> str:
    """The answer of `why`: in words, by the key of its sentence, with the question behind it."""
    return _dump(
        {
            "exit": 0,
            "path": mask_path(answer.part or answer.path),
            "answer": answer.said.key,
            "told": told,
            "facts": {name: safe(name, value) for name, value in answer.said.facts},
            "question": list(answer.question),
            "since": answer.since,
            "problems": [_row(one, voice) for one in answer.problems],
        }
    )


def verified_as_json(found: "Iterable[Found]", code: int, voice: Voice) -> str:
    """What `verify` found: each place with all its differences, or each bearer of a fingerprint.

    Places that could not be looked at are among the problems.
    """
    from generator.app.verify import Fault  # as above

    faults, seen = [], []
    for one in found:
        if isinstance(one, Fault):
            faults.append({"place": mask_path(one.place), **_row(one.problem, voice)})
        else:
            seen.append(asdict(one))
    return _dump({"exit": code, "found": seen, "problems": faults})


def _ahead(one: Ahead) -> dict[str, str]:
    """An entry whose end has not come: how it will end, from which day on, replaced by what."""
    said = {"source": mask_path(one.source), "on": one.on}
    return said | {"end": "superseded" if one.by else "withdrawn", "by": mask(one.by)}


def _row(problem: Problem, voice: Voice) -> dict[str, object]:
    sentence = voice.sentence(problem)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "path": mask_path(problem.place.path),
        "line": problem.place.line,
        "column": problem.place.column,
        "what": sentence.what,
        "why": sentence.why,
        "how": sentence.how,
        "excerpt": problem.excerpt.text if problem.excerpt else None,
        "facts": {name: safe(name, value) for name, value in problem.facts},
    }


def as_sarif(problems: Iterable[Problem], voice: Voice, version: str) -> str:
    """The problems as SARIF 2.1.0: paths relative to the project, columns in characters from 1."""
    found = tuple(problems)
    codes = sorted({one.code for one in found})
    rules = [{"id": code} for code in codes]
    driver = {"name": "Gongkai", "semanticVersion": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code), voice) for one in found],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _dump({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _result(problem: Problem, rule: int, voice: Voice) -> dict[str, object]:
    what, why, how, _ = voice.sentence(problem)
    parts = [what, f"{voice.say('why')}  {why}" if why else "", f"{voice.say('how')}  {how}"]
    where: dict[str, object] = {"artifactLocation": {"uri": quote(mask_path(problem.place.path))}}
    if problem.place.line:
        where["region"] = _region(problem)
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": "\n".join(part for part in parts if part)},
        "locations": [{"physicalLocation": where}],
    }


def _region(problem: Problem) -> dict[str, object]:
    region: dict[str, object] = {"startLine": problem.place.line}
    if problem.place.column:
        length = problem.excerpt.length if problem.excerpt else 1
        region["startColumn"] = problem.place.column
        region["endColumn"] = problem.place.column + length
    if problem.excerpt:
        region["snippet"] = {"text": problem.excerpt.text}
    return region


def _dump(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)

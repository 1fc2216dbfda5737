"""`verify [DIR|ZIP|URL|FINGERPRINT]`."""

from collections.abc import Iterable

from generator.app.counter import minute
from generator.app.order import quiet
from generator.app.verdict import Verdict
from generator.app.verify import Bearer, Fault, Found, verify
from generator.cli.arguments import Asked
from generator.cli.order import order_of
from generator.cli.publish import grouped
from generator.cli.secrets import Secrets
from generator.cli.voice import Voice, tell
from generator.values.problem import Problem, Stop
from generator.values.text import mask, mask_path

USAGE = 2
UNLIKE = 1
SHOWN = 50
"""So many paths of a kind are listed; the rest are counted, and `--json` has all."""


def run_verify(asked: Asked, speaking: Voice, here: str) -> int:
    """A line for each place on stdout, which cron can mail; the report below it on stderr."""
    order = order_of(asked, here, quiet)
    if isinstance(order, Problem):
        raise Stop(order, USAGE)
    found = verify(order, asked.argument, here, Secrets(speaking))
    code = _code(found)
    if asked.has("--json"):
        from generator.cli.machine import verified_as_json  # only who asks for it pays

        print(verified_as_json(found, code, speaking))
        return code
    for one in found:
        if isinstance(one, Bearer):
            print(_bearer(one, speaking))
            continue
        if isinstance(one, Fault):
            what = speaking.sentence(one.problem).what
            print(speaking.say("verify_unseen", target=mask_path(one.place), told=what))
            tell(speaking.paint(one.problem))
            continue
        print(_line(one, speaking))
        report = _report(one, speaking)
        if report:
            tell("\n".join(report))
    return code


def _code(found: Iterable[Found]) -> int:
    """What differs is told before what could not be looked at."""
    if not all(one.is_well for one in found if isinstance(one, Verdict)):
        return UNLIKE
    return next((one.exit_code for one in found if isinstance(one, Fault)), 0)


def _line(one: Verdict, voice: Voice) -> str:
    """The result in one line."""
    facts = {
        "place": mask_path(one.place),
        "checked": one.checked,
        "changed": len(one.changed),
        "missing": len(one.missing),
        "added": len(one.added),
    }
    standing = voice.say(f"verify_shows_{one.standing}", release=one.release, at=minute(one.at))
    key = "verify_well" if one.is_well else "verify_unlike"
    return voice.say(key, standing=standing, **facts)


def _report(one: Verdict, voice: Voice) -> list[str]:
    """Every file that is not as it was, headers, and what they mean."""
    parts = {"changed": one.changed, "missing": one.missing, "added": one.added}
    whys = {two.path: voice.say("verify_unread", why=mask(two.why)) for two in one.unread}
    lines = []
    for key, paths in parts.items():
        said = voice.say(f"verify_is_{key}")
        lines += [f"  {said}  {mask_path(path)}{whys.get(path, '')}" for path in paths[:SHOWN]]
        if len(paths) > SHOWN:
            lines.append(f"  {said}  {voice.say('publish_more', n=len(paths) - SHOWN)}")
    for header in one.headers:
        said = voice.say(f"verify_header_{header.key}", path=header.path, value=mask(header.value))
        lines.append(f"  {said}")
    if one.signature:
        key = f"verify_signature_{one.signature}"
        lines.append(f"  {voice.say(key, name=one.signer or '?')}")
    if one.has_other_program:
        lines.append(f"  {voice.say('verify_program')}")
    if one.is_part:
        lines.append(f"  {voice.say('verify_part')}")
    return lines


def _bearer(one: Bearer, voice: Voice) -> str:
    where = "verify_in_release" if one.release else "verify_in_output"
    return voice.say(
        f"verify_of_{one.what}",
        fingerprint=grouped(one.fingerprint),
        path=mask_path(one.path),
        title=mask(one.title),
        where=voice.say(where, release=one.release, at=minute(one.at)),
    )

"""`publish [TARGET]`."""

import os
from collections import Counter

from generator.app.counter import minute
from generator.app.order import quiet
from generator.app.publish import Ask, Outcome, publish
from generator.cli.arguments import Asked, wrong_value
from generator.cli.order import order_of
from generator.cli.progress import megabytes, transfer
from generator.cli.secrets import Secrets
from generator.cli.voice import Voice, tell
from generator.model.target import ENDPOINT, LOCAL, Target, seal
from generator.values.problem import Problem, Stop
from generator.values.text import mask_path

USAGE = 2
SHOWN = 20
"""So many paths of a kind are listed; the rest are counted."""


def run_publish(asked: Asked, speaking: Voice, here: str) -> int:
    """Bring it there, or say what would be brought."""
    order = order_of(asked, here, quiet)
    if isinstance(order, Problem):
        raise Stop(order, USAGE)
    secrets = Secrets(speaking)
    with transfer(speaking) as watch:
        outcome = publish(
            order,
            Ask(
                target=asked.argument,
                is_dry=asked.has("--dry-run"),
                allowed=_number(asked, "--allow-delete"),
                is_rollback=asked.has("--rollback"),
                release=_number(asked, "--rollback"),
                watch=watch,
                ask=secrets,
            ),
        )
    tell("\n".join(_told(outcome, asked, speaking)))
    secrets.offer()
    return 0


def _number(asked: Asked, name: str) -> int:
    written = asked.options.get(name) or "0"
    if not (written.isascii() and written.isdigit() and len(written) <= 6):
        raise Stop(wrong_value(asked, name), USAGE)
    return int(written)


def _told(outcome: Outcome, asked: Asked, voice: Voice) -> list[str]:
    """The summary: what is where, file by file in a trial, what to do next."""
    delivery, release = outcome.delivery, outcome.release
    facts: dict[str, object] = {
        "target": outcome.target.name,
        "release": release.number,
        "at": minute(release.at),
        "fingerprint": grouped(release.fingerprint),
    }
    lines = [voice.say("publish_resumed")] if outcome.resumed else []
    lines.append(_headline(outcome, asked, voice, facts))
    lines.append(
        voice.say(
            "publish_counts",
            added=len(delivery.added),
            changed=len(delivery.changed),
            removed=len(delivery.removed),
            kept=delivery.kept,
            size=megabytes(delivery.bytes),
        )
    )
    lines += _cargo(outcome, voice)
    if asked.has("--dry-run"):
        lines += _files(outcome, voice)
    if len(outcome.kept) > 1:
        listed = (f"{one.number}（{minute(one.at)}）" for one in reversed(outcome.kept))
        lines.append(voice.say("publish_kept", releases=voice.say("publish_join").join(listed)))
    lines += _unsealed(outcome.target, voice)
    if outcome.done and outcome.target.way == "bundle":
        name = os.path.basename(outcome.target.place)
        lines.append(voice.say("publish_carry", name=name))
    elif outcome.done:
        command = f"{voice.program} verify"
        lines.append(voice.say("publish_next", command=command))
    return lines


def _unsealed(target: Target, voice: Voice) -> list[str]:
    """That others on the way can look in; a store that nobody names an address for is the library's."""
    endpoint = target.endpoint or os.environ.get(ENDPOINT) or "https://"
    if target.way in LOCAL or seal(target.way, target.place, endpoint):
        return []
    if target.way == "ftp":
        return [voice.say("publish_unsealed")]
    return [voice.say("publish_unsealed_web")]


def _cargo(outcome: Outcome, voice: Voice) -> list[str]:
    """What became of the packages in the last batch, and whose signature goes along."""
    cargo = outcome.cargo
    lines = []
    if cargo.memory and cargo.memory.rows:
        batch = max(one.batch for one in cargo.memory.rows)
        counts = Counter(one.action for one in cargo.memory.rows if one.batch == batch)
        facts = {key: counts[key] for key in ("new", "changed", "withdrawn")}
        lines.append(voice.say("publish_batch", batch=batch, **facts))
    if cargo.signer:
        lines.append(voice.say("publish_signed", name=cargo.signer))
    return lines


def _headline(outcome: Outcome, asked: Asked, voice: Voice, facts: dict[str, object]) -> str:
    if outcome.done and outcome.target.way == "bundle":
        return voice.say("publish_packed", path=outcome.target.place, **facts)
    if outcome.done:
        key = "publish_back" if asked.has("--rollback") else "publish_done"
    else:
        key = "publish_same" if outcome.delivery.is_empty else "publish_dry"
    return voice.say(key, **facts)


def _files(outcome: Outcome, voice: Voice) -> list[str]:
    delivery = outcome.delivery
    parts = {
        "added": [(one.path, one.size) for one in delivery.added],
        "changed": [(one.path, one.size) for one in delivery.changed],
        "removed": [(path, 0) for path in sorted(delivery.removed)],
    }
    lines = []
    for key, files in parts.items():
        said = voice.say(f"publish_is_{key}")
        for path, size in files[:SHOWN]:
            held = voice.say("publish_size", n=f"{size:,}") if size else ""
            lines.append(f"  {said}  {mask_path(path)}  {held}".rstrip())
        if len(files) > SHOWN:
            lines.append(f"  {said}  {voice.say('publish_more', n=len(files) - SHOWN)}")
    return lines


def grouped(fingerprint: str) -> str:
    """The first half of a fingerprint in groups of four, as it is compared by eye."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, 32, 4))

"""How an entry ends: withdrawn, or superseded by another; what must be said of either, and only then."""

from generator.model.entry import Named, Superseding, Withdrawal
from generator.read.fields import Reader
from generator.read.got import Got


def withdrawal(reader: Reader, got: Got) -> Withdrawal | None:
    """The day and the reason of a withdrawn entry, which must have both; nobody else may."""
    on, reason = got.day("on"), got.text("reason")
    if got.text("status") != "withdrawn":
        for key in ("on", "reason"):
            if key in got.spots:
                reader.problems.append(got.problem("status/not-withdrawn", key))
        return None
    for key, zh in (("on", "撤回日期"), ("reason", "撤回原因")):
        if key not in got.spots:
            reader.problems.append(got.problem("status/withdrawn", "status", key=zh))
    return Withdrawal(on, reason) if on and reason else None


def superseding(reader: Reader, got: Got) -> Superseding | None:
    """What replaces a superseded entry, and since when; nobody else may say it."""
    on, by = got.day("superseded_on"), got.text("superseded_by")
    if got.text("status") != "superseded":
        for key in ("superseded_by", "superseded_on", "superseded_why"):
            if key in got.spots:
                reader.problems.append(got.problem("status/not-superseded", key))
        return None
    for key, zh in (("superseded_by", "替代"), ("superseded_on", "替代日期")):
        if key not in got.spots:
            reader.problems.append(got.problem("status/superseded", "status", key=zh))
    if not on or not by:
        return None
    named = Named(by, got.at("superseded_by"))
    return Superseding(on, named, got.text("superseded_why"), got.at("superseded_on"))

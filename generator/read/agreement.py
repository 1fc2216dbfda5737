"""What the fields of an entry must agree on with each other, with the site's settings and with the day."""

from datetime import date

from generator.model.address import is_page
from generator.model.settings import Settings
from generator.model.unit import Unit
from generator.read.fields import Reader
from generator.read.got import Got
from generator.values.dates import Moment
from generator.values.text import nearest


def check_aliases(reader: Reader, got: Got) -> None:
    """An old address is the path of a page below the site's root, as every host can serve it."""
    for number, text in enumerate(got.texts("aliases")):
        if not is_page(text):
            told = got.problem("address/alias-form", f"aliases.{number}", value=text)
            reader.problems.append(told)


def unit_of(reader: Reader, got: Got, settings: Settings) -> Unit | None:
    """The unit that is named; None where there is none of that name."""
    word = got.text("unit")
    if not word:
        return None
    unit = settings.unit(word)
    if unit is None:
        words = tuple(w for one in settings.units for w in (one.short, one.name, one.id))
        _say(reader, got, "unit", "unit/unknown", value=word, near=nearest(word, words))
    return unit


def published_at(reader: Reader, got: Got, settings: Settings) -> Moment | None:
    """The day and hour of publication; None where no day is named."""
    moment = got.one("published", Moment)
    if moment is None:
        return None
    formed = got.day("formed")
    if formed and formed > moment.day:
        _say(reader, got, "formed", "date/formed-late", value=formed.isoformat())
    if moment.month < settings.series.start:
        _say(reader, got, "published", "date/before-series", start=str(settings.series.start))
    return Moment(moment.day, moment.clock or settings.hour)


def check_later(reader: Reader, got: Got, published: Moment | None, today: date) -> None:
    """What happens to an entry comes after its publication.

    An end may wait for its day. A correction of a public entry cannot: the text says the new already.
    """
    corrections = [(one, "on") for one in got.groups("corrections")]
    for one, key in ((got, "on"), (got, "superseded_on"), *corrections):
        on = one.day(key)
        if on and published and on < published.day:
            _say(reader, one, key, "date/before-published", value=on.isoformat())
        elif on and published and one is not got and published.day <= today < on:
            reader.problems.append(one.problem("date/future", key, "warn", value=on.isoformat()))


def check_early(reader: Reader, got: Got, published: Moment | None) -> None:
    """Nobody can object here on days before the publication."""
    group = got.group("display")
    start = group.day("from") if group else None
    if group and start and published and start < published.day:
        days = {"value": start.isoformat(), "published": published.day.isoformat()}
        reader.problems.append(group.problem("display/early", "from", "warn", **days))


def _say(reader: Reader, got: Got, field: str, code: str, **facts: str) -> None:
    reader.problems.append(got.problem(code, field, "stop", **facts))

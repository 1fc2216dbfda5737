"""`site.yaml` and the `category.yaml` of each category, and how any file of the site's own is opened."""

from collections.abc import Iterator
from operator import itemgetter
from typing import get_args

from generator.model import category as category_model
from generator.model import settings as settings_model
from generator.model.address import stands_on_windows
from generator.model.category import Category
from generator.model.fields import Field
from generator.model.kind import kinds
from generator.model.settings import Contact, Identifiers, Language, Series, Settings
from generator.model.target import LOCAL, SCHEMES, SIGN, Form, Target, Way, seal, variable
from generator.model.unit import Level, Unit
from generator.read import identity, punctuation, secret
from generator.read.fields import Reader
from generator.read.got import Got, written
from generator.read.source import Source
from generator.read.yamldoc import Mapping, load
from generator.values.address import Address, NoAddressError, address
from generator.values.dates import Month
from generator.values.pattern import pattern
from generator.values.problem import Problem
from generator.values.read import Read
from generator.values.text import nearest

_NAME = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = frozenset(
    "assets calendar catalog changes data files issues manifest notices pages records units".split()
)
"""Folders of the finished site that no category may be called after (interface.md, Addresses)."""
_LANGUAGES: dict[str, Language] = {"zh-CN": "zh-CN", "en": "en"}
_LEVELS: dict[str, Level] = {
    "township": "township",
    "department": "department",
    "village": "village",
}
_WAYS: dict[str, Way] = {way: way for way in get_args(Way)}
_FORMS: dict[str, Form] = {form: form for form in get_args(Form)}
_FINGERPRINTS = {
    "ssh": pattern(r"SHA256:[A-Za-z0-9+/]{43}=?"),
    "tls": pattern(r"(?i)(?:SHA-?256[: ])?[0-9A-F]{2}(?::?[0-9A-F]{2}){31}"),
}
"""What the fingerprint of a host's key looks like, and that of its certificate."""
_PUBLIC_KEY = pattern(r"RW[A-Za-z0-9+/]{54}")
"""What a public key of minisign looks like: 42 bytes in base 64, the first two of them `Ed`."""


def own(source: Source, declared: tuple[Field, ...]) -> Read[tuple[Reader, Got]]:
    """A file of the site's own, opened: who reads it and what it says; None when it says nothing."""
    found = load(source)
    if not isinstance(found.value, Mapping):
        return Read(None, found.problems or (source.problem("site/empty"),))
    reader = Reader(source)
    got = reader.group(found.value, declared)
    reader.problems += punctuation.in_head(got)
    return Read((reader, got))


def read_settings(source: Source) -> Read[Settings]:
    """The site's settings; None when something in them is wrong."""
    found = own(source, settings_model.FIELDS)
    if found.value is None:
        return Read(None, found.problems)
    reader, got = found.value
    _check(reader, got)
    if any(one.severity == "stop" for one in reader.problems):
        return Read(None, tuple(reader.problems))
    return Read(_settings(got), tuple(reader.problems))


def _check(reader: Reader, got: Got) -> None:
    schema = got.one("schema", int)
    if schema is not None and schema != settings_model.SCHEMA:
        reader.problems.append(got.problem("site/schema", "schema", value=str(schema)))
    _check_units(reader, got)
    _check_targets(reader, got)
    key = got.text("public_key")
    if key and not _PUBLIC_KEY.fullmatch(key):
        reader.problems.append(got.problem("site/public-key", "public_key"))
    reader.problems += identity.check(got)
    reader.problems += _placeholders(got)
    names = got.texts("categories")
    for index, name in enumerate(names):
        at = f"categories.{index}"
        if name in RESERVED or not (_NAME.fullmatch(name) and stands_on_windows(name)):
            reader.problems.append(got.problem("site/category-name", at, value=name))
        if name in names[:index]:
            reader.problems.append(got.problem("site/category-twice", at, value=name))


def _placeholders(got: Got) -> Iterator[Problem]:
    """One problem, at its first line, for all that still reads as `new-site` wrote it."""
    left = [
        (one.at(at).line, one, at)
        for one, _, at, text in written(got)
        if text in settings_model.PLACEHOLDERS
    ]
    if left:
        left.sort(key=itemgetter(0))
        (_, first, at), lines = left[0], "、".join(str(line) for line, _, _ in left)
        facts = {"count": str(len(left)), "lines": lines}
        yield first.problem("site/placeholder", at, "warn", **facts)


def _check_units(reader: Reader, got: Got) -> None:
    """An id, a name or a short name means one unit."""
    meant: dict[str, int] = {}
    for index, unit in enumerate(got.groups("units")):
        for key in ("id", "name", "short"):
            word = unit.text(key)
            if word and meant.setdefault(word, index) != index:
                reader.problems.append(unit.problem("site/unit-twice", key, value=word))


def _check_targets(reader: Reader, got: Got) -> None:
    """A name means one target; where a password stands in an address, that is all that is said."""
    names: set[str] = set()
    for one in got.groups("publish"):
        name = one.text("name")
        if name in names:
            reader.problems.append(one.problem("site/target-twice", "name", value=name))
        names.add(name)
        if name == SIGN:
            reader.problems.append(one.problem("site/target-name", "name", value=name))
        reader.problems += tuple(_secrets(one)) or _check_target(one)


def _secrets(got: Got) -> Iterator[Problem]:
    """A password stands in no address; the line of one that does is not quoted."""
    facts = (("variable", variable(got.text("name"))),)
    for key in ("place", "endpoint"):
        found = _address(got, key)
        if secret.stands_in(got.text(key)) or (found and found.has_secret):
            yield Problem("site/target-secret", got.at(key), facts)


def _check_target(got: Got) -> Iterator[Problem]:
    """A bundle is a zip, and it alone may hold a part of the site; a host has an address."""
    if "since" in got.values and got.text("way") != "bundle":
        yield got.problem("site/target-since", "since")
    if got.text("way") == "bundle" and not got.text("place").lower().endswith(".zip"):
        yield got.problem("site/target-zip", "place", value=got.text("place"))
    way = _WAYS.get(got.text("way"))
    if way and way not in LOCAL:
        yield from _check_address(got, way)
    if way and "fingerprint" in got.values:
        yield from _check_fingerprint(got, way)


def _check_address(got: Got, way: Way) -> Iterator[Problem]:
    """A host on a network has an address of the way's form."""
    found, endpoint = _address(got, "place"), _address(got, "endpoint")
    if found is None or found.scheme not in SCHEMES[way]:
        yield got.problem("site/target-address", "place", scheme=SCHEMES[way][0])
    if "endpoint" in got.values and (
        endpoint is None or endpoint.scheme not in SCHEMES["webdav"] or endpoint.path != "/"
    ):
        yield got.problem("site/target-endpoint", "endpoint")


def _check_fingerprint(got: Got, way: Way) -> Iterator[Problem]:
    """Somebody is known by it: where the line is encrypted, and when it is a whole one."""
    sealed = seal(way, got.text("place"), got.text("endpoint"))
    if not sealed:
        yield got.problem("site/target-fingerprint", "fingerprint")
    elif not _FINGERPRINTS[sealed].fullmatch(got.text("fingerprint")):
        form = "SHA256:…" if sealed == "ssh" else "AB:CD:…"
        yield got.problem("site/target-digits", "fingerprint", form=form)


def _address(got: Got, key: str) -> Address | None:
    try:
        return address(got.text(key))
    except NoAddressError:
        return None


def _settings(got: Got) -> Settings:
    series, contact = got.group("series"), got.group("contact")
    assert series is not None
    assert contact is not None
    return Settings(
        name=got.text("name"),
        organ=got.text("organ"),
        above=got.text("above"),
        office=got.text("office"),
        tagline=got.text("tagline"),
        url=identity.root(got.text("url")),
        language=_LANGUAGES[got.text("language", "zh-CN")],
        zone=got.text("zone", "+08:00"),
        hour=got.text("hour", "09:00"),
        today=got.day("today"),
        theme=got.text("theme", "default"),
        categories=got.texts("categories"),
        units=tuple(_unit(one) for one in got.groups("units")),
        series=Series(series.text("title"), series.one("start", Month) or Month(1, 1)),
        contact=Contact(
            phone=contact.text("phone"),
            supervision=contact.text("supervision"),
            email=contact.text("email"),
            address=contact.text("address"),
            hours=contact.text("hours"),
            note=contact.text("note"),
        ),
        licence=got.text("licence"),
        open_data=got.text("open_data", "yes") == "yes",
        theme_place=got.at("theme") if "theme" in got.spots else None,
        identifiers=_identifiers(got.group("identifiers")),
        publish=tuple(_target(one) for one in got.groups("publish")),
        public_key=got.text("public_key"),
    )


def _identifiers(got: Got | None) -> Identifiers:
    if got is None:
        return Identifiers()
    return Identifiers(
        site_code=got.text("site_code"),
        icp=got.text("icp"),
        police=got.text("police"),
        mark=got.text("mark"),
        fault=got.text("fault"),
    )


def _target(got: Got) -> Target:
    return Target(
        got.text("name"),
        _WAYS[got.text("way")],
        got.text("place"),
        got.one("since", int) or 0,
        got.at("place"),
        got.text("fingerprint"),
        got.text("endpoint"),
        got.text("region"),
        _FORMS[got.text("form", "site")],
        got.texts("others"),
    )


def _unit(got: Got) -> Unit:
    return Unit(
        got.text("id"),
        got.text("name"),
        got.text("short", got.text("name")),
        _LEVELS[got.text("level")],
        phone=got.text("phone"),
        address=got.text("address"),
        hours=got.text("hours"),
        about=got.text("about"),
    )


def read_category(source: Source, name: str) -> Read[Category]:
    """A category's declaration; `name` is its folder."""
    found = own(source, category_model.FIELDS)
    if found.value is None:
        return Read(None, found.problems)
    reader, got = found.value
    accepted = _kinds(reader, got)
    seal, place = got.text("seal"), got.at("seal")
    if len(seal) > 1:
        reader.problems.append(
            reader.source.problem("category/seal", place.line, place.column, len(seal), value=seal)
        )
    if any(one.severity == "stop" for one in reader.problems):
        return Read(None, tuple(reader.problems))
    return Read(
        Category(
            id=name,
            title=got.text("title"),
            seal=seal,
            description=got.text("description"),
            keywords=got.texts("keywords"),
            column_type=got.text("column_type", category_model.USUAL_TYPE),
            kinds=accepted,
            frequency=got.text("frequency"),
        ),
        tuple(reader.problems),
    )


def _kinds(reader: Reader, got: Got) -> tuple[str, ...]:
    by_word = {word: kind.id for kind in kinds() for word in (kind.id, kind.zh)}
    out = []
    for index, word in enumerate(got.texts("kinds")):
        if word in by_word:
            out.append(by_word[word])
        else:
            line, column, _ = got.spots.get(f"kinds.{index}", got.spots["kinds"])
            reader.problems.append(unknown_kind(reader.source, line, column, word))
    return tuple(out)


def unknown_kind(source: Source, line: int, column: int, word: str) -> Problem:
    """The problem of a kind that no room answers to."""
    words = tuple(w for kind in kinds() for w in (kind.zh, kind.id))
    offered = "、".join(words)
    return source.problem(
        "kind/unknown",
        line,
        column,
        len(word),
        value=word,
        offered=offered,
        near=nearest(word, words),
    )

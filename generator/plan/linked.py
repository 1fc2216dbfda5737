"""JSON-LD: what a page is about, in the words of schema.org.

Addresses are whole ones, so there are none while the site's own is not known.
"""

import functools
import json
from collections.abc import Mapping

from generator.model.entry import Entry
from generator.model.unit import Unit
from generator.plan.frame import Frame
from generator.plan.pages import Page
from generator.plan.pages.frame import Inner, Link
from generator.plan.pages.issue import IssuePage
from generator.plan.pages.lists import CategoryPage
from generator.plan.pages.site import DataPage, HomePage
from generator.plan.record import moment
from generator.values.dates import Month
from generator.values.html import Html

Node = dict[str, object]
_HARMFUL = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&'\u2028\u2029")
"""Signs that could end a data block or begin anything in HTML, each as JSON may write it, too."""
_WRITTEN = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def linked(frame: Frame, page: Page) -> Html:
    """The data block of a page that is no entry's."""
    graph = [_members(_about(frame, page))]
    if isinstance(page, HomePage):
        graph.append(_members(_organ(frame)))
    if isinstance(page, Inner):
        graph.append(_way(frame, page.crumbs))
    return _block(graph)


def linked_entry(frame: Frame, entry: Entry, crumbs: tuple[Link, ...]) -> Html:
    """The data block of the page of an entry, to which the crumbs lead."""
    return _block([*_of_entry(frame, entry), _way(frame, crumbs)])


def _block(graph: list[str]) -> Html:
    nodes = ",".join([f"{{{members}}}" for members in graph])
    whole = f'{{"@context":"https://schema.org","@graph":[{nodes}]}}'
    for sign, harmless in _HARMFUL:
        whole = whole.replace(sign, harmless)
    return Html(whole)


def _members(node: Mapping[str, object]) -> str:
    """What stands between the braces of a node, without what is empty."""
    return _WRITTEN.encode({key: value for key, value in node.items() if value})[1:-1]


def _of_entry(frame: Frame, entry: Entry) -> list[str]:
    """What is said of an entry, and of its tables where it has any; what both say is written once."""
    publisher = frame.fixed(("publisher",), lambda: _members({"publisher": _publisher(frame)}))
    common = f"{_members(_common(frame, entry))},{publisher}"
    month, unit = entry.published.month, entry.unit
    place = frame.fixed(
        ("place", month.year, month.number, unit.name),
        lambda: _members(_place(frame, month, unit)),
    )
    nodes = [f"{common},{_members(_report(frame, entry))},{place}"]
    if frame.is_open and len(frame.brief(entry).files) > 1:  # beside the record
        nodes.append(f"{common},{_members(_dataset(frame, entry))}")
    return nodes


def _about(frame: Frame, page: Page) -> Node:
    base: Node = {
        "@type": "WebPage",
        "name": page.title,
        "description": page.description,
        "url": frame.full(page.path),
        "inLanguage": frame.site.settings.language,
    }
    match page:
        case HomePage():
            return base | {"@type": "WebSite", "publisher": _publisher(frame)}
        case CategoryPage():
            return base | {"@type": "CollectionPage"}
        case DataPage():
            more: Node = {"license": frame.site.settings.licence, "publisher": _publisher(frame)}
            return base | {"@type": "DataCatalog"} | more
        case IssuePage():
            return base | _issue(page)
        case _:
            return base


def _issue(page: IssuePage) -> Node:
    series = {"@type": "CreativeWorkSeries", "name": page.cover.masthead}
    return {
        "@type": "PublicationIssue",
        "name": f"{page.cover.masthead} {page.cover.name}",
        "issueNumber": page.cover.number,
        "isPartOf": series,
    }


def _publisher(frame: Frame) -> Node:
    kind = frame.fixed(("body",), lambda: _kind_of_body(frame))
    return {"@type": kind, "name": frame.site.settings.organ}


def _kind_of_body(frame: Frame) -> str:
    """A village's committee is no part of the government."""
    levels = {
        one.level for one in frame.site.settings.units if one.name == frame.site.settings.organ
    }
    return "Organization" if levels == {"village"} else "GovernmentOrganization"


def _organ(frame: Frame) -> Node:
    settings = frame.site.settings
    return _publisher(frame) | {
        "url": settings.url,
        "telephone": settings.contact.phone,
        "email": settings.contact.email,
        "address": settings.contact.address,
    }


def _report(frame: Frame, entry: Entry) -> Node:
    return {
        "@type": "Report",
        "headline": entry.title,
        "dateModified": moment(frame.updated(entry), frame.site.settings.zone),
        "creativeWorkStatus": "" if entry.listed else entry.status,
    }


def _place(frame: Frame, month: Month, unit: Unit) -> Node:
    """Who reports, and in which issue: the same for all that a unit publishes in a month."""
    return {
        "author": {"@type": "Organization", "name": unit.name},
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": str(frame.issue(month).number),
            "name": f"{frame.site.settings.series.title} {month}",
        },
    }


def _dataset(frame: Frame, entry: Entry) -> Node:
    """The entry's tables, with the files that hold them where these have whole addresses."""
    files = frame.brief(entry).files if frame.site.settings.url else ()
    distribution = [
        {
            "@type": "DataDownload",
            "encodingFormat": "text/csv" if path.endswith(".csv") else "application/json",
            "contentUrl": frame.full(path),
        }
        for path, _ in files
    ]
    return {
        "@type": "Dataset",
        "license": frame.site.settings.licence,
        "distribution": distribution,
    }


def _common(frame: Frame, entry: Entry) -> Node:
    settings = frame.site.settings
    return {
        "name": entry.title,
        "description": entry.summary or entry.title,
        "identifier": entry.index_no,
        "url": frame.full(entry.address),
        "inLanguage": settings.language,
        "keywords": list(entry.keywords),
        "datePublished": moment(entry.published, settings.zone),
    }


def _way(frame: Frame, crumbs: tuple[Link, ...]) -> str:
    """The way to a page."""
    return _crumbs(tuple([(one.text, one.href and frame.full(one.href)) for one in crumbs]))


@functools.lru_cache(maxsize=256)
def _crumbs(ways: tuple[tuple[str, str], ...]) -> str:
    """The same of texts and whole addresses: one for all entries of a category and a unit."""
    items: list[Node] = []
    for number, (text, address) in enumerate(ways, 1):
        item: Node = {"@type": "ListItem", "position": number, "name": text}
        items.append(item | {"item": address} if address else item)
    return _members({"@type": "BreadcrumbList", "itemListElement": items})

"""JSON-LD: what a page is about, in the words of schema.org.

Addresses are whole ones, so there are none while the site's own is not known.
"""

import json
import re
from collections.abc import Mapping

from generator.model.entry import Entry
from generator.plan.frame import Frame
from generator.plan.pages import CategoryPage, DataPage, HomePage, Inner, IssuePage, Page
from generator.plan.record import moment
from generator.values.html import Html
from generator.values.pattern import pattern

Node = dict[str, object]
_HARMFUL = pattern("[<>&'\u2028\u2029]")
"""Signs that could end a data block or begin anything in HTML."""
_WRITTEN = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def linked(frame: Frame, page: Page, entry: Entry | None) -> Html:
    """The page's data block."""
    graph = _of_entry(frame, entry) if entry else [_about(frame, page)]
    if isinstance(page, HomePage):
        graph.append(_organ(frame))
    if isinstance(page, Inner):
        graph.append(_crumbs(frame, page))
    whole = {"@context": "https://schema.org", "@graph": [_said(one) for one in graph]}
    return Html(_HARMFUL.sub(_harmless, _WRITTEN.encode(whole)))


def _harmless(found: re.Match[str]) -> str:
    """A sign as JSON may write it, too."""
    return f"\\u{ord(found[0]):04x}"


def _said(node: Mapping[str, object]) -> Node:
    """The node without what is empty."""
    return {key: value for key, value in node.items() if value}


def _of_entry(frame: Frame, entry: Entry) -> list[Node]:
    """What is said of an entry, and of its tables where it has any."""
    common = _common(frame, entry)
    report = common | _report(frame, entry)
    has_tables = frame.is_open and len(frame.brief(entry).files) > 1  # beside the record
    return [report, common | _dataset(frame, entry)] if has_tables else [report]


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
    kind = frame.once(("body",), lambda: _kind_of_body(frame))
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
    settings = frame.site.settings
    issue = frame.issue(entry.published.month)
    return {
        "@type": "Report",
        "headline": entry.title,
        "dateModified": moment(frame.updated(entry), settings.zone),
        "creativeWorkStatus": "" if entry.listed else entry.status,
        "author": {"@type": "Organization", "name": entry.unit.name},
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": str(issue.number),
            "name": f"{settings.series.title} {issue.month}",
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
        "publisher": _publisher(frame),
    }


def _crumbs(frame: Frame, page: Inner) -> Node:
    items: list[Node] = []
    for number, one in enumerate(page.crumbs, 1):
        item: Node = {"@type": "ListItem", "position": number, "name": one.text}
        if one.href and frame.full(one.href):
            item["item"] = frame.full(one.href)
        items.append(item)
    return {"@type": "BreadcrumbList", "itemListElement": items}

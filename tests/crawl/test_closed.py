"""The pages satisfy a policy that allows nothing inline and nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.crawl.conftest import Crawl, Document

POLICY = "content-security-policy"
LOADS = {
    "audio", "embed", "frame", "iframe", "img", "image", "link", "object", "script", "source",
    "style", "track", "use", "video",
}  # fmt: skip


def test_no_page_has_inline_style_or_script(crawl: Crawl) -> None:
    """What a tag holds or an attribute does would break the strict policy."""
    wrong = [path for path, one in crawl.documents.items() if one.inline or one.all("style")]

    assert crawl.documents
    assert not wrong


def test_no_tag_has_a_style_or_an_event_handler(crawl: Crawl) -> None:
    """Neither `style=` nor `onclick=` and its like."""
    wrong = [
        f"{path}:{tag.line} <{tag.name} {name}>"
        for path, one in crawl.documents.items()
        for tag in one.tags
        for name, _ in tag.attributes
        if name == "style" or name.startswith("on")
    ]

    assert not wrong


def test_every_page_states_its_policy_before_it_loads_anything(crawl: Crawl) -> None:
    """A policy binds only what stands below it."""
    wrong = [path for path, page in crawl.pages.items() if not _binds(page)]

    assert crawl.pages
    assert not wrong


def test_the_policy_opens_nothing(crawl: Crawl) -> None:
    """Nothing by default, the site's own files by name, and no way around."""
    policies = {_policy(page) for page in crawl.pages.values()}

    assert len(policies) == 1
    directives = dict(one.strip().split(" ", 1) for one in policies.pop().split(";"))
    assert directives.pop("default-src") == "'none'"
    assert directives.pop("base-uri") == "'none'"
    assert directives.pop("form-action") in {"'none'", "'self'"}
    assert set(directives.values()) <= {"'self'", "'none'"}


def test_no_page_moves_its_base(crawl: Crawl) -> None:
    """With `<base>` every relative link would mean something else."""
    assert not [path for path, page in crawl.pages.items() if page.all("base")]


def _policy(page: Document) -> str:
    found = [tag.get("content") for tag in page.all("meta") if _is_policy(tag.get("http-equiv"))]
    return found[0] if len(found) == 1 else ""


def _binds(page: Document) -> bool:
    loading = [place for place, tag in enumerate(page.tags) if tag.name in LOADS]
    stating = [place for place, tag in enumerate(page.tags) if _is_policy(tag.get("http-equiv"))]
    in_head = all(page.tags[place].above == ("html", "head") for place in stating)
    return len(stating) == 1 and in_head and stating[0] < min(loading, default=len(page.tags))


def _is_policy(name: str) -> bool:
    return name.lower() == POLICY

"""Takes the pictures in this folder, from the two built samples: a sheet for every kind of page.

A sheet shows the page on a desk, on a phone, on a phone in large type, on a phone in the dark, and
its first printed page. The pictures of the READMEs show the upper part of the front page.
Run it with the development dependencies, a Chromium and poppler:
`python docs/pictures/make.py [TOWNSHIP [VILLAGE [FOLDER]]]`. The first two are built sites
(`output` and `docs/village/output`); FOLDER is where the pictures go (this folder).
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from html import escape

from playwright.sync_api import Browser, Page, sync_playwright

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = "2026-11-21T10:00:00+08:00"  # the sample's own day, so that days left are as printed
DESK, PHONE = 1280, 360
DEEPEST = {DESK: 2600, PHONE: 1750}
"""How much of a page is shown, in CSS pixels."""
PAGES = {
    "home": "index.html",
    "category": "finance/index.html",
    "year": "finance/year-2026.html",
    "unit": "units/shiqiao.html",
    "unit-office": "units/finance-office.html",
    "notices": "notices.html",
    "ledger": "finance/2026/11-shiqiao-ledger.html",
    "notice": "land/2026/11-land-requisition.html",
    "appointment": "personnel/2026/10-probation.html",
    "benefit": "family-planning/2026/10-support-policy.html",
    "approval": "land/2026/10-homestead-batch10.html",
    "compensation": "land/2026/10-liuwan-compensation.html",
    "withdrawn": "land/2026/10-dongling-approval.html",
    "superseded": "family-planning/2026/08-registration-guide.html",
    "replacing": "family-planning/2026/11-registration-guide.html",
    "issue": "issues/2026-10.html",
    "issue-open": "issues/2026-11.html",
    "archive": "issues/index.html",
    "changes": "changes.html",
    "standing": "pages/guide.html",
    "data": "data/index.html",
    "sitemap": "sitemap.html",
    "missing": "404.html",
}
OF_THE_VILLAGE = {
    "village": "index.html",
    "resolution": "affairs/2026/11-representatives.html",
}
UPPER = 1560
"""How much of a front page the READMEs show, in CSS pixels."""
VIEWS = {"desk": 600, "phone": 300, "large type": 300, "dark": 300, "print": 420}
"""How a page is looked at, and how wide that is on its sheet, in pixels."""
FIGURE = """<figure><figcaption>{view}</figcaption>
<img width="{width}" src="data:image/png;base64,{drawn}"></figure>"""
SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 24px; background: #77736b; width: max-content }}
body {{ font: 15px sans-serif; color: #fff }}
main {{ display: flex; gap: 20px; align-items: flex-start }}
figure {{ margin: 0 }} img {{ display: block; background: #fff }}
figcaption {{ padding: 0 0 8px }} h1 {{ font-size: 17px; margin: 0 0 14px }}
</style><h1>{path}</h1><main>{figures}</main>"""


def main(township: str, village: str, folder: str) -> None:
    """Every sheet, and the READMEs' pictures."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
            ],
        )
        for site, pages in ((township, PAGES), (village, OF_THE_VILLAGE)):
            for name, path in pages.items():
                _sheet(browser, site, path, os.path.join(folder, f"{name}.jpg"))
        for name, site in (("home-desk", township), ("village-desk", village)):
            page = _open(browser, site, "index.html", DESK)
            page.set_viewport_size({"width": DESK, "height": UPPER})
            page.screenshot(path=os.path.join(folder, f"{name}.png"))
            page.close()
        browser.close()


def _sheet(browser: Browser, site: str, path: str, target: str) -> None:
    """The five views of a page side by side."""
    figures = "".join(
        FIGURE.format(
            view=view,
            width=width,
            drawn=base64.b64encode(_view(browser, site, path, view)).decode(),
        )
        for view, width in VIEWS.items()
    )
    page = browser.new_page(viewport={"width": 2100, "height": 900})
    page.set_content(SHEET.format(path=escape(path), figures=figures))
    width = page.evaluate("document.body.scrollWidth")
    page.set_viewport_size({"width": width, "height": 900})
    page.screenshot(path=target, full_page=True, type="jpeg", quality=78)
    page.close()


def _view(browser: Browser, site: str, path: str, view: str) -> bytes:
    width = DESK if view == "desk" else PHONE
    page = _open(browser, site, path, width, dark=view == "dark")
    if view == "print":
        drawn = _printed(page)
    else:
        large = page.get_by_label("大字版")
        if view == "large type" and large.count():  # what a lost reader sees has no options
            large.check()
        height = min(DEEPEST[width], page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": width, "height": height})
        drawn = page.screenshot()
    page.close()
    return drawn


def _open(browser: Browser, site: str, path: str, width: int, *, dark: bool = False) -> Page:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page.clock.set_fixed_time(TODAY)
    page.goto(f"file://{site}/{path}")
    return page


def _printed(page: Page) -> bytes:
    """The first printed page."""
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, "page.pdf")
        page.pdf(path=whole, prefer_css_page_size=True, print_background=True)
        first = ("pdftoppm", "-png", "-r", "90", "-l", "1", "-singlefile", whole, whole)
        subprocess.run(first, check=True)  # noqa: S603 - the words above, and nothing else
        with open(f"{whole}.png", "rb") as stream:
            return stream.read()


if __name__ == "__main__":
    usual = (
        os.path.join(HERE, "..", "..", "output"),
        os.path.join(HERE, "..", "village", "output"),
    )
    given = [os.path.abspath(one) for one in (*sys.argv[1:], *(*usual, HERE)[len(sys.argv) - 1 :])]
    main(*given)

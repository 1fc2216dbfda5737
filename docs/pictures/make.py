"""Takes the pictures in this folder: home, ledger entry and issue of the sample, at phone and desk width.

Run it with the development dependencies and a Chromium: `python docs/pictures/make.py [SITE] [FOLDER]`.
SITE is a built `output/`; FOLDER is where the pictures go (this folder).
"""

import os
import shutil
import sys

from playwright.sync_api import Browser, sync_playwright

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = "2026-11-21T10:00:00+08:00"  # the sample's own day, so that days left are as printed
TALLEST = 4200
WIDTHS = {"phone": 360, "desk": 1280}
PAGES = {
    "home": "index.html",
    "entry": "finance/2026/11-shiqiao-ledger.html",
    "issue": "issues/2026-10.html",
}


def main(site: str, folder: str) -> None:
    """Every page at every width."""
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
        for name, path in PAGES.items():
            for size, width in WIDTHS.items():
                _take(
                    browser,
                    f"file://{site}/{path}",
                    width,
                    os.path.join(folder, f"{name}-{size}.png"),
                )
        browser.close()


def _take(browser: Browser, address: str, width: int, target: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, device_scale_factor=1)
    page.clock.set_fixed_time(TODAY)
    page.goto(address)
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": height})
    page.screenshot(path=target)
    page.close()


if __name__ == "__main__":
    main(
        os.path.abspath(
            sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "output")
        ),
        os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else HERE),
    )

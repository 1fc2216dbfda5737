"""Takes the pictures of the preview in this folder, from a copy of the sample with a mistake in it.

Run it with the development dependencies and a Chromium: `python docs/pictures/preview.py [FOLDER]`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

HERE = os.path.dirname(os.path.abspath(__file__))
HOUSE = os.path.dirname(os.path.dirname(HERE))
LEDGER = "finance/2026/11-xintang-ledger"
DESK, PHONE = (1280, 900), (360, 740)


def main(folder: str) -> None:
    """Every picture: a card on its page, the same in a list on a phone, a draft, the release check."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as play:
        _sample(scratch)
        _run(scratch, "build")
        _edit(scratch)
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        with _serving(scratch) as url:
            page = _open(browser, f"{url}_desk/", DESK)
            page.get_by_role("heading", level=1).wait_for()
            page.screenshot(path=os.path.join(folder, "preview-check.png"))
            _write(scratch, f"{LEDGER}.yaml", r"公布日期: .*", "公布日期: 2026-11-34")
            page = _open(browser, f"{url}{LEDGER}.html", DESK)
            page.get_by_text("2026-11-34").first.wait_for()
            page.screenshot(path=os.path.join(folder, "preview-card.png"))
            page = _open(browser, f"{url}finance/index.html", PHONE)
            mark = page.locator("gongkai-mark").first
            mark.wait_for(state="attached")
            mark.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 220)")
            page.screenshot(path=os.path.join(folder, "preview-list.png"))
            page = _open(browser, f"{url}_desk/", DESK)
            page.get_by_text("2026-11-34").first.wait_for()
            page.screenshot(path=os.path.join(folder, "preview-stop.png"))
        browser.close()


def _sample(folder: str) -> None:
    for name in ("content", "themes"):
        shutil.copytree(os.path.join(HOUSE, name), os.path.join(folder, name))


def _edit(folder: str) -> None:
    """What an ordinary morning changes: when a ledger can be read, and a notice that is new."""
    _write(folder, f"{LEDGER}.yaml", "每月逢5日、逢10日上午", "每月逢5日上午")
    source = os.path.join(folder, "content/finance/2026")
    shutil.copy(f"{source}/11-subsidy-batch4.md", f"{source}/11-subsidy-batch5.md")
    _write(folder, "finance/2026/11-subsidy-batch5.md", r"(?m)^状态: .*\n", "")
    _write(folder, "finance/2026/11-subsidy-batch5.md", "第四批", "第五批")


def _write(folder: str, name: str, before: str, after: str) -> None:
    path = os.path.join(folder, "content", name)
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    with open(path, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(re.sub(before, after, text, count=1))


def _run(folder: str, *words: str) -> None:
    subprocess.run([sys.executable, f"{HOUSE}/build.py", *words], cwd=folder, check=True)  # noqa: S603 - ours


@contextmanager
def _serving(folder: str) -> Iterator[str]:
    """The address of a preview, which has built once."""
    command = [sys.executable, f"{HOUSE}/build.py", "serve", "--no-open", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - ours
        command, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8"
    ) as serve:
        assert serve.stderr
        told = iter(serve.stderr)
        url = next(found[0] for line in told if (found := re.search(r"http://[\d.:]+/", line)))
        next(line for line in told if "秒" in line)
        try:
            yield url
        finally:
            serve.terminate()


def _open(browser: Browser, url: str, size: tuple[int, int]) -> Page:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(url)
    page.locator("gongkai-preview .state").wait_for()
    page.evaluate("document.fonts.ready")
    return page


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else HERE)

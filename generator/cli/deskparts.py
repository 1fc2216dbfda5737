"""What the pages of the desk are made of: rows, parts, the line above."""

from generator.cli.markup import Inside, tag
from generator.cli.voice import Voice
from generator.values.dates import parse_day
from generator.values.html import Html


def day_of(voice: Voice, iso: str) -> str:
    """A day in ISO form as it is read."""
    day = parse_day(iso)
    return voice.say("check_day", y=day.year, m=day.month, d=day.day)


def row(state: str, word: str, title: Inside, *more: Inside, link: Inside = None) -> Html:
    """A line of a list: a word for how it stands, what it is, and where it leads."""
    return tag(
        "li",
        tag("span", word, class_=f"state {state}"),
        tag("div", tag("h3", title), *more),
        tag("p", link, class_="go") if link else None,
    )


def section(name: str, title: str, *inside: Inside) -> Html:
    """A part of the page with its heading."""
    return tag("section", tag("h2", title, id=name), *inside, class_="part", aria_labelledby=name)


def top(voice: Voice, name: str, *links: Inside) -> Html:
    """The line above a page: whose site it is, and the way back to it."""
    home = tag("a", voice.say("check_home"), href="/")
    return tag("header", tag("p", tag("b", name), home, *links), class_="top")


def language(voice: Voice) -> str:
    """The language of a page, as browsers name it."""
    return "en" if voice.english else "zh-CN"

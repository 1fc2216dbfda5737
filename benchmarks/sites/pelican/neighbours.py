"""A plugin of Pelican: each article's neighbours in its category, and the list of issues."""

from collections import Counter
from itertools import pairwise

from pelican import signals


def join(generator) -> None:  # noqa: ANN001 - Pelican has no types
    """Hand them to the templates."""
    for _, articles in generator.categories:
        for newer, older in pairwise(articles):
            newer.older, older.newer = older, newer
    months = Counter(one.issue for one in generator.articles)
    generator.context["issues"] = [
        {"name": name, "count": count} for name, count in sorted(months.items(), reverse=True)
    ]


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(join)

"""Settings of Pelican for the comparison: the pages that are compared and nothing else."""

SITENAME = "清溪镇政务公开"
SITEURL = "https://www.qingxi.example"
ORGAN = "清溪镇人民政府"
CATEGORY_TITLES = {
    "finance": "财务公开",
    "personnel": "人事公开",
    "family-planning": "计划生育",
    "land": "土地宅基地",
}
PATH = "content"
ARTICLE_PATHS = [""]
STATIC_PATHS: list[str] = []
OUTPUT_PATH = "public"
THEME = "theme"
TIMEZONE = "Asia/Shanghai"
WITH_FUTURE_DATES = True

PLUGIN_PATHS = ["."]
PLUGINS = ["neighbours"]
MARKDOWN = {
    "extension_configs": {"markdown.extensions.tables": {}, "markdown.extensions.meta": {}},
    "output_format": "html5",
}
FORMATTED_FIELDS: list[str] = []
"""Nor is the summary read as Markdown."""

ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/{date:%Y}/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "{slug}/index.html"
MONTH_ARCHIVE_URL = MONTH_ARCHIVE_SAVE_AS = "issues/{date:%Y}-{date:%m}.html"
ARCHIVES_SAVE_AS = "issues/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "archives", "sitemap"]
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = TAG_SAVE_AS = TAGS_SAVE_AS = CATEGORIES_SAVE_AS = ""
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"category": None}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page-{number}.html", "{base_name}/page-{number}.html"),
)
FEED_ALL_RSS = "feed.xml"
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

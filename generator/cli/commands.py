"""The commands and their options, declared once: help and parsing both come from here."""

from typing import NamedTuple


class Option(NamedTuple):
    """An option: its name, what stands behind it (empty for a switch), and its help in both languages.

    `example` is something that may stand there; in brackets, what stands there may be left out.
    """

    name: str
    value: str
    zh: str
    en: str
    choices: tuple[str, ...] = ()
    example: str = ""

    @property
    def form(self) -> str:
        """How it is typed: `--today 2026-10-12`, `--lang zh|en`, `--strict`."""
        return f"{self.name} {self.example or self.value}".strip()


class Command(NamedTuple):
    """A command: its name, the argument it takes (empty for none), its help, its options.

    An argument in brackets may be left out, and so may the `second`, which follows the first;
    `example` is an argument as it may be typed.
    """

    name: str
    argument: str
    zh: str
    en: str
    options: tuple[Option, ...] = ()
    second: str = ""
    example: str = ""

    @property
    def form(self) -> str:
        """How it is typed: `new CATEGORY [KIND]`."""
        second = f"[{self.second}]" if self.second else ""
        return " ".join(part for part in (self.name, self.argument, second) if part)


_SITE = Option(
    "--site",
    "DIR",
    "内容文件夹，不写就是 content",
    "the content folder (content)",
    example="content",
)
_OUTPUT = Option(
    "--output",
    "DIR",
    "输出文件夹，不写就是内容文件夹旁边的 output",
    "the output folder (output beside it)",
    example="output",
)
_TODAY = Option("--today", "YYYY-MM-DD", "按这一天计算", "reckon on this day", example="2026-10-12")
_JOBS = Option(
    "--jobs", "N", "用几个进程，0 是自动", "how many processes, 0 for automatic", example="2"
)
_CLEAN = Option(
    "--clean", "", "不用 .cache 里的记录，全部重做", "forget .cache and make everything anew"
)
_STRICT = Option("--strict", "", "提醒也算要改的", "warnings stop too")
_JSON = Option("--json", "", "在标准输出给出机器可读的小结", "a machine-readable summary on stdout")
_FORMAT = Option(
    "--format",
    "text|json|sarif",
    "结果给人看，或在标准输出给机器看",
    "for people, or for machines on stdout",
    ("text", "json", "sarif"),
)
_HOST = Option(
    "--host",
    "ADDRESS",
    "预览的地址，不写就只在本机能看",
    "where the preview listens; without it, this machine alone",
    example="127.0.0.1",
)
_PORT = Option(
    "--port",
    "N",
    "预览的端口，不写就从 8000 起找空闲的",
    "its port; without it, the first free one from 8000 on",
    example="8000",
)
_NO_OPEN = Option("--no-open", "", "不打开浏览器", "open no browser")
_DRY_RUN = Option(
    "--dry-run",
    "",
    "只说要传什么、换什么、删什么，不动主机",
    "say what would be sent, changed and removed, and leave the host alone",
)
_ALLOW_DELETE = Option(
    "--allow-delete",
    "N",
    "主机上最多可以删去几个文件，不写就是20个或十分之一",
    "how many files may be removed there; without it, 20 or a tenth",
    example="50",
)
_ROLLBACK = Option(
    "--rollback",
    "[RELEASE]",
    "退回到第几次发布，不写次数就是上一次；output 不动",
    "bring back an earlier release by its number, or the one before; output is left alone",
)
_LANG = Option("--lang", "zh|en", "提示用中文或英文", "speak Chinese or English", ("zh", "en"))
_HELP = Option("--help", "", "显示这些说明", "show this help")

COMMANDS = (
    Command(
        "build",
        "",
        "检查全部内容，生成网站到 output（不写命令时就是它）",
        "check everything and build the site into output (the default)",
        (_SITE, _OUTPUT, _TODAY, _JOBS, _CLEAN, _STRICT, _JSON, _LANG, _HELP),
    ),
    Command(
        "check",
        "",
        "只检查，什么也不写",
        "check everything, write nothing",
        (_SITE, _OUTPUT, _TODAY, _JOBS, _STRICT, _FORMAT, _LANG, _HELP),
    ),
    Command(
        "serve",
        "",
        "在浏览器里预览：一存盘，网页就跟着变；不动 output",
        "preview in a browser that follows every save; output is left alone",
        (_SITE, _HOST, _PORT, _TODAY, _NO_OPEN, _LANG, _HELP),
    ),
    Command(
        "new",
        "CATEGORY",
        "在栏目里写一篇新条目的草稿，每一项都有说明",
        "write the draft of a new entry, with every field explained",
        (_SITE, _TODAY, _LANG, _HELP),
        "KIND",
        "finance",
    ),
    Command(
        "new-site",
        "DIR",
        "建一个自己的项目文件夹",
        "make a project folder of your own",
        (_LANG, _HELP),
        example="my-site",
    ),
    Command(
        "publish",
        "[TARGET]",
        "把 output 里的网站送到 site.yaml 的“发布”里写的地方，逐个文件读回来核对",
        "bring the site in output to a place named under publish in site.yaml, and prove it arrived",
        (_SITE, _OUTPUT, _DRY_RUN, _ALLOW_DELETE, _ROLLBACK, _LANG, _HELP),
        example="web",
    ),
    Command(
        "verify",
        "[DIR|ZIP|URL|FINGERPRINT]",
        "公布出去的网站还是不是我们发布的样子；不写就查各个发布的地方",
        "is what is there what we published? without an argument, at every place it is published to",
        (_SITE, _OUTPUT, _JSON, _LANG, _HELP),
        example="output",
    ),
    Command(
        "why",
        "PATH",
        "输出的文件为什么重做过，或者来源文件为什么没有公开",
        "why an output file was redrawn, or why a source is not published",
        (_SITE, _OUTPUT, _TODAY, _JSON, _LANG, _HELP),
        example="output/index.html",
    ),
    Command(
        "test",
        "",
        "安装开发用的依赖并运行全部测试；后面的参数交给 pytest",
        "install the development dependencies and run the tests; arguments go to pytest",
        (_LANG, _HELP),
    ),
)
DEFAULT = "build"


def command(name: str) -> Command | None:
    """The command with this name."""
    return next((one for one in COMMANDS if one.name == name), None)

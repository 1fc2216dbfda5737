"""What we say in Chinese."""

from collections.abc import Mapping

from generator.words.parts import Parts
from generator.words.sentence import Sentence

PROBLEMS: Mapping[str, Sentence] = Parts("zh", "PROBLEMS", "/")
SAY: Mapping[str, str] = Parts("zh", "SAY", "_")
NEAR = "你是不是想写“{near}”？"
WITHHELD = {
    "draft": "草稿",
    "future": "还没到公布日期（{until}）",
    "internal": "公开范围是内部",
    "readme": "说明文件，不公开",
}

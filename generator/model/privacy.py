"""Keys that a kind must never have, for what they would say of a person.

Sources: 个人信息保护法 articles 6, 25, 28; 政府信息公开条例 article 15.
"""

import re
from typing import Literal

from generator.values.dataclass import dataclass
from generator.values.pattern import pattern

Reason = Literal["own", "totals", ""]
"""Why: it is the person's own affair; only totals may be shown; or no reason at all."""

_OWN = pattern(
    r"身份证|身份号|公民身份|证件号|护照|电话|手机|联系方式|微信|邮箱"
    r"|住址|地址|住所|门牌|家庭成员|配偶|子女|父母|社会关系"
    r"|银行|账号|帐号|账户|卡号|社保卡|一卡通|疾病|病史|病情|残疾|体检"
    r"|(?<![a-z])id_?(?:card|n)|identity|passport|phone|mobile|wechat|home_address|\baddress\b"
    r"|famil|spouse|child|parent|bank|account|disab|health",
    re.IGNORECASE,
)
_PERSON = pattern(
    r"姓名|名单|户主|申请人|领取人|受益人|丈夫|妻子|夫妻|出生|生日|年龄|婚|孕|产检|节育|避孕"
    r"|手术|结扎|流产|上环|生育"
    r"|\bname\b|full_name|person|birth|\bage\b|surgery|operation|pregnan|contracept|marri",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the keys that say too much; `totals_only` where no person may be named at all."""

    totals_only: bool = False

    def reason(self, key: str) -> Reason:
        """Why an unknown key must not be written; empty when it is merely unknown."""
        if self.totals_only and (_OWN.search(key) or _PERSON.search(key)):
            return "totals"
        return "own" if _OWN.search(key) else ""

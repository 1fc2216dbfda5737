"""What we say in Chinese in a draft that `new` writes."""

SCAFFOLD = {
    "head": "以 # 开头的行是说明，不会公开。填好以后，删去“状态: 草稿”这一行",
    "rest": "下面各项有就写，没有就空着",
    "later": "下面几项公布以后才用得上",
    "body": "正文写在下面这一行 --- 的后面",
    "required": "（必填）",
    "colon": "：",
    "stop": "；",
    "join": "、",
    "uncomment": "要写，就删去从“# {key}:”起各行开头的“# ”",
    "choice": "可以写：{offered}",
    "texts": "一行一个，前面空两格加“- ”",
    "day": "写成 2026-10-12",
    "when": "写成 2026-10-12 或 2026-10-12 09:30",
    "span": "写成 2026-10",
    "clock": "写成 09:30",
    "zone": '写成 "+08:00"',
    "amount": "写成 1680.00",
    "count": "写 1、2、3 这样的数",
    "tally": "写 0、1、2 这样的数",
    "own_unit": "面积单位",
    "measure": "写成 12.5，不写单位或写{unit}",
    "name": "只用小写英文字母、数字和连字符",
    "table": "每项以“- ”开头；也可以写在同名的 .csv 或 .xlsx 文件里",
}
"""What `new` writes between the fields; the last ones say how a type is written."""

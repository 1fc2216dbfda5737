"""What we say in Chinese of how things are written: keys, values, days, amounts."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "yaml/wide-colon": Sentence(
        "键后面是全角冒号“：”",
        "这一行会变成一段文字，不是“键: 值”",
        "改成英文冒号加一个空格：{quoted}",
        "把“：”改成英文冒号，后面空一格；值里还有冒号的，整个值加上英文引号",
    ),
    "yaml/colon-space": Sentence(
        "冒号后面没有空格",
        "这一行会变成一段文字，不是“键: 值”",
        "冒号后面加一个空格：{quoted}",
        "冒号后面加一个空格；值里还有冒号的，整个值加上英文引号",
    ),
    "yaml/no-colon": Sentence(
        "这一行没有冒号，不是“键: 值”",
        "不知道它属于哪一项",
        "写成：{quoted}",
        "写成“键: 值”，冒号是英文的，后面空一格",
    ),
    "yaml/folded": Sentence(
        "这一行会接到上一行的值后面",
        "漏写了冒号的一项，就这样混进别的值里",
        "属于上一行的，写在同一行：{quoted}；是另一项的，顶格写成“键: 值”；几段文字写在“键: |”下面",
        "属于上一行的，和它写在同一行；是另一项的，顶格写成“键: 值”",
    ),
    "yaml/dash": Sentence(
        "列表的“-”后面要有一个空格，并且用英文的“-”",
        "这样写会变成一段文字，不是列表",
        "写成：{quoted}",
        "改成英文的“-”，后面空一格",
    ),
    "yaml/blank": Sentence(
        "这里是全角空格或不间断空格",
        "看上去是空格，这一行却会变成别的意思",
        "换成普通空格，写成“{quoted}”",
        "换成普通空格；值里还有冒号的，整个值加上英文引号",
    ),
    "yaml/tab": Sentence(
        "这里是 Tab", "Tab 有多宽，每台电脑不一样", "换成空格，写成“{quoted}”", "换成空格"
    ),
    "yaml/indent": Sentence(
        "这一行没有和上面的行对齐",
        "前面的空格决定它属于哪一项",
        "前面空 {spaces} 格，写成“{quoted}”；属于别的项的，和那一项对齐",
        "前面空 {spaces} 格；属于别的项的，和那一项对齐",
    ),
    "yaml/mixed": Sentence(
        "列表项和“键: 值”不能并排", "不知道这一行属于哪一项", "列表项写在自己的键下面，前面空两格"
    ),
    "yaml/colon": Sentence(
        "值里有“: ”，会被当成另一个键",
        "这一行的意思读不出来",
        "整个值加上引号：{quoted}",
        "整个值加上英文引号",
    ),
    "yaml/comment": Sentence(
        "值后面有“#”，从它起的文字会丢掉",
        "后面可能是“#5 号楼”这样的内容",
        "属于内容的，整个值加上英文引号：{quoted}；是说明的，另起一行，以 # 开头",
        "属于内容的，整个值加上英文引号；是说明的，另起一行，以 # 开头",
    ),
    "yaml/hash": Sentence(
        "值以“#”开头，整个值会丢掉",
        "“#”起的文字不算内容",
        "属于内容的，加上引号：{quoted}；是说明的，另起一行，以 # 开头",
        "属于内容的，整个值加上英文引号；是说明的，另起一行，以 # 开头",
    ),
    "yaml/mark": Sentence(
        "值不能以“{mark}”开头",
        "它在这里有别的用处，后面的文字读不出来",
        "整个值加上引号：{quoted}",
        "整个值加上英文引号",
    ),
    "yaml/behind": Sentence(
        "值以“{mark}”开头，它的另一半后面还有文字",
        "引号里和方括号里的才算值，后面的文字读不出来",
        "整个值加上引号：{quoted}",
        "整个值加上英文引号；值里有双引号的，外面用单引号",
    ),
    "yaml/quote-open": Sentence(
        "这里的引号 {mark} 没有结束",
        "后面的行都会被当成这个值",
        "补上后一个引号：{closed}；引号本身是内容的，写成：{quoted}",
        "补上后一个引号；引号本身是内容的，整个值加上另一种英文引号",
    ),
    "yaml/bracket-open": Sentence(
        "这里的括号 {mark} 没有结束",
        "后面的行都会被当成这个值",
        "是文字的，整个值加上引号：{quoted}；是列表的，补上后一个括号",
        "是文字的，整个值加上英文引号；是列表的，补上后一个括号",
    ),
    "yaml/escape": Sentence(
        "双引号里的“{escape}”不是它自己",
        "反斜杠和它后面的字合成另一个字符，或者读不出来",
        "反斜杠是内容的，改用单引号：{quoted}；不是的，删去它",
        "反斜杠是内容的，外面的引号改用单引号；不是的，删去它",
    ),
    "yaml/syntax": Sentence(
        "这里的写法读不出来",
        "",
        "检查这一行和上一行：缩进用空格，冒号用英文冒号加一个空格，以 @ * % [ 开头的值加英文引号",
    ),
    "yaml/unreadable": Sentence("这个文件读不出来", "", "对照样例检查写法"),
    "yaml/too-large": Sentence("数据文件超过 {limit}", "", "拆成几个条目"),
    "yaml/too-many-keys": Sentence(
        "这一组的键超过 {limit} 个", "多半是列表漏写了“-”", "同样的几项写成列表，每一条前面加“- ”"
    ),
    "yaml/too-many-items": Sentence(
        "这个列表超过 {limit} 条", "这样长的列表，页面打不开", "拆成几个条目"
    ),
    "yaml/too-deep": Sentence(
        "缩进或括号套得太深（20 层以上）", "这样的文件会让程序崩溃", "减少层次"
    ),
    "yaml/documents": Sentence(
        "一个文件里用 --- 或 ... 分成了几份", "只有第一份会被读到", "拆成几个文件"
    ),
    "yaml/alias": Sentence(
        "不能用 & 和 * 引用",
        "引用会把一处的改动带到别处",
        "以它开头的文字加上引号：{quoted}；是引用的，把内容直接写出来",
        "以它开头的文字，整个加上英文引号；是引用的，把内容直接写出来",
    ),
    "yaml/merge": Sentence("不能用 << 合并", "合并会把一处的改动带到别处", "把各项直接写出来"),
    "yaml/tag": Sentence(
        "不能用 ! 标签",
        "标签会改变值的意思",
        "以 ! 开头的文字加上引号：{quoted}",
        "以 ! 开头的文字，整个加上英文引号",
    ),
    "yaml/key": Sentence("这里应当是一个键", "", "写成“键: 值”"),
    "head/absent": Sentence(
        "开头没有 --- 包起来的标题、日期等项",
        "没有它就不知道这是哪天由谁公开的什么",
        "第一行写 ---，下面写“标题: …”“公布日期: …”“公开单位: …”，再写一行 ---",
    ),
    "head/open": Sentence(
        "开头的 --- 没有结束", "正文会被当成标题、日期等项", "在各项下面、正文上面加一行 ---"
    ),
    "head/fence": Sentence(
        "这一行像是 ---，却不是三个英文减号",
        "编辑器把减号换成了破折号，或前面有空格，开头各项就分不出来",
        "删去整行，顶格输入三个英文减号 ---",
    ),
    "head/too-large": Sentence("开头各项超过 {limit}", "", "正文写在第二个 --- 下面"),
    "head/no-keys": Sentence(
        "两行 --- 之间没有“键: 值”",
        "没有它就不知道这是哪天由谁公开的什么",
        "写“标题: …”“公布日期: …”“公开单位: …”，一项一行",
    ),
    "key/secret": Sentence(
        "这里不写密码（“{key}”）",
        "这个文件会给别人看，会留在备份里",
        "删去这一行，并请管理员换一个密码；新密码放在环境变量里（名称是 web 的，是 GONGKAI_WEB_PASSWORD），或者发布的时候再输",
    ),
    "key/unknown": Sentence(
        "不认识的键“{key}”",
        "写在这里的内容不会公开",
        "改成认识的键，或删去；这里还可以写：{instead}",
        "改成认识的键，或删去；条目的键，{program} new 写的草稿里全有，其他文件的键见 docs/site.md，主题的见 docs/theme-reference.md",
    ),
    "key/reserved": Sentence(
        "“{key}”留给以后的版本，现在还没有用处",
        "写在这里的内容不会公开",
        "删去这一行；要公开的写进正文或“说明”",
    ),
    "key/duplicate": Sentence(
        "键“{key}”写了两次，第一次在第 {first} 行", "不知道该用哪一个", "留下一个"
    ),
    "key/which-unit": Sentence(
        "“{key}”说的是公开单位还是金额单位？",
        "两种都有人这样写，不能替你猜",
        "改成“公开单位”或“金额单位”",
    ),
    "key/no-money-unit": Sentence(
        "这种条目没有“金额单位”，“{key}: {value}”写在这里没有用",
        "它会让人以为数字已经换算过",
        "删去这一行，金额的单位写在正文或“说明”里；说的是谁公开的，改成“公开单位”",
    ),
    "key/empty": Sentence("“{key}”后面没有写内容", "", "这一项一定要写，写的是：{help}"),
    "key/missing": Sentence("少了“{key}”（{english}）", "", "加上“{key}: …”，写的是：{help}"),
    "value/not-one": Sentence("“{key}”应当只写一个值", "", "写成“{key}: …”一行"),
    "value/not-keys": Sentence(
        "“{key}”下面应当是几个键", "", "下一行起，前面多空两格，每行写一个“键: 值”"
    ),
    "value/not-list": Sentence(
        "“{key}”应当是一个列表", "", "下一行起，前面多空两格，每项以“- ”开头"
    ),
    "value/several": Sentence(
        "“{key}”的一项里有“{sign}”，像是写了几项",
        "几项会被当成一项",
        "每项单独一行，前面空两格，以“- ”开头",
    ),
    "value/one-line": Sentence("“{key}”写了几行", "", "在“{key}: ”后面写成一行"),
    "value/count": Sentence(
        "“{key}”要写正整数，写的是“{value}”", "", "写 1、2、3 这样的数，不写“天”“个”"
    ),
    "value/empty-item": Sentence("“{key}”里有一项是空的", "", "写上内容，或删去这一行"),
    "value/workdays": Sentence(
        "“{key}”里写了“工作日”三个字：{value}",
        "“天数”数的是日历日，周末和放假也算；工作日另有一项",
        "公示几个工作日，写“工作日: 5”，冒号后面只写数",
    ),
    "value/tally": Sentence(
        "“{key}”要写 0 或正整数，写的是“{value}”", "", "只写数，如 0、47、1,416，不写“人”“户”"
    ),
    "value/name": Sentence(
        "“{key}”写的“{value}”不能用在网址里",
        "",
        "只用小写英文字母、数字和连字符，不用 con、aux、nul 这些 Windows 留着的名字",
    ),
    "value/zone": Sentence(
        "时区“{value}”不认识", "", '北京时间写成 "+08:00"，别处照样写，都加英文引号'
    ),
    "value/choice": Sentence("“{key}”不能是“{value}”", "", "可以写：{offered}"),
    "date/form": Sentence(
        "“{key}”不是日期：{value}", "写的是哪一天、哪个月，不能替你猜", "写成 {wanted}"
    ),
    "date/published-form": Sentence(
        "“{key}”不是日期：{value}", "日期决定编入哪一期，不能猜", "写成 {wanted}"
    ),
    "date/impossible": Sentence(
        "“{key}”写的日子或时间不存在：{value}",
        "日历和钟点里没有它，不能替你挪到别的日子",
        "改成日历上有的日子；钟点从 00:00 到 23:59",
    ),
    "date/formed-late": Sentence(
        "成文日期 {value} 晚于公布日期", "公布日期早于成文，会被当成倒填日期", "核对两个日期"
    ),
    "date/before-series": Sentence(
        "公布日期早于月度汇编的第一期（{start}）",
        "排不进任何一期",
        "核对日期，或改 site.yaml 里系列的“起始”",
    ),
    "date/before-published": Sentence(
        "{value} 早于公布日期", "公布以后才谈得上更正和撤回", "核对两个日期"
    ),
    "date/future": Sentence(
        "{value} 还没有到", "写了的现在就会印在网上", "核对日期；还没有改的，到那天再写"
    ),
    "money/form": Sentence(
        "金额写法不对：{value}", "从“{stray}”起不是金额的写法", "写成 1680.00 或 1,680.00"
    ),
    "money/too-fine": Sentence(
        "金额 {value} 精确到了分以下", "公布时只能四舍五入，就不是原来的数了", "写到分为止"
    ),
    "money/grouping": Sentence(
        "金额的逗号位置不对：{value}",
        "从“{stray}”起，隔开的不是三位一组，看不出是多少",
        "写成 1680.00 或 1,680.00；小数点用“.”",
    ),
    "money/scientific": Sentence(
        "金额成了科学记数：{value}",
        "表格软件缩短了它，后面的数位可能已经丢了",
        "写成 1680.00 或 1,680.00",
    ),
    "money/unit": Sentence(
        "金额 {value} 写的单位是{written}，这里的金额单位是{unit}",
        "单位不同，数就差一万倍",
        "写成 {instead}，不带单位；或改“金额单位”",
        "换算成{unit}，不带单位；或改“金额单位”",
    ),
    "measure/form": Sentence(
        "“{key}”的写法不对：{value}",
        "从 ^ 指着的字起，不是数，也不是{unit}",
        "写成 120、120.50 或 120{unit}",
    ),
    "measure/unit": Sentence(
        "“{key}”要以{unit}为单位，写的是{written}",
        "不替你换算：换算要四舍五入，就不是批准的数了",
        "按批准文件换成{unit}的数再写；面积单位可以写明的，改“面积单位”",
    ),
    "private/own": Sentence(
        "“{key}”不能公开",
        "它是个人信息，公布出去收不回来（个人信息保护法第六条、第二十五条）",
        "删去这一项或这一列；单位的电话和地址写在“受理”或“异议电话”里",
    ),
    "private/totals": Sentence(
        "“{key}”说的是个人，计生奖扶只公布汇总数",
        "婚育情况是敏感个人信息，网上不能有任何人的姓名和情况（个人信息保护法第二十八条）",
        "删去这一项或这一列，只写人数、户数和金额",
    ),
    "private/day": Sentence(
        "“{key}”写到了日，只写到月",
        "出生的日子连同姓名，就能推出身份证号的大半",
        "删去日，写成 1991-03",
    ),
    "kind/unknown": Sentence("没有“{value}”这种类型", "", "可用的类型：{offered}"),
    "kind/not-here": Sentence(
        "{category}栏目不收“{value}”",
        "",
        "放错了栏目的，移到收“{value}”的栏目里；类型写错的，改成：{offered}；这个栏目真要收它，在 category.yaml 里加上",
    ),
    "list/number": Sentence(
        "列表的编号是 {number}，前一项的下一个是 {wanted}",
        "编号会被改成连续的，就不是原来写的了",
        "改成 {wanted}；确实要跳号的，写成“{number}、”",
    ),
    "body/empty": Sentence(
        "没有正文", "网上会是一个空页", "写上正文；还没写好的，加一行“状态: 草稿”"
    ),
}

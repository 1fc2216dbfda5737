"""What we say in Chinese of entries as a whole: of every kind, and of each."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "status/withdrawn": Sentence(
        "撤回的条目少了“{key}”", "撤回要让群众知道何时、为什么", "加上“{key}: …”"
    ),
    "status/not-withdrawn": Sentence(
        "写了撤回的日期或原因，状态却不是撤回", "", "写“状态: 撤回”，或删去这一项"
    ),
    "status/superseded": Sentence(
        "已替代的条目少了“{key}”",
        "群众打开旧的条目，要知道从哪天起以哪一条为准",
        "加上“{key}: …”：“替代”写新条目的文件路径，如 land/2026/11-notice.md",
    ),
    "status/not-superseded": Sentence(
        "写了替代的条目、日期或原因，状态却不是已替代", "", "写“状态: 已替代”，或删去这一项"
    ),
    "superseded/withheld": Sentence(
        "替代它的 {value} 现在不公开",
        "群众会看到一条作废的，看不到新的",
        "先公布新的条目：还是草稿的，改为待发布；没到日期的，“替代日期”写它公布的那天，到那天才替代",
    ),
    "superseded/circle": Sentence(
        "几个条目互相替代，绕回了原处：{value}",
        "看不出以哪一条为准",
        "最新的那一条，删去“状态: 已替代”和“替代”",
    ),
    "superseded/withdrawn": Sentence(
        "替代它的 {value} 已经撤回",
        "群众从这一条找过去，看到的是一条撤回了的",
        "另有新条目的，改成新条目；没有的，把这一条改成撤回，或恢复为待发布",
    ),
    "superseded/early": Sentence(
        "替代日期 {value} 早于新条目的公布日期 {published}",
        "中间几天，旧的已经不算数，新的还没有公布",
        "核对“替代日期”",
    ),
    "relation/unknown": Sentence(
        "“{key}”里的 {value} 不是已公开的条目",
        "群众点开会是空页",
        "写条目的文件路径（如 land/2026/11-notice.md）、网址或编号",
    ),
    "relation/several": Sentence(
        "“{key}”里的 {value} 可以指几个条目：{others}", "", "改写成其中一个的文件路径"
    ),
    "relation/self": Sentence("“{key}”里的 {value} 就是它自己", "", "改成另一个条目，或删去这一项"),
    "related/twice": Sentence(
        "“相关”里的 {value} 和前面的 {other} 是同一个条目", "网页上只列一次", "删去其中一行"
    ),
    "related/withheld": Sentence(
        "相关的 {value} 现在不公开",
        "它公开以前，网页上不列出它",
        "不用改，它公开以后会自己列出来；不该公开的，删去这一行",
    ),
    "display/end": Sentence(
        "公示期要写“止”“天数”或“工作日”，只写一个",
        "写了几个可能对不上，都不写就不知道哪天结束",
        "写“止: 2026-11-24”“天数: 7”或“工作日: 5”；写了几个的，留下一个",
    ),
    "display/backwards": Sentence("公示期的止 {value} 早于起", "", "核对起止日期"),
    "display/early": Sentence(
        "公示期从 {value} 开始，{published} 才公布",
        "公布以前的几天，群众在网上看不到，来不及提意见",
        "核对公示期和公布日期",
    ),
    "correction/parts": Sentence(
        "更正指明了表格里的一格，但是没有写“{absent}”",
        "行、栏、原值三样写全，才能在表格里把原值划去、印在新值旁边",
        "补上缺的；不指明哪一格的，三样都不写",
    ),
    "correction/no-table": Sentence(
        "更正指明了表格里的一格，但是这一条没有表格",
        "正文里的表格没有行和栏的名字可以查对",
        "删去“行”“栏”“原值”，在“内容”里写清原来是什么、改成什么",
    ),
    "correction/row": Sentence(
        "表格里没有“{value}”这一行",
        "找不到要划去原值的那一格",
        "照表格里的写法写凭证号或名称，也可以写“第3行”；不在表格里的，只写“内容”",
    ),
    "correction/rows": Sentence(
        "表格里第 {rows} 行都叫“{value}”", "不知道更正的是哪一行", "写成其中一行的编号，如“第2行”"
    ),
    "correction/column": Sentence(
        "表格里没有“{value}”这一栏",
        "这个表格的栏有：{offered}",
        "写其中一个；不在表格里的，删去“行”“栏”“原值”，在“内容”里写清",
    ),
    "correction/same": Sentence(
        "原值 {value} 和表格里现在的值一样",
        "更正以后，表格里应当是新值",
        "把表格里的那一格改成新值；没有改过这一格的，删去“行”“栏”“原值”",
    ),
    "correction/twice": Sentence(
        "这一格前后两次更正的原值都是 {value}",
        "前一次更正以后，这一格已经不是它了",
        "核对两次更正：后一次的原值，写前一次改成的值；同一次更正写了两遍的，删去一遍",
    ),
    "address/taken": Sentence(
        "网址 {address} 已经被 {other} 用了",
        "两个条目只有一个看得到",
        "给其中一个换文件名，或写一个别的“编号”",
    ),
    "address/alias-form": Sentence(
        "旧址 {value} 不能用作网址",
        "旧址是本站以前的网址，从首页那一层写起",
        "写成 finance/2026/10-old-name.html 这样：只用英文字母、数字、- 和 _，以 .html 或 .htm 结尾",
    ),
    "address/alias-taken": Sentence(
        "旧址 {address} 已经被 {other} 用了",
        "一个网址只能打开一个网页",
        "核对旧址，删去或改正这一个",
    ),
    "index/taken": Sentence(
        "索引号 {value} 已经用在 {other}", "索引号全站只能用一次", "改正其中一个"
    ),
    "ledger/both-sides": Sentence(
        "凭证 {voucher} 同时写了收入和支出", "", "一行只写一项；既收又支的分成两行"
    ),
    "ledger/no-amount": Sentence("凭证 {voucher} 没有金额", "", "写上收入或支出"),
    "ledger/other-month": Sentence(
        "凭证 {voucher} 的日期 {day} 不在期间 {period} 里", "", "核对日期，或移到那个月的账里"
    ),
    "ledger/closing": Sentence(
        "期末不平：写的是 {written}，算出来是 {expected}，相差 {difference}",
        "期初 {opening} + 收入 {income} − 支出 {expense}",
        "核对各笔和期末，改正写错的那一个",
    ),
    "ledger/balance": Sentence(
        "凭证 {voucher} 的结余写的是 {written}，算到这一行是 {expected}，相差 {difference}",
        "期初加收入减支出，逐行都要相符",
        "核对这一行和上面各行，改正写错的那一个",
    ),
    "appointment/display": Sentence(
        "任前公示没有写“公示期”",
        "任前公示不少于5个工作日（党政领导干部选拔任用工作条例第四十二条）",
        "加上“公示期:”，下面写“起: 2026-11-18”和“止: 2026-11-24”",
    ),
    "appointment/short": Sentence(
        "公示期里只有 {days} 个工作日，不到5个",
        "任前公示不少于5个工作日（党政领导干部选拔任用工作条例第四十二条）；放假和调休上班按 content/calendar 里的安排数",
        "写“工作日: 5”，或者写“止: {until}”（更晚也行），两样只写一样",
    ),
    "appointment/nobody": Sentence(
        "“人员”是空的", "没有人选的公示，群众无从反映意见", "写上人选；还没定的，加一行“状态: 草稿”"
    ),
    "benefit/nothing": Sentence("没有写“政策”“标准”或“汇总”", "网上会是一个空页", "至少写一项"),
    "benefit/no-number": Sentence(
        "“{row}”这一行没有人数、户数和金额",
        "只有名字的一行什么也没有公开",
        "至少写一个数，没有的写 0",
    ),
    "land-approval/display": Sentence(
        "在村组公示，没有写“公示期”",
        "群众不知道在哪几天里提意见",
        "加上“公示期:”，下面写“起: 2026-11-18”和“天数: 7”",
    ),
    "land-compensation/over": Sentence(
        "分配出去的 {shared} 比补偿总额 {total} 还多 {difference}",
        "分出去的不能比收到的多，有一个数写错了",
        "核对“分配”各行、“发放金额”和“补偿总额”，改正写错的那一个",
    ),
    "land-compensation/kept": Sentence(
        "分配各行加起来是 {shared}，比补偿总额 {total} 少 {difference}",
        "群众会问少的钱在哪里；集体留用的，也要说明",
        "漏写的，补上那一行；留在集体的，加一行写明，或者写上“发放金额”",
    ),
    "resolution/nothing": Sentence(
        "“议题”是空的",
        "没有表决的事项，就没有决议",
        "写上每一项和票数；还没开会的，加一行“状态: 草稿”",
    ),
    "resolution/present": Sentence(
        "实到 {present} 人，比应到 {entitled} 人还多 {difference}",
        "到会的人不能比应到的多，有一个数写错了",
        "照会议签到表核对“应到”和“实到”，列席的不算",
    ),
    "resolution/later": Sentence(
        "会议日期 {held} 在{key} {day} 之后",
        "会没有开，就没有决议",
        "核对两个日期，改正写错的那一个",
    ),
    "resolution/votes": Sentence(
        "“{matter}”的票加起来是 {votes}，实到 {present}，相差 {difference}",
        "到会的人每人一票，同意、反对、弃权加起来应当是实到人数",
        "照表决记录核对票数和“实到”，改正写错的那一个；漏写的反对、弃权补上",
    ),
    "resolution/half": Sentence(
        "“{matter}”写的是通过，同意 {ayes} 票，没有超过实到 {present} 人的一半",
        "群众会问为什么这样也算通过",
        "核对票数和“结果”；确实按别的办法通过的，在“说明”里写清楚",
    ),
}

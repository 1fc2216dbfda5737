"""What we say in Chinese of tables, whatever file they stand in, and their sums."""

from generator.words.sentence import Sentence

PROBLEMS = {
    "table/ragged": Sentence(
        "这一行有 {cells} 格，表头有 {wanted} 格",
        "多出来的格不会显示，少了的格会错位",
        "补齐或删去格子；空格子也要写竖线；格子里的竖线写成 \\|",
    ),
    "table/no-head": Sentence(
        "这一行像表格，上面却没有表头和横线",
        "竖线会照原样印出来，成不了表格",
        "表格第一行写表头，第二行写 | --- | --- |，每格一个 ---；不是表格的，去掉行首的竖线",
    ),
    "table/tabs": Sentence(
        "这一行用制表符（Tab）隔开，像是从 Word 或 Excel 粘贴来的表格",
        "照原样印出来，各格会挤在一起，成不了表格",
        "写成竖线隔开的表格，如 {written}，第二行写 | --- | --- |；或存成 .csv 文件作附件；不是表格的，Tab 改成空格",
    ),
    "table/wide-bar": Sentence(
        "这几行用全角竖线“｜”隔开，像是表格",
        "全角竖线会照原样印出来，几行连成一段",
        "改成半角竖线：{written}，第二行写 | --- | --- |，每格一个 ---；不是表格的，每行之间空一行",
    ),
    "table/blank": Sentence("文件里没有表", "", "第一行写列名（{words}），下面一行写一笔"),
    "table/no-header": Sentence(
        "第一行不是列名", "不知道每一列是什么，不能猜", "第一行写列名：{words}"
    ),
    "table/title": Sentence(
        "列名在第 {header} 行，上面还有别的内容",
        "表的上面只能是列名",
        "删去第 {last} 行和它上面的各行；要公布的话写在条目的“标题”“说明”里",
    ),
    "table/title-unit": Sentence(
        "表的上面写着单位是{written}，条目里的金额单位是{unit}",
        "删去这一行再公开，每个金额都会差出一万倍",
        "先在条目里写“金额单位: {written}”，核对期初、期末这样的金额，再删去列名上面的各行",
    ),
    "table/unknown-column": Sentence(
        "不认识的列“{name}”", "这一列的内容不会公开", "可用的列：{words}；用不着的列删去"
    ),
    "table/unit": Sentence(
        "列“{name}”写的单位是{unit}，条目里是{wanted}",
        "同一个数会差出一万倍，或者完全不是一回事",
        "改成一致；金额单位、面积单位写在条目里，数不会自动换算",
    ),
    "table/column-twice": Sentence("列“{name}”有两个", "不知道该用哪一个", "留下一个"),
    "table/column-missing": Sentence(
        "表里少了“{name}”（{english}）这一列", "", "第一行加上“{name}”，下面的格子里写：{help}"
    ),
    "table/no-column": Sentence(
        "这一格上面没有列名", "不知道它是什么，公开时就会漏掉", "补上列名，或删去这一格"
    ),
    "table/cells": Sentence(
        "这一行有 {cells} 格，表头有 {wanted} 格",
        "多出来的格没有列名，少了的格会错位",
        "补齐或删去格子；带逗号的内容（如 1,680.00）两头加英文双引号",
    ),
    "table/empty": Sentence("“{key}”这一格是空的", "", "这一格一定要写，写的是：{help}"),
    "table/hashes": Sentence(
        "“{key}”这一格只剩 ####",
        "存文件时列太窄，原来的内容没有存下来",
        "在原来的表格里把列拉宽，再存一次；原来的表格没有了，就重新填这一格",
    ),
    "table/scientific": Sentence(
        "“{key}”这一格成了科学记数：{value}",
        "长的数字被表格软件缩短，后面的数位已经丢了",
        "把这一列设成“文本”（金额设成“数值”），重新填写，再存一次",
    ),
    "table/serial-date": Sentence(
        "“{key}”这一格是数字 {value}，不是日期",
        "表格软件内部用数字记日子，这个数可能是 {day}，不能替你猜",
        "把这一列设成“日期”，再存一次；或写成 {day} 的样子",
    ),
    "table/carried": Sentence(
        "“{label}”这一行不是一笔收支",
        "期初、期末写在条目里，表里再写一次就会多算",
        "删去这一行；核对条目里的“期初”“期末”",
    ),
    "table/footer": Sentence(
        "“{label}”这一行不是表里的一笔",
        "表里每一行都是一笔，签名和说明不在表里",
        "删去这一行；要公布的话写在条目的“说明”或“审批”里",
    ),
    "table/more": Sentence(
        "这张表还有 {count} 处问题没有列出", "列得太多，反而看不清", "先改好上面这些，再检查一次"
    ),
    "table/too-long": Sentence("表超过 {limit} 行", "", "分成几个条目"),
    "table/too-wide": Sentence("表超过 {limit} 列", "", "删去用不着的列"),
    "table/too-large": Sentence(
        "表格文件超过 {limit}", "", "删去图片和用不着的内容，或分成几个条目"
    ),
    "table/twice": Sentence(
        "“{key}”写在了条目里，旁边又有 {file}", "不知道该用哪一个", "留下一个，另一个删去"
    ),
    "table/two-files": Sentence(
        "{one} 和 {other} 都是这个条目的表", "不知道该用哪一个", "留下一个，另一个删去"
    ),
    "table/no-table": Sentence(
        "旁边的条目不收表格文件",
        "里面的内容不会公开",
        "能带表格文件的类型：{kinds}；要让人下载的，放进和条目同名的文件夹，在“附件”里写上它的名字",
    ),
    "csv/delimiter": Sentence(
        "看不出各格之间用的是什么符号", "用不同的符号去分，得到的表不一样", "各格之间都用英文逗号"
    ),
    "csv/quote-open": Sentence(
        "这个双引号没有结束", "它后面的各行都会被当成这一格", "在这一格的末尾加上英文双引号"
    ),
    "csv/quote-after": Sentence(
        "双引号结束以后还有别的字",
        "看不出这一格到哪里为止",
        "整格放进一对双引号里；格里的双引号写两个",
    ),
    "csv/cells": Sentence("格子超过 {limit} 个", "", "删去空行、空列，或分成几个条目"),
    "xlsx/broken": Sentence(
        "这个文件不是完好的 xlsx 表格", "", "用表格软件打开，另存为“.xlsx”；打不开的，重新做一份"
    ),
    "xlsx/old": Sentence("这是旧的 .xls 格式", "", "用表格软件打开，另存为“.xlsx”"),
    "xlsx/password": Sentence("这个表格加了密码", "", "去掉打开密码，再存一次"),
    "xlsx/bomb": Sentence(
        "这个文件解开以后太大，或者里面有重名的部分",
        "这样的文件会让电脑停下来",
        "把表复制到新的表格文件里，再存一次",
    ),
    "xlsx/blank": Sentence("表格里没有内容", "", "第一行写列名，下面一行写一笔"),
    "xlsx/too-long": Sentence(
        "到 {cell} 还有格子，超过了 {rows} 行、{columns} 列或 {most} 格",
        "",
        "删去远处用不着的格，或分成几个条目",
    ),
    "xlsx/sheets": Sentence(
        "几个工作表都有内容：{sheets}", "只能公开一个，不能替你选", "留下一个，其余的删去或另存"
    ),
    "xlsx/hidden-sheets": Sentence(
        "有隐藏的工作表：{sheets}",
        "不知道里面的内容该不该公开，不能替你猜",
        "取消隐藏，核对后删去用不着的",
    ),
    "xlsx/hidden-rows": Sentence(
        "有隐藏的行：{rows}", "看不见的行也会公开", "取消隐藏或筛选，核对后删去用不着的行"
    ),
    "xlsx/hidden-columns": Sentence(
        "有隐藏的列：{columns}", "看不见的列也会公开", "取消隐藏，核对后删去用不着的列"
    ),
    "xlsx/struck": Sentence(
        "{cell} 划了删除线：{value}",
        "是作废了还是仍然有效，网上看不出来",
        "作废的，删去这一格或这一行；有效的，去掉删除线",
    ),
    "xlsx/comments": Sentence(
        "表格里有批注",
        "批注不会公开，里面的话就漏掉了",
        "要公开的写进“备注”一列或条目的“说明”；然后删去全部批注",
    ),
    "xlsx/drawing": Sentence(
        "表格上放了图片、文本框或图表",
        "它们不会公开，上面的话就漏掉了",
        "要公开的，把字写进格子，图片作附件；然后从表格里删去",
    ),
    "xlsx/merged": Sentence(
        "有合并的单元格：{ranges}",
        "合并的格分不清属于哪一行哪一列",
        "取消合并，每一格都写上内容；表上面的大标题删去",
    ),
    "xlsx/formula": Sentence(
        "{cell} 是公式，还没有算出结果", "公开时会是一个空格", "用表格软件打开，算好后再存一次"
    ),
    "xlsx/error": Sentence("{cell} 是错误：{value}", "", "改正公式或内容，再存一次"),
    "xlsx/boolean": Sentence("{cell} 是 {value}", "看不出要公布什么", "改成要公布的文字"),
    "xlsx/digits": Sentence(
        "{cell} 的数字太长：{value}",
        "表格软件只保留 15 位，后面的已经变成 0",
        "把这一格设成“文本”，重新填写，再存一次",
    ),
    "xlsx/rounded": Sentence(
        "{cell} 存的是 {value}，显示的位数比它少",
        "看到的和存着的不是一个数，不能替你选",
        "把数改成要公布的数，或让这一格显示全部小数",
    ),
    "xlsx/format": Sentence(
        "{cell} 存的是 {value}，设的数字格式认不出来",
        "不知道表格里看到的是什么样子",
        "数字用“常规”或“数值”格式，日期用“日期”格式，其他的设成“文本”重新填写",
    ),
    "xlsx/unsure": Sentence(
        "{cell} 读不准：{value}", "两种读法得到的不一样，不能替你选", "重新填写这一格，再存一次"
    ),
    "sum/differs": Sentence(
        "“{label}”的“{key}”写的是 {written}，上面各行加起来是 {computed}，相差 {difference}",
        "公开的账要加得拢",
        "核对各行和“{label}”，改正写错的那一个",
    ),
    "sum/text": Sentence(
        "“{label}”的“{key}”写的是 {written}，上面各行加起来是 {computed}，相差 {difference}",
        "公开的账要加得拢",
        "核对各行和“{label}”，改正写错的那一个；不是上面各行之和的，换一个不像合计的名称",
    ),
    "sum/last": Sentence(
        "“{label}”的“{key}”写的是 {written}，上面最后一行是 {computed}，相差 {difference}",
        "这一列不相加，只重复最后一行的数",
        "改正写错的那一个，或把这一格留空",
    ),
    "sum/unclear": Sentence(
        "看不出“{label}”这一行是合计还是一笔",
        "当成一笔，总数就多出一倍；当成合计，这一笔就漏了",
        "是合计的，第一格只写“合计”或“小计”；是一笔的，换一种写法，不用“合计”这样的词",
    ),
    "sum/first": Sentence(
        "“{label}”这一行上面没有明细",
        "合计要和上面各行核对，写在最前面就核对不了",
        "把这一行移到它合计的各行下面，或删去",
    ),
    "sum/to-date": Sentence(
        "“{label}”是累计数，不是这张表的合计",
        "里面有以前各期的数，和这张表的各行对不上",
        "删去这一行；要公布的话写在条目的“说明”里",
    ),
    "sum/of-which": Sentence(
        "“{label}”这一行只是上面某一行的一部分",
        "当成一笔，总数就多算一次",
        "删去这一行；要公布的话写在条目的“说明”里",
    ),
    "sum/extra": Sentence(
        "“{label}”这一行的“{key}”写了别的内容",
        "合计行只用来核对，这句话不会公开",
        "把这一格留空；要公布的话写在条目的“说明”里",
    ),
    "total/differs": Sentence(
        "“{key}”写的是 {written}，各项加起来是 {computed}，相差 {difference}",
        "数字对不上，群众就不知道该信哪一个",
        "核对各项和“{key}”，改正写错的那一个",
    ),
    "total/gap": Sentence(
        "写了“{key}”，这一行却没有“{part}”",
        "少了一个数，合计就没法核对",
        "补上这一行的“{part}”，没有的写 0；或者不写“{key}”",
    ),
}

"""What we say in Chinese."""

from generator.words.sentence import Sentence

NEAR = "你是不是想写“{near}”？"

PROBLEMS: dict[str, Sentence] = {
    # 文件
    "text/encoding": Sentence(
        "第 {offset} 个字节读不成文字，文件不是 UTF-8，也不是 GB18030（ANSI）编码",
        "按错误的编码读，文字会变成乱码；可能是两种编码的文字拼在了一起，或者文件坏了",
        "用记事本打开，看文字是否正常；正常的，另存为，编码选 UTF-8；不正常的，找没有坏的原文件",
    ),
    "text/gb18030": Sentence(
        "文件是 GB18030（ANSI）编码，已按它读出",
        "别的电脑和软件会把它显示成乱码",
        "用记事本打开，另存为，编码选 UTF-8；表格在 Excel 里另存为“CSV UTF-8”或 .xlsx",
    ),
    "text/utf16": Sentence(
        "文件是 UTF-16（Unicode）编码，已按它读出",
        "许多软件不认识这种编码",
        "用记事本打开，另存为，编码选 UTF-8",
    ),
    "text/control": Sentence(
        "文件里有看不见的字符 {char}",
        "它会让一行断成两行或整段消失",
        "删去这个字符，重新输入前后的文字",
    ),
    "text/turning": Sentence(
        "文件里有看不见的字符 {char}，它会颠倒文字的方向",
        "读者看到的次序和写的不一样，数字也会倒过来",
        "删去这个字符，重新输入前后的文字",
    ),
    "text/hidden": Sentence(
        "文件里有看不见、不占位置的字符 {char}，多半是从网页或微信复制来的",
        "看上去一样的字，查找和比对时却不一样",
        "删去这个字符，重新输入前后的文字",
    ),
    "text/half-width": Sentence(
        "中文里用了半角标点“{written}”",
        "半角标点在中文里挤成一团，有的还会跑到一行的开头",
        "改成全角：{fixed}",
    ),
    "text/full-width": Sentence(
        "“{written}”是全角的，字母和数字要用半角",
        "全角的字母和数字查找不到，也不能复制去拨号、计算",
        "改成半角：{fixed}",
    ),
    "text/width-more": Sentence(
        "这个文件里还有 {count} 处标点、字母或数字的全角半角不对",
        "前面的几行已经逐行指出",
        "用“查找和替换”一次改完，再检查一遍",
    ),
    "text/no-link": Sentence(
        "这里不能写链接，方括号和网址会照原样印出来",
        "只有正文里能写链接；标题、摘要、说明这些格子里只有文字",
        "只留文字；要给链接的，写到正文里，或者写进“相关”",
    ),
    "text/lost-char": Sentence(
        "这里的字已经丢了，只剩下替代它的字符 {char}",
        "多半是从 Word 复制来的符号、图片，或者按错误的编码存过；别人看到的是方块、问号或什么也没有",
        "对照原件，把这个字或符号重新输入；项目符号改成“-”，图片另存为文件",
    ),
    "text/too-slow": Sentence(
        "这个文件读了 {seconds} 秒还没有读完",
        "里面的符号太多或太乱，一直读下去网站就建不成",
        "拆成几个条目，删去多余的符号；别的文件已经照常检查",
    ),
    "text/crashed": Sentence(
        "读这个文件的时候程序崩溃了",
        "文件里有程序受不了的内容，别的文件已经照常检查",
        "拆成几个条目，找出是哪一段；把它发给写程序的人",
    ),
    "text/too-large": Sentence(
        "正文太长，超过 {limit} 字",
        "这样长的一页打开很慢，也没有人看得完",
        "拆成几个条目，或存成 PDF 作附件",
    ),
    "text/nesting": Sentence(
        "列表或引用套了 {limit} 层以上", "读者看不清这样深的层次", "改成平列的几条"
    ),
    "text/more": Sentence(
        "从这一行起，还有 {count} 处没有列出",
        "一次列出太多，反而看不清",
        "先改好上面列出的，再运行一次",
    ),
    "text/mask": Sentence(
        "“{written}”里的星号，分不清是遮住的字还是加粗",
        "当成加粗，星号就不见了，遮住的地方也看不出来",
        "是遮住的字，写成 {masked}；是加粗，在前一个 ** 的前面空一格",
        "是遮住的字，每个星号前面加一个反斜杠；是加粗，在前一个 ** 的前面空一格",
    ),
    "text/bold": Sentence(
        "加粗的两颗星 ** 在这一行里只有前面，没有后面",
        "加粗不能跨行，星号会照原样印出来",
        "在要加粗的字后面也写 **，跨行的每行各写一对；不是加粗的，写成 \\*\\*",
    ),
    "text/lost": Sentence(
        "排版以后和原文不一样：原文是“{written}”，排出来是“{shown}”",
        "公开的文字要和原文一字不差",
        "换一种写法；并把这一段原来的写法发给程序的开发者",
    ),
    "file/unknown": Sentence(
        "不认识的文件 {name}",
        "没有任何东西会用到它，公开时就等于漏掉",
        "条目用 .md、.yaml 文件写，放在栏目里；附件放进和条目同名的文件夹，账目的表格和条目同名，条目改了名它们也跟着改；用不着的文件移出内容文件夹",
    ),
    "file/folder-unknown": Sentence(
        "文件夹 {name} 不是栏目",
        "里面的文件不会公开",
        "在 site.yaml 的“栏目”里加上它，或把文件移到已有的栏目",
    ),
    "file/root-name": Sentence(
        "files 文件夹里的 {name} 不能照原样放到网站上",
        "里面的文件照原名复制到网站根目录，中文、空格和符号有的主机认不得",
        "文件名只用英文、数字、点、连字符和下划线",
    ),
    "file/root-taken": Sentence(
        "网址 {address} 是网站自己的，或者已经有文件用了",
        "复制过去会盖掉那一页，或者被它盖掉",
        "给 files 文件夹里的这个文件换个名字，或者移走",
    ),
    "file/link": Sentence(
        "这是一个链接（快捷方式一类）或设备，不是普通文件",
        "链接可能把别处的文件带到网上",
        "删去它，把它指向的文件复制到这里",
    ),
    "file/copy": Sentence(
        "看名字是 {other} 的副本，标题、单位和日期也一样",
        "同一件事会公开两次，改了一份忘了另一份，群众就不知道该信哪一份",
        "是多出来的，移出内容文件夹；是另一件事，改好标题和文件名",
    ),
    "file/name": Sentence(
        "文件名或文件夹名里有看不见的字符，或者不是 UTF-8 编码",
        "别的电脑打不开这样的名字",
        "把文件改成英文、数字的短名",
    ),
    "file/name-windows": Sentence(
        "这个名字在 Windows 上建不了文件",
        "别的电脑复制不了、打不开它",
        '改名：不用 < > : " | ? * 和反斜杠，不以句点或空格结尾，不叫 con、aux、nul',
    ),
    "file/too-large": Sentence("文件超过 {limit}", "", "拆开，或改成附件"),
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
    # 站点设置
    "site/no-folder": Sentence(
        "找不到内容文件夹", "", "检查 --site 后面的路径，或在项目文件夹里运行"
    ),
    "site/absent": Sentence(
        "没有 site.yaml",
        "没有它就不知道谁在公开、有哪些栏目",
        "运行 {program} new-site 加一个新文件夹的名字，把那里面的 content/site.yaml 复制过来",
    ),
    "site/empty": Sentence("文件是空的，或者不是“键: 值”的写法", "", "每行写一个“键: 值”"),
    "site/schema": Sentence(
        "设置文件的版本 {value} 不认识", "这个版本的程序只认 1", "写“版本: 1”，或更新程序"
    ),
    "site/unit-twice": Sentence(
        "“{value}”用在两个公开单位上", "条目无法分清是哪个单位", "改成不同的编号、名称或简称"
    ),
    "site/target-twice": Sentence(
        "“{value}”用在两个发布的地方上", "命令里写它，分不清是哪一个", "改成不同的名称"
    ),
    "site/target-name": Sentence(
        "发布的地方不能叫“{value}”",
        "这个名字是签名的密钥用的，主机会收到密钥的密码",
        "换一个名称，如 web",
    ),
    "site/target-since": Sentence(
        "文件夹不写“来自”",
        "发布到文件夹，总是只传变了的文件",
        "删去这一行；要只装一部分的，方式写“压缩包”",
    ),
    "site/public-key": Sentence(
        "公钥不是 minisign 的公钥",
        "没有它就核对不了签名",
        "把 .pub 文件里 RW 开头的那一行整行抄来，共56个字符",
    ),
    "site/target-zip": Sentence(
        "压缩包的位置“{value}”不是 .zip 文件", "", "写成 usb/site.zip 这样的路径"
    ),
    "site/target-address": Sentence(
        "发布的位置不是这种方式的地址",
        "网络上的主机要写明怎么连、谁来连、连到哪里",
        "写成 {scheme}://用户名@主机/文件夹 这样，密码不写在这里",
    ),
    "site/target-endpoint": Sentence(
        "服务地址写得不对", "", "写成 https://s3.example.com 这样，后面不写文件夹"
    ),
    "site/target-fingerprint": Sentence(
        "这里的指纹没有用",
        "这样送过去不加密，看不到主机的指纹，谁都可以冒充它",
        "改用会加密的方式：SFTP、FTPS，以 https:// 开头的 WebDAV，服务地址以 https:// 开头的对象存储；不改的，删去这一行",
    ),
    "site/target-digits": Sentence(
        "这不是一个完整的指纹",
        "少一个字就认不出主机",
        "照第一次连接时印出来的抄全：{form}；SFTP 的是 SHA256: 和 43 个字符，其他的是 64 个十六进制数字，两个一组，中间可以有冒号",
    ),
    "site/target-secret": Sentence(
        "发布的地址里写了密码",
        "这个文件会给别人看，会留在备份里",
        "从地址里删去冒号和密码，并请管理员换一个密码；新密码放在环境变量 {variable} 里，或者发布的时候再输",
    ),
    "site/category-name": Sentence(
        "栏目文件夹不能叫 {value}",
        "它会用在网址里，或者已被网站自己占用",
        "用小写英文、数字和连字符，避开 assets、calendar、catalog、changes、data、files、issues、manifest、notices、pages、records、units",
    ),
    "site/url": Sentence(
        "这不是网站的完整网址：{value}",
        "订阅、站点地图和搜索引擎要靠它找到每一页",
        "写网站根目录的网址，如 https://www.example.gov.cn/ 或 https://www.example.gov.cn/gongkai/，后面不带 ? # 和网页名；中文域名写成 xn-- 开头的形式；还没有定就不写",
    ),
    "site/code": Sentence(
        "网站标识码应当是10位，这里写了{count}位：{value}",
        "标识码由上级分配，错一位就是别的网站",
        "照分配的写，10位数字，或两个字母加8位数字；不是政府网站的（如村里的）删去这一行",
    ),
    "site/mark": Sentence(
        "党政机关标识不是 bszs.conac.cn 上的网址：{value}",
        "标识要能点开到编办的登记页面，别处的不作数",
        "写登记页面的完整网址，https://bszs.conac.cn/ 开头；没有就删去这一行",
    ),
    "site/link": Sentence(
        "这不是完整的网址：{value}",
        "群众点了打不开",
        "写 https:// 开头的完整网址；没有就删去这一行",
    ),
    "site/masthead": Sentence(
        "名称里不能有“{value}”",
        "乡镇不办政府公报（国办发〔2018〕22号），刊号只有经批准的期刊才有",
        "换一个名称，如“政务公开信息（月度汇编）”",
    ),
    "site/masthead-serial": Sentence(
        "名称里的“{value}”像是正式出版的刊物",
        "没有刊号的内部资料不能自称刊、报或出版（内部资料性出版物管理办法）",
        "换一个名称，如“政务公开信息（月度汇编）”；印成册的，先问当地新闻出版部门",
    ),
    "category/absent": Sentence(
        "栏目 {name} 没有 category.yaml",
        "没有它就不知道栏目叫什么、收哪些条目",
        "从别的栏目复制一份 category.yaml 来改；不要这个栏目的，从 site.yaml 的“栏目”里删去它",
    ),
    "kind/unknown": Sentence("没有“{value}”这种类型", "", "可用的类型：{offered}"),
    "kind/not-here": Sentence(
        "{category}栏目不收“{value}”",
        "",
        "放错了栏目的，移到收“{value}”的栏目里；类型写错的，改成：{offered}；这个栏目真要收它，在 category.yaml 里加上",
    ),
    # 写法
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
    # 条目
    "unit/unknown": Sentence(
        "没有“{value}”这个公开单位",
        "不写明单位就没有人对内容负责",
        "写 site.yaml 里公开单位的编号、名称或简称",
    ),
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
    "calendar/missing-year": Sentence(
        "没有{year}年的放假安排，{year}年的工作日按周一到周五数",
        "遇上放假和调休，数出来的日子会差几天；网页上会注明是暂定的",
        "照国务院办公厅的通知写好 content/calendar/{year}.yaml，样子看同一文件夹里其他年份",
    ),
    "calendar/name": Sentence(
        "calendar 文件夹里只放按年份命名的文件",
        "名字不是年份，就不知道是哪一年的安排",
        "改名为 2027.yaml 这样；不是放假安排的，移到别处",
    ),
    "calendar/other-year": Sentence(
        "{value} 不在{year}年",
        "一个文件只写一年，跨年的假期分开写",
        "改正日期，或写到那一年的文件里",
    ),
    "calendar/twice": Sentence(
        "{value} 写了两次，第一次在第 {first} 行", "", "核对通知，改正或删去一个"
    ),
    "calendar/both": Sentence(
        "{value} 又放假又上班，放假写在第 {first} 行",
        "不知道这一天算不算工作日",
        "核对通知，删去一个",
    ),
    "calendar/weekday": Sentence(
        "{value} 是周一到周五，不是调休上班的日子",
        "“上班”只写调休上班的周六、周日，多半是日期写错了",
        "核对通知，改正日期",
    ),
    "calendar/backwards": Sentence("放假的止早于起", "", "核对通知，改正日期"),
    "calendar/long": Sentence(
        "从 {value} 起连着放假 {days} 天",
        "法定的假期没有这么长，多半是日期写错了，工作日会数错",
        "核对通知，改正日期",
    ),
    "issues/name": Sentence(
        "issues 文件夹里只放按月份命名的文件",
        "名字不是月份，就不知道是哪一期的",
        "改名为 2026-10.yaml 这样；条目放进栏目的文件夹",
    ),
    "issues/before-series": Sentence(
        "这个月在汇编起始的 {start} 以前", "那时还没有汇编", "改正文件名，或改 site.yaml 的“系列”"
    ),
    "issues/future": Sentence(
        "{month} 还没有到，这个文件现在不公开",
        "",
        "不用改，到了那个月会自己印上；写错月份的，改文件名",
    ),
    "issues/not-empty": Sentence(
        "{month} 有公开的条目，却写了“缺期原因”",
        "“缺期原因”说的是这个月为什么没有公开的事项",
        "删去“缺期原因”；要说明的写在“卷首”",
    ),
    "issues/no-issue": Sentence(
        "{month} 没有公开的条目，写的这一项不会显示",
        "没有条目的月份没有汇编，卷首和下期预告无处可印",
        "核对月份；要说明为什么没有，写“缺期原因”",
    ),
    "appointment/nobody": Sentence(
        "“人员”是空的", "没有人选的公示，群众无从反映意见", "写上人选；还没定的，加一行“状态: 草稿”"
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
    "link/scheme": Sentence(
        "链接 {target} 不能用",
        "只有网页、邮箱、电话和本站的链接能打开",
        "改成 https:// 开头的网址，或指向本站条目的相对路径；不是链接的，在 [ 前面加 \\",
    ),
    "link/form": Sentence(
        "链接的括号里除了地址还有别的：{target}",
        "空格和引号里的文字不会显示，地址也会打不开",
        "圆括号里只写地址，说明写在方括号里",
    ),
    "link/end": Sentence(
        "网址 {target} 后面紧跟着汉字",
        "看不出网址到哪里为止，链接可能打不开",
        "网址后面空一格，或写成 [名称](网址)",
    ),
    "link/anchor": Sentence(
        "链接 {target} 指的标题不存在",
        "群众点了，到不了那一段",
        "# 后面照写标题的文字；改了标题，链接也要改；指整页的，删去 # 和它后面的字",
    ),
    "link/broken": Sentence(
        "链接指向的 {target} 不存在",
        "群众点开会是空页",
        "改正路径，或去掉链接；不是链接的，在 [ 前面加 \\",
    ),
    "gone/missing": Sentence(
        "已经公开的条目不见了（{address}）",
        "公开过的内容不能不声不响地消失",
        "把文件放回来；换了文件名或编号的，在新文件里写“旧址: {address}”；要撤下就写“状态: 撤回”、撤回日期和原因。若这个网站从未上网，清空 output 文件夹再生成",
    ),
    "gone/draft": Sentence(
        "已经公开的条目会从网上消失（{address}）：它现在是草稿",
        "公开过的内容不能不声不响地消失",
        "删去“状态: 草稿”这一行；要撤下就写“状态: 撤回”、撤回日期和原因",
    ),
    "gone/internal": Sentence(
        "已经公开的条目会从网上消失（{address}）：它的公开范围现在是内部",
        "公开过的内容不能不声不响地消失",
        "删去“公开范围: 内部”这一行；要撤下就写“状态: 撤回”、撤回日期和原因",
    ),
    "gone/future": Sentence(
        "已经公开的条目会从网上消失（{address}）：它现在还没到公布日期",
        "公开过的内容不能不声不响地消失",
        "改回原来的公布日期（用了 --today 的，去掉它）；要撤下就写“状态: 撤回”、撤回日期和原因",
    ),
    "site/output": Sentence(
        "输出文件夹不能放在内容、主题或 .releases 里面，也不能包住它们",
        "生成的网站和人写的内容会混在一起",
        "用 --output 换一个单独的文件夹",
    ),
    "attachment/missing": Sentence(
        "没有这个附件或图片：{name}",
        "群众点开会是空页",
        "把文件放进 {folder} 文件夹，名字一字不差；条目改了名的，原来的文件夹也改成这个名字；一个条目只能用自己文件夹里的文件",
    ),
    "attachment/twice": Sentence("附件 {name} 列了两次", "", "留下一个"),
    "attachment/unused": Sentence(
        "文件夹里的 {name} 没有用到",
        "不知道它该不该公开，放错的文件不能带到网上",
        "要公开的，在正文里链接它，或者在条目的“附件”里写上它的名字；不公开的，移出内容文件夹",
    ),
    "attachment/type": Sentence(
        "{name} 这种文件不能作附件",
        "网页、程序一类的文件会在看的人电脑上运行",
        "换成 PDF、表格、文档或图片；可用的类型：{offered}",
    ),
    "attachment/content": Sentence(
        "这个文件的后缀是 {ending}，内容却不是（像是 {seems}）",
        "只改后缀不会变成那种文件，群众打不开；里面也可能是程序",
        "用原来的软件打开，另存为 {ending} 再放进来；加了密码的先去掉密码",
    ),
    "attachment/empty": Sentence(
        "这个附件是空的（0 字节）", "多半是复制到一半断了", "重新复制这个文件"
    ),
    "attachment/heavy": Sentence(
        "这个文件有 {size}", "手机上打开很慢，流量也多", "图片缩小到 2 MB 以内，附件 20 MB 以内"
    ),
    "image/unreadable": Sentence(
        "这张图片读不出来", "文件坏了，或者只是改了后缀", "用画图打开，另存为 PNG 或 JPG"
    ),
    "image/type": Sentence(
        "{target} 不是图片", "", "图片用 PNG、JPG、WebP 或 GIF；别的文件写成附件"
    ),
    "image/outside": Sentence(
        "图片在别的网站上：{target}",
        "别的网站改了、关了，这里就变了；看的人的地址也会被它知道",
        "下载下来放进 {folder} 文件夹，再写它的名字",
    ),
    "image/no-alt": Sentence(
        "图片没有说明文字：{target}",
        "看不见图片的人、听网页的人不知道上面是什么",
        "在方括号里写上说明：![说明]({target})",
    ),
    "list/number": Sentence(
        "列表的编号是 {number}，前一项的下一个是 {wanted}",
        "编号会被改成连续的，就不是原来写的了",
        "改成 {wanted}；确实要跳号的，写成“{number}、”",
    ),
    "site/category-twice": Sentence("栏目 {value} 写了两次", "", "留下一个"),
    "category/seal": Sentence(
        "简称字“{value}”不止一个字", "它印在一个字大小的方框里", "只写一个字"
    ),
    "date/before-published": Sentence(
        "{value} 早于公布日期", "公布以后才谈得上更正和撤回", "核对两个日期"
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
    "date/future": Sentence(
        "{value} 还没有到", "写了的现在就会印在网上", "核对日期；还没有改的，到那天再写"
    ),
    "body/empty": Sentence(
        "没有正文", "网上会是一个空页", "写上正文；还没写好的，加一行“状态: 草稿”"
    ),
    "category/unread": Sentence(
        "这个栏目里的 {count} 个文件还没有检查",
        "没有读懂栏目的 category.yaml，读不了条目",
        "先改好 category.yaml，再运行一次",
    ),
    "site/unread": Sentence(
        "另外 {count} 个文件还没有检查",
        "没有读懂 site.yaml，不知道有哪些栏目",
        "先改好 site.yaml，再运行一次",
    ),
    # 主题
    "theme/absent": Sentence(
        "没有名为 {name} 的主题", "", "检查 site.yaml 的“主题”，或把主题文件夹放进 themes"
    ),
    "theme/incomplete": Sentence(
        "主题缺少这个文件", "少了它有的页面排不出来", "从默认主题复制一份"
    ),
    "theme/empty": Sentence(
        "文件里没有“键: 值”", "", "照 docs/theme-guide.md 写；不需要这个文件就删去"
    ),
    "theme/contract": Sentence(
        "主题按第 {value} 版页面约定写，这个程序用第 {ours} 版",
        "页面给模板的内容不同了，照旧排印会缺东西",
        "对照 docs/theme-reference.md 改好模板，再把“约定”写成 {ours}",
    ),
    "theme/parent": Sentence(
        "没有名为 {value} 的主题，这个主题却要在它上面改",
        "",
        "“上级”写 themes 里的文件夹名，自带的是 default",
    ),
    "theme/cycle": Sentence(
        "主题绕了一圈又回到 {value}：{chain}", "", "让其中一个不写“上级”，或改成别的主题"
    ),
    "theme/deep": Sentence(
        "主题一层叠一层，超过 {limit} 层：{chain}", "", "把中间几层合成一个主题"
    ),
    "theme/stray": Sentence(
        "主题里不认识的文件“{name}”",
        "这里的内容不会用到",
        "改成认识的名字，或移走；认识的有 {known}",
    ),
    "theme/no-words": Sentence("主题缺少这种语言的词表", "", "从默认主题复制一份词表"),
    "theme/words": Sentence("词表的写法不对", "", "每行写一个“键: 文字”，键不能重复"),
    "theme/word-missing": Sentence("词表缺少：{keys}", "", "从默认主题的词表里补上"),
    "theme/word-unknown": Sentence(
        "词表里的“{key}”，没有地方用到",
        "写在这里的文字不会印出来",
        "改成已有的键，见 docs/theme-reference.md；或在模板里用它，或删去",
    ),
    "theme/token": Sentence(
        "{name} 的写法不对：{value}", "浏览器会当作没有写", "照这样写：{example}"
    ),
    "theme/contrast": Sentence(
        "{front} 在 {back} 上看不清（{mode}）：对比 {ratio}，至少要 {needed}",
        "眼睛不好的人读不了",
        "把字的颜色改深或改浅一些，或换底色",
    ),
    "theme/asset": Sentence(
        "样式里用到的文件“{value}”，主题里没有",
        "页面上这里会空着",
        "放进主题的 assets，或改成已有的名字",
    ),
    "theme/outside": Sentence(
        "样式引了别处的文件：{value}",
        "页面不从别处取东西，断网也要能看",
        "把文件放进主题的 assets，用 url(文件名)；另外的样式写进 extra.css",
    ),
    "theme/name": Sentence(
        "模板里写的“{name}”，{page} 这一页没有",
        "要印的内容会空着",
        "改成页面有的名字，或先用 if 问有没有；对照默认主题的同一个文件",
    ),
    "theme/template": Sentence("模板出错：{detail}", "", "改正模板；对照默认主题"),
    "theme/attribute": Sentence(
        "模板里写的“{name}”，{owner} 没有",
        "要印的内容会空着",
        "改成有的名字，见 docs/theme-reference.md",
    ),
    "theme/no-template": Sentence(
        "没有叫“{name}”的模板", "", "改成有的名字；“parent/”后面写上级主题的模板"
    ),
    "theme/circle": Sentence(
        "模板“{name}”绕回到自己", "排印永远不会完", "同名的模板要用上级主题的，写成“parent/文件名”"
    ),
    "theme/block": Sentence(
        "上级模板里没有叫“{name}”的 block", "写在里面的内容不会印出来", "改成上级模板有的 block"
    ),
    "theme/outside-block": Sentence(
        "这里的内容在 block 外面",
        "用了 extends 的模板，只印 block 里面的内容",
        "移进一个 block，或删去",
    ),
    "theme/filter": Sentence(
        "没有叫“{name}”的过滤器或判断", "", "可用的见 docs/theme-reference.md"
    ),
    "theme/use": Sentence(
        "“{name}”是 {kind}，不能这样用",
        "印出来不是给人看的文字",
        "印它里面的一项；tuple 用 for，html 用 |html，见 docs/theme-reference.md",
    ),
    "theme/arguments": Sentence("调用 {name} 的参数不对", "", "照它的定义写：{wanted}"),
    "theme/autoescape": Sentence(
        "模板不能关掉转义", "别人写的文字会被当作网页执行", "去掉 autoescape；正文用 |html"
    ),
    "theme/maybe": Sentence(
        "“{name}”可能没有，这里没有先问",
        "没有的时候这一页排不出来",
        "前面加上判断，例如 if {name}",
    ),
    "theme/unchecked": Sentence(
        "“{name}”要到排印时才知道对不对", "写错了不能提前说", "换成可以检查的写法：直接写名字"
    ),
    "theme/unused": Sentence(
        "没有页面用到“{name}”", "写在里面的内容不会印出来，也没有检查", "用上它，或删去"
    ),
    # 环境
    "disk/busy": Sentence(
        "另一个生成正在进行（进程 {pid}，{host}，{since} 开始）", "", "等它结束再运行"
    ),
    "disk/foreign": Sentence(
        "输出文件夹里有不是我们生成的文件：{names}",
        "我们只删自己生成的文件，不敢覆盖别人的",
        "把这些文件移走，或用 --output 换一个空文件夹",
    ),
    "disk/full": Sentence("磁盘满了：{error}", "{live}", "清出空间再运行"),
    "disk/io": Sentence("磁盘读写出错：{error}", "{live}", "检查磁盘或 U 盘再运行"),
    "disk/denied": Sentence(
        "没有权限：{error}", "{live}", "换一个能写的文件夹，或请管理员开放权限"
    ),
    "disk/readonly": Sentence("这个盘是只读的：{error}", "{live}", "复制到能写的盘上再运行"),
    "disk/link": Sentence(
        "输出文件夹是一个链接",
        "链接可能指到别人的文件夹",
        "删去这个链接，再运行一次，会建真正的文件夹",
    ),
    "disk/read": Sentence("读不了：{error}", "", "检查文件夹的权限"),
    # 发布
    "publish/no-target": Sentence(
        "site.yaml 里没有写发布到哪里",
        "",
        "加上“发布”：一项写名称、方式（文件夹或压缩包）、位置，见 docs/site.md",
    ),
    "publish/which": Sentence(
        "发布的地方不止一处：{offered}", "", "写出是哪一处，如 {program} publish {first}"
    ),
    "publish/unknown": Sentence("没有叫“{value}”的发布目标", "", "可用的：{offered}"),
    "publish/place": Sentence(
        "发布的位置和内容、主题、output、.releases 或 .cache 重叠",
        "网站会和人写的文件、程序自己的文件混在一起",
        "换一个项目以外的文件夹",
    ),
    "publish/today": Sentence(
        "site.yaml 里把“今天”固定住了，不能发布",
        "固定的日子只给样例用；公示还剩几天、公布日期到没到都会算错",
        "删去“今天”这一行，先运行 {program}，再发布",
    ),
    "publish/clock": Sentence(
        "电脑的时间是 {now}，早于上一次发布的 {last}",
        "时间不对，没到日子的会公开，发布记录也会颠倒",
        "把电脑的日期和时间调对，再运行；时间没有错的，是写这一行回执的那台电脑快了，把这一行里的 at 改成当时的时间",
    ),
    "publish/no-site": Sentence("output 里还没有网站", "", "先运行 {program}，再发布"),
    "publish/output": Sentence(
        "output 里有 {count} 个文件不是生成时的样子：{names}",
        "发布的要和生成的一字不差；手改的网页下一次生成就没有了",
        "要改的改在内容里；再运行 {program}，会换回生成的样子，然后发布",
    ),
    "publish/stale": Sentence(
        "内容、主题或日子变了，output 还是以前的：{count} 个文件会不一样，如 {names}",
        "发布出去的就不是现在该公开的",
        "先运行 {program}，再发布",
    ),
    "publish/content": Sentence(
        "内容里有 {count} 处要改，没有发布",
        "内容和 output 已经不是一回事",
        "运行 {program} check，照提示改好，再生成，再发布",
    ),
    "publish/busy": Sentence("这台电脑上正在往这里发布", "", "等它结束再运行；没有传完的会接着传"),
    "publish/held": Sentence(
        "{who} 正在 {host} 上往这里发布（{since} 开始）",
        "两个人同时发布，主机上会新旧混在一起",
        "等他发完再运行；确实没有人在发布的，把那个位置里 .gongkai 文件夹下的 lock 删去",
    ),
    "publish/overtaken": Sentence(
        "发布到一半停下：这里停顿的时候，.gongkai/lock 被删去或者换过了，现在占着的是 {who}（{host}，{since} 开始）",
        "再接着做，两个人的网站会混在一起；从这时起主机上的文件一个也没有再动",
        "等那边发布完，把那台电脑的 content/records 拿过来，再发布；没有别人发布过的，直接再发布一次，会接着传完",
    ),
    "publish/other": Sentence(
        "主机上的网站不是这里上一次发布的",
        "可能有人在另一台电脑上发布过，这里不知道",
        "把那台电脑的 content/records 拿过来，再发布；要丢开那个网站的，先把它的文件从主机上移走",
    ),
    "publish/taken": Sentence(
        "主机上有 {count} 个不是我们放的文件占着位置：{names}",
        "别人的文件我们不盖也不删",
        "看看是谁的，移走以后再发布；或者换一个空文件夹",
    ),
    "publish/zip": Sentence(
        "{names} 已经有了，不是发布做的压缩包，或者坏了",
        "别人的文件我们不盖也不删",
        "看看是谁的，移走以后再发布；或者在 site.yaml 里把压缩包换一个名字",
    ),
    "publish/touched": Sentence(
        "主机上的网站被人动过：{altered} 个文件改了，{gone} 个不见了：{names}",
        "改动不是从这里来的，盖过去就查不清了",
        "先查清是谁改的；要换回我们发布的样子，运行 {program} publish {target} --rollback {release}，再照常发布",
    ),
    "publish/deletions": Sentence(
        "要从主机上删去 {count} 个文件，多于 {most} 个：{names}",
        "一次删去这么多，多半是内容放错了地方",
        "用 --dry-run 看清楚；确实要删的，加上 --allow-delete {count}",
    ),
    "publish/no-release": Sentence(
        "没有可以退回的第 {value} 次发布", "保留的是最近五次", "可以退回：{offered}"
    ),
    "publish/no-records": Sentence(
        "网站里没有各条信息的数据文件，整理不出栏目包",
        "栏目包的标题、索引号、日期都从数据文件里来",
        "site.yaml 里“开放数据”改成“是”，或者删去这一行；先运行 {program}，再发布",
    ),
    "publish/no-article": Sentence(
        "网页 {value} 里没有 article 元素",
        "栏目包的正文是从网页的 article 里取的",
        "请改主题的人把条目的正文放进 <article>，见 docs/theme-guide.md；先运行 {program}，再发布",
    ),
    "publish/receipts": Sentence(
        "发布记录的这一行读不懂",
        "不知道上一次发布了什么，就不敢动主机",
        "从备份里找回这个文件；这一行多半是合并或手改时弄坏的",
    ),
    "publish/no-receipt": Sentence(
        "网站已经送到，但回执没有写成：{error}",
        "发布记录里缺了这一次",
        "检查这个文件夹的权限和空间，再发布一次，会补上",
    ),
    "sign/no-key": Sentence(
        "site.yaml 写了公钥，要签名才能发布，可是没有说密钥在哪里",
        "没有签名的网站，verify 会报",
        "把环境变量 {variable} 设成密钥文件的路径，再发布；不签名了的，删去“公钥”这一行",
    ),
    "sign/key": Sentence(
        "{variable} 指的不是 minisign 的密钥文件，或者读不了",
        "",
        "检查路径和权限；还没有密钥的，运行 minisign -G 生成一对",
    ),
    "sign/password": Sentence(
        "密钥的密码不对，或者没有给密码",
        "密码打不开密钥，就签不了名",
        "在终端里运行，照提示输入；定时运行的，把密码放进环境变量 GONGKAI_SIGN_PASSWORD 或系统的钥匙串",
    ),
    "sign/other-key": Sentence(
        "密钥 {value} 和 site.yaml 里的公钥 {wanted} 不是一对",
        "用它签了，核对的人会以为网站被人换过",
        "换成那一对的密钥；确实换了密钥的，把新的公钥写进 site.yaml，并告诉核对的人",
    ),
    "host/away": Sentence(
        "找不到发布的位置：{error}",
        "{live}",
        "没有这个文件夹的先建好；是共享文件夹或 U 盘的，先接上；位置写错的，改 site.yaml",
    ),
    "host/unreachable": Sentence(
        "连不上主机：{error}", "{live}", "检查网线和网络；位置里的主机名、端口写错的，改 site.yaml"
    ),
    "host/lost": Sentence("和主机的连接断了：{error}", "{live}", "再发布一次，会接着传完"),
    "host/login": Sentence(
        "主机不认这个用户名或者密码",
        "{live}",
        '核对用户名（位置里 @ 前面的）和密码；环境变量 {variable} 里写错的改过来，系统记错的用 keyring del gongkai "{target} 用户名@主机" 删去（用户名、主机照位置里的写），再发布一次',
    ),
    "host/no-login": Sentence(
        "不知道这台主机的用户名或者密码",
        "{live}",
        '在命令窗口里运行，会问你密码；定时运行的，放进环境变量 {variable}，或者用 keyring set gongkai "{target} 用户名@主机" 让系统记住（用户名、主机照位置里的写）',
    ),
    "host/key-new": Sentence(
        "第一次连接这台主机，还不知道它是不是真的：指纹 {value}",
        "{live}",
        "打电话请主机的管理员核对这个指纹；一样的，在 site.yaml 的这一项里写上“指纹: {value}”",
    ),
    "host/key-changed": Sentence(
        "主机的指纹变了：原来是 {known}，现在是 {value}",
        "可能有人冒充主机；{live}",
        "先不要发布，问清主机的管理员；确实是换了机器的，把 site.yaml 里的指纹改成新的",
    ),
    "host/certificate": Sentence(
        "主机的证书信不过：{error}",
        "可能有人冒充主机；{live}",
        "问主机的管理员；证书是自己做的，核对以后在 site.yaml 的这一项里写上“指纹: {value}”",
    ),
    "host/passive": Sentence(
        "连得上主机，传文件的那条线连不上（端口 {value}）：{error}",
        "{live}",
        "再发布一次；总是这样的，请主机的管理员在防火墙上放开 FTP 被动模式的端口",
    ),
    "host/crowded": Sentence(
        "主机说同时连着的人太多了：{error}",
        "{live}",
        "退出别的 FTP 软件，过几分钟再发布一次；总是这样的，请管理员把这个用户名的连接数调大",
    ),
    "host/tls-only": Sentence(
        "主机只让加密的连接进来：{error}",
        "{live}",
        "把 site.yaml 里的方式改成 FTPS，位置改成以 ftps:// 开头",
    ),
    "host/no-tls": Sentence(
        "主机不会加密（FTPS）：{error}",
        "{live}",
        "问主机的管理员：能改用 SFTP 的改用 SFTP；实在没有的，方式写 FTP，但密码和文件在路上谁都看得见",
    ),
    "host/list": Sentence(
        "看不懂主机列出的文件：{error}",
        "{live}",
        "把这一行原样告诉主机的管理员，请他打开 FTP 的 MLSD 功能",
    ),
    "host/name": Sentence(
        "这个文件名在主机上写不出来：{error}",
        "主机的 FTP 只认 GBK 里的字，{live}",
        "把这个文件改成简单的名字；或者请主机的管理员打开 UTF-8",
    ),
    "host/login-kind": Sentence(
        "主机要的登录方式这里没有：{value}",
        "{live}",
        "请主机的管理员给这个文件夹打开 Basic 或 Digest 登录",
    ),
    "host/clock": Sentence(
        "这台电脑的时间和主机差得太多：{error}",
        "{live}",
        "把电脑的日期、时间和时区调准，再发布一次",
    ),
    "host/moved": Sentence(
        "主机说要到别处去：{value}",
        "密码不跟着送到别处；{live}",
        "问清主机的管理员，把 site.yaml 里的位置（对象存储的，服务地址和地域）改成现在的",
    ),
    "host/no-webdav": Sentence(
        "这个位置不是 WebDAV 的文件夹：主机回答 {value}",
        "{live}",
        "核对网址；请主机的管理员打开 WebDAV，或者换一种方式",
    ),
    "host/odd-name": Sentence(
        "主机上有一个名字，这里没法对应成文件：{value}",
        "{live}",
        "在主机上给它改名或者把它移走，再发布一次",
    ),
    "host/empty": Sentence(
        "上次发布的文件在主机上一个也没有",
        "多半是共享文件夹没有接上，或者换了地方",
        "接上以后再发布；确实要从头放一遍的，运行 {program} publish {target} --rollback {release}",
    ),
    "host/full": Sentence("主机的空间不够：{error}", "{live}", "在主机上清出空间，再发布一次"),
    "host/denied": Sentence(
        "主机不许写：{error}", "{live}", "请管理员给这个文件夹写的权限，再发布一次"
    ),
    "host/readonly": Sentence(
        "主机上的这个盘是只读的：{error}", "{live}", "换成能写的，再发布一次"
    ),
    "host/io": Sentence(
        "和主机之间读写出错：{error}", "{live}", "检查连线和磁盘，再发布一次，会接着传完"
    ),
    "host/status": Sentence(
        "主机回答 {value}，看不到网站", "", "检查网址和主机；要登录才能看的，请管理员放开"
    ),
    "verify/nobody": Sentence(
        "没有哪一条、哪一个文件、哪一次发布有这个指纹",
        "查的是 output 里的网站、留着的几次发布和发布记录",
        "对照原件核对这串数字；更早的，用当时的存档查",
    ),
    "verify/no-bundle": Sentence(
        "这个文件不是压缩包，或者坏了",
        "打不开，里面的文件一个也没有核对",
        "看看是不是拿错了文件；是发布做的压缩包，多半没有拷完：再拷一次，还是打不开的，再发布一次，重新做一个",
    ),
    "workers/died": Sentence(
        "一个做事的进程中途被结束了，多半是内存不够",
        "{live}",
        "关掉别的程序再运行；还是这样，加上 --jobs 1，只用一个进程",
    ),
    "workers/short": Sentence(
        "内存或进程不够用了：{error}",
        "{live}",
        "关掉别的程序再运行；还是这样，加上 --jobs 1，只用一个进程",
    ),
    "new-site/exists": Sentence("{path} 已经有内容了", "不覆盖别人写好的东西", "换一个空文件夹"),
    # 预览
    "preview/port": Sentence(
        "{port} 端口不能用（{error}）",
        "多半是别的程序正在用它",
        "不写 --port，由程序找一个空闲的；或者换一个数",
    ),
    "preview/host": Sentence(
        "这台电脑没有 {host} 这个地址",
        "",
        "只在本机看，不写 --host；给同一网络里的人看，写成 --host 0.0.0.0",
    ),
    "preview/open": Sentence(
        "这个项目的预览已经开着（进程 {pid}，{host}，{since} 开始）",
        "",
        "用开着的那个；或者在它的窗口里按 Ctrl-C，再运行",
    ),
    "preview/library": Sentence(
        "缺少软件包 {name}，不能预览",
        "其他命令不需要它",
        "用建立这个运行环境的工具装上 livereload 和 watchfiles；或者改用 {program} 自己建立的 .venv",
    ),
    "preview/unsettled": Sentence(
        "{name} 里的清单和它列出的不是同一次生成的，没法和它比较",
        "多半是另一次生成正在写；也可能有人改过里面的文件",
        "等那一次生成做完，再打开这一页；没有别人在生成的，运行 {program} --clean",
    ),
    # 命令
    "usage/command": Sentence("没有“{value}”这个命令", "", "可用的命令：{offered}"),
    "usage/option": Sentence(
        "没有“{value}”这个选项", "", "运行 {program} {command} --help 看可用的选项"
    ),
    "usage/category": Sentence("没有“{value}”这个栏目", "", "可用的栏目：{offered}"),
    "usage/kind": Sentence("{category}栏目不收“{value}”", "", "可用的类型：{offered}"),
    "usage/path": Sentence(
        "网站和内容文件夹里都没有“{value}”",
        "",
        "写一个有的文件，例如 output/index.html 或者 content/site.yaml",
    ),
    "usage/folder": Sentence("“{value}”是文件夹", "", "写出里面一个文件的路径"),
    "usage/verify": Sentence(
        "“{value}”不是这里的文件夹或压缩包，也不是网址或指纹",
        "",
        "写文件夹、.zip 文件、http 开头的网址，或者网页上的指纹（至少前8位）",
    ),
    "usage/not-ours": Sentence(
        "“{value}”不是我们生成的",
        "我们只写、只删自己生成的文件，说不出别的文件是怎么来的",
        "不要的移到别处；要放在网站里的，放进内容文件夹的 files 里",
    ),
    "usage/no-memory": Sentence(
        "没有上次生成的记录，说不出“{value}”是怎么来的",
        "还没有生成过，程序换了版本，或者 .cache 文件夹被删掉了",
        "再生成一次，就有记录了",
    ),
    "usage/value": Sentence(
        "“{typed}”写得不对",
        "",
        "写成 {form}，只写一次；运行 {program} {command} --help 看每个选项的意思",
    ),
    "usage/missing": Sentence(
        "少了 {what}", "", "写成：{program} {form}，例如：{program} {example}"
    ),
}

WITHHELD = {
    "draft": "草稿",
    "future": "还没到公布日期（{until}）",
    "internal": "公开范围是内部",
    "readme": "说明文件，不公开",
}

SAY = {
    "why": "为什么",
    "how": "怎么办",
    "count_stop": "{n} 处要改，什么也没有写，网站还是原来的样子。",
    "live_old": "网站还是上一次的样子，没有写坏",
    "live_part": "网站有一部分已经换新；再运行一次，会接着换完",
    "live_new": "网站已经换新",
    "count_warn": "{n} 处请留意。",
    "done": "完成：{pages} 个页面，写入 {written} 个文件，{kept} 个没有变化，删去 {removed} 个。",
    "checked": "检查完毕，没有要改的地方：{pages} 个页面可以生成。",
    "published": "公开 {n} 条：{parts}",
    "part": "{title} {n} 条",
    "join": "，",
    "publishable": "可以公开 {n} 条：{parts}",
    "next_future": "没到公布日期的，到那天再运行一次才会公开。",
    "ended": "其中 {n} 条已撤回或被替代，只留网页，不再列出。",
    "withheld": "没有公开的 {n} 个文件：",
    "ahead": "还没有生效的 {n} 项，现在照旧公开，到那天再运行一次才会生效：",
    "ahead_withdrawn": "{on} 起撤回",
    "ahead_superseded": "{on} 起由 {by} 替代",
    "today_fixed": "今天固定为 {today}（site.yaml 里的“今天”，只用于样例）。",
    "today": "按 {today} 计。",
    "paths_from": "上面的文件都在 {folder} 文件夹里。",
    "recovered": "上次的生成中途断了，已经接着做完或还原。",
    "forgot": ".cache 里的记录不完整，已经丢弃，这次全部重做；网页不受影响。",
    "stages": "用时 {whole:.1f} 秒：{parts}",
    "stage_read": "读取",
    "stage_check": "检查",
    "stage_render": "排版",
    "stage_commit": "写入",
    "seconds": "{name} {n:.1f}",
    "stages_join": "、",
    "pace_read": "{n:>6} 条/秒",
    "pace_render": "{n:>6} 页/秒",
    "left": "约剩 {minutes:>3} 分 {seconds:02} 秒",
    "stage_send": "传送",
    "pace_send": "{n:>9} 字节/秒",
    "sent_of": "{size:>7}/{whole} MB",
    "publish_resumed": "上一次发布中途断了，这次接着做。",
    "publish_done": "已经发布到 {target}，逐个文件读回来核对过：第 {release} 次发布，{at}，指纹 {fingerprint}…",
    "publish_back": "已经把 {target} 退回到第 {release} 次发布（{at}，指纹 {fingerprint}…），逐个文件读回来核对过；output 没有动，下一次发布会换成 output 里的。",
    "publish_packed": "第 {release} 次发布（{at}，指纹 {fingerprint}…）已经装进 {path}，逐个文件核对过。",
    "publish_carry": "下一步：把它拷到网站所在的电脑上，不用解开，运行 python3 {name} 网站的文件夹",
    "publish_same": "{target} 上已经是第 {release} 次发布（{at}，指纹 {fingerprint}…），没有要传的。",
    "publish_dry": "（--dry-run）要发布到 {target} 的是第 {release} 次发布（{at}，指纹 {fingerprint}…），主机没有动。",
    "publish_counts": "新增 {added} 个文件，换新 {changed} 个，删去 {removed} 个，{kept} 个没有变化；共传 {size} MB。",
    "publish_batch": "栏目包：最近一批是第 {batch} 批，新增 {new} 条，更新 {changed} 条，撤下 {withdrawn} 条；怎样导入写在 README.txt，清单是 import.csv。",
    "publish_signed": "清单用密钥 {name} 签了名。",
    "publish_is_added": "新增",
    "publish_is_changed": "换新",
    "publish_is_removed": "删去",
    "publish_size": "{n} 字节",
    "publish_more": "还有 {n} 个",
    "publish_kept": "可以退回的（--rollback 后面写次数）：{releases}。",
    "publish_join": "、",
    "publish_unsealed": "注意：FTP 不加密，密码和文件在路上谁都看得见、改得了；主机有 SFTP 或 FTPS 的，请改用。",
    "publish_unsealed_web": "注意：http:// 不加密，文件在路上谁都看得见、改得了，密码也可能被看见；主机有 https:// 的，请改用。",
    "publish_next": "下一步：用浏览器看一眼；以后随时可以用 {command} 查有没有人动过。",
    "secret_ask": "{target}（{address}）的密码（输入时不显示）：",
    "secret_keep": "让系统记住 {target} 的密码，下次不用再输？输入 y 记住，直接回车不记：",
    "secret_kept": "记住了。",
    "secret_not_kept": "这台电脑上没有可以记密码的地方，没有记；下次再输，或者放进环境变量。",
    "verify_well": "一致  {place}  {checked} 个文件  {standing}",
    "verify_unlike": "不一致  {place}  改了 {changed}，少了 {missing}，多了 {added}，共核对 {checked} 个文件  {standing}",
    "verify_shows_latest": "是第 {release} 次发布（{at}）",
    "verify_shows_stale": "是第 {release} 次发布（{at}），后来又发布过，这里是旧的",
    "verify_shows_unknown": "不是这里发布过的网站",
    "verify_shows_never": "这一处从来没有发布过，site.yaml 里改了名称或新加的，先发布一次",
    "verify_shows_unpublished": "还没有发布过",
    "verify_shows_unrecorded": "只和它自己的清单比：这里没有发布记录",
    "verify_unseen": "没看成  {target}  {told}",
    "verify_unread": "（读不到：{why}）",
    "verify_is_changed": "改了",
    "verify_is_missing": "少了",
    "verify_is_added": "多了",
    "verify_signature_good": "清单由密钥 {name} 签名，和 site.yaml 里的公钥核对无误。",
    "verify_signature_wrong": "清单的签名不对：签名里写的密钥是 {name}，清单或签名被人动过，或者不是我们签的。",
    "verify_signature_missing": "清单没有签名，site.yaml 里写了公钥，本来应该有。",
    "verify_signature_unchecked": "清单有密钥 {name} 的签名；site.yaml 里没有写公钥，没有核对。",
    "verify_program": "压缩包里的程序 __main__.py 不是这一版写的：是别的版本做的，或者被人换过。不要运行它；在这里再发布一次，装一个新的。",
    "verify_part": "这个压缩包只装了变化的文件，没有装的不算少。",
    "verify_header_type": "{path} 的类型是 {value}，浏览器会打不开或者当成文字：请管理员改正 Content-Type",
    "verify_header_charset": "{path} 按 {value} 编码发出，会显示成乱码：请管理员改成 utf-8",
    "verify_header_https": "建议：用 https，否则路上能被改动",
    "verify_header_hsts": "建议：加上 Strict-Transport-Security，浏览器以后只走 https",
    "verify_header_csp": "建议：加上 Content-Security-Policy: frame-ancestors 'self'，别的网站就套不走网页",
    "verify_header_nosniff": "建议：加上 X-Content-Type-Options: nosniff",
    "verify_of_entry": "{fingerprint}…  《{title}》  {path}  {where}",
    "verify_of_file": "{fingerprint}…  文件 {path}  {where}",
    "verify_of_release": "{fingerprint}…  整个网站  {where}",
    "verify_in_release": "第 {release} 次发布（{at}）里的",
    "verify_in_output": "output 里的，还没有发布",
    "next_open": "下一步：用浏览器打开 {path}",
    "no_sitemap": "site.yaml 里没有写“网址”：没有做站点地图 sitemap.xml，其余照常。",
    "next_fix": "下一步：按上面改好，再运行一次",
    "next_build": "下一步：{command} 生成网站",
    "strict": "（--strict：提醒也要改）",
    "our_fault": "这是程序自己的错，不是你的错。请把下面的文字发给开发者：",
    "serve_open": "预览：{url}  一存盘，网页就跟着变；按 Ctrl-C 结束。",
    "serve_moved": "{port} 端口有别的程序在用，换了一个。",
    "serve_phone": "手机看：{url}  同一个网络里才能打开；只能用一次，{minutes} 分钟内有效。",
    "serve_refused": "这里是还没公布的内容。请在开着预览的电脑上点“手机看”，再用手机扫那个码。",
    "serve_shown": "网页更新了 {n} 个文件，用时 {seconds:.1f} 秒。",
    "serve_same": "看过了，网页没有变化。",
    "serve_kept": "{n} 处要改；预览还是改之前的样子。",
    "serve_theme": "主题里有 {n} 处要改，改好才能发布。",
    "serve_closed": "预览已结束。",
    "serve_waiting": "正在生成网站，好了就显示在这里。",
    "serve_gone": "网站里现在没有这一页。",
    "serve_home": "回到首页",
    "serve_away": "预览已经停了。再运行 {command}，这一页会自己接上。",
    "mistake_title": "这一页画不出来",
    "mistake_file": "在哪里",
    "mistake_template": "模板",
    "mistake_page": "网页",
    "mistake_back": "别的网页照常可看。模板改好、存盘，这一页自己回来。",
    "serve_broken": "详情在运行预览的窗口里。网页还是上一次的样子。",
    "bar_bar": "预览条（只有预览里有）",
    "bar_preview": "预览",
    "bar_page": "本页",
    "desk_found": "本页 {n} 处",
    "bar_source": "源文件",
    "bar_copy": "复制",
    "bar_copypath": "复制源文件的路径",
    "bar_copied": "已复制",
    "bar_before": "上一处",
    "bar_after": "下一处",
    "bar_check": "发布检查",
    "bar_fold": "收起预览条",
    "bar_unfold": "展开预览条",
    "bar_narrow": "手机宽度",
    "bar_phone": "手机看",
    "bar_scan": "手机连上和这台电脑同一个网络，扫这个码，看到的就是这一页，也会跟着存盘变。",
    "desk_once": "一个码只能用一次，{minutes} 分钟内有效；再打开这里就换一个。网页里有还没公布的内容，不要转发。",
    "desk_nophone": "要用手机看，请结束预览，改用 {command} 再开。",
    "bar_nonet": "这台电脑没有连上网络，手机找不到它。",
    "sum_stop": "{n} 项不能发布",
    "sum_warn": "{n} 项请确认",
    "desk_well": "没有要改的",
    "grave_stop": "不能发布",
    "grave_warn": "请确认",
    "grave_note": "还缺",
    "state_public": "已公开",
    "state_ready": "待发布",
    "state_draft": "草稿",
    "state_future": "{day}公布",
    "state_internal": "不公开",
    "state_broken": "有错",
    "state_withdrawn": "已撤回",
    "state_superseded": "已有新的",
    "desk_day": "{month}月{day}日",
    "desk_date": "{year}年{month}月{day}日",
    "desk_issue": "编入",
    "desk_month": "{year}年{month}月",
    "desk_in_issue": "编入{month}",
    "desk_review": "审批",
    "desk_on": "（{day}）",
    "desk_unsigned": "还没有人签",
    "check_title": "发布前检查",
    "check_skip": "跳到正文",
    "check_home": "回到预览",
    "check_back": "回到发布前检查",
    "check_stop": "现在不能发布：{n} 处必须改好",
    "check_warn": "可以发布，有 {n} 处请先看一看",
    "check_ok": "可以发布",
    "check_same": "没有要发布的：网站和内容一致",
    "check_day": "{y}年{m}月{d}日",
    "check_span": "{start}至{end}",
    "check_join": "",
    "check_today": "按 {today} 检查。",
    "check_fixed": "今天固定为 {today}（site.yaml 里的“今天”，只用于样例；删去它，才能送上主机）。",
    "check_if": "假设今天是 {today}（实际是 {usual}）。",
    "check_public": "共公开 {n} 条、{pages} 个网页。",
    "check_issue": "这个月是 {y} 年第 {n} 期，总第 {total} 期。",
    "check_day_label": "看另一天",
    "check_day_go": "按这一天检查",
    "check_day_back": "回到今天",
    "check_day_wrong": "“{written}”不是日历上的一天，下面还是按今天检查的。写成 2026-12-01 这样，再按一次。",
    "check_meter": "{n} 类检查：{parts}",
    "check_meter_ok": "{n} 类通过",
    "check_meter_left": "{n} 类还没查",
    "check_meter_warn": "{n} 类请确认",
    "check_meter_stop": "{n} 类不能发布",
    "check_findings": "检查结果",
    "check_state_stop": "不能发布",
    "check_state_warn": "请确认",
    "check_state_ok": "通过",
    "check_state_left": "还没查",
    "check_state_future": "待公布",
    "check_state_draft": "草稿",
    "check_state_internal": "内部",
    "check_left": "改好“不能发布”的各处，才能查这一类。",
    "check_open": "打开网页",
    "check_sort_private": "不许公开的栏",
    "check_sort_private_ok": "表格里没有不许公开的栏。正文和附件里的身份证号、手机号还不会查，请自己看一遍。",
    "check_sort_days": "日期、公示期和期号",
    "check_sort_days_ok": "日期都在日历上，公示期和放假安排读得出，公布过的没有不见。",
    "check_sort_sums": "数字、合计和表格",
    "check_sort_sums_ok": "逐笔相加与写下的合计一致，表格的行列齐全。",
    "check_sort_fields": "填写的项目和索引号",
    "check_sort_fields_ok": "该填的都填了，网址和索引号没有重复。",
    "check_sort_links": "链接、附件和图片",
    "check_sort_links_ok": "站内的链接都打得开，附件和图片都在。",
    "check_sort_words": "文字、标点和编码",
    "check_sort_words_ok": "没有乱码、看不见的字符和用错的半角标点。",
    "check_sort_theme": "版式",
    "check_sort_theme_ok": "每一页都排得出来。",
    "check_sort_place": "电脑和磁盘",
    "check_sort_place_ok": "没有碰到。",
    "check_next": "下一步",
    "check_next_fix": "照上面“怎么办”改好“不能发布”的各处，存盘；这一页自己会变。",
    "check_next_build": "在项目文件夹里运行，网站就换成新的：",
    "check_next_none": "不用做什么。要再生成一次，运行：",
    "check_next_if": "这是假设的一天；现在运行，发布的是 {usual} 的样子：",
    "check_changes": "和上次发布相比",
    "check_changes_unknown": "改好“不能发布”的各处以后，这里列出要发布的变化。",
    "check_changes_stopped": (
        "先改好上面 {n} 处，才能发布。下面是其他内容改好以后会有的变化："
        "有错的文件按上次正确时的样子算，从来没有正确过的不在其中。"
    ),
    "check_changes_none": "没有变化。",
    "check_changes_first": "还没有发布过，全部都是新的。",
    "check_how_new": "新增",
    "check_how_changed": "改动",
    "check_how_gone": "撤下",
    "check_see_new": "看这一页",
    "check_see_changed": "看差异",
    "check_see_gone": "看原来的",
    "check_entries_new": "新增 {n} 条",
    "check_entries_changed": "改动 {n} 条",
    "check_entries_gone": "撤下 {n} 条",
    "check_count_new": "新增 {n}",
    "check_count_changed": "改动 {n}",
    "check_count_gone": "撤下 {n}",
    "check_list_pages": "列表和其他网页 {n} 个",
    "check_list_pages_why": "它们跟着条目变，也有本身改了的。",
    "check_list_beside": "自己没有改、旁边文字变了的条目 {n} 条",
    "check_list_beside_why": "条目的内容没有动；变的是上一条、下一条的标题，或者公示还剩几天这类跟着日子走的文字。",
    "check_list_frame": "只有页眉、页脚变了的网页 {n} 个",
    "check_list_frame_why": "正文一个字也没有变。",
    "check_list_look": "只有样子变了的网页 {n} 个",
    "check_list_look_why": "文字一个也没有变，变的是主题的样式、模板，或者给机器读的标记。",
    "check_list_files": "网页以外的文件 {n} 个",
    "check_list_files_why": "表格、数据、订阅、附件和图片。",
    "check_more": "另有 {n} 个没有列在这里。",
    "check_whole": "全部列出",
    "check_side_before": "现在公布的",
    "check_side_after": "发布以后的",
    "check_compare": "{title} 发布前后",
    "check_page_same": "这一页没有变化，或者没有这一页。",
    "check_compare_stopped": "还不能发布：先改好 {n} 处。改好以后，这一页会是下面的样子。",
    "check_page_new": "这一页是新的。",
    "check_page_gone": "发布以后没有这一页。",
    "check_page_text": "正文有变化。",
    "check_page_beside": "条目自己没有改，网页上旁边的文字有变化。",
    "check_page_frame": "正文没有变化，页眉、页脚有变化。",
    "check_page_look": "文字没有变化，只有样子变了。",
    "check_text": "改了哪些字",
    "check_around": "页眉和页脚",
    "check_gone": "删去的",
    "check_came": "新写的",
    "check_table": "表格，可以左右滑动",
    "check_skipped": "…… {n} 段没有变化 ……",
    "check_pages_beside": "前后对照",
    "check_withheld": "不会公布的 {n} 条",
    "check_notices": "正在公示 {n} 项",
    "check_notices_over": "，到这天结束 {n} 项",
    "check_notice_left": "还剩 {n} 天",
    "check_notice_last": "今天截止",
    "check_notice_over": "到这天已结束",
    "check_notice_working": "，其中工作日 {n} 天",
    "check_ahead": "以后会发生的",
    "check_ahead_how": "到了那天再发布一次，才会生效。",
    "check_ahead_published": "公布",
    "check_ahead_withdrawn": "撤回",
    "check_ahead_superseded": "由 {by} 替代",
    "interrupted": "停下了。再运行一次，会接着做完或者重来。",
    "new_site_done": "已在 {path} 建好：网站设置、四个栏目和一篇样例草稿。",
    "new_site_next": "下一步：改 {file}，然后运行 {command}",
    "new_done": "已写好一篇草稿：{path}",
    "new_others": "这个栏目还可以写：{offered}。写成 {command}",
    "new_next": "下一步：照里面的说明填好，运行 {command}；写好后删去“{draft}”这一行",
    "why_made": "{path} 是{what}；最近一次重做它，是因为{because}。",
    "why_every_asset": "{path} 是主题的文件，每次生成都做，没有变就不重写。",
    "why_every_manifest": "{path} 是清单，记着公开的每个文件，每次生成都做，没有变就不重写。",
    "why_since_changed": "这个文件后来被改动过，和生成时的不一样；再生成一次会换回来。",
    "why_since_missing": "这个文件后来被删掉了；再生成一次会补上。",
    "why_published": "{path} 已经公开，在 {page}。",
    "why_ended": "{path} 已经撤回或被替代：{page} 还在，列表里不再列出。",
    "why_newer": "{path} 已经公开，在 {page}，但现在的内容还没有换上去；再生成一次就换上。",
    "why_ready": "{path} 没有要改的地方，只是还没有生成；再生成一次就公开，在 {page}。",
    "why_blocked": "{path} 自己没有要改的地方，但别处有 {n} 处要改，全改好了才会公开，在 {page}；检查一次就知道是哪些。",
    "why_withheld": "{path} 没有公开：{reason}。",
    "why_broken": "{path} 有 {n} 处要改，改好以前不会生成：",
    "why_part": "{path} 属于 {owner}，跟它一起：{told}",
    "why_unread": "{path} 还没有看：{file} 有要改的地方，先改好它。",
    "why_litter": "{path} 是系统或编辑软件留下的文件，不读，也不公开。",
    "why_used_settings": "{path} 是设置，自己没有网页；网页照它做。",
    "why_used_calendar": "{path} 写的是放假和调休，自己没有网页；公示期照它计算。",
    "why_used_issues": "{path} 是编者的话，自己没有网页，印在那个月的一期里。",
    "why_used_themes": "{path} 是主题的文件，自己没有网页；网页照它做。",
    "why_site": "全站",
    "why_category": "“{name}”栏目",
    "why_entry": "《{name}》",
    "why_basis_settings": "网站或栏目的设置（site.yaml、category.yaml）",
    "why_basis_calendar": "放假和调休（calendar 文件夹）",
    "why_basis_letters": "编者的话（issues 文件夹）",
    "why_basis_standing": "网站自己的页面（pages 文件夹）",
    "why_basis_files": "照原样公开的文件（files 文件夹）",
    "why_basis_words": "网页上的用语（主题的 words 文件夹）",
    "why_basis_join": "、",
    "why_step_home": "首页",
    "why_step_list": "{category}最前面的一页",
    "why_step_list_full": "{category}的第 {number} 页",
    "why_step_year": "{category} {year} 年的目录",
    "why_step_unit": "{unit}的页面",
    "why_step_notices": "公示的页面",
    "why_step_standing": "网站自己的页面",
    "why_step_map": "网站地图",
    "why_step_missing": "找不到网页时显示的页面",
    "why_step_entry": " {source} 的网页",
    "why_step_entry_moved": " {source} 旧址上的网页",
    "why_step_entry_file": " {source} 的附件或数据文件",
    "why_step_archive": "各期的目录",
    "why_step_issue": " {month} 这一期的网页",
    "why_step_changes": "更正与撤回的页面",
    "why_step_data": "开放数据的页面",
    "why_step_record": " {month} 这一期的数据文件",
    "why_step_part": "数据表“{table}”",
    "why_step_table": "数据表“{table}”",
    "why_step_issues": "各期的数据表",
    "why_step_catalogue": "数据目录",
    "why_step_feed": "{category}的订阅文件",
    "why_step_robots": "给搜索引擎看的说明",
    "why_step_root": " files 文件夹里照原样公开的文件",
    "why_step_shard": "{category} {year} 年的站点地图",
    "why_step_sitemap": "给搜索引擎看的站点地图",
    "why_asked_afresh": "那次全部从头做：第一次生成，程序换了版本，或者没有以前的记录",
    "why_asked_basis": "{parts}变了",
    "why_asked_new": "网站里那时第一次有它",
    "why_asked_template": "模板 {files} 有改动",
    "why_asked_assets": "主题的样式、脚本或图片（assets 文件夹、tokens.yaml）变了",
    "why_asked_words": "网页上的用语（主题的 words 文件夹）变了",
    "why_asked_output": "输出文件夹里的 {file} 被改动或删除过",
    "why_asked_today": "日期变成了 {day}",
    "why_asked_running": "月份变成了 {day}",
    "why_asked_entry": " {source} 或它的附件、数据改过",
    "why_asked_entry_turned": " {source} 或它的附件、数据改过，或者其中写的 {day} 这一天到了",
    "why_asked_entry_gone": " {address} 的条目从网站里拿掉了",
    "why_asked_card": "{entry}在列表里的样子（标题、日期、摘要等）变了",
    "why_asked_card_beside": "相邻或相关的条目{entry}的标题、日期等变了",
    "why_asked_row": "{entry}在数据表里的一行变了",
    "why_asked_neighbours": "{entry}的上一条或下一条变了",
    "why_asked_replaced": "被{entry}替代的条目变了",
    "why_asked_status": "{entry}的状态变了",
    "why_asked_moved": "{entry}的网址变了",
    "why_asked_called": " {source} 里写的“{text}”所指的条目变了",
    "why_asked_shards": "某个栏目某一年的条数变了",
    "why_asked_shard": "{category} {year} 年有条目增减，或者条目的日期、状态变了",
    "why_asked_update_in": "{category} {year} 年的条目最后有变动的时间变了",
    "why_asked_category": "{category}列出的条目变了",
    "why_asked_category_count": "{category}列出的条数变了",
    "why_asked_is_longer": "{category}的条数超过了 {number}，或者不再超过",
    "why_asked_newest": "{category}最新的 {number} 条变了",
    "why_asked_share": "{category}这一页列出的条目变了",
    "why_asked_full": "{category}的页数变了",
    "why_asked_is_full": "{category}的页数变了，最后一页换了",
    "why_asked_years": "{category}有哪些年份、各有几条变了",
    "why_asked_years_beside": "{category} {year} 年的上一年或下一年变了",
    "why_asked_year": "{category} {year} 年的条目变了",
    "why_asked_year_count": "全站 {year} 年的条数变了",
    "why_asked_units": "{category}里各单位的条数变了",
    "why_asked_unit": "{unit}的条目变了",
    "why_asked_unit_newest": "{unit}最新的 {number} 条变了",
    "why_asked_is_unit_longer": "{unit}的条数超过或者不再超过 {number} 条",
    "why_asked_unit_shares": "{unit}各栏目、各年的条数变了",
    "why_asked_unit_year": "{unit} {year} 年的条目变了",
    "why_asked_unit_accounts": "{unit}有收支明细增减",
    "why_asked_unit_count": "{unit}的条数变了",
    "why_asked_months": "有哪些月份、各有几条变了",
    "why_asked_month_names": "有条目的月份变了",
    "why_asked_month": " {month} 这一期的条目变了",
    "why_asked_month_count": " {month} 这一期的条数变了",
    "why_asked_month_update": "{month} 的条目最后有变动的时间变了",
    "why_asked_series": "系列“{series}”的条目变了",
    "why_asked_displayed": "{unit}有公示期的条目变了",
    "why_asked_accounts": "{unit}到 {month} 为止一年的账目变了",
    "why_asked_days": "最近有条目公布的 {number} 天变了",
    "why_asked_kinds": "网站里有哪些类型的条目变了",
    "why_asked_kind_count": "“{kind}”这一类的条数变了",
    "why_asked_changed": "有条目新更正、撤回或被替代",
    "why_asked_changed_in": " {month} 更正、撤回或被替代的条目变了",
    "why_asked_change_months": "有更正、撤回或替代的月份变了",
    "why_asked_last_update": "{category}最后更新的时间变了",
    "why_asked_modified": "{category}最后更新的日期变了",
    "why_asked_issue": " {month} 这一期的数据文件变了",
    "why_asked_part": "数据表“{table}”里的行变了",
    "why_asked_table": "数据表“{table}”变了",
    "why_asked_sizes": "数据表“{table}”的文件大小变了",
    "why_asked_rows": "数据表“{table}”的行数变了",
    "why_asked_catalogue": "数据目录的文件大小变了",
    "usage": "用法：{program} {form}",
    "commands": "命令",
    "options": "选项",
    "tests_not_here": "测试随源代码提供，安装好的 gongkai 里没有。",
    "tests_no_dev": "缺少开发用的依赖，请用 python3 build.py test 运行。",
}

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

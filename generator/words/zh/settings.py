"""What we say in Chinese of the site's own files."""

from generator.words.sentence import Sentence

PROBLEMS = {
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
    "site/placeholder": Sentence(
        "还有 {count} 处是新建网站时的样子：第 {lines} 行",
        "群众会看到“某某镇”和一串零的电话；这样的网站不能发布",
        "改成自己的；可以不写的，如上级、监督电话、地址，没有就删去那一行",
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
    "site/output": Sentence(
        "输出文件夹不能放在内容、主题或 .releases 里面，也不能包住它们",
        "生成的网站和人写的内容会混在一起",
        "用 --output 换一个单独的文件夹",
    ),
    "site/category-twice": Sentence("栏目 {value} 写了两次", "", "留下一个"),
    "site/unread": Sentence(
        "另外 {count} 个文件还没有检查",
        "没有读懂 site.yaml，不知道有哪些栏目",
        "先改好 site.yaml，再运行一次",
    ),
    "category/absent": Sentence(
        "栏目 {name} 没有 category.yaml",
        "没有它就不知道栏目叫什么、收哪些条目",
        "从别的栏目复制一份 category.yaml 来改；不要这个栏目的，从 site.yaml 的“栏目”里删去它",
    ),
    "category/seal": Sentence(
        "简称字“{value}”不止一个字", "它印在一个字大小的方框里", "只写一个字"
    ),
    "category/unread": Sentence(
        "这个栏目里的 {count} 个文件还没有检查",
        "没有读懂栏目的 category.yaml，读不了条目",
        "先改好 category.yaml，再运行一次",
    ),
    "unit/unknown": Sentence(
        "没有“{value}”这个公开单位",
        "不写明单位就没有人对内容负责",
        "写 site.yaml 里公开单位的编号、名称或简称",
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
}

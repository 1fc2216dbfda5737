"""What we say in Chinese of links, attachments and images."""

from generator.words.sentence import Sentence

PROBLEMS = {
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
}

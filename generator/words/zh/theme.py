"""What we say in Chinese of themes."""

from generator.words.sentence import Sentence

PROBLEMS = {
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
}

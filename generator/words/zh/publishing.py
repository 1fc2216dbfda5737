"""What we say in Chinese of hosts: publishing, and comparing what is there."""

from generator.words.sentence import Sentence

PROBLEMS = {
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
    "publish/placeholder": Sentence(
        "site.yaml 里还有新建网站时的样子，不能发布",
        "群众会看到“某某镇”和一串零的电话",
        "改成自己的；运行 {program} check，会说出还有哪几行；改完先运行 {program}，再发布",
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
    "verify/no-bundle": Sentence(
        "这个文件不是压缩包，或者坏了",
        "打不开，里面的文件一个也没有核对",
        "看看是不是拿错了文件；是发布做的压缩包，多半没有拷完：再拷一次，还是打不开的，再发布一次，重新做一个",
    ),
    "verify/nobody": Sentence(
        "没有哪一条、哪一个文件、哪一次发布有这个指纹",
        "查的是 output 里的网站、留着的几次发布和发布记录",
        "对照原件核对这串数字；更早的，用当时的存档查",
    ),
}

SAY = {
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
}

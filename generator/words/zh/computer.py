"""What we say in Chinese of the disk, and processes that end too soon."""

from generator.words.sentence import Sentence

PROBLEMS = {
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
    "disk/memory": Sentence(
        "这次的记录写不进去",
        "网站没有错，只是下次生成要多做一些",
        "看看磁盘满了没有、这个文件夹能不能写，关掉别的程序；还是这样，就把它删掉再运行",
    ),
    "disk/read": Sentence(
        "读不了：{error}", "", "正在别的程序里开着的，先关掉；不是的，检查它的权限"
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
}

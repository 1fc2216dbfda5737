#!/usr/bin/env python3
"""The front door: finds or makes an environment with the locked dependencies, and goes on in it.

It uses the standard library alone, writes nowhere but `.venv*` beside itself, and parses on
Python 3.6, so that an old Python gets a sentence. Talk goes to stderr; stdout is the generator's.
"""
# ruff: noqa: PLC0415 - the second run pays only for the modules it uses

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

MINIMUM = (3, 11)
CORE_MODULES = ("jinja2", "markdown", "yaml", "rich")
MODULES = {"core": CORE_MODULES, "dev": (*CORE_MODULES, "pytest", "xdist", "hypothesis")}

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
LOG = VENV + ".log"
STAMP = "gongkai.stamp"
GUARD = "GONGKAI_HANDED_OVER"
SCRIPT_SIZE = 65536
WINDOWS = os.name == "nt"
# What setuptools, which comes with pip, does to the start of a Python; it concerns installers alone.
INSTALLERS = ("_distutils_hack", "distutils-precedence")

# What would lead pip astray; the mirrors, proxies and certificates of its configuration stay.
MISLEADING = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
PIP_SETTINGS = {
    "PIP_CONSTRAINT": os.devnull,
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "PIP_USER": "0",
}

NOTICES = {
    "core": "正在准备运行环境，只在第一次需要，约半分钟…… (preparing the environment, this once)",
    "dev": "正在安装测试所需的工具，只在第一次需要…… (installing the development tools, this once)",
    "anew": "依赖清单或 Python 有变化，正在更新运行环境…… (renewing the environment)",
}

# What is wrong; what to do; both in English.
REFUSALS = {
    "old": """\
需要 Python 3.11 或更高版本，现在运行的是 {version}。
办法  安装新版 Python 后重试；已经装有的，用它来运行，例如 python3.11 build.py。
Python 3.11 or newer is needed, this is {version}: install it, or run build.py with it.""",
    "venv": """\
这个 Python 缺少 venv 模块，不能准备运行环境。
办法  Debian、Ubuntu、统信、麒麟上运行 apt install python3-venv；其他系统重装完整的 Python。
This Python has no venv module: apt install python3-venv, or install a complete Python.""",
    "pip": """\
这个 Python 既没有 ensurepip，也没有 pip，不能安装依赖。
办法  Debian、Ubuntu、统信、麒麟上运行 apt install python3-venv；其他系统重装完整的 Python。
This Python has no ensurepip and no pip: apt install python3-venv, or a complete Python.""",
    "install": """\
依赖没有装上，多半是网络不通；pip 的全部输出在 {log}。
办法  接通网络后重试；网络慢的，用 pip config 或 PIP_INDEX_URL 指定镜像；
      不能上网的，把安装包放进一个文件夹，用 GONGKAI_WHEELS 指明它。
The dependencies were not installed (see the log): check the network, set a mirror with
pip config or PIP_INDEX_URL, or name a folder of wheels in GONGKAI_WHEELS.""",
    "hashes": """\
下载到的安装包与 requirements 里的校验值不符，没有安装；pip 的全部输出在 {log}。
办法  换一个网络或镜像重试；仍然不符的，不要使用这些安装包。
A package does not match its locked hash and was not installed: try another network or mirror.""",
    "wheels": """\
GONGKAI_WHEELS 指明的文件夹 {wheels} 不存在，或者里面的安装包不全；详情见 {log}。
办法  在能上网的同类电脑上运行下面的命令，再把文件夹拷贝过来：
      python -m pip download --require-hashes -r {lock} -d wheels
The folder in GONGKAI_WHEELS is missing or incomplete: fill it on a machine like this one.""",
    "readonly": """\
不能写入 {folder}，无法准备运行环境。
办法  把整个文件夹拷到可以写入的位置，或改正它的权限；正在使用其中 .venv 的窗口先关闭。
The folder cannot be written: copy it elsewhere, correct its permissions, or close what uses it.""",
    "incomplete": """\
缺少文件 {path}，这份程序不完整。
办法  重新取一份完整的程序。
A file of the program is missing: fetch a complete copy.""",
    "full": """\
磁盘已满，运行环境没有装成。
办法  在 {folder} 所在的磁盘上腾出空间后重试。
The disk is full: make room on it and try again.""",
    "trouble": """\
准备运行环境时出错：{error}。
办法  检查 {folder} 所在的磁盘，或把整个文件夹拷到别处后重试。
The environment could not be prepared: check the disk, or copy the folder elsewhere.""",
    "foreign": """\
{venv} 是别的工具建立的，里面缺少 {missing}。
办法  把它改名或删去后重试，或用建立它的工具补齐，例如 uv sync --extra dev。
It was made by another tool: rename or delete it, or complete it with that tool (uv sync).""",
    "again": """\
运行环境 {venv} 已经备好，却仍然缺少 {missing}。
办法  删去它后重试；仍然如此的，检查 PYTHONHOME、PYTHONPATH 和 pip config 里的设置。
The environment is ready but lacks it: delete it and try again, then look at these settings.""",
    "interrupted": """\
已中断，没有留下半成品。
办法  再次运行会重新开始。
Interrupted; nothing half-made is left: run it again to start afresh.""",
}
EXIT_CODES = {"full": 74, "trouble": 74, "interrupted": 130}


def main() -> None:
    """Go on in an environment that has the dependencies, made if need be."""
    if sys.version_info < MINIMUM:
        refuse("old", version="{}.{}".format(*sys.version_info))
    handed_over = bool(os.environ.pop(GUARD, ""))
    kind = wanted(sys.argv[1:])
    try:
        sweep()
        if not ready(kind) and not enter(kind):
            hand_over(prepared(kind, once=not handed_over))
    except KeyboardInterrupt:
        refuse("interrupted")
    except (OSError, ValueError) as error:
        refuse_trouble(error)
    generate()


def wanted(args: "list[str]") -> str:
    """Say which dependencies a command needs: `test` those of development, others the core."""
    if args and args[0].startswith("--lang"):
        args = args[1 if "=" in args[0] else 2 :]
    tests = args[:1] == ["test"] and not {"-h", "--help"}.intersection(args)
    return "dev" if tests else "core"


def ready(kind: str) -> bool:
    """Whether the running Python is the one to go on with."""
    return at_home() if fits(VENV, requirements(kind)) else suits(kind)


def prepared(kind: str, *, once: bool) -> str:
    """Return the Python of `.venv`, made if need be, unless that was done once already."""
    if foreign(VENV) and (at_home() or not os.path.isfile(python_of(VENV))):
        refuse("foreign", missing=lacking(kind) if at_home() else "Python")
    if not once:
        refuse("again", missing=lacking(kind))
    if not foreign(VENV) and not fits(VENV, requirements(kind)):
        make(kind)
    return python_of(VENV)


# Where we are


def at_home() -> bool:
    """Whether the running Python is that of our `.venv`."""
    return os.path.realpath(sys.prefix) == os.path.realpath(VENV)


def suits(kind: str) -> bool:
    """Whether the running Python has the dependencies: in an environment any, else exactly ours."""
    outdated = at_home() and not foreign(VENV)
    return not outdated and not missing(kind) and (in_environment() or pinned(kind))


def in_environment() -> bool:
    """Whether somebody made the running Python's environment for a purpose.

    The base of conda is not one: it comes with old versions of everything.
    """
    conda = os.environ.get("CONDA_PREFIX") == sys.prefix
    return sys.prefix != sys.base_prefix or (
        conda and os.environ.get("CONDA_DEFAULT_ENV") != "base"
    )


def missing(kind: str) -> "list[str]":
    """List the modules that the running Python cannot find."""
    from importlib.util import find_spec

    return [name for name in MODULES[kind] if find_spec(name) is None]


def lacking(kind: str) -> str:
    """Name what the running Python lacks, for a sentence."""
    return "、".join(missing(kind)) or "清单所列的版本"


def pinned(kind: str) -> bool:
    """Whether the running Python has the very versions of the lock."""
    from importlib.metadata import PackageNotFoundError, version

    with open(lock_of(kind), encoding="utf-8") as lock:
        pins = [line.split()[0].split("==") for line in lock if "==" in line and ";" not in line]
    try:
        return all(version(name) == pin for name, pin in pins)
    except PackageNotFoundError:
        return False


# What an environment is


def lock_of(kind: str) -> str:
    """Return the path of the lock that lists a kind of dependencies."""
    return os.path.join(HERE, "requirements", kind + ".lock")


def python_of(folder: str) -> str:
    """Return the path of an environment's Python."""
    return os.path.join(folder, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))


def requirements(kind: str) -> "set[str]":
    """List the lines that the stamp of a fitting environment holds."""
    python = "python {} {}.{}".format(sys.implementation.name, *sys.version_info)
    return {python, *(f"{each} {digest(lock_of(each))}" for each in ("core", kind))}


def digest(path: str) -> str:
    """Return the SHA-256 of a file, by the part of `hashlib` that knows it: the whole takes its time."""
    try:
        part = __import__("_sha2" if sys.version_info >= (3, 12) else "_sha256")
    except ImportError:
        part = __import__("hashlib")
    with open(path, "rb") as file:
        return str(part.sha256(file.read()).hexdigest())


def base() -> str:
    """Name, as a line of the stamp, the Python that environments are made from."""
    return "base " + str(getattr(sys, "_base_executable", sys.executable))


def stamp_of(folder: str) -> "set[str]":
    """Read the lines of an environment's stamp; there are none if another tool made it."""
    try:
        with open(os.path.join(folder, STAMP), encoding="utf-8", errors="surrogateescape") as stamp:
            return set(stamp.read().splitlines())
    except (FileNotFoundError, NotADirectoryError):
        return set()


def fits(folder: str, needs: "set[str]") -> bool:
    """Whether an environment of ours is up to date, and the Python it was made from still there."""
    stamp = stamp_of(folder)
    bases = [line.partition(" ")[2] for line in stamp if line.startswith("base ")]
    there = os.path.exists(python_of(folder)) and all(map(os.path.lexists, bases))
    return there and needs <= stamp


def foreign(folder: str) -> bool:
    """Whether an environment was made by another tool or by hand, and is not ours to change."""
    return os.path.lexists(folder) and not stamp_of(folder)


def stale(folder: str, needs: "set[str]") -> bool:
    """Whether an environment is ours and out of date."""
    return os.path.lexists(folder) and not foreign(folder) and not fits(folder, needs)


# Making one


def make(kind: str) -> None:
    """Make an environment aside, then put it in place; one that could test stays able to."""
    stamp = stamp_of(VENV)
    could_test = any(line.startswith("dev ") for line in stamp)
    announce("anew" if stamp and (could_test or kind == "core") else kind)
    kind = "dev" if could_test else kind
    needs = requirements(kind)
    aside = beside("making")
    remove(aside)
    try:
        create(aside)
        install(aside, kind)
        settle(aside)
        write_stamp(aside, needs)
        place(aside, needs)
    finally:
        remove(aside)


def create(folder: str) -> None:
    """Create an environment without packages."""
    if not importable("venv"):
        refuse("venv")
    from venv import EnvBuilder

    EnvBuilder(symlinks=not WINDOWS, prompt="gongkai").create(folder)


def install(folder: str, kind: str) -> None:
    """Install what the lock lists, and nothing that differs from it by a byte."""
    wheels = os.environ.get("GONGKAI_WHEELS")
    source = ["--no-index", "--find-links", wheels] if wheels else []
    pip = pip_for(folder, kind)
    quietly(folder, kind, [*pip, "install", "--require-hashes", *source, "-r", lock_of(kind)])


def pip_for(folder: str, kind: str) -> "list[str]":
    """Put pip into an environment, or borrow that of the running Python; return its command."""
    python = python_of(folder)
    if importable("ensurepip"):
        quietly(folder, kind, [python, "-I", "-m", "ensurepip", "--default-pip"])
        return [python, "-I", "-m", "pip"]
    if importable("pip"):
        return [sys.executable, "-P", "-m", "pip", "--python", python]
    return refuse("pip")


def quietly(folder: str, kind: str, command: "list[str]") -> None:
    """Run a step of the installation, its output kept in a log that is named if it fails."""
    from subprocess import DEVNULL, STDOUT, call

    log = os.path.join(folder, "pip.log")
    with open(log, "ab") as output:
        code = call(command, stdin=DEVNULL, stdout=output, stderr=STDOUT, env=surroundings())
    if code:
        os.replace(log, LOG)
        refuse_install(kind)


def surroundings() -> "dict[str, str]":
    """Return the environment variables for pip: the user's own, without what would mislead it.

    A lock decides every version, so constraints could only contradict it.
    """
    kept = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    return dict(kept, **PIP_SETTINGS)


def settle(aside: str) -> None:
    """Let the scripts of an environment name the place where it will stand."""
    was, will = os.fsencode(aside), os.fsencode(VENV)
    for entry in os.scandir(os.path.dirname(python_of(aside))):
        if is_script(entry):
            with open(entry.path, "r+b") as script:
                text = script.read().replace(was, will)
                script.seek(0)
                script.truncate()
                script.write(text)


def is_script(entry: "os.DirEntry[str]") -> bool:
    """Whether a file beside an environment's Python is text, by its size and name."""
    text = entry.is_file(follow_symlinks=False) and not entry.name.endswith(".exe")
    return text and entry.stat().st_size < SCRIPT_SIZE


def write_stamp(folder: str, needs: "set[str]") -> None:
    """Record what an environment holds and what it was made from."""
    text = "".join(line + "\n" for line in sorted({*needs, base()}))
    path = os.path.join(folder, STAMP)
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as stamp:
        stamp.write(text)


def place(aside: str, needs: "set[str]") -> None:
    """Rename a finished environment into place, unless another run was faster."""
    from contextlib import suppress

    old = beside("old")
    remove(old)
    if stale(VENV, needs):
        with suppress(FileNotFoundError):
            rename(VENV, old)
    good = old if os.path.lexists(old) and not stale(old, needs) else aside
    try:
        rename(good, VENV)
    except OSError:
        if not os.path.lexists(VENV):
            raise
    remove(old)


def rename(source: str, target: str) -> None:
    """Rename a folder, with patience for the virus scanners of Windows."""
    from time import sleep

    for pause in (0.2, 0.5, 1, 2) if WINDOWS else ():
        try:
            return os.rename(source, target)
        except PermissionError:
            sleep(pause)
    return os.rename(source, target)


# What lies beside


def beside(purpose: str) -> str:
    """Name a folder of this process beside `.venv`."""
    return f"{VENV}.{purpose}-{os.getpid()}"


def sweep() -> None:
    """Remove the folders that interrupted runs left beside `.venv`."""
    for name in os.listdir(HERE):
        if name.startswith((".venv.making-", ".venv.old-")):
            pid = name.rpartition("-")[2]
            if pid.isdigit() and not alive(int(pid)):
                remove(os.path.join(HERE, name))


def alive(pid: int) -> bool:
    """Whether a process is running; when in doubt, it is."""
    if sys.platform == "win32":  # os.kill would end it
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x100000, False, pid)  # noqa: FBT003 - C
        gone = not handle or ctypes.windll.kernel32.WaitForSingleObject(handle, 0) == 0
        ctypes.windll.kernel32.CloseHandle(handle)
        return not gone
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def remove(folder: str) -> None:
    """Remove a folder if it is there; what resists is left for the next run."""
    if os.path.lexists(folder):
        from shutil import rmtree

        rmtree(folder, ignore_errors=True)


def importable(name: str) -> bool:
    """Whether the running Python has a module that some distributions leave out."""
    from importlib import import_module

    try:
        import_module(name)
    except ImportError:
        return False
    return True


# Going on


def enter(kind: str) -> bool:
    """Whether this Python went on in our `.venv` itself: it is the one that would be started again there.

    It does what the other's start would: its own packages are out of sight, the environment's in
    sight. Whatever is not quite usual (options, other paths, hooks in either place) is left to a start.
    """
    usual = kind == "core" and sys.platform == "linux" and not options()
    if not usual or {"PYTHONPATH", "PYTHONHOME"}.intersection(os.environ):
        return False
    if base() not in stamp_of(VENV) or not fits(VENV, requirements(kind)):
        return False
    packages = os.path.join(VENV, "lib", "python{}.{}".format(*sys.version_info), "site-packages")
    if not is_closed() or not os.path.isdir(packages):
        return False
    for name in os.listdir(packages):
        first, _, last = name.partition(".")
        if first not in INSTALLERS and (first in sys.modules or last == "pth"):
            return False
    sys.path[:] = [path for path in sys.path if not path.endswith("-packages")] + [packages]
    sys.prefix = sys.exec_prefix = VENV
    sys.executable = python_of(VENV)
    return True


def is_closed() -> bool:
    """Whether our environment is one, and sees no packages but its own."""
    try:
        with open(os.path.join(VENV, "pyvenv.cfg"), encoding="utf-8") as settings:
            return "include-system-site-packages = false\n" in settings
    except FileNotFoundError:
        return False


def hand_over(python: str) -> None:
    """Go on in another Python with the same options and arguments, once."""
    os.environ[GUARD] = "1"
    if base() not in stamp_of(VENV):
        os.environ.pop("PYTHONHOME", None)
    command = [python, *options(), os.path.abspath(__file__), *sys.argv[1:]]
    if WINDOWS:  # its exec returns to the shell at once
        sys.exit(wait_for(command))
    os.execv(python, command)  # noqa: S606 - no shell is wanted


def options() -> "list[str]":
    """List the options that Python itself was started with, such as -B."""
    script = len(sys.orig_argv) - len(sys.argv)
    return sys.orig_argv[1:script] if sys.orig_argv[script : script + 1] == sys.argv[:1] else []


def wait_for(command: "list[str]") -> int:
    """Run a command to its end, which alone decides what Ctrl-C means; return its exit code."""
    from signal import SIG_IGN, SIGINT, signal
    from subprocess import Popen

    signal(SIGINT, SIG_IGN)
    with Popen(command) as process:
        return process.wait()


def generate() -> None:
    """Run the generator, which ends by leaving the process."""
    if HERE not in sys.path:
        sys.path.insert(0, HERE)
    try:
        from generator.cli.start import run

        run()
    except ModuleNotFoundError as error:
        name = str(error.name).partition(".")[0]
        if name not in MODULES["dev"]:
            raise
        refuse("again", missing=name)


# Talking


def announce(notice: str) -> None:
    """Say in one line what takes so long."""
    say(NOTICES[notice])


def refuse_trouble(error: Exception) -> "NoReturn":
    """End with the sentence for what the system refused."""
    from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS

    number = getattr(error, "errno", None)
    if number in {EACCES, EPERM, EROFS}:
        refuse("readonly")
    if number in {ENOSPC, EDQUOT}:
        refuse("full")
    if isinstance(error, FileNotFoundError):
        refuse("incomplete", path=error.filename)
    refuse("trouble", error=error)


def refuse_install(kind: str) -> "NoReturn":
    """End with the sentence for what pip said in its log."""
    with open(LOG, encoding="utf-8", errors="replace") as log:
        said = log.read()
    if "No space left" in said or "WinError 112" in said:
        refuse("full")
    if "DO NOT MATCH THE HASHES" in said:
        refuse("hashes")
    wheels = os.environ.get("GONGKAI_WHEELS")
    refuse("wheels" if wheels else "install", wheels=wheels, lock=lock_of(kind))


def refuse(name: str, **facts: object) -> "NoReturn":
    """End with one sentence, its remedy and the same in English."""
    say(REFUSALS[name].format(folder=HERE, venv=VENV, log=LOG, **facts))
    sys.exit(EXIT_CODES.get(name, 2))


def say(text: str) -> None:
    """Write to stderr, which may be absent or know no Chinese."""
    if sys.stderr is not None:
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


if __name__ == "__main__":
    main()

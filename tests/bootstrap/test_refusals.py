from __future__ import annotations

import ast
import runpy
import shutil
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bootstrap.conftest import Project, Ran

MISSING = "raise ImportError"
REFUSE_FOLDERS = """\
import errno, os


def refuse(path, *_, **__):
    raise OSError(errno.{name}, os.strerror(errno.{name}), path)


os.mkdir = refuse
"""


FULL_FOR_PIP = """\
DEVNULL = STDOUT = None


def call(_, stdout, **__):
    return stdout.write(b"ERROR: [Errno 28] No space left on device")
"""


def refused(ran: Ran, sentence: str, code: int = 2) -> None:
    """Check that a run ended with a sentence, a remedy and English, without a traceback."""
    assert ran.code == code, ran.err
    assert ran.out == ""
    assert sentence in ran.err
    assert "办法" in ran.err
    assert ran.err.splitlines()[-1].isascii()
    assert "Traceback" not in ran.err


@pytest.fixture
def closed() -> str:
    """Return the address of a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}/simple"


def test_an_old_python_is_refused(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the version that runs and the one that is needed."""
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))

    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(project.root / "build.py"), run_name="__main__")

    said = capsys.readouterr().err
    assert end.value.code == 2
    assert "需要 Python 3.11 或更高版本，现在运行的是 3.8。" in said
    assert "办法" in said
    assert project.beside == []


def test_an_old_python_can_read_it(project: Project) -> None:
    """The grammar is that of 3.7 or older, and annotations are mere names or strings."""
    tree = ast.parse((project.root / "build.py").read_text("utf-8"), feature_version=(3, 7))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    arguments = [argument for function in functions for argument in function.args.args]
    notes = [function.returns for function in functions] + [each.annotation for each in arguments]

    assert {type(note) for note in notes} <= {ast.Name, ast.Constant}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.AnnAssign)]
    assert "from __future__" not in (project.root / "build.py").read_text("utf-8")


def test_the_old_pythons_beside_this_one_are_refused(project: Project) -> None:
    """As many as there are, as under pyenv; the two tests above need none."""
    for old in ("3.6", "3.7", "3.8", "3.9", "3.10"):
        for python in Path(sys.base_prefix).parent.glob(f"*{old}.*/bin/python3"):
            refused(project.run(python=python), f"现在运行的是 {old}。")


def test_a_python_without_venv_is_refused(project: Project) -> None:
    """The remedy names the package of Debian and its kin."""
    ran = project.run(env=project.stub(venv=MISSING))

    refused(ran, "缺少 venv 模块")
    assert "apt install python3-venv" in ran.err
    assert project.beside == []


def test_a_python_without_any_pip_is_refused(project: Project) -> None:
    """There is neither one to install nor one to borrow."""
    ran = project.run(env=project.stub(ensurepip=MISSING, pip=MISSING))

    refused(ran, "既没有 ensurepip，也没有 pip")
    assert project.beside == []


def test_without_a_network_the_remedies_are_named(project: Project, closed: str) -> None:
    """A mirror or a folder of wheels; what pip said is kept."""
    cut = {
        "GONGKAI_WHEELS": "",
        "PIP_CONFIG_FILE": "/dev/null",
        "PIP_INDEX_URL": closed,
        "PIP_RETRIES": "0",
    }

    ran = project.run(env={**project.quick(), **cut})

    refused(ran, "多半是网络不通")
    assert "PIP_INDEX_URL" in ran.err
    assert "GONGKAI_WHEELS" in ran.err
    assert str(project.log) in ran.err
    assert "standin" in project.log.read_text()
    assert project.beside == [".venv.log"]


@pytest.mark.parametrize("complete", [False, True], ids=["no such folder", "an empty folder"])
def test_wheels_that_are_not_there_are_missed(
    project: Project, tmp_path: Path, *, complete: bool
) -> None:
    """It says how to fill the folder."""
    if complete:
        (tmp_path / "wheels").mkdir()

    ran = project.run(env={**project.quick(), "GONGKAI_WHEELS": str(tmp_path / "wheels")})

    refused(ran, f"GONGKAI_WHEELS 指明的文件夹 {tmp_path / 'wheels'}")
    assert "pip download" in ran.err
    assert project.beside == [".venv.log"]


def test_a_wheel_that_differs_from_the_lock_is_not_installed(
    project: Project, tmp_path: Path
) -> None:
    """One byte is enough."""
    wheel = shutil.copy(project.wheels.core.path, tmp_path)
    with open(wheel, "ab") as file:
        file.write(b"x")

    ran = project.run(env={**project.quick(), "GONGKAI_WHEELS": str(tmp_path)})

    refused(ran, "校验值不符")
    assert project.beside == [".venv.log"]


def test_a_lock_that_forgets_a_hash_is_not_installed_from(project: Project) -> None:
    """A version alone could be anybody's."""
    (project.root / "requirements" / "core.lock").write_text("standin==1.0\n")

    ran = project.run(env=project.quick())

    assert ran.code == 2
    assert "Hashes are required" in project.log.read_text()
    assert project.beside == [".venv.log"]


@pytest.mark.parametrize("name", ["EROFS", "EACCES", "EPERM"])
def test_a_folder_that_cannot_be_written_is_named(project: Project, name: str) -> None:
    """A read-only disk, or somebody else's folder."""
    ran = project.run(env=project.stub(sitecustomize=REFUSE_FOLDERS.format(name=name)))

    refused(ran, f"不能写入 {project.root}")


@pytest.mark.parametrize("name", ["ENOSPC", "EDQUOT"])
def test_a_full_disk_has_its_own_exit_code(project: Project, name: str) -> None:
    """It is the disk's fault."""
    ran = project.run(env=project.stub(sitecustomize=REFUSE_FOLDERS.format(name=name)))

    refused(ran, "磁盘已满", code=74)


def test_a_disk_that_fills_up_while_pip_writes_is_full_too(project: Project) -> None:
    """Pip says so in its own words."""
    ran = project.run(env={**project.quick(), **project.stub(subprocess=FULL_FOR_PIP)})

    refused(ran, "磁盘已满", code=74)


def test_trouble_of_any_other_kind_is_told_without_a_traceback(project: Project) -> None:
    """Whatever the system says goes into the sentence."""
    ran = project.run(env=project.stub(sitecustomize=REFUSE_FOLDERS.format(name="EIO")))

    refused(ran, "准备运行环境时出错：[Errno 5]", code=74)


def test_a_colon_in_the_path_is_told_without_a_traceback(project: Project) -> None:
    """Environments cannot be made there."""
    root = project.root.rename(project.root.parent / "a:b")

    ran = type(project)(root, project.wheels).run()

    refused(ran, "准备运行环境时出错", code=74)


def test_a_program_without_its_locks_is_incomplete(project: Project) -> None:
    """It names the file that is missing."""
    (project.root / "requirements" / "core.lock").unlink()

    refused(project.run(), f"缺少文件 {project.root / 'requirements' / 'core.lock'}")


def test_it_never_hands_over_twice(project: Project) -> None:
    """Once handed over, what is missing stays missing, and nothing is made."""
    ran = project.run(env={"GONGKAI_HANDED_OVER": "1"})

    refused(ran, "已经备好，却仍然缺少")
    assert project.beside == []


def test_an_environment_that_is_none_any_more_is_not_entered_again_and_again(
    ready: Project,
) -> None:
    """Without its configuration, its Python is that of the system, which hands over again."""
    (ready.venv / "pyvenv.cfg").unlink()

    refused(ready.run(), "已经备好，却仍然缺少")


def test_a_module_that_vanished_from_the_environment_is_named(ready: Project) -> None:
    """Somebody uninstalled it by hand; the run ends."""
    shutil.rmtree(next(ready.venv.glob("lib/*/site-packages/jinja2")))

    refused(ready.run(), "却仍然缺少 jinja2")


def test_a_mistake_of_the_generator_is_not_hidden(ready: Project) -> None:
    """Only a missing dependency is taken for one."""
    (ready.root / "generator" / "cli" / "start.py").write_text("import no_such_module\n")

    ran = ready.run()

    assert ran.code == 1
    assert "ModuleNotFoundError: No module named 'no_such_module'" in ran.err


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp437"])
def test_no_console_makes_it_crash(project: Project, encoding: str) -> None:
    """What a console cannot show is spelled out; the English line is always readable."""
    env = {**project.stub(venv=MISSING), "PYTHONIOENCODING": f"{encoding}:strict"}

    ran = project.run(env=env)

    assert ran.code == 2
    assert "This Python has no venv module" in ran.err
    assert "Traceback" not in ran.err


def test_it_names_no_package_index(project: Project) -> None:
    """Which mirror to use is the office's choice."""
    assert "://" not in (project.root / "build.py").read_text("utf-8")

"""The README's one command: what it decides is right on every platform, and what it refuses it refuses in a sentence."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from zgc_desktop import paths

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run() -> ModuleType:
    """The file ``run.py`` as a module, fresh for each test."""
    spec = importlib.util.spec_from_file_location("run_under_test", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start a copy of run.py as a user does, where no apt-get can be found: a test installs nothing on the machine."""
    environment = dict(os.environ, PYTHONUTF8="1", PATH=str(Path(sys.executable).parent))
    return subprocess.run(
        [sys.executable, script, *arguments], env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def fresh_checkout(tmp_path: Path) -> Path:
    """A folder as after unpacking, with a space and Chinese in its name, not set up."""
    folder = tmp_path / "统筹 台"
    folder.mkdir()
    for name in ("run.py", "requirements.lock", "requirements-test.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


def test_it_needs_nothing_but_python() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    names = {alias.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {(node.module or "").partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= set(sys.stdlib_module_names)


def test_an_old_python_gets_as_far_as_the_sentence(run: ModuleType) -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    problem = run.python_problem((3, 9, 2), 2**63 - 1)
    assert problem is not None
    assert "3.9.2" in problem[0]
    assert "3.11" in problem[0]


def test_a_32_bit_python_is_refused(run: ModuleType) -> None:
    problem = run.python_problem((3, 12, 1), 2**31 - 1)
    assert problem is not None
    assert "64 位" in problem[0]


def test_a_current_python_is_taken(run: ModuleType) -> None:
    assert run.python_problem((3, 11, 0), 2**63 - 1) is None
    assert run.python_problem((3, 13, 1), 2**63 - 1) is None


def test_a_command_takes_its_own_options(run: ModuleType) -> None:
    assert run.split_arguments([]) == ("", [], False)
    assert run.split_arguments(["test", "-k", "money"]) == ("test", ["-k", "money"], False)
    assert run.split_arguments(["--offline", "zgc", "receive", "--json"]) == ("zgc", ["receive", "--json"], True)
    assert run.split_arguments(["zgc", "--offline"]) == ("zgc", ["--offline"], False)


def test_an_unknown_command_is_refused_in_a_sentence(fresh_checkout: Path) -> None:
    ran = start(fresh_checkout / "run.py", "tset")
    assert ran.returncode == 2
    assert "不认识的命令 “tset”" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (fresh_checkout / ".venv").exists()


def test_a_window_takes_one_folder_and_no_options(fresh_checkout: Path) -> None:
    ran = start(fresh_checkout / "run.py", "window", "--month", "2026-10")
    assert ran.returncode == 2
    assert "run.py window [工作区文件夹]" in ran.stderr


def test_offline_without_wheels_is_refused_before_anything_is_made(fresh_checkout: Path) -> None:
    ran = start(fresh_checkout / "run.py", "--offline", "demo")
    assert ran.returncode == 2
    assert "没有 wheels 文件夹" in ran.stderr
    assert not (fresh_checkout / ".venv").exists()


@pytest.mark.slow
def test_an_incomplete_wheels_folder_is_named_and_set_up_can_be_repeated(fresh_checkout: Path) -> None:
    (fresh_checkout / "wheels").mkdir()
    ran = start(fresh_checkout / "run.py", "--offline", "demo")
    assert ran.returncode == 3
    assert "wheels 文件夹里的包不全" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not list((fresh_checkout / ".venv").glob("installed-*"))


def test_help_is_the_module_s_own_text(fresh_checkout: Path) -> None:
    ran = start(fresh_checkout / "run.py", "--help")
    assert ran.returncode == 0
    assert "python3 run.py test" in ran.stdout


def test_the_demo_lies_in_the_platform_s_data_folder(run: ModuleType) -> None:
    home = Path("home")
    assert run.data_folder("linux", {}, home) == home / ".local" / "share" / "tongchoutai"
    assert run.data_folder("linux", {"XDG_DATA_HOME": "data"}, home) == Path("data/tongchoutai")
    assert run.data_folder("win32", {"LOCALAPPDATA": "local"}, home) == Path("local/tongchoutai")
    assert run.data_folder("win32", {}, home) == home / "AppData" / "Local" / "tongchoutai"
    assert run.data_folder("darwin", {}, home) == home / "Library" / "Application Support" / "tongchoutai"


def test_the_demo_lies_beside_the_office_s_own_workspace(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZGC_WORKSPACE", raising=False)
    assert run.data_folder(sys.platform, dict(os.environ), Path.home()) == paths.default_workspace().parent


def test_a_window_opens_only_where_somebody_sees_it(run: ModuleType) -> None:
    assert run.has_screen("win32", {})
    assert run.has_screen("darwin", {})
    assert run.has_screen("linux", {"DISPLAY": ":0"})
    assert run.has_screen("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert not run.has_screen("linux", {})
    assert not run.has_screen("win32", {"CI": "true"})


def test_debian_and_its_children_are_known(run: ModuleType) -> None:
    assert run.is_debian('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n')
    assert run.is_debian("ID=ubuntu\nID_LIKE=debian\n")
    assert run.is_debian('ID=linuxmint\nID_LIKE="ubuntu debian"\n')
    assert not run.is_debian("ID=fedora\nID_LIKE=rhel\n")


def test_a_changed_lock_or_a_moved_folder_is_installed_again(run: ModuleType, fresh_checkout: Path) -> None:
    def place(folder: Path) -> None:
        run.HERE, run.VENV = folder, folder / ".venv"
        run.RUNTIME_LOCK, run.TEST_LOCK = folder / "requirements.lock", folder / "requirements-test.lock"

    place(fresh_checkout)
    run.VENV.mkdir()
    assert not run.is_installed(run.RUNTIME_LOCK)

    run.stamp_of(run.RUNTIME_LOCK).write_text(run.fingerprint(run.RUNTIME_LOCK), encoding="utf-8")
    assert run.is_installed(run.RUNTIME_LOCK)
    assert not run.is_installed(run.TEST_LOCK)

    moved = fresh_checkout.rename(fresh_checkout.parent / "搬走了")
    place(moved)
    assert not run.is_installed(run.RUNTIME_LOCK)

    run.stamp_of(run.TEST_LOCK).write_text(run.fingerprint(run.TEST_LOCK), encoding="utf-8")
    assert run.is_installed(run.RUNTIME_LOCK), "the tests' lock holds everything of the program's"
    with run.TEST_LOCK.open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert not run.is_installed(run.TEST_LOCK)


def test_the_readme_and_the_ci_call_the_same_test_command() -> None:
    assert "python3 run.py test" in (ROOT / "README.md").read_text(encoding="utf-8")
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "python3 run.py test"


def test_the_whole_suite_runs_on_several_cores_and_a_part_as_asked(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.os, "cpu_count", lambda: 2)
    assert run.test_options([]) == ["-q", "-n", "2"]
    assert run.test_options(["tests/unit", "-x"]) == ["tests/unit", "-x"]
    monkeypatch.setattr(run.os, "cpu_count", lambda: 1)
    assert run.test_options([]) == ["-q"]


def test_the_workspaces_tests_run_again_on_a_server_where_there_is_one(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.os, "cpu_count", lambda: 1)
    monkeypatch.setattr(run.Path, "glob", lambda *_: iter([Path("/usr/lib/postgresql/15/bin/initdb")]))
    (first, plain), (second, server) = run.test_runs([])
    assert (first, second) == (["-q"], ["-q", "tests/storage", "tests/scenarios"])
    assert (plain.get("ZGC_TEST_DATABASE"), server["ZGC_TEST_DATABASE"]) == (None, "postgresql")
    assert [options for options, _ in run.test_runs(["tests/unit"])] == [["tests/unit"]]
    monkeypatch.setattr(run.Path, "glob", lambda *_: iter([]))
    assert [options for options, _ in run.test_runs([])] == [["-q"]]

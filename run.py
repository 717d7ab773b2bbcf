#!/usr/bin/env python3
"""The one command of the README: sets the program up on a fresh machine and runs what is asked (standard library only).

    python3 run.py                 set up, import the demo month, write its PDF and workbook, open the window
    python3 run.py demo [...]      the same without the window; options go to `zgc demo`
    python3 run.py window [DIR]    the window alone, on the workspace DIR or the office's own
    python3 run.py test [...]      the tests; options go to pytest
    python3 run.py zgc ...         the command line
    python3 run.py wheels          fill ./wheels, so that a machine like this one can be set up without network

On Windows the same with `py run.py`. `--offline` before the command takes packages from ./wheels only.
"""

# The syntax stays plain on purpose: an old Python must get as far as the sentence that says it is too old.
from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
WHEELS = HERE / "wheels"
RUNTIME_LOCK = HERE / "requirements.lock"
TEST_LOCK = HERE / "requirements-test.lock"

APP = "tongchoutai"  # as in zgc_desktop/paths.py
COMMANDS = ("", "demo", "window", "test", "zgc", "wheels")

# What a bare Debian lacks for QtWidgets and QtPdf, and for real windows under X11 and Wayland. Qt names the wrong library
# when one of the latter is missing and aborts, so all of them are installed, screen or not.
QT_PACKAGES = ("libglib2.0-0", "libgl1", "libegl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0", "libbrotli1")
WINDOW_PACKAGES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libwayland-cursor0",
)
TEST_PACKAGES = ("poppler-utils",)

EXIT_REFUSED, EXIT_ENVIRONMENT = 2, 3


# --- saying ----------------------------------------------------------------------------------------------------------


def say(chinese: str, english: str) -> None:
    """Print one line for both readers on standard error (standard output belongs to the command that runs)."""
    line = chinese + " / " + english
    try:
        print(line, file=sys.stderr, flush=True)
    except UnicodeEncodeError:  # a console in another code page
        print(line.encode("ascii", "backslashreplace").decode(), file=sys.stderr, flush=True)


def stop(chinese: str, english: str, code: int = EXIT_ENVIRONMENT) -> NoReturn:
    """Say what is wrong in one sentence and leave with ``code``."""
    say("错误：" + chinese, "error: " + english)
    raise SystemExit(code)


# --- what is asked ---------------------------------------------------------------------------------------------------


def split_arguments(arguments: list[str]) -> tuple[str, list[str], bool]:
    """Return the command (empty: everything), its own arguments, and whether the network is off limits."""
    rest = list(arguments)
    offline = False
    while rest and rest[0] == "--offline":
        offline = True
        rest.pop(0)
    command = rest.pop(0) if rest else ""
    if command in ("-h", "--help", "help"):
        print(__doc__)
        raise SystemExit(0)
    if command not in COMMANDS:
        known = "、".join(name for name in COMMANDS if name)
        stop("不认识的命令 “" + command + "”，可用的有：" + known, "unknown command, see run.py --help", EXIT_REFUSED)
    return command, rest, offline


def python_problem(version: tuple[int, ...], max_size: int) -> tuple[str, str] | None:
    """Return why this Python cannot run the program (Chinese, English), or None when it can."""
    if version < (3, 11):
        found = ".".join(str(part) for part in version[:3])
        return (
            "需要 Python 3.11 或更高版本，当前是 " + found + "，请从 https://www.python.org/downloads/ 安装",
            "Python 3.11 or newer is needed, this is " + found,
        )
    if max_size < 2**32:
        return "需要 64 位的 Python，当前是 32 位", "a 64-bit Python is needed, this one is 32-bit"
    return None


def data_folder(platform: str, environment: dict[str, str], home: Path) -> Path:
    """Return where this platform keeps a program's data; the demo goes below it."""
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / APP
    if platform == "darwin":
        return home / "Library" / "Application Support" / APP
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / APP


def has_screen(platform: str, environment: dict[str, str]) -> bool:
    """Return whether a window could be seen by somebody."""
    if environment.get("CI"):  # a build machine may well have a desktop, but nobody to close the window
        return False
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def is_debian(os_release: str) -> bool:
    """Return whether an ``/etc/os-release`` text is Debian's or of a system made from it."""
    for line in os_release.splitlines():
        key, _, value = line.partition("=")
        if key in ("ID", "ID_LIKE") and {"debian", "ubuntu"} & set(value.strip().strip('"').split()):
            return True
    return False


# --- the system's packages -------------------------------------------------------------------------------------------


def on_debian() -> bool:
    """Return whether apt-get looks after this machine."""
    release = Path("/etc/os-release")
    return bool(shutil.which("apt-get")) and release.exists() and is_debian(release.read_text(encoding="utf-8"))


def missing_packages(names: tuple[str, ...]) -> list[str]:
    """Return the Debian packages of ``names`` that are not installed."""
    if not names:
        return []
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${Status}\n", *names], capture_output=True, text=True, check=False
    )
    present = {line.split()[0] for line in asked.stdout.splitlines() if line.endswith("install ok installed")}
    return [name for name in names if name not in present]


def apt_install(names: list[str]) -> bool:
    """Install Debian packages as root; return whether that worked. apt's own words are shown only when it did not."""
    say("安装系统软件包 " + " ".join(names), "installing system packages")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        done = subprocess.run(
            ["apt-get", "-q", *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            print("\n".join(done.stdout.strip().splitlines()[-3:]), file=sys.stderr)
            return False
    return True


def has_ensurepip() -> bool:
    """Return whether this Python can make an environment with pip; Debian keeps that part in python3-venv."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def provide_system_packages(names: tuple[str, ...]) -> list[str]:
    """Install what is missing of ``names``, and python3-venv, where we may; return what is still missing (empty off Debian)."""
    if not on_debian():
        return []
    missing = missing_packages(names)
    if not has_ensurepip():
        missing.append("python3-venv")
    if missing and os.geteuid() == 0 and apt_install(missing):
        return []
    return missing


# --- the environment -------------------------------------------------------------------------------------------------


def venv_python() -> Path:
    """Return the Python inside the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def works(python: Path) -> bool:
    """Return whether the environment's Python still starts (its base may have been upgraded or removed) and has pip."""
    if not python.exists():
        return False
    probe = [str(python), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
    try:
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment(still_missing: list[str]) -> None:
    """Create ``.venv`` with pip; where Python came without the means to, stop with what to install."""
    if works(venv_python()):
        return
    if not has_ensurepip() and on_debian():
        needs = "sudo apt-get install " + " ".join(still_missing or ["python3-venv"])
        stop("缺少 python3-venv，请检查网络后执行：" + needs, "python3-venv is missing, install it first")
    say("创建虚拟环境 " + str(VENV), "creating the environment")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, errors="replace", check=False
    )
    if made.returncode or not works(venv_python()):
        print((made.stdout + made.stderr)[-2000:], file=sys.stderr)
        stop(
            "无法创建带 pip 的虚拟环境，请确认对本文件夹有写权限，或用 python.org 的安装包重新安装 Python",
            "no environment with pip could be made",
        )


def fingerprint(lock: Path) -> str:
    """Return what must be unchanged for an installation of ``lock`` to be good: the lock, the project file, the place."""
    digest = hashlib.sha256(lock.read_bytes())
    digest.update((HERE / "pyproject.toml").read_bytes())
    digest.update(str(HERE).encode("utf-8", "surrogatepass"))  # the installed `zgc` points into this folder
    return digest.hexdigest()


def stamp_of(lock: Path) -> Path:
    """Return the file that remembers that ``lock`` was installed."""
    return VENV / ("installed-" + lock.stem)


def is_installed(lock: Path) -> bool:
    """Return whether ``lock`` is installed as it stands now; the tests' lock holds everything of the other one."""
    for candidate in (lock, TEST_LOCK):
        stamp = stamp_of(candidate)
        if stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint(candidate):
            return True
    return False


def pip_command(*arguments: str) -> list[str]:
    """Return a pip call inside the environment that asks nothing; quiet where nobody watches."""
    watched = ["--quiet"] if not sys.stderr.isatty() else []
    return [
        str(venv_python()),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        *arguments[:1],
        *watched,
        *arguments[1:],
    ]


def install_lock(lock: Path, offline: bool) -> None:
    """Install the hash-locked packages: from ./wheels where it has them, else from the package index."""
    from_lock = ["install", "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    local = ["--no-index", "--find-links", str(WHEELS)]
    if WHEELS.is_dir():
        say("从本地 wheels 文件夹安装依赖", "installing dependencies from ./wheels")
        if subprocess.call(pip_command(*from_lock, *local), stdin=subprocess.DEVNULL) == 0:
            return
        if offline:
            stop("wheels 文件夹里的包不全或与锁定版本不符", "./wheels is incomplete or differs from the lock")
    if is_installed(RUNTIME_LOCK):
        say("安装测试用的依赖", "installing what the tests need")
    else:
        say("安装依赖，首次约需下载 300 MB", "installing dependencies, about 300 MB the first time")
    if subprocess.call(pip_command(*from_lock), stdin=subprocess.DEVNULL):
        stop(
            "依赖安装失败：请检查网络，或用环境变量 PIP_INDEX_URL 指定本单位的软件源，或准备 wheels 文件夹后重试",
            "the dependencies could not be installed: check the network, set PIP_INDEX_URL, or bring a ./wheels folder",
        )


def check_qt(still_missing: list[str]) -> None:
    """Stop with the missing library's name when Qt cannot be loaded; the window would abort without a word."""
    probe = [str(venv_python()), "-c", "from PySide6 import QtWidgets, QtPdfWidgets"]
    tried = subprocess.run(probe, capture_output=True, text=True, errors="replace", env=child_environment(), check=False)
    if tried.returncode == 0:
        return
    reason = (tried.stderr.strip().splitlines() or ["exit code " + str(tried.returncode)])[-1]
    how = "；请先执行：sudo apt-get install " + " ".join(still_missing) if still_missing else ""
    stop("图形库 Qt 无法加载（" + reason + "）" + how, "Qt cannot be loaded, system libraries are missing")


def set_up(lock: Path, offline: bool, packages: tuple[str, ...]) -> None:
    """Bring the machine to where the program runs; does nothing (and asks nobody) the second time."""
    if works(venv_python()) and is_installed(lock):
        return
    if offline and not WHEELS.is_dir():
        stop("要求离线安装，但没有 wheels 文件夹；请在有网络的同类机器上执行 run.py wheels", "no ./wheels folder", EXIT_REFUSED)
    still_missing = provide_system_packages(packages)
    make_environment(still_missing)
    install_lock(lock, offline)
    # --no-build-isolation: the build tool is in the lock, so nothing is fetched outside it.
    editable = pip_command("install", "--no-deps", "--no-index", "--no-build-isolation", "-e", str(HERE))
    if subprocess.call(editable, stdin=subprocess.DEVNULL):
        stop("程序本身安装失败，请确认对本文件夹有写权限", "the program itself could not be installed into the environment")
    check_qt(still_missing)
    stamp_of(lock).write_text(fingerprint(lock), encoding="utf-8")
    say("环境已就绪", "set up")


# --- running ---------------------------------------------------------------------------------------------------------


def child_environment() -> dict[str, str]:
    """Return the environment of everything we start: UTF-8 everywhere, and no other Python's settings."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    environment["PYTHONUTF8"] = "1"
    return environment


def run_program(arguments: list[str]) -> int:
    """Run ``python -m zgc_desktop`` with ``arguments`` in the caller's folder; return its exit code."""
    return subprocess.call([str(venv_python()), "-m", "zgc_desktop", *arguments], env=child_environment())


def open_window(workspace: Path | None) -> int:
    """Open the window on ``workspace`` (the office's own when None); return its exit code when it is closed."""
    say("打开窗口", "opening the window")
    environment = child_environment()
    if workspace is not None:
        environment["ZGC_WORKSPACE"] = str(workspace.absolute())
    return subprocess.call([str(venv_python()), "-m", "zgc_desktop"], env=environment)


def run_demo(arguments: list[str]) -> tuple[int, Path | None]:
    """Import the demo month and write its documents; return the exit code and the demo's workspace."""
    if not any(word == "--out" or word.startswith("--out=") for word in arguments):
        folder = data_folder(sys.platform, dict(os.environ), Path.home()) / "demo"
        arguments = ["--out", str(folder), *arguments]
    if "--json" in arguments:
        return run_program(["demo", *arguments]), None
    say("导入演示月份并生成报告", "importing the demo month and writing its report")
    done = subprocess.run(
        [str(venv_python()), "-m", "zgc_desktop", "demo", *arguments, "--json"],
        env=child_environment(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    try:
        written = json.loads(done.stdout)
    except ValueError:  # the demo refused and said why on standard error
        print(done.stdout, end="")
        return done.returncode or EXIT_ENVIRONMENT, None
    for label, key in (("PDF 报告", "pdf"), ("Excel 报告", "xlsx"), ("工作区", "workspace")):
        print(label + "：" + str(written[key]), flush=True)
    return done.returncode, Path(written["workspace"])


def demo_and_window() -> int:
    """Run the demo, then open the window on it where there is a screen; return the exit code."""
    code, workspace = run_demo([])
    if workspace is None or code not in (0, 1):
        return code
    if not has_screen(sys.platform, dict(os.environ)):
        say("没有检测到屏幕，不打开窗口", "no screen, so no window")
        return 0
    return open_window(workspace)


def fill_wheels() -> int:
    """Download every locked package for this platform and Python into ./wheels; return pip's exit code."""
    make_environment(provide_system_packages(()))
    download = ["download", "--require-hashes", "--only-binary=:all:", "-r", str(TEST_LOCK), "-d", str(WHEELS)]
    return subprocess.call(pip_command(*download), stdin=subprocess.DEVNULL)


def test_options(asked: list[str]) -> list[str]:
    """Return the options of pytest: those asked for, and for the whole suite a process for each of up to four cores."""
    cores = min(4, os.cpu_count() or 1)
    return asked or (["-q", "-n", str(cores)] if cores > 1 else ["-q"])


def test_runs(asked: list[str]) -> list[tuple[list[str], dict[str, str]]]:
    """Return the runs of pytest, options and environment: what is asked, or the whole suite and the workspace's tests again.

    The second run has its workspaces on PostgreSQL. It is left out where Debian's programs for that are not installed.
    """
    runs = [(test_options(asked), child_environment())]
    if not asked and list(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        on_server = [*test_options([]), "tests/storage", "tests/scenarios"]
        runs.append((on_server, child_environment() | {"ZGC_TEST_DATABASE": "postgresql"}))
    return runs


def main(arguments: list[str]) -> int:
    """Do what ``arguments`` ask and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    problem = python_problem(tuple(sys.version_info[:3]), sys.maxsize)
    if problem:
        stop(*problem)
    command, rest, offline = split_arguments(arguments)
    if command == "wheels":
        return fill_wheels()
    if command == "test":
        set_up(TEST_LOCK, offline, (*QT_PACKAGES, *WINDOW_PACKAGES, *TEST_PACKAGES))
        pytest = [str(venv_python()), "-m", "pytest"]
        codes = [subprocess.call([*pytest, *options], cwd=HERE, env=env) for options, env in test_runs(rest)]
        return next((code for code in codes if code), 0)
    if command == "window" and (len(rest) > 1 or (rest and rest[0].startswith("-"))):
        stop("用法：run.py window [工作区文件夹]", "usage: run.py window [workspace folder]", EXIT_REFUSED)
    set_up(RUNTIME_LOCK, offline, (*QT_PACKAGES, *WINDOW_PACKAGES))
    if command == "demo":
        return run_demo(rest)[0]
    if command == "zgc":
        return run_program(rest)
    if command == "window":
        return open_window(Path(rest[0]) if rest else None)
    return demo_and_window()


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        stop("已中断，重新执行同一命令即可继续", "interrupted; the same command goes on", 130)

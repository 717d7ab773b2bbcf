"""Builds the Windows program folder and its installer: python.org's embeddable Python, pruned wheels, the program itself.

``python packaging/windows/build.py --python-zip FILE [--wheels DIR] [--out dist] [--no-installer]``

Runs on Windows and Linux; needs ``pip install -r packaging/windows/requirements.txt`` and, for the installer, ``makensis``.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from packaging.markers import Marker
from prune import prune

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent.parent
NAME: Final = "tongchoutai"
PYTHON: Final = "3.12"
PROGRAM: Final = ("zgc_desktop", "db", "reports")
SIGNER: Final = "Python Software Foundation"
PATHS: Final = "python312.zip\n.\n..\\packages\n..\\app\n"
"""Where the embeddable Python looks for modules; `site` stays off, so nothing of the machine's own Pythons gets in."""


def main() -> None:
    """Build what the command line asks for."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--python-zip", type=Path, required=True, help="python.org's embeddable package, 64-bit")
    ask.add_argument("--wheels", type=Path, help="folder of win_amd64 wheels; downloaded by the lock's hashes without it")
    ask.add_argument("--out", type=Path, default=ROOT / "dist")
    ask.add_argument("--no-installer", action="store_true")
    wanted = ask.parse_args()
    folder = wanted.out / NAME
    shutil.rmtree(folder, ignore_errors=True)
    unpack_python(wanted.python_zip, folder / "python")
    unpack_wheels(wanted.wheels or download(wanted.out / "wheels"), folder / "packages")
    copy_program(folder / "app")
    collect_licences(folder)
    prune(folder / "packages", [folder / "app" / name for name in PROGRAM])
    (folder / "zgc.cmd").write_text('@"%~dp0python\\python.exe" -m zgc_desktop %*\r\n', encoding="ascii", newline="")
    if os.name == "nt":
        check_signatures(folder / "python")
        compile_all(folder)
    sys.stdout.write(f"{folder}: {size(folder) / 2**20:.0f} MiB\n")
    if not wanted.no_installer:
        sys.stdout.write(f"{make_installer(folder, wanted.out)}\n")


def program_version() -> str:
    """The version in pyproject.toml, which the program itself must name too: an installed folder has no metadata of its own."""
    found = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    assert found is not None
    if f'SOURCE_VERSION = "{found[1]}"' not in (ROOT / "zgc_desktop" / "bootstrap.py").read_text(encoding="utf-8"):
        raise SystemExit("pyproject.toml and zgc_desktop/bootstrap.py name different versions")
    return found[1]


def unpack_python(package: Path, folder: Path) -> None:
    """Unpack the embeddable Python, whether or not its files lie in a folder inside the zip."""
    with zipfile.ZipFile(package) as zipped:
        for member in zipped.infolist():
            if not member.is_dir():
                target = folder / Path(member.filename).name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(zipped.read(member))
    (wanted,) = folder.glob("python3*._pth")
    if wanted.name != f"python{PYTHON.replace('.', '')}._pth":
        raise SystemExit(f"{package} is not Python {PYTHON}: the wheels would not load")
    wanted.write_text(PATHS, encoding="ascii")


def download(folder: Path) -> Path:
    """Download the wheels for Windows, each held against its hash in the lock; returns their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.whl"):
        old.unlink()
    machine = ("--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp", "--only-binary=:all:")
    lock = ("--require-hashes", "-r", str(windows_lock(folder)))
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", *machine, *lock, "-d", str(folder)], check=True)
    return folder


def windows_lock(folder: Path) -> Path:
    """The lock with its markers answered for the machine the folder is for: pip asks them of the one it runs on."""
    machine = {
        "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64",
        "python_version": PYTHON, "python_full_version": f"{PYTHON}.0", "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }  # fmt: skip
    lines, wanted = [], True
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        pinned = re.match(r"([^\s#]+==[^\s;]+)(?: ; (.+?))?( \\)?$", line)
        if pinned:
            wanted = pinned[2] is None or Marker(pinned[2]).evaluate(machine)
            line = f"{pinned[1]}{pinned[3] or ''}"
        if wanted:
            lines.append(line)
    written = folder / "windows.lock"
    written.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return written


def unpack_wheels(wheels: Path, folder: Path) -> None:
    """Unpack every wheel into one folder; scripts and data of wheels are not part of an application."""
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as zipped:
            for member in zipped.infolist():
                parts = Path(member.filename).parts
                if member.is_dir() or (parts[0].endswith(".data") and parts[1] not in ("purelib", "platlib")):
                    continue
                inside = Path(*parts[2:]) if parts[0].endswith(".data") else Path(*parts)
                if ".." in inside.parts:
                    raise SystemExit(f"{wheel.name}: {member.filename}")
                target = folder / inside
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(zipped.read(member))


def copy_program(app: Path) -> None:
    """Copy the program's packages and resources, nothing that git does not keep."""
    told = subprocess.run(
        ["git", "ls-files", "-z", *PROGRAM, "resources", "LICENSE", "docs"], cwd=ROOT, check=True, capture_output=True
    )
    for name in told.stdout.decode("utf-8").split("\0"):
        if name:
            target = app / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)


def collect_licences(folder: Path) -> None:
    """Gather the licence texts of everything shipped in ``licences``, with a list of names, versions and licences."""
    licences, lines = folder / "licences", []
    licences.mkdir()
    shutil.copyfile(folder / "python" / "LICENSE.txt", licences / "Python.txt")
    for info in sorted((folder / "packages").glob("*.dist-info"), key=lambda path: path.name.lower()):
        told = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
        licence = told["License-Expression"] or _classified(told.get_all("Classifier") or []) or told["License"] or "见许可全文"
        lines.append(f"{told['Name']} {told['Version']}  {licence.strip().splitlines()[0]}")
        for text in sorted(info.rglob("*")):
            if text.is_file() and re.match(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", text.name, re.I):
                shutil.copyfile(text, licences / f"{told['Name']} {text.relative_to(info).as_posix().replace('/', ' ')}")
    shutil.copyfile(ROOT / "LICENSE", licences / f"{NAME}.txt")
    head = (
        "统筹台使用了下列组件，各按其许可使用；许可全文在本文件夹。\n"
        "Qt、PySide6、psycopg 以 LGPL-3.0，python-stdnum 以 LGPL-2.1 或更新版许可使用，未作修改："
        "packages 中它们的文件可以换成您自己编译或修改的同名文件。\n\n"
    )
    (licences / "第三方组件.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8-sig")


def _classified(classifiers: list[str]) -> str:
    return "; ".join(c.rsplit(" :: ", 1)[1] for c in classifiers if c.startswith("License :: OSI"))


def check_signatures(python: Path) -> None:
    """SystemExit where a program file of the embeddable Python is not signed by its makers."""
    files = ",".join(f"'{file}'" for file in sorted(python.iterdir()) if file.suffix in (".exe", ".dll", ".pyd"))
    asked = (
        f"{files} | ForEach-Object {{ Get-AuthenticodeSignature -LiteralPath $_ }} | "
        f"Where-Object {{ $_.Status -ne 'Valid' -or ($_.SignerCertificate.Subject -notmatch '{SIGNER}' "
        "-and $_.SignerCertificate.Subject -notmatch 'Microsoft') } | ForEach-Object { $_.Path }"
    )
    told = subprocess.run(["powershell", "-NoProfile", "-Command", asked], check=True, capture_output=True, text=True)
    if told.stdout.strip():
        raise SystemExit(f"not signed by {SIGNER}:\n{told.stdout}")


def compile_all(folder: Path) -> None:
    """Compile with the shipped Python itself: the first start would pay for it otherwise."""
    python = folder / "python" / "python.exe"
    subprocess.run([python, "-m", "compileall", "-q", "-j", "0", folder / "packages", folder / "app"], check=False)


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def make_installer(folder: Path, out: Path) -> Path:
    """Run NSIS; returns the installer."""
    version = program_version()
    setup = out / f"{NAME}-{version}-setup.exe"
    defines = (f"-DVERSION={version}", f"-DFOLDER={folder.resolve()}", f"-DSETUP={setup.resolve()}", f"-DROOT={ROOT}")
    subprocess.run(["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defines, str(HERE / "installer.nsi")], check=True)
    return setup


if __name__ == "__main__":
    main()

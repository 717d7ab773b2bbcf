"""Takes out of the unpacked wheels what the program never loads: Qt modules nobody imports, headers, tests, tools."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

PLUGINS: Final = {
    "platforms": ("qwindows", "qoffscreen"),
    "styles": ("qmodernwindowsstyle", "qwindowsvistastyle"),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qico", "qjpeg"),
}
"""Plugins are loaded by name, so no import leads to them."""
TEXTS: Final = ("qtbase_zh_CN.qm", "qtbase_en.qm")
"""Qt's own words: buttons of message boxes, titles of the file dialog."""
NEEDLESS: Final = (
    "lxml/includes", "numpy/_core/include", "numpy/_core/lib", "numpy/f2py", "numpy/random/include", "numpy/typing/tests",
    "highspy/include", "bin", "include", "share", "setuptools", "pkg_resources", "_distutils_hack",
)  # fmt: skip
"""Folders for building other programs."""


def prune(packages: Path, sources: Iterable[Path]) -> None:
    """Keep in ``packages`` what the program in ``sources`` can load; RuntimeError where a needed Qt file is not there."""
    for name in NEEDLESS:
        shutil.rmtree(packages / name, ignore_errors=True)
    for tests in [*packages.glob("*/tests"), *packages.glob("numpy/*/tests"), *packages.glob("*/test")]:
        shutil.rmtree(tests)
    for left in packages.glob("distutils-precedence.pth"):
        left.unlink()
    qt = packages / "PySide6"
    keep = _closure(qt, packages / "shiboken6", qt_modules(sources))
    for file in sorted(qt.rglob("*"), reverse=True):
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif file not in keep and file.name not in TEXTS and file.suffix != ".py":
            file.unlink()


def qt_modules(sources: Iterable[Path]) -> set[str]:
    """The Qt modules that the program's own code imports, by name (QtCore, QtWidgets…)."""
    found: set[str] = set()
    for source in sources:
        for file in source.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                    found.add((node.module or "").split(".")[1])
    return found


def _closure(qt: Path, shiboken: Path, modules: Iterable[str]) -> set[Path]:
    """The files of Qt that the modules and plugins need, following what each asks the loader for."""
    libraries = {file.name.lower(): file for folder in (shiboken, qt) for file in folder.glob("*.dll")}
    wanted = [*(qt / f"{module}.pyd" for module in modules), *_plugins(qt)]
    keep: set[Path] = set()
    while wanted:
        file = wanted.pop()
        if file in keep:
            continue
        if not file.is_file():
            raise RuntimeError(f"{file} is needed and not there")
        keep.add(file)
        wanted += [libraries[name] for name in _imports(file) if name in libraries]
    return keep


def _plugins(qt: Path) -> Iterator[Path]:
    for folder, names in PLUGINS.items():
        yield from (file for name in names if (file := qt / "plugins" / folder / f"{name}.dll").is_file())


def _imports(file: Path) -> list[str]:
    """Names of the libraries a Windows program file is linked to, at once or when first used."""
    import pefile  # only the build has it

    with pefile.PE(str(file), fast_load=True) as program:
        tables = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
        program.parse_data_directories(directories=[pefile.DIRECTORY_ENTRY[table] for table in tables])
        entries = [*getattr(program, "DIRECTORY_ENTRY_IMPORT", []), *getattr(program, "DIRECTORY_ENTRY_DELAY_IMPORT", [])]
        return [entry.dll.decode("ascii").lower() for entry in entries]

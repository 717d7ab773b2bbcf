"""The office's own 公文 fonts (小标宋 宋体 仿宋 楷体 黑体) as the system has them: found by file name, kept by their hash."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from reports.fonts import Role, load_face
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.domain.monthly import FontFile

WANTED: Final[Mapping[str, tuple[str, ...]]] = {
    "小标宋": ("方正小标宋简体.ttf", "方正小标宋_GBK.ttf", "FZXBSJW.TTF", "FZXBSK.TTF", "小标宋体.ttf"),
    "宋体": ("simsun.ttc", "simsun.ttf", "宋体.ttf"),
    "仿宋": ("仿宋_GB2312.ttf", "simfang.ttf", "FangSong_GB2312.ttf", "仿宋.ttf"),
    "楷体": ("楷体_GB2312.ttf", "simkai.ttf", "KaiTi_GB2312.ttf", "楷体.ttf"),
    "黑体": ("simhei.ttf", "黑体.ttf"),
    "补字": ("simsunb.ttf", "SimSunExtG.ttf", "HanaMinB.ttf", "HanaMinA.ttf"),
}
"""Files by the name GB/T 9704 calls the letter, first choice first; Windows and the foundries name them so."""
_PLACES: Final[Mapping[str, tuple[tuple[Role, bool], ...]]] = {
    "小标宋": (("song", True),),
    "宋体": (("song", False),),
    "仿宋": (("fang", False), ("fang", True)),
    "楷体": (("kai", False), ("kai", True)),
    # Cells and charts keep the bundled 黑: SimHei has one weight, and a table needs two.
    "黑体": (("hei", True),),
    # Rare characters of names: asked last, in every role.
    "补字": (),
}


def folders() -> tuple[Path, ...]:
    """Where this system keeps fonts, for all users and for this one; folders that do not exist are left out."""
    home = Path.home()
    if sys.platform == "win32":
        known = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
        known.append(Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts")
    elif sys.platform == "darwin":
        known = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    else:
        own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "fonts"
        known = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own, home / ".fonts"]
    return tuple(folder for folder in known if folder.is_dir())


def find(where: Sequence[Path]) -> tuple[FontFile, ...]:
    """The system's font for each letter of 公文; one that is missing or cannot be embedded has no file."""
    there = _files(where)
    return tuple(
        _first(letter, [there[n.casefold()] for n in names if n.casefold() in there]) for letter, names in WANTED.items()
    )


def _first(letter: str, paths: Iterable[Path]) -> FontFile:
    for path in paths:
        try:
            face = load_face(path)
        except EnvironmentProblem:
            continue  # CFF outlines, a licence against embedding, a damaged file: the next name may do
        return FontFile(letter, face.family, path.name, _sha256(path))
    return FontFile(letter, "", "", "")


def places(fonts: Sequence[FontFile], where: Sequence[Path]) -> dict[tuple[Role, bool], Path]:
    """Where each font of a document is used, and its file; EnvironmentProblem naming every one this system lacks.

    A file of the same name that is another font is not the same: the paper would print differently.
    """
    there, found, lacking = _files(where), dict[tuple[Role, bool], Path](), []
    for font in fonts:
        if not font.file:
            continue  # it was missing then, too, and the bundled one stood in
        path = there.get(font.file.casefold())
        if path is None or _sha256(path) != font.sha256:
            lacking.append(f"{font.letter}（{font.family}，{font.file}）" + ("" if path is None else "的文件与当时的不同"))
            continue
        found |= dict.fromkeys(_PLACES[font.letter], path)
    if lacking:
        raise EnvironmentProblem(
            f"系统缺少字体 {'、'.join(lacking)}，无法照原样排印",
            where="、".join(map(str, where)),
            advice="请安装所缺字体后重试；已发布月报的原件在存档中，可直接取用",
        )
    return found


def extra(fonts: Sequence[FontFile], where: Sequence[Path]) -> tuple[Path, ...]:
    """The file a document's rare characters come from, where it names one; ``places`` has made sure that it is there."""
    there = _files(where)
    return tuple(there[f.file.casefold()] for f in fonts if f.letter == "补字" and f.file)


def _files(where: Sequence[Path]) -> dict[str, Path]:
    """Font files of the names wanted, by name; the first folder wins."""
    wanted = {name.casefold() for names in WANTED.values() for name in names}
    found: dict[str, Path] = {}
    for folder in where:
        for path in sorted(folder.rglob("*.*")):
            name = path.name.casefold()
            if name in wanted and path.is_file():
                found.setdefault(name, path)
    return found


@lru_cache(maxsize=32)
def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

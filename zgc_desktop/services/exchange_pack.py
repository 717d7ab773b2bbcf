"""The zip of an exchange package: parts, manifest, hash list and signature out of one hand, and taken apart with distrust."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.exchange.manifest import (
    ADMINISTRATIVE,
    HASHES,
    MANIFEST,
    SIGNATURE,
    Manifest,
    Part,
    damaged,
    hash_list,
    is_safe_name,
    not_ours,
    package_id,
    read_manifest,
    written,
)

MAX_FILE: Final = 200 * 1024 * 1024
MAX_TOTAL: Final = 400 * 1024 * 1024
MAX_PARTS: Final = 2_000
MAX_TEXT: Final = 8 * 1024 * 1024
"""Of manifest, hash list and signature."""
_RATIO_FROM, _MAX_RATIO = 1024 * 1024, 200
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """A package taken apart: every part there, of the size and hash the manifest says. Whom to believe is another matter."""

    id: str
    manifest: Manifest
    text: str
    parts: Mapping[str, bytes]
    hashes: bytes
    signature: bytes
    """The signature file as it lies; empty where there is none."""


def part(name: str, content: bytes) -> Part:
    """What the manifest says of a part."""
    return Part(name, len(content), hashlib.sha256(content).hexdigest())


def packed(manifest: Manifest, parts: Mapping[str, bytes], signature: bytes = b"") -> bytes:
    """The bytes of a package: the same parts and manifest give the same bytes on every machine."""
    text, out = written(manifest), BytesIO()
    listed = {MANIFEST: text, HASHES: hash_list(text, manifest.parts)}
    if signature:
        listed[SIGNATURE] = signature
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in (*listed.items(), *sorted(parts.items())):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            info.external_attr = (stat.S_IFREG | 0o600) << 16
            pack.writestr(info, content, compresslevel=6)
    return out.getvalue()


def package_bytes(path: Path) -> bytes:
    """The bytes of a package file; Refused or EnvironmentProblem where it cannot be read or is far too large."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise Refused(f"文件超过 {MAX_FILE >> 20} MB，不是交换包", where=path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused("没有这个文件", where=str(path)) from None
    except IsADirectoryError:
        raise Refused("这是一个文件夹，不是交换包", where=str(path)) from None
    except OSError as error:
        why = "可能正被其他程序占用，或没有读取权限"
        raise EnvironmentProblem("文件打不开", where=str(path), why=why, advice="请关闭占用它的程序后再试") from error


def looks_like_package(path: Path) -> bool:
    """Whether a file is a zip with our manifest in it; nothing more is looked at."""
    if path.suffix.lower() != ".zip" or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as pack:
            return MANIFEST in pack.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def taken_apart(data: bytes, where: str) -> Opened:
    """The package of these bytes. Refused for a zip of anything else, a hostile one, a cut or changed one."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as pack:
            return _opened(pack, where)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise damaged(where, "压缩包读不下去，可能没有传完") from error
    except Exception as error:
        if type(error).__module__ == "zlib":  # zlib.error has no public base of its own
            raise damaged(where, "压缩包读不下去，可能没有传完") from error
        raise


def _opened(pack: zipfile.ZipFile, where: str) -> Opened:
    entries = pack.infolist()
    _require_harmless(entries, where)
    infos = {e.filename: e for e in entries}
    if MANIFEST not in infos:
        raise not_ours(where)
    text = _content(pack, infos[MANIFEST], MAX_TEXT, where)
    manifest = read_manifest(text, where)
    _require_listed(manifest, infos, where)
    hashes = _content(pack, infos[HASHES], MAX_TEXT, where) if HASHES in infos else b""
    if hashes != hash_list(text, manifest.parts):
        raise damaged(where, "校验清单与内容不符")
    signature = _content(pack, infos[SIGNATURE], MAX_TEXT, where) if SIGNATURE in infos else b""
    parts = {}
    for told in manifest.parts:
        content = _content(pack, infos[told.name], told.size, where)
        if len(content) != told.size or hashlib.sha256(content).hexdigest() != told.sha256:
            raise damaged(where, f"{told.name} 与清单的校验值不符")
        parts[told.name] = content
    return Opened(package_id(text), manifest, text.decode(), parts, hashes, signature)


def _require_harmless(entries: list[zipfile.ZipInfo], where: str) -> None:
    """Refused for what no package of ours holds, before a byte is unpacked."""
    names = [e.filename for e in entries]
    if len(entries) > MAX_PARTS:
        raise damaged(where, f"里面有 {len(entries)} 个文件，超过 {MAX_PARTS} 个")
    if len({n.casefold() for n in names}) != len(names):
        raise damaged(where, "里面有重名的文件")
    for e in entries:
        if not is_safe_name(e.orig_filename) or e.is_dir() or stat.S_ISLNK(e.external_attr >> 16):
            raise damaged(where, "里面有指向包外的路径")
        if e.flag_bits & 1:
            raise damaged(where, "里面有加了密码的文件")
        if e.file_size > _RATIO_FROM and e.file_size > _MAX_RATIO * max(e.compress_size, 1):
            raise damaged(where, f"{e.filename} 的压缩率超过 {_MAX_RATIO} 倍，疑为压缩炸弹")
    if sum(e.file_size for e in entries) > MAX_TOTAL:
        raise damaged(where, f"展开后超过 {MAX_TOTAL >> 20} MB")


def _require_listed(manifest: Manifest, infos: Mapping[str, zipfile.ZipInfo], where: str) -> None:
    listed = {p.name for p in manifest.parts}
    if missing := sorted(listed - infos.keys()):
        raise damaged(where, f"缺少 {missing[0]}")
    if extra := sorted(infos.keys() - listed - set(ADMINISTRATIVE)):
        raise damaged(where, f"多出清单之外的 {extra[0]}")
    if sum(p.size for p in manifest.parts) > MAX_TOTAL:
        raise damaged(where, f"展开后超过 {MAX_TOTAL >> 20} MB")


def _content(pack: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, where: str) -> bytes:
    """A member's bytes, never more than ``most``, whatever its header promises."""
    pieces, left = [], most
    with pack.open(info) as source:
        while block := source.read(min(_CHUNK, left + 1)):
            left -= len(block)
            if left < 0:
                raise damaged(where, f"{info.filename} 比清单写的大")
            pieces.append(block)
    return b"".join(pieces)


def as_json(told: object) -> bytes:
    """Plain values as a part's bytes."""
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def json_part(opened: Opened, name: str, where: str) -> object:
    """A part's plain values; Refused where it is missing or no JSON."""
    try:
        return json.loads(opened.parts[name].decode())
    except (KeyError, ValueError, RecursionError) as error:
        raise damaged(where, f"{name} 读不懂") from error

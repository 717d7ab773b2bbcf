"""Where a database may live: network drives and synchronised folders damage one, removable disks are pulled out."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final


class Place(Enum):
    """What kind of place a folder is in."""

    LOCAL = "本机磁盘"
    NETWORK = "网络位置"
    SYNCED = "同步盘文件夹"
    REMOVABLE = "可移动磁盘"


@dataclass(frozen=True, slots=True)
class Location:
    """The kind of place, and by what it was recognised."""

    place: Place
    sign: str = ""


_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4
"""GetDriveTypeW, Windows API."""
_NETWORK_TYPES: Final = frozenset(
    {"cifs", "smb2", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "ncp", "afs", "coda", "ceph", "glusterfs", "lustre", "davfs"}
    | {"webdav", "sshfs", "beegfs", "ocfs2", "gfs2", "vboxsf", "prl_fs", "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.s3fs"}
    | {"fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph", "fuse.smbnetfs", "fuse.vmhgfs-fuse", "fuse.curlftpfs"}
)
_SYNC_TYPES: Final = frozenset({"fuse.onedriver", "fuse.insync", "fuse.google-drive-ocamlfuse"})
_SYNC_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNC_FOLDER: Final = re.compile(
    r"^(onedrive( ?[-–].*)?|坚果云|我的坚果云|nutstore( files)?|dropbox( \(.*\))?|google ?drive|my drive|我的云端硬盘|"
    r"icloud ?drive|com~apple~clouddocs|wps ?云(盘|文档)|wpsdrive|wps cloud files|baidusyncdisk|百度网盘(同步.*)?|"
    r"腾讯微云|微云同步(助手|盘)?|阿里云盘(同步.*)?|syncthing|seafile|nextcloud|owncloud|飞书云盘|钉盘)$",
    re.IGNORECASE,
)
_REMOVABLE_ROOTS: Final = ("/media/", "/run/media/", "/Volumes/")


@dataclass(frozen=True, slots=True)
class Machine:
    """What the classifier asks of the machine; tests put another in its place."""

    windows: bool
    drive_type: Callable[[str], int] = lambda _root: 3
    mounts: str = ""
    """The text of ``/proc/mounts``."""
    environment: Mapping[str, str] = field(default_factory=dict)


def this_machine() -> Machine:
    """The machine the program runs on."""
    if sys.platform == "win32":
        return Machine(True, _windows_drive_type, environment=os.environ)
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        mounts = ""
    return Machine(False, mounts=mounts, environment=os.environ)


def _windows_drive_type(root: str) -> int:
    return int(getattr(ctypes, "windll").kernel32.GetDriveTypeW(root))  # noqa: B009  # exists on Windows only


def classify(folder: str, machine: Machine) -> Location:
    """What kind of place an absolute folder is in; both slashes, ``\\\\?\\`` forms and trailing ones are understood."""
    return _on_windows(folder, machine) if machine.windows else _on_posix(folder, machine)


def _on_windows(folder: str, machine: Machine) -> Location:
    text = folder.replace("/", "\\")
    if re.match(r"^\\\\[?.]\\UNC\\", text, re.IGNORECASE):
        return Location(Place.NETWORK, text[8:].split("\\")[0])
    text = re.sub(r"^\\\\[?.]\\", "", text)
    if text.startswith("\\\\"):
        return Location(Place.NETWORK, text[2:].split("\\")[0])
    path = PureWindowsPath(text)
    if sign := _synced(path.parts, str(path).lower(), machine, "\\"):
        return Location(Place.SYNCED, sign)
    if path.drive:
        kind = machine.drive_type(f"{path.drive}\\")
        if kind == _DRIVE_REMOTE:
            return Location(Place.NETWORK, path.drive)
        if kind == _DRIVE_REMOVABLE:
            return Location(Place.REMOVABLE, path.drive)
    return Location(Place.LOCAL)


def _on_posix(folder: str, machine: Machine) -> Location:
    path = PurePosixPath(folder)
    point, kind = _mount(folder, machine.mounts)
    if kind in _NETWORK_TYPES:
        return Location(Place.NETWORK, f"{point}（{kind}）")
    if "/gvfs/" in folder:
        return Location(Place.NETWORK, "gvfs")
    if kind in _SYNC_TYPES:
        return Location(Place.SYNCED, f"{point}（{kind}）")
    if sign := _synced(path.parts, str(path).lower(), machine, "/"):
        return Location(Place.SYNCED, sign)
    if any(point.startswith(root) for root in _REMOVABLE_ROOTS):
        return Location(Place.REMOVABLE, point)
    return Location(Place.LOCAL)


def _synced(parts: tuple[str, ...], lowered: str, machine: Machine, slash: str) -> str:
    for name in _SYNC_VARIABLES:
        root = machine.environment.get(name, "").replace("/", slash).rstrip(slash).lower()
        if root and (lowered + slash).startswith(root + slash):
            return name
    return next((part for part in parts if _SYNC_FOLDER.match(part.strip())), "")


def _mount(folder: str, mounts: str) -> tuple[str, str]:
    """(mount point, type of file system) a folder lies on, by the longest mount point above it."""
    best = ("/", "")
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[1])
        above = folder == point or folder.startswith(point.rstrip("/") + "/")
        if above and (len(point), 1) >= (len(best[0]), bool(best[1])):
            best = (point, fields[2])
    return best

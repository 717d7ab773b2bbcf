"""Where things are: shipped resources, and the folders of a workspace."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from platformdirs import user_data_path

from zgc_desktop import preferences
from zgc_desktop.domain.addresses import ServerAddress, server_address
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.preferences import APP as APP

DEMO_MARK = "演示工作区.txt"
"""The file that marks a workspace as a demo, built anew whenever it is asked for."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(1, 10))}


Address: TypeAlias = Path | ServerAddress
"""Where a workspace stands: a folder of this machine, or a database on a server."""


def address_of(text: str) -> Address:
    """The workspace a text names: an address ``postgresql+psycopg://…``, else a folder. Refused for an address that is none."""
    return server_address(text) or Path(text.strip())


def resources_dir() -> Path:
    """The folder of shipped data: named by ZGC_RESOURCES (installers), else beside the packages."""
    named = os.environ.get("ZGC_RESOURCES")
    folder = Path(named) if named else Path(__file__).resolve().parent.parent / "resources"
    if not folder.is_dir():
        raise EnvironmentProblem("找不到程序自带的资料文件夹", where=str(folder), advice="请重新安装程序")
    return folder


def default_workspace() -> Address:
    """Where a workspace lives: named by ZGC_WORKSPACE, chosen by the user (设置), else the platform's data folder."""
    named = os.environ.get("ZGC_WORKSPACE") or preferences.load().workspace
    return address_of(named) if named else _data_folder() / "workspace"


def _data_folder() -> Path:
    return user_data_path(APP, appauthor=False, roaming=False)


def workspace_paths(address: Address | None = None) -> WorkspacePaths:
    """The folders of a workspace (the usual one when None); one on a server has a folder of this machine's own."""
    place = address or default_workspace()
    if isinstance(place, ServerAddress):
        return WorkspacePaths(_data_folder() / "servers" / place.folder_name, place)
    return WorkspacePaths(place.expanduser().absolute())


@dataclass(frozen=True, slots=True)
class WorkspacePaths:
    """The parts of a workspace folder (工作区); for one on a server, of this machine's folder beside it."""

    root: Path
    server: ServerAddress | None = None
    """The database that many desks share; then nothing in ``root`` is needed by another desk."""

    @property
    def address(self) -> Address:
        """Where the workspace stands."""
        return self.server or self.root

    @property
    def where(self) -> str:
        """Where the workspace stands, as it is shown and typed; never with a password."""
        return str(self.address)

    @property
    def name(self) -> str:
        """The workspace in short: the database and its server, or the end of the path."""
        return self.server.name if self.server else "/".join(self.root.parts[-2:])

    @property
    def database(self) -> Path:
        return self.root / "tongchoutai.db"

    @property
    def archive(self) -> Path:
        """Originals of every received file, by SHA-256."""
        return self.root / "archive"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def outbox(self) -> Path:
        """What goes out: reports, templates, return files."""
        return self.root / "outbox"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def rules(self) -> Path:
        """The office's own rule files, laid over the shipped ones; need not exist."""
        return self.root / "rules"

    @property
    def key_file(self) -> Path:
        """The wrapped key of an encrypted workspace; does not exist where it is not encrypted."""
        return self.root / "workspace.key"

    @property
    def is_demo(self) -> bool:
        """Whether everything in this workspace is invented."""
        return (self.root / DEMO_MARK).is_file()

    def archived(self, sha256: str) -> Path:
        """Where an original lies (named by its hash only; the database knows its real name)."""
        return self.archive / sha256[:2] / sha256

    def make(self) -> None:
        """Create the folders; EnvironmentProblem when that is not possible."""
        try:
            for folder in (self.root, self.archive, self.backups, self.outbox, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EnvironmentProblem(
                "无法建立工作区文件夹", where=str(self.root), why=_why(error), advice="请换一个可写的位置"
            ) from error


def _why(error: OSError) -> str:
    """An operating system's reason in Chinese."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "磁盘空间不足"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "没有写权限"
    return "路径不存在，或其中一段不是文件夹"


def safe_filename(name: str) -> str:
    """A name every Windows file system takes: no forbidden characters, device names or trailing dots; at most 120 long."""
    cleaned = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip().rstrip(". ")
    stem = cleaned.split(".")[0].upper()
    if not cleaned or stem in _DEVICES:
        cleaned = f"_{cleaned}"
    if len(cleaned) > 120:
        head, dot, tail = cleaned.rpartition(".")
        cleaned = f"{head[: 119 - len(tail)]}{dot}{tail}" if dot and len(tail) <= 8 else cleaned[:120]
    return cleaned

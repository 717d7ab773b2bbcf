"""Files written aside and then put in place, so that nobody ever opens half a document."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from zgc_desktop.domain.errors import EnvironmentProblem


def write_aside(out: Path, data: bytes) -> Path:
    """Return ``out`` once it holds ``data`` whole: written under another name in the same folder, then replaced.

    EnvironmentProblem where the folder or the file cannot be written; what stood there before then still stands.
    """
    part = out.parent / f".{secrets.token_hex(6)}.part"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        _discard(part)
        raise _not_written(out, error) from error
    except BaseException:
        _discard(part)
        raise
    return out


def _discard(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # The folder itself is gone or unreadable: there is nothing of ours to remove, and the first error is the one to tell.
        return


def _not_written(out: Path, error: OSError) -> EnvironmentProblem:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EnvironmentProblem("磁盘空间不足，文件未写出", where=str(out), advice="请清理磁盘或另选文件夹后重试")
    if error.errno == errno.ENAMETOOLONG:
        return EnvironmentProblem("文件名或路径过长，文件未写出", where=str(out), advice="请换一个较短的文件夹后重试")
    if isinstance(error, PermissionError):
        why = "文件夹只读，或该文件正在 Excel、WPS、阅读器中打开"
        return EnvironmentProblem(
            "无法写入，文件未写出", where=str(out), why=why, advice="请关闭该文件，或另选可写的文件夹后重试"
        )
    if isinstance(error, NotADirectoryError | FileExistsError | IsADirectoryError):
        why = "路径中的文件夹与文件重名"
        return EnvironmentProblem("无法写入，文件未写出", where=str(out), why=why, advice="请另选文件夹或文件名后重试")
    return EnvironmentProblem("无法写入，文件未写出", where=str(out), why=error.strerror or "", advice="请另选文件夹后重试")

"""Files in, raw workbooks out: copies the bytes and has them read by one child process with limits of time and memory."""

from __future__ import annotations

import contextlib
import hashlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, cast

from zgc_desktop.domain.errors import Cancelled
from zgc_desktop.intake import reader_process
from zgc_desktop.intake.raw import CannotRead, RawSheet, RawWorkbook

SUFFIXES: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv")
MAX_FILE: Final = 100 * 1024 * 1024
FLAG: Final = "--reader-process"
"""In a frozen build the program itself is started with this argument and must call ``reader_process.main()``."""


def submission_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files to receive: those named, and in named folders every workbook, without Excel's ``~$`` lock files."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(f for f in path.rglob("*") if f.is_file() and f.suffix.lower() in SUFFIXES and not _is_lock(f))
        elif not _is_lock(path):
            files.append(path)
    return files


def _is_lock(path: Path) -> bool:
    return path.name.startswith(("~$", ".~", ".", "._"))


def file_bytes(path: Path) -> bytes:
    """Return a copy of the file's bytes; CannotRead when it is missing, too large or held by another program."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise CannotRead("F-HOSTILE", f"文件有 {path.stat().st_size >> 20} MB，超过 {MAX_FILE >> 20} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CannotRead("F-UNREADABLE", "找不到文件") from error
    except IsADirectoryError as error:
        raise CannotRead("F-UNREADABLE", "这是一个文件夹") from error
    except OSError as error:
        raise CannotRead("F-UNREADABLE", "文件打不开（可能正被其他程序占用，或没有读取权限）") from error


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-m", "zgc_desktop.intake.reader_process"]


class Reader:
    """Owns the child process: one for many files, killed and started anew after a hang or a crash. Use as a context.

    A file may take ``seconds``, and ``seconds_a_mib`` longer for each MiB: 60,000 companies in one workbook are 11 MiB.
    """

    def __init__(self, *, seconds: float = 20.0, seconds_a_mib: float = 2.0, memory_mib: int = 1024) -> None:
        self._seconds, self._seconds_a_mib = seconds, seconds_a_mib
        self._memory_mib = memory_mib
        self._child: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._listener: threading.Thread | None = None
        self._ahead: tuple[bytes, str] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child process. Reading again starts another."""
        child, self._child, self._ahead = self._child, None, None
        if child is None:
            return
        child.kill()
        child.wait()
        if self._listener is not None:
            self._listener.join()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def start(self) -> None:
        """Start the child process if there is none, so that the first file need not wait for it."""
        if self._child is not None and self._child.poll() is None:
            return
        self.close()
        root = str(Path(__file__).resolve().parents[2])
        inherited = os.environ.get("PYTHONPATH", "")
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(p for p in (root, inherited) if p),
            "ZGC_READER_MEMORY_MIB": str(self._memory_mib),
        }
        self._child = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers = queue.SimpleQueue()
        self._listener = threading.Thread(target=_listen, args=(self._child, self._answers), daemon=True)
        self._listener.start()

    def ahead(self, data: bytes, file_name: str) -> None:
        """Have the child begin a file that will be asked for next, while this process is busy with the one before."""
        if self._ahead is None:
            with contextlib.suppress(CannotRead):
                self._send(data, file_name)
                self._ahead = (data, file_name)

    def read(self, data: bytes, file_name: str, cancelled: Callable[[], bool] = lambda: False) -> RawWorkbook:
        """Return the raw workbook of ``data``; CannotRead when the file is at fault, Cancelled when the user says so."""
        begun, self._ahead = self._ahead, None
        if begun is not None and not (begun[0] is data and begun[1] == file_name):
            with contextlib.suppress(CannotRead):
                self._wait(begun[0], cancelled)
            begun = None
        if begun is None:
            self._send(data, file_name)
        answer = self._wait(data, cancelled)
        if answer[0] == "bad":
            raise CannotRead(answer[1], cast(str, answer[2]))
        sheets = cast("tuple[RawSheet, ...]", answer[2])
        return RawWorkbook(file_name, hashlib.sha256(data).hexdigest(), answer[1], sheets)

    def _send(self, data: bytes, file_name: str) -> None:
        self.start()
        child = self._child
        assert child is not None
        assert child.stdin is not None
        try:
            reader_process.send(cast(BinaryIO, child.stdin), (data, file_name))
        except OSError:
            self.close()
            raise CannotRead("F-HOSTILE", "读取程序无法启动或意外退出") from None

    def _wait(self, data: bytes, cancelled: Callable[[], bool]) -> reader_process.Answer:
        seconds = self._seconds + self._seconds_a_mib * (len(data) >> 20)
        deadline = time.monotonic() + seconds
        while True:
            try:
                answer = self._answers.get(timeout=0.05)
            except queue.Empty:
                if cancelled():
                    self.close()
                    raise Cancelled from None
                if time.monotonic() > deadline:
                    self.close()
                    raise CannotRead("F-HOSTILE", f"读取超过 {seconds:g} 秒，已中止") from None
                continue
            if answer is None:
                self.close()
                raise CannotRead("F-HOSTILE", "文件内容使读取程序崩溃（表格过大或结构异常），已隔离")
            return cast(reader_process.Answer, answer)


def _listen(child: subprocess.Popen[bytes], answers: queue.SimpleQueue[object]) -> None:
    """Pass the child's answers on; None when it is gone. A pipe cannot be read with a time limit on Windows, a queue can."""
    assert child.stdout is not None
    try:
        while True:
            answers.put(reader_process.receive(cast(BinaryIO, child.stdout)))
    except (EOFError, OSError, ValueError):
        answers.put(None)

"""A report of a fault of ours for the maintainers: types, frames, versions, last commands; nothing of the office's data.

Standard library only: it must work where everything else does not, and before anything heavy is loaded.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

KEPT = 20
"""So many reports stay in the folder."""
_OURS = ("zgc_desktop", "db", "reports")
_TOLD = re.compile(r"[\d“”《》（）()]")
_MOST = 12


def frames(problem: BaseException) -> list[str]:
    """Each exception of a chain by its type, and its frames by file, line and function.

    No message and no value: both may hold a company's name, code or figure.
    """
    lines: list[str] = []
    for n, each in enumerate(_chain(problem)):
        lines.append(f"{'由此引起：' if n else ''}{type(each).__module__}.{type(each).__qualname__}")
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(each.__traceback__)]
    return lines


def text(label: str, problem: BaseException, *, versions: Iterable[str] = (), done: Iterable[str] = ()) -> str:
    """A whole report: what was under way, with which versions, after which commands, and where it broke."""
    import platform  # only where a report is written

    system = ", ".join([f"Python {platform.python_version()}", *versions, platform.platform()])
    last = "、".join(command(each) for each in done)
    head = [f"步骤：{command(label)}", f"系统：{system}"]
    if last:
        head.append(f"此前的步骤：{last}")
    return "\n".join([*head, "", *frames(problem)])


def command(label: str) -> str:
    """The name of a command, or （略） where a label might tell more than that."""
    return label if label and len(label) <= _MOST and not _TOLD.search(label) else "（略）"


def write(folder: Path, report: str, at: datetime) -> Path | None:
    """Write a report into ``folder``; its path, or None where that is not possible (a full disk must not hide the fault)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"bug-{at:%Y%m%d-%H%M%S-%f}.txt"
        path.write_text(f"{at.isoformat(timespec='seconds')}\n{report}\n", encoding="utf-8")
        for old in sorted(folder.glob("bug-*.txt"))[:-KEPT]:
            old.unlink()
    except OSError:
        return None
    return path


def _chain(problem: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    each: BaseException | None = problem
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _place(frame: traceback.FrameSummary) -> str:
    """File, line, function; of a file only what is ours or the library's name, never a user's folder."""
    parts = Path(frame.filename).parts
    start = next((len(parts) - 1 - n for n, part in enumerate(reversed(parts)) if part in _OURS), None)
    if start is None:
        start = next((n + 1 for n, part in enumerate(parts) if part == "site-packages"), len(parts) - 1)
    return f"{'/'.join(parts[start:])}:{frame.lineno} {frame.name}"

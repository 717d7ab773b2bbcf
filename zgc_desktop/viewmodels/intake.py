"""What 报送接收 shows: the month park by park, one run of receiving, and the issues, columns and basis of one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.decisions import IssueSummary
from zgc_desktop.domain.exchange.stamp import StampState
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import (
    AcceptResult,
    FileState,
    ReceivedFile,
    SubmissionItem,
    SubmissionState,
)
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column, Mark
from zgc_desktop.viewmodels.park import STAMP_WORD

SEVERITIES: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
SEVERITY_MARK: Final[Mapping[Severity, Mark]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warn",
    Severity.NOTICE: "info",
}
RECEIVED_SUBJECTS: Final = frozenset({"submissions", "issues", "companies", "leads"})
"""What registering files makes stale; accepting says so itself."""
ACCEPTED_SUBJECTS: Final = frozenset({"submissions", "companies", "clusters", "settlement", "tiers", "reports"})


# ---- the month, park by park ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParkLine:
    """One park in a month: its newest version, the older ones, or nothing yet (未到)."""

    park: str
    item: SubmissionItem | None = None
    older: tuple[SubmissionItem, ...] = ()

    @property
    def errors(self) -> int:
        return self.item.errors if self.item else 0

    @property
    def is_waiting(self) -> bool:
        """Registered and not yet decided."""
        return self.item is not None and self.item.state is SubmissionState.REGISTERED

    @property
    def is_accepted(self) -> bool:
        """Whether any version counts in the month; a newer one may be waiting to replace it."""
        return any(i.state is SubmissionState.ACCEPTED for i in (self.item, *self.older) if i)


def park_lines(parks: Sequence[str], items: Iterable[SubmissionItem]) -> tuple[ParkLine, ...]:
    """One line a park, in the plan's order, parks without a file included: an absence must be seen."""
    of_park: dict[str, list[SubmissionItem]] = {park: [] for park in parks}
    for item in items:
        of_park.setdefault(item.park, []).append(item)
    lines = []
    for park, versions in of_park.items():
        versions.sort(key=lambda i: (i.state is SubmissionState.VOID, -i.version))
        stands = versions[0] if versions and versions[0].state is not SubmissionState.VOID else None
        lines.append(ParkLine(park, stands, tuple(v for v in versions if v is not stands)))
    return tuple(lines)


def with_open_issues(items: Sequence[SubmissionItem], open_issues: Mapping[str, IssueSummary]) -> tuple[SubmissionItem, ...]:
    """The versions, the newest of each park (the first) counting only the issues nobody has settled."""
    counted: set[str] = set()
    found = []
    for item in items:
        if item.state is SubmissionState.VOID:
            found.append(item)
            continue
        still = open_issues.get(item.park)
        if still is not None and item.park not in counted:
            item = replace(item, errors=still.errors, warnings=still.warnings, notices=still.notices)
        counted.add(item.park)
        found.append(item)
    return tuple(found)


def with_stamps(items: Sequence[SubmissionItem], seen: Mapping[int, StampState]) -> tuple[SubmissionItem, ...]:
    """The versions, each with what is seen of its self-check stamp."""
    return tuple(replace(i, self_check=seen.get(i.id, StampState.NONE)) for i in items)


def standing(line: ParkLine) -> tuple[Mark, str, str]:
    """(mark, word, tooltip) of where a park's file stands."""
    item = line.item
    if item is None:
        gone = f"；第 {line.older[0].version} 版已作废" if line.older else ""
        return "none", "未到", f"本月还没有收到这个园的文件；未报不按零计算{gone}"
    if item.state is SubmissionState.ACCEPTED:
        noted = f"带问题接收，理由：{item.accepted_note}" if item.accepted_note else "已计入本月合计"
        return ("warn", "带问题接收", noted) if item.accepted_note else ("pass", "已接受", noted)
    if item.state is SubmissionState.RETURNED:
        return "warn", "已退回", "等待分园重报"
    if item.state is SubmissionState.VOID:
        return "tag", item.state.word, f"理由：{item.accepted_note}"
    if item.state is SubmissionState.SUPERSEDED:
        return "tag", item.state.word, ""
    standing_one = next((o for o in line.older if o.state is SubmissionState.ACCEPTED), None)
    replaces = f"；第 {standing_one.version} 版已入库，接受后由本版替代" if standing_one else ""
    if item.errors:
        return "error", "有错误", f"{item.errors} 项错误未处理，不能直接接受{replaces}"
    return "info", "可接受", f"没有错误，可以接受并入库{replaces}"


def month_sentence(month: Month | None, lines: Sequence[ParkLine]) -> str:
    """The state of the month in one sentence, missing parks by name."""
    if month is None:
        return "还没有期间，收到第一份报送即建立"
    arrived = [x for x in lines if x.item]
    accepted = sum(1 for x in lines if x.is_accepted)
    waiting = sum(1 for x in lines if x.is_waiting)
    parts = [f"{month}，已到 {len(arrived)} / {len(lines)} 园", f"已接受 {accepted} 园"]
    if waiting:
        parts.append(f"待接受 {waiting} 份")
    missing = [x.park for x in lines if x.item is None]
    if arrived and missing:
        parts.append("未到：" + "、".join(missing[:3]) + (f" 等 {len(missing)} 园" if len(missing) > 3 else ""))
    return "，".join(parts)


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be accepted now: the parks of each act, the words of its button, and what is missing where it cannot be."""

    clean: tuple[str, ...]
    faulty: tuple[str, ...]
    errors: int
    accept_words: str
    despite_words: str
    missing: str


def offer(lines: Sequence[ParkLine], chosen: Iterable[object] = ()) -> Offer:
    """What the two buttons do: to the chosen parks where any is chosen, else to all; with problems only to chosen ones."""
    picked = set(chosen)
    waiting = [x for x in lines if x.is_waiting]
    mine = [x for x in waiting if x.park in picked]
    clean = [x for x in mine if not x.errors]
    selected = bool(clean)
    clean = clean or [x for x in waiting if not x.errors]
    faulty = [x for x in mine if x.errors]
    if not clean:
        words = "接受并入库"
    elif selected:
        words = f"接受{clean[0].park}" if len(clean) == 1 else f"接受所选 {len(clean)} 份"
    else:
        words = f"接受全部可接受的 {len(clean)} 份"
    despite = f"带问题接收 {len(faulty)} 份…" if faulty else "带问题接收…"
    return Offer(
        tuple(x.park for x in clean),
        tuple(x.park for x in faulty),
        sum(x.errors for x in faulty),
        words,
        despite,
        _missing(waiting, clean, faulty),
    )


def _missing(waiting: Sequence[ParkLine], clean: Sequence[ParkLine], faulty: Sequence[ParkLine]) -> str:
    """Why a button cannot be pressed, or ""."""
    with_errors = sum(1 for x in waiting if x.errors)
    if clean and (faulty or not with_errors):
        return ""
    if clean:
        return f"另有 {with_errors} 份有错误，选中后可带问题接收"
    if faulty:
        return "所选有错误，须说明理由"
    if with_errors:
        return f"{with_errors} 份有错误，选中后可带问题接收"
    return "没有待接受的报送"


def accept_sentence(month: Month, result: AcceptResult) -> str:
    """What accepting came to, with whom it held back and why."""
    parts = []
    if result.accepted:
        parts.append(f"已接受 {month} {_parks(result.accepted)}")
    if result.held:
        why = "；".join(f"{park} {reason}" for park, reason in result.held[:2])
        more = f" 等 {len(result.held)} 园" if len(result.held) > 2 else ""
        parts.append(f"未接受：{why}{more}")
    return "，".join(parts) if parts else f"{month} 没有需要接受的报送"


def accepted_change(month: Month, result: AcceptResult) -> ChangeSummary:
    """What other pages must know of an acceptance."""
    return ChangeSummary(
        accept_sentence(month, result),
        months=frozenset({str(month)}),
        subjects=ACCEPTED_SUBJECTS,
        changed=len(result.accepted),
    )


def _parks(parks: Sequence[str]) -> str:
    return "、".join(parks) if len(parks) <= 3 else f"{parks[0]}等 {len(parks)} 园"


def _figure(read: Callable[[SubmissionItem], int | None]) -> Callable[[ParkLine], int | None]:
    return lambda line: read(line.item) if line.item else None


def _count_cell(count: int | None, severity: Severity) -> Cell:
    mark = SEVERITY_MARK[severity]
    if count is None:
        return Cell(MISSING, "number", tone="text3", tip="未到")
    if not count:
        return Cell("0", "number", tone="text3", tip=f"没有{severity.word}")
    return Cell(f"{count:,}", "number", mark, mark, tip=f"{severity.word} {count} 项")


def _count_column(key: str, severity: Severity, read: Callable[[SubmissionItem], int]) -> Column[ParkLine]:
    value = _figure(read)
    return Column[ParkLine](
        key,
        severity.word,
        value,
        "number",
        58,
        cell=lambda line: _count_cell(value(line), severity),
        total=True,
        align_as="center",
    )


def decided_words(park: str, month: str) -> str:
    """How park and month were recognised, in a word each: 模板标记, or 标题行 / 文件名; the tooltip has it in full."""
    heads = [text.split("：", 1)[0].rsplit("的", 1)[-1] for text in (park, month) if text]
    return " / ".join(dict.fromkeys(heads)) or MISSING


def _basis_tip(line: ParkLine) -> str:
    item = line.item
    return f"分园：{item.park}（{item.park_decided_by}）\n月份：{item.month}（{item.month_decided_by}）" if item else ""


def _file(line: ParkLine) -> str | None:
    return line.item.file_name if line.item else None


MONTH_COLUMNS: Final[tuple[Column[ParkLine], ...]] = (
    Column("park", "分园", lambda x: x.park, "link", 84),
    Column("file", "文件", _file, least=110),
    Column(
        "basis",
        "识别",
        lambda x: decided_words(x.item.park_decided_by, x.item.month_decided_by) if x.item else None,
        width=96,
        tip=_basis_tip,
    ),
    Column("version", "版本", _figure(lambda i: i.version), "number", 64, show=lambda x: _version(x.item)),
    Column("companies", "企业", _figure(lambda i: i.companies), "number", 64, total=True),
    Column("added", "新增", _figure(lambda i: i.added), "number", 58, total=True),
    Column("changed", "变更", _figure(lambda i: i.changed), "number", 58, total=True),
    Column("vanished", "消失", _figure(lambda i: i.vanished), "number", 58, total=True),
    Column("tax", "税收", _figure(lambda i: i.tax_fen), "money", 106, unit="万元", total=True),
    Column("revenue", "收入", _figure(lambda i: i.revenue_fen), "money", 122, unit="万元", total=True),
    _count_column("errors", Severity.ERROR, lambda i: i.errors),
    _count_column("warnings", Severity.WARNING, lambda i: i.warnings),
    _count_column("notices", Severity.NOTICE, lambda i: i.notices),
    Column(
        "self_check",
        "自检",
        lambda x: STAMP_WORD[x.item.self_check] if x.item else None,
        width=58,
        tip=lambda x: f"{x.item.self_check.value}：{x.item.self_check.why}" if x.item else "",
    ),
    Column(
        "state",
        "状态",
        lambda x: standing(x)[1],
        "badge",
        118,
        mark=lambda x: standing(x)[0],
        tip=lambda x: standing(x)[2],
    ),
    Column(
        "received",
        "收到",
        lambda x: x.item.received_at.strftime("%Y-%m-%d %H:%M") if x.item else None,
        "date",
        150,
        hidden=True,
    ),
)
"""The month's table: 17 lines whatever has arrived."""


def _version(item: SubmissionItem | None) -> str:
    return f"第 {item.version} 版" if item else MISSING


# ---- one run of receiving ------------------------------------------------------------------------------------------------


class RunLine(NamedTuple):
    """One file of a run, numbered: the same name may come twice."""

    number: int
    file: ReceivedFile


FILE_WORDS: Final[Mapping[FileState, tuple[Mark, str]]] = {
    FileState.REGISTERED: ("pass", "已登记"),
    FileState.DUPLICATE: ("info", "内容相同"),
    FileState.NEEDS_MAPPING: ("warn", "需确认"),
    FileState.UNREADABLE: ("error", "无法读取"),
    FileState.WAITING: ("none", "待接收"),
}
ORDER: Final = (FileState.WAITING, FileState.UNREADABLE, FileState.NEEDS_MAPPING, FileState.DUPLICATE, FileState.REGISTERED)


def run_sentence(files: Sequence[ReceivedFile], month: Month | None = None) -> str:
    """What a run came to: 登记 15 份，内容相同 1 份，无法读取 1 份; and how many belong to another month than the one shown."""
    if not files:
        return "没有找到可接收的文件（支持 .xlsx .xls .csv 等表格）"
    words = {
        FileState.REGISTERED: "登记",
        FileState.DUPLICATE: "内容相同",
        FileState.NEEDS_MAPPING: "需确认",
        FileState.UNREADABLE: "无法读取",
    }
    counts = [(word, sum(1 for f in files if f.state is state)) for state, word in words.items()]
    said = f"本次接收 {len(files)} 份：" + "，".join(f"{word} {n} 份" for word, n in counts if n)
    elsewhere = Counter(f.month for f in files if f.state is FileState.REGISTERED and f.month != str(month))
    if month is not None and elsewhere:
        said += "；其中 " + "、".join(f"{n} 份属于 {m}" for m, n in sorted(elsewhere.items(), key=str))
    return said


def needs_a_look(files: Iterable[ReceivedFile]) -> bool:
    """Whether any file of a run was not registered: those are nowhere but in the run's list."""
    return any(f.state is not FileState.REGISTERED for f in files)


def run_lines(files: Iterable[ReceivedFile]) -> tuple[RunLine, ...]:
    """The files of a run, those that need a person first."""
    numbered = [RunLine(n, f) for n, f in enumerate(files)]
    return tuple(sorted(numbered, key=lambda line: (ORDER.index(line.file.state), line.number)))


def reason(file: ReceivedFile) -> str:
    """Why a file was not registered, or what its issues are in counts."""
    if file.state is FileState.WAITING:
        return "监视的文件夹里新来的，尚未读入"
    if file.state is not FileState.REGISTERED:
        return file.issues[0].message if file.issues else ""
    counts = [(s.word, sum(1 for i in file.issues if i.severity is s)) for s in SEVERITIES]
    return "，".join(f"{word} {n}" for word, n in counts if n) or "没有问题"


def received_change(files: Sequence[ReceivedFile]) -> ChangeSummary | None:
    """What other pages must know of a run, or None where nothing was written."""
    registered = [f for f in files if f.state is FileState.REGISTERED]
    if not registered:
        return None
    return ChangeSummary(
        run_sentence(files),
        months=frozenset(f.month for f in registered if f.month),
        subjects=RECEIVED_SUBJECTS,
        added=len(registered),
    )


def _recognised(file: ReceivedFile) -> str:
    return f"{file.park or '分园未定'} {file.month or '月份未定'}"


def _registered(read: Callable[[ReceivedFile], int | None]) -> Callable[[RunLine], int | None]:
    return lambda line: read(line.file) if line.file.state is FileState.REGISTERED else None


def _run_version(line: RunLine) -> str:
    return f"第 {line.file.version} 版" if line.file.version else MISSING


def _basis_of_file(line: RunLine) -> str:
    return f"分园：{line.file.park_decided_by or '未定'}\n月份：{line.file.month_decided_by or '未定'}"


RUN_COLUMNS: Final[tuple[Column[RunLine], ...]] = (
    Column("file", "文件", lambda x: x.file.file, "link", 256),
    Column(
        "recognised",
        "识别",
        lambda x: _recognised(x.file) if x.file.park or x.file.month else None,
        width=136,
        tip=_basis_of_file,
    ),
    Column("version", "版本", lambda x: x.file.version, "number", 72, show=_run_version),
    Column("companies", "企业", _registered(lambda f: f.companies), "number", 72),
    Column("tax", "税收", _registered(lambda f: f.tax_fen), "money", 120, unit="万元"),
    Column("reason", "结果", lambda x: reason(x.file), least=260),
    Column(
        "state",
        "状态",
        lambda x: FILE_WORDS[x.file.state][1],
        "badge",
        112,
        mark=lambda x: FILE_WORDS[x.file.state][0],
    ),
)
"""The table of a run: every file, also those that are not in the database."""

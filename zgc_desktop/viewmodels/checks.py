"""What 校验退回 shows: issues with their decisions, a row beside last month's, where a park stands, what came back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from zgc_desktop.domain.check_catalogue import BesideCell, RowBeside
from zgc_desktop.domain.comparison import Compared, Verdict
from zgc_desktop.domain.decisions import NEEDS_REASON, DecidedIssue, DecisionKind
from zgc_desktop.domain.issues import CHECKS, Issue, Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column
from zgc_desktop.viewmodels.intake import SEVERITIES, SEVERITY_MARK
from zgc_desktop.viewmodels.intake_file import sentence_and_advice

KINDS: Final = (DecisionKind.RETURNED, DecisionKind.ACCEPTED, DecisionKind.CASE, DecisionKind.IGNORED)
"""In the order of their keys, Alt+1 to Alt+4."""
KIND_WORDS: Final[Mapping[DecisionKind, str]] = {
    DecisionKind.RETURNED: "退回",
    DecisionKind.ACCEPTED: "说明后接受",
    DecisionKind.CASE: "转案件",
    DecisionKind.IGNORED: "忽略并记住",
}
CONSEQUENCES: Final[Mapping[DecisionKind, str]] = {
    DecisionKind.RETURNED: "列入本园退回件，由园方改正后重报",
    DecisionKind.ACCEPTED: "有疑问的数值计入合计；以后数值不变则沿用这次的判定",
    DecisionKind.CASE: "立迁移案件，交两园和市级协调",
    DecisionKind.IGNORED: "以后数值不变不再提示",
}
UNDECIDED, LAPSED = "未处理", "已失效"
OPEN_WORDS: Final = (UNDECIDED, LAPSED)
"""How the column 处理 reads where nothing holds: never decided, or decided on values that have changed since."""
_STATE: Final[Mapping[DecisionKind, tuple[str, str]]] = {
    DecisionKind.RETURNED: ("退回", "error"),
    DecisionKind.ACCEPTED: ("接受", "pass"),
    DecisionKind.CASE: ("案件", "info"),
    DecisionKind.IGNORED: ("忽略", "text2"),
}
_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d+)?")
_CODE: Final = re.compile(r"[0-9A-Za-z]{15,20}")


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One issue of a park's newest version, with last month's value as text ("" = not known)."""

    found: DecidedIssue
    version: int
    last: str = ""

    @property
    def issue(self) -> Issue:
        return self.found.issue

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided, or the decision has lapsed."""
        return self.found.decision is None


def issue_lines(
    issues: Iterable[DecidedIssue], items: Iterable[SubmissionItem], last: Mapping[int, str]
) -> tuple[IssueLine, ...]:
    """The issues with version and last month's value: errors first, in each severity the parks in the order of ``items``."""
    version = {i.id: i.version for i in items}
    order = {key: n for n, key in enumerate(version)}
    lines = [IssueLine(i, version.get(i.submission_id, 0), last.get(i.id, "")) for i in issues]
    return tuple(
        sorted(lines, key=lambda x: (SEVERITIES.index(x.issue.severity), order.get(x.found.submission_id, 99), x.found.id))
    )


def month_sentence(month: Month | None, lines: Sequence[IssueLine]) -> str:
    """``2026-10，共 173 项，已处理 112 项``."""
    if month is None:
        return ""
    if not lines:
        return str(month)
    return f"{month}，共 {len(lines)} 项，已处理 {sum(1 for x in lines if not x.is_open)} 项"


def severity_counts(lines: Iterable[IssueLine]) -> dict[Severity, int]:
    """How many of each severity."""
    counts = Counter(x.issue.severity for x in lines)
    return {s: counts[s] for s in SEVERITIES}


def same_rule(lines: Iterable[IssueLine], line: IssueLine) -> tuple[int, ...]:
    """Ids of the undecided issues of the same rule and park, this one always among them."""
    found = (x for x in lines if x.found.park == line.found.park and x.issue.code == line.issue.code)
    return tuple(x.found.id for x in found if x.is_open or x.found.id == line.found.id)


def barred(kind: DecisionKind, issue: Issue) -> str:
    """Why an issue cannot be decided this way, or ""."""
    if kind is DecisionKind.IGNORED and issue.severity is Severity.ERROR:
        return "错误不能忽略：请退回，属实的说明后接受"
    if kind is DecisionKind.CASE and not issue.credit_code:
        return "不关乎某一家企业，不能转案件"
    return ""


def missing(kind: DecisionKind, reason: str, has_lead: bool, other_park: str) -> str:
    """What is still needed before a decision can be taken, or ""."""
    if kind in NEEDS_REASON and not reason.strip():
        return f"{KIND_WORDS[kind]}须写明理由"
    if kind is DecisionKind.CASE and not has_lead and not other_park:
        return "没有迁移线索，须选另一方分园"
    return ""


def row_number(issue: Issue) -> int:
    """The row of the sheet an issue is on, 0 where it is on none."""
    return int("0" + issue.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def place(line: IssueLine) -> str:
    """``朝阳园 · 税收 · 第 57 行 · 企业名称``, with what is known of it."""
    row = row_number(line.issue)
    parts = (line.found.park, line.issue.sheet, f"第 {row} 行" if row else "", line.issue.company)
    return " · ".join(p for p in parts if p)


def rule_words(issue: Issue) -> str:
    """``规则 R-TAX-SUM 税收合计不等，依据：月报填报说明``."""
    check = CHECKS.get(issue.code)
    return f"规则 {issue.code} {check.name}，依据：{check.basis}" if check else f"规则 {issue.code}"


# ---- the table ---------------------------------------------------------------------------------------------------------


def state_word(line: IssueLine) -> str:
    """The word in the column 处理."""
    if line.found.decision is None:
        return LAPSED if line.found.lapsed else UNDECIDED
    return _STATE[line.found.decision.kind][0] if line.found.decision.kind in _STATE else UNDECIDED


def _state_cell(line: IssueLine) -> Cell:
    held = line.found.decision
    if held is None:
        before = line.found.lapsed
        if before is None:
            return Cell(UNDECIDED, tone="text2", tip="还没有判定")
        tip = f"原判定“{before.kind.word}”已失效：数值变了，须重新判定"
        return Cell(LAPSED, tone="warn", tip=tip)
    word, tone = _STATE.get(held.kind, (UNDECIDED, "text2"))
    carried = "，沿用此前判定" if line.found.carried else ""
    reason = f"：{held.reason}" if held.reason else ""
    return Cell(word, tone=tone, tip=f"{held.kind.word}{carried}，{held.who} {held.at[:10]}{reason}")


def grouped(text: str) -> str:
    """A plain number with commas every three digits; anything else as it stands."""
    return f"{Decimal(text):,f}" if _NUMBER.fullmatch(text) else text


def value_cell(text: str) -> Cell:
    """A reported value: figures are never cut, a credit code keeps its head and its tail."""
    if not text:
        return Cell(MISSING, tone="text3")
    if _NUMBER.fullmatch(text.replace(",", "")):
        return Cell(grouped(text.replace(",", "")), "code", tip=text)
    if _CODE.fullmatch(text):
        return Cell(f"{text[:8]}…{text[-3:]}", tip=text)
    return Cell(" ".join(text.split()), tip=text)


def _last_cell(line: IssueLine) -> Cell:
    if line.last and line.last == value_cell(line.issue.value).text:
        return Cell("同左", tone="text2", tip=line.last)
    cell = value_cell(line.last)
    return Cell(cell.text, cell.kind, tone="text3" if cell.text == MISSING else "text2", tip=cell.tip)


def short(park: str) -> str:
    """A park without its 园, where the column says that it is one."""
    return park.removesuffix("园")


def _rule(line: IssueLine) -> str:
    check = CHECKS.get(line.issue.code)
    return check.name if check else line.issue.code


COLUMNS: Final[tuple[Column[IssueLine], ...]] = (
    Column(
        "severity",
        "级别",
        lambda x: x.issue.severity.word,
        "mark",
        78,
        mark=lambda x: SEVERITY_MARK[x.issue.severity],
        tip=lambda x: rule_words(x.issue),
        sort=lambda x: SEVERITIES.index(x.issue.severity),
    ),
    Column("park", "分园", lambda x: x.found.park, width=70, show=lambda x: short(x.found.park), facet=True),
    Column("place", "位置", lambda x: x.issue.place or None, "link", 118),
    Column("column", "字段", lambda x: x.issue.column or None, width=128),
    Column("value", "现值", lambda x: x.issue.value or None, width=138, cell=lambda x: value_cell(x.issue.value),
           align_as="right"),
    Column("last", "上月", lambda x: x.last or None, width=112, cell=_last_cell, align_as="right"),
    Column("problem", "问题", lambda x: sentence_and_advice(x.issue)[0], least=180, tip=lambda x: x.issue.message),
    Column("rule", "规则", _rule, width=150, facet=True, hidden=True, tip=lambda x: rule_words(x.issue)),
    Column("state", "处理", state_word, width=78, cell=_state_cell, facet=True),
    Column("version", "版本", lambda x: x.version, width=76, show=lambda x: f"第 {x.version} 版", facet=True, hidden=True),
    Column("company", "企业", lambda x: x.issue.company or None, width=190, hidden=True),
    Column("code", "信用代码", lambda x: x.issue.credit_code or None, "code", 176, hidden=True),
)  # fmt: skip
"""The issues of a month; the order of the facets is the order of the columns."""

SPARE: Final = ("last", "column", "value")
"""Columns that give way, in this order, where the table is narrow: the pane below shows them too."""


def columns_that_fit(width: int) -> frozenset[str]:
    """Which spare columns have to be hidden in that many pixels."""
    need = sum(c.width or c.least for c in COLUMNS if not c.hidden)
    hidden: set[str] = set()
    for key in SPARE:
        if need <= width:
            break
        hidden.add(key)
        need -= next(c.width for c in COLUMNS if c.key == key)
    return frozenset(hidden)


# ---- the whole row -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BesideLine:
    """One field of the row: last month's value, this month's, what it should be and why."""

    n: int
    title: str
    before: str
    now: str
    advice: str = ""
    basis: str = ""
    severity: Severity | None = None
    tip: str = ""


UNREPORTED: Final = "未报"


def beside_lines(row: RowBeside, on_row: Sequence[Issue], current: Issue) -> tuple[BesideLine, ...]:
    """The fields of a company's row: its name, the field in question, other fields with issues, then the rest in file order."""
    at: dict[tuple[str, str], Issue] = {}
    for one in (current, *on_row):
        at.setdefault((one.sheet, one.cell), one)
    seen: set[tuple[str, str, str]] = set()
    ranked: list[tuple[int, int, BesideCell, Issue | None]] = []
    for n, cell in enumerate(row.cells):
        issue = at.get((cell.sheet, cell.cell)) if cell.cell else None
        if issue is None and (cell.title, cell.now, cell.before) in seen:
            continue  # code and name stand on every sheet
        seen.add((cell.title, cell.now, cell.before))
        rank = 3 if issue is None else 1 if issue is current else 2
        if issue is None and cell.now == row.company:
            rank = 0
        elif issue is None and cell.now == cell.before == UNREPORTED:
            rank = 4  # nothing to compare
        ranked.append((rank, n, cell, issue))
    ranked.sort(key=lambda x: x[:2])
    return tuple(_beside(n, cell, issue, row) for n, (_, _, cell, issue) in enumerate(ranked))


def _beside(n: int, cell: BesideCell, issue: Issue | None, row: RowBeside) -> BesideLine:
    title = cell.title.replace("(", "（").replace(")", "）")
    place_of = f"{cell.sheet}!{cell.cell}" if cell.cell else cell.sheet
    before = cell.before if row.before_label else ""
    if issue is not None:
        said = sentence_and_advice(issue)[0]
        return BesideLine(n, title, before, cell.now, issue.expected, said, issue.severity, place_of)
    return BesideLine(n, title, before, cell.now, "", _difference(cell, bool(row.before_label)), None, place_of)


def _difference(cell: BesideCell, has_before: bool) -> str:
    if not has_before:
        return ""
    if cell.now == cell.before:
        return "一致" if cell.now != UNREPORTED else ""
    now, before = (t.replace(",", "") for t in (cell.now, cell.before))
    if _NUMBER.fullmatch(now) and _NUMBER.fullmatch(before):
        return f"较上月 {Decimal(now) - Decimal(before):+,f}"
    if cell.before == UNREPORTED:
        return "上月未报"
    return "本月未报" if cell.now == UNREPORTED else "与上月不同"


def _beside_value(text: str) -> Cell:
    if text in ("", UNREPORTED):
        return Cell(text or MISSING, tone="text3", tip="没有填报；不按零计算" if text else "没有更早的月份")
    return Cell(text, "code" if _NUMBER.fullmatch(text.replace(",", "")) else "text", tip=text)


def _now_cell(line: BesideLine) -> Cell:
    cell = _beside_value(line.now)
    if line.severity is None:
        return cell
    mark = SEVERITY_MARK[line.severity]
    return Cell(cell.text, cell.kind, tone=mark, bold=True, ground=f"{mark}_soft", tip=f"{line.tip} {line.now}")


def _advice_cell(line: BesideLine) -> Cell:
    if not line.advice:
        return Cell(MISSING, tone="text3")
    text = grouped(line.advice)
    return Cell(text, "code" if _NUMBER.fullmatch(line.advice.replace(",", "")) else "text", tone="pass", bold=True,
                tip=line.advice)  # fmt: skip


BESIDE_COLUMNS: Final[tuple[Column[BesideLine], ...]] = (
    Column("title", "字段", lambda x: x.title, width=168, tip=lambda x: f"{x.title} {x.tip}"),
    Column("before", "上月", lambda x: x.before or None, width=172, cell=lambda x: _beside_value(x.before), align_as="right"),
    Column("now", "本月", lambda x: x.now or None, width=172, cell=_now_cell, align_as="right"),
    Column("advice", "建议值", lambda x: x.advice or None, width=156, cell=_advice_cell, align_as="right"),
    Column("basis", "依据", lambda x: x.basis or None, least=180, tone="text2"),
)
"""整行对照."""


# ---- the strip of a park -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParkState:
    """What a park's newest version has come to, and what can be done with it now."""

    park: str
    version: int
    total: int
    sentence: str
    asked: int
    """Items a return would carry now."""
    undecided: int
    """How many of those nobody has decided: they go along."""
    open_errors: int
    cannot_return: str
    cannot_accept: str


def park_state(item: SubmissionItem, lines: Iterable[IssueLine]) -> ParkState:
    """Count a park's issues by what was decided, and say what stands in the way of a return or of accepting."""
    mine = [x for x in lines if x.found.submission_id == item.id]
    counts = Counter(state_word(x) for x in mine)
    open_count = counts[UNDECIDED] + counts[LAPSED]
    parts = [f"{word} {counts[word]}" for word, _ in _STATE.values() if counts[word]]
    parts += [f"未处理 {open_count}"] if open_count else []
    asked = [x for x in mine if _is_asked(x)]
    open_errors = sum(1 for x in mine if x.issue.severity is Severity.ERROR and not x.found.settled)
    returned = f"第 {item.version} 版已退回，等待重报"
    cannot_return = cannot_accept = ""
    if item.state is SubmissionState.RETURNED:
        cannot_return = cannot_accept = returned
    elif item.state is SubmissionState.ACCEPTED:
        cannot_accept = f"第 {item.version} 版已入库"
    if not asked and not cannot_return:
        cannot_return = "没有要退回的问题"
    undecided = sum(1 for x in asked if x.is_open)
    said = "，".join(parts) if mine else "没有问题"
    return ParkState(item.park, item.version, len(mine), said, len(asked), undecided, open_errors, cannot_return, cannot_accept)


def _is_asked(line: IssueLine) -> bool:
    if line.found.decision is not None:
        return line.found.decision.kind is DecisionKind.RETURNED
    return line.issue.severity is not Severity.NOTICE


def deadline_words(days: Sequence[date]) -> tuple[str, ...]:
    """``5 个工作日，11-13（周五）前`` for each number of working days."""
    return tuple(f"{n} 个工作日，{d:%m-%d}（周{'一二三四五六日'[d.weekday()]}）前" for n, d in enumerate(days, 1))


# ---- what came back ------------------------------------------------------------------------------------------------------

VERDICTS: Final = (Verdict.MENDED, Verdict.UNCHANGED, Verdict.WRONG, Verdict.NEW)


def compared_sentence(counts: Mapping[Verdict, int]) -> str:
    """``已改 31，未改 4，改错 1，新增 2``."""
    return "，".join(f"{v.value} {counts[v]}" for v in VERDICTS)


def compared_groups(lines: Iterable[Compared]) -> tuple[tuple[Verdict, tuple[Compared, ...]], ...]:
    """The lines by verdict, what needs work first."""
    listed = tuple(lines)
    order = (Verdict.WRONG, Verdict.UNCHANGED, Verdict.NEW, Verdict.UNASKED, Verdict.MENDED)
    found = ((v, tuple(x for x in listed if x.verdict is v)) for v in order)
    return tuple((v, group) for v, group in found if group)


def change_words(line: Compared) -> str:
    """``60,000.00 元 → 2,000,100.00 元``; an empty value reads （空）."""
    return f"{grouped(line.before) or '（空）'} → {grouped(line.now) or '（空）'}"


def compared_table(lines: Iterable[Compared]) -> str:
    """The whole comparison as tab-separated text for the clipboard."""
    head = ("结果", "位置", "列", "企业", "信用代码", "上次", "本次", "问题", "园方说明")
    rows: list[Sequence[str]] = [head]
    for x in lines:
        issue = x.item.issue if x.item else x.issue
        said = issue.message if issue else ""
        values = change_words(x).split(" → ", 1)
        rows.append((x.verdict.value, x.place, x.column, x.company, x.credit_code, *values, said, x.remark))
    return "\n".join("\t".join(" ".join(t.split()) for t in r) for r in rows)

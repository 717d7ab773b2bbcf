"""What 报送接收 shows of one file: its issues at their cells, where its columns went, and what park and month rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from zgc_desktop.domain.issues import CHECKS, Issue, Severity
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.submissions import ColumnMatch, FileState, ReceivedFile, SubmissionItem, SubmissionState
from zgc_desktop.viewmodels.columns import Cell, Column
from zgc_desktop.viewmodels.intake import FILE_WORDS, SEVERITIES, SEVERITY_MARK, reason


class IssueLine(NamedTuple):
    """One issue, numbered in the order given."""

    number: int
    issue: Issue


class FactLine(NamedTuple):
    """One thing recognised: what, as what, and what decided it."""

    what: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class FileView:
    """One file as the lower pane shows it. ``asks``: a person has to confirm its columns, unit, park or month."""

    title: str
    note: str
    facts: tuple[FactLine, ...]
    columns: tuple[ColumnMatch, ...]
    sheet_keys: Mapping[str, str]
    asks: bool = False


def issue_lines(issues: Iterable[Issue]) -> tuple[IssueLine, ...]:
    """The issues, numbered."""
    return tuple(IssueLine(n, issue) for n, issue in enumerate(issues))


def sentence_and_advice(issue: Issue) -> tuple[str, str]:
    """The problem and what to do about it: the catalogue joins the two with a ；, and may use one inside the problem."""
    check = CHECKS.get(issue.code)
    inside = check.sentence.count("；") if check else 0
    parts = issue.message.split("；")
    return "；".join(parts[: inside + 1]), "；".join(parts[inside + 1 :])


def severity_counts(issues: Iterable[IssueLine]) -> dict[Severity, int]:
    """How many of each severity."""
    counts = dict.fromkeys(SEVERITIES, 0)
    for line in issues:
        counts[line.issue.severity] += 1
    return counts


def _rule_tip(line: IssueLine) -> str:
    check = CHECKS.get(line.issue.code)
    return f"{line.issue.code} {check.name}，依据：{check.basis}" if check else line.issue.code


ISSUE_COLUMNS: Final[tuple[Column[IssueLine], ...]] = (
    Column(
        "severity",
        "级别",
        lambda x: x.issue.severity.word,
        "mark",
        82,
        mark=lambda x: SEVERITY_MARK[x.issue.severity],
        tip=_rule_tip,
        sort=lambda x: SEVERITIES.index(x.issue.severity),
    ),
    Column("place", "位置", lambda x: x.issue.place or None, "link", 104),
    Column("column", "列", lambda x: x.issue.column or None, width=124),
    Column("company", "企业", lambda x: x.issue.company or None, width=180, tip=lambda x: _company_tip(x.issue)),
    Column("value", "现值", lambda x: x.issue.value or None, width=166, align_as="right"),
    Column("problem", "问题", lambda x: sentence_and_advice(x.issue)[0], least=220),
    Column("advice", "建议", lambda x: sentence_and_advice(x.issue)[1] or None, least=180, tone="text2"),
    Column("code", "信用代码", lambda x: x.issue.credit_code or None, "code", 176, hidden=True),
    Column("rule", "规则", lambda x: x.issue.code, "code", 120, hidden=True, tip=_rule_tip),
)
"""The issues of one file, each at its cell."""


def _company_tip(issue: Issue) -> str:
    return " ".join(t for t in (issue.company, issue.credit_code) if t)


def issue_facts(issue: Issue) -> tuple[tuple[str, str], ...]:
    """Everything known of one issue, name by name, for the drawer; what is not known is left out."""
    check = CHECKS.get(issue.code)
    problem, advice = sentence_and_advice(issue)
    facts = (
        ("问题", problem),
        ("建议", advice),
        ("现值", issue.value),
        ("应为", issue.expected),
        ("位置", issue.place),
        ("列", issue.column),
        ("企业", issue.company),
        ("信用代码", issue.credit_code),
        ("规则", f"{issue.code} {check.name}" if check else issue.code),
        ("依据", check.basis if check else ""),
        ("文件", issue.file),
    )
    return tuple((name, text) for name, text in facts if text)


class MatchLine(NamedTuple):
    """One source column and where it goes."""

    match: ColumnMatch
    field: str


def match_lines(view: FileView) -> tuple[MatchLine, ...]:
    """The columns of a file with the titles of the fields they fill, in the file's order."""
    return tuple(MatchLine(m, _field_title(view.sheet_keys.get(m.sheet, ""), m.field)) for m in view.columns)


def _field_title(sheet_key: str, field: str) -> str:
    sheet = EVERY_SHEET.get(sheet_key)
    named = next((c.title for c in sheet.columns if c.key == field), "") if sheet else ""
    return named or field


MATCH_COLUMNS: Final[tuple[Column[MatchLine], ...]] = (
    Column("sheet", "工作表", lambda x: x.match.sheet, width=110),
    Column("letter", "列", lambda x: x.match.letter, width=56),
    Column("heading", "源列标题", lambda x: x.match.heading or None, least=160),
    Column("field", "→ 字段", lambda x: x.field or None, width=180, cell=lambda x: _field_cell(x)),
    Column("how", "方式", lambda x: x.match.how or None, width=190),
    Column("score", "得分", lambda x: x.match.score if x.match.field else None, "number", 66),
    Column("unit", "单位", lambda x: x.match.unit or None, width=72),
    Column("example", "示例", lambda x: x.match.example or None, least=160, tone="text2"),
)
"""Which source column fills which field."""


def _field_cell(line: MatchLine) -> Cell:
    if not line.match.field:
        return Cell("未导入", mark="none", tone="none", tip="这一列没有认出，没有导入")
    return Cell(f"→ {line.field}", tip=line.match.field)


FACT_COLUMNS: Final[tuple[Column[FactLine], ...]] = (
    Column("what", "项目", lambda x: x.what, width=130, tone="text2"),
    Column("value", "认定", lambda x: x.value or None, least=240),
    Column("basis", "依据", lambda x: x.basis or None, least=320, tone="text2"),
)
"""What was recognised and by what."""


def view_of_version(item: SubmissionItem) -> FileView:
    """A registered version."""
    received = item.received_at.strftime("%Y-%m-%d %H:%M")
    facts = [
        FactLine("分园", item.park, item.park_decided_by),
        FactLine("月份", str(item.month), item.month_decided_by),
        FactLine("文件", item.file_name, f"{received} 收到，原件已存档"),
        FactLine("工作表", "、".join(item.sheets), "认出的表；其余未导入的见“问题”"),
        FactLine("状态", item.state.word, _noted(item)),
        FactLine("内容指纹", item.sha256[:16], f"SHA-256 {item.sha256}"),
    ]
    keys = dict(zip(item.sheets, item.sheet_keys, strict=False))
    return FileView(f"{item.park} 第 {item.version} 版", item.file_name, tuple(facts), item.columns, keys)


def _noted(item: SubmissionItem) -> str:
    if not item.accepted_note:
        return ""
    return f"{'作废' if item.state is SubmissionState.VOID else '带问题接收'}，理由：{item.accepted_note}"


def view_of_file(file: ReceivedFile) -> FileView:
    """A file of a run, registered or not."""
    word = FILE_WORDS[file.state][1]
    facts = (
        FactLine("分园", file.park or "未定", file.park_decided_by),
        FactLine("月份", file.month or "未定", file.month_decided_by),
        FactLine("结果", word, reason(file)),
    )
    return FileView(file.file, word, facts, (), {}, can_be_mapped(file))


def can_be_mapped(file: ReceivedFile) -> bool:
    """Whether answers of a person would let the file in."""
    return file.state is FileState.NEEDS_MAPPING and bool(file.path)

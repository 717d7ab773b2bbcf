"""How the exchange reads: a file's self-check, editions with their receipts, case slips, statements, packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.case_events import CITY as CITY_SIDE
from zgc_desktop.domain.case_events import INTO, OUT
from zgc_desktop.domain.exchange.listing import DIRECTIONS, Edition, PackageItem
from zgc_desktop.domain.exchange.slips import BASE, FIELDS, NUMBER, STATE, FactState, Slip, field_of
from zgc_desktop.domain.exchange.stamp import StampState
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.viewmodels.columns import Column, Mark

SEVERITY_MARK: Final[Mapping[Severity, Mark]] = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.NOTICE: "info"}
STAMP_WORD: Final[Mapping[StampState, str]] = {
    StampState.NONE: "未自检",
    StampState.SAME: "一致",
    StampState.FAULTS: "有错误",
    StampState.EDITED: "改动过",
    StampState.OTHER_RULES: "规则旧",
    StampState.DIFFERS: "不同",
}
"""The state in a column of the intake page, where the tooltip has the sentence."""
STATE_MARK: Final[Mapping[str, Mark]] = {
    "待回执": "none",
    "已登记": "info",
    "已接受": "pass",
    "已退回": "warn",
    "已被新版替代": "tag",
    "已作废": "tag",
}


# ---- the file in hand ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FileSeen:
    """The file a park has in hand, as the city would see it."""

    path: str
    name: str
    park: str
    month: str
    sendable: bool
    why_not: str
    state: StampState
    rules: str
    counts: tuple[int, int, int]
    issues: tuple[Issue, ...]

    @property
    def sentence(self) -> str:
        """The file in one sentence."""
        errors, warnings, notices = self.counts
        if not self.sendable:
            return f"还不能报送：{self.why_not}"
        found = "没有问题" if not any(self.counts) else f"错误 {errors}，警告 {warnings}，提示 {notices}"
        return f"{self.park} {self.month}　{found}　{self.state.value}"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """(name, words) behind the file."""
        return (
            ("文件", self.path),
            ("自检", f"{self.state.value}：{self.state.why}"),
            ("规则", f"{self.rules}；改用市级规则，请收市级的规则包"),
        )


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One issue of the file, numbered."""

    number: int
    issue: Issue


def issue_lines(issues: Sequence[Issue]) -> tuple[IssueLine, ...]:
    """The issues of a file, errors first as they came."""
    return tuple(IssueLine(n, i) for n, i in enumerate(issues, 1))


ISSUE_COLUMNS: Final[tuple[Column[IssueLine], ...]] = (
    Column(
        "severity",
        "级别",
        lambda x: x.issue.severity.word,
        "badge",
        84,
        mark=lambda x: SEVERITY_MARK[x.issue.severity],
        facet=True,
    ),
    Column("sheet", "工作表", lambda x: x.issue.sheet or None, width=96, facet=True),
    Column("cell", "单元格", lambda x: x.issue.cell or None, "code", 76),
    Column("company", "企业", lambda x: x.issue.company or None, width=200),
    Column("value", "现值", lambda x: x.issue.value or None, width=120),
    Column("message", "问题", lambda x: x.issue.message, least=260),
    Column("expected", "应为", lambda x: x.issue.expected or None, width=140),
    Column("code", "校验", lambda x: x.issue.code, "code", 120, facet=True),
)


# ---- editions and receipts -------------------------------------------------------------------------------------------------


def edition_facts(edition: Edition) -> tuple[tuple[str, str], ...]:
    """(name, words) behind an edition: what the city says of it and what it still wants."""
    seen = edition.receipt
    facts = [("报出", f"{edition.sent_at[:16].replace('T', ' ')}　第 {edition.number} 次"), ("校验值", edition.sha256[:32])]
    if seen is None:
        return (*facts, ("回执", "还没有收到市级的回执"))
    facts.append(("回执", f"{seen.number}　市级第 {seen.version} 版　{seen.state}　错误 {seen.errors}，警告 {seen.warnings}"))
    return (*facts, *(("尚待", words) for words in seen.wanted[:5]))


EDITION_COLUMNS: Final[tuple[Column[Edition], ...]] = (
    Column("month", "月份", lambda e: str(e.month), "code", 84, facet=True),
    Column("number", "第几次", lambda e: e.number, "number", 72),
    Column("file", "文件", lambda e: e.file_name, least=240),
    Column("sent", "打包", lambda e: e.sent_at[:16].replace("T", " "), "date", 140),
    Column("state", "市级状态", lambda e: e.state, "badge", 124, mark=lambda e: STATE_MARK.get(e.state, "tag"), facet=True),
    Column("errors", "错误", lambda e: e.receipt.errors if e.receipt else None, "number", 64),
    Column("wanted", "尚待", lambda e: "；".join(e.receipt.wanted) or None if e.receipt else None, least=200),
)


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file that came in a package: a return file, a statement."""

    package: PackageItem
    part: str

    @property
    def name(self) -> str:
        return self.part.rsplit("/", 1)[-1]

    @property
    def key(self) -> str:
        return f"{self.package.id} {self.part}"


FILE_COLUMNS: Final[tuple[Column[FileLine], ...]] = (
    Column("month", "月份", lambda x: str(x.package.manifest.month or ""), "code", 84, facet=True),
    Column("name", "文件", lambda x: x.name, least=300),
    Column("made", "市级打包", lambda x: x.package.manifest.created_at[:16].replace("T", " "), "date", 150),
    Column("came", "收到", lambda x: x.package.at[:16].replace("T", " "), "date", 150),
    Column("signed", "签名", lambda x: x.package.signed_by[:9] or None, "code", 104),
)


# ---- case slips -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One case slip as we see it: our side, until when the parks may answer."""

    slip: Slip
    me: str
    side: str
    due: date | None
    today: date

    @property
    def key(self) -> str:
        return str(self.slip.key)

    def word_of(self, side: str) -> str:
        """What a side said last, 未答复 after its time, else 待答复."""
        said = self.slip.last_word(side)
        if said is not None:
            return said["answer"]
        return "未答复" if side != CITY_SIDE and self.due is not None and self.today > self.due else "待答复"

    @property
    def ours(self) -> tuple[Mark, str]:
        """Whether our side has still to act."""
        if self.slip.contested:
            return "warn", "各方不一"
        if self.slip.is_ended:
            return "tag", self.slip.value(STATE)
        if self.slip.last_word(self.side) is None:
            return "info", "待我方"
        return "pass", "已答复"


SLIP_COLUMNS: Final[tuple[Column[SlipLine], ...]] = (
    Column("number", "案件号", lambda x: x.slip.value(NUMBER) or None, "code", 112),
    Column("name", "企业", lambda x: x.slip.name or x.slip.key.credit_code, least=200),
    Column("from", "迁出", lambda x: x.slip.key.from_park, width=84, facet=True),
    Column("to", "迁入", lambda x: x.slip.key.to_park, width=84, facet=True),
    Column("state", "市级状态", lambda x: x.slip.value(STATE) or None, width=92, facet=True),
    Column("ours", "我方", lambda x: x.ours[1], "badge", 104, mark=lambda x: x.ours[0], facet=True),
    Column("out", "迁出方意见", lambda x: x.word_of(OUT), width=130),
    Column("into", "迁入方意见", lambda x: x.word_of(INTO), width=130),
    Column("city", "市级意见", lambda x: x.word_of(CITY_SIDE), width=110),
    Column("due", "答复期限", lambda x: x.due, "date", 100),
)


def slip_facts(line: SlipLine) -> tuple[tuple[str, str], ...]:
    """(name, words) of a slip: facts with who stated them, then every opinion."""
    slip = line.slip
    facts = [("信用代码", slip.key.credit_code)]
    if slip.opened:
        facts.append(("立案", f"{slip.opened['opened_on']}　{slip.opened.by} {slip.opened.person}"))
    for fact in slip.facts.values():
        if fact.field not in (NUMBER, STATE):
            facts.append((fact.title, _fact_words(fact, line.me)))
    for side, said in slip.said.items():
        for r in said:
            reason = f"：{r['reason']}" if r["reason"] else ""
            written = "（市级代录）" if r.side != side else ""
            facts.append((side, f"{r['day']} {r.person} {r['answer']}{reason}{written}"))
    return tuple(facts)


def _fact_words(fact: FactState, me: str) -> str:
    if not fact.is_contested:
        head = fact.heads[-1]
        source = f"，{head['source']}" if head["source"] else ""
        return f"{fact.value}（{head.by} {head.person}{source}）"
    mine, theirs, base = fact.sides(me)
    return f"各方不一　我方 {mine or '未填'}　对方 {theirs}　此前 {base or '无'}"


@dataclass(frozen=True, slots=True)
class ContestedLine:
    """One fact on which the parties differ: mine, theirs, and what stood before."""

    line: SlipLine
    fact: FactState

    @property
    def key(self) -> str:
        return f"{self.line.key} {self.fact.field}"


CONTESTED_COLUMNS: Final[tuple[Column[ContestedLine], ...]] = (
    Column("name", "企业", lambda x: x.line.slip.name, least=200),
    Column("field", "哪一项", lambda x: x.fact.title, width=120, facet=True),
    Column("mine", "我方", lambda x: x.fact.sides(x.line.me)[0] or None, width=150),
    Column("theirs", "对方", lambda x: x.fact.sides(x.line.me)[1] or None, least=200),
    Column("base", "此前", lambda x: x.fact.sides(x.line.me)[2] or None, width=150),
)


def contested_lines(lines: Sequence[SlipLine]) -> tuple[ContestedLine, ...]:
    """Every fact on which parties differ."""
    return tuple(ContestedLine(line, fact) for line in lines for fact in line.slip.contested)


def fields_of(side: str, year: int) -> tuple[tuple[str, str], ...]:
    """(key, title) of the facts a side may state; base years are the three before ``year``."""
    names = [*FIELDS, *(f"{BASE}{year - n}" for n in (3, 2, 1))]
    return tuple((n, field_of(n)[0]) for n in names if side in field_of(n)[1] and n not in (NUMBER, STATE))


# ---- packages -------------------------------------------------------------------------------------------------------------

PACKAGE_COLUMNS: Final[tuple[Column[PackageItem], ...]] = (
    Column("direction", "收发", lambda p: DIRECTIONS[p.direction], width=64, facet=True),
    Column("kind", "种类", lambda p: p.manifest.kind.word, width=96, facet=True),
    Column("other", "对方", lambda p: p.other, width=92, facet=True),
    Column("month", "月份", lambda p: str(p.manifest.month) if p.manifest.month else None, "code", 84, facet=True),
    Column("number", "号", lambda p: p.manifest.number, "number", 56),
    Column("at", "时间", lambda p: p.at[:16].replace("T", " "), "date", 140),
    Column("who", "经办", lambda p: p.who, width=80, facet=True),
    Column("outcome", "结果", lambda p: p.outcome, least=220),
    Column("signed", "签名", lambda p: p.signed_by[:9] or None, "code", 104),
    Column("file", "文件", lambda p: p.file_name, least=240),
)

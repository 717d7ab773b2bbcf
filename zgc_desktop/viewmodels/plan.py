"""How 规划目标 reads: targets with how far they have come, registers with their entries, bodies with what they decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from zgc_desktop.domain.areas import in_unit, print_area
from zgc_desktop.domain.coordination import Body, Resolution
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.monthly_plan import progress_state
from zgc_desktop.domain.plain_table import PlainColumn, PlainTable, PlainValue
from zgc_desktop.domain.positions import FILL, Gap, Position
from zgc_desktop.domain.registers import MONEY, NUMBER, Entry, RegisterKind
from zgc_desktop.domain.targets import MEASURES, Progress, past_due, print_figure
from zgc_desktop.viewmodels.columns import Column, Mark
from zgc_desktop.viewmodels.ties import TieLine

_MARKS: Final[dict[str, Mark]] = {
    "已达到": "pass", "推进中": "info", "未达到": "error", "数据不全": "warn", "无数据": "none", "不可量化": "tag",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target with its progress, as of a day."""

    progress: Progress
    today: date

    @property
    def key(self) -> str:
        """What it is found by."""
        return self.progress.target.key

    @property
    def code_name(self) -> str:
        """What the report's codes call it: year and title without blanks."""
        return "".join(f"{self.progress.target.year}{self.progress.target.title}".split())

    @property
    def state(self) -> tuple[Mark, str]:
        """How it stands, in the words of the report."""
        t = self.progress.target
        word = progress_state(t.kind, self.progress.now, self.progress.reached, past_due(t, self.today))
        return _MARKS[word], word

    @property
    def goal(self) -> str | None:
        """The goal with its unit; None for qualitative ones."""
        target = self.progress.target
        return None if target.goal is None else f"{print_figure(target.goal, '')} {target.unit}"


TARGET_COLUMNS: Final[tuple[Column[TargetLine], ...]] = (
    Column("year", "目标年", lambda x: str(x.progress.target.year), "code", 72, facet=True),
    Column("title", "目标", lambda x: x.progress.target.title, least=200),
    Column("kind", "性质", lambda x: x.progress.target.kind, width=84, facet=True),
    Column("goal", "目标值", lambda x: x.goal, width=110, align_as="right"),
    Column("state", "状态", lambda x: x.state[1], "badge", 96, mark=lambda x: x.state[0], facet=True),
    Column("bar", "进度", lambda x: x.progress.share, "bar", 130, show=lambda x: _percent(x)),
    Column("sentence", "现状", lambda x: x.progress.sentence, least=240),
    Column("plan", "出处", lambda x: f"{x.progress.target.plan} {x.progress.target.citation.clause}", width=220, facet=True),
)


def _percent(line: TargetLine) -> str:
    share = line.progress.share
    return "—" if share is None else f"{round(share * 100)} %"


def target_facts(line: TargetLine) -> tuple[tuple[str, str], ...]:
    """What the plan says, how it is computed, the baseline and the evidence, each with its name."""
    target = line.progress.target
    facts = [("原文", target.quote), ("出处", f"{target.citation.title} {target.citation.clause}")]
    if target.measure:
        facts.append(("口径", MEASURES[target.measure]))
    if target.base is not None:
        facts.append(("基数", f"{target.base_year} 年 {print_figure(target.base, target.unit)}"))
    facts += [("佐证", note) for note in line.progress.evidence]
    return tuple(facts)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One register with the entries in force."""

    kind: RegisterKind
    entries: tuple[Entry, ...]


REGISTER_COLUMNS: Final[tuple[Column[RegisterLine], ...]] = (
    Column("title", "登记簿", lambda x: x.kind.title, least=150),
    Column("subject", "对象", lambda x: x.kind.subject, width=72, facet=True),
    Column("count", "在册", lambda x: len(x.entries), "number", 60),
    Column("section", "相关章节", lambda x: x.kind.section, width=180, facet=True),
    Column("about", "登记什么", lambda x: x.kind.about, least=260),
    Column("cited", "出处", lambda x: f"{x.kind.citation.clause}", width=200),
)


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of a register with its fields in words."""

    kind: RegisterKind
    entry: Entry

    @property
    def words(self) -> str:
        """Title and value of every field that is filled in."""
        said = []
        for field in self.kind.fields:
            value = self.entry.value(field.key)
            if value:
                said.append(f"{field.title} {value}{field.unit if field.kind != '万元' else ' 万元'}")
        return "；".join(said)


ENTRY_COLUMNS: Final[tuple[Column[EntryLine], ...]] = (
    Column("subject", "对象", lambda x: x.entry.subject or None, width=170),
    Column("from", "自", lambda x: x.entry.from_day, "date", 100),
    Column("to", "至", lambda x: x.entry.to_day, "date", 100),
    Column("words", "内容", lambda x: x.words, least=280),
    Column("source", "来源", lambda x: x.entry.source, width=190),
)


def register_table(line: RegisterLine) -> PlainTable:
    """A register as it leaves: one column a field, amounts and counts as figures, in the order of the list."""
    kind = line.kind
    columns = [PlainColumn(kind.subject, "text", 24), PlainColumn("自", "date", 12), PlainColumn("至", "date", 12)]
    for field in kind.fields:
        unit = field.unit or ("万元" if field.kind == MONEY else "")
        title = f"{field.title}（{unit}）" if unit else field.title
        columns.append(PlainColumn(title, "money" if field.kind in (MONEY, NUMBER) else "text", 18))
    columns.append(PlainColumn("来源", "text", 30))
    rows = tuple(
        (e.subject or None, e.from_day, e.to_day, *(_plain(f.kind, e.value(f.key)) for f in kind.fields), e.source)
        for e in line.entries
    )
    note = f"{kind.about}；出处：{kind.citation.title} {kind.citation.clause}；在册 {len(rows)} 条"
    return PlainTable(kind.title, note, tuple(columns), rows)


def _plain(kind: str, text: str) -> PlainValue:
    if not text:
        return None
    return Decimal(text) if kind in (MONEY, NUMBER) else text


POSITION_COLUMNS: Final[tuple[Column[Position], ...]] = (
    Column("park", "分园", lambda x: x.park, width=90, facet=True),
    Column("industry", "产业", lambda x: x.industry, least=140, facet=True),
    Column("level", "级别", lambda x: x.level, width=72, facet=True),
    Column("total", "当年累计收入", lambda x: x.total, "money", 160, unit="万元"),
    Column("goal", "目标", lambda x: x.goal, "money", 150, unit="万元"),
    Column("bar", "进度", lambda x: x.share, "bar", 120),
    Column("companies", "企业", lambda x: x.companies, "number", 64, unit=""),
    Column("stated", "报了收入", lambda x: x.stated, "number", 76),
    Column("source", "依据", lambda x: x.source, width=230),
)

GAP_COLUMNS: Final[tuple[Column[Gap], ...]] = (
    Column("cluster", "组团", lambda x: x.cluster, "link", 130, facet=True),
    Column("park", "分园", lambda x: x.park, width=84, facet=True),
    Column("industry", "规划产业", lambda x: x.industry, width=130, facet=True),
    Column("kind", "招引", lambda x: x.kind, "badge", 84, facet=True, mark=lambda x: "warn" if x.kind == FILL else "info"),
    Column("companies", "现有企业", lambda x: x.companies, "number", 76),
    Column("fields", "没有企业的领域", lambda x: "、".join(x.fields), least=240, tip=lambda x: "、".join(x.fields)),
    Column("modes", "模式", lambda x: "、".join(x.modes) or None, width=150),
    Column("free", "可用（公顷）", lambda x: None if x.free is None else in_unit(x.free, "公顷"), "number", 104,
           show=lambda x: "—" if x.free is None else print_area(x.free)),
    Column("wishes", "有意向的企业", lambda x: len(x.wishes) or None, "number", 104),
)  # fmt: skip


def position_facts(line: Position) -> tuple[tuple[str, str], ...]:
    """How the figure is made and what it lacks."""
    if line.total is None:
        said = "本园本月未入库，或没有企业报累计收入；没有数不等于零"
    else:
        said = f"{line.stated} / {line.companies} 家报了累计收入，合计 {wan(line.total)} 万元，目标 {wan(line.goal)} 万元"
    how = "本园台账中该产业企业的当年累计营业收入之和；一家企业只计一次"
    clause = "统筹发展规划 第二章第五节：千亿级优势主导产业、百亿级重点培育产业"
    return (("口径", how), ("现状", said), ("出处", clause), ("依据", line.source))


def gap_facts(line: Gap) -> tuple[tuple[str, str], ...]:
    """Why this is a gap, and what could fill it."""
    unnamed = f"；其中 {line.unnamed} 家只填了产业、没有填领域，可能已在其中" if line.unnamed else ""
    free = "未登记用地" if line.free is None else f"可用 {print_area(line.free, places=4)} 公顷"
    return (
        ("现有", f"{line.companies} 家{unnamed}"),
        ("缺少", "、".join(line.fields)),
        ("模式", "、".join(line.modes) or "规划未载明"),
        ("载体", "、".join(line.carriers) or "规划未列"),
        ("空间", free),
        ("意向", "、".join(line.wishes) or "没有该产业的书面意向"),
        ("出处", "统筹发展规划 第四章第四节：补充式、填空式招引"),
    )


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One body as of a day."""

    body: Body
    today: date


BODY_COLUMNS: Final[tuple[Column[BodyLine], ...]] = (
    Column("name", "机构", lambda x: x.body.name, least=160),
    Column("quorum", "有效到会", lambda x: x.body.quorum, "number", 124, unit="人"),
    Column("members", "成员", lambda x: "、".join(x.body.sitting(x.today)) or None, least=260),
    Column("source", "依据", lambda x: x.body.source, width=220),
)

RESOLUTION_COLUMNS: Final[tuple[Column[Resolution], ...]] = (
    Column("on", "日期", lambda r: r.on, "date", 100),
    Column("body", "机构", lambda r: r.body, width=150, facet=True),
    Column("matter", "种类", lambda r: r.matter, width=84, facet=True),
    Column("subject", "编号", lambda r: r.subject or None, width=120),
    Column("question", "议题", lambda r: r.question, least=180),
    Column("outcome", "结论", lambda r: r.outcome, width=72, facet=True),
    Column("text", "议定内容", lambda r: r.text, least=220),
)


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything the page shows."""

    today: date
    targets: tuple[TargetLine, ...]
    registers: tuple[RegisterLine, ...]
    bodies: tuple[BodyLine, ...]
    resolutions: tuple[Resolution, ...]
    positions: tuple[Position, ...] = ()
    gaps: tuple[Gap, ...] = ()
    ties: tuple[TieLine, ...] = ()
    year: int = 0
    """The year a yearly book would be of."""


def summary(targets: Sequence[TargetLine]) -> str:
    """How many targets are reached, lack data or cannot be measured."""
    states = [line.state[1] for line in targets]
    return "，".join(
        f"{name} {states.count(name)}"
        for name in ("已达到", "推进中", "未达到", "数据不全", "无数据", "不可量化")
        if name in states
    )

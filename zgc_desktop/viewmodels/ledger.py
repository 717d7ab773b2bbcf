"""How 企业台账 reads: columns of the ledger and of a company's card, filters in words, and the names the search finds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, TypeAlias

from zgc_desktop.domain.companies import CompanyCard, CompanyItem, MonthFigures, Residence
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column, Mark, searchable
from zgc_desktop.viewmodels.desk import since_first
from zgc_desktop.viewmodels.pinyin import Initials
from zgc_desktop.viewmodels.table import Prepared, prepare

DISPUTED, CLOSED, LISTED = "争议", "注销", "在册"
GONE: Final = frozenset({"注销", "迁出"})
"""Statuses a park reports for a company that no longer is one of its own."""
WATCHED: Final = "关注"
FOUND_MOST: Final = 8
COMMON_STARTS: Final = ("北京市", "北京", "bjs", "bj")
"""What nearly every name begins with: nobody types it."""


def status_of(company: CompanyItem) -> str:
    """在册, 争议 (two parks list it) or 注销."""
    if company.disputed_with:
        return DISPUTED
    return CLOSED if company.status in GONE else LISTED


def short_park(park: str) -> str:
    """海淀 for 海淀园."""
    return park.removesuffix("园")


def _status_cell(company: CompanyItem) -> Cell:
    status = status_of(company)
    if status == DISPUTED:
        tip = f"{company.park}与{company.disputed_with}同月列报，计入{company.park}，待统筹判定"
        return Cell(f"{DISPUTED} {short_park(company.disputed_with)}", "badge", "warn", tip=tip)
    said = f"园方填报：{company.status}" if company.status else "园方未填状态"
    return Cell(status, "badge", "tag", tip=said)


OUTSIDE: Final = "园内组团外"


def _named(value: str) -> str | None:
    return value or None


def _issues_cell(company: CompanyItem) -> Cell:
    if not company.issues:
        return Cell("0", "number", tone="text3", tip="本月没有错误或警告")
    return Cell(f"{company.issues:,}", "number", tone="warn", tip=f"本月报送中有 {company.issues} 项错误或警告")


COLUMNS: Final[tuple[Column[CompanyItem], ...]] = (
    Column[CompanyItem]("name", "企业名称", lambda c: c.name or None, "link", least=196),
    Column[CompanyItem]("code", "信用代码", lambda c: c.credit_code, "code", 164),
    Column[CompanyItem]("park", "园", lambda c: c.park, width=68, show=lambda c: short_park(c.park), facet=True),
    Column[CompanyItem]("zone", "片区", lambda c: _named(c.zone), width=96, facet=True, hidden=True, searched=False),
    Column[CompanyItem]("cluster", "组团", lambda c: OUTSIDE if c.outside else _named(c.cluster), width=98, facet=True),
    Column[CompanyItem]("industry", "产业", lambda c: _named(c.industry), width=118, facet=True),
    Column[CompanyItem]("tier", "梯队", lambda c: _named(c.tier), width=70, facet=True),
    Column[CompanyItem]("employees", "从业", lambda c: c.employees, "number", 72, total=True),
    Column[CompanyItem]("revenue", "收入", lambda c: c.revenue_fen, "money", 122, unit="万元", total=True),
    Column[CompanyItem]("tax", "税收", lambda c: c.tax_fen, "money", 112, unit="万元", total=True, bold=True),
    Column[CompanyItem](
        "status", "状态", status_of, "badge", 106, show=status_of, cell=_status_cell, sort=lambda c: status_of(c), facet=True
    ),
    Column[CompanyItem](
        "watched",
        "关注",
        lambda c: WATCHED if c.watched else None,
        "badge",
        72,
        mark=lambda c: "tag",
        tip=lambda c: c.watched or "未关注",
        facet=True,
        hidden=True,
        searched=False,
    ),
    Column[CompanyItem]("issues", "问题", lambda c: c.issues, "number", 60, cell=_issues_cell, total=True),
)
SPARE: Final = ("industry", "employees", "tier")
"""Columns that give way first where the table is narrow."""


def prepared(companies: Sequence[CompanyItem], table: Initials | None = None) -> Prepared[CompanyItem]:
    """The ledger's rows with the texts filtering needs, initials of the names among them; for a worker."""
    return prepare(COLUMNS, companies, (lambda c: table.of(c.name)) if table else None)


def columns_that_fit(width: int) -> frozenset[str]:
    """Which columns to hide so that the rest fits a table this wide; the name keeps its least."""
    hidden: set[str] = set()
    need = sum(c.width or c.least for c in COLUMNS if not c.hidden)
    for key in SPARE:
        if need <= width:
            break
        hidden.add(key)
        need -= next(c.width for c in COLUMNS if c.key == key)
    return frozenset(hidden)


# ---- a company's card -----------------------------------------------------------------------------------------------------

Pair: TypeAlias = tuple[str, str]
"""What it is and what it says."""


def overview(card: CompanyCard) -> tuple[Pair, ...]:
    """概况: who the company is and where it stands."""
    item = card.item
    status = status_of(item)
    park = f"{item.park}（与{item.disputed_with}同月列报）" if status == DISPUTED else item.park
    return (
        ("信用代码", item.credit_code),
        ("所属分园", park or MISSING),
        ("组团", item.cluster or MISSING),
        ("产业", item.industry or MISSING),
        ("梯队", item.tier or MISSING),
        ("园方填报状态", item.status or MISSING),
        ("成立日期", card.founded_on.isoformat() if card.founded_on else MISSING),
        ("从业人数", MISSING if item.employees is None else f"{item.employees:,} 人"),
        ("注册地址", card.address or MISSING),
        ("曾用名", "、".join(card.former_names) or "无"),
    )


def subject(card: CompanyCard) -> str:
    """The line beside the name: code, park, cluster."""
    item = card.item
    return "　".join(t for t in (item.credit_code, item.park, item.cluster) if t)


def sources(card: CompanyCard) -> tuple[Pair, ...]:
    """来源: every figure of every month with its value and the cell it came from, newest first."""
    values = {"营业收入": "revenue_fen", "研发费用": "rd_fen", "地方税收": "tax_fen"}
    found = []
    for month in reversed(card.months):
        for title, place in month.sources:
            fen = getattr(month, values[title], None) if title in values else None
            shown = f"　{wan(fen)} 万元" if isinstance(fen, int) else ""
            found.append((f"{month.month} {title}{shown}", place + ("" if month.counted else "（未计入）")))
    return tuple(found)


def tax_line(card: CompanyCard, months: int = 12) -> tuple[tuple[tuple[Month, int | None], ...], str]:
    """The tax of the last months that counts with its months, None where a month has none; and the same in words."""
    counted = {m.month: m.tax_fen for m in card.months if m.counted}
    if not counted:
        return (), ""
    last = max(counted)
    span = [last.plus(n) for n in range(1 - months, 1)]
    values = tuple(counted.get(month) for month in span)
    known = [v for v in values if v is not None]
    if len(known) < 2:
        return (), ""
    since = since_first(values)
    return tuple(
        zip(span[-len(since) :], since, strict=True)
    ), f"近 {len(known)} 个月由 {wan(known[0])} 到 {wan(known[-1])} 万元"


def _place(title: str) -> Column[MonthFigures]:
    """Where a figure was read: the cell in its file; in full as its tooltip."""

    def full(m: MonthFigures) -> str:
        return dict(m.sources).get(title, "")

    def short(m: MonthFigures) -> str:
        return full(m).rpartition(" · ")[2] or MISSING

    return Column[MonthFigures](
        f"source_{title}",
        f"{title}来源",
        lambda m: short(m) if full(m) else None,
        width=116,
        tone="text2",
        tip=lambda m: f"{title} ← {full(m)}" if full(m) else "本月没有这个数",
    )


MONTH_COLUMNS: Final[tuple[Column[MonthFigures], ...]] = (
    Column[MonthFigures]("month", "月份", lambda m: m.month, width=92, show=lambda m: str(m.month)),
    Column[MonthFigures]("park", "列报分园", lambda m: m.park, least=84),
    Column[MonthFigures](
        "counted",
        "计入",
        lambda m: "计入" if m.counted else "未计入",
        "badge",
        84,
        mark=lambda m: "tag" if m.counted else "warn",
        tip=lambda m: "计入本月合计" if m.counted else "同月另有分园列报，本行未计入合计",
    ),
    Column[MonthFigures]("employees", "从业", lambda m: m.employees, "number", 72),
    Column[MonthFigures]("revenue", "营业收入", lambda m: m.revenue_fen, "money", 118, unit="万元"),
    _place("营业收入"),
    Column[MonthFigures]("rd", "研发费用", lambda m: m.rd_fen, "money", 112, unit="万元"),
    _place("研发费用"),
    Column[MonthFigures]("tax", "地方税收", lambda m: m.tax_fen, "money", 112, unit="万元", bold=True),
    _place("地方税收"),
)


def sources_line(figures: MonthFigures) -> str:
    """来源 of every figure of a month in one line: 地方税收 ← 东城园 第1版 · 税收!F46."""
    said = "　".join(f"{title} ← {place}" for title, place in figures.sources)
    return f"{figures.month} 来源：{said}" if said else f"{figures.month} 没有金额数据"


RESIDENCE_COLUMNS: Final[tuple[Column[Residence], ...]] = (
    Column[Residence]("start", "自", lambda r: r.days.start, "date", 124),
    Column[Residence](
        "end", "至", lambda r: r.days.end, "date", 108, show=lambda r: r.days.end.isoformat() if r.days.end else "至今"
    ),
    Column[Residence]("park", "分园", lambda r: r.park, width=110),
    Column[Residence]("cause", "缘由", lambda r: r.cause, least=200),
    Column[Residence]("case", "案件", lambda r: _named(r.case_id), width=140),
)


def pair_columns(first: str, second: str, width: int) -> tuple[Column[Pair], ...]:
    """Two plain columns: cases, recognitions, issues."""
    return (
        Column[Pair]("what", first, lambda p: p[0], width=width),
        Column[Pair]("said", second, lambda p: p[1], least=240),
    )


# ---- the search of the window ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """A company the search of the window brings."""

    id: int
    name: str
    credit_code: str
    park: str


@dataclass(frozen=True, slots=True)
class Index:
    """The searched forms of all companies in one text, a line each for name, code and initials, and where each begins.

    One text is searched in a fraction of a millisecond; asking 30,000 texts one by one takes a tenth of a second.
    """

    text: str = ""
    starts: tuple[int, ...] = ()
    companies: tuple[Found, ...] = ()


def index_of(companies: Sequence[CompanyItem], table: Initials | None = None) -> Index:
    """What the search looks through, initials of the names where a table of them is given; for a worker."""
    texts = [searchable(f"\n{c.name}\n{c.credit_code}\n{table.of(c.name) if table else ''}") for c in companies]
    starts = tuple(accumulate((len(t) for t in texts), initial=0))
    return Index("".join(texts), starts, tuple(Found(c.id, c.name or c.credit_code, c.credit_code, c.park) for c in companies))


def found(index: Index, words: str, most: int = FOUND_MOST) -> Iterator[Found]:
    """The first companies whose name, code or initials hold every word; those that begin with the first word come first."""
    parts = searchable(words).split()
    if not parts:
        return
    told: set[int] = set()
    rarest = min(parts, key=index.text.count)
    for wanted in (*(f"\n{start}{parts[0]}" for start in ("", *COMMON_STARTS)), rarest):
        for n in _places(index, wanted):
            text = index.text[index.starts[n] : index.starts[n + 1]]
            if n not in told and all(p in text for p in parts):
                told.add(n)
                yield index.companies[n]
                if len(told) == most:
                    return


def _places(index: Index, wanted: str) -> Iterator[int]:
    """The companies whose text holds a string, each once."""
    at = index.text.find(wanted)
    while at >= 0:
        n = bisect_right(index.starts, at) - 1
        yield n
        at = index.text.find(wanted, index.starts[n + 1])


def marks_of(card: CompanyCard) -> tuple[Mark, str]:
    """The badge of a card: its mark and word."""
    cell = _status_cell(card.item)
    return cell.mark, cell.text


def without(rows: Sequence[CompanyItem], parks: Iterable[str]) -> str:
    """``，不含通州园（未入库）``: the parks whose submission is not in the ledger's totals; empty when all are."""
    there = {row.park for row in rows}
    return lacking([park for park in parks if park not in there])


def lacking(absent: Sequence[str]) -> str:
    """Parks a total does not hold, as the end of a sentence: up to three by name, more by their number."""
    if not absent:
        return ""
    return f"，不含{'、'.join(absent)}（未入库）" if len(absent) <= 3 else f"，不含 {len(absent)} 园（未入库）"

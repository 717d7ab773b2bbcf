"""税收分享 as read on the screen: lines with their state, the sentence behind a figure, out of scope, matrix, rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from zgc_desktop.domain.money import Fen, wan
from zgc_desktop.domain.monthly import OutOfScope, SharingLine, SharingSection
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import CONFIDENCE
from zgc_desktop.domain.settlement import LineStatus, Matrix, line_key
from zgc_desktop.domain.sharing.rule import VALUES, SharingRule
from zgc_desktop.domain.sharing.words import key_word, value_words
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column, Mark

NO_RUN: Final = "未试算"
STATE_MARKS: Final[dict[str, Mark]] = {NO_RUN: "none", "试算": "info", "双方确认": "pass", "已锁定": "tag"}
SPARE_NARROW: Final = frozenset({"computed", "cap"})
"""Give way beside the drawer, whose tree tells them."""
NARROW: Final = 1040
HEAT_STEPS: Final = 5
NO_ZONES: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the month, with who has confirmed it where a run is kept."""

    line: SharingLine
    status: LineStatus | None = None

    @property
    def key(self) -> str:
        return line_key(self.line)


def lines_of(section: SharingSection, states: Sequence[LineStatus]) -> tuple[Line, ...]:
    """The lines of a section, each with its state in the kept run."""
    by_key = {s.line.key: s for s in states}
    return tuple(Line(x, by_key.get(line_key(x))) for x in section.lines)


def short_party(party: str) -> str:
    """A district as a narrow column names it: 海淀, 经开区."""
    return "经开区" if party == "北京经济技术开发区" else party.removesuffix("区")


def route(x: SharingLine) -> str:
    """Move-out to move-in."""
    return f"{short_party(x.receiver)} → {short_party(x.payer)}"


def badge_of(row: Line) -> tuple[Mark, str]:
    """The one badge of a line: what is wrong comes before what is agreed, and that before what is only near its end."""
    x, status = row.line, row.status
    if status is not None and status.open_differences:
        return "error", "有差异"
    if x.due_fen < 0 and not x.adjustment:
        return "error", "退库"
    if status is not None and status.agreed:
        return "pass", "双方已认"
    if x.posting:
        return "info", "调整分录"
    if x.adjustment:
        return "info", "调账"
    if x.state.startswith("封顶"):
        return "warn", "封顶"
    if status is not None and 0 < len(status.waiting_for) < len(status.answers):
        return "info", f"待{short_party(status.waiting_for[0])}"
    return ("info", "待核对") if status is not None else ("tag", x.state or MISSING)


def _share_of_term(row: Line) -> Cell:
    """期次 as a short bar and its figure; a correction names its month instead."""
    gone, slash, term = row.line.period.partition("/")
    if not slash or not gone.isdecimal() or not term.isdecimal():
        said = row.line.corrects or row.line.period or MISSING
        return Cell(said, tone="text2", tip=row.line.period)
    tip = f"第 {gone} 个月，共 {term} 个月"
    return Cell(f"{gone} / {term}", "bar", share=min(1.0, int(gone) / max(1, int(term))), tip=tip)


def _ratio(x: SharingLine) -> str:
    return x.ratio.replace("%", " %") if x.ratio[:1].isdigit() else x.ratio


COLUMNS: Final[tuple[Column[Line], ...]] = (
    Column("case", "案件", lambda r: r.line.case_id, "link", 126),
    Column("company", "企业", lambda r: r.line.company, tip=lambda r: f"{r.line.company}\n{r.line.credit_code}"),
    Column("route", "迁出 → 迁入", lambda r: route(r.line), width=118, tip=lambda r: f"{r.line.receiver} → {r.line.payer}"),
    Column("counted", "本月税收", lambda r: r.line.counted_fen, "money", 96, total=True),
    Column("ratio", "比例", lambda r: r.line.ratio, width=64, show=lambda r: _ratio(r.line), align_as="right"),
    Column("computed", "应得（算）", lambda r: r.line.computed_fen, "money", 96, total=True),
    Column("cap", "上限余额", lambda r: r.line.cap_left_before_fen, "money", 96),
    Column("due", "应得（结）", lambda r: r.line.due_fen, "money", 100, bold=True, total=True),
    Column("period", "期次", lambda r: r.line.period, width=100, cell=_share_of_term),
    Column("state", "状态", lambda r: badge_of(r)[1], "badge", 104, mark=lambda r: badge_of(r)[0]),
)
EXPLAINED: Final = {"counted": "本月税收", "ratio": "比例", "computed": "应得（算）", "cap": "上限余额", "due": "应得（结）"}
OUT_COLUMNS: Final[tuple[Column[OutOfScope], ...]] = (
    Column("case", "案件", lambda r: r.case_id, "link", 126),
    Column("company", "企业", lambda r: r.company, width=260),
    Column("why", "原因与依据", lambda r: r.why, tip=lambda r: r.why),
)


def columns_that_give_way(width: int) -> frozenset[str]:
    """Columns hidden where the table is only so wide."""
    return SPARE_NARROW if width < NARROW else frozenset()


def figure_of(x: SharingLine, column: str) -> tuple[str, str, str]:
    """(name, figure, unit) of a clicked column, as the drawer's head says it; the result where the column has no figure."""
    if column == "ratio":
        return EXPLAINED["ratio"], _ratio(x), ""
    values: dict[str, Fen | None] = {"counted": x.counted_fen, "computed": x.computed_fen, "cap": x.cap_left_before_fen}
    name = EXPLAINED.get(column, EXPLAINED["due"])
    value = values.get(column, x.due_fen) if column in values else x.due_fen
    return (name, "不设上限", "") if value is None else (name, wan(value), "万元")


def sentence_of(x: SharingLine) -> str:
    """In one sentence how the result came about."""
    if x.posting:
        return f"{x.source}。列入本月，更正 {x.corrects}，依据 {x.clause}；不由规则算出，原结算不改写。"
    if x.belongs_to:
        return f"所属期 {x.belongs_to} 的税款在本月{x.state}，按入库月分享，列明所属期；该月已锁定的结算不改写。"
    if x.adjustment:
        return f"更正已锁定的 {x.corrects}：现按已知事实重算，减去已结数，差额列入本月，不改写原结算。"
    said = f"按 {_ratio(x)} 算得 {wan(x.computed_fen)} 万元"
    if x.truncated_fen > 0:
        return f"{said}，超过上限余额，按 {wan(x.due_fen)} 万元结算，差额归迁入方。"
    if x.due_fen < 0:
        return f"{said}，退库按规则冲回。"
    return f"{said}，未触及上限，全额结算；其余 {wan(x.kept_fen)} 万元由迁入方留存。"


def note_of(month: Month, section: SharingSection, state: str, agreed: int) -> str:
    """The note beside the table's title."""
    said = f"{len(section.lines)} 笔，单位：万元"
    return f"{said}，双方已认 {agreed} 笔" if state != NO_RUN else said


_REASONS: Final = (
    ("未报", "税收未报"),
    ("有矛盾", "案情有矛盾"),
    ("不在分享范围", "性质不在范围"),
    ("未达到", "低于门槛"),
    ("尚未落地", "尚未落地"),
    ("尚未起算", "尚未起算"),
    ("起算前", "尚未起算"),
    ("期满", "期满"),
    ("上限", "已达上限"),
    ("办结", "已办结"),
)


def reason_word(why: str) -> str:
    """A reason as a count names it."""
    return next((word for part, word in _REASONS if part in why), "其他")


def out_summary(outside: Iterable[OutOfScope]) -> str:
    """低于门槛 1，尚未起算 2, in the order in which reasons first occur."""
    counts: dict[str, int] = {}
    for each in outside:
        word = reason_word(each.why)
        counts[word] = counts.get(word, 0) + 1
    return "，".join(f"{word} {n}" for word, n in counts.items())


def blocks_sentence(blocks: Sequence[str]) -> str:
    """What is missing before the month may be locked."""
    if not blocks:
        return ""
    more = f" 等 {len(blocks)} 项" if len(blocks) > 3 else ""
    return f"锁定前还缺：{'；'.join(blocks[:3])}{more}"


# ---- between districts ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Owing:
    """One row of the matrix: a paying district and what it owes each receiving one."""

    payer: str
    owes: tuple[tuple[str, Fen], ...]

    def to(self, receiver: str) -> Fen | None:
        return dict(self.owes).get(receiver)

    @property
    def total(self) -> Fen:
        return sum(v for _, v in self.owes)


def owing_rows(found: Matrix, *, net: bool) -> tuple[Owing, ...]:
    """The paying districts in the order of the plan."""
    pairs = found.net if net else found.gross
    made = (Owing(p, tuple((b, v) for (a, b), v in pairs.items() if a == p)) for p in found.parties)
    return tuple(row for row in made if row.owes)


def receivers(found: Matrix, *, net: bool) -> tuple[str, ...]:
    """The receiving districts in the order of the plan."""
    pairs = found.net if net else found.gross
    return tuple(p for p in found.parties if any(b == p for _, b in pairs))


def matrix_columns(found: Matrix, *, net: bool) -> tuple[Column[Owing], ...]:
    """Payer, one heated column for each receiver, and the sum."""
    pairs = found.net if net else found.gross
    most = max((abs(v) for v in pairs.values()), default=0)
    made: list[Column[Owing]] = [Column("payer", "应付 ＼ 应收", lambda r: short_party(r.payer), width=150)]
    into = receivers(found, net=net)
    few = len(into) < FEW
    made += [_heated(p, most, 120 if few else 0) for p in into]
    made.append(Column("sum", "应付合计", lambda r: r.total, "money", 130, bold=True, total=True))
    if few:
        made.append(Column("gap", "", lambda r: "", searched=False))
    return tuple(made)


FEW: Final = 6
"""Fewer receivers stand side by side at the left, the sum beside them; more of them share the card."""


def _heated(receiver: str, most: Fen, width: int) -> Column[Owing]:
    def cell(row: Owing) -> Cell:
        amount = row.to(receiver)
        if amount is None:
            return Cell("·", "money", tone="text3", tip=f"{row.payer}不向{receiver}支付")
        tip = f"{row.payer}应付{receiver} {wan(amount)} 万元"
        if amount < 0 or not most:
            return Cell(wan(amount), "money", tone="error", tip=tip)
        step = min(HEAT_STEPS - 1, amount * HEAT_STEPS // (most + 1))
        return Cell(wan(amount), "money", tone=f"heat_text{step}", ground=f"heat{step}", tip=tip)

    return Column(receiver, short_party(receiver), lambda r: r.to(receiver), "money", width, least=110, cell=cell, total=True)


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One district's month for the list of statements."""

    party: str
    receives: Fen | None
    pays: Fen | None
    lines: int
    confirmed: int
    zone: str = ""
    """The zone (片区) its parks lie in."""

    @property
    def net(self) -> Fen | None:
        return (self.receives or 0) - (self.pays or 0) if self.lines else None


def party_rows(found: Matrix, lines: Sequence[Line], zones: Mapping[str, str] = NO_ZONES) -> tuple[PartyRow, ...]:
    """Every district with what it receives and pays; — where it has no line this month. ``zones`` by party."""
    made = []
    for party in found.parties:
        mine = [x for x in lines if party in (x.line.payer, x.line.receiver)]
        into = sum(v for (_, b), v in found.gross.items() if b == party)
        out = sum(v for (a, _), v in found.gross.items() if a == party)
        given = sum(1 for x in mine if x.status is not None and dict(x.status.answers).get(party) is not None)
        made.append(PartyRow(party, into if mine else None, out if mine else None, len(mine), given, zones.get(party, "")))
    return tuple(made)


def _confirmed(row: PartyRow) -> str:
    return f"{row.confirmed} / {row.lines} 笔" if row.lines else "本月无结算行"


PARTY_COLUMNS: Final[tuple[Column[PartyRow], ...]] = (
    Column("party", "主体", lambda r: r.party, least=180),
    Column("zone", "片区", lambda r: r.zone or None, width=110, facet=True),
    Column("receives", "应收", lambda r: r.receives, "money", least=140, total=True, unit="万元"),
    Column("pays", "应付", lambda r: r.pays, "money", least=140, total=True, unit="万元"),
    Column("net", "净额", lambda r: r.net, "money", least=140, bold=True, total=True, unit="万元"),
    Column(
        "confirmed", "本方确认", _confirmed, "badge", 140,
        mark=lambda r: "tag" if not r.lines else "pass" if r.confirmed == r.lines else "none",
    ),
)  # fmt: skip


# ---- the rule ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One value of the rule: name, value in words, the clause it stands on, how surely that was checked."""

    key: str
    name: str
    value: str
    clause: str
    confidence: str


def rule_lines(rule: SharingRule) -> tuple[RuleLine, ...]:
    """Every value the rule states, and those it says are not determined."""
    stated = rule.data.get("rule")
    table = stated if isinstance(stated, dict) else {}
    made = []
    for key in VALUES:
        if key in table:
            found = rule.citation(key)
            sure = CONFIDENCE[found.confidence] if found is not None else CONFIDENCE["unknown"]
            made.append(RuleLine(key, key_word(key), value_words(key, table[key]), rule.clause(key), sure))
        elif key in rule.undetermined:
            made.append(RuleLine(key, key_word(key), "未定", rule.undetermined[key], CONFIDENCE["unknown"]))
    return tuple(made)


RULE_COLUMNS: Final[tuple[Column[RuleLine], ...]] = (
    Column("name", "参数", lambda r: r.name, width=130),
    Column("value", "值", lambda r: r.value, tip=lambda r: r.value),
    Column("clause", "出处", lambda r: r.clause, width=270, tip=lambda r: r.clause),
    Column(
        "confidence", "核对", lambda r: r.confidence, "badge", 180,
        mark=lambda r: "pass" if r.confidence == CONFIDENCE["original"] else "none",
    ),
)  # fmt: skip


def rule_head(rule: SharingRule) -> str:
    """Key and days in force."""
    since = f"{rule.effective_from} 起生效" if rule.effective_from else "生效日未写明"
    return f"{rule.key}，{since}" + (f"，{rule.effective_to} 止" if rule.effective_to else "")

"""How a park reads its statements: every line with what it has answered, the net of a month, what stands behind a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.exchange.replies import DISPUTED, Reply, StatementLine
from zgc_desktop.domain.exchange.slips import fen_of_yuan
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels.columns import Column, Mark

WAITING: Final = "待答复"


@dataclass(frozen=True, slots=True)
class StatementItem:
    """One line of a month's newest statement, with our answer to these very figures."""

    month: Month
    state: str
    line: StatementLine
    reply: Reply | None
    is_locked: bool

    @property
    def key(self) -> str:
        return f"{self.month} {self.line.key}"

    @property
    def line_key(self) -> str:
        return self.line.key

    @property
    def case_id(self) -> str:
        return self.line.case_id

    @property
    def company(self) -> str:
        return self.line.company

    @property
    def due(self) -> str:
        """What our district receives, or pays (negative), in 元."""
        return yuan(self.line.due_fen)

    @property
    def is_waiting(self) -> bool:
        """Whether our district has still to answer."""
        return self.reply is None and not self.is_locked

    @property
    def ours(self) -> tuple[Mark, str]:
        """What we have said of it."""
        if self.reply is None:
            return ("tag", self.state) if self.is_locked else ("info", WAITING)
        return ("warn" if self.reply.word == DISPUTED else "pass"), self.reply.word


def net_of(lines: Iterable[StatementItem]) -> str:
    """What our district receives less what it pays over some lines, in 元."""
    return yuan(sum(x.line.due_fen for x in lines))


def amount_fault(text: str) -> str:
    """Why a text is no amount in 元; empty where it is one or nothing."""
    try:
        if text:
            fen_of_yuan(text)
    except ValueError:
        return "金额写作 1234.56（元）"
    return ""


def statement_facts(item: StatementItem) -> tuple[tuple[str, str], ...]:
    """(name, words) behind a line: figures, who has confirmed at the city, what we said."""
    x = item.line
    facts = [
        ("信用代码", x.credit_code),
        ("计入税收", f"{yuan(x.counted_fen)} 元"),
        ("本区应收" if x.due_fen >= 0 else "本区应付", f"{yuan(abs(x.due_fen))} 元，对方 {x.other}"),
        ("市级已登记", "；".join(x.confirmed) or "双方都还没有确认"),
    ]
    if x.corrects:
        facts.append(("更正", f"更正 {x.corrects} 的结算"))
    if item.reply is not None:
        r = item.reply
        claimed = f"，认为应为 {yuan(r.claimed_fen)} 元" if r.claimed_fen is not None else ""
        reason = f"：{r.reason}" if r.reason else ""
        facts.append(("我方答复", f"{r.day} {r.person} {r.word}{reason}{claimed}"))
    return tuple(facts)


STATEMENT_COLUMNS: Final[tuple[Column[StatementItem], ...]] = (
    Column("month", "月份", lambda x: str(x.month), "code", 84, facet=True),
    Column("case", "案件号", lambda x: x.case_id, "code", 116),
    Column("company", "企业", lambda x: x.company, least=200),
    Column("other", "对方", lambda x: x.line.other, width=120, facet=True),
    Column("counted", "计入税收", lambda x: x.line.counted_fen, "money", 120, unit="万元"),
    Column("due", "本区收付", lambda x: x.line.due_fen, "money", 120, unit="万元", total=True),
    Column("state", "市级结算", lambda x: x.state, width=92, facet=True),
    Column("ours", "我方答复", lambda x: x.ours[1], "badge", 104, mark=lambda x: x.ours[0], facet=True),
    Column("reason", "理由", lambda x: x.reply.reason or None if x.reply else None, least=160),
)

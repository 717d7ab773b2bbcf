"""How the check catalogue reads: each check's state, its numbers in words, and what a trial run would have raised."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from zgc_desktop.domain.check_catalogue import CheckItem, Trial, TrialLine
from zgc_desktop.domain.issues import Severity
from zgc_desktop.viewmodels.columns import Column, Mark
from zgc_desktop.viewmodels.ledger import short_park

SEVERITY_MARKS: Final[Mapping[Severity, Mark]] = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.NOTICE: "info"}


def numbers_words(item: CheckItem) -> str:
    """变动超过多少倍才提示 20；…"""
    return "；".join(f"{p.title} {value}" for p, value in item.numbers)


def question(item: CheckItem) -> str:
    """What the check says, the parts that depend on the cell as …."""
    said = re.sub(r"\{\w+\}", "…", item.check.sentence)
    return said if said.strip("…") else f"{item.check.name}，按读出的情形说明"


def state_sentence(item: CheckItem) -> str:
    """In force since when, until when, why."""
    if not item.active:
        return f"自 {item.from_day} 起停用：{item.reason}"
    since = f"自 {item.from_day} 起：{item.reason}" if item.from_day else "自始启用，未作改动"
    return since + (f"；{item.until} 起另有决定" if item.until else "")


def numbers_fault(item: CheckItem, given: Mapping[str, str]) -> str:
    """What is wrong with the numbers as typed; '' = nothing."""
    for parameter, _ in item.numbers:
        text = given.get(parameter.key, "").strip()
        if not text.isdecimal() or not parameter.least <= int(text) <= parameter.most:
            return f"“{parameter.title}”应为 {parameter.least} 到 {parameter.most} 的整数"
    return ""


def trial_sentence(found: Trial) -> str:
    """How many it was and would be, and which originals could not be read."""
    unread = f"；{len(found.unread)} 份原件读不出" if found.unread else ""
    return f"当时 {found.before} 项，改动后 {found.after} 项{unread}；未写入"


def _severity_mark(c: CheckItem) -> Mark:
    return SEVERITY_MARKS[c.check.severity]


CHECK_COLUMNS: Final[tuple[Column[CheckItem], ...]] = (
    Column("code", "编号", lambda c: c.check.code, "code", 168),
    Column("severity", "级别", lambda c: c.check.severity.word, "mark", 76, mark=_severity_mark, facet=True),
    Column("name", "名称", lambda c: c.check.name, width=190),
    Column("numbers", "参数", lambda c: numbers_words(c) or None, least=160, tone="text2", tip=numbers_words),
    Column("basis", "依据", lambda c: c.check.basis, least=170, tone="text2", tip=lambda c: c.check.basis),
    Column("since", "自", lambda c: str(c.from_day) if c.from_day else None, "date", 100),
    Column(
        "state", "状态", lambda c: "启用" if c.active else "停用", "badge", 84, mark=lambda c: "pass" if c.active else "none"
    ),
)  # fmt: skip

TRIAL_COLUMNS: Final[tuple[Column[TrialLine], ...]] = (
    Column("month", "月份", lambda t: t.month, "date", 92, show=lambda t: str(t.month)),
    Column("park", "园", lambda t: short_park(t.park), least=80),
    Column("before", "当时", lambda t: t.before, "number", 84, total=True),
    Column("after", "改动后", lambda t: t.after, "number", 84, total=True, bold=True),
)

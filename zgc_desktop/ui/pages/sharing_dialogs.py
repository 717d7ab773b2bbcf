"""Dialogs of 税收分享: a district confirms or differs, a difference is settled, the month is locked; each says what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QWidget

from zgc_desktop.domain.adjustments import Adjustment
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, to_fen, wan
from zgc_desktop.domain.monthly import SharingSection
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import OUTCOMES, Difference, LineStatus
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.pages.sharing_work import Adjustable
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.sharing import short_party

ALL_CASES = "全部"


def confirm(parent: QWidget, lines: Sequence[LineStatus], month: Month, on: Callable[[str, str, str, str], object]) -> Ask:
    """Which district confirms which of its lines, and who; ``on`` takes party, case ("" = all), person, note."""
    waiting = tuple(dict.fromkeys(p for x in lines for p in x.waiting_for)) or _parties(lines)
    cases = (ALL_CASES, *dict.fromkeys(x.line.line.case_id for x in lines))

    def taken(a: Answers) -> None:
        on(a["party"], "" if a["case"] == ALL_CASES else a["case"], a["person"], a["note"])

    fields = (
        (Field("party", tr("确认方（未确认的在前）"), choices=waiting), Field("case", tr("案件"), choices=cases)),
        (
            Field("person", tr("该方经办人"), required=True, hint=tr("姓名")),
            Field("note", tr("备注"), hint=tr("文号或方式")),
        ),
    )
    said = tr("登记该方对 {month} 结算数的确认，注明经办人和日期。数字以后有变，该行的确认自动失效，须重新确认。", month=month)
    return _open(Ask(parent, tr("登记确认"), said, fields, taken, check=lambda a: _in_case(lines, a)))


def difference(
    parent: QWidget,
    lines: Sequence[LineStatus],
    on: Callable[[str, str, str, str, Fen | None], object],
) -> Ask:
    """Which district differs on which case; ``on`` takes party, case, person, reason, claimed amount."""
    cases = tuple(dict.fromkeys(x.line.line.case_id for x in lines))

    def taken(a: Answers) -> None:
        on(a["party"], a["case"], a["person"], a["reason"], _amount(a["claimed"]))

    def check(a: Answers) -> str:
        if a["claimed"] and _amount(a["claimed"]) is None:
            return tr("金额写作 1234.56")
        return _in_case(lines, a)

    fields = (
        (Field("party", tr("登记方"), choices=_parties(lines)), Field("case", tr("案件"), choices=cases)),
        (Field("person", tr("该方经办人"), required=True, hint=tr("姓名")), Field("claimed", tr("该方主张金额（万元，可空）"))),
        Field("reason", tr("理由与依据"), required=True, hint=tr("用一句话说明分歧")),
    )
    said = tr("差异登记后，该行不能锁定，直到处理为维持原数、已更正或带差异锁定。企业迁移不受影响。")
    return _open(Ask(parent, tr("登记差异"), said, fields, taken, check=check))


def resolve(parent: QWidget, open_ones: Sequence[Difference], person: str, on: Callable[[int, str, str, str], object]) -> Ask:
    """What came of an open difference; ``on`` takes number, outcome, person, note."""
    words = {f"第 {d.id} 号　{d.party}：{d.reason}": d.id for d in open_ones}

    def taken(a: Answers) -> None:
        on(words[a["which"]], a["outcome"], a["person"], a["note"])

    fields = (
        Field("which", tr("差异"), choices=tuple(words)),
        (Field("outcome", tr("处理结果"), choices=OUTCOMES), Field("person", tr("经办人"), person, required=True)),
        Field("note", tr("理由"), required=True),
    )
    said = tr("带差异锁定：由市级决定先行锁定，差异另行跟踪。已更正：更正后的数字须重新试算并由双方确认。")
    return _open(Ask(parent, tr("处理差异"), said, fields, taken))


def ruling(parent: QWidget, waiting: Sequence[str], month: Month, on: Callable[[str, str, str], object]) -> Ask:
    """Which case may stay 未报 while the month is locked, who rules so and why; ``on`` takes case, person, reason."""
    words = {m: m.split(" ", 1)[0] for m in waiting}
    fields = (
        Field("case", tr("未报的案件"), choices=tuple(words)),
        Field("person", tr("裁定人"), required=True, hint=tr("姓名")),
        Field("reason", tr("理由"), required=True, hint=tr("如 税务系统停机，次月补报")),
    )
    said = tr("裁定后 {month} 可在该案税收未报时锁定；仍列未报，不按零计，报来后列为其后月份的调账。", month=month)
    return _open(Ask(parent, tr("裁定未报"), said, fields, lambda a: on(words[a["case"]], a["person"], a["reason"])))


def adjust(
    parent: QWidget,
    cases: Sequence[Adjustable],
    month: Month,
    person: str,
    on: Callable[[str, Month, tuple[Fen, Fen], str, str, str], object],
    *,
    chosen: str = "",
) -> Ask:
    """Which case, which earlier month, by how much, why and on what evidence; ``on`` takes them with the person.

    The amounts are (tax counted, due) in 分.
    """
    words = {f"{c.case_id}　{c.company}（{short_party(c.payer)}付{short_party(c.receiver)}）": c for c in cases}

    def amounts(a: Answers) -> tuple[Fen, Fen]:
        return _amount(a["counted"]) or 0, _amount(a["due"]) or 0

    def check(a: Answers) -> str:
        about = _month(a["about"])
        if about is None or about >= month:
            return tr("更正月份写作 {example}，早于 {month}", example=month.plus(-1), month=month)
        if any(a[k] and _amount(a[k]) is None for k in ("counted", "due")):
            return tr("金额写作 1234.56 或 -1234.56")
        return "" if any(amounts(a)) else tr("金额不能为零")

    def taken(a: Answers) -> None:
        about = _month(a["about"])
        assert about is not None
        on(words[a["case"]].case_id, about, amounts(a), a["person"], a["reason"], a["evidence"])

    first = next((text for text, c in words.items() if c.case_id == chosen), "")
    fields = (
        Field("case", tr("案件"), first, choices=tuple(words)),
        (
            Field("about", tr("更正月份"), str(month.plus(-1)), required=True),
            Field("due", tr("应得增减（万元）"), required=True, hint="-12.34"),
            Field("counted", tr("计入税收增减（万元，可空）"), hint="-24.68"),
        ),
        Field("reason", tr("理由"), required=True, hint=tr("如 九月退库，税务已更正")),
        (
            Field("evidence", tr("依据"), required=True, hint=tr("文号、凭证号或会议纪要")),
            Field("person", tr("经办人"), person, required=True),
        ),
    )
    said = tr(
        "列入 {month} 的结算，由双方确认后锁定；被更正月份的结算和报送的事实都不改写。人工登记，不计入上限和期次。", month=month
    )
    return _open(Ask(parent, tr("登记调整分录"), said, fields, taken, check=check))


def take_back(parent: QWidget, postings: Sequence[Adjustment], on: Callable[[int, str], object]) -> Ask:
    """Which posting is taken back and why; ``on`` takes its number and the reason."""
    words = {f"{p.name}　{p.case_id} 更正 {p.about}，应得 {wan(p.due_fen)} 万元": p.id for p in postings}
    fields = (Field("which", tr("调整分录"), choices=tuple(words)), Field("reason", tr("理由"), required=True))
    said = tr("撤回后重新试算，该行不再列入。锁定后的调整分录不能撤回，只能另登一笔相反的。")
    return _open(Ask(parent, tr("撤回调整分录"), said, fields, lambda a: on(words[a["which"]], a["reason"])))


def lock(parent: QWidget, section: SharingSection, month: Month, person: str, on: Callable[[str], object]) -> Ask:
    """Lock the month; ``on`` takes the person."""
    said = tr(
        "{n} 笔，应得 {due} 万元，将记入结算账并固定算据。锁定后不再改写；以后的更正、补报、退库列为其后月份的调账。",
        n=len(section.lines),
        due=wan(section.due_fen),
    )
    act = tr("锁定 {month} 结算", month=month)
    return _open(Ask(parent, act, said, (Field("person", tr("经办人"), person, required=True),), lambda a: on(a["person"])))


def _open(dialog: Ask) -> Ask:
    dialog.open()
    return dialog


def _parties(lines: Sequence[LineStatus]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for x in lines for p in (x.line.line.payer, x.line.line.receiver)))


def _in_case(lines: Sequence[LineStatus], a: Answers) -> str:
    """Whether the district is a side of the case."""
    if a["case"] == ALL_CASES:
        return ""
    sides = {p for x in lines if x.line.line.case_id == a["case"] for p in (x.line.line.payer, x.line.line.receiver)}
    return "" if a["party"] in sides else tr("{party}不是这个案件的一方", party=a["party"])


def _month(text: str) -> Month | None:
    try:
        return Month.parse(text)
    except ValueError:
        return None


def _amount(text: str) -> Fen | None:
    """An amount in 万元 as 分; None where nothing, or no amount, is written."""
    try:
        return to_fen(Decimal(text.replace(",", "")), "万元") if text else None
    except (InvalidOperation, ValueError, Refused):
        return None

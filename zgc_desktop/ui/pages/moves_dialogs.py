"""Dialogs of 迁移协调: each is titled by its act and says what follows; none of them can stop a company from moving."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QWidget

from zgc_desktop.domain import credit_code
from zgc_desktop.domain.case_events import ANSWERS
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, to_fen
from zgc_desktop.domain.moves import KINDS, NATURES, BaseYear, Lead, LeadKind, MoveCase
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field, day_of, days_fault
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels.columns import exact_wan
from zgc_desktop.viewmodels.moves import BASE_YEARS, landing_sentence

UNKNOWN = "未定"
Describe = Callable[[str | None, str | None, date | None, date | None, str | None], object]


def from_lead(parent: QWidget, lead: Lead, on: Callable[[str], object]) -> Ask:
    """Open a case from a lead; a double claim does not say who moved, so it asks. ``on`` takes the move-out park."""
    ways = {f"{lead.first.park} → {lead.second.park}": lead.first.park}
    if lead.kind is LeadKind.DOUBLE_CLAIM:
        ways[f"{lead.second.park} → {lead.first.park}"] = lead.second.park
        said = tr("两园都报了 {name}。请按变更登记等材料判定哪一方迁出；立案只开始协调，归属到落地才变。", name=lead.name)
    else:
        said = tr("{name} 上月在{first}、本月在{second}。立案只开始协调，归属到落地才变。",
                  name=lead.name, first=lead.first.park, second=lead.second.park)  # fmt: skip
    field = Field("way", tr("迁出 → 迁入"), choices=tuple(ways))
    return _open(Ask(parent, tr("立案 1 件"), said, (field,), lambda a: on(ways[a["way"]])))


def new_case(parent: QWidget, parks: Sequence[str], on: Callable[[str, str, str, date | None], object]) -> Ask:
    """Open a case by hand; ``on`` takes credit code, both parks and the day (None = today)."""

    def check(a: Answers) -> str:
        if credit_code.fault(credit_code.normalise(a["code"])):
            return tr("信用代码不符合校验规则")
        return tr("迁出与迁入是同一个分园") if a["out"] == a["into"] else days_fault(a, {"day": tr("立案日")})

    fields: tuple[Field | tuple[Field, ...], ...] = (
        Field("code", tr("统一社会信用代码"), required=True, hint=tr("台账中已有的企业")),
        (Field("out", tr("迁出分园"), choices=tuple(parks)), Field("into", tr("迁入分园"), choices=tuple(parks))),
        Field("day", tr("立案日（空为今天，可补登）"), hint="2026-10-15"),
    )
    said = tr("案件从“迁出登记”开始；立案即通知各方，各方在自己栏内答复。")
    return _open(
        Ask(parent, tr("新建案件"), said, fields, lambda a: on(a["code"], a["out"], a["into"], day_of(a["day"])), check=check)
    )


def describe(parent: QWidget, case: MoveCase, on: Describe) -> Ask:
    """What is known of a case; ``on`` takes nature, kind, both days and note, None = as it was."""

    def taken(a: Answers) -> None:
        nature, kind = (None if a[k] == UNKNOWN else a[k] for k in ("nature", "kind"))
        on(nature, kind, day_of(a["registered"]), day_of(a["capacity"]), a["note"] if a["note"] != case.note else None)

    titles = {"registered": tr("变更登记日"), "capacity": tr("达产日")}
    fields: tuple[Field | tuple[Field, ...], ...] = (
        (
            Field("nature", tr("性质"), case.nature, (UNKNOWN, *NATURES)),
            Field("kind", tr("方式"), case.kind, (UNKNOWN, *KINDS)),
        ),
        (
            Field("registered", titles["registered"], str(case.registered_on or ""), hint="2026-10-15"),
            Field("capacity", titles["capacity"], str(case.at_capacity_on or ""), hint="2026-10-15"),
        ),
        Field("note", tr("备注"), case.note),
    )
    said = tr("性质、方式、变更登记日齐后可落地；达产日用于分享起算。留空的日期保持原值。")
    act = tr("补充 {case} 案情", case=case.id)
    return _open(Ask(parent, act, said, fields, taken, check=lambda a: days_fault(a, titles)))


def base(parent: QWidget, case: MoveCase, on: Callable[[tuple[BaseYear, ...]], object]) -> Ask:
    """The local tax of the years before the move, with one source; ``on`` takes the years that are filled in."""
    last = (case.registered_on or case.opened_on).year - 1
    years = tuple(range(last - BASE_YEARS + 1, last + 1))
    known = {b.year: b for b in case.base}
    source = case.base[-1].source if case.base else ""

    def read(a: Mapping[str, str]) -> dict[int, Fen | None]:
        return {y: _amount(a[str(y)]) for y in years if a[str(y)]}

    def check(a: Answers) -> str:
        amounts = read(a)
        if not amounts:
            return tr("还缺：至少一年的金额")
        bad = [str(y) for y, v in amounts.items() if v is None]
        return tr("{years} 年的金额写作 1234.56", years="、".join(bad)) if bad else ""

    def taken(a: Answers) -> None:
        on(tuple(BaseYear(y, v, a["source"]) for y, v in read(a).items() if v is not None))

    amounts = tuple(
        Field(str(y), tr("{y} 年（万元）", y=y), exact_wan(known[y].amount_fen) if y in known else "") for y in years
    )
    fields = (amounts, Field("source", tr("来源（税务证明或案卷页码）"), source, required=True))
    said = tr("迁移前三年的地方税收，按净入库数（缴纳减退库）。用于分享门槛与上限；每年须注明来源。")
    return _open(Ask(parent, tr("登记 {case} 基数", case=case.id), said, fields, taken, check=check))


def say(
    parent: QWidget, case: MoveCase, sides: Mapping[str, str], person: str, on: Callable[[str, str, str, str], object]
) -> Ask:
    """What a side says, in its own lane; ``sides`` maps side to party, ``on`` takes party, answer, person, reason."""
    choices = {f"{side} {party}" if party != side else side: (side, party) for side, party in sides.items()}
    answers = tuple(f"{side}：{answer}" for side in sides for answer in ANSWERS[side])

    def check(a: Answers) -> str:
        side, answer = choices[a["side"]][0], a["answer"].partition("：")
        if answer[0] != side:
            return tr("{side}只能作{what}的意见", side=side, what="、".join(ANSWERS[side]))
        return "" if a["reason"] or answer[2] in ("知悉", "可接收") else tr("还缺：理由")

    def taken(a: Answers) -> None:
        on(choices[a["side"]][1], a["answer"].partition("：")[2], a["person"], a["reason"])

    fields: tuple[Field | tuple[Field, ...], ...] = (
        (Field("side", tr("哪一方"), choices=tuple(choices)), Field("answer", tr("意见"), choices=answers)),
        (Field("person", tr("该方经办人"), required=True, hint=tr("姓名")), Field("reason", tr("理由"))),
    )
    said = tr("各方只在自己栏内答复。迁出方可对分享条款或事实提出异议，列入协调；任何意见都不停止企业迁移。")
    return _open(Ask(parent, tr("记录 {case} 意见", case=case.id), said, fields, taken, check=check))


def land(parent: QWidget, case: MoveCase, on: Callable[[], object]) -> Ask:
    """What landing does, and the act."""
    return _open(Ask(parent, tr("落地 {case}", case=case.id), landing_sentence(case), (), lambda _: on()))


def withdraw(parent: QWidget, case: MoveCase, on: Callable[[str], object]) -> Ask:
    """Withdraw with a reason."""
    said = tr("{name} 的案件不再协调，归属不变；案卷保留。企业确要迁移的，须另立案。", name=case.name)
    field = Field("reason", tr("理由"), required=True, hint=tr("例如：线索不实，企业仅变更通信地址"))
    return _open(Ask(parent, tr("撤回 {case}", case=case.id), said, (field,), lambda a: on(a["reason"])))


def _open(dialog: Ask) -> Ask:
    dialog.open()
    return dialog


def _amount(text: str) -> Fen | None:
    """An amount in 万元 as 分; None where it is no amount."""
    try:
        return to_fen(Decimal(text.replace(",", "")), "万元")
    except (InvalidOperation, ValueError, Refused):
        return None

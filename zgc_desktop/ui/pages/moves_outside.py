"""Cases with a party outside the city on 迁移协调: opened, described, answered, moved on, each with its paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from zgc_desktop.domain import credit_code
from zgc_desktop.domain.moves import KINDS
from zgc_desktop.domain.outside import ANSWERS, DIRECTIONS, NATURES, REGIONS, OutsideCase, OutsideItem, OutsideState
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages import moves_files as files
from zgc_desktop.ui.pages import moves_work as work
from zgc_desktop.ui.pages.moves_acts import MoveActs
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field, day_of, days_fault
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import moves_outside as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

NONE_YET = "未定"
NO_RULE = "不分享"


def _work(do: Callable[[AppContext], object]) -> SessionWork[object]:
    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        return do(ctx)

    return work


class OutsideActs(MoveActs):
    """The acts on whatever case over the border is selected."""

    def outside(self, key: str = "") -> OutsideItem | None:
        """The case of a ticket, of the selected one unless told which."""
        items = self.seen.outside if self.seen is not None else ()
        return next((i for i in items if i.case.number == (key or self._key)), None)

    @writes
    def ask_outside(self) -> None:
        """Open a case with a party outside the city."""
        if self.seen is None:
            return

        def check(a: Answers) -> str:
            if credit_code.fault(credit_code.normalise(a["code"])):
                return tr("信用代码不符合校验规则")
            return days_fault(a, {"day": tr("立案日")})

        fields: tuple[Field | tuple[Field, ...], ...] = (
            (Field("direction", tr("方向"), choices=DIRECTIONS), Field("park", tr("本市分园"), choices=self.seen.parks)),
            (
                Field("place", tr("外省市一方"), required=True, hint=tr("如 河北雄安新区")),
                Field("region", tr("区域"), choices=REGIONS),
            ),
            (
                Field("code", tr("统一社会信用代码"), required=True),
                Field("name", tr("企业名称（台账中有的可不填）")),
            ),
            (Field("nature", tr("性质"), choices=(NONE_YET, *NATURES)), Field("kind", tr("方式"), choices=(NONE_YET, *KINDS))),
            (
                Field("paper", tr("立案依据"), required=True, hint=tr("如 企业函、协议")),
                Field("base", tr("共建基地（没有不填）")),
            ),
            Field("day", tr("立案日（空为今天，可补登）"), hint="2026-10-15"),
        )
        said = tr("另一方不在本市，不能在本系统表态：其意见由来文登记。没有写明依据的分享办法，不计算分享。")
        Ask(self, tr("新建外省市案件"), said, fields, self._open_outside, check=check).open()

    def _open_outside(self, a: Answers) -> None:
        def do(ctx: AppContext) -> object:
            from zgc_desktop.services import outside

            nature, kind = ("" if a[k] == NONE_YET else a[k] for k in ("nature", "kind"))
            day, code = day_of(a["day"]) or ctx.today(), credit_code.normalise(a["code"])
            told = (a["direction"], code, a["name"], a["park"], a["place"], a["region"], day, a["paper"])
            return outside.open_case(ctx, OutsideCase("", *told, nature=nature, kind=kind, base=a["base"]))

        self._start(tr("立案"), _work(do), tr("已立案：{place}", place=a["place"]))

    @writes
    def ask_outside_describe(self) -> None:
        """Add what is known of the case, also the cited rule it shares by."""
        item = self.outside()
        if item is None or self.seen is None:
            self.shell.say(tr("先选一件外省市案件"))
            return
        case = item.case
        titles = {"registered": tr("变更登记日（基地为设立日）"), "capacity": tr("达产日")}
        fields: tuple[Field | tuple[Field, ...], ...] = (
            (
                Field("nature", tr("性质"), case.nature, (NONE_YET, *NATURES)),
                Field("kind", tr("方式"), case.kind, (NONE_YET, *KINDS)),
            ),
            (
                Field("registered", titles["registered"], str(case.registered_on or ""), hint="2026-10-15"),
                Field("capacity", titles["capacity"], str(case.at_capacity_on or ""), hint="2026-10-15"),
            ),
            (
                Field("rule", tr("分享办法"), case.rule, (NO_RULE, *self.seen.rules)),
                Field("rule_paper", tr("适用该办法的依据"), case.rule_paper, hint=tr("如 两地确认的名单文号")),
            ),
            Field("note", tr("备注"), case.note),
        )
        said = tr("性质、方式、变更登记日齐后可落地。分享办法须有出处，且适用于对方所在地；只作试算，不进区际结算。")
        act = tr("补充 {case} 案情", case=case.number)
        Ask(self, act, said, fields, lambda a: self._outside_told(case, a), check=lambda a: days_fault(a, titles)).open()

    def _outside_told(self, case: OutsideCase, a: Answers) -> None:
        told: dict[str, object] = {
            "nature": None if a["nature"] == NONE_YET else a["nature"],
            "kind": None if a["kind"] == NONE_YET else a["kind"],
            "registered_on": day_of(a["registered"]),
            "at_capacity_on": day_of(a["capacity"]),
            "rule": "" if a["rule"] == NO_RULE else a["rule"],
            "rule_paper": a["rule_paper"],
            "note": a["note"],
        }

        def do(ctx: AppContext) -> object:
            from zgc_desktop.services import outside

            return outside.describe(ctx, case.number, **told)

        self._start(tr("补充案情"), _work(do), tr("已补充 {case} 的案情", case=case.number))

    @writes
    def ask_outside_answer(self) -> None:
        """Record what a paper of the other side says."""
        item = self.outside()
        if item is None or self.seen is None:
            self.shell.say(tr("先选一件外省市案件"))
            return
        case, today = item.case, self.seen.today

        def check(a: Answers) -> str:
            if a["answer"] in ("有条件", "对事实有异议") and not a["reason"]:
                return tr("“{answer}”须写明内容", answer=a["answer"])
            return days_fault(a, {"day": tr("日期")})

        fields: tuple[Field | tuple[Field, ...], ...] = (
            (Field("answer", tr("来文意见"), choices=ANSWERS), Field("day", tr("来文日期"), str(today), required=True)),
            Field("paper", tr("来文"), required=True, hint=tr("如 宝坻区政府函")),
            Field("reason", tr("内容")),
        )
        said = tr("照来文登记，不代对方表态；任何答复都不影响企业迁移。")
        act = tr("登记 {place} 的答复", place=case.place)
        Ask(self, act, said, fields, lambda a: self._outside_said(case, a), check=check).open()

    def _outside_said(self, case: OutsideCase, a: Answers) -> None:
        def do(ctx: AppContext) -> object:
            from zgc_desktop.services import outside

            return outside.answer(ctx, case.number, a["answer"], _day(a["day"]), a["paper"], reason=a["reason"])

        self._start(tr("登记答复"), _work(do), tr("已登记 {place}：{answer}", place=case.place, answer=a["answer"]))

    @writes
    def ask_outside_step(self, to: OutsideState | None = None) -> None:
        """Move the case on: the state, its day and the paper; the next one unless told."""
        item = self.outside()
        if item is None or self.seen is None:
            self.shell.say(tr("先选一件外省市案件"))
            return
        forward = (to,) if to is not None else vm.next_states(item)
        if not forward:
            self.shell.say(vm.drop(item, vm.LANE_OF[OutsideState.LANDED]) or tr("没有可推进的步骤"))
            return
        case = item.case
        ending = forward == (OutsideState.WITHDRAWN,)
        fields: tuple[Field | tuple[Field, ...], ...] = (
            (
                Field("to", tr("转为"), choices=tuple(s.value for s in forward)),
                Field("day", tr("日期"), str(self.seen.today), required=True),
            ),
            Field("paper", tr("依据文书"), required=True, hint=tr("如 变更登记通知书")),
            *((Field("reason", tr("撤回理由"), required=True),) if ending else ()),
        )
        said = tr("每一步都有日期和文书。落地后计入与外省市的流向，不改园间归属。")
        act = tr("推进 {case}", case=case.number)
        check = {"day": tr("日期")}
        Ask(self, act, said, fields, lambda a: self._outside_moved(case, a), check=lambda a: days_fault(a, check)).open()

    def _outside_moved(self, case: OutsideCase, a: Answers) -> None:
        def do(ctx: AppContext) -> object:
            from zgc_desktop.services import outside

            return outside.advance(ctx, case.number, a["to"], _day(a["day"]), a["paper"], reason=a.get("reason", ""))

        self._start(tr("推进"), _work(do), tr("{case} 已转{state}", case=case.number, state=a["to"]))

    @writes
    def attach_outside(self, dropped: Sequence[Path] = ()) -> None:
        """Keep files with the case: those dropped on it, else those chosen now."""
        item = self.outside()
        if item is None:
            self.shell.say(tr("先选一件外省市案件"))
            return
        number = item.case.number
        chosen = [Path(f) for f in (dropped or QFileDialog.getOpenFileNames(self, tr("附到 {case}", case=number))[0])]
        told: list[tuple[Path, str]] = []

        def take(file: Path, about: str) -> None:
            told.append((file, about))
            if len(told) == len(chosen):
                self._start(
                    tr("附文件"), work.attach(number, tuple(told)), tr("已附 {n} 个文件到 {case}", n=len(told), case=number)
                )

        if chosen:
            files.attach(self, number, chosen, take)

    @writes
    def ask_agenda(self) -> None:
        """列入题单: the selected case over the border too."""
        item, month = self.outside(), self.shell.month
        if item is None or month is None:
            super().ask_agenda()
        else:
            self.ask_agenda_of(month, item.case.number, item.case.name)

    def fill_outside_menu(self, menu: QMenu, item: OutsideItem) -> None:
        """Everything that can be done with the case."""
        forward = vm.next_states(item)
        if forward:
            menu.addAction(tr("推进…"), self.ask_outside_step)
        if item.case.state in vm.LANE_OF and item.case.state is not OutsideState.LANDED:
            menu.addAction(tr("撤回…"), partial(self.ask_outside_step, OutsideState.WITHDRAWN))
        if item.case.state in vm.LANE_OF:
            menu.addAction(tr("登记对方答复…"), self.ask_outside_answer)
            menu.addAction(tr("补充案情…"), self.ask_outside_describe)
        menu.addAction(tr("加附件…"), self.attach_outside)
        menu.addAction(tr("列入题单…（T）"), self.ask_agenda)
        menu.addAction(tr("复制案情摘要"), lambda: self._copy_outside(item))

    def _copy_outside(self, item: OutsideItem) -> None:
        QGuiApplication.clipboard().setText(vm.summary(item))
        self.shell.say(tr("已复制案情摘要"))

    def outside_acts(self) -> dict[str, Callable[[], Any]]:
        """What the case's card offers, by key."""
        return {
            "answer": self.ask_outside_answer,
            "describe": self.ask_outside_describe,
            "attach": self.attach_outside,
            "step": self.ask_outside_step,
            "company": self._outside_company,
        }

    def _outside_company(self) -> None:
        item = self.outside()
        if item is not None:
            self.shell.go("companies", item.case.credit_code)


def _day(text: str) -> date:
    day = day_of(text)
    assert day is not None  # the dialog lets nothing else through
    return day

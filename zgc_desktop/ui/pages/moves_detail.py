"""Below the board: the selected case with its three lanes of facts and what it still needs, or a lead with both its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from zgc_desktop.domain.case_events import ATTACHED, CITY, INTO, OUT
from zgc_desktop.domain.moves import CaseState, Lead, LeadKind, MoveCase
from zgc_desktop.domain.outside import OutsideItem
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import Button, ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import FLAT, Item, box, clear, col, row, set_role
from zgc_desktop.ui.widgets.marks import Badge, MarkSign
from zgc_desktop.viewmodels import moves as vm
from zgc_desktop.viewmodels import moves_outside as out_vm

if TYPE_CHECKING:
    from zgc_desktop.services.case_record import History
    from zgc_desktop.services.case_record import Lane as Side

HEIGHT = 232
FACTS = 4


@dataclass(frozen=True, slots=True)
class Acts:
    """What can be done from here; each asks before it writes."""

    say: Callable[[], object]
    describe: Callable[[], object]
    base: Callable[[], object]
    withdraw: Callable[[], object]
    advance: Callable[[], object]
    land: Callable[[], object]
    open_lead: Callable[[], object]
    history: Callable[[], object]
    event: Callable[[], object]
    attach: Callable[[], object]
    files: Callable[[], object]
    slip: Callable[[], object]
    company: Callable[[], object]
    shares: Callable[[], object]
    outside: Mapping[str, Callable[[], object]]
    """The acts of a case with a party outside the city, by key."""


class Detail(QFrame):
    """The selected thing of the board."""

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        set_role(self, "card")
        self.setMinimumHeight(HEIGHT)
        self._acts = acts
        self.buttons: dict[str, Button] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*FLAT)
        self.show_nothing()

    def show_nothing(self, on_new: Callable[[], object] | None = None) -> None:
        """Nothing is selected; ``on_new``: there is nothing that could be, and this opens the first case."""
        self._fresh()
        if on_new is not None:
            said = tr("双重主张和疑似迁移会自动出现在“线索”。")
            self._layout.addWidget(empty_state(tr("没有案件"), said, act=tr("新建案件…"), on_act=on_new))
            self.setAccessibleName(said)
            return
        hint = label(tr("选一件案件查看案情。在看板上，方向键在卡片间移动，M 打开“移动到…”。"), "sub")
        self._layout.addWidget(box(col(None, row(None, hint, None), None)))
        self.setAccessibleName(hint.text())

    def show_lead(self, lead: Lead) -> None:
        """A lead: both cells that claim the company."""
        self._fresh()
        about = tr("两园同月都报了这家企业，谁迁出须由人判定") if lead.kind is LeadKind.DOUBLE_CLAIM else tr(
            "上月在迁出园、本月出现在另一园，未见登记"
        )  # fmt: skip
        head = row(
            label(lead.kind.word, "h3"), _name(lead.name), label(lead.credit_code, "note"), None,
            self._button("company", tr("企业卡片"), self._acts.company, "link"), gap=12,
        )  # fmt: skip
        sides = [_facts_box(lead.first.park, None, vm.source_facts(lead.first), wide=True)]
        sides.append(_facts_box(lead.second.park, None, vm.source_facts(lead.second), wide=True))
        act = self._button("open_lead", tr("立案…"), self._acts.open_lead, "primary")
        done = label(tr("已立案 {case}", case=lead.case_id), "note") if lead.case_id else None
        act.setEnabled(not lead.case_id)
        foot: list[Item] = [label(about, "note"), None, *([done] if done is not None else []), act]
        self._put(head, row(*((s, 1) for s in sides), gap=24), foot)
        self.setAccessibleName(f"{lead.kind.word} {lead.name}")

    def show_case(self, case: MoveCase, history: History) -> None:
        """A case: three lanes of facts, its needs, and the next step."""
        self._fresh()
        head_items: list[Item] = [label(case.id, "h3"), _name(case.name), label(f"{case.from_park} → {case.to_park}", "note")]
        head_items += [None, Badge("tag", case.state.value)]
        if case.nature:
            head_items.append(Badge("tag", case.nature))
        kept = sum(1 for e in history.events if e.kind == ATTACHED)
        head_items.append(self._button("files", tr("附件 {n}", n=kept), self._acts.files, "link"))
        head_items.append(self._button("history", tr("历史"), self._acts.history, "link"))
        head_items.append(self._button("slip", tr("案卷回执"), self._acts.slip, "link"))
        head_items.append(self._button("company", tr("企业卡片"), self._acts.company, "link"))
        if case.state is CaseState.SHARING:
            head_items.append(self._button("shares", tr("看分享"), self._acts.shares, "link"))
        by_side = {x.side: x for x in history.lanes}
        titles = {OUT: f"{OUT} {case.from_park}", INTO: f"{INTO} {case.to_park}", CITY: tr("市级统筹")}
        sides: list[Item] = []
        for side, title in titles.items():
            told = vm.facts(side, case, [p for p in history.positions if p.answer != "未答复"])
            sides.append(
                (
                    _facts_box(
                        title,
                        _answer(by_side.get(side), asked=side != CITY or not vm.not_begun(case)),
                        told,
                        nothing=vm.NOTHING_YET.get(side, ""),
                    ),
                    3,
                )
            )
        sides.append((_needs_box(vm.needs(case)), 2))
        self._put(row(*head_items, gap=12), row(*sides, gap=20), [label(vm.LAW, "note"), None, *self._case_buttons(case)])
        self.setAccessibleName(f"{case.id} {case.name} {case.state.value}")

    def show_outside(self, item: OutsideItem) -> None:
        """A case with a party outside the city: its course, the other side's papers, its needs."""
        self._fresh()
        case, acts = item.case, self._acts.outside
        head: list[Item] = [label(case.number, "h3"), _name(case.name), label(case.route, "note"), None]
        head += [Badge("tag", case.direction), Badge("tag", case.state.value)]
        if item.notice:
            head.insert(3, Badge("warn", item.notice))
        head.append(self._button("company", tr("企业卡片"), acts["company"], "link"))
        course = _facts_box(tr("经过 {park}", park=case.park), None, out_vm.course(item))
        theirs = _facts_box(
            tr("对方 {place}", place=case.place), Badge(*out_vm.answer_badge(item)), out_vm.answers(item),
            nothing=tr("尚无来文。逾期记为未答复，不影响迁移。"),
        )  # fmt: skip
        forward = out_vm.next_states(item)
        foot: list[Item] = [label(item.sharing, "note"), None]
        if case.state in out_vm.LANE_OF:
            foot += [
                self._button("attach", tr("加附件…"), acts["attach"]),
                self._button("answer", tr("登记对方答复…"), acts["answer"]),
                self._button("describe", tr("补充案情…"), acts["describe"], "primary" if case.missing else ""),
            ]
        if forward:
            word = tr("转{state}…", state=forward[-1].value)
            foot.append(self._button("step", word, acts["step"], "" if case.missing else "primary"))
        self._put(row(*head, gap=12), row((course, 3), (theirs, 3), (_needs_box(out_vm.needs(item)), 2), gap=20), foot)
        self.setAccessibleName(f"{case.number} {case.name} {case.state.value}")

    def _case_buttons(self, case: MoveCase) -> list[Item]:
        """The acts of a case; the next step is the primary one, and what cannot be done yet says what is missing."""
        if case.state in (CaseState.WITHDRAWN, CaseState.CLOSED):
            return [label(case.note, "note")] if case.note else []
        under_way = case.state in vm.UNDER_WAY
        lacking, forward = vm.lacks(case), vm.next_state(case)
        items: list[Item] = [
            self._button("attach", tr("加附件…"), self._acts.attach),
            self._button("say", tr("记录意见…"), self._acts.say),
            self._button("base", tr("登记基数…"), self._acts.base),
            self._button("describe", tr("补充案情…"), self._acts.describe, "primary" if under_way and lacking else ""),
        ]
        if not under_way:
            items.insert(0, self._button("event", tr("登记事件…"), self._acts.event))
        if under_way:
            items.insert(0, self._button("withdraw", tr("撤回…"), self._acts.withdraw))
            if forward is not None:
                items.append(self._button("advance", tr("转{state}", state=forward.value), self._acts.advance))
            land = self._button("land", tr("落地…"), self._acts.land, "" if lacking else "primary")
            land.setEnabled(not lacking)
            land.setToolTip(tr("还缺{what}", what="、".join(lacking)) if lacking else "")
            if lacking:
                items.append(label(tr("落地还缺{what}", what="、".join(lacking)), "note"))
            items.append(land)
        return items

    def _fresh(self) -> None:
        self.buttons = {}
        clear(self._layout)

    def _button(self, key: str, text: str, do: Callable[[], object], role: str = "") -> Button:
        made = button(text, do, role=role)
        self.buttons[key] = made
        return made

    def _put(self, head: Item, middle: Item, foot: Sequence[Item]) -> None:
        self._layout.addLayout(col(head, middle, None, row(*foot, gap=8), gap=8, margins=(16, 10, 16, 10)))


def _name(text: str) -> QWidget:
    made = ElidedLabel(text, "h3")
    made.setMinimumWidth(120)
    made.setMaximumWidth(360)
    return made


def _answer(side: Side | None, *, asked: bool) -> Badge | None:
    if side is None:
        return None
    if side.said is None and not asked:
        return Badge("tag", tr("未开始"))
    return Badge(*vm.answer_badge(side.said.answer if side.said is not None else "", side.word, side.due))


def _facts_box(title: str, badge: Badge | None, told: Sequence[vm.Fact], *, nothing: str = "", wide: bool = False) -> QFrame:
    head: list[Item] = [label(title, "h3"), *([badge] if badge is not None else []), None]
    items: list[Item] = [row(*head, gap=8)]
    for day, words in told[-FACTS:]:
        when = label(day, "note")
        when.setFixedWidth(64 if wide else 40)
        items.append(row(when, (ElidedLabel(words), 1), gap=8))
    if not told and nothing:
        items.append(label(nothing, "sub", wrap=True))
    if len(told) > FACTS:
        items.append(label(tr("更早的 {n} 条见历史", n=len(told) - FACTS), "note"))
    return box(col(*items, None, gap=4))


def _needs_box(listed: Sequence[vm.Need]) -> QFrame:
    there = sum(1 for n in listed if n.there)
    items: list[Item] = [row(label(tr("必备案情"), "h3"), label(f"{there} / {len(listed)}", "note"), None, gap=8)]
    for need in listed:
        sign = MarkSign("pass" if need.there else "none")
        value = ElidedLabel(need.value or tr("未登记"), "note")
        items.append(row(sign, label(need.name), (value, 1), gap=6))
    return box(col(*items, None, gap=2))

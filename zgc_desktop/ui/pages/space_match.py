"""供需匹配 in 组团空间: who wrote that it wishes to move, where it fits best and why; people pin, forbid and hand on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from zgc_desktop.domain.matching import PinKind, Proposed
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field, day_of
from zgc_desktop.ui.pages.rules_parts import fact
from zgc_desktop.ui.pages.space_parts import TitledCard
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import INSIDE, Item, box, col, lay, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import space_match as vm

OnPin = Callable[[str, str, PinKind, str], object]


class MatchTab(QWidget):
    """Proposals above, the chosen one's reasons below; wishes and room are registered from here."""

    def __init__(
        self,
        on_open: Callable[[object], object],
        on_solve: Callable[[], object],
        on_pin: OnPin,
        on_leads: Callable[[tuple[str, ...]], object],
        on_wish: Callable[[str, date, str, int | None], object],
        on_room: Callable[[str, int, str], object],
    ) -> None:
        super().__init__()
        self._on_pin, self._on_leads, self._on_wish, self._on_room = on_pin, on_leads, on_wish, on_room
        self.month: Month | None = None
        self.clusters: tuple[str, ...] = ()
        self.table: DataTable[Proposed] = DataTable(vm.MATCH_COLUMNS, lambda p: p.wish.credit_code, name=tr("供需匹配"))
        self.table.current_changed.connect(lambda _: self._follow())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.table.opened.connect(on_open)
        self._note = ElidedLabel("", "note")
        self.wish = button(tr("登记意向…"), self._ask_wish, role="small")
        self.room = button(tr("登记空间…"), self._ask_room, role="small")
        head = box(row(label(tr("供需匹配"), "h3"), (self._note, 1), self.wish, self.room, margins=(16, 0, 12, 0)), height=44)
        self._empty = empty_state(tr("没有可匹配的企业"), tr("只匹配有书面意向的企业；先登记意向和组团可用空间。"))
        self.pin = button(tr("固定…"), partial(self._ask_pin, PinKind.PIN), icon_name="pin")
        self.forbid = button(tr("禁止…"), partial(self._ask_pin, PinKind.FORBID))
        self.leads = button(tr("转线索"), self._make_leads)
        self.solve = button(tr("重新求解"), on_solve, icon_name="refresh")
        foot = box(row(self.pin, self.forbid, self.leads, None, self.solve, margins=(16, 0, 12, 0)), height=52)
        upper = box(col(head, (TablePane(self.table, empty=self._empty), 1), foot, gap=0, margins=INSIDE), "card")
        upper.setMinimumHeight(320)
        self.detail = TitledCard()
        self.detail.setFixedHeight(220)
        lay(self, col((upper, 1), self.detail, gap=12))

    def show_match(self, view: vm.MatchView, month: Month | None, clusters: Sequence[str]) -> None:
        """Show a month's matching, or what it lacks."""
        self.month, self.clusters = month, tuple(clusters)
        self._note.setText(vm.score_sentence(view) or view.why_not)
        self.table.set_rows(view.proposed)
        for each in (self.wish, self.room):
            each.setEnabled(month is not None)
        if self.table.current_key() is None and view.proposed:
            self.table.select_key(view.proposed[0].wish.credit_code)
        self._follow()

    def _chosen(self) -> tuple[Proposed, ...]:
        keys = self.table.selected_keys() or [self.table.current_key()]
        return tuple(p for p in self.table.table.rows if p.wish.credit_code in keys)

    def _follow(self) -> None:
        chosen = self._chosen()
        one = chosen[0] if len(chosen) == 1 else None
        self.pin.setEnabled(one is not None)
        self.forbid.setEnabled(one is not None)
        movable = [p for p in chosen if p.option is not None and p.option.cluster]
        self.leads.setEnabled(bool(movable))
        self.leads.setText(tr("转线索 {n} 件", n=len(movable)) if len(movable) > 1 else tr("转线索"))
        self.detail.setVisible(bool(chosen))
        if chosen:
            self._explain(chosen[0])

    def _explain(self, p: Proposed) -> None:
        self.detail.say(p.wish.name or p.wish.credit_code, f"{p.wish.park}　{p.wish.industry or tr('产业未填')}")
        items: list[Item] = [fact(tr("建议"), vm.suggestion(p)), fact(tr("理由"), p.why)]
        if p.option is not None:
            items.append(fact(tr("得分"), tr("{n} 分：{parts}", n=p.option.score, parts="；".join(p.option.parts))))
        if p.second is not None:
            items.append(fact(tr("次选"), f"{p.second.label}：{p.why_not_second}"))
        items += [fact(tr("可改变"), said) for said in p.changes]
        self.detail.fill(*items, None)

    # ---- acting ---------------------------------------------------------------------------------------------------------

    @writes
    def _ask_pin(self, kind: PinKind) -> None:
        (p,) = self._chosen()
        code = p.wish.credit_code
        stay = tr("留在原址")
        fields = (
            Field("cluster", tr("组团"), value=vm.suggestion(p), choices=(*self.clusters, stay)),
            Field("reason", tr("理由"), required=True),
        )
        said = tr("{name}：重新求解时照此办理；可撤回。", name=p.wish.name or code)

        def taken(a: Answers) -> None:
            self._on_pin(code, "" if a["cluster"] == stay else a["cluster"], kind, a["reason"])

        Ask(self, f"{kind.value} 1 项", said, fields, taken).open()

    @writes
    def _make_leads(self) -> None:
        self._on_leads(tuple(p.wish.credit_code for p in self._chosen() if p.option is not None and p.option.cluster))

    @writes
    def _ask_wish(self) -> None:
        fields: tuple[Field | tuple[Field, ...], ...] = (
            Field("code", tr("统一社会信用代码"), required=True, hint=tr("台账中已有的企业")),
            Field("paper", tr("书面意向的文件"), required=True, hint=tr("文件名或文号")),
            (Field("day", tr("落款日期"), hint="2026-10-15", required=True), Field("need", tr("需地（平方米，可空）"))),
        )

        def check(a: Answers) -> str:
            if day_of(a["day"]) is None:
                return tr("日期写作 2026-10-15")
            return "" if not a["need"] or a["need"].isdecimal() else tr("需地写作整数平方米")

        def taken(a: Answers) -> None:
            day = day_of(a["day"])
            assert day is not None
            self._on_wish(a["code"], day, a["paper"], int(a["need"]) if a["need"] else None)

        Ask(self, tr("登记意向 1 家"), tr("只登记有书面意向的企业；再登记的替代前一份。"), fields, taken, check=check).open()

    @writes
    def _ask_room(self) -> None:
        fields = (
            Field("cluster", tr("组团"), choices=self.clusters),
            Field("free", tr("可用空间（平方米）"), required=True),
            Field("source", tr("数据来源"), required=True, hint=tr("例如：园方 2026-10 空间台账")),
        )

        def check(a: Answers) -> str:
            return "" if a["free"].isdecimal() else tr("可用空间写作整数平方米")

        def taken(a: Answers) -> None:
            self._on_room(a["cluster"], int(a["free"]), a["source"])

        said = tr("登记到 {month}；以后再登记的替代前一次。", month=self.month)
        Ask(self, tr("登记空间 1 个组团"), said, fields, taken, check=check).open()

"""各区变化 as a picture: what each district gains or loses under one or two plans; a click shows its cases alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from zgc_desktop.domain.what_if import Simulation
from zgc_desktop.figures.paired import paired_bars
from zgc_desktop.figures.scene import Scene
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, card, label
from zgc_desktop.ui.widgets.layout import box, col, lay, row
from zgc_desktop.viewmodels import sharing_what_if as vm
from zgc_desktop.viewmodels.sharing import short_party

LEAST = 176


class ChangePicture(QFrame):
    """The bars in a card of its own; ``chosen`` tells the district whose cases are asked for, "" for all."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.view = SceneView()
        self.view.clicked.connect(lambda key: self.choose(str(key[0])))
        self.said = label("", "note")
        self.every = button(tr("看全部案件"), lambda: self.choose(""), role="link")
        self.nothing = label(tr("各区收付都不变"), "sub")
        inner = box(col(self.nothing, self.view, None, gap=0, margins=(16, 4, 16, 12)))
        tools = row(self.said, self.every, gap=8)
        lay(
            self, col(card(tr("各区变化"), inner, note=tr("万元，与现行相比；点一条只看该区的案件"), tools=[box(tools)]), gap=0)
        )
        self.setMinimumHeight(LEAST)
        self._mark("")

    def show_plans(self, found: Sequence[Simulation], names: Sequence[str]) -> None:
        """Show the changes under one or two simulations; names are said above where there are two."""
        pairs = vm.change_pairs(found)
        self.nothing.setVisible(not pairs)
        self.view.setVisible(bool(pairs))

        def lay_out(width: float, _height: float) -> Scene:
            return paired_bars(pairs, names, width, unit=tr("万元"))

        self.view.show_layout(lay_out)
        self.view.setFixedHeight(int(lay_out(400.0, 0.0).height) + 1)
        self._mark("")

    def choose(self, party: str) -> None:
        """Ask for a district's cases, or for all."""
        self._mark(party)
        self.chosen.emit(party)

    def _mark(self, party: str) -> None:
        self.said.setText(tr("只看{party}的案件", party=short_party(party)) if party else "")
        self.every.setVisible(bool(party))

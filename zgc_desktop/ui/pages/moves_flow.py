"""流向 in 迁移协调: cases from park to park as a grid; hovering says which, a click lists them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from zgc_desktop.domain.moves import MoveCase
from zgc_desktop.figures.grids import heat_grid
from zgc_desktop.figures.scene import Scene
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import card, label
from zgc_desktop.ui.widgets.layout import col, lay
from zgc_desktop.viewmodels import moves_flow as vm
from zgc_desktop.viewmodels.moves import short_park


class FlowView(QFrame):
    """The grid in a card; ``on_direction`` is told the two parks of a clicked cell."""

    def __init__(self, on_direction: Callable[[str, str], object]) -> None:
        super().__init__()
        self.view = SceneView()
        self.view.clicked.connect(lambda key: on_direction(str(key[0]), str(key[1])))
        self.said = label("", "note")
        made = card(
            tr("流向"),
            col(self.view, None),
            note=tr("案件数，行迁出、列迁入；点一格列出案件"),
            tools=[self.said],
            body_margins=(16, 4, 16, 14),
        )
        lay(self, col(made, gap=0))

    def show_cases(self, cases: Sequence[MoveCase], parks: Sequence[str]) -> None:
        """Show where companies go."""
        rows, names = vm.grid(cases, parks), [short_park(p) for p in parks]
        said = vm.sentence(cases, parks)
        self.said.setText(said)

        def lay_out(width: float, _height: float) -> Scene:
            return heat_grid(names, rows, width, corner=tr("迁出 ＼ 迁入"), alt=said)

        self.view.show_layout(lay_out)
        self.view.setFixedHeight(int(lay_out(900.0, 0.0).height) + 1)

"""走势 in 组团空间: the focus share of every cluster as little lines, and one cluster's twelve months with their rows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from zgc_desktop.figures.lines import line_chart
from zgc_desktop.figures.multiples import small_multiples
from zgc_desktop.figures.scene import Scene, Text
from zgc_desktop.ui.pages.space_parts import ScrollingPart
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, card, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, lay, row
from zgc_desktop.viewmodels import space_trend as vm

RIGHT_W, CHART_H = 540, 220


def nothing(width: float, height: float) -> Scene:
    """The picture of a cluster whose park has not reported."""
    said = tr("这些月份没有入库")
    return Scene(width, height, (Text(width / 2, height / 2, said, anchor="middle", fill="text3"),), said)


class TrendTab(QWidget):
    """A click on a little line shows that cluster at right; a click on a month's dot finds its row."""

    def __init__(self) -> None:
        super().__init__()
        self.trend: vm.Trend | None = None
        self.chosen = ""
        self.smalls, self.lines = SceneView(), SceneView(height=CHART_H)
        self.smalls.clicked.connect(lambda key: self.choose(key[0]) if key else None)
        self.lines.clicked.connect(self._find_month)
        self.table: DataTable[vm.MonthLine] = DataTable(vm.TREND_COLUMNS, lambda x: str(x.month), name=tr("逐月"))
        self._note, self._name = ElidedLabel("", "note"), label("", "h3")
        head = box(row(label(tr("定位内占比"), "h3"), (self._note, 1), margins=(16, 0, 16, 0)), height=44)
        holder = box(col(self.smalls, None, margins=(16, 0, 8, 12)))
        left = box(col(head, (ScrollingPart(holder), 1), gap=0, margins=INSIDE), "card")
        top = box(row(self._name, label(tr("企业数，近 12 个月"), "note"), None, margins=(16, 0, 16, 0)), height=44)
        chart = box(col(self.lines, margins=(16, 0, 16, 8)))
        above = box(col(top, chart, gap=0, margins=INSIDE), "card")
        right = box(col(above, (card(tr("逐月"), self.table), 1), gap=12), width=RIGHT_W)
        lay(self, row((left, 1), right, gap=12))

    def show_trend(self, trend: vm.Trend) -> None:
        """Show the months up to the chosen one."""
        self.trend = trend
        span = f"{trend.months[0]} — {trend.months[-1]}" if trend.months else ""
        self._note.setText(tr("{span}，各组团同一时段；点一格看该组团", span=span) if span else tr("还没有入库的月份"))
        self.choose(self.chosen if self.chosen in trend.parks else next(iter(trend.parks), ""))

    def choose(self, name: str) -> None:
        """Show one cluster."""
        if self.trend is None or not name:
            return
        self.chosen = name
        cells, lines = vm.smalls(self.trend), self.trend.lines(name)
        columns, series = vm.chart(lines)
        rules = vm.ticks(lines)

        def lay_out(width: float, _height: float) -> Scene:
            return small_multiples(cells, width, chosen=name)

        def lay_out_line(width: float, height: float) -> Scene:
            return line_chart(columns, (series,), width, height, ticks=rules) if rules else nothing(width, height)

        self.smalls.setMinimumHeight(int(small_multiples(cells, max(300.0, self.smalls.width())).height))
        self.smalls.show_layout(lay_out)
        self.lines.show_layout(lay_out_line)
        self._name.setText(tr("{name}组团", name=name.removesuffix("组团")))
        self.table.set_rows(tuple(reversed(lines)))

    def _find_month(self, key: object) -> None:
        if isinstance(key, tuple) and key:
            self.table.select_key(f"20{key[-1]}")

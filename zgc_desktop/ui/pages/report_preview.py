"""A PDF shown inside a page: pages, zoom, and where one is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QObject, QPointF, QSizeF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame

from zgc_desktop.ui import theme
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, icon_button, label
from zgc_desktop.ui.widgets.layout import INSIDE, Item, box, col, lay, row, rule, set_role
from zgc_desktop.viewmodels.reports import page_words

ZOOM_STEP = 1.25
ZOOM_LEAST, ZOOM_MOST = 0.3, 4.0


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF read whole, with what is asked of it while it is shown: any question to it waits for the page being drawn."""

    document: QPdfDocument
    sizes: tuple[QSizeF, ...] = ()
    """Width and height of each page, points."""
    keywords: str = ""
    """The keywords written in the document: our reports carry their fingerprint there."""
    is_broken: bool = False
    """Whether it is no PDF that can be read."""


def opened(content: bytes) -> Opened:
    """A PDF read and its pages measured, for a worker: in the window that would take a moment for every page.

    The document holds the bytes itself, so that the file can be replaced while it is shown, and belongs to the window's
    thread.
    """
    document = QPdfDocument()
    buffer = QBuffer(document)  # owns its bytes: one made over a QByteArray points into it
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    sizes = tuple(document.pagePointSize(page) for page in range(document.pageCount()))
    keywords = str(document.metaData(QPdfDocument.MetaDataField.Keywords) or "")
    window = QCoreApplication.instance()
    if window is not None:
        document.moveToThread(window.thread())
    return Opened(document, sizes, keywords, document.error() != QPdfDocument.Error.None_)


class PdfPreview(QFrame):
    """The document as it will be printed."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self.shown = Opened(QPdfDocument(self))
        self.view = QPdfView(self)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setDocument(self.shown.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(tr("月报预览"))
        self.page = label("", "note")
        self.zoom = label("", "note", align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.zoom.setFixedWidth(48)  # as the figure changes, nothing beside it moves
        back = icon_button("up", tr("上一页"), lambda: self.turn(-1))
        forward = icon_button("down", tr("下一页"), lambda: self.turn(1))
        smaller, larger = button("-", lambda: self.scale(1 / ZOOM_STEP), role="small"), button("+", self.enlarge, role="small")
        smaller.setAccessibleName(tr("缩小"))
        larger.setAccessibleName(tr("放大"))
        fit = button(tr("适合宽度"), self.fit_width, role="small")
        whole = button(tr("整页"), self.fit_page, role="small")
        head: list[Item] = [label(tr("预览"), "h3"), self.page, None, back, forward, 8, self.zoom, smaller, larger, fit, whole]
        top = box(row(*head, gap=6, margins=(16, 0, 12, 0)), height=44)
        lay(self, col(top, rule(), (self.view, 1), gap=0, margins=INSIDE))
        self.view.pageNavigator().currentPageChanged.connect(self._moved)  # bound: ends with this frame
        self.view.zoomFactorChanged.connect(self._moved)
        self.view.viewport().installEventFilter(self)
        self._dress()

    def show_pdf(self, shown: Opened) -> None:
        """Show a document in the place of the one before, at the same page."""
        before, page = self.shown.document, self.view.pageNavigator().currentPage()
        if shown.document is before:
            return
        shown.document.setParent(self)
        self.shown = shown
        self.view.setDocument(shown.document)
        before.deleteLater()
        if 0 < page < len(shown.sizes):
            self.view.pageNavigator().jump(page, QPointF())
        self._say_where()

    def turn(self, pages: int) -> None:
        """Go some pages on or back."""
        wanted = self.view.pageNavigator().currentPage() + pages
        if 0 <= wanted < len(self.shown.sizes):
            self.view.pageNavigator().jump(wanted, QPointF())

    def enlarge(self) -> None:
        """One step closer."""
        self.scale(ZOOM_STEP)

    def scale(self, by: float) -> None:
        """Zoom from what is shown now."""
        now = self._shown_zoom()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(ZOOM_MOST, max(ZOOM_LEAST, now * by)))
        self._say_where()

    def fit_width(self) -> None:
        """As wide as the view."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._say_where()

    def fit_page(self) -> None:
        """A whole page at once."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._say_where()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What fits is known when the view has its size; this frame has its own before that."""
        if event.type() == QEvent.Type.Resize and watched is self.view.viewport():
            self._say_where()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        """The view paints its ground with a colour role of its own."""
        palette = self.view.palette()
        if palette.color(QPalette.ColorRole.Dark) != theme.colour("rail"):
            palette.setColor(QPalette.ColorRole.Dark, theme.colour("rail"))
            self.view.setPalette(palette)

    def _shown_zoom(self) -> float:
        """QPdfView keeps its factor while it fits: what is shown follows from the width of the page."""
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or not self.shown.sizes:
            return self.view.zoomFactor()
        points = self.shown.sizes[max(0, self.view.pageNavigator().currentPage())]
        margins = self.view.documentMargins()
        room_w = self.view.viewport().width() - margins.left() - margins.right()
        room_h = self.view.viewport().height() - self.view.pageSpacing()
        dots = self.view.logicalDpiX() / 72
        wide = room_w / (points.width() * dots)
        if self.view.zoomMode() == QPdfView.ZoomMode.FitInView:
            return min(wide, room_h / (points.height() * dots))
        return wide

    def _moved(self, _to: object) -> None:
        self._say_where()

    def _say_where(self) -> None:
        self.page.setText(page_words(self.view.pageNavigator().currentPage() + 1, len(self.shown.sizes)))
        self.zoom.setText(f"{round(self._shown_zoom() * 100)} %" if self.shown.sizes else "")

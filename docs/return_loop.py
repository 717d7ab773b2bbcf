"""Pictures of the return loop for the guide: receive, issues, a decision, the returned workbook, its answer, accepting.

Run by ``docs/make_pictures.py``. One invented park, its real file, the real services and pages; LibreOffice shows the workbook.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QPushButton

from reports.template_xlsx import write_template
from zgc_desktop import bootstrap
from zgc_desktop.domain.credit_code import check_character
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept, decide, receive, send_back
from zgc_desktop.services.context import AppContext
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import Operations
from zgc_desktop.ui.pages.checks import ChecksPage
from zgc_desktop.ui.pages.intake import IntakePage
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window

PARK, SEPTEMBER, OCTOBER = "昌平园", Month(2026, 9), Month(2026, 10)
NAMES = ("衡岳智造", "知远数联", "槿蘅新材", "砚川机器人", "岑原生物", "沅霁环境", "榆关精密", "洛栖软件")
FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
WINDOW = QSize(1440, 900)
Settle = Callable[[Callable[[], bool]], None]


def _code(n: int) -> str:
    body = f"91110114MA{n * 7919 + 1_000_003:07d}"
    return body + check_character(body)


def _park_file(ctx: AppContext, folder: Path, month: Month) -> Path:
    """The park's template filled in."""
    industries = list(ctx.catalogue.industries)
    roster = [
        {
            "credit_code": _code(n), "name": f"北京{name}科技有限公司", "registered_address": f"北京市昌平区知行街 {n + 1} 号",
            "industry": industries[n % len(industries)], "founded_on": date(2015 + n, 3, 8), "employees": 40 + 11 * n,
            "revenue_fen": 123_456_700 + 20_000_000 * n, "rd_fen": 8_000_000 + 100_000 * n, "status": "在营",
        }
        for n, name in enumerate(NAMES)
    ]  # fmt: skip
    tax = []
    for n, line in enumerate(roster):
        parts = {"vat_fen": 1_234_567 + n + 1_000 * month.month, "cit_fen": 765_433, "other_fen": 1_000}
        tax.append({"credit_code": line["credit_code"], "name": line["name"], **parts, "total_fen": sum(parts.values())})
    return write_template(
        folder / f"中关村月报_{PARK}_{month}.xlsx",
        park=PARK,
        month=month,
        clusters=[c.name for c in ctx.catalogue.clusters_of(PARK)],
        industries=industries,
        parks=list(ctx.catalogue.parks),
        rows={"enterprise": roster, "tax": tax},
    )


def _spoil(path: Path) -> None:
    """What offices do: 元 in a column of 万元, a text for a figure, a name left out, a wrong code, a sum that is off."""
    book = load_workbook(path)
    roster, tax = book["企业"], book["税收"]
    column = {str(c.value): c.column_letter for c in roster[5]}
    revenue = column["revenue_fen"]
    roster[f"{revenue}6"] = float(roster[f"{revenue}6"].value) * 10_000
    roster[f"{column['rd_fen']}7"] = "见附件"
    roster[f"{column['name']}9"] = None
    wrong = _code(6)[:17] + ("0" if _code(6)[17] != "0" else "1")
    roster[f"{column['credit_code']}12"] = tax["A12"] = wrong
    total = {str(c.value): c.column_letter for c in tax[5]}["total_fen"]
    tax[f"{total}8"] = 25_100.5
    book.save(path)


def _answer(path: Path, out: Path, total_yuan: float) -> Path:
    """The park's answer in the returned workbook: mended, the code explained, the sum as given."""
    book = load_workbook(path)
    roster, tax = book["企业"], book["税收"]
    column = {str(c.value): c.column_letter for c in roster[5]}
    revenue = column["revenue_fen"]
    roster[f"{revenue}6"] = float(roster[f"{revenue}6"].value) / 10_000
    roster[f"{column['rd_fen']}7"] = 81
    roster[f"{column['name']}9"] = f"北京{NAMES[3]}科技有限公司"
    total = {str(c.value): c.column_letter for c in tax[5]}["total_fen"]
    tax[f"{total}8"] = total_yuan
    listed = book["00 退回清单"]
    head = next(r for r in range(1, 30) if listed.cell(r, 1).value == "序号")
    titles = {str(c.value): c.column for c in listed[head]}
    for row in range(head + 1, listed.max_row + 1):
        if "校验位" in str(listed.cell(row, titles["问题"]).value):
            listed.cell(row, titles["园方说明"]).value = "执照即如此，附复印件"
    book.save(out)
    return out


def workbook_pictures(path: Path, pictures: dict[int, Path], folder: Path) -> None:
    """Pages of a workbook as LibreOffice prints them."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise SystemExit("LibreOffice is needed for the pictures of the returned workbook")
    profile = (folder / "profile").as_uri()
    # The machine may have no Chinese letters; ours are shown to LibreOffice as the user's own.
    shutil.copytree(FONTS, folder / "data" / "fonts", dirs_exist_ok=True)
    environment = {**os.environ, "XDG_DATA_HOME": str(folder / "data")}
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180, env=environment)
    document = QPdfDocument()
    document.load(str(folder / f"{path.stem}.pdf"))
    for number, picture in pictures.items():
        size = document.pagePointSize(number).toSize() * (1.6 if number == 0 else 3.4)
        shown = _trimmed(document.render(number, size))
        if number:  # a wide sheet: its right half, where the marked figures and the added column are
            shown = shown.copy(shown.width() // 2, 0, shown.width() - shown.width() // 2, shown.height())
        shown.save(str(picture))
    document.close()


def _trimmed(page: QImage) -> QImage:
    """A page without its white margins and the empty paper below."""
    paper = QImage(page.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, page)
    painter.end()
    drawn = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = drawn.width(), drawn.height()
    inked = [[drawn.pixelColor(x, y).value() < 250 for x in range(0, width, 4)] for y in range(0, height, 4)]
    # The footer stands alone at the bottom: only what is above a broad empty band counts.
    rows = [n for n, line in enumerate(inked) if any(line)]
    last = next((a for a, b in itertools.pairwise(rows) if b - a > 40), rows[-1])
    columns = [n for n in range(len(inked[0])) if any(line[n] for line in inked[: last + 1])]
    left, top, right, bottom = columns[0] * 4 - 16, rows[0] * 4 - 16, columns[-1] * 4 + 20, last * 4 + 20
    return paper.copy(max(left, 0), max(top, 0), min(right, width) - max(left, 0), min(bottom, height) - max(top, 0))


class _Desk:
    """The window over the workspace while the loop goes round."""

    def __init__(self, app: QApplication, workspace: Path, pictures: Path, settle: Settle) -> None:
        theme.apply(app, "light")
        self._pictures, self._settle = pictures, settle
        self._operations = Operations()
        session = Session(workspace)
        settings = QSettings(str(workspace.parent / "loop.ini"), QSettings.Format.IniFormat)
        self.window: MainWindow = make_window(session, settings, self._operations)
        self.window.resize(WINDOW)
        self.window.show()
        settle(lambda: session.is_open)
        self.rest()

    def rest(self) -> None:
        for _ in range(4):  # what a page reads may be followed by what its details read
            QApplication.processEvents()
            self._settle(lambda: not self._operations.running)

    def picture(self, name: str) -> None:
        self.rest()
        self.window.grab().save(str(self._pictures / f"loop-{name}.png"))

    def intake(self) -> IntakePage:
        self.window.go("receive")
        self.rest()
        page = self.window.page("receive")
        assert isinstance(page, IntakePage)
        page.refresh()
        self.rest()
        page.table.select_key(PARK)
        return page

    def checks(self, code: str) -> ChecksPage:
        """The checks page with the first issue of a rule chosen."""
        self.window.go("checks")
        self.rest()
        page = self.window.page("checks")
        assert isinstance(page, ChecksPage)
        page.refresh()
        self.rest()
        page.table.select_key(next(x.found.id for x in page.table.table.rows if x.issue.code == code))
        return page


def return_loop_pictures(app: QApplication, folder: Path, pictures: Path, settle: Settle) -> None:
    """Go round the loop once in a new workspace below ``folder`` and keep a picture of every station."""
    clock = datetime(2026, 11, 6, 9, 0)
    ctx = bootstrap.open_workspace(folder / "退回一轮", who="张", clock=lambda: clock)
    inbox = folder / "收件"
    receive.receive(ctx, [_park_file(ctx, inbox, SEPTEMBER)])
    accept.accept(ctx, SEPTEMBER)
    path = _park_file(ctx, inbox, OCTOBER)
    _spoil(path)
    receive.receive(ctx, [path])
    desk = _Desk(app, ctx.paths.root, pictures, settle)
    desk.intake()
    desk.picture("1-receive")
    desk.checks("X-UNIT-SLIP")
    desk.picture("2-issues")
    named = [i for i in decide.issues(ctx, OCTOBER, PARK) if i.issue.code == "R-CODE-CHECK"]
    decide.decide(ctx, OCTOBER, [named[0].id], DecisionKind.RETURNED, "请附执照复印件")
    page = desk.checks("R-CODE-CHECK")
    desk.picture("3-decide")
    sent = send_back.send_back(ctx, OCTOBER, PARK, folder / "退回件")
    workbook_pictures(sent.path, {0: pictures / "loop-4-return-list.png", 3: pictures / "loop-5-return-sheet.png"}, folder)
    receive.receive(ctx, [_answer(sent.path, folder / f"重报_{PARK}.xlsx", 20_100.5)])
    page = desk.checks("R-CODE-CHECK")
    desk.rest()
    page.strip.look.click()
    desk.picture("6-compare")
    receive.receive(ctx, [_answer(sent.path, folder / f"再报_{PARK}.xlsx", 20_110.02)])
    for one in decide.issues(ctx, OCTOBER, PARK):
        if one.issue.code == "R-CODE-CHECK":
            decide.decide(ctx, OCTOBER, [one.id], DecisionKind.ACCEPTED, "执照即如此，已核对复印件")
    accept.accept(ctx, OCTOBER, [PARK])
    for close in desk.window.findChildren(QPushButton):
        if close.accessibleName().startswith("收起") and close.isVisible():
            close.click()
    desk.intake()
    desk.picture("7-accepted")
    desk.window.close()

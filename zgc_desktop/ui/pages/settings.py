"""设置: who sits here and how the window looks, at once; what the office has set for its workspace, with a journal entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QFrame, QLineEdit, QVBoxLayout

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.settings import LAST_CUTOFF_DAY, OfficeSettings
from zgc_desktop.ui import app, language, numbers
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import settings_work as work
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.opening import choose_other, not_open, trouble
from zgc_desktop.ui.pages.settings_desks import Desks
from zgc_desktop.ui.pages.settings_encryption import Encryption
from zgc_desktop.ui.pages.settings_profile import Profile
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, card, label, page_head
from zgc_desktop.ui.widgets.layout import Item, assembling, box, clear, col, page_body, row

INNER = (16, 0, 16, 16)
THEMES = ("system", "light", "dark")
FONTS = ("bundled", "system")
ENCRYPT = "encrypt"
"""What another page points at for a passphrase."""


class SettingsPage(Page):
    """Two columns: what is this user's at left, what is the office's at right."""

    subjects = frozenset({"settings", "rules"})

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._session = session
        self._built = False
        self._filling = False
        self._asked = False
        self.seen: work.Seen | None = None

    # ---- what the window asks ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._session.is_open:
            self._built, self.seen = False, None
            self.put(not_open(self._session, tr("设置")))
            return
        if not self._built:
            self._build()
        self._session.read(self.shell.operations, tr("读取设置"), work.look, self._take, self._cannot_read, owner=self)

    def show_target(self, target: object) -> None:
        """Ask for the passphrase of a workspace that shall be encrypted, as soon as its state is known."""
        self._asked = target == ENCRYPT
        self._ask()

    def _ask(self) -> None:
        if self._asked and self.seen is not None:
            self._asked = False
            self.encryption.ask()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"save": self.save, "refresh": self.refresh}

    # ---- building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.ribbon = Ribbon()
        self.missing = label("", "note")
        self.act = button(tr("保存"), self.save, role="primary")
        left = col(self._own(), self._place(), self._checks(), None, gap=12)
        self._right, self._right_built = col(gap=12), False
        self._built = True
        head = page_head(
            tr("设置"), note=tr("个人设置只在本机；本办设置随工作区，改动记入操作记录"), tools=[self.missing, self.act]
        )
        self.put(page_body(head, self.ribbon, row((left, 1), (self._right, 1), gap=12), None))
        QTimer.singleShot(0, self, self._build_right)  # the office's half in a turn of its own: both at once are a hitch

    def _build_right(self) -> None:
        if self._right_built or not self._built:
            return
        self._right_built = True
        with assembling():
            self.encryption = Encryption(self.shell, self._session, self._trouble)
            self.desks = Desks(self.shell, self._session, self._trouble)
            for part in (self._office(), self.desks.framed(), self.encryption.framed(), self._paper()):
                self._right.addWidget(part)
            self._right.addStretch(1)

    def _own(self) -> QFrame:
        self.who = self._edit(tr("姓名"), width=220)
        self.language = self._choice(tr("语言"), tuple(language.NAMES.values()))
        self.language.activated.connect(self._choose_language)
        self.again = button(tr("立即重新打开"), self._reopen, role="small")
        self.again.hide()
        self.theme = self._choice(tr("界面"), (tr("跟随系统"), tr("浅色"), tr("深色")))
        self.theme.activated.connect(self._choose_theme)
        words = (tr("逗号"), tr("空格"), tr("不分隔"))
        self.numbers = self._choice(
            tr("千分位"), tuple(f"{w}　{x}" for w, x in zip(words, numbers.EXAMPLES.values(), strict=True))
        )
        self.numbers.activated.connect(self._choose_numbers)
        rows: list[Item] = [
            field(tr("姓名"), self.who, note=tr("署在操作记录、回执和催报文本；空为系统用户名")),
            field(tr("语言"), row(self.language, self.again, None), note=tr("重新打开窗口后生效；文书始终为中文")),
            field(tr("界面"), row(self.theme, None), note=tr("立即生效；也可用右上角按钮切换")),
            field(
                tr("千分位"),
                row(self.numbers, None),
                note=tr("只改窗口里的显示，文书和导出不变；金额以万元显示两位小数，缺报为“—”，零为“0.00”，全办统一"),
            ),
        ]
        return card(tr("个人"), col(*rows, gap=14), note=tr("本机"), body_margins=INNER)

    def _place(self) -> QFrame:
        self.folder = ElidedLabel()
        other = button(tr("打开另一个…"), lambda: choose_other(self._session), role="small")
        show = button(tr("打开文件夹"), lambda: self._show(self._session.paths.root), role="small", icon_name="folder")
        self.usual = button(tr("以后默认打开"), self._make_usual, role="small")
        self.copies = self._edit(tr("备份另存文件夹"))
        self.copies.setPlaceholderText(tr("空为不另存"))
        choose = button(tr("选择…"), self._choose_copies, role="small")
        self._backups = ElidedLabel("", "note")
        self.profile = Profile(self.shell, self._session, self._trouble)
        rows: list[Item] = [
            field(tr("工作区"), self.folder),
            row(other, self.usual, show, None),
            self.profile,
            field(
                tr("备份另存文件夹"),
                row((self.copies, 1), choose),
                note=tr("“立即备份”时多存一份到这里，宜选 U 盘或另一块硬盘"),
            ),
            self._backups,
        ]
        return card(tr("工作区与备份"), col(*rows, gap=14), body_margins=INNER)

    def _office(self) -> QFrame:
        self.office = self._edit(tr("单位名称"))
        self.cutoff = self._choice(tr("报送截止日"), tuple(str(n) for n in range(1, LAST_CUTOFF_DAY + 1)))
        self.cutoff.setMinimumWidth(64)
        self.rule = self._choice(tr("默认分享规则"), ())
        self.rule.setMinimumWidth(400)
        self.reason = self._edit(tr("改动理由"))
        self.reason.setPlaceholderText(tr("例如：依据通知或会议"))
        rows: list[Item] = [
            field(tr("单位名称"), self.office, note=tr("署在月报、对账单、回执")),
            field(
                tr("报送截止日"),
                row(label(tr("次月")), self.cutoff, label(tr("日，遇节假日顺延")), None),
                note=tr("没有公开规定，为本办约定；自本次报送月起适用，以前月份不变"),
            ),
            field(
                tr("默认分享规则"), row(self.rule, None), note=tr("试算、模拟和新锁定的案件用它；已锁定案件沿用锁定时的规则")
            ),
            field(tr("改动理由"), self.reason, note=tr("随本办设置的改动记入操作记录，可空")),
        ]
        return card(tr("本办"), col(*rows, gap=14), note=tr("随工作区"), body_margins=INNER)

    def _paper(self) -> QFrame:
        self.fonts = self._choice(tr("公文字体"), (tr("随附字体"), tr("系统公文字体")))
        self._letters = QVBoxLayout()
        self._letters.setSpacing(2)
        note = tr("随附字体各处打印相同；已发布的月报沿用发布时的字体")
        return card(
            tr("公文字体"),
            col(field(tr("月报与文书"), row(self.fonts, None), note=note), self._letters, gap=10),
            body_margins=INNER,
        )

    def _checks(self) -> QFrame:
        self._switched = label("")
        go = button(tr("看校验目录"), lambda: self.shell.go("rules", "X-JUMP"), role="link")
        return card(tr("校验"), row(self._switched, go, None), body_margins=INNER)

    def _edit(self, name: str, *, width: int = 0) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        if width:
            edit.setFixedWidth(width)
        edit.textChanged.connect(lambda _: self._follow())
        return edit

    def _choice(self, name: str, titles: tuple[str, ...]) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.addItems(list(titles))
        made.setMinimumWidth(140)
        made.currentIndexChanged.connect(lambda _: self._follow())
        return made

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def _take(self, seen: work.Seen) -> None:
        self._build_right()
        if not self._built:
            return
        self.seen, self._filling = seen, True
        stored = self.shell.settings
        said = str(stored.value("theme") or "") if stored is not None else ""
        self.theme.setCurrentIndex(THEMES.index(said) if said in THEMES else 0)
        self.numbers.setCurrentIndex(list(numbers.SEPARATORS).index(numbers.habit()))
        spoken = language.language_of(stored.value("language") if stored is not None else "")
        self.language.setCurrentIndex(list(language.NAMES).index(spoken))
        self.who.setText(seen.own.who)
        self.who.setPlaceholderText(seen.who)
        self.folder.setText(seen.workspace)
        self.usual.setEnabled(seen.own.workspace != seen.workspace)
        self._backups.setText(tr("自动备份在 {path}", path=seen.backups))
        self.copies.setText(seen.office.backup_folder)
        self.office.setText(seen.office.office)
        self.cutoff.setCurrentIndex(seen.office.cutoff_day - 1)
        self.rule.clear()
        self.rule.addItems([f"{key}　{title}" for key, title in seen.rules])
        self.rule.setCurrentIndex([key for key, _ in seen.rules].index(seen.office.sharing_rule))
        self.fonts.setCurrentIndex(FONTS.index(seen.fonts))
        self.reason.clear()
        clear(self._letters)
        for each in seen.letters:
            self._letters.addWidget(label(each.sentence, "note", wrap=True))
        off = tr("，停用 {n} 条", n=seen.off) if seen.off else tr("，没有停用")
        self._switched.setText(tr("共 {n} 条", n=seen.checks) + off)
        self.encryption.show_seen(seen)
        self.desks.show_seen(seen)
        self.profile.show_seen(seen)
        self._filling = False
        self._follow()
        self._ask()

    def _cannot_read(self, failure: Failure) -> None:
        if failure.kind != "cancelled":
            self._built = False
            self.put(trouble(tr("设置"), tr("设置没有读出来"), failure, self._session))

    def given(self) -> work.Given:
        """What is filled in now."""
        assert self.seen is not None
        office = OfficeSettings(
            self.office.text().strip(),
            self.cutoff.currentIndex() + 1,
            self.seen.rules[max(0, self.rule.currentIndex())][0],
            self.copies.text().strip(),
        )
        return work.Given(office, FONTS[self.fonts.currentIndex()], self.who.text().strip(), self.reason.text().strip())

    def _follow(self) -> None:
        """Say whether there is something to save."""
        if self._filling or self.seen is None or not self._built:
            return
        now = self.given()
        changed = (now.office, now.fonts, now.who) != (self.seen.office, self.seen.fonts, self.seen.own.who)
        said = tr("单位名称不能为空") if not now.office.office else "" if changed else tr("没有改动")
        self.missing.setText(said)
        self.act.setEnabled(not said)

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep what is filled in."""
        if not self._built or not self.act.isEnabled():
            return

        def done(change: ChangeSummary) -> None:
            self.ribbon.hide()
            self.shell.announce(change)
            self.shell.say(change.sentence)

        self._session.run(self.shell.operations, tr("保存设置"), work.save(self.given()), done, self._trouble, owner=self)

    def _trouble(self, failure: Failure) -> None:
        if failure.kind == "known":
            self.ribbon.trouble(failure.sentence, tr("收起"), self.ribbon.hide)

    def _choose_theme(self, n: int) -> None:
        if self.shell.settings is not None:
            self.shell.settings.setValue("theme", THEMES[n])
        application = QApplication.instance()
        if isinstance(application, QApplication):
            app.put_on_theme(application, THEMES[n])

    def _choose_numbers(self, n: int) -> None:
        wanted = list(numbers.SEPARATORS)[n]
        if self.shell.settings is not None:
            self.shell.settings.setValue("numbers", wanted)
        numbers.use(wanted)
        self.again.show()

    def _choose_language(self, n: int) -> None:
        if self.shell.settings is not None:
            self.shell.settings.setValue("language", list(language.NAMES)[n])
        self.again.show()

    def _reopen(self) -> None:
        app.reopen(self.window())

    def _choose_copies(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("备份另存文件夹"), self.copies.text())
        if folder:
            self.copies.setText(folder)

    def _make_usual(self) -> None:
        place = self._session.paths.where
        self._session.run(
            self.shell.operations,
            tr("设默认工作区"),
            lambda _ctx, _p, _c: work.make_usual(place),
            lambda _: self.refresh(),
            self._trouble,
            owner=self,
        )

    def _show(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def field(name: str, inner: Item, *, note: str = "") -> QFrame:
    """A field under its name, with what it is for below."""
    items: list[Item] = [label(name, "note"), inner]
    if note:
        items.append(label(note, "note", wrap=True))
    return box(col(*items, gap=4))

"""The line 用途 of 设置: whose desk this workspace is, the city's or a park's, changed while it holds no data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import settings_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import box, col, row
from zgc_desktop.ui.widgets.rights import writes


class Profile(QFrame):
    """Whose it is, and why it can no longer be changed where it cannot."""

    def __init__(self, shell: Shell, session: Session, trouble: Callable[[Failure], None]) -> None:
        super().__init__()
        self._shell, self._session, self._trouble = shell, session, trouble
        self._seen: work.Seen | None = None
        self.whose = ElidedLabel()
        self.change = button(tr("改用途…"), self.ask, role="small")
        self.why = label("", "note", wrap=True)
        self.setLayout(col(label(tr("用途"), "note"), box(row((self.whose, 1), self.change)), self.why, gap=4))

    def show_seen(self, seen: work.Seen) -> None:
        """Show what was read."""
        self._seen = seen
        self.whose.setText(tr("市级") if seen.party == CITY else seen.party)
        self.change.setEnabled(not seen.party_fixed)
        usual = tr("市级与分园的页面不同；收了报送或交换包以后不能再改")
        fixed = tr("已有报送或交换包，不能再改；需要另一用途，请另建工作区")
        self.why.setText(fixed if seen.party_fixed else usual)

    @writes
    def ask(self) -> None:
        """Ask whose it shall be."""
        assert self._seen is not None
        said = tr("分园的左栏只有我的报送、我的企业、我的案件、我的对账单；市级有全部页面。")
        field = Field("party", tr("用途"), self._seen.party, (CITY, *self._session.need().catalogue.parks))
        Ask(self, tr("改用途"), said, (field,), self._taken).open()

    def _taken(self, given: Answers) -> None:
        def done(change: ChangeSummary) -> None:
            self._shell.announce(change)
            if change.journal_seq:
                self._shell.say(change.sentence, lambda: self._shell.undo(change.journal_seq))

        job = work.choose_party(given["party"])
        self._session.run(self._shell.operations, tr("改用途"), job, done, self._trouble, owner=self)

"""What the search of the window finds besides commands: a printed number with its explanation (Ctrl+G), cases, clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.shell.palette import Hit
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import box, col
from zgc_desktop.viewmodels.columns import searchable

if TYPE_CHECKING:
    from zgc_desktop.domain.moves import MoveCase
    from zgc_desktop.domain.outside import OutsideCase
    from zgc_desktop.services.codes import Resolved
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.viewmodels.rules import RuleItem

MOST_CASES: Final = 6
MOST_CLAUSES: Final = 6
SHORT: Final = 14
"""Characters of a clause's own name that leave room for the rule's."""
PAGE_OF: Final = {
    "brief": "reports",
    "reporting": "receive",
    "companies": "companies",
    "moves": "moves",
    "sharing": "sharing",
    "tiers": "tiers",
    "clusters": "space",
    "land": "space",
    "review": "admission",
    "targets": "plan",
    "matters": "reports",
}
"""The page that shows the rows of a section of the report."""
_NO_ROWS: Final = ("表2-2", "表3-3", "表4-4", "表4-5", "表5-4", "表6-3", "表7-2", "表8-6")
_CASE: Final = re.compile(r"[A-Z]{2}-\d{4}-\d+")


def code_in(words: str) -> str:
    """The printed form of a figure's number where the words are one, else empty: a name with a dot is no number."""
    bare = words.strip().lstrip("〔[【").lstrip()
    if "·" not in bare and not (bare.startswith(("表", "附表")) or bare[:1].isdigit()):
        return ""
    from zgc_desktop.domain.monthly_codes import normal  # the whole report as data comes with it
    from zgc_desktop.domain.monthly_codes_totals import SAID

    if not bare.startswith(("表", "附表", "要情", *SAID.values())) and not bare[:1].isdigit():
        return ""

    try:
        return normal(words)
    except Refused:
        return ""


def rows_of(found: Resolved) -> tuple[str, object]:
    """The page with the rows behind a figure, and what to show there first."""
    table = found.code.strip("〔〕").partition("·")[0]
    case = _CASE.match(found.row)
    target: object = case[0] if case else found.row
    if found.section in ("companies", "reporting"):
        target = f"{found.row}园" if not found.row.endswith(("园", "计")) else None
    # Zones, annexes and numbers in sentences have no row of their own on any page.
    if found.section in ("brief", "tiers") or found.row in ("合计", "全部") or table in _NO_ROWS or not table.startswith("表"):
        target = None
    return PAGE_OF[found.section], target


def how_it_came(found: Resolved) -> QWidget:
    """The drawer's body: the value, the state of the report it is from, and every line of how it came about."""
    lines = [label(text, wrap=True) for text in found.lines]
    for line in lines:
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    head = (
        label(found.value, "figure", wrap=True),
        label(tr("{state}，{row}·{column}", state=found.state, row=found.row, column=found.column), "note"),
    )
    return box(col(*head, 6, *lines, None, gap=8, margins=(16, 14, 16, 14)))


class Codes:
    """Resolves the number of a printed figure and shows how it came about in the drawer."""

    def __init__(self, shell: Shell, session: Session, owner: QObject) -> None:
        self._shell, self._session, self._owner = shell, session, owner

    def find(self, words: str) -> Iterator[Hit]:
        """The figure behind what is typed, where it is the number of one."""
        if code := code_in(words):
            yield Hit(code, tr("数据编号"), lambda: self.explain(code))

    def explain(self, code: str) -> None:
        """Read how the figure came about and show it; a number the month's report lacks is told with its neighbours."""
        month = self._shell.month
        if month is None or not self._session.is_open:
            self._shell.say(tr("还没有月报可查"))
            return

        def read(ctx: object) -> Resolved:
            from zgc_desktop.services import codes

            return codes.resolve(self._session.need(), month, code)

        self._session.read(self._shell.operations, tr("查数据编号"), read, self._show, self._not_found, owner=self._owner)

    def _show(self, found: Resolved) -> None:
        page, target = rows_of(found)
        text = "\n".join(found.lines)
        acts = (
            button(tr("看明细"), lambda: self._shell.go(page, target), role="primary"),
            button(tr("复制说明"), lambda: QGuiApplication.clipboard().setText(text), icon_name="copy"),
        )
        self._shell.show_drawer(tr("解释"), found.code, how_it_came(found), acts)

    def _not_found(self, failure: Failure) -> None:
        if failure.kind == "known":
            self._shell.say(failure.sentence)


def _rules(ctx: AppContext) -> tuple[RuleItem, ...]:
    from zgc_desktop.ui.pages.rules_work import items_in_use

    return items_in_use(ctx)


class Clauses:
    """Finds rules and the clauses their values are written in; read at the first search, again after rules changed."""

    def __init__(self, shell: Shell, session: Session, owner: QObject, on_read: Callable[[], object]) -> None:
        self._shell, self._session, self._owner, self._on_read = shell, session, owner, on_read
        self._of: AppContext | None = None
        """The workspace whose rules were asked for."""
        self._lines: list[tuple[str, Hit]] = []

    def follow(self, change: ChangeSummary) -> None:
        """After a write: rules that changed are read again when they are next searched."""
        if "rules" in change.subjects or not change.subjects:
            self._of = None

    def find(self, words: str) -> Iterator[Hit]:
        """Values of rules by the rule, their own name, the paper's title or the clause."""
        if self._session.is_open and self._of is not self._session.context:
            self._of, self._lines = self._session.context, []
            self._session.read(
                self._shell.operations, tr("读取规则"), _rules, self._take, lambda _: None, owner=self._owner
            )  # fmt: skip
        parts = searchable(words).split()
        fitting = (hit for text, hit in self._lines if all(p in text for p in parts))
        yield from islice(fitting, MOST_CLAUSES)

    def _take(self, rules: tuple[RuleItem, ...]) -> None:
        self._lines = []
        for rule in rules:
            for value in {v.name: v for v in rule.values if v.citation is not None}.values():
                cited = value.citation
                assert cited is not None
                text = searchable(f"{rule.title} {value.name} {cited.title} {cited.clause}")
                note = cited.clause if 0 < len(cited.clause) <= SHORT else tr("条款")
                self._lines.append((text, Hit(f"{rule.title}：{value.name}", note, self._opener(rule.key, value.name))))
        self._on_read()

    def _opener(self, rule: str, value: str) -> Callable[[], object]:
        return lambda: self._shell.go("rules", (rule, value))


def find_cases(
    cases: Sequence[MoveCase], outside: Sequence[OutsideCase], words: str, open_case: Callable[[str], object]
) -> Iterator[Hit]:
    """Cases by number, company, parks or places, also those over the city's border; the newest first."""
    parts = searchable(words).split()
    left = MOST_CASES
    every = [(c.id, c.name, f"{c.from_park} → {c.to_park}", c.opened_on) for c in cases]
    every += [(c.number, c.name, c.route, c.opened_on) for c in outside]
    for number, name, route, _ in sorted(every, key=lambda e: (e[3], e[0]), reverse=True):
        text = searchable(f"{number} {name} {route}")
        if left and all(p in text for p in parts):
            left -= 1
            yield Hit(f"{number}　{name}", route, _opener(number, open_case))


def _opener(case_id: str, open_case: Callable[[str], object]) -> Callable[[], object]:
    return lambda: open_case(case_id)

"""Makes each page when it is first opened: what a page imports is loaded then, not at the start of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.desk import DeskPage
from zgc_desktop.ui.session import Session

Maker = Callable[[Shell, Session], Page]


def _receive(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.intake import IntakePage

    return IntakePage(shell, session)


def _companies(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.ledger import LedgerPage

    return LedgerPage(shell, session)


def _checks(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.checks import ChecksPage

    return ChecksPage(shell, session)


def _moves(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.moves import MovesPage

    return MovesPage(shell, session)


def _sharing(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.sharing import SharingPage

    return SharingPage(shell, session)


def _tiers(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.tiers import TiersPage

    return TiersPage(shell, session)


def _space(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.space import SpacePage

    return SpacePage(shell, session)


def _reports(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.reports_page import ReportsPage  # QtPdf comes with it

    return ReportsPage(shell, session)


def _rules(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.rules import RulesPage

    return RulesPage(shell, session)


def _admission(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.admission import AdmissionPage

    return AdmissionPage(shell, session)


def _plan(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.plan import PlanPage

    return PlanPage(shell, session)


def _audit(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.audit import AuditPage

    return AuditPage(shell, session)


def _park_report(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.park_report import ParkReportPage

    return ParkReportPage(shell, session)


def _park_cases(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.park_cases import ParkCasesPage

    return ParkCasesPage(shell, session)


def _park_statements(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.park_statements import ParkStatementsPage

    return ParkStatementsPage(shell, session)


def _settings(shell: Shell, session: Session) -> Page:
    from zgc_desktop.ui.pages.settings import SettingsPage

    return SettingsPage(shell, session)


MAKERS: Mapping[str, Maker] = {
    "desk": DeskPage,
    "receive": _receive,
    "checks": _checks,
    "companies": _companies,
    "moves": _moves,
    "sharing": _sharing,
    "tiers": _tiers,
    "space": _space,
    "reports": _reports,
    "rules": _rules,
    "admission": _admission,
    "plan": _plan,
    "audit": _audit,
    "settings": _settings,
    "park_report": _park_report,
    "park_cases": _park_cases,
    "park_statements": _park_statements,
}


def pages_of(session: Session) -> dict[str, Callable[[Shell], Page]]:
    """A maker by page key, bound to the workspace's session."""

    def bound(make: Maker) -> Callable[[Shell], Page]:
        return lambda shell: make(shell, session)

    return {key: bound(make) for key, make in MAKERS.items()}

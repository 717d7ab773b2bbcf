"""Statements (对账单): each district's month as PDF and workbook, and the matrix of all districts, gross and net."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db.journal.marks import mark_of
from db.queries import moves, settlements
from reports.statement_pdf import write_matrix_pdf, write_statement_pdf
from reports.statement_xlsx import write_matrix_xlsx, write_statement_xlsx
from zgc_desktop.domain.errors import Cancelled, Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import Matrix, balances, matrix
from zgc_desktop.domain.statement import Statement, proof_line, statement_of
from zgc_desktop.paths import safe_filename
from zgc_desktop.services import settings
from zgc_desktop.services.context import AppContext, Progress, never, no_progress
from zgc_desktop.services.settle_ledger import RunView, view

SETTLING = ("settle",)
"""Commands about a month's settlement begin so."""


@dataclass(frozen=True, slots=True)
class StatementFiles:
    """Where a district's statement was written."""

    party: str
    pdf: Path
    xlsx: Path


@dataclass(frozen=True, slots=True)
class WrittenStatements:
    """The statements of a month, and the matrix when every district was asked for."""

    statements: tuple[StatementFiles, ...]
    matrix_pdf: Path | None
    matrix_xlsx: Path | None


def parties(ctx: AppContext) -> tuple[str, ...]:
    """The parties that settle with each other, in the order of the plan."""
    return tuple(dict.fromkeys(ctx.catalogue.party_of(park).name for park in ctx.catalogue.parks))


def month_matrix(ctx: AppContext, month: Month) -> Matrix:
    """Gross and net of the month's run between all parties. Refused where no run was computed."""
    return matrix(view(ctx, month).section.lines, parties(ctx))


def statement(ctx: AppContext, month: Month, party: str) -> Statement:
    """One district's statement as data. Refused for a party that is none, or a month without a run."""
    return _statements(ctx, view(ctx, month), (_known(ctx, party),))[0]


def _statements(ctx: AppContext, found: RunView, wanted: tuple[str, ...]) -> list[Statement]:
    every = matrix(found.section.lines, parties(ctx))
    office = settings.current(ctx).office
    with ctx.store.read() as connection:
        mark = mark_of(connection, found.month, SETTLING)
        cases = moves.cases(connection)
        differences = settlements.differences(connection, found.month)
        opening = balances(entry for month, entry in settlements.posted(connection) if month < found.month)
    by_party: dict[str, set[str]] = {}
    for case in cases:
        for park in (case.from_park, case.to_park):
            by_party.setdefault(ctx.catalogue.party_of(park).name, set()).add(case.id)
    return [
        statement_of(
            party, found.month, found.state, found.section, found.lines, every, frozenset(by_party.get(party, ())),
            differences, opening_fen=opening.get(party, 0), prepared_on=ctx.today(), office=office,
            fingerprint=found.run.fingerprint, journal_mark=mark,
        )
        for party in wanted
    ]  # fmt: skip


def write(
    ctx: AppContext,
    month: Month,
    out: Path,
    *,
    party: str = "",
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = never,
) -> WrittenStatements:
    """Write the statement of ``party`` (of every party, with the matrix, when empty) into ``out``; each whole or not at all."""
    found = view(ctx, month)
    wanted = (_known(ctx, party),) if party else parties(ctx)
    fonts, made = ctx.resources / "fonts", []
    for n, doc in enumerate(_statements(ctx, found, wanted)):
        if cancelled():
            raise Cancelled(n, len(wanted) - n)
        progress(n, len(wanted), f"{doc.party}对账单")
        name = safe_filename(f"税收分享对账单_{doc.party}_{month}")
        pdf = write_statement_pdf(doc, out / f"{name}.pdf", fonts_dir=fonts)
        made.append(StatementFiles(doc.party, pdf, write_statement_xlsx(doc, out / f"{name}.xlsx")))
    if party:
        return WrittenStatements(tuple(made), None, None)
    every, name, office = matrix(found.section.lines, parties(ctx)), f"区际税收分享矩阵_{month}", settings.current(ctx).office
    with ctx.store.read() as connection:
        proof = proof_line(found.run.fingerprint, mark_of(connection, month, SETTLING))
    pdf = write_matrix_pdf(
        every, month, found.state, out / f"{name}.pdf", fonts_dir=fonts, office=office, proof=proof, day=ctx.today()
    )
    xlsx = write_matrix_xlsx(
        every, month, found.state, out / f"{name}.xlsx", office=office, proof=proof, fingerprint=found.run.fingerprint
    )
    progress(len(wanted), len(wanted), "完成")
    return WrittenStatements(tuple(made), pdf, xlsx)


def _known(ctx: AppContext, party: str) -> str:
    names = parties(ctx)
    park = ctx.catalogue.park_named(party)
    name = ctx.catalogue.party_of(park.name).name if park is not None and party not in names else party
    if name not in names:
        raise Refused(f"没有叫“{party}”的分享主体", advice=f"可用：{'、'.join(names)}")
    return name

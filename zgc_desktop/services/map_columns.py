"""Map columns (列映射): ask at once what a file leaves uncertain, keep the answers for the park, receive the file."""

from __future__ import annotations

from pathlib import Path

from db import mappings
from db.queries import mappings as answered
from db.queries import submissions as reads
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.mappings import Answers, MappingQuestions
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission, ReceivedFile
from zgc_desktop.intake.mapping import merged, to_remember
from zgc_desktop.intake.raw import CannotRead, RawWorkbook
from zgc_desktop.intake.reader import Reader, file_bytes
from zgc_desktop.intake.submission import check_workbook
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.park_sheets import record_of
from zgc_desktop.services.receive import answers_of, receive, told_of

_ANSWERED = {"F-PARK", "F-MONTH", "S-UNIT", "S-COLUMN-ASK"}
"""Faults that an answer removes; what else keeps a file out must be mended by the park."""


def questions(ctx: AppContext, path: Path) -> MappingQuestions:
    """Everything to ask of one file, with earlier answers in place; nothing is written. Refused when it cannot be read."""
    workbook = _read(path)
    checked = _check(ctx, workbook)
    return MappingQuestions(
        file=workbook.file_name,
        sha256=workbook.sha256,
        park=checked.park.value if checked.park else "",
        month=checked.month.value if checked.month else "",
        questions=checked.questions,
        columns=checked.columns,
        other_faults=tuple(
            i.message for i in checked.issues if i.severity is Severity.ERROR and i.code[0] in "FS" and i.code not in _ANSWERED
        ),
        kinds=_kinds(checked),
    )


@one_command("map")
def answer(ctx: AppContext, path: Path, answers: Answers) -> ReceivedFile:
    """Keep the answers and receive the file with them; what is still open comes back in ``questions``.

    Refused, with nothing kept, when an answer names a park, month, column, field or unit that does not exist.
    """
    workbook = _read(path)
    park, month = _named(ctx, answers)
    told = to_remember(workbook, answers)
    checked = _check(ctx, workbook, Answers(park, month))
    whose = checked.park.value if checked.park else ""
    if told and not whose:
        raise Refused("列的对应按分园记住，但认不出是哪个分园", where=workbook.file_name, advice="请同时指定分园")
    at = ctx.now()
    with ctx.store.write("map", ctx.who, at) as unit:
        if park or month:
            mappings.remember_file(unit, workbook.sha256, park, month, at=at, who=ctx.who)
        for signature, (columns, units) in told.items():
            old = answered.remembered(unit.connection, whose, signature)
            columns, units = merged(old, columns, units)
            mappings.remember(unit, whose, signature, columns, units, at=at, who=ctx.who)
        unit.say(_sentence(workbook.file_name, whose, park, month, answers), subjects={"submissions"})
    return receive(ctx, [path])[0]


def _kinds(checked: CheckedSubmission) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, table in checked.tables.items():
        kinds[table.sheet_name] = (*kinds.get(table.sheet_name, ()), kind)
    return kinds


def _sentence(file: str, whose: str, park: str, month: str, answers: Answers) -> str:
    said = [f"分园为{park}"] if park else []
    said += [f"月份为 {month}"] if month else []
    said += [f"“{h}”{'对应 ' + f if f else '不导入'}" for h, f in answers.columns.items()]
    said += [f"“{h}”单位为{u}" for h, u in answers.units.items()]
    return f"列映射 {whose} {file}：{'，'.join(said)}"


def _read(path: Path) -> RawWorkbook:
    with Reader() as reader:
        try:
            return reader.read(file_bytes(path), path.name)
        except CannotRead as error:
            raise Refused(error.what, where=path.name, advice="请在 Excel 或 WPS 中另存为 .xlsx 后再试") from error


def _check(ctx: AppContext, workbook: RawWorkbook, told: Answers | None = None) -> CheckedSubmission:
    with ctx.store.read() as connection:
        return check_workbook(
            workbook,
            catalogue=ctx.catalogue,
            history_for=lambda park, month: reads.history(connection, park, month),
            memory=answers_of(ctx),
            record_for=lambda park, month: record_of(ctx, park, month),
            told=told if told is not None and (told.park or told.month) else told_of(ctx, workbook.sha256),
        )


def _named(ctx: AppContext, answers: Answers) -> tuple[str, str]:
    park = ctx.catalogue.park_named(answers.park) if answers.park else None
    if answers.park and park is None:
        raise Refused(f"没有叫“{answers.park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    try:
        month = str(Month.parse(answers.month)) if answers.month else ""
    except ValueError:
        raise Refused(f"“{answers.month}”不是月份", advice="请写成 2026-10 的样式") from None
    return park.name if park else "", month

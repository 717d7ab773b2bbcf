"""Import a published list of recognised companies (认定名单): all of it or, with every faulty row named, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db import records as writes
from db.queries import ledger, tiers
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.tier_review import Recognition
from zgc_desktop.intake.reader import SUFFIXES, Reader, file_bytes
from zgc_desktop.intake.recognised_list import ListDefaults, ReadList, read_list, read_list_table
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import read_toml, standards_in_use

__all__ = ["ImportedList", "ListDefaults", "import_list"]

_SHOWN: Final = 10
"""How many faulty rows a refusal names; the rest are counted."""


@dataclass(frozen=True, slots=True)
class ImportedList:
    """What an import did: how many the list names, how many were new, the journal's sentence ('' = nothing new)."""

    file: str
    listed: int
    new: int
    recognitions: tuple[Recognition, ...]
    sentence: str


@one_command("recognise")
def import_list(ctx: AppContext, path: Path, said: ListDefaults | None = None) -> ImportedList:
    """Register every company of a list (.toml, .csv, .xlsx …) as recognised, with document, batch and validity.

    ``said`` fills what no column says. Refused, naming the rows, for unknown codes, wrong dates or tiers, a missing
    document: nothing is written then. What is registered already is left as it is.
    """
    defaults = said or ListDefaults()
    known = tuple(dict.fromkeys(s.tier for s in standards_in_use(ctx)))
    read = _read(path, defaults, known)
    problems = list(read.problems)
    with ctx.store.read() as connection:
        unknown = tiers.unknown_codes(connection, frozenset(e.recognition.credit_code for e in read.listed))
    problems += [
        f"{e.place}：台账中没有信用代码为 {e.recognition.credit_code} 的企业"
        for e in read.listed
        if e.recognition.credit_code in unknown
    ]
    if problems:
        more = f"，另有 {len(problems) - _SHOWN} 行" if len(problems) > _SHOWN else ""
        raise Refused(
            f"名单有 {len(problems)} 处问题，没有登记任何企业", where=path.name,
            why="；".join(problems[:_SHOWN]) + more, advice="请改正后重新导入",
        )  # fmt: skip
    if not read.listed:
        raise Refused("名单里没有企业", where=path.name)
    return _write(ctx, path.name, tuple(e.recognition for e in read.listed))


def _read(path: Path, said: ListDefaults, tiers_known: tuple[str, ...]) -> ReadList:
    suffix = path.suffix.lower()
    if suffix == ".toml":
        return read_list_table(read_toml(path), path.name, said, tiers_known)
    if suffix not in SUFFIXES:
        raise Refused(f"不支持“{suffix or path.name}”类型的名单", where=path.name, advice=f"可用：.toml、{'、'.join(SUFFIXES)}")
    with Reader() as reader:
        return read_list(reader.read(file_bytes(path), path.name), said, tiers_known)


def _write(ctx: AppContext, name: str, listed: tuple[Recognition, ...]) -> ImportedList:
    new = 0
    with ctx.store.write("recognise", ctx.who, ctx.now()) as unit:
        for item in listed:
            company = ledger.company_id_of(unit.connection, item.credit_code)
            assert company is not None  # every code was found above
            row = writes.Recognition(
                company, item.tier, item.document, item.batch, item.recognised_on, item.valid_to, item.note or name
            )
            new += writes.add_recognition(unit, row)
        unit.say(f"登记认定名单 {name}：{new} 家", subjects={"tiers", "companies"})
    return ImportedList(name, len(listed), new, listed, unit.summary.sentence if unit.summary else "")

"""What the program refuses with, in an English window: every sentence has its words, whole ones read as one language."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.gui.english_words import CHINESE, CITED
from tests.gui.refusal_texts import GAP, NOT_SHOWN, Raised, raised
from zgc_desktop import bootstrap
from zgc_desktop.domain.addresses import server_address
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.check_settings import Switch, require_sound
from zgc_desktop.domain.errors import EnvironmentProblem, KnownError
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import (
    audit,
    backups,
    errata,
    matters,
    months,
    move_case,
    sign,
    template,
    transfer,
    verify,
    void_version,
    watch_list,
    words,
    yearbook,
)
from zgc_desktop.services.context import AppContext
from zgc_desktop.ui import language
from zgc_desktop.ui.phrases import Phrases

OCTOBER = Month(2026, 10)
PLACE = "海淀园"
"""A name of the catalogue: it stays as it is in every language."""


@pytest.fixture(scope="module")
def said() -> Callable[[str], str]:
    return Phrases(language.texts_of("en")).said


def program(text: str) -> str:
    """What of a text is the program's own: without names, quotations and papers."""
    return CITED.sub("", text).replace(PLACE, "").replace("顺义园", "")


def test_every_text_an_error_is_raised_with_can_be_said_in_english(root: Path, said: Callable[[str], str]) -> None:
    """What is missing is printed as it goes into resources/i18n/en-phrases.ts."""
    places = {text: r.place for r in reversed(raised(root)) for texts in r.texts.values() for text in texts}
    missing = [
        f"<message><source>{escape(_numbered(text))}</source><translation></translation></message>  <!-- {place} -->"
        for text, place in sorted(places.items(), key=lambda t: t[1])
        if CHINESE.search(program(said(text.replace(GAP, "7"))))
    ]
    assert not missing, "\n".join(missing)


def _numbered(text: str) -> str:
    gaps = iter(range(99))
    return re.sub(re.escape(GAP), lambda _: f"{{{next(gaps)}}}", text)


def test_the_sources_are_read_with_names_choices_and_enumerations_followed(root: Path) -> None:
    """The reader itself: it finds hundreds of places, and texts that stand under a name elsewhere."""
    found = {text for r in raised(root) for texts in r.texts.values() for text in texts}
    assert len(found) > 1000
    assert "数据库服务器上没有这个数据库" in found  # of a table of two texts a state
    assert "文件带有数字签名，改动会使签名失效" in found  # a member of an enumeration
    assert f"没有叫“{GAP}”的分园" in found
    assert all((root / place).exists() for place in NOT_SHOWN)


def test_a_whole_refusal_with_its_place_reason_and_advice_leaves_no_chinese(root: Path, said: Callable[[str], str]) -> None:
    left = {
        each.place: spoken
        for each in raised(root)
        if (sentence := _sentence(each)) and CHINESE.search(program(spoken := said(sentence)))
    }
    assert not left, "\n".join(f"{place} | {text}" for place, text in left.items())


def _sentence(each: Raised) -> str:
    """The sentence as the window shows it, a park before it and numbers filled in; '' where what happened is told elsewhere."""
    what, why, advice = (each.texts.get(key, ("",))[0].replace(GAP, "7") for key in ("0", "why", "advice"))
    return KnownError(what, where=PLACE, why=why, advice=advice).sentence if what else ""


# ---- real ones -------------------------------------------------------------------------------------------------------------

REFUSED: dict[str, Callable[[AppContext, Path], object]] = {
    "There is no case numbered": lambda ctx, out: move_case.land(ctx, "MV-2026-999"),
    "There is no lead numbered 99": lambda ctx, out: move_case.open_from_lead(ctx, 99),
    "The opening day": lambda ctx, out: move_case.open_case(ctx, "x", PLACE, "顺义园", opened_on=date(2027, 1, 1)),
    "The report of 2026-10 is not published; a draft is not signed": lambda ctx, out: sign.sign(ctx, OCTOBER, out, "", out),
    "is not published; there is nothing kept to check": lambda ctx, out: verify.verify(ctx, OCTOBER),
    "is not published; there are no errata": lambda ctx, out: errata.give_reason(ctx, OCTOBER, "表1-1", "补报"),
    "No reason for voiding it is given": lambda ctx, out: void_version.void(ctx, OCTOBER, PLACE, " "),
    "is accepted and cannot be voided": lambda ctx, out: void_version.void(ctx, OCTOBER, PLACE, "重复"),
    "The rewritten sentence is empty": lambda ctx, out: words.edit(ctx, OCTOBER, "总体", 1, " "),
    "The matter has no content": lambda ctx, out: matters.add(ctx, OCTOBER, " ", "办公室", None),
    "There is no exception 7 in force": lambda ctx, out: months.end(ctx, 7),
    "The journal has no entry no. 9999": lambda ctx, out: audit.shown(ctx, 9999),
    "There is no such backup": lambda ctx, out: backups.restore(ctx, "nothing.zip"),
    "There is no restore to undo": lambda ctx, out: backups.undo_restore(ctx),
    "A form can be written as .xlsx only": lambda ctx, out: template.write(ctx, PLACE, OCTOBER, out / "form.pdf"),
    "The selected companies are not watched": lambda ctx, out: watch_list.unwatch(ctx, [1]),
    "has no finished month yet": lambda ctx, out: yearbook.last_month(ctx, 2031),
    "There is no such file": lambda ctx, out: transfer.import_workspace(out / "none.zip", out / "new"),
    "is no area": lambda ctx, out: to_area("十", "公顷"),
    "The workspace address is not right": lambda ctx, out: server_address("postgresql://:x"),
    "There is no check numbered": lambda ctx, out: require_sound(Switch("ZZ99", False, date(2026, 1, 1), "试")),
}
"""A part of what an English reader is told, and what is refused with it."""


@pytest.fixture(scope="module")
def desk(_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    """The office of the session, a copy for this module: everything asked of it here is refused."""
    folder = shutil.copytree(_office, tmp_path_factory.mktemp("refusing") / "办公室")
    ctx = bootstrap.open_workspace(folder, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    yield ctx
    ctx.close()


@pytest.mark.parametrize("told", REFUSED)
def test_a_real_refusal_is_told_in_english(told: str, desk: AppContext, tmp_path: Path, said: Callable[[str], str]) -> None:
    with pytest.raises(KnownError) as refused:
        REFUSED[told](desk, tmp_path)
    spoken = said(refused.value.sentence)
    assert told in spoken
    assert not CHINESE.search(program(spoken)), spoken


def test_a_file_that_is_no_database_is_told_in_english(tmp_path: Path, said: Callable[[str], str]) -> None:
    (tmp_path / "tongchoutai.db").write_bytes(b"no database at all, though it is called one" * 100)
    with pytest.raises(KnownError) as refused:
        bootstrap.open_workspace(tmp_path, who="张")
    spoken = said(refused.value.sentence)
    assert "Not a database of Tongchoutai, or the file is damaged" in spoken
    assert not CHINESE.search(program(spoken)), spoken


def test_a_workspace_of_a_newer_program_is_told_in_english(office: Path, said: Callable[[str], str]) -> None:
    with closing(sqlite3.connect(office / "tongchoutai.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(EnvironmentProblem) as refused:
        bootstrap.open_workspace(office, who="张")
    spoken = said(refused.value.sentence)
    assert "The workspace was made by a newer Tongchoutai (schema 9999) this program does not know" in spoken
    assert "Install the new program, then open it; the data was not changed" in spoken
    assert not CHINESE.search(program(spoken)), spoken

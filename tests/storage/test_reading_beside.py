"""A page that reads for some seconds beside the database's worker lets a write through, only later."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import text

from zgc_desktop.domain.settings import OfficeSettings
from zgc_desktop.services import settings
from zgc_desktop.services.context import AppContext

pytestmark = pytest.mark.file_only


def test_a_write_waits_for_a_reader_of_another_thread(desk: AppContext) -> None:
    """The commit comes as soon as the reader has ended; nobody is told that the database is busy."""
    changed: list[OfficeSettings] = []

    def write() -> None:
        settings.change(desk, OfficeSettings(office="另一个办公室"))
        changed.append(settings.current(desk))

    writer = threading.Thread(target=write)
    with desk.store.read() as connection:
        connection.execute(text("SELECT count(*) FROM journal")).scalar()
        writer.start()
        writer.join(0.3)
        assert changed == []
    writer.join(20)
    assert [c.office for c in changed] == ["另一个办公室"]


def test_a_writer_has_more_patience_than_a_reader(desk: AppContext) -> None:
    """A document worked out beside a write takes seconds; five of them must not end a receive."""
    with desk.store.read() as connection:
        reader = connection.execute(text("PRAGMA busy_timeout")).scalar()
    with desk.store.write("settings", "测试", desk.now()) as unit:
        writer = unit.connection.execute(text("PRAGMA busy_timeout")).scalar()
    assert (reader, writer) == (5_000, 10_000)

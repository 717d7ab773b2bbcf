"""Where a workspace stands: a folder, or a database on a server; a password is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.errors import Refused
from zgc_desktop.paths import address_of


def server(text: str) -> ServerAddress:
    found = address_of(text)
    assert isinstance(found, ServerAddress)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "postgresql+psycopg://zgc@db.example/office",
        "postgresql://zgc@db.example/office",
        "postgres://zgc@db.example:5432/office",
    ],
)
def test_the_usual_ways_of_writing_an_address_are_one_address(text: str) -> None:
    """几种写法是同一个地址。"""
    assert server(text) == ServerAddress("office", "db.example", 5432, "zgc")
    assert server(text).url == "postgresql+psycopg://zgc@db.example:5432/office"


@pytest.mark.parametrize(
    "text",
    [
        "postgresql+psycopg://zgc@db:6543/office",
        "postgresql+psycopg:///office?host=/run/postgresql",
        "postgresql+psycopg://zgc@:6543/office?host=/tmp/a",
        "postgresql+psycopg://%E5%BC%A0@[::1]:5432/%E5%8A%9E%E5%85%AC%E5%AE%A4?sslmode=require",
    ],
)
def test_an_address_read_back_is_the_same_address(text: str) -> None:
    """地址写出来再读回，还是同一个。"""
    found = server(text)
    assert server(found.url) == found
    assert server(found.full_url) == found


def test_a_password_goes_to_the_driver_and_nowhere_else() -> None:
    """口令只交给数据库驱动，不显示、不比较。"""
    found = server("postgresql+psycopg://zgc:s%40cret@db/office")
    assert found.password == "s@cret"
    assert "s%40cret" in found.full_url
    for shown in (found.url, str(found), repr(found), found.name, found.folder_name):
        assert "cret" not in shown
    assert found == server("postgresql+psycopg://zgc@db/office")


def test_each_database_has_its_own_folder_name() -> None:
    """每个数据库在本机各有一个文件夹名，任何系统都收。"""
    names = [
        server(t).folder_name
        for t in (
            "postgresql+psycopg://a@db/office",
            "postgresql+psycopg://a@db:6000/office",
            "postgresql+psycopg:///office?host=/run/pg",
            "postgresql+psycopg://a@[::1]/o:f?sslmode=require",
        )
    ]
    assert names == ["db-5432-office", "db-6000-office", "run_pg-5432-office", "1-5432-o_f"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("mysql://a@db/office", "不认识“mysql”"),
        ("postgresql+psycopg://a@db", "没有写明数据库"),
        ("postgresql+psycopg://a@db/", "没有写明数据库"),
        ("postgresql+psycopg://a@db:99999/office", "端口"),
        ("postgresql+psycopg://a@db/office?pasword=x", "不认识“pasword”"),
        ("postgresql+psycopg://a:secret@db:x/office", "端口"),
    ],
)
def test_a_wrong_address_is_refused_and_shows_no_password(text: str, why: str) -> None:
    """地址写错了说明哪里错，不露口令。"""
    with pytest.raises(Refused) as refused:
        address_of(text)
    assert why in refused.value.sentence
    assert "secret" not in refused.value.sentence


@pytest.mark.parametrize("text", ["工作区", "/srv/zgc", r"C:\统筹台\workspace", "~/办公室", "./postgresql"])
def test_anything_else_is_a_folder(text: str) -> None:
    """别的写法都是文件夹。"""
    assert address_of(text) == Path(text)


def test_nothing_is_no_workspace() -> None:
    """什么都没写，不当作当前文件夹。"""
    with pytest.raises(Refused, match="没有写明工作区"):
        address_of(" ")

"""The manifest: read as written, refused where it is not ours, newer, or names what no package may hold."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.exchange.listing import is_late
from zgc_desktop.domain.exchange.manifest import (
    CITY,
    Manifest,
    PackageKind,
    Part,
    hash_list,
    is_safe_name,
    package_id,
    read_manifest,
    require_route,
    written,
)
from zgc_desktop.domain.exchange.stamp import Stamp, StampState, content_hash, judge, stamp_of
from zgc_desktop.domain.periods import Month

PARKS = ("海淀园", "昌平园")
GIVEN = Manifest(
    PackageKind.SUBMISSION, "昌平园", CITY, Month(2026, 10), 2, "2026-11-06T09:00:00+08:00", "李", "0.1.0", "2026.1-abc", "",
    (), (Part("payload/报送.xlsx", 3, "0" * 64),),
)  # fmt: skip


def test_a_manifest_is_read_as_it_was_written() -> None:
    text = written(GIVEN)
    assert read_manifest(text, "包.zip") == GIVEN
    assert GIVEN.stem == "报送包_昌平园_2026-10_第2号"
    assert hash_list(text, GIVEN.parts).decode().splitlines()[0] == f"{package_id(text)}  manifest.json"


def _changed(**changes: object) -> bytes:
    return json.dumps(json.loads(written(GIVEN)) | changes).encode()


def test_a_newer_format_says_to_upgrade() -> None:
    with pytest.raises(EnvironmentProblem, match=r"交换包是格式 2.*升级程序"):
        read_manifest(_changed(version=2), "包.zip")


@pytest.mark.parametrize(
    "text",
    [
        b"", b"{", b"[]", b"\xff", b"{}", _changed(format="x"), _changed(version=0), _changed(more=1), _changed(number=0),
        _changed(number=True), _changed(kind="?"), _changed(month="2026-13"), _changed(sender=""), _changed(created_at="x"),
        _changed(parts=[{"name": "../x", "size": 1, "sha256": "0" * 64}]), _changed(parts=[{"name": "x"}]),
        _changed(parts=[{"name": "x", "size": -1, "sha256": "0" * 64}]),
        _changed(parts=[{"name": "x", "size": 1, "sha256": "z"}]),
        _changed(parts=[{"name": n, "size": 1, "sha256": "0" * 64} for n in ("a/X", "a/x")]), _changed(parts=5),
        _changed(parts=[{"name": "manifest.json", "size": 1, "sha256": "0" * 64}]),
    ],
)  # fmt: skip
def test_what_is_no_manifest_of_ours_is_refused_with_a_sentence(text: bytes) -> None:
    with pytest.raises(Refused):
        read_manifest(text, "包.zip")


@pytest.mark.parametrize(
    "name", ["", "/etc/x", "..", "a/../b", "a\\b", "C:x", "a//b", "a/./b", "a /b", "a./b", "a\x00b", "x" * 201]
)
def test_a_parts_name_stays_inside(name: str) -> None:
    assert not is_safe_name(name)
    assert is_safe_name("payload/中关村月报_昌平园_2026-10.xlsx")


@pytest.mark.parametrize(
    ("changes", "me", "words"),
    [
        ({}, "昌平园", "本单位自己发出的包"),
        ({}, "海淀园", "这个包是发给市级的，本工作区是海淀园"),
        ({"sender": "火星园"}, CITY, "不是市级，也不是十七个分园之一"),
        ({"kind": PackageKind.RULES}, CITY, "规则包只能由市级发出"),
        ({"kind": PackageKind.ANSWER}, CITY, "回执退回包只能由市级发出"),
        ({"sender": CITY, "receiver": "海淀园"}, "海淀园", "报送包只能由分园发给市级"),
        ({"month": None}, CITY, "没有写明月份"),
    ],
)
def test_a_package_goes_its_way_only(changes: dict[str, object], me: str, words: str) -> None:
    require_route(GIVEN, CITY, PARKS, "包.zip")
    with pytest.raises(Refused, match=words):
        require_route(replace(GIVEN, **changes), me, PARKS, "包.zip")  # type: ignore[arg-type]


def test_a_submission_or_rule_set_overtaken_by_a_later_one_is_late_and_nothing_else_is() -> None:
    later = (replace(GIVEN, number=3), "b")
    assert is_late(GIVEN, "a", [later])
    assert not is_late(replace(GIVEN, number=4), "a", [later])
    assert not is_late(GIVEN, "a", [(replace(GIVEN, number=3, sender="海淀园"), "b")])
    assert not is_late(GIVEN, "a", [(replace(GIVEN, number=3, month=Month(2026, 9)), "b")])
    rules = replace(GIVEN, kind=PackageKind.RULES, sender=CITY, month=None)
    assert is_late(rules, "a", [later, (replace(rules, number=3), "c")])
    assert not is_late(rules, "a", [later])
    for kind in (PackageKind.ANSWER, PackageKind.CASES):
        assert not is_late(replace(GIVEN, kind=kind), "a", [(replace(GIVEN, kind=kind, number=3), "b")])


STAMP = Stamp("2026.1-abc", "r" * 64, "c" * 64, 0, 2, 1, "2026-11-06T09:00:00+08:00", "0.1.0")


def test_a_stamp_comes_back_from_its_marks_and_half_a_stamp_is_none() -> None:
    marks = STAMP.marks()
    assert stamp_of(marks) == STAMP
    assert stamp_of(marks | {"self_check_warnings": "2.0"}) == STAMP
    assert stamp_of({k: v for k, v in marks.items() if k != "self_check_rules"}) is None
    assert stamp_of(marks | {"self_check_errors": "viele"}) is None


def test_what_the_city_sees_of_a_stamp() -> None:
    def seen(stamp: Stamp | None, content: str = "c" * 64, rules: str = "2026.1-abc", result: str = "r" * 64) -> StampState:
        return judge(stamp, content, rules, result)

    assert seen(None) is StampState.NONE
    assert seen(STAMP) is StampState.SAME
    assert seen(replace(STAMP, errors=1)) is StampState.FAULTS
    assert seen(STAMP, content="x") is StampState.EDITED
    assert seen(STAMP, rules="x") is StampState.OTHER_RULES
    assert seen(STAMP, result="x") is StampState.DIFFERS


def test_the_content_is_the_same_however_a_program_writes_it_and_another_after_one_cell() -> None:
    from datetime import date, datetime

    def book(value: object, stamp: str = "") -> str:
        cover = [["园区", "昌平园"], ["自检章", stamp], [], ["表", "行数"], ["企业", 5]]
        return content_hash([("封面", cover), ("企业", [["代码", "收入"], ["91", value], []]), ("_meta", [["x", stamp]])])

    assert book(12) == book(12.0) == book(12, "盖了章")
    assert book(date(2026, 1, 2)) == book(datetime(2026, 1, 2))
    assert len({book(12), book("12"), book(13), book(12.5), book(None), book(True)}) == 6

"""What 报告中心 says of a month's report."""

from __future__ import annotations

from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels import reports as vm

OCTOBER = Month(2026, 10)


def test_the_state_is_one_sentence() -> None:
    assert vm.state_sentence(None, "", stale=False, there=False) == "还没有期间，收到第一份报送即建立"
    assert vm.state_sentence(OCTOBER, "", stale=False, there=False) == "2026-10 还没有生成月报"
    assert vm.state_sentence(OCTOBER, "ab", stale=False, there=False) == "2026-10 月报生成过，文件已不在发件文件夹"
    assert vm.state_sentence(OCTOBER, "ab", stale=False, there=True) == "2026-10 月报草稿，与现有数据一致"
    assert vm.state_sentence(OCTOBER, "ab", stale=True, there=True) == "2026-10 月报草稿，数据已有变动"


def test_missing_parks_are_named_and_not_counted_as_zero() -> None:
    assert vm.scope_sentence((("通州园", "未报"), ("朝阳园", "退回中"))) == "不含通州园（未报）、朝阳园（退回中）；不按零计算"
    assert vm.scope_sentence(()) == "17 园全部计入"


def test_fingerprints_and_sizes_read_well() -> None:
    assert vm.short("d9d5eeab8e4a186011183") == "d9d5 eeab 8e4a 1860"
    assert [vm.size_words(n) for n in (10, 331_373, 1_500_000)] == ["1 KB", "324 KB", "1.4 MB"]
    assert (vm.page_words(3, 17), vm.page_words(1, 0)) == ("第 3 / 17 页", "")

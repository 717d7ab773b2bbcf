"""What 报告中心 says of a month's report."""

from __future__ import annotations

from datetime import date

from zgc_desktop.domain.monthly import Erratum
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.matters import MatterItem
from zgc_desktop.services.words import SentenceItem
from zgc_desktop.viewmodels import reports as vm

OCTOBER = Month(2026, 10)


def test_the_state_is_one_sentence() -> None:
    assert vm.state_sentence(None, "", stale=False, there=False) == "还没有期间，收到第一份报送即建立"
    assert vm.state_sentence(OCTOBER, "", stale=False, there=False) == "2026-10 还没有生成月报"
    assert vm.state_sentence(OCTOBER, "ab", stale=False, there=False) == "2026-10 月报生成过，文件已不在发件文件夹"
    assert vm.state_sentence(OCTOBER, "ab", stale=False, there=True) == "2026-10 月报草稿，与现有数据一致"
    assert vm.state_sentence(OCTOBER, "ab", stale=True, there=True) == "2026-10 月报草稿，数据已有变动"
    published = vm.state_sentence(OCTOBER, "ab", stale=False, there=True, published="2026-11-09T10:00:00+08:00")
    assert published == "2026-10 月报已发布，2026-11-09 10:00，不再改写"


def test_publishing_says_what_it_means_and_what_stands_against_it() -> None:
    assert "不改写" in vm.publish_sentence(())
    assert "还有缺项：MV-1 税收未报" in vm.publish_sentence(("MV-1 税收未报",))


def test_the_lists_name_stale_numbers_decisions_and_reasons() -> None:
    stale = SentenceItem("brief", 1, "共 5 家。", "共 6 家。", True, (("5", "6"),))
    (item,) = vm.sentence_items((stale,), published=False)
    assert (item.mark, item.head, item.note) == ("error", "要情第 1 句，已改写", "数已变：5 现为 6")
    assert item.acts == ("改写", "恢复原句")
    assert vm.sentence_items((stale,), published=True)[0].acts == ()
    last = MatterItem("late:通州园", "请补报。", "通州园", date(2026, 12, 8), "last", "未登记")
    (item,) = vm.matter_items((last,), published=False)
    assert (item.head, item.acts) == ("上月提出　通州园　2026-12-08", ("落实情况",))
    erratum = Erratum(Month(2026, 9), "〔表3-1·昌平·月末〕", "1家", "2家", "原因未登记", "不影响结算")
    assert vm.erratum_items((erratum,))[0].mark == "warn"


def test_missing_parks_are_named_and_not_counted_as_zero() -> None:
    assert vm.scope_sentence((("通州园", "未报"), ("朝阳园", "退回中"))) == "不含通州园（未报）、朝阳园（退回中）；不按零计算"
    assert vm.scope_sentence(()) == "17 园全部计入"


def test_fingerprints_and_sizes_read_well() -> None:
    assert vm.short("d9d5eeab8e4a186011183") == "d9d5 eeab 8e4a 1860"
    assert [vm.size_words(n) for n in (10, 331_373, 1_500_000)] == ["1 KB", "324 KB", "1.4 MB"]
    assert (vm.page_words(3, 17), vm.page_words(1, 0)) == ("第 3 / 17 页", "")

"""Strict reading of one parsed TOML table: every key named, typed and used, or the file is refused with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from zgc_desktop.domain.rulebook import Citation, RuleFileError, citation_from


class StrictTable:
    """One table of a TOML file and where it stands. Ask for each key, then call ``done``: what is left over is refused."""

    def __init__(self, file: str, key: str, data: object) -> None:
        if not isinstance(data, Mapping):
            raise RuleFileError(file, key, "应为一张表", "请对照随程序附带的同名文件")
        self.file, self.key = file, key
        self._data: dict[str, object] = {str(name): value for name, value in data.items()}
        self._used: set[str] = set()

    def refuse(self, name: str, reason: str, advice: str = "") -> RuleFileError:
        """The error to raise about one key of this table."""
        return RuleFileError(self.file, f"{self.key}.{name}" if self.key else name, reason, advice)

    def has(self, name: str) -> bool:
        """Whether the table says anything under this key."""
        return name in self._data

    def text(self, name: str, default: str | None = None) -> str:
        """The text under a key; a missing or empty one is refused unless there is a default."""
        value = self._take(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise self.refuse(name, "应为文字且不能为空" if value is not None else "缺少此项")
        return value

    def choice(self, name: str, allowed: Iterable[str], default: str | None = None) -> str:
        """The text under a key, which must be one of ``allowed``."""
        value, known = self.text(name, default), tuple(allowed)
        if value not in known:
            raise self.refuse(name, f"不认识“{value}”", f"可用：{'、'.join(known)}")
        return value

    def texts(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """The list of texts under a key, without duplicates; empty where the key is missing and not required."""
        value = self._take(name)
        if value is None and not required:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.refuse(name, "应为文字的列表" if value is not None else "缺少此项")
        if len(set(value)) != len(value):
            raise self.refuse(name, "列表中有重复项")
        if required and not value:
            raise self.refuse(name, "列表不能为空")
        return tuple(value)

    def members(self, name: str, allowed: Iterable[str], *, required: bool = False) -> tuple[str, ...]:
        """The list of texts under a key, each of which must be one of ``allowed``."""
        values, known = self.texts(name, required=required), set(allowed)
        for value in values:
            if value not in known:
                raise self.refuse(name, f"不认识“{value}”", "名称须与其登记文件中的写法一致")
        return values

    def flag(self, name: str, default: bool) -> bool:
        """The yes or no under a key."""
        value = self._take(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.refuse(name, "应为 true 或 false")
        return value

    def whole(self, name: str, least: int, most: int) -> int:
        """The whole number under a key, from ``least`` to ``most``; refused where missing."""
        value = self._take(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.refuse(name, "缺少此项" if value is None else f"应为 {least} 至 {most} 的整数，现为 {value!r}")
        return value

    def decimal(self, name: str) -> Decimal | None:
        """The number under a key, exactly as written; None where missing. Rule files are read with ``parse_float=Decimal``."""
        value = self._take(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
            raise self.refuse(name, f"应为数字，现为 {value!r}")
        return Decimal(value)

    def day(self, name: str) -> date | None:
        """The date under a key, None where missing."""
        value = self._take(name)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.refuse(name, "应为日期，如 2019-10-01")
        return value

    def table(self, name: str) -> StrictTable:
        """The sub-table under a key; refused where missing."""
        return StrictTable(self.file, f"{self.key}.{name}" if self.key else name, self._take(name))

    def tables(self, name: str, *, required: bool = True) -> tuple[StrictTable, ...]:
        """The array of tables under a key, each knowing its place counted from 1."""
        value = self._take(name)
        if value is None and not required:
            return ()
        if not isinstance(value, list) or (required and not value):
            raise self.refuse(name, "应为若干张表" if value is not None else "缺少此项")
        place = f"{self.key}.{name}" if self.key else name
        return tuple(StrictTable(self.file, f"{place}[{number}]", item) for number, item in enumerate(value, start=1))

    def citation(self, name: str) -> Citation:
        """The citation table under a key; refused where missing."""
        place = f"{self.key}.{name}" if self.key else name
        value = self._take(name)
        if not isinstance(value, Mapping):
            raise self.refuse(name, "缺少引文" if value is None else "引文应为一张表", "没有出处的内容不能进入目录")
        return citation_from({str(key): item for key, item in value.items()}, self.file, place)

    def done(self) -> None:
        """Refuse whatever nobody asked for: an unknown key is a slip of the pen, never ignored."""
        unknown = [name for name in self._data if name not in self._used]
        if unknown:
            raise self.refuse(unknown[0], "有不认识的键", f"可用：{'、'.join(sorted(self._used))}")

    def _take(self, name: str) -> object:
        self._used.add(name)
        return self._data.get(name)

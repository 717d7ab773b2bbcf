"""What a table remembers for one person and page: widths, places, hidden and frozen columns, order, saved filters."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, QSettings

from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.viewmodels.filtering import Filters, from_plain


class TableMemory(QObject):
    """Kept in the window's own settings; without settings (tests, previews) nothing is remembered."""

    def __init__(self, table: DataTable[Any], settings: QSettings | None, person: str, page: str) -> None:
        super().__init__(table)
        self._table, self._settings = table, settings
        self._key = f"tables/{person or '_'}/{page}"
        self.saved: dict[str, Filters] = {}
        """Saved filters by the name the user gave them, oldest first."""
        self._recall()
        table.arranged.connect(self.keep)

    def save_filter(self, name: str, filters: Filters) -> None:
        """Keep a filter under a name; the same name again replaces it."""
        self.saved[name] = filters
        self.keep()

    def forget_filter(self, name: str) -> None:
        """Drop a saved filter."""
        self.saved.pop(name, None)
        self.keep()

    def keep(self) -> None:
        """Write everything down."""
        if self._settings is None:
            return
        table = self._table
        state = {
            "columns": table.layout_state() if table.is_arranged else {},
            "frozen": table.frozen,
            "order": [list(o) for o in table.table.order],
            "filter_row": table.filter_row.is_on,
            "saved": {name: filters.plain() for name, filters in self.saved.items()},
        }
        self._settings.setValue(self._key, json.dumps(state, ensure_ascii=False))

    def _recall(self) -> None:
        """Bring back what was written down; a damaged note is as good as none."""
        try:
            state = json.loads(str(self._settings.value(self._key) or "{}")) if self._settings is not None else {}
        except ValueError:
            return
        if not isinstance(state, dict):
            return
        columns, saved, order = state.get("columns"), state.get("saved"), state.get("order")
        try:
            if isinstance(columns, dict) and columns:
                self._table.restore_layout(columns)
            self._table.freeze(int(state.get("frozen") or 0))
            if isinstance(order, list):
                self._table.sort_by(*((str(key), bool(down)) for key, down in order))
        except (ValueError, TypeError, IndexError):
            self._table.reset_layout()
        if state.get("filter_row") is True:
            self._table.show_filter_row(True)
        if isinstance(saved, dict):
            self.saved = {str(name): from_plain(filters) for name, filters in saved.items()}

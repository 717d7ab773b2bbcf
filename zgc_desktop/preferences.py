"""What one user prefers on this machine, for the window and the command line alike: name at the desk, and the workspace."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_config_path

from zgc_desktop.domain.errors import EnvironmentProblem

APP: Final = "tongchoutai"
_FILE: Final = "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Empty = not said: the system's user name, the platform's data folder."""

    who: str = ""
    workspace: str = ""


def path() -> Path:
    """Where the preferences lie: the user's own configuration folder."""
    return user_config_path(APP, appauthor=False) / _FILE


def load() -> Preferences:
    """The user's preferences; none where the file is missing or is not ours to read: a preference never keeps us from work."""
    try:
        found = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    given = found if isinstance(found, dict) else {}
    return Preferences(*(str(given.get(name, "")) for name in ("who", "workspace")))


def save(preferences: Preferences) -> None:
    """Keep the preferences; EnvironmentProblem where the folder cannot be written."""
    target = path()
    part = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(preferences), ensure_ascii=False), encoding="utf-8")
        part.replace(target)
    except OSError as error:
        raise EnvironmentProblem("个人设置没有存下", where=str(target), why=str(error)) from error

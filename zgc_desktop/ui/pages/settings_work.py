"""What 设置 reads and writes, as work for the worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from zgc_desktop import preferences
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.settings import OfficeSettings
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork

if TYPE_CHECKING:
    from zgc_desktop.paths import Address
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.desks import Desk as DeskSeen
    from zgc_desktop.services.relocate import Moved
    from zgc_desktop.services.report_fonts import FontState


Job: TypeAlias = "SessionWork[str]"
"""Work on the key; returns the recovery code, '' where there is none to show."""
Written: TypeAlias = "SessionWork[ChangeSummary]"
"""Work that leaves a journal entry."""
Adopt: TypeAlias = "Callable[[AppContext], None]"
"""Goes on with the workspace as the work left it."""
Sealing: TypeAlias = Callable[[str, Adopt], Job]
"""Work that puts the workspace under a new passphrase."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: the workspace's settings, the user's own, fonts, checks switched off."""

    office: OfficeSettings
    rules: tuple[tuple[str, str], ...]
    fonts: str
    letters: tuple[FontState, ...]
    checks: int
    off: int
    who: str
    own: preferences.Preferences
    workspace: str
    backups: Path
    encrypted: bool
    read_only: str
    party: str
    party_fixed: bool
    on_server: bool
    desks: tuple[DeskSeen, ...]
    left_for: str
    """Where the workspace was moved to from here; empty where it was not."""
    unshared: tuple[str, ...]
    """Rule files of this machine that are not what every desk uses."""


def look(ctx: AppContext) -> Seen:
    """Read the settings; for the worker."""
    from zgc_desktop.services import checks, desks, encrypt, office_rules, profile, report_fonts, settings, workspace

    found = checks.catalogue(ctx)
    return Seen(
        settings.current(ctx),
        settings.sharing_choices(ctx),
        report_fonts.chosen(ctx),
        report_fonts.states(),
        len(found),
        sum(not c.active for c in found),
        ctx.who,
        preferences.load(),
        ctx.paths.where,
        ctx.paths.backups,
        encrypt.is_encrypted(ctx),
        ctx.store.read_only,
        profile.party(ctx),
        profile.is_fixed(ctx),
        ctx.store.on_server,
        desks.seen(ctx).desks if ctx.store.on_server else (),
        workspace.left_for(ctx),
        office_rules.unshared(ctx),
    )


def move(to: Address, passphrase: str) -> SessionWork[Moved]:
    """Move the workspace to another place."""

    def work(ctx: AppContext, progress: Progress, _c: IsCancelled) -> Moved:
        from zgc_desktop.services import relocate

        return relocate.move(ctx, to, passphrase=passphrase, progress=progress)

    return work


def stay(reason: str) -> Written:
    """Go on with a workspace that was moved away."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import relocate

        return relocate.stay(ctx, reason) or ChangeSummary("")

    return work


def share_rules(reason: str) -> Written:
    """Let every desk use this machine's rules."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import office_rules

        shared = office_rules.share(ctx, reason=reason)
        return shared.summary if shared else ChangeSummary("")

    return work


def choose_party(wanted: str) -> SessionWork[ChangeSummary]:
    """Make the workspace the city's or a park's."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import profile

        return profile.choose(ctx, wanted) or ChangeSummary("")

    return work


@dataclass(frozen=True, slots=True)
class Given:
    """What is filled in."""

    office: OfficeSettings
    fonts: str
    who: str
    reason: str


def save(given: Given) -> SessionWork[ChangeSummary]:
    """Keep what is filled in: the workspace's with a journal entry, the name with the user's own."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import report_fonts, settings

        done = [settings.change(ctx, given.office, reason=given.reason)]
        if given.fonts != report_fonts.chosen(ctx):
            done.append(report_fonts.choose(ctx, given.fonts))
        own = preferences.load()
        if given.who != own.who:
            preferences.save(preferences.Preferences(given.who, own.workspace))
        written = [d for d in done if d is not None]
        subjects = frozenset({"settings"}).union(*(d.subjects for d in written))
        return ChangeSummary("；".join(d.sentence for d in written) or "已保存个人设置", subjects=subjects)

    return work


def make_usual(place: str) -> None:
    """Let the program open this workspace from now on; for the worker."""
    preferences.save(preferences.Preferences(preferences.load().who, place))


def encrypt(words: str, adopt: Adopt) -> Job:
    """Put the workspace under a passphrase; returns the recovery code."""

    def work(ctx: AppContext, progress: Progress, _c: IsCancelled) -> str:
        from zgc_desktop.services import encrypt as service

        now, code = service.encrypt(ctx, words, progress=progress)
        adopt(now)
        return code

    return work


def change_passphrase(old: str, new: str) -> SessionWork[None]:
    """Another passphrase for the same key."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> None:
        from zgc_desktop.services import encrypt as service

        service.require_words(ctx, old)
        service.change_passphrase(ctx, new)

    return work


def change_key(old: str) -> Sealing:
    """A new key under a new passphrase, everything sealed anew; its work returns the new recovery code."""

    def sealing(new: str, adopt: Adopt) -> Job:
        def work(ctx: AppContext, progress: Progress, _c: IsCancelled) -> str:
            from zgc_desktop.services import encrypt as service

            service.require_words(ctx, old)
            now, code = service.change_key(ctx, new, progress=progress)
            adopt(now)
            return code

        return work

    return sealing


def decrypt(old: str, adopt: Adopt) -> Job:
    """Take the encryption off."""

    def work(ctx: AppContext, progress: Progress, _c: IsCancelled) -> str:
        from zgc_desktop.services import encrypt as service

        service.require_words(ctx, old)
        adopt(service.decrypt(ctx, progress=progress))
        return ""

    return work

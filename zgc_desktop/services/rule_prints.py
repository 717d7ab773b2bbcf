"""Fingerprints of the rule files, kept with every published month so that a later change of rules can be named."""

from __future__ import annotations

import hashlib

from zgc_desktop.services.context import AppContext


def rule_prints(ctx: AppContext) -> dict[str, str]:
    """SHA-256 of every rule file in use by its name: the shipped ones, and the office's own under ``本办/``."""
    found = {}
    for folder, prefix in ((ctx.resources / "rules", ""), (ctx.paths.root / "rules", "本办/")):
        for path in sorted(folder.rglob("*.toml")):
            content = path.read_bytes().replace(b"\r\n", b"\n")
            found[prefix + path.relative_to(folder).as_posix()] = hashlib.sha256(content).hexdigest()
    return found

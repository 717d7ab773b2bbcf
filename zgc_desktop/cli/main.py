"""The command line ``zgc``: each command a thin call of one service; facts as JSON on standard output with ``--json``.

Exit codes: 0 done; 1 done but something needs a person; 2 refused; 3 environment (locked, disk full, newer schema).
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from functools import cache

import typer

from zgc_desktop.cli import (
    adjustments,
    admission,
    assess,
    audit,
    backup,
    case_record,
    clusters,
    decisions,
    documents,
    exchange,
    intake,
    issue_desk,
    land,
    match,
    months,
    moves,
    outside,
    papers,
    positions,
    projects,
    records,
    reference,
    returns,
    rules,
    settlement,
    sheets,
    submissions,
    tiers,
    undo,
    usage,
    words,
    workspace,
)
from zgc_desktop.cli.output import err
from zgc_desktop.domain.errors import Cancelled, KnownError

app = typer.Typer(
    help="统筹台：中关村一区多园统筹协调", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
for command in (
    documents.demo,
    reference.catalogue,
    reference.template,
    submissions.receive,
    submissions.accept,
    submissions.void,
    moves.leads,
    settlement.settle,
    settlement.explain,
    settlement.statement,
    settlement.simulate,
    decisions.scenario,
    tiers.recognise,
    clusters.indicators,
    documents.report,
    documents.publish,
    documents.verify,
    documents.code,
    issue_desk.fonts,
    issue_desk.sign,
    documents.check,
    undo.undo,
    undo.redo,
    backup.restore,
    workspace.export_workspace,
    workspace.import_workspace,
    workspace.export_companies,
    workspace.encrypt,
    workspace.rekey,
    workspace.decrypt,
    workspace.take_over,
    workspace.move,
    workspace.desks,
    records.targets,
):
    app.command()(command)
intake.add_to(app)
returns.add_to(app)
papers.add_to(sheets.sheet_app, app)
positions.add_to(app)
case_record.add_to(moves.case_app)
app.add_typer(moves.case_app, name="case")
app.add_typer(outside.outside_app, name="outside")
app.add_typer(words.words_app, name="words")
app.add_typer(land.land_app, name="land")
app.add_typer(admission.standard_app, name="standard")
app.add_typer(projects.project_app, name="project")
app.add_typer(assess.assess_app, name="assess")
app.add_typer(records.register_app, name="register")
app.add_typer(records.body_app, name="body")
app.add_typer(records.task_app, name="task")
app.add_typer(issue_desk.matter_app, name="matter")
app.add_typer(issue_desk.errata_app, name="errata")
app.add_typer(sheets.sheet_app, name="sheet")
app.add_typer(tiers.tiers_app, name="tiers")
app.add_typer(clusters.clusters_app, name="clusters")
app.add_typer(match.match_app, name="match")
app.add_typer(rules.rules_app, name="rules")
adjustments.add_to(settlement.settlement_app)
app.add_typer(settlement.settlement_app, name="settlement")
app.add_typer(months.month_app, name="month")
app.add_typer(audit.audit_app, name="audit")
app.add_typer(backup.backup_app, name="backup")
app.add_typer(exchange.exchange_app, name="exchange")


@cache
def _commands() -> Callable[..., object]:
    """The whole tree of commands, built once: a window or a test that runs many commands builds it no second time."""
    usage.speak_chinese()
    command: Callable[..., object] = usage.help_in_chinese(typer.main.get_command(app))
    return command


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; a known failure or a wrong call is a sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows consoles and pipes start in the ANSI code page
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        done = _commands()(list(arguments), prog_name="zgc", standalone_mode=False)
    except typer.TyperException as wrong:
        if type(wrong).__name__ != "NoArgsIsHelpError":  # its help stands on the screen already
            err(usage.wrong_call(wrong))
        return wrong.exit_code
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    except KnownError as error:
        err(error.sentence)
        return error.exit_code
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        err("已取消，未写入任何数据。")
        return 2
    return done if isinstance(done, int) else 0

"""Says whether the program can work here, and what hinders it."""

from typing import Annotated

import typer

from my_package.my_diagnostics import Outcome, diagnose
# tsq: if configuration: files, combination
from my_package.my_models import ExitCode, Options, Report
# tsq: else
from my_package.my_models import ExitCode, Report
# tsq: end
from my_package.my_output import render


def register(app: typer.Typer) -> None:
    """Attach the subcommand to the program.

    Args:
        app: The program.
    """

    @app.command("doctor", help="Say whether the program can work here, and what hinders it.")
    def command(
        # tsq: if configuration: files, combination
        context: typer.Context,
        # tsq: end
        *,
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    ) -> None:
        # Settings that cannot be read are one of its findings: it begins without them.
        # tsq: if configuration: files, combination
        options = context.find_object(Options) or Options()
        findings = diagnose(options.config)
        # tsq: else
        findings = diagnose()
        # tsq: end
        rows = tuple((each.code, each.outcome, each.detail) for each in findings)
        typer.echo(render(Report(("check", "outcome", "detail"), rows), as_json=as_json))
        if any(each.outcome is Outcome.FAILED for each in findings):
            raise typer.Exit(ExitCode.FOUND)

"""The program: its options, its subcommands, and how it tells that it failed."""

import sys
from contextlib import suppress
from importlib.metadata import version
# tsq: if configuration: files, combination
from pathlib import Path
# tsq: end
from typing import Annotated, NoReturn

import typer

# tsq: each subcommands
from my_package.my_command import register as register_my_component
# tsq: end
from my_package.my_doctor import register as register_doctor
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: end
from my_package.my_models import ExitCode, Options
# tsq: if configuration: files, combination
from my_package.my_program import path_from
# tsq: end
from my_package.my_utils import printable

__all__ = ["app", "main"]

app = typer.Typer(
    # tsq: slot help
    help="What it is.",
    # tsq: end
    no_args_is_help=True,
    add_completion=False,
    # Help is plain text, and a traceback shows no values: they may be secret.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
# tsq: each subcommands
register_my_component(app)
# tsq: end
register_doctor(app)


def _tell_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(version("my-package"))
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    *,
    # tsq: if configuration: files, combination
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="FILE", parser=path_from, help="Read the settings of a file."
        ),
    ] = None,
    # tsq: end
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show records for debugging.")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    # tsq: if configuration: files, combination
    context.obj = Options(config=config, verbose=verbose)
    # tsq: else
    context.obj = Options(verbose=verbose)
    # tsq: end


def main() -> None:
    """Run the program: results go to standard output, everything else to standard error.

    # tsq: if errors: exceptions
    A failure that the program knows ends it with one line, and so does output that cannot be
    written; anything else is a bug and not caught.
    # tsq: else
    A failure that a subcommand opens ends it with one line, and so does output that cannot be
    written; anything else that is raised is a bug and not caught.
    # tsq: end
    """
    try:
        app(prog_name="my-package")
    # tsq: if errors: exceptions
    except MyPackageError as error:
        _fail(error.error_code, error)
    # tsq: end
    except OSError as error:
        # An error over a file has its name; over standard output it has none.
        if error.filename is not None:
            raise
        # What was not written would be tried again, and told again, when Python ends.
        with suppress(OSError):
            sys.stdout.close()
        _fail("output", error)
    except SystemExit as ended:
        # Typer ends with 1, the code of bugs, when nobody reads the output any more.
        if isinstance(ended.__context__, BrokenPipeError):
            sys.exit(ExitCode.UNREAD)
        raise


def _fail(code: str, error: Exception) -> NoReturn:
    typer.echo(f"my-package: {code}: {printable(str(error))}", err=True)
    sys.exit(ExitCode.FAILED)

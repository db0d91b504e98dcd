# tsq: slot opening
"""What it does.
# tsq: end

What is typed becomes a MyComponentRequest.
``run`` answers it, and the answer is printed. What a request leads to is decided there alone: the
answer is the request as it was understood.
# tsq: if errors: results, mixed
A ``run`` that comes to fail returns a Result, and ``opened`` ends the program with its failure.
# tsq: end
"""

from dataclasses import dataclass, fields
# tsq: each enums
from enum import StrEnum
# tsq: end
# tsq: each paths
from pathlib import Path
# tsq: end
from typing import Annotated

import typer

from my_package.my_output import Report, render
from my_package.my_program import begin
# tsq: if errors: results, mixed
from my_package.my_program import opened
# tsq: end
# tsq: each floats
from my_package.my_program import finite
# tsq: end

# tsq: each choices


class MyChoice(StrEnum):
    # tsq: slot says
    """What it may be."""
    # tsq: end

    # tsq: slot members
    ONE = "one"
    # tsq: end
# tsq: end


@dataclass(frozen=True, slots=True, kw_only=True)
class MyComponentRequest:
    # tsq: each described
    """What the command is asked for.

    Attributes:
        # tsq: slot attributes
        source: The file to read.
        # tsq: end
    """

    # tsq: slot fields
    source: Path
    # tsq: end
    # tsq: end
    # tsq: each bare
    """What the command is asked for: nothing but to run."""
    # tsq: end


def run(request: MyComponentRequest) -> Report:
    """Answer a request; nothing outside of it is looked at or changed.

    Args:
        request: What the command is asked for.

    Returns:
        Every value of the request by its name, defaults included.
    """
    values = [(field.name, getattr(request, field.name)) for field in fields(request)]
    return Report(("name", "value"), tuple(values))


def register(app: typer.Typer) -> None:
    """Attach the subcommand to the program.

    Args:
        app: The program.
    """

    # tsq: slot decorator
    @app.command("my-component", help="What it does.")
    # tsq: end
    # tsq: slot signature
    def command(
        # tsq: end
        context: typer.Context,
        # tsq: slot arguments
        source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The file to read.")],
        # tsq: end
        *,
        # tsq: slot flags
        limit: Annotated[int, typer.Option("--limit", help="How many rows at most.")] = 10,
        # tsq: end
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    ) -> None:
        # tsq: if errors: exceptions
        begin(context)
        # tsq: else
        opened(begin(context))
        # tsq: end
        # tsq: slot request
        request = MyComponentRequest(source=source, limit=limit)
        # tsq: end
        typer.echo(render(run(request), as_json=as_json))

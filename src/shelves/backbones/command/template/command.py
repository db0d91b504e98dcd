# tsq: slot opening
"""What it does.
# tsq: end

What is typed becomes a MyComponentRequest.
An action carries it out: the one that ``register`` is given where the program is put together.
Without one the request is described, and nothing else is done.
"""

from dataclasses import dataclass
# tsq: each enums
from enum import StrEnum
# tsq: end
# tsq: each paths
from pathlib import Path
# tsq: end
from typing import Annotated

import typer

from my_package.my_actions import Action, describe, explained, perform
from my_package.my_output import render
from my_package.my_program import begin
# tsq: if errors: results, mixed
from my_package.my_program import opened
# tsq: end
# tsq: each floats
from my_package.my_program import finite
# tsq: end
# tsq: each paths
from my_package.my_program import path_from
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


def register(app: typer.Typer, action: Action[MyComponentRequest] = describe) -> None:
    """Attach the subcommand to the program.

    Args:
        app: The program.
        action: What carries its requests out.
    """
    # tsq: slot does
    does = "What it does."
    # tsq: end

    @app.command("my-component", help=explained(does, action))
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
        # tsq: if errors: exceptions
        typer.echo(render(perform(action, request), as_json=as_json))
        # tsq: else
        typer.echo(render(opened(perform(action, request)), as_json=as_json))
        # tsq: end

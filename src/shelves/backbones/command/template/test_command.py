import json
# tsq: each described
from dataclasses import FrozenInstanceError
# tsq: end
# tsq: each paths
from pathlib import Path
# tsq: end

import pytest
import typer
from typer.testing import CliRunner, Result

# tsq: each described
from my_package.my_actions import describe
# tsq: end
# tsq: slot names
from my_package.my_component import MyComponentRequest, register
# tsq: end
# tsq: if errors: results, mixed
from my_package.my_errors import Ok
# tsq: end
from my_package.my_models import Report

# tsq: slot asked
ASKED = ["my-component", "a/file", "--limit", "3"]
REQUEST = MyComponentRequest(source=Path("a/file"), limit=3)
# tsq: end
# tsq: each defaults
# tsq: slot least
LEAST = ["my-component", "a/file"]
LEAST_REQUEST = MyComponentRequest(source=Path("a/file"), limit=10)
# tsq: end
# tsq: end


# A program of its own: whatever action the real one has, the command line is what is tested here.
PROGRAM = typer.Typer(rich_markup_mode=None)
register(PROGRAM)


@PROGRAM.callback()
def keep_its_name() -> None:
    pass


def ask(*typed: str) -> Result:
    return CliRunner().invoke(PROGRAM, typed)


def test_the_command_line_becomes_the_request() -> None:
    asked = ask(*ASKED)

    assert (asked.exit_code, asked.stderr) == (0, "")
    assert asked.stdout.splitlines() == [
        # tsq: slot answer
        "name    value",
        "source  a/file",
        "limit   3",
        # tsq: end
    ]


# tsq: each defaults
def test_what_is_not_given_has_its_default() -> None:
    program = typer.Typer()
    # tsq: if errors: exceptions
    register(program, lambda request: Report(("right",), ((request == LEAST_REQUEST,),)))
    # tsq: else
    register(program, lambda request: Ok(Report(("right",), ((request == LEAST_REQUEST,),))))
    # tsq: end

    assert CliRunner().invoke(program, LEAST[1:]).stdout == "right\ntrue\n"


# tsq: end
def test_programs_get_json() -> None:
    asked = ask(*ASKED, "--json")

    assert asked.exit_code == 0
    assert json.loads(asked.stdout) == [
        # tsq: slot objects
        {"name": "source", "value": "a/file"},
        {"name": "limit", "value": 3},
        # tsq: end
    ]


# tsq: each described
def test_a_description_has_every_value_of_the_request() -> None:
    # tsq: if errors: exceptions
    report = describe(REQUEST)
    # tsq: else
    report = describe(REQUEST).value
    # tsq: end

    assert report.columns == ("name", "value")
    assert report.rows == (
        # tsq: slot rows
        ("source", Path("a/file")),
        # tsq: end
    )


def test_a_request_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        REQUEST.my_field = REQUEST.my_field  # type: ignore[misc]


# tsq: end
@pytest.mark.parametrize(
    "typed",
    [
        # tsq: slot wrong
        ["--no-such-flag"],
        # tsq: end
    ],
)
def test_wrong_usage_is_refused_on_standard_error(typed: list[str]) -> None:
    refused = ask("my-component", *typed)

    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert "Usage: " in refused.stderr
    assert "Error: " in refused.stderr


def test_its_help_needs_no_setting_and_no_argument() -> None:
    shown = ask("my-component", "--help")

    assert shown.exit_code == 0
    assert "--json" in shown.stdout


def test_an_action_of_its_own_answers_in_its_stead_and_the_help_no_longer_says_otherwise() -> None:
    program = typer.Typer(rich_markup_mode=None)
    # tsq: if errors: exceptions
    register(program, lambda request: Report(("right",), ((request == REQUEST,),)))
    # tsq: else
    register(program, lambda request: Ok(Report(("right",), ((request == REQUEST,),))))
    # tsq: end

    answered = CliRunner().invoke(program, ASKED[1:])
    helped = CliRunner().invoke(program, ["--help"])

    assert (answered.exit_code, answered.stdout) == (0, "right\ntrue\n")
    assert "nothing else" not in helped.stdout

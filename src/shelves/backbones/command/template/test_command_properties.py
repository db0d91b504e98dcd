# tsq: each paths
from pathlib import Path
# tsq: end

import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from my_package.my_actions import describe
# tsq: slot names
from my_package.my_component import MyComponentRequest, register
# tsq: end
# tsq: if errors: results, mixed
from my_package.my_errors import Ok
# tsq: end
from my_package.my_models import Report
from my_package.my_output import render

# tsq: each texts
# No shell can pass a null character, and no text holds half a character.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
# tsq: end
# tsq: each paths
PATHS = TEXTS.map(Path)
# tsq: end
# tsq: slot requests
REQUESTS = st.builds(MyComponentRequest, source=PATHS)
# tsq: end


def typed_for(request: MyComponentRequest) -> list[str]:
    # tsq: slot typing
    typed: list[str] = []
    typed += ["--", str(request.source)]
    # tsq: end
    return typed


# Each example puts the command line together anew.
@settings(deadline=None, max_examples=30)
@given(REQUESTS)
def test_whatever_is_typed_arrives_in_the_request(request: MyComponentRequest) -> None:
    program = typer.Typer(rich_markup_mode=None)
    # tsq: if errors: exceptions
    register(program, lambda arrived: Report(("right",), ((arrived == request,),)))
    # tsq: else
    register(program, lambda arrived: Ok(Report(("right",), ((arrived == request,),))))
    # tsq: end

    asked = CliRunner().invoke(program, typed_for(request))

    assert (asked.exit_code, asked.stdout, asked.stderr) == (0, "right\ntrue\n", "")


@given(REQUESTS)
def test_a_table_has_one_line_for_each_value(request: MyComponentRequest) -> None:
    # tsq: if errors: exceptions
    report = describe(request)
    # tsq: else
    report = describe(request).value
    # tsq: end
    lines = render(report, as_json=False).split("\n")

    assert len(lines) == 1 + len(report.rows)
    assert all(line.isprintable() for line in lines)

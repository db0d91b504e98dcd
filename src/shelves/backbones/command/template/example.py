"""Carries my_component out by an action of its own, without a command line."""

from dataclasses import fields
# tsq: each paths
from pathlib import Path
# tsq: end

from my_package.my_actions import describe, perform
# tsq: slot names
from my_package.my_component import MyComponentRequest
# tsq: end
# tsq: if errors: results, mixed
from my_package.my_errors import Ok
# tsq: end
from my_package.my_models import Report
from my_package.my_output import render
# tsq: if errors: results, mixed
from my_package.my_program import opened
# tsq: end


# tsq: if errors: exceptions
def count(request: MyComponentRequest) -> Report:
    """Answer with how many values there are; an action of yours does what the program is for."""
    return Report(("values",), ((len(fields(request)),),))
# tsq: else
def count(request: MyComponentRequest) -> Ok[Report]:
    """Answer with how many values there are; an action of yours does what the program is for."""
    return Ok(Report(("values",), ((len(fields(request)),),)))
# tsq: end


# tsq: slot request
request = MyComponentRequest(source=Path("a/file"))
# tsq: end
# tsq: if errors: exceptions
print(render(perform(describe, request), as_json=False))
print(render(perform(count, request), as_json=False))
# tsq: else
print(render(opened(perform(describe, request)), as_json=False))
print(render(opened(perform(count, request)), as_json=False))
# tsq: end

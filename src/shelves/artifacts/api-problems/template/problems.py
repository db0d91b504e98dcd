"""Answers for what goes wrong, as problem details (RFC 9457)."""

# tsq: if errors: exceptions
from collections.abc import Awaitable, Callable
# tsq: else
from collections.abc import Callable
# tsq: end
from http import HTTPStatus
from json import JSONDecodeError
from typing import Any, Final
# tsq: if errors: results, mixed
from typing import TypeVar
# tsq: end

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

# tsq: if errors: exceptions
__all__ = ["Problem", "ProblemError", "add_problems", "answering", "problem", "responses"]
# tsq: else
from my_package.my_errors import Ok, Result

__all__ = ["Problem", "ProblemError", "add_problems", "opened", "problem", "responses"]
# tsq: end

MEDIA_TYPE: Final = "application/problem+json"
RETRY_AFTER: Final = "1"
"""Seconds."""

# tsq: if errors: exceptions
Handler = Callable[[Request, Exception], Awaitable[JSONResponse]]
# tsq: else
Value = TypeVar("Value")
Failure = TypeVar("Failure")
# tsq: end


class ProblemError(BaseModel):
    """One fault in a request.

    Attributes:
        pointer: Where it is, as a JSON Pointer: `/body/name`.
        detail: What is wrong with it.
    """

    pointer: str
    detail: str


class Problem(BaseModel):
    """Why a request was not carried out.

    Attributes:
        type: What identifies the kind of problem; `about:blank` says that the status does.
        title: The kind of problem.
        status: The HTTP status.
        detail: What happened this time.
        errors: The faults of the request, when it is the request that is at fault.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[ProblemError] = []


def problem(
    status: int,
    detail: str,
    *,
    errors: list[ProblemError] | None = None,
    headers: dict[str, str] | None = None,
) -> JSONResponse:
    """Return the answer that says what went wrong."""
    content = Problem(
        title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors or []
    )
    return JSONResponse(content.model_dump(), status, headers, MEDIA_TYPE)


# tsq: if errors: exceptions
def answering(status: int) -> Handler:
    """Return a handler that answers an exception with this status and the exception's words.

    Whoever is turned away for now is told when to come back.
    """
    later = {"Retry-After": RETRY_AFTER} if status == HTTPStatus.SERVICE_UNAVAILABLE else None

    async def handle(_: Request, error: Exception) -> JSONResponse:
        return problem(status, str(error), headers=later)

    return handle
# tsq: else
def opened(result: Result[Value, Failure], status_of: Callable[[Failure], int]) -> Value:
    """Open a result where a request is answered: the only place that makes a failure a problem.

    Whoever is turned away for now is told when to come back.

    Args:
        result: What came of the request.
        status_of: The status that answers a failure.

    Returns:
        The value of a success.

    Raises:
        HTTPException: The result is a failure; its words are the answer.
    """
    if isinstance(result, Ok):
        return result.value
    status = status_of(result.error)
    later = {"Retry-After": RETRY_AFTER} if status == HTTPStatus.SERVICE_UNAVAILABLE else None
    raise HTTPException(status, str(result.error), later)
# tsq: end


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe the answers of an operation that went wrong, for its documentation."""
    return {each: {"model": Problem, "description": HTTPStatus(each).phrase} for each in statuses}


def add_problems(app: FastAPI) -> None:
    """Answer whatever the framework refuses as problem details, and say so in the documentation."""

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> JSONResponse:
        headers = dict(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = ", ".join(allowed(app, request.url.path)) or headers["Allow"]
        return problem(error.status_code, error.detail, headers=headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        return problem(422, "the request does not fit its description", errors=faults(error))

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = with_problems(
                get_openapi(
                    title=app.title,
                    version=app.version,
                    description=app.description,
                    routes=app.routes,
                )
            )
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def allowed(app: FastAPI, path: str) -> list[str]:
    """Return every method that a path takes; a route by itself knows only its own."""
    for template, operations in app.openapi()["paths"].items():
        expression, _, _ = compile_path(template)
        if expression.fullmatch(path):
            return sorted(method.upper() for method in operations)
    return []


def faults(error: RequestValidationError) -> list[ProblemError]:
    """Name the faults of a request by their places.

    The values stay out of it: an answer may be logged where they do not belong.
    """
    broken = error.__cause__
    if isinstance(broken, JSONDecodeError):
        # What is no JSON has no members to point at; the parser says line and column.
        return [ProblemError(pointer="/body", detail=f"not JSON: {broken}")]
    return [
        ProblemError(pointer=pointer(*each["loc"]), detail=each["msg"]) for each in error.errors()
    ]


def pointer(*parts: str | int) -> str:
    """Return a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)


def with_problems(schema: dict[str, Any]) -> dict[str, Any]:
    """Give every problem in the description its own media type."""
    reference = {"$ref": "#/components/schemas/Problem"}
    for path in schema["paths"].values():
        for operation in path.values():
            for response in operation["responses"].values():
                content = response.get("content", {})
                if content.get("application/json", {}).get("schema") == reference:
                    response["content"] = {MEDIA_TYPE: {"schema": reference}}
    return schema

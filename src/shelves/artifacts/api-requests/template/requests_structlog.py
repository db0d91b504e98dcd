"""What happens around every request: its id, its line in the log, the answer when it fails."""

import re
from time import perf_counter
from typing import Final
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from my_package.my_problems import problem
from my_package.my_logging import get_logger

__all__ = ["HEADER", "RequestContext"]

HEADER: Final = "X-Request-ID"
# What is logged and sent back comes from outside: nothing else is taken for an id.
ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")

logger = get_logger(__name__)


class RequestContext:
    """Middleware that gives each request an id, logs it once, and answers what nobody expected."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request; anything but HTTP passes through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        request_id = given if ID.fullmatch(given) else uuid4().hex
        status: int | None = None

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = request_id
            await send(message)

        begun = perf_counter()
        with bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, send_with_id)
            except Exception:
                logger.exception("request failed")
                if status is not None:
                    raise
                await problem(500, "it is not your request's fault")(scope, receive, send_with_id)
            finally:
                logger.info(
                    "request",
                    method=scope["method"],
                    path=scope["path"],
                    status=status,
                    duration_ms=round((perf_counter() - begun) * 1000, 1),
                )

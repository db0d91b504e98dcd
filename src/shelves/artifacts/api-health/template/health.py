# tsq: blocking concurrency: sync, recommend
"""Whether the service lives, and whether it can work."""

# tsq: if concurrency: sync, recommend
from collections.abc import Callable, Mapping
# tsq: else
from collections.abc import Awaitable, Callable, Mapping
# tsq: end
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel

from my_package.my_problems import responses

__all__ = ["Check", "Health", "router"]

Check = Callable[[], Awaitable[bool]]
"""Tells whether something that the service stands on can be used right now."""

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """That all is well."""

    status: Literal["ok"] = "ok"


def checks(request: Request) -> Mapping[str, Check]:
    """Return what must be ready, by name."""
    found: Mapping[str, Check] = request.state.checks
    return found


@router.get("/health")
async def health() -> Health:
    """Answer as long as the process can; a platform restarts it when there is no answer."""
    return Health()


@router.get("/ready", responses=responses(503))
async def ready(checks: Annotated[Mapping[str, Check], Depends(checks)]) -> Health:
    """Answer whether requests can be carried out; a platform sends none while they cannot."""
    failing = sorted([name for name, check in checks.items() if not await check()])
    if failing:
        raise HTTPException(503, f"not ready: {', '.join(failing)}")
    return Health()
# tsq: end

# tsq: blocking concurrency: sync, recommend
"""What can be done with my_component.py over HTTP."""

# tsq: if errors: exceptions
from typing import Final
# tsq: end
from typing import Annotated
from uuid import UUID

# tsq: slot imports
from fastapi import APIRouter, Depends, Query, Request, Response

from my_package.my_component import MyComponent
# tsq: end
from my_package.my_problems import responses
# tsq: if errors: results, mixed
from my_package.my_problems import opened
# tsq: end

# tsq: if errors: exceptions
__all__ = ["STATUSES", "router"]

STATUSES: Final[dict[type[Exception], int]] = {
    MyComponentNotFoundError: 404,
    MyComponentConflictError: 409,
    MyComponentBusyError: 503,
}
"""How what goes wrong is answered."""

# tsq: else
__all__ = ["router"]

# tsq: end
router = APIRouter(prefix="/my-address", tags=["my-address"])


def my_component_service(request: Request) -> MyComponentService:
    """Return the service of the running application."""
    service: MyComponentService = request.state.my_component_service
    return service


MyComponentDependency = Annotated[MyComponentService, Depends(my_component_service)]
# tsq: if errors: results, mixed


def status_of(failure: MyComponentFailure) -> int:
    """Return the status that answers a failure; a failure without one does not type-check."""
    match failure:
        case MyComponentNotFoundError():
            return 404
        case MyComponentConflictError():
            return 409
        case MyComponentBusyError():
            return 503
# tsq: end


@router.post("", status_code=201, responses=responses(400, 409, 422, 503))
async def create_my_component(
    data: MyComponentData, service: MyComponentDependency, request: Request, response: Response
) -> MyComponent:
    """Keep a new one; its address is in the Location header."""
    # tsq: if errors: exceptions
    created = await service.create(data)
    # tsq: else
    created = opened(await service.create(data), status_of)
    # tsq: end
    response.headers["Location"] = str(
        request.app.url_path_for("get_my_component", my_component_id=created.id)
    )
    return created


# tsq: each listing
@router.get("", responses=responses(422, 503))
async def list_my_components(
    service: MyComponentDependency,
    after: Annotated[UUID | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_LIMIT)] = DEFAULT_LIMIT,
) -> MyComponentPage:
    """List them by id; give `next` of one page as `after` to get the next one."""
    # tsq: if errors: exceptions
    return await service.page(after=after, limit=limit)
    # tsq: else
    return opened(await service.page(after=after, limit=limit), status_of)
    # tsq: end


# tsq: end
@router.get("/{my_component_id}", responses=responses(404, 422, 503))
async def get_my_component(my_component_id: UUID, service: MyComponentDependency) -> MyComponent:
    """Look one up."""
    # tsq: if errors: exceptions
    return await service.get(my_component_id)
    # tsq: else
    return opened(await service.get(my_component_id), status_of)
    # tsq: end


# tsq: each updating
@router.put("/{my_component_id}", responses=responses(400, 404, 409, 422, 503))
async def update_my_component(
    my_component_id: UUID, data: MyComponentData, service: MyComponentDependency
) -> MyComponent:
    """Replace everything that is said of one."""
    # tsq: if errors: exceptions
    return await service.update(my_component_id, data)
    # tsq: else
    return opened(await service.update(my_component_id, data), status_of)
    # tsq: end


# tsq: end
# tsq: each deleting
@router.delete("/{my_component_id}", status_code=204, responses=responses(404, 422, 503))
async def delete_my_component(my_component_id: UUID, service: MyComponentDependency) -> None:
    """Forget one."""
    # tsq: if errors: exceptions
    await service.delete(my_component_id)
    # tsq: else
    opened(await service.delete(my_component_id), status_of)
    # tsq: end
# tsq: end
# tsq: end

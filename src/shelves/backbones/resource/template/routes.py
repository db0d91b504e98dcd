# tsq: blocking concurrency: sync, recommend
"""What can be done with my_component.py over HTTP."""

from typing import Annotated, Final
from uuid import UUID

# tsq: slot imports
from fastapi import APIRouter, Depends, Query, Request, Response

from my_package.my_component import MyComponent
# tsq: end
from my_package.my_problems import responses

__all__ = ["STATUSES", "router"]

STATUSES: Final[dict[type[Exception], int]] = {
    MyComponentNotFoundError: 404,
    MyComponentConflictError: 409,
    MyComponentBusyError: 503,
}
"""How what goes wrong is answered."""

router = APIRouter(prefix="/my-address", tags=["my-address"])


def my_component_service(request: Request) -> MyComponentService:
    """Return the service of the running application."""
    service: MyComponentService = request.state.my_component_service
    return service


MyComponentDependency = Annotated[MyComponentService, Depends(my_component_service)]


@router.post("", status_code=201, responses=responses(400, 409, 422, 503))
async def create_my_component(
    data: MyComponentData, service: MyComponentDependency, request: Request, response: Response
) -> MyComponent:
    """Keep a new one; its address is in the Location header."""
    created = await service.create(data)
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
    return await service.page(after=after, limit=limit)


# tsq: end
@router.get("/{my_component_id}", responses=responses(404, 422, 503))
async def get_my_component(my_component_id: UUID, service: MyComponentDependency) -> MyComponent:
    """Look one up."""
    return await service.get(my_component_id)


# tsq: each updating
@router.put("/{my_component_id}", responses=responses(400, 404, 409, 422, 503))
async def update_my_component(
    my_component_id: UUID, data: MyComponentData, service: MyComponentDependency
) -> MyComponent:
    """Replace everything that is said of one."""
    return await service.update(my_component_id, data)


# tsq: end
# tsq: each deleting
@router.delete("/{my_component_id}", status_code=204, responses=responses(404, 422, 503))
async def delete_my_component(my_component_id: UUID, service: MyComponentDependency) -> None:
    """Forget one."""
    await service.delete(my_component_id)
# tsq: end
# tsq: end

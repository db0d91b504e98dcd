"""The application: everything that the service is made of, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
# tsq: each stacks
from contextlib import AsyncExitStack
# tsq: end
from importlib.metadata import version
from typing import TypedDict

from fastapi import FastAPI
from fastapi.routing import APIRoute

from my_package.my_health import Check
from my_package.my_health import router as health_router
from my_package.my_problems import add_problems
from my_package.my_requests import RequestContext
from my_package.my_config import Settings
from my_package.my_config import load_settings
# tsq: if errors: exceptions
# tsq: each serving
from my_package.my_problems import answering
# tsq: end
# tsq: end
# tsq: if errors: results
from my_package.my_errors import Err, Ok
# tsq: end
# tsq: if errors: mixed
from my_package.my_errors import expect
# tsq: end
# tsq: each resources
from my_package.my_version import my_routes as my_components_v1
from my_package.my_component import MyComponentService
# tsq: end
# tsq: each databases
from my_package.my_component_storage import SqliteMyComponentRepository
# tsq: end
# tsq: each memories
from my_package.my_component_storage import InMemoryMyComponentRepository
# tsq: end

__all__ = ["State", "create_app"]


class State(TypedDict):
    """What lives as long as the application does, and every request may use."""

    settings: Settings
    checks: dict[str, Check]
    # tsq: each resources
    my_component_service: MyComponentService
    # tsq: end


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application; nothing is opened before it starts.

    A server that is given this factory calls it without arguments, and hears of settings that
    cannot be used by what is raised.

    Args:
        settings: What can be set from outside; by default what the environment says.

    Raises:
        # tsq: if errors: exceptions
        ConfigurationError: The environment decides, and holds a value that is not allowed.
        # tsq: end
        # tsq: if errors: results
        RuntimeError: The environment decides, and holds a value that is not allowed.
        # tsq: end
        # tsq: if errors: mixed
        UncheckedFailureError: The environment decides, and holds a value that is not allowed.
        # tsq: end
    """
    # tsq: if errors: exceptions
    settings = load_settings() if settings is None else settings
    # tsq: end
    # tsq: if errors: results
    settings = _from_environment() if settings is None else settings
    # tsq: end
    # tsq: if errors: mixed
    settings = expect(load_settings()) if settings is None else settings
    # tsq: end

    # tsq: each stacks
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[State]:
        async with AsyncExitStack() as stack:
            # tsq: each databases
            # tsq: if concurrency: sync, recommend
            my_component_repository = stack.enter_context(
                SqliteMyComponentRepository.open(settings.database)
            )
            # tsq: else
            my_component_repository = await stack.enter_async_context(
                SqliteMyComponentRepository.open(settings.database)
            )
            # tsq: end
            # tsq: end
            # tsq: each memories
            my_component_repository = InMemoryMyComponentRepository()
            # tsq: end
            yield {
                "settings": settings,
                "checks": {
                    # tsq: each resources
                    "my_component": my_component_repository.is_ready,
                    # tsq: end
                },
                # tsq: each resources
                "my_component_service": MyComponentService(my_component_repository),
                # tsq: end
            }

    # tsq: end
    # tsq: each plain
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[State]:
        # tsq: each memories
        my_component_repository = InMemoryMyComponentRepository()
        # tsq: end
        yield {
            "settings": settings,
            "checks": {
                # tsq: each resources
                "my_component": my_component_repository.is_ready,
                # tsq: end
            },
            # tsq: each resources
            "my_component_service": MyComponentService(my_component_repository),
            # tsq: end
        }

    # tsq: end
    app = FastAPI(
        title="My Package",
        # tsq: slot description
        description="What it is.",
        # tsq: end
        version=version("my-package"),
        lifespan=lifespan,
        generate_unique_id_function=operation_id,
    )
    app.add_middleware(RequestContext)
    add_problems(app)
    app.include_router(health_router)
    # tsq: each few
    # tsq: each resources
    # tsq: if errors: exceptions
    for error, status in my_components_v1.STATUSES.items():
        app.add_exception_handler(error, answering(status))
    # tsq: end
    app.include_router(my_components_v1.router, prefix="/v1")
    # tsq: end
    # tsq: end
    # tsq: each many
    # tsq: if errors: exceptions
    for statuses in (
        # tsq: each resources
        my_components_v1.STATUSES,
        # tsq: end
    ):
        for error, status in statuses.items():
            app.add_exception_handler(error, answering(status))
    # tsq: end
    for router in (
        # tsq: each resources
        my_components_v1.router,
        # tsq: end
    ):
        app.include_router(router, prefix="/v1")
    # tsq: end
    return app


# tsq: if errors: results
def _from_environment() -> Settings:
    match load_settings():
        case Ok(settings):
            return settings
        case Err(problem):
            raise RuntimeError(str(problem))


# tsq: end
def operation_id(route: APIRoute) -> str:
    """Name an operation as its function is named: generated clients have methods of that name."""
    return route.name

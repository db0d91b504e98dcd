# tsq: blocking concurrency: sync, recommend
"""Shows my_component at work, without a server."""

# tsq: slot imports
import asyncio
# tsq: end

# tsq: slot names
from my_package.my_component import MyComponentData, MyComponentService
# tsq: end
from my_package.my_component_storage import InMemoryMyComponentRepository
# tsq: if errors: results, mixed
from my_package.my_errors import Err, Ok
# tsq: end


async def main() -> None:
    """Keep one and look it up."""
    service = MyComponentService(InMemoryMyComponentRepository())
    # tsq: slot sample
    data = MyComponentData(name="name 1")
    # tsq: end
    # tsq: if errors: exceptions
    created = await service.create(data)
    print(await service.get(created.id))
    # tsq: else
    match await service.create(data):
        case Ok(created):
            print(await service.get(created.id))
        case Err(failure):
            print(failure)
    # tsq: end


asyncio.run(main())
# tsq: end

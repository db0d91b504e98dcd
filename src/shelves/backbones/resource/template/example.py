# tsq: blocking concurrency: sync, recommend
"""Shows my_component at work, without a server."""

# tsq: slot imports
import asyncio
# tsq: end

# tsq: slot names
from my_package.my_component import MyComponentData, MyComponentService
# tsq: end
from my_package.my_component_storage import InMemoryMyComponentRepository


async def main() -> None:
    """Keep one and look it up."""
    service = MyComponentService(InMemoryMyComponentRepository())
    # tsq: slot sample
    data = MyComponentData(name="name 1")
    # tsq: end
    created = await service.create(data)
    print(await service.get(created.id))


asyncio.run(main())
# tsq: end

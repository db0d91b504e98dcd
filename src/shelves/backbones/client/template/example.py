# tsq: blocking concurrency: sync, recommend
"""Asks a service that fails at first, and one that refuses; both answer from memory."""

# tsq: if concurrency: sync, recommend
# tsq: else
import asyncio
# tsq: end
import json

import httpx2

from my_package.my_component import (
    MyComponent,
    MyComponentConfig,
    MyComponentRefusedError,
)
# tsq: if errors: exceptions
# tsq: else
from my_package.my_errors import Err, Ok
# tsq: end

CONFIG = MyComponentConfig(
    base_url="https://service.example.org/v1", deadline=5, attempts=3, first_pause=0.01
)


class MyComponentService:
    """Is out of order once, knows one item, and describes what it refuses."""

    def __init__(self) -> None:
        """Begin out of order."""
        self._failures = 1

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request."""
        if self._failures > 0:
            self._failures -= 1
            print(f"{request.method} {request.url.path}: out of order")
            return httpx2.Response(503)
        if request.url.path == "/v1/items/7":
            return httpx2.Response(200, json={"name": "plane", "price": 48.5})
        headers = {"Content-Type": "application/problem+json"}
        return httpx2.Response(404, headers=headers, json={"title": "There is no such item"})


async def main() -> None:
    """Ask for an item that exists, and for one that does not."""
    async with MyComponent(CONFIG, transport=httpx2.MockTransport(MyComponentService())) as client:
        # tsq: if errors: exceptions
        item = await client.get("items", "7", decode=json.loads)
        print(f"{item['name']} costs {item['price']}")
        try:
            await client.get("items", "8", decode=json.loads)
        except MyComponentRefusedError as refused:
            print(refused)
            print(refused.problem)
        # tsq: else
        for item in ("7", "8"):
            match await client.get("items", item, decode=json.loads):
                case Ok(found):
                    print(f"{found['name']} costs {found['price']}")
                case Err(MyComponentRefusedError() as refused):
                    print(refused)
                    print(refused.problem)
                case Err(failure):
                    print(failure)
        # tsq: end


if __name__ == "__main__":
    asyncio.run(main())
# tsq: end

# tsq: blocking concurrency: sync, recommend
"""Works off a few letters: one goes out, one does at the second try, one never will."""

# tsq: if concurrency: async, mixed
import asyncio
# tsq: end
import json

from my_package.my_component import MyComponent, MyComponentFailure
from my_package.my_component_queue import InMemoryMyComponentQueue
# tsq: if errors: results, mixed
from my_package.my_errors import Err, Ok, Result
# tsq: end

SENT: list[str] = []


# tsq: if errors: exceptions
async def send(to: str) -> None:
    """Send a letter; the way to Bob is closed at first, and nobody lives at an empty address."""
    if not to:
        message = "there is no address"
        raise MyComponentFailure(message)
    if to == "Bob" and "Bob" not in SENT:
        SENT.append("Bob")
        message = "the way is closed"
        raise ConnectionError(message)
    print(f"sent to {to}")


# tsq: else
async def send(to: str) -> Result[None, MyComponentFailure]:
    """Send a letter; the way to Bob is closed at first, and nobody lives at an empty address."""
    if not to:
        return Err(MyComponentFailure("there is no address", again=False))
    if to == "Bob" and "Bob" not in SENT:
        SENT.append("Bob")
        return Err(MyComponentFailure("the way is closed"))
    print(f"sent to {to}")
    return Ok(None)


# tsq: end
async def main() -> None:
    """Submit the letters, work them off, and say what became of them."""
    queue = InMemoryMyComponentQueue()
    # Without chance the second try comes at once, so that this example does not wait.
    worker = MyComponent(queue, chance=lambda: 0.0)
    worker.register("letter", json.loads, send)
    for name in ("Ada", "Bob", ""):
        await worker.submit("letter", json.dumps(name).encode())
    await worker.drain()
    print(worker.counts)
    for letter in queue.dead_letters:
        print(f"given up: {letter.reason}")


if __name__ == "__main__":
    asyncio.run(main())
# tsq: end

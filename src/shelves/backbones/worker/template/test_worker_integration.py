# tsq: blocking concurrency: sync, recommend
"""Tests of my_component at work on many jobs, with its real clock and chance."""

# tsq: if concurrency: sync, recommend
import threading
# tsq: else
import asyncio
# tsq: end
import json
from collections import Counter

from my_package.my_component import (
    MyComponent,
    MyComponentConfig,
    # tsq: if errors: results, mixed
    MyComponentFailure,
    # tsq: end
)
from my_package.my_component_queue import InMemoryMyComponentQueue
# tsq: if errors: results, mixed
from my_package.my_errors import Ok, Result
# tsq: end

CONFIG = MyComponentConfig(
    concurrency=8, attempts=4, first_pause=0.001, longest_pause=0.002, poll=0.001
)
JOBS = 200


async def test_two_workers_share_a_queue_until_they_are_stopped() -> None:
    queue = InMemoryMyComponentQueue()
    workers = [MyComponent(queue, CONFIG) for _ in range(2)]
    done: Counter[int] = Counter()
    failed: set[int] = set()
    # tsq: if concurrency: sync, recommend
    lock, all_done = threading.Lock(), threading.Event()
    # tsq: else
    all_done = asyncio.Event()
    # tsq: end

    async def work(number: int) -> MyHandled:
        # tsq: if concurrency: sync, recommend
        with lock:
            first = number not in failed
            failed.add(number)
        # tsq: else
        first = number not in failed
        failed.add(number)
        await asyncio.sleep(0)
        # tsq: end
        if first and number % 3 == 0:
            message = "closed"
            raise ConnectionError(message)
        # tsq: if concurrency: sync, recommend
        with lock:
            done[number] += 1
            if len(done) == JOBS:
                all_done.set()
        # tsq: else
        done[number] += 1
        if len(done) == JOBS:
            all_done.set()
        # tsq: end
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    for worker in workers:
        worker.register("number", json.loads, work)
    # tsq: if concurrency: sync, recommend
    threads = [threading.Thread(target=worker.run) for worker in workers]
    for thread in threads:
        thread.start()
    for number in range(JOBS):
        workers[number % 2].submit("number", b"%d" % number)
    assert all_done.wait(20)
    for worker in workers:
        worker.stop()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
    # tsq: else
    async with asyncio.TaskGroup() as group:
        for worker in workers:
            group.create_task(worker.run())
        for number in range(JOBS):
            await workers[number % 2].submit("number", b"%d" % number)
        async with asyncio.timeout(20):
            await all_done.wait()
        for worker in workers:
            worker.stop()
    # tsq: end
    assert done == Counter(range(JOBS))
    assert len(queue) == 0
    assert queue.dead_letters == ()
    assert sum(worker.counts.done for worker in workers) == JOBS
    assert sum(worker.counts.retried for worker in workers) == len(range(0, JOBS, 3))
# tsq: end

# tsq: blocking concurrency: sync, recommend
"""Tests of the queue of my_component."""

from my_package.my_component import MyComponentJob
from my_package.my_component_queue import InMemoryMyComponentQueue, MyComponentDeadLetter


class _Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


async def taken(queue: InMemoryMyComponentQueue, lease: float = 10.0) -> MyComponentJob:
    job = await queue.take(lease=lease)
    assert job is not None
    return job


async def test_what_is_put_in_is_handed_out_in_its_order() -> None:
    queue = InMemoryMyComponentQueue(_Clock())
    ids = [await queue.put("letter", text) for text in (b"1", b"2", b"3")]
    jobs = [await taken(queue) for _ in ids]
    assert [job.id for job in jobs] == ids
    assert [(job.name, job.payload, job.attempt) for job in jobs] == [
        ("letter", b"1", 1),
        ("letter", b"2", 1),
        ("letter", b"3", 1),
    ]
    assert await queue.take(lease=10) is None
    assert len(queue) == 3


async def test_a_delay_is_waited_for() -> None:
    clock = _Clock()
    queue = InMemoryMyComponentQueue(clock)
    await queue.put("late", b"", delay=5)
    await queue.put("soon", b"", delay=1)
    assert await queue.take(lease=10) is None
    clock.time += 5
    assert [(await taken(queue)).name, (await taken(queue)).name] == ["soon", "late"]


async def test_a_job_that_is_done_is_forgotten_and_can_be_done_only_once() -> None:
    clock = _Clock()
    queue = InMemoryMyComponentQueue(clock)
    await queue.put("letter", b"")
    job = await taken(queue)
    assert await queue.acknowledge(job)
    assert not await queue.acknowledge(job)
    clock.time += 100
    assert (len(queue), await queue.take(lease=10)) == (0, None)


async def test_a_job_that_nobody_settles_comes_back_when_its_lease_ends() -> None:
    clock = _Clock()
    queue = InMemoryMyComponentQueue(clock)
    await queue.put("letter", b"")
    first = await taken(queue, lease=10)
    clock.time += 9.9
    assert await queue.take(lease=10) is None
    clock.time += 0.1
    second = await taken(queue)
    assert (second.id, second.attempt) == (first.id, 2)
    for settled in (
        await queue.acknowledge(first),
        await queue.retry(first, delay=0),
        await queue.give_back(first),
        await queue.bury(first, "late"),
    ):
        assert not settled
    assert await queue.acknowledge(second)


async def test_a_lease_that_ended_still_settles_as_long_as_nobody_else_took_the_job() -> None:
    clock = _Clock()
    queue = InMemoryMyComponentQueue(clock)
    await queue.put("letter", b"")
    job = await taken(queue, lease=10)
    clock.time += 20
    assert await queue.acknowledge(job)
    assert await queue.take(lease=10) is None


async def test_a_job_is_tried_again_after_the_delay_and_the_attempt_counts() -> None:
    clock = _Clock()
    queue = InMemoryMyComponentQueue(clock)
    await queue.put("letter", b"")
    job = await taken(queue)
    assert await queue.retry(job, delay=3)
    assert not await queue.acknowledge(job)
    assert await queue.take(lease=10) is None
    clock.time += 3
    assert (await taken(queue)).attempt == 2


async def test_a_job_that_is_given_back_was_never_handed_out() -> None:
    queue = InMemoryMyComponentQueue(_Clock())
    await queue.put("letter", b"")
    job = await taken(queue)
    assert await queue.give_back(job)
    assert not await queue.give_back(job)
    assert (await taken(queue)).attempt == 1


async def test_a_job_that_is_given_up_is_kept_with_the_reason() -> None:
    queue = InMemoryMyComponentQueue(_Clock())
    await queue.put("letter", b"")
    job = await taken(queue)
    assert await queue.bury(job, "no address")
    assert not await queue.bury(job, "no address")
    assert queue.dead_letters == (MyComponentDeadLetter(job, "no address"),)
    assert len(queue) == 0


async def test_a_payload_is_never_shown() -> None:
    queue = InMemoryMyComponentQueue(_Clock())
    await queue.put("letter", b"private words")
    assert "private" not in repr(await taken(queue))
# tsq: end

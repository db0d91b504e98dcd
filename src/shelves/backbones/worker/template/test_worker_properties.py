# tsq: blocking concurrency: sync, recommend
"""Tests of what holds of my_component, in whatever order its jobs fail."""

# tsq: if concurrency: async, mixed
import asyncio
# tsq: end
import json
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from my_package.my_component import MyComponent, MyComponentConfig, MyComponentFailure, MyComponentJob
from my_package.my_component_queue import InMemoryMyComponentQueue
# tsq: if errors: results, mixed
from my_package.my_errors import Err, Ok, Result
# tsq: end

ATTEMPTS = 3


class _Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


class _WatchedQueue(InMemoryMyComponentQueue):
    """Keeps what was settled, and how."""

    def __init__(self, clock: _Clock) -> None:
        super().__init__(clock)
        self.done: list[str] = []

    async def acknowledge(self, job: MyComponentJob) -> bool:
        settled = await super().acknowledge(job)
        if settled:
            self.done.append(job.id)
        return settled


FATES = st.lists(st.lists(st.sampled_from(["fail", "reject", "slow"]), max_size=4), max_size=6)


@settings(max_examples=50, deadline=None)
@given(FATES, st.integers(min_value=1, max_value=3), st.floats(min_value=0, max_value=1))
def test_no_job_is_lost_and_none_is_done_twice(
    fates: list[list[str]], concurrency: int, chance: float
) -> None:
    async def scenario() -> None:
        clock = _Clock()
        queue = _WatchedQueue(clock)
        config = MyComponentConfig(
            concurrency=concurrency, attempts=ATTEMPTS, first_pause=1, longest_pause=4, poll=0.001
        )
        worker = MyComponent(queue, config, chance=lambda: chance)
        left = {number: list(fate) for number, fate in enumerate(fates)}

        async def meet_fate(number: int) -> MyHandled:
            fate = left[number].pop(0) if left[number] else "work"
            if fate == "slow":
                # So long that the queue hands the job out again.
                clock.time += config.lease
            if fate == "reject":
                # tsq: if errors: exceptions
                raise MyComponentFailure
                # tsq: else
                return Err(MyComponentFailure("rejected", again=False))
                # tsq: end
            if fate == "fail":
                raise ConnectionError
            # tsq: if errors: results, mixed
            return Ok(None)
            # tsq: end

        worker.register("job", json.loads, meet_fate)
        ids = [await worker.submit("job", b"%d" % number) for number in left]
        while len(queue) > 0:
            await worker.drain()
            clock.time += config.lease
        ended = Counter(queue.done) + Counter(each.job.id for each in queue.dead_letters)
        assert ended == Counter(ids)
        counts = worker.counts
        assert (counts.done, counts.buried) == (len(queue.done), len(queue.dead_letters))
        settled = counts.done + counts.retried + counts.buried + counts.given_back + counts.late
        assert counts.taken == settled

    asyncio.run(scenario())


STEPS = st.lists(
    st.sampled_from(["put", "take", "acknowledge", "retry", "give_back", "bury", "wait"])
    | st.tuples(st.sampled_from(["acknowledge", "retry", "bury"]), st.integers(0, 5)),
    max_size=40,
)


async def settle(queue: InMemoryMyComponentQueue, how: str, job: MyComponentJob) -> bool:
    match how:
        case "acknowledge":
            return await queue.acknowledge(job)
        case "retry":
            return await queue.retry(job, delay=3)
        case "give_back":
            return await queue.give_back(job)
        case _:
            return await queue.bury(job, "gone")


@given(STEPS)
def test_a_job_is_in_one_place_at_a_time(steps: list[str | tuple[str, int]]) -> None:
    async def scenario() -> None:
        clock = _Clock()
        queue = InMemoryMyComponentQueue(clock)
        put: list[str] = []
        taken: list[MyComponentJob] = []
        done = 0
        for step in steps:
            what, which = (step, -1) if isinstance(step, str) else step
            if what == "put":
                put.append(await queue.put("job", b""))
            elif what == "wait":
                clock.time += 7
            elif what == "take":
                job = await queue.take(lease=10)
                taken += [] if job is None else [job]
            elif taken:
                job = taken[which % len(taken)]
                newest = [each.receipt for each in taken if each.id == job.id][-1]
                settled = await settle(queue, what, job)
                assert not settled or job.receipt == newest
                done += settled and what == "acknowledge"
            assert len(queue) + len(queue.dead_letters) + done == len(put)

    asyncio.run(scenario())
# tsq: end

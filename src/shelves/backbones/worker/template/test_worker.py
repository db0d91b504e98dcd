# tsq: blocking concurrency: sync, recommend
"""Tests of my_component, job by job, without waiting for a pause."""

# tsq: if concurrency: sync, recommend
import threading
# tsq: else
import asyncio
# tsq: end
import json
# tsq: each plain
import logging
# tsq: end
# tsq: if concurrency: sync, recommend
import time
# tsq: end
# tsq: each structured
from collections.abc import Callable, Iterator
# tsq: end
# tsq: each plain
from collections.abc import Callable
# tsq: end
from typing import Any

import pytest
# tsq: each structured
import structlog
# tsq: end

from my_package.my_component import (
    MyComponent,
    MyComponentConfig,
    MyComponentCounts,
    MyComponentFailure,
    MyComponentJob,
)
from my_package.my_component_queue import InMemoryMyComponentQueue
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: else
from my_package.my_errors import Err, Ok, Result
# tsq: end

QUICK = MyComponentConfig(concurrency=2, time_limit=30, lease=60, attempts=3, poll=0.001)


class _Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


class _Handler:
    """Fails as often as it is told to, and keeps what it was given."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.given: list[Any] = []

    async def __call__(self, payload: Any) -> MyHandled:
        self.given.append(payload)
        if self.failures:
            raise self.failures.pop(0)
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end


class _Shop:
    """A worker with its queue and its clock."""

    def __init__(self, config: MyComponentConfig = QUICK, chance: float = 1.0) -> None:
        self.clock = _Clock()
        self.queue = InMemoryMyComponentQueue(self.clock)
        self.worker = MyComponent(self.queue, config, chance=lambda: chance)

    @property
    def dead(self) -> list[tuple[str, str]]:
        return [(each.job.name, each.reason) for each in self.queue.dead_letters]


# tsq: each plain
@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """All that was logged so far, as one text."""
    caplog.set_level(logging.DEBUG)
    return lambda: caplog.text
# tsq: end
# tsq: each structured
@pytest.fixture
def log() -> Iterator[Callable[[], str]]:
    """All that was logged so far, as one text."""
    with structlog.testing.capture_logs() as logged:
        show = structlog.processors.format_exc_info
        yield lambda: "".join(str(show(None, "", {**each})) for each in logged)
# tsq: end


async def test_each_job_is_given_to_the_handler_of_its_name() -> None:
    shop = _Shop()
    letters, orders = _Handler(), _Handler()
    shop.worker.register("letter", json.loads, letters)
    shop.worker.register("order", int, orders)
    await shop.worker.submit("letter", b'"Ada"')
    await shop.worker.submit("order", b"7")
    await shop.worker.drain()
    assert (letters.given, orders.given) == (["Ada"], [7])
    assert shop.worker.counts == MyComponentCounts(taken=2, done=2)
    assert len(shop.queue) == 0


async def test_a_job_that_fails_is_tried_again_after_pauses_that_grow() -> None:
    shop = _Shop()
    handler = _Handler(ConnectionError("closed"), ConnectionError("closed"))
    shop.worker.register("letter", json.loads, handler)
    await shop.worker.submit("letter", b"1")
    for pause in (1.0, 2.0):
        await shop.worker.drain()
        shop.clock.time += pause - 0.01
        await shop.worker.drain()
        shop.clock.time += 0.01
    await shop.worker.drain()
    assert handler.given == [1, 1, 1]
    assert shop.worker.counts == MyComponentCounts(taken=3, retried=2, done=1)


async def test_pauses_end_at_the_longest_and_are_left_to_chance() -> None:
    config = MyComponentConfig(attempts=9, first_pause=1, longest_pause=3, poll=0.001)
    shop = _Shop(config, chance=0.5)
    handler = _Handler(*[OSError()] * 4)
    shop.worker.register("letter", json.loads, handler)
    await shop.worker.submit("letter", b"1")
    for pause in (0.5, 1.0, 1.5, 1.5):
        await shop.worker.drain()
        shop.clock.time += pause
    await shop.worker.drain()
    assert shop.worker.counts.done == 1


async def test_after_the_last_attempt_a_job_is_given_up_with_the_reason() -> None:
    shop = _Shop(chance=0.0)
    shop.worker.register("letter", json.loads, _Handler(*[ConnectionError("closed")] * 3))
    await shop.worker.submit("letter", b"1")
    await shop.worker.drain()
    assert shop.dead == [("letter", "ConnectionError: closed")]
    assert shop.worker.counts == MyComponentCounts(taken=3, retried=2, buried=1)


# tsq: if errors: exceptions
async def test_a_handler_can_say_that_another_attempt_is_in_vain() -> None:
    shop = _Shop()
    shop.worker.register("letter", json.loads, _Handler(MyComponentFailure("nobody lives there")))
    await shop.worker.submit("letter", b"1")
    await shop.worker.drain()
    assert shop.dead == [("letter", "MyComponentFailure: nobody lives there")]
    assert issubclass(MyComponentFailure, MyPackageError)


# tsq: else
async def test_a_handler_can_say_whether_another_attempt_may_help() -> None:
    shop = _Shop(chance=0.0)
    answers = [MyComponentFailure("closed"), MyComponentFailure("nobody lives there", again=False)]

    async def send(_: object) -> Result[None, MyComponentFailure]:
        return Err(answers.pop(0))

    shop.worker.register("letter", json.loads, send)
    await shop.worker.submit("letter", b"1")
    await shop.worker.drain()
    assert shop.dead == [("letter", "nobody lives there")]
    assert shop.worker.counts == MyComponentCounts(taken=2, retried=1, buried=1)
    assert str(MyComponentFailure("closed")) == "closed"


# tsq: end
@pytest.mark.parametrize("payload", [b"{", b"\xff", b"[" * 100_000])
async def test_a_payload_that_nobody_understands_is_not_tried_again(payload: bytes) -> None:
    shop = _Shop()
    handler = _Handler()
    shop.worker.register("letter", json.loads, handler)
    await shop.worker.submit("letter", payload)
    await shop.worker.drain()
    [(name, reason)] = shop.dead
    assert name == "letter"
    assert reason.startswith("the payload is not understood: ")
    assert (handler.given, shop.worker.counts.taken) == ([], 1)


async def test_a_decoder_that_quotes_the_payload_is_not_quoted(log: Callable[[], str]) -> None:
    def decode(content: bytes) -> object:
        message = f"cannot read {content!r}"
        raise ValueError(message)

    shop = _Shop()
    shop.worker.register("letter", decode, _Handler())
    await shop.worker.submit("letter", b"Ada")
    await shop.worker.drain()
    assert shop.dead == [("letter", "the payload is not understood: ValueError")]
    assert "the payload is not understood: ValueError" in log()
    assert "Ada" not in log()


async def test_a_job_that_nobody_handles_is_given_up() -> None:
    shop = _Shop()
    await shop.queue.put("riddle", b"")
    await shop.worker.drain()
    assert shop.dead == [("riddle", "nobody handles jobs of this name")]
    with pytest.raises(ValueError, match="nobody handles 'riddle'"):
        await shop.worker.submit("riddle", b"")


async def test_a_job_that_ends_its_worker_each_time_is_given_up_in_the_end() -> None:
    shop = _Shop()
    handler = _Handler()
    shop.worker.register("letter", json.loads, handler)
    await shop.worker.submit("letter", b"1")
    for _ in range(3):
        # Somebody takes it and is never seen again.
        assert await shop.queue.take(lease=10) is not None
        shop.clock.time += 10
    await shop.worker.drain()
    assert handler.given == []
    assert [reason for _, reason in shop.dead] == [
        "it was taken too often, and nobody said what became of it"
    ]


def test_a_name_has_one_handler() -> None:
    worker = _Shop().worker
    worker.register("letter", json.loads, _Handler())
    with pytest.raises(ValueError, match="somebody handles 'letter' already"):
        worker.register("letter", json.loads, _Handler())


async def test_what_was_handed_out_again_in_the_meantime_is_not_settled_twice() -> None:
    shop = _Shop()
    again: list[MyComponentJob | None] = []

    async def slow(_: object) -> MyHandled:
        shop.clock.time += 1000
        again.append(await shop.queue.take(lease=10))
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    shop.worker.register("letter", json.loads, slow)
    await shop.worker.submit("letter", b"1")
    await shop.worker.drain()
    assert shop.worker.counts == MyComponentCounts(taken=1, late=1)
    [job] = again
    assert job is not None
    assert await shop.queue.acknowledge(job)


async def test_no_more_jobs_run_at_once_than_allowed() -> None:
    shop = _Shop()
    # tsq: if concurrency: sync, recommend
    both, lock = threading.Barrier(2), threading.Lock()
    running = 0

    def meet(_: object) -> MyHandled:
        nonlocal running
        with lock:
            running += 1
        both.wait(10)
        seen.append(running)
        both.wait(10)
        with lock:
            running -= 1
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    # tsq: else
    running = 0

    async def meet(_: object) -> MyHandled:
        nonlocal running
        running += 1
        seen.append(running)
        await asyncio.sleep(0)
        running -= 1
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    # tsq: end
    seen: list[int] = []
    shop.worker.register("meeting", json.loads, meet)
    for _ in range(6):
        await shop.worker.submit("meeting", b"1")
    await shop.worker.drain()
    assert (len(seen), max(seen)) == (6, 2)


# tsq: if concurrency: sync, recommend
def test_a_job_that_outstays_its_time_is_tried_again_and_settled_once() -> None:
    config = MyComponentConfig(concurrency=2, time_limit=0.02, lease=60, attempts=3, poll=0.001)
    shop = _Shop(config, chance=0.0)
    ended = threading.Event()
    given: list[object] = []

    def stuck(payload: object) -> MyHandled:
        given.append(payload)
        if len(given) == 1:
            ended.wait(10)
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    shop.worker.register("letter", json.loads, stuck)
    shop.worker.submit("letter", b"1")
    shop.worker.drain()
    assert (given, shop.worker.counts) == ([1, 1], MyComponentCounts(taken=2, retried=1, done=1))
    ended.set()
    assert shop.dead == []


def test_a_drain_takes_what_is_due_though_a_job_that_is_late_keeps_the_only_place(
    log: Callable[[], str],
) -> None:
    config = MyComponentConfig(concurrency=1, time_limit=0.02, lease=60, attempts=1, poll=0.001)
    shop = _Shop(config)
    given: list[object] = []

    def keep_the_place(payload: object) -> MyHandled:
        given.append(payload)
        ends = time.monotonic() + 10
        while payload == 0 and "no place left" not in log() and time.monotonic() < ends:
            time.sleep(0.001)
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    shop.worker.register("letter", json.loads, keep_the_place)
    for number in range(4):
        shop.worker.submit("letter", b"%d" % number)
    shop.worker.drain()
    assert given == [0, 1, 2, 3]
    assert shop.worker.counts == MyComponentCounts(taken=4, buried=1, done=3)
    assert shop.dead == [("letter", "it took more than 0.02 seconds")]
    assert log().count("no place left") == 1


def test_what_a_job_raises_after_its_time_is_logged_too(log: Callable[[], str]) -> None:
    config = MyComponentConfig(concurrency=1, time_limit=0.02, lease=60, attempts=1, poll=0.001)
    shop = _Shop(config)

    def fail_late(_: object) -> MyHandled:
        ends = time.monotonic() + 10
        while not shop.dead and time.monotonic() < ends:
            time.sleep(0.001)
        message = "closed at last"
        raise ConnectionError(message)

    shop.worker.register("letter", json.loads, fail_late)
    shop.worker.submit("letter", b"1")
    shop.worker.drain()
    ends = time.monotonic() + 10
    while "closed at last" not in log() and time.monotonic() < ends:
        time.sleep(0.001)
    assert "failed late" in log()
    assert shop.worker.counts == MyComponentCounts(taken=1, buried=1)


def test_a_job_that_is_due_again_when_the_queue_was_just_asked_is_not_left_behind() -> None:
    asked = threading.Event()

    class LateQueue(InMemoryMyComponentQueue):
        """Has nothing for who asks, and then something before they hear it."""

        def take(self, *, lease: float) -> MyComponentJob | None:
            job = super().take(lease=lease)
            if job is None and not asked.is_set():
                asked.set()
                ends = time.monotonic() + 10
                while worker.counts.retried == 0 and time.monotonic() < ends:
                    time.sleep(0.001)
                # Long enough for the thread to end.
                time.sleep(0.02)
            return job

    queue = LateQueue(_Clock())
    worker = MyComponent(queue, QUICK, chance=lambda: 0.0)
    given: list[object] = []

    def fail_once(payload: object) -> MyHandled:
        given.append(payload)
        if len(given) == 1:
            asked.wait(10)
            raise ConnectionError
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    worker.register("letter", json.loads, fail_once)
    worker.submit("letter", b"1")
    worker.drain()
    assert worker.counts == MyComponentCounts(taken=2, retried=1, done=1)


def test_once_stopped_it_lets_what_runs_end_and_takes_no_more() -> None:
    shop = _Shop()
    begun, end = threading.Event(), threading.Event()

    def wait(_: object) -> MyHandled:
        begun.set()
        end.wait(10)
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    shop.worker.register("letter", json.loads, wait)
    shop.worker.submit("letter", b"1")
    thread = threading.Thread(target=shop.worker.run)
    thread.start()
    assert begun.wait(10)
    shop.worker.stop()
    shop.worker.submit("letter", b"2")
    end.set()
    thread.join(10)
    assert not thread.is_alive()
    assert shop.worker.counts == MyComponentCounts(taken=1, done=1)
    assert len(shop.queue) == 1
    shop.worker.run()
    assert len(shop.queue) == 1


def test_what_does_not_end_in_time_is_given_back() -> None:
    config = MyComponentConfig(time_limit=30, lease=60, poll=0.001, grace=0.02)
    shop = _Shop(config)
    begun, end = threading.Event(), threading.Event()

    def wait(_: object) -> MyHandled:
        begun.set()
        end.wait(10)
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    shop.worker.register("letter", json.loads, wait)
    shop.worker.submit("letter", b"1")
    thread = threading.Thread(target=shop.worker.run)
    thread.start()
    assert begun.wait(10)
    shop.worker.stop()
    thread.join(10)
    assert shop.worker.counts == MyComponentCounts(taken=1, given_back=1)
    job = shop.queue.take(lease=10)
    assert job is not None
    assert job.attempt == 1
    end.set()


# tsq: else
async def test_a_job_that_outstays_its_time_is_tried_again() -> None:
    config = MyComponentConfig(time_limit=0.01, lease=60, attempts=2, poll=0.001)
    shop = _Shop(config, chance=0.0)

    async def stuck(_: object) -> MyHandled:
        await asyncio.Event().wait()
        raise AssertionError

    shop.worker.register("letter", json.loads, stuck)
    await shop.worker.submit("letter", b"1")
    await shop.worker.drain()
    assert shop.dead == [("letter", "it took more than 0.01 seconds")]
    assert shop.worker.counts == MyComponentCounts(taken=2, retried=1, buried=1)


async def test_a_time_out_of_the_handlers_own_is_a_failure_like_any_other() -> None:
    shop = _Shop(chance=0.0)
    shop.worker.register("letter", json.loads, _Handler(*[TimeoutError("own")] * 3))
    await shop.worker.submit("letter", b"1")
    await shop.worker.drain()
    assert shop.dead == [("letter", "TimeoutError: own")]


async def test_a_handler_that_waits_for_what_was_cancelled_has_failed() -> None:
    shop = _Shop(chance=0.0)

    async def wait(_: object) -> MyHandled:
        raise asyncio.CancelledError

    shop.worker.register("letter", json.loads, wait)
    await shop.worker.submit("letter", b"1")
    await shop.worker.drain()
    assert shop.dead == [("letter", "it waited for what was cancelled")]


async def test_once_stopped_it_lets_what_runs_end_and_takes_no_more() -> None:
    shop = _Shop()
    begun, end = asyncio.Event(), asyncio.Event()

    async def wait(_: object) -> MyHandled:
        begun.set()
        await end.wait()
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    shop.worker.register("letter", json.loads, wait)
    await shop.worker.submit("letter", b"1")
    run = asyncio.create_task(shop.worker.run())
    await begun.wait()
    shop.worker.stop()
    await shop.worker.submit("letter", b"2")
    end.set()
    await run
    assert shop.worker.counts == MyComponentCounts(taken=1, done=1)
    assert len(shop.queue) == 1
    await shop.worker.run()
    assert len(shop.queue) == 1


@pytest.mark.parametrize("how", ["stopped", "cancelled"])
async def test_what_does_not_end_in_time_is_given_back(how: str) -> None:
    config = MyComponentConfig(time_limit=30, lease=60, poll=0.001, grace=0.01)
    shop = _Shop(config)
    begun = asyncio.Event()

    async def wait(_: object) -> MyHandled:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    shop.worker.register("letter", json.loads, wait)
    await shop.worker.submit("letter", b"1")
    run = asyncio.create_task(shop.worker.run())
    await begun.wait()
    if how == "stopped":
        shop.worker.stop()
        await run
    else:
        run.cancel()
        with pytest.raises(asyncio.CancelledError):
            await run
    assert shop.worker.counts == MyComponentCounts(taken=1, given_back=1)
    job = await shop.queue.take(lease=10)
    assert job is not None
    assert job.attempt == 1


# tsq: end
class _BrokenQueue(InMemoryMyComponentQueue):
    """Hands jobs out and cannot be told what became of them."""

    async def acknowledge(self, job: MyComponentJob) -> bool:
        raise ConnectionError(job.id)


async def test_a_queue_that_fails_ends_the_run_and_the_job_comes_back() -> None:
    clock = _Clock()
    queue = _BrokenQueue(clock)
    worker = MyComponent(queue, QUICK)
    worker.register("letter", json.loads, _Handler())
    job_id = await worker.submit("letter", b"1")
    # tsq: if concurrency: sync, recommend
    with pytest.raises(ConnectionError, match=job_id):
        worker.run()
    # tsq: else
    with pytest.raises(ExceptionGroup) as caught:
        await worker.run()
    assert caught.group_contains(ConnectionError, match=job_id)
    # tsq: end
    clock.time += 60
    job = await queue.take(lease=10)
    assert job is not None
    assert (job.id, job.attempt) == (job_id, 2)


class _FailingQueue(InMemoryMyComponentQueue):
    """Fails at one thing that it is asked, as long as it is told to."""

    def __init__(self, fails: str) -> None:
        super().__init__(_Clock())
        self.fails = fails
        # tsq: if concurrency: sync, recommend
        self.failed = threading.Event()
        # tsq: else
        self.failed = asyncio.Event()
        # tsq: end

    async def take(self, *, lease: float) -> MyComponentJob | None:
        job = await super().take(lease=lease)
        if job is None:
            self.fail("take")
        return job

    async def acknowledge(self, job: MyComponentJob) -> bool:
        if job.name == "quick":
            self.fail("acknowledge")
        return await super().acknowledge(job)

    def fail(self, at: str) -> None:
        if at == self.fails:
            self.failed.set()
            raise OSError(at)


@pytest.mark.parametrize(("fails", "done"), [("take", 2), ("acknowledge", 1)])
async def test_whatever_the_queue_fails_at_what_runs_may_end(
    fails: str, done: int, log: Callable[[], str]
) -> None:
    queue = _FailingQueue(fails)
    worker = MyComponent(queue, QUICK)

    async def last(_: object) -> MyHandled:
        # tsq: if concurrency: sync, recommend
        queue.failed.wait(10)
        time.sleep(0.02)
        # tsq: else
        await queue.failed.wait()
        await asyncio.sleep(0.02)
        # tsq: end
        # tsq: if errors: results, mixed
        return Ok(None)
        # tsq: end

    worker.register("slow", json.loads, last)
    worker.register("quick", json.loads, _Handler())
    await worker.submit("slow", b"1")
    await worker.submit("quick", b"2")
    # tsq: if concurrency: sync, recommend
    with pytest.raises(OSError, match=fails):
        worker.run()
    # tsq: else
    with pytest.raises(ExceptionGroup) as caught:
        await worker.run()
    assert caught.group_contains(OSError, match=fails)
    # tsq: end
    assert worker.counts == MyComponentCounts(taken=2, done=done)
    assert log().count("and the queue failed (OSError)") == 2 - done
    # Nothing of it is left behind when the queue is well again.
    queue.fails = ""
    await worker.submit("quick", b"3")
    await worker.drain()
    assert worker.counts == MyComponentCounts(taken=3, done=done + 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"concurrency": 0},
        {"attempts": 0},
        {"time_limit": 0},
        {"poll": float("inf")},
        {"grace": float("nan")},
        {"time_limit": 60, "lease": 60},
    ],
)
def test_a_configuration_that_could_never_work_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must be"):
        MyComponentConfig(**wrong)


async def test_a_job_that_fails_is_logged_with_its_traceback_and_without_its_payload(
    log: Callable[[], str],
) -> None:
    shop = _Shop(chance=0.0)
    shop.worker.register("letter", json.loads, _Handler(ConnectionError("closed")))
    job = await shop.worker.submit("letter", b'"Ada"')
    await shop.worker.drain()
    logged = log()
    for part in (job, "letter", "retried", "Traceback", "__call__", "ConnectionError: closed"):
        assert part in logged
    assert logged.count("Traceback") == 1
    assert "Ada" not in logged
# tsq: end

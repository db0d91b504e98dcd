# tsq: blocking concurrency: sync, recommend
# tsq: slot opening
"""Works jobs off.
# tsq: end

Whoever takes a job has it for a while: it says in time what became of it, or the job comes back.
So each job is done at least once, whatever fails, and a handler may meet the same job twice.
"""

# tsq: if concurrency: sync, recommend
import threading
import time
from collections.abc import Callable
# tsq: else
import asyncio
from collections.abc import Awaitable, Callable
# tsq: end
# tsq: each plain
import logging
# tsq: end
import math
import random
from dataclasses import dataclass, field, replace
from typing import Final, Literal, Protocol, TypeAlias, TypeVar

# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: else
from my_package.my_errors import Ok, Result
# tsq: end
# tsq: each structured
from my_package.my_logging import get_logger
# tsq: end

__all__ = [
    "MyComponent",
    "MyComponentConfig",
    "MyComponentCounts",
    "MyComponentFailure",
    "MyComponentJob",
    "MyComponentQueue",
]

# tsq: each structured
LOGGER: Final = get_logger(__name__)
# tsq: end
# tsq: each plain
LOGGER: Final = logging.getLogger(__name__)
# tsq: end
MOST_DOUBLINGS: Final = 30

Payload = TypeVar("Payload")


@dataclass(frozen=True, slots=True)
class MyComponentJob:
    """A job as a queue hands it out.

    Attributes:
        id: What it is known by, as long as it exists.
        name: Which handler it is for.
        payload: What the handler needs to know, as bytes; it is never shown.
        attempt: How often it was handed out, this time included.
        receipt: Changes each time it is handed out: only who has the newest may settle it.
    """

    id: str
    name: str
    payload: bytes = field(repr=False)
    attempt: int
    receipt: str


class MyComponentQueue(Protocol):
    """Keeps jobs until they are settled; each call happens as a whole or not at all.

    What settles a job returns False when the job was handed out again since, or is settled.
    """

    async def put(self, name: str, payload: bytes, *, delay: float = 0.0) -> str:
        """Keep a new job, hand it out after the delay at the earliest, and return its id."""
        ...

    async def take(self, *, lease: float) -> MyComponentJob | None:
        """Hand out a job that is due, or None; unsettled, it is due again when the lease ends."""
        ...

    async def acknowledge(self, job: MyComponentJob) -> bool:
        """Forget a job: it is done."""
        ...

    async def retry(self, job: MyComponentJob, *, delay: float) -> bool:
        """Take a job back and hand it out again after the delay."""
        ...

    async def give_back(self, job: MyComponentJob) -> bool:
        """Take a job back as if it had never been handed out."""
        ...

    async def bury(self, job: MyComponentJob, reason: str) -> bool:
        """Put a job among the dead letters, where people look after it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MyComponentConfig:
    """How jobs are worked off; every time is in seconds.

    Attributes:
        concurrency: How many are worked on at once.
        time_limit: How long one attempt may take.
        lease: After which time the queue hands out a job again that nobody settled.
        attempts: How often a job is tried at most.
        first_pause: The longest pause after the first attempt; it doubles with each.
        longest_pause: The longest pause of all.
        poll: How long to wait before an empty queue is asked again.
        grace: How long those that run may go on once the worker is stopped.
    """

    concurrency: int = 4
    time_limit: float = 60.0
    lease: float = 90.0
    attempts: int = 5
    first_pause: float = 1.0
    longest_pause: float = 300.0
    poll: float = 0.5
    grace: float = 30.0

    def __post_init__(self) -> None:
        """Refuse what could never work.

        Raises:
            ValueError: A value is not allowed; the message says which.
        """
        for name in ("concurrency", "attempts"):
            if getattr(self, name) < 1:
                message = f"{name} must be at least 1"
                raise ValueError(message)
        for name in ("time_limit", "lease", "first_pause", "longest_pause", "poll", "grace"):
            if not 0 < getattr(self, name) < math.inf:
                message = f"{name} must be a number of seconds above 0"
                raise ValueError(message)
        if self.lease <= self.time_limit:
            message = "lease must be longer than time_limit, or jobs come back while they run"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class MyComponentCounts:
    """What a worker did so far.

    Attributes:
        taken: Jobs that it took, each attempt counted.
        done: Jobs that were done.
        retried: Attempts that failed and are to be repeated.
        buried: Jobs that it gave up.
        given_back: Jobs that did not end in time when the worker was stopped.
        late: Jobs that it settled when the queue had handed them out again already.
    """

    taken: int = 0
    done: int = 0
    retried: int = 0
    buried: int = 0
    given_back: int = 0
    late: int = 0


# tsq: if errors: exceptions
class MyComponentFailure(MyPackageError):
    """Raised by a handler for a job that would fail again: it is not tried again.

    Every other exception says that the job is to be tried again. What is raised is logged with
    its traceback, and its text may become a dead letter: keep the payload out of it.
    """


# tsq: else
@dataclass(frozen=True, slots=True)
class MyComponentFailure:
    """What a handler returns when a job failed.

    Attributes:
        reason: Why, for whoever reads the log or the dead letters; not with the payload in it.
        again: Whether another attempt may help.
    """

    reason: str
    again: bool = True

    def __str__(self) -> str:
        """Return one line for people."""
        return self.reason


# tsq: end
class MyComponent:
    """Takes jobs from a queue and gives each to its handler.

    # tsq: if concurrency: sync, recommend
    Each job runs in a thread of its own. A thread cannot be stopped from outside: a job that
    outstays its time is settled as failed, and its thread keeps its place until it ends. While
    all places are kept like this nothing is taken, and a warning in the log says so.
    # tsq: else
    Each job runs in a task of its own, which is cancelled when its time is over.
    # tsq: end
    """

    def __init__(
        self,
        queue: MyComponentQueue,
        config: MyComponentConfig | None = None,
        *,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """Get ready to work; nothing is taken yet.

        Args:
            queue: Where the jobs are.
            config: How to work them off.
            chance: A number from 0 to 1, for the length of pauses.
        """
        self._queue = queue
        self._config = MyComponentConfig() if config is None else config
        self._chance = chance
        self._handlers: dict[str, Callable[[bytes], Awaitable[_Outcome]]] = {}
        self._counts = MyComponentCounts()
        # tsq: if concurrency: sync, recommend
        self._stopped = False
        self._changed = threading.Event()
        self._lock = threading.Lock()
        self._running: set[_Running] = set()
        self._broken: list[Exception] = []
        self._stuck = False
        # tsq: else
        self._stopped = asyncio.Event()
        # tsq: end

    @property
    def counts(self) -> MyComponentCounts:
        """What it did so far."""
        return self._counts

    def register(
        self,
        name: str,
        decode: Callable[[bytes], Payload],
        handle: Callable[[Payload], Awaitable[MyHandled]],
    ) -> None:
        """Say who handles the jobs of a name.

        Args:
            name: The name of the jobs.
            decode: Makes the payload of its bytes: `json.loads`, or a model's
                `model_validate_json`. A ValueError says that nobody ever could.
            handle: Does the job. It may be given the same job twice.

        Raises:
            ValueError: Somebody handles them already.
        """
        if name in self._handlers:
            message = f"somebody handles {name!r} already"
            raise ValueError(message)

        async def work(content: bytes) -> _Outcome:
            try:
                payload = decode(content)
            except (ValueError, RecursionError) as error:
                # A decoder may quote what it was given, and so may its traceback.
                kind = type(error).__name__
                return _Outcome("never", f"the payload is not understood: {kind}")
            # tsq: if errors: exceptions
            await handle(payload)
            return _DONE
            # tsq: else
            handled = await handle(payload)
            if isinstance(handled, Ok):
                return _DONE
            return _Outcome("again" if handled.error.again else "never", handled.error.reason)
            # tsq: end

        self._handlers[name] = work

    async def submit(self, name: str, payload: bytes, *, delay: float = 0.0) -> str:
        """Put a job into the queue and return its id.

        A program that only hands jobs out puts them into the queue itself.

        Raises:
            ValueError: Nobody handles jobs of this name here.
        """
        if name not in self._handlers:
            message = f"nobody handles {name!r}"
            raise ValueError(message)
        return await self._queue.put(name, payload, delay=delay)

    def stop(self) -> None:
        # tsq: if concurrency: sync, recommend
        """Take no more jobs, for good; `run` returns when those that run have ended.

        It may be called from any thread, and from a handler of signals; `run` sees it within
        `poll` seconds.
        """
        # No lock: a signal may arrive while this very thread holds it.
        self._stopped = True
        # tsq: else
        """Take no more jobs, for good; `run` returns when those that run have ended.

        It is called in the event loop: `loop.add_signal_handler(SIGTERM, worker.stop)`.
        """
        self._stopped.set()
        # tsq: end

    async def run(self) -> None:
        """Work jobs off until `stop` is called.

        # tsq: if concurrency: sync, recommend
        What the queue raises ends the run, once those that run have ended or were given back;
        what could not be settled comes back when its lease ends.
        # tsq: else
        What the queue raises ends the run, in an ExceptionGroup, once those that run have ended
        or were given back; what could not be settled comes back when its lease ends.
        # tsq: end
        """
        await self._work(until_idle=False)

    async def drain(self) -> None:
        # tsq: if concurrency: sync, recommend
        """Work jobs off until none is due and none runs.

        A job that outstayed its time is not waited for, unless its place is needed.
        """
        # tsq: else
        """Work jobs off until none is due and none runs."""
        # tsq: end
        await self._work(until_idle=True)

    # tsq: if concurrency: sync, recommend
    def _work(self, *, until_idle: bool) -> None:
        self._broken.clear()
        try:
            self._take_on(until_idle=until_idle)
        finally:
            self._end()
        if self._broken:
            raise self._broken[0]

    def _take_on(self, *, until_idle: bool) -> None:
        while not self._stopped and not self._broken:
            self._settle_overdue()
            # Looked at before the queue is: a job that ends meanwhile may be due again.
            idle = not self._unsettled()
            if self._is_full():
                self._wait(self._config.poll)
                continue
            job = self._queue.take(lease=self._config.lease)
            if job is not None:
                self._start(job)
            elif until_idle and idle:
                break
            else:
                self._wait(self._config.poll)

    def _is_full(self) -> bool:
        """Tell whether every place is taken, and warn when none of them may ever be free again."""
        with self._lock:
            ends = [each.ends for each in self._running]
        full = len(ends) >= self._config.concurrency
        stuck = full and time.monotonic() > max(ends)
        if stuck and not self._stuck:
            # tsq: each structured
            LOGGER.warning("no place left", overdue=len(ends))
            # tsq: end
            # tsq: each plain
            LOGGER.warning("no place left: %d jobs outstay their time", len(ends))
            # tsq: end
        self._stuck = stuck
        return full

    def _end(self) -> None:
        """Let what runs end in time, and give back what does not."""
        ends = time.monotonic() + self._config.grace
        while self._unsettled() and (left := ends - time.monotonic()) > 0:
            self._settle_overdue()
            self._wait(min(left, self._config.poll))
        for each in self._unsettled():
            self._settle_once(each, _NOT_ENDED)

    def _start(self, job: MyComponentJob) -> None:
        running = _Running(job, time.monotonic() + self._config.time_limit)
        with self._lock:
            self._running.add(running)
            self._counts = replace(self._counts, taken=self._counts.taken + 1)
        # A thread that is stuck must not keep the program from ending.
        threading.Thread(target=self._do, args=(running,), daemon=True).start()

    def _do(self, running: "_Running") -> None:
        try:
            self._settle_once(running, self._tried(running.job))
        finally:
            with self._lock:
                self._running.discard(running)
            self._changed.set()

    def _wait(self, seconds: float) -> None:
        self._changed.wait(seconds)
        self._changed.clear()

    def _unsettled(self) -> "list[_Running]":
        with self._lock:
            return [each for each in self._running if not each.settled]

    def _settle_overdue(self) -> None:
        for each in self._unsettled():
            if time.monotonic() > each.ends:
                self._settle_once(each, self._overdue())

    def _settle_once(self, running: "_Running", outcome: "_Outcome") -> None:
        if self._claim(running):
            self._settle_or_break(running.job, outcome, self._broken)
            running.settled = True
        elif outcome.error is not None:
            # Somebody settled it when its time was over; why it failed in the end is worth a line.
            _log("failed late", running.job, outcome)

    def _claim(self, running: "_Running") -> bool:
        """Tell whether nobody settles the job yet; whoever is told so does."""
        with self._lock:
            first = not running.claimed
            running.claimed = True
        return first

    # tsq: else
    async def _work(self, *, until_idle: bool) -> None:
        running: set[asyncio.Task[None]] = set()
        broken: list[Exception] = []
        async with asyncio.TaskGroup() as group:
            try:
                await self._take_on(group, running, broken, until_idle=until_idle)
            except Exception as error:  # noqa: BLE001 - raised below, once what runs has ended
                broken.append(error)
            if running:
                _, late = await asyncio.wait(running, timeout=self._config.grace)
                for each in late:
                    each.cancel()
        if broken:
            message = "the queue failed"
            raise ExceptionGroup(message, broken)

    async def _take_on(
        self,
        group: asyncio.TaskGroup,
        running: set[asyncio.Task[None]],
        broken: list[Exception],
        *,
        until_idle: bool,
    ) -> None:
        config = self._config
        stopped = asyncio.ensure_future(self._stopped.wait())
        try:
            while not self._stopped.is_set() and not broken:
                job = None
                if len(running) < config.concurrency:
                    job = await self._queue.take(lease=config.lease)
                if job is not None:
                    self._counts = replace(self._counts, taken=self._counts.taken + 1)
                    running.add(group.create_task(self._do(job, broken)))
                elif until_idle and not running:
                    break
                else:
                    first = asyncio.FIRST_COMPLETED
                    await asyncio.wait({stopped, *running}, timeout=config.poll, return_when=first)
                running -= {each for each in running if each.done()}
        finally:
            stopped.cancel()

    async def _do(self, job: MyComponentJob, broken: list[Exception]) -> None:
        try:
            outcome = await self._tried(job)
        except asyncio.CancelledError as error:
            if _is_cancelled():
                await self._settle_or_break(job, _NOT_ENDED, broken)
                raise
            # What the handler waited for was cancelled, and not this job.
            outcome = _Outcome("again", "it waited for what was cancelled", error)
        await self._settle_or_break(job, outcome, broken)

    # tsq: end
    async def _tried(self, job: MyComponentJob) -> "_Outcome":
        work = self._handlers.get(job.name)
        if work is None:
            return _Outcome("never", "nobody handles jobs of this name")
        if job.attempt > self._config.attempts:
            return _Outcome("never", "it was taken too often, and nobody said what became of it")
        # tsq: if concurrency: async, mixed
        limit = asyncio.timeout(self._config.time_limit)
        # tsq: end
        try:
            # tsq: if concurrency: sync, recommend
            return work(job.payload)
            # tsq: else
            async with limit:
                return await work(job.payload)
            # tsq: end
        # tsq: if errors: exceptions
        except MyComponentFailure as error:
            return _Outcome("never", _shown(error), error)
        # tsq: end
        except Exception as error:  # noqa: BLE001 - however a handler fails, its job is tried again
            # tsq: if concurrency: async, mixed
            if limit.expired():
                return replace(self._overdue(), error=error)
            # tsq: end
            return _Outcome("again", _shown(error), error)

    def _overdue(self) -> "_Outcome":
        return _Outcome("again", f"it took more than {self._config.time_limit:g} seconds")

    async def _settle_or_break(
        self, job: MyComponentJob, outcome: "_Outcome", broken: list[Exception]
    ) -> None:
        try:
            became, settled = await self._settle(job, outcome)
        except Exception as error:  # noqa: BLE001 - the queue failed; `run` raises it
            broken.append(error)
            reason = f"{outcome.reason}, and the queue failed ({type(error).__name__})"
            _log("not settled", job, replace(outcome, reason=reason))
        else:
            self._count(became if settled else "late", job, outcome)

    async def _settle(self, job: MyComponentJob, outcome: "_Outcome") -> "tuple[_Became, bool]":
        if outcome.then == "done":
            return "done", await self._queue.acknowledge(job)
        if outcome.then == "back":
            return "given_back", await self._queue.give_back(job)
        if outcome.then == "again" and job.attempt < self._config.attempts:
            return "retried", await self._queue.retry(job, delay=self._pause(job.attempt))
        return "buried", await self._queue.bury(job, outcome.reason)

    def _pause(self, attempt: int) -> float:
        # All of the pause is left to chance, so that jobs that failed together come back apart.
        doubled = self._config.first_pause * 2.0 ** min(attempt - 1, MOST_DOUBLINGS)
        return self._chance() * min(self._config.longest_pause, doubled)

    def _count(self, became: "_Became", job: MyComponentJob, outcome: "_Outcome") -> None:
        # tsq: if concurrency: sync, recommend
        with self._lock:
            self._counts = replace(self._counts, **{became: getattr(self._counts, became) + 1})
        # tsq: else
        self._counts = replace(self._counts, **{became: getattr(self._counts, became) + 1})
        # tsq: end
        if became != "done":
            _log(became, job, outcome)


_Became: TypeAlias = Literal["done", "retried", "buried", "given_back", "late"]


@dataclass(frozen=True, slots=True)
class _Outcome:
    then: Literal["done", "again", "never", "back"]
    reason: str
    error: BaseException | None = None


_DONE: Final = _Outcome("done", "it was done")
_NOT_ENDED: Final = _Outcome("back", "its worker ended before it did")


def _log(became: str, job: MyComponentJob, outcome: _Outcome) -> None:
    reason, error = outcome.reason, outcome.error
    # tsq: each structured
    event = {"id": job.id, "kind": job.name, "became": became, "attempt": job.attempt}
    LOGGER.warning("job", **event, reason=reason, exc_info=error)
    # tsq: end
    # tsq: each plain
    line = "job %s %r: %s, attempt %d: %s"
    LOGGER.warning(line, job.id, job.name, became, job.attempt, reason, exc_info=error)
    # tsq: end


# tsq: if concurrency: sync, recommend
@dataclass(slots=True, eq=False)
class _Running:
    job: MyComponentJob
    ends: float
    claimed: bool = False
    settled: bool = False


# tsq: else
def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


# tsq: end
def _shown(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
# tsq: end

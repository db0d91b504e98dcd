# tsq: blocking concurrency: sync, recommend
"""Keeps the jobs of my_component in memory, for tests and trials."""

# tsq: if concurrency: sync, recommend
import functools
import threading
# tsq: end
import heapq
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
# tsq: if concurrency: sync, recommend
from typing import Concatenate, ParamSpec, TypeVar
# tsq: end
from uuid import uuid4

from my_package.my_component import MyComponentJob

__all__ = ["InMemoryMyComponentQueue", "MyComponentDeadLetter"]
# tsq: if concurrency: sync, recommend

P = ParamSpec("P")
T = TypeVar("T")
# tsq: end


@dataclass(frozen=True, slots=True)
class MyComponentDeadLetter:
    """A job that was given up.

    Attributes:
        job: The job, as it was handed out last.
        reason: Why nobody tries it again.
    """

    job: MyComponentJob
    reason: str


@dataclass(slots=True)
class _Kept:
    name: str
    payload: bytes
    attempts: int = 0
    # Counts what happened to the job: the receipt of a lease, and what makes older dates void.
    version: int = 0
    leased: bool = False


# tsq: if concurrency: sync, recommend
def _one_at_a_time(
    method: "Callable[Concatenate[InMemoryMyComponentQueue, P], T]",
) -> "Callable[Concatenate[InMemoryMyComponentQueue, P], T]":
    """Let only one thread at a time into the methods of a queue."""

    @functools.wraps(method)
    def locked(self: "InMemoryMyComponentQueue", /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self._lock:
            return method(self, *args, **kwargs)

    return locked


# tsq: end
class InMemoryMyComponentQueue:
    """Keeps everything in memory; of the jobs that are due, the one due longest comes first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing.

        Args:
            clock: Seconds that only grow.
        """
        # tsq: if concurrency: sync, recommend
        self._lock = threading.Lock()
        # tsq: end
        self._clock = clock
        self._kept: dict[str, _Kept] = {}
        self._dead: list[MyComponentDeadLetter] = []
        # When each job is due; a date of an older version of its job counts no longer.
        self._dates: list[tuple[float, int, str, int]] = []
        self._order = itertools.count()

    def __len__(self) -> int:
        """How many jobs are neither done nor dead."""
        return len(self._kept)

    @property
    def dead_letters(self) -> tuple[MyComponentDeadLetter, ...]:
        """What was given up, the oldest first."""
        return tuple(self._dead)

    # tsq: if concurrency: sync, recommend
    @_one_at_a_time
    # tsq: end
    async def put(self, name: str, payload: bytes, *, delay: float = 0.0) -> str:
        """Keep a new job, hand it out after the delay at the earliest, and return its id."""
        job_id = uuid4().hex
        self._kept[job_id] = _Kept(name, payload)
        self._date(job_id, delay)
        return job_id

    # tsq: if concurrency: sync, recommend
    @_one_at_a_time
    # tsq: end
    async def take(self, *, lease: float) -> MyComponentJob | None:
        """Hand out a job that is due, or None; unsettled, it is due again when the lease ends."""
        while self._dates and self._dates[0][0] <= self._clock():
            _, _, job_id, version = heapq.heappop(self._dates)
            kept = self._kept.get(job_id)
            if kept is None or kept.version != version:
                continue
            kept.attempts += 1
            kept.leased = True
            self._date(job_id, lease)
            receipt = str(kept.version)
            return MyComponentJob(job_id, kept.name, kept.payload, kept.attempts, receipt)
        return None

    # tsq: if concurrency: sync, recommend
    @_one_at_a_time
    # tsq: end
    async def acknowledge(self, job: MyComponentJob) -> bool:
        """Forget a job: it is done."""
        if self._leased(job) is None:
            return False
        del self._kept[job.id]
        return True

    # tsq: if concurrency: sync, recommend
    @_one_at_a_time
    # tsq: end
    async def retry(self, job: MyComponentJob, *, delay: float) -> bool:
        """Take a job back and hand it out again after the delay."""
        kept = self._leased(job)
        if kept is None:
            return False
        kept.leased = False
        self._date(job.id, delay)
        return True

    # tsq: if concurrency: sync, recommend
    @_one_at_a_time
    # tsq: end
    async def give_back(self, job: MyComponentJob) -> bool:
        """Take a job back as if it had never been handed out."""
        kept = self._leased(job)
        if kept is None:
            return False
        kept.attempts -= 1
        kept.leased = False
        self._date(job.id, 0.0)
        return True

    # tsq: if concurrency: sync, recommend
    @_one_at_a_time
    # tsq: end
    async def bury(self, job: MyComponentJob, reason: str) -> bool:
        """Put a job among the dead letters, where people look after it."""
        if self._leased(job) is None:
            return False
        del self._kept[job.id]
        self._dead.append(MyComponentDeadLetter(job, reason))
        return True

    def _leased(self, job: MyComponentJob) -> _Kept | None:
        kept = self._kept.get(job.id)
        if kept is None or not kept.leased or str(kept.version) != job.receipt:
            return None
        return kept

    def _date(self, job_id: str, delay: float) -> None:
        kept = self._kept[job_id]
        kept.version += 1
        due = self._clock() + delay
        heapq.heappush(self._dates, (due, next(self._order), job_id, kept.version))
# tsq: end

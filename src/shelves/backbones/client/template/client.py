# tsq: blocking concurrency: sync, recommend
# tsq: slot opening
"""Asks another service over HTTP.
# tsq: end

Whatever is asked ends in time. It is asked again only where that does no harm, and what comes
back is a value of your own type, or says what went wrong.
"""

# tsq: if concurrency: sync, recommend
from collections.abc import Callable, Iterator, Mapping
# tsq: else
import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing
# tsq: end
import json
import math
import random
import time
# tsq: if errors: exceptions
from dataclasses import dataclass, field
# tsq: else
from dataclasses import dataclass, field, replace
# tsq: end
from datetime import UTC, datetime
from types import MappingProxyType, TracebackType
from typing import Generic, Literal, Protocol, Self, TypeAlias, TypeVar

import httpx2

from my_package.my_component_rules import (
    IDEMPOTENT,
    WORTH_ANOTHER_TRY,
    Query,
    address,
    base_address,
    pause,
    problem_members,
    refuse_header,
    retry_after,
)
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: else
from my_package.my_errors import Err, Ok, Result
# tsq: end

__all__ = [
    "MyComponent",
    "MyComponentBrokenAnswerError",
    "MyComponentConfig",
    "MyComponentDecoder",
    "MyComponentError",
    "MyComponentMethod",
    "MyComponentProblem",
    "MyComponentRefusedError",
    "MyComponentRuntime",
    "MyComponentStatusError",
    "MyComponentTimeoutError",
    "MyComponentUnavailableError",
    "MyComponentUnreachableError",
    "no_content",
]

Value = TypeVar("Value")
Decoded_co = TypeVar("Decoded_co", covariant=True)

MyComponentMethod: TypeAlias = Literal["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
"""What can be asked; POST and PATCH are asked again only with an idempotency key."""


class MyComponentDecoder(Protocol[Decoded_co]):
    """Makes a value of an answer's bytes: `json.loads`, or a model's `model_validate_json`."""

    def __call__(self, content: bytes, /) -> Decoded_co:
        """Return the value.

        Raises:
            ValueError: The bytes are not what was expected.
        """
        ...


def no_content(content: bytes, /) -> None:
    """Decode an answer that has to be empty.

    Raises:
        ValueError: It is not.
    """
    if content:
        message = "the answer was expected to be empty"
        raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class MyComponentConfig:
    """How the other service is asked; every time is in seconds.

    Attributes:
        base_url: Its address up to where paths begin: http or https, without user and password.
        connect_timeout: The longest wait for a connection.
        read_timeout: The longest silence while an answer comes in.
        write_timeout: The longest stop while a question goes out.
        pool_timeout: The longest wait for a connection that others use.
        deadline: How long one request may take, with all its attempts and pauses.
        attempts: How often one request is sent at most.
        first_pause: The longest pause after the first attempt; it doubles with each.
        longest_pause: The longest pause; whoever asks to wait longer is not asked again.
        largest_answer: How many bytes an answer may have, unpacked.
        headers: Sent with every request, such as Authorization. They are never shown.
    """

    base_url: str
    connect_timeout: float = 5.0
    read_timeout: float = 10.0
    write_timeout: float = 10.0
    pool_timeout: float = 5.0
    deadline: float = 30.0
    attempts: int = 3
    first_pause: float = 0.2
    longest_pause: float = 5.0
    largest_answer: int = 10_000_000
    headers: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)

    def __post_init__(self) -> None:
        """Refuse what could never work.

        Raises:
            ValueError: A value is not allowed; the message says which, and never what it was.
        """
        base_address(self.base_url)
        times = ("connect", "read", "write", "pool")
        for name in (*(f"{each}_timeout" for each in times), "deadline", "longest_pause"):
            if not 0 < getattr(self, name) < math.inf:
                message = f"{name} must be a number of seconds above 0"
                raise ValueError(message)
        if not 0 <= self.first_pause <= self.longest_pause:
            message = "first_pause must be from 0 to longest_pause"
            raise ValueError(message)
        for name in ("attempts", "largest_answer"):
            if getattr(self, name) < 1:
                message = f"{name} must be at least 1"
                raise ValueError(message)
        for name, value in self.headers.items():
            refuse_header(name, value)
        # What was checked stays as it is, whatever becomes of the mapping that was given.
        object.__setattr__(self, "headers", MappingProxyType(dict(self.headers)))


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class MyComponentRuntime:
    """What a client takes from the machine that it runs on; a test gives its own.

    Attributes:
        clock: Seconds that only grow.
        now: The time of day, with its zone.
        sleep: Waits for some seconds.
        random: A number from 0 to 1.
    """

    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _now
    # tsq: if concurrency: sync, recommend
    sleep: Callable[[float], None] = time.sleep
    # tsq: else
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    # tsq: end
    random: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True, kw_only=True)
class MyComponentProblem:
    """What the other service said of its refusal (RFC 9457); nobody vouches for these texts.

    Attributes:
        type: The kind of problem, by a web address.
        title: The kind of problem, for people.
        detail: What it was this time.
        instance: This time, by a web address.
    """

    type: str = "about:blank"
    title: str | None = None
    detail: str | None = None
    instance: str | None = None


# tsq: if errors: exceptions
class MyComponentError(MyPackageError):
    """What was asked for was not had.

    Neither headers, queries and bodies nor what the other side wrote are in the message.

    Attributes:
        asked: The method and the path.
        attempts: How often it was sent.
        reason: What went wrong, in a few words.
    """

    def __init__(self, asked: str, attempts: int, reason: str) -> None:
        """Say what was asked for, and what became of it."""
        super().__init__(asked, attempts, reason)
        self.asked = asked
        self.attempts = attempts
        self.reason = reason

    def __str__(self) -> str:
        """Return one line for people."""
        return _line(self.asked, self.attempts, self.reason)


class MyComponentUnreachableError(MyComponentError):
    """There was no connection, or it broke."""


class MyComponentTimeoutError(MyComponentError):
    """There was no answer in time."""


class MyComponentBrokenAnswerError(MyComponentError):
    """There was an answer, and it is not what was expected."""


class MyComponentStatusError(MyComponentError):
    """There was an answer, and it says no.

    Attributes:
        status: Its status.
        problem: What the other service said of it, if it did.
        retry_after: In how many seconds it wants to be asked again, if it said so.
    """

    def __init__(
        self,
        asked: str,
        attempts: int,
        status: int,
        problem: MyComponentProblem | None,
        retry_after: float | None,
    ) -> None:
        """Say what was asked for, and how it was answered."""
        super().__init__(asked, attempts, f"answered with {status}")
        self.status = status
        self.problem = problem
        self.retry_after = retry_after


# tsq: else
@dataclass(frozen=True, slots=True)
class MyComponentError:
    """What was asked for was not had.

    Neither headers, queries and bodies nor what the other side wrote are in the text of it.

    Attributes:
        asked: The method and the path.
        attempts: How often it was sent.
        reason: What went wrong, in a few words.
        cause: What was raised beneath, if anything was, such as a certificate that is not
            trusted; it may quote what the other side wrote, so it is never shown by itself.
    """

    asked: str
    attempts: int
    reason: str
    cause: Exception | None = field(default=None, repr=False, compare=False, kw_only=True)

    def __str__(self) -> str:
        """Return one line for people."""
        return _line(self.asked, self.attempts, self.reason)


class MyComponentUnreachableError(MyComponentError):
    """There was no connection, or it broke."""


class MyComponentTimeoutError(MyComponentError):
    """There was no answer in time."""


class MyComponentBrokenAnswerError(MyComponentError):
    """There was an answer, and it is not what was expected."""


@dataclass(frozen=True, slots=True)
class MyComponentStatusError(MyComponentError):
    """There was an answer, and it says no.

    Attributes:
        status: Its status.
        problem: What the other service said of it, if it did.
        retry_after: In how many seconds it wants to be asked again, if it said so.
    """

    reason: str = field(init=False)
    status: int
    problem: MyComponentProblem | None
    retry_after: float | None

    def __post_init__(self) -> None:
        """Say it in a few words too."""
        object.__setattr__(self, "reason", f"answered with {self.status}")


# tsq: end
class MyComponentRefusedError(MyComponentStatusError):
    """The other service will not do it (a status of 4xx); only 429 says that it may do it later."""


class MyComponentUnavailableError(MyComponentStatusError):
    """The other service could not do it (a status of 5xx); another time it may."""


class MyComponent:
    """Asks one service; it keeps connections open, so one is enough for a whole program.

    Use it as the context of an `async with`, or close it with `aclose` when it has served.
    """

    def __init__(
        self,
        config: MyComponentConfig,
        *,
        transport: httpx2.AsyncBaseTransport | None = None,
        runtime: MyComponentRuntime | None = None,
    ) -> None:
        """Get ready to ask; nothing is sent yet.

        Args:
            config: How to ask.
            transport: What sends the requests; by default the network.
            runtime: Clock, sleep and chance; by default those of the machine.
        """
        self._config = config
        self._base = base_address(config.base_url)
        self._runtime = MyComponentRuntime() if runtime is None else runtime
        headers = httpx2.Headers({"Accept": "application/json", "User-Agent": "my-package"})
        headers.update(config.headers)
        # Where a redirect leads nobody has agreed to, and the headers would go along.
        self._http = httpx2.AsyncClient(
            headers=headers, transport=transport, follow_redirects=False
        )

    async def __aenter__(self) -> Self:
        """Return the client itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections; nothing can be asked after that."""
        await self._http.aclose()

    async def get(
        self, *path: str, decode: MyComponentDecoder[Value], query: Query | None = None
    ) -> MyOutcome:
        """Look something up; the same as `request` with the method GET."""
        return await self.request("GET", *path, decode=decode, query=query)

    async def request(
        self,
        method: MyComponentMethod,
        *path: str,
        decode: MyComponentDecoder[Value],
        query: Query | None = None,
        body: object = None,
        idempotency_key: str | None = None,
    ) -> MyOutcome:
        """Ask, and ask again while that does no harm and there is time.

        Args:
            method: What to do.
            path: The parts of the path, without slashes; what a part holds stays in that part.
            decode: Makes the value of the answer's bytes.
            query: What to put behind the path.
            body: Sent as JSON; by default nothing is.
            idempotency_key: The same for every attempt: the other service does it only once, so
                that POST and PATCH too may be sent again.

        Returns:
            # tsq: if errors: exceptions
            What `decode` made of the answer.
            # tsq: else
            What `decode` made of the answer, or what went wrong.
            # tsq: end

        Raises:
            # tsq: if errors: exceptions
            MyComponentUnreachableError: There was no connection.
            MyComponentTimeoutError: There was no answer in time.
            MyComponentRefusedError: The answer is a refusal.
            MyComponentUnavailableError: The other service failed.
            MyComponentBrokenAnswerError: The answer was not expected.
            # tsq: end
            ValueError: The path, the query, the body or the key cannot be sent.
            TypeError: The body holds something that JSON has no form for.
        """
        question = self._question(method, path, decode, query)
        if body is not None:
            question.carry(body)
        if idempotency_key is not None:
            question.name(idempotency_key)
        return await self._ask(question)

    def _question(
        self,
        method: MyComponentMethod,
        path: tuple[str, ...],
        decode: MyComponentDecoder[Value],
        query: Query | None,
    ) -> "_Question[Value]":
        url = address(self._base, path, query)
        return _Question(method, url, f"{method} {'/'.join(path)!r}", decode)

    async def _ask(self, question: "_Question[Value]") -> MyOutcome:
        config, runtime = self._config, self._runtime
        ends = runtime.clock() + config.deadline
        while True:
            question.attempts += 1
            outcome = await self._attempt(question, ends)
            if not isinstance(outcome, _Failed):
                # tsq: if errors: exceptions
                return outcome
                # tsq: else
                return Ok(outcome)
                # tsq: end
            told = outcome.retry_after or 0.0
            wait = told + pause(
                question.attempts, config.first_pause, config.longest_pause, runtime.random()
            )
            if (
                not outcome.again
                or not question.repeatable
                or question.attempts >= config.attempts
                or told > config.longest_pause
                or runtime.clock() + wait >= ends
            ):
                # tsq: if errors: exceptions
                raise outcome.error from outcome.cause
                # tsq: else
                return Err(replace(outcome.error, cause=outcome.cause))
                # tsq: end
            await runtime.sleep(wait)

    async def _attempt(self, question: "_Question[Value]", ends: float) -> "Value | _Failed":
        asked, attempts = question.asked, question.attempts
        late = MyComponentTimeoutError(asked, attempts, "no answer in time")
        try:
            answer = await self._send(question, ends)
        except (httpx2.TimeoutException, TimeoutError) as cause:
            return _Failed(late, again=True, cause=cause)
        except httpx2.TransportError as cause:
            reason = f"no connection ({type(cause).__name__})"
            unreachable = MyComponentUnreachableError(asked, attempts, reason)
            return _Failed(unreachable, again=True, cause=cause)
        except httpx2.RequestError as cause:
            reason = f"an answer that cannot be read ({type(cause).__name__})"
            return _Failed(MyComponentBrokenAnswerError(asked, attempts, reason), cause=cause)
        if self._runtime.clock() > ends:
            return _Failed(late)
        if answer.is_success:
            return self._decoded(question, answer)
        return self._refusal(question, answer)

    def _decoded(self, question: "_Question[Value]", answer: "_Answer") -> "Value | _Failed":
        asked, attempts = question.asked, question.attempts
        if answer.content is None:
            reason = f"an answer of more than {self._config.largest_answer} bytes"
            return _Failed(MyComponentBrokenAnswerError(asked, attempts, reason))
        try:
            return question.decode(answer.content)
        except (ValueError, RecursionError) as cause:
            reason = f"an answer that was not expected ({type(cause).__name__})"
            return _Failed(MyComponentBrokenAnswerError(asked, attempts, reason), cause=cause)

    def _refusal(self, question: "_Question[Value]", answer: "_Answer") -> "_Failed":
        asked, attempts, status = question.asked, question.attempts, answer.status
        kinds = {4: MyComponentRefusedError, 5: MyComponentUnavailableError}
        kind = kinds.get(status // 100)
        if kind is None:
            reason = f"an answer with the status {status}; redirects are not followed"
            return _Failed(MyComponentBrokenAnswerError(asked, attempts, reason))
        content_type = answer.headers.get("Content-Type", "")
        members = problem_members(content_type, answer.content or b"")
        problem = None if members is None else MyComponentProblem(**members)
        wait = retry_after(answer.headers.get("Retry-After"), self._runtime.now())
        error = kind(asked, attempts, status, problem, wait)
        return _Failed(error, again=status in WORTH_ANOTHER_TRY, retry_after=wait)

    async def _send(self, question: "_Question[Value]", ends: float) -> "_Answer":
        config = self._config
        left = max(0.0, ends - self._runtime.clock())
        request = self._http.build_request(
            question.method,
            question.url,
            headers=question.headers,
            content=question.content,
            timeout=httpx2.Timeout(
                connect=min(config.connect_timeout, left),
                read=min(config.read_timeout, left),
                write=min(config.write_timeout, left),
                pool=min(config.pool_timeout, left),
            ),
        )
        # tsq: if concurrency: sync, recommend
        return self._received(request, ends)
        # tsq: else
        async with asyncio.timeout(left):
            return await self._received(request, ends)
        # tsq: end

    async def _received(self, request: httpx2.Request, ends: float) -> "_Answer":
        response = await self._http.send(request, stream=True)
        try:
            # tsq: if concurrency: sync, recommend
            content = self._gathered(response.iter_bytes(), ends)
            # tsq: else
            async with aclosing(response.aiter_bytes()) as pieces:
                content = await self._gathered(pieces, ends)
            # tsq: end
        finally:
            await response.aclose()
        return _Answer(response.status_code, response.headers, content)

    async def _gathered(self, pieces: AsyncIterator[bytes], ends: float) -> bytes | None:
        """Put an answer together, or return None as soon as it is too large or too late."""
        content = bytearray()
        async for piece in pieces:
            content += piece
            # Each piece comes in time; all of them together may not.
            if len(content) > self._config.largest_answer or self._runtime.clock() > ends:
                return None
        return bytes(content)


@dataclass(slots=True)
class _Question(Generic[Value]):
    """A request with all its attempts; it looks the same each time."""

    method: MyComponentMethod
    url: httpx2.URL
    asked: str
    decode: MyComponentDecoder[Value]
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | None = None
    attempts: int = 0

    @property
    def repeatable(self) -> bool:
        return self.method in IDEMPOTENT or "Idempotency-Key" in self.headers

    def carry(self, body: object) -> None:
        self.content = json.dumps(body, ensure_ascii=False, allow_nan=False).encode()
        self.headers["Content-Type"] = "application/json"

    def name(self, key: str) -> None:
        refuse_header("Idempotency-Key", key)
        self.headers["Idempotency-Key"] = key


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: httpx2.Headers
    content: bytes | None
    """None when not all of it was read."""

    @property
    def is_success(self) -> bool:
        return self.status // 100 == 2  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class _Failed:
    error: MyComponentError
    again: bool = False
    retry_after: float | None = None
    cause: Exception | None = None


def _line(asked: str, attempts: int, reason: str) -> str:
    return f"{asked}: {reason}, after {attempts} attempt{'' if attempts == 1 else 's'}"
# tsq: end

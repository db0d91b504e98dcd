import type { Architecture } from '../../../core/design/answers/types.ts'
import type { About } from '../shared/about.ts'
import { failure, handled } from './names.ts'

type Errors = Architecture['errors']

/** The classes of a worker, by the beginning of their names. */
export const classes = (pascal: string, errors: Errors): readonly string[] => [
  pascal,
  `${pascal}Config`,
  `${pascal}Counts`,
  failure(pascal, errors),
  `${pascal}Job`,
  `${pascal}Queue`,
]

const failed = ({ pascal, errors, base }: About): string =>
  errors === 'exceptions'
    ? `class ${failure(pascal, errors)}(${base}): ...`
    : `class ${failure(pascal, errors)}:
    reason: str
    again: bool = True
    def __str__(self) -> str: ...`

/** What every worker offers, whoever writes it. */
export const stub = (about: About): string => {
  const { pascal, errors, awaiting } = about
  const def = awaiting ? 'async def' : 'def'
  const value = handled(pascal, errors)
  return `class ${pascal}Job:
    id: str
    name: str
    payload: bytes
    attempt: int
    receipt: str

class ${pascal}Queue(Protocol):
    ${def} put(self, name: str, payload: bytes, *, delay: float = 0.0) -> str: ...
    ${def} take(self, *, lease: float) -> ${pascal}Job | None: ...
    ${def} acknowledge(self, job: ${pascal}Job) -> bool: ...
    ${def} retry(self, job: ${pascal}Job, *, delay: float) -> bool: ...
    ${def} give_back(self, job: ${pascal}Job) -> bool: ...
    ${def} bury(self, job: ${pascal}Job, reason: str) -> bool: ...

class ${pascal}Config:
    concurrency: int = 4
    time_limit: float = 60.0
    lease: float = 90.0
    attempts: int = 5
    first_pause: float = 1.0
    longest_pause: float = 300.0
    poll: float = 0.5
    grace: float = 30.0

class ${pascal}Counts:
    taken: int = 0
    done: int = 0
    retried: int = 0
    buried: int = 0
    given_back: int = 0
    late: int = 0

${failed(about)}

class ${pascal}:
    def __init__(
        self,
        queue: ${pascal}Queue,
        config: ${pascal}Config | None = None,
        *,
        chance: Callable[[], float] = ...,
    ) -> None: ...
    @property
    def counts(self) -> ${pascal}Counts: ...
    def register(
        self,
        name: str,
        decode: Callable[[bytes], Payload],
        handle: Callable[[Payload], ${awaiting ? `Awaitable[${value}]` : value}],
    ) -> None: ...
    ${def} submit(self, name: str, payload: bytes, *, delay: float = 0.0) -> str: ...
    def stop(self) -> None: ...
    ${def} run(self) -> None: ...
    ${def} drain(self) -> None: ...
`
}

import type { Architecture } from '../../../core/design/answers/types.ts'
import type { About } from '../shared/about.ts'
import { failure, failureNames, outcome } from './names.ts'

type Errors = Architecture['errors']

/** Functions that every client offers. */
export const functions = ['no_content'] as const

/** The classes of a client, by the beginning of their names. */
export const classes = (pascal: string, errors: Errors): readonly string[] => [
  pascal,
  ...['Config', 'Decoder', 'Method', 'Problem', 'Runtime'].map(each => `${pascal}${each}`),
  ...Object.values(failureNames(pascal, errors)),
]

/** The failures: a value holds what it is made of, an exception is made of the same. */
const failures = ({ pascal, errors, base }: About): string => {
  const of = (name: Parameters<typeof failure>[2]) => failure(pascal, errors, name)
  const raises = errors === 'exceptions'
  // What an exception was raised from it carries anyway.
  const made = raises
    ? '    def __init__(self, asked: str, attempts: int, reason: str) -> None: ...\n'
    : '    cause: Exception | None\n'
  return `class ${of('Error')}${raises ? `(${base})` : ''}:
    asked: str
    attempts: int
    reason: str
${made}    def __str__(self) -> str: ...

class ${of('UnreachableError')}(${of('Error')}): ...
class ${of('TimeoutError')}(${of('Error')}): ...
class ${of('BrokenAnswerError')}(${of('Error')}): ...
class ${of('StatusError')}(${of('Error')}):
    status: int
    problem: ${pascal}Problem | None
    retry_after: float | None
class ${of('RefusedError')}(${of('StatusError')}): ...
class ${of('UnavailableError')}(${of('StatusError')}): ...
`
}

/** What every client offers, whoever writes it. */
export const stub = (about: About): string => {
  const { pascal, errors, awaiting } = about
  const def = awaiting ? 'async def' : 'def'
  const [enter, exit, close] = awaiting ? ['aenter', 'aexit', 'aclose'] : ['enter', 'exit', 'close']
  const value = outcome(pascal, errors, 'Value')
  return `${pascal}Method: TypeAlias = Literal["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]

class ${pascal}Decoder(Protocol[Decoded_co]):
    def __call__(self, content: bytes, /) -> Decoded_co: ...

def no_content(content: bytes, /) -> None: ...

class ${pascal}Config:
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
    headers: Mapping[str, str]

class ${pascal}Runtime:
    clock: Callable[[], float]
    now: Callable[[], datetime]
    sleep: Callable[[float], ${awaiting ? 'Awaitable[None]' : 'None'}]
    random: Callable[[], float]

class ${pascal}Problem:
    type: str
    title: str | None
    detail: str | None
    instance: str | None

${failures(about)}
class ${pascal}:
    def __init__(
        self,
        config: ${pascal}Config,
        *,
        transport: httpx2.${awaiting ? 'Async' : ''}BaseTransport | None = None,
        runtime: ${pascal}Runtime | None = None,
    ) -> None: ...
    ${def} __${enter}__(self) -> Self: ...
    ${def} __${exit}__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    ${def} ${close}(self) -> None: ...
    ${def} get(
        self, *path: str, decode: ${pascal}Decoder[Value], query: Query | None = None
    ) -> ${value}: ...
    ${def} request(
        self,
        method: ${pascal}Method,
        *path: str,
        decode: ${pascal}Decoder[Value],
        query: Query | None = None,
        body: object = None,
        idempotency_key: str | None = None,
    ) -> ${value}: ...
`
}

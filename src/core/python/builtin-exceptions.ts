/** Built-in exceptions and what each is a kind of. Source: "Exception hierarchy" in docs.python.org/3/library/exceptions.html of 3.13. */
const tree = `
BaseException: BaseExceptionGroup GeneratorExit KeyboardInterrupt SystemExit Exception
Exception: ArithmeticError AssertionError AttributeError BufferError EOFError ExceptionGroup ImportError LookupError MemoryError NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError Warning
ArithmeticError: FloatingPointError OverflowError ZeroDivisionError
ImportError: ModuleNotFoundError
LookupError: IndexError KeyError
NameError: UnboundLocalError
OSError: BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError IOError EnvironmentError
ConnectionError: BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
RuntimeError: NotImplementedError PythonFinalizationError RecursionError
SyntaxError: IndentationError
IndentationError: TabError
ValueError: UnicodeError
UnicodeError: UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError
Warning: BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning
`

const parents: ReadonlyMap<string, string> = new Map(
  tree
    .trim()
    .split('\n')
    .flatMap(line => {
      const [parent = '', children = ''] = line.split(': ')
      return children.split(' ').map(child => [child, parent] as const)
    }),
)

/** Whether a name is that of a built-in exception; also as `builtins.ValueError`. */
export const isBuiltinException = (name: string): boolean => {
  const short = name.replace(/^builtins\./, '')
  return short === 'BaseException' || parents.has(short)
}

/** What a built-in exception is a kind of, nearest first, without the prefix `builtins.`. */
export const kindsOf = (name: string): readonly string[] => {
  const kinds: string[] = []
  for (let at = parents.get(name.replace(/^builtins\./, '')); at !== undefined; at = parents.get(at)) kinds.push(at)
  return kinds
}

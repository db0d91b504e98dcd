/**
 * Top-level modules of the standard library in 3.11, from `sys.stdlib_module_names` of that interpreter (3.11.7), private ones left out.
 * Changes up to 3.13 come from the same list of 3.12.1 and 3.13.0; later ones from docs.python.org/3/whatsnew of 3.14 (PEP 649, PEP 784)
 * and 3.15 (PEP 799).
 */
const in311 = `
  abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect
  builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall
  concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm
  decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput
  fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq
  hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3
  linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt
  multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib
  pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd
  py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
  sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd
  sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau
  symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit
  tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata
  unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp
  zipfile zipimport zlib zoneinfo
`

const changes: readonly { readonly minor: number; readonly added: string; readonly removed: string }[] = [
  { minor: 12, added: '', removed: 'asynchat asyncore distutils imp smtpd' },
  {
    minor: 13,
    added: '',
    removed:
      'aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau telnetlib uu xdrlib',
  },
  { minor: 14, added: 'annotationlib compression', removed: '' },
  { minor: 15, added: 'profiling', removed: 'sre_compile sre_constants sre_parse' },
]

const words = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== '')

const minorOf = (python: string): number => Number(/^3\.(\d+)/.exec(python)?.[1] ?? 11)

/** The top-level modules that come with a Python version such as `3.12`; private modules (`_thread`) are known by their underscore. */
export const standardLibrary = (python: string): ReadonlySet<string> => {
  const names = new Set(words(in311))
  for (const { minor, added, removed } of changes) {
    if (minor > minorOf(python)) continue
    for (const name of words(added)) names.add(name)
    for (const name of words(removed)) names.delete(name)
  }
  return names.add('__future__').add('__main__').add('_thread')
}

/** In which version a module left the standard library, for the message about it. */
export const removedFromLibrary = (module: string): string | undefined => {
  const change = changes.find(each => words(each.removed).includes(module))
  return change && `3.${change.minor}`
}

/** Built-in names in lower case, from `dir(builtins)` of 3.13.0; it has every one that 3.11 and 3.12 have. */
export const builtinFunctions: ReadonlySet<string> = new Set(
  words(`
    abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright
    credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash
    help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open
    ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type
    vars zip
  `),
)

/** Built-in names that begin with a capital, from `dir(builtins)` of 3.13.0; it has every one that 3.11 and 3.12 have. */
export const builtinClasses: ReadonlySet<string> = new Set(
  words(`
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception
    ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError
    ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
    KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented
    NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
    PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
    StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError
    TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
    UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
  `),
)

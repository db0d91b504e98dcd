import type { Confidence, Severity } from '../../../core/gates/finding.ts'

/** What we say about one of Ruff's security rules. */
export interface Page {
  readonly cwe: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly why: string
  readonly fix: string
}

const page = (cwe: number, severity: Severity, confidence: Confidence, why: string, fix: string): Page => ({
  cwe: `CWE-${cwe}`,
  severity,
  confidence,
  why,
  fix,
})

const password = page(
  798,
  'high',
  'medium',
  'Whoever can read the source can read the secret, and it stays in the history after it is removed.',
  'Read it from the environment or a secret store, and change the secret.',
)
const unpickling = page(
  502,
  'high',
  'medium',
  'Loading such data runs whatever code its author put into it.',
  'Use a format that holds only data, such as JSON, and validate it.',
)
const weakHash = page(
  327,
  'medium',
  'medium',
  'Collisions of this hash can be made, so it proves neither identity nor integrity.',
  'Use SHA-256 or better; for a checksum without a meaning for security pass `usedforsecurity=False`.',
)
const xml = page(
  611,
  'medium',
  'medium',
  'Hostile XML can read local files or fill the memory through entities.',
  'Parse it with `defusedxml`.',
)
const plainProtocol = page(
  319,
  'high',
  'high',
  'Everything, passwords included, crosses the network in clear text.',
  'Use SSH, SFTP or HTTPS.',
)
const shell = page(
  78,
  'high',
  'medium',
  'Whoever controls a part of the string controls the machine: a shell reads `;` and `$( )` as commands.',
  'Pass a list of arguments and no shell: `subprocess.run(["git", "log", name], check=True)`.',
)
const process = page(
  78,
  'low',
  'low',
  'A program that is named or fed by outside input does what that input says.',
  'Use fixed programs, and validate each argument that comes from outside.',
)
const sql = page(
  89,
  'high',
  'medium',
  'Whoever controls a part of the string controls the query.',
  'Give values as parameters of the query; take names of tables and columns from a fixed list.',
)
const tls = page(
  295,
  'high',
  'high',
  'Without checking the certificate anyone on the way can read and change the traffic.',
  'Leave verification on; for an authority of your own give its certificate.',
)
const oldTls = page(
  327,
  'high',
  'high',
  'Old protocol versions can be broken by anyone on the way.',
  'Use `ssl.create_default_context()`.',
)
const html = page(
  79,
  'high',
  'medium',
  'Text that is not escaped can carry a script into someone else’s browser.',
  'Escape by default, and mark as safe only text that you wrote yourself.',
)
const oldCipher = page(
  327,
  'high',
  'high',
  'This cipher or mode can be broken.',
  'Use AES-GCM or ChaCha20-Poly1305 from `cryptography`.',
)
const swallowed = page(
  390,
  'low',
  'high',
  'An error that nobody sees is found when it has done its harm.',
  'Catch the exception that you expect, and log what you go on from.',
)

/** The page of each rule, by its code. */
export const pages: Readonly<Record<string, Page>> = {
  S101: page(703, 'low', 'high', '`assert` disappears when Python runs with -O.', 'Raise an exception of your own.'),
  S102: page(
    95,
    'critical',
    'high',
    '`exec` runs whatever text it is given.',
    'Write the code down, or choose from a table of functions.',
  ),
  S103: page(
    732,
    'medium',
    'high',
    'Others on the machine may read or change the file.',
    'Give only the owner the right: `0o600`, or `0o700` for a folder.',
  ),
  S104: page(
    605,
    'medium',
    'medium',
    'The service answers on every network that the machine is in.',
    'Bind to 127.0.0.1 by default, and let the deployment choose otherwise.',
  ),
  S105: password,
  S106: password,
  S107: password,
  S108: page(
    377,
    'medium',
    'medium',
    'Others can guess the name and put a file or a link there first.',
    'Use the `tempfile` module.',
  ),
  S110: swallowed,
  S112: swallowed,
  S113: page(400, 'medium', 'high', 'A server that never answers stops this program for ever.', 'Pass `timeout=`.'),
  S201: page(
    94,
    'high',
    'high',
    'The debugger of a running service lets visitors run code.',
    'Leave `debug` off outside development.',
  ),
  S202: page(
    22,
    'high',
    'medium',
    'An archive can hold paths that lead out of the folder.',
    'Pass `filter="data"` to `extractall`.',
  ),
  S301: unpickling,
  S302: unpickling,
  S303: weakHash,
  S304: oldCipher,
  S305: oldCipher,
  S306: page(
    377,
    'medium',
    'high',
    'Between the name and the opening others can put a file there.',
    'Use `tempfile.NamedTemporaryFile` or `mkstemp`.',
  ),
  S307: page(
    95,
    'high',
    'medium',
    '`eval` runs whatever text it is given.',
    'Use `ast.literal_eval` for literals, or a parser for what you expect.',
  ),
  S308: html,
  S310: page(
    939,
    'medium',
    'low',
    'A URL from outside may be `file:` and read local files.',
    'Check that the scheme is https before opening it.',
  ),
  S311: page(
    330,
    'low',
    'low',
    'The next number can be computed from those before.',
    'Use `secrets` for tokens and keys; for anything else this can be dismissed.',
  ),
  S312: plainProtocol,
  S313: xml,
  S314: xml,
  S315: xml,
  S316: xml,
  S317: xml,
  S318: xml,
  S319: xml,
  S320: xml,
  S321: plainProtocol,
  S323: tls,
  S324: weakHash,
  S401: plainProtocol,
  S402: plainProtocol,
  S403: unpickling,
  S404: process,
  S405: xml,
  S406: xml,
  S407: xml,
  S408: xml,
  S409: xml,
  S410: xml,
  S411: xml,
  S412: page(
    807,
    'medium',
    'medium',
    'A header of the request can turn into a proxy setting.',
    'Do not serve through CGI.',
  ),
  S413: page(327, 'high', 'high', 'PyCrypto is abandoned and has known faults.', 'Use `cryptography`.'),
  S415: plainProtocol,
  S501: tls,
  S502: oldTls,
  S503: oldTls,
  S504: oldTls,
  S505: page(326, 'high', 'high', 'A key of this size can be broken.', 'Use RSA of 3072 bits, or Ed25519.'),
  S506: page(502, 'high', 'high', 'This loader builds any Python object that the text names.', 'Use `yaml.safe_load`.'),
  S507: page(
    295,
    'high',
    'high',
    'Anyone on the way can pretend to be the host.',
    'Load the known hosts and refuse others.',
  ),
  S508: page(
    319,
    'medium',
    'high',
    'SNMP 1 and 2 send their password in clear text.',
    'Use SNMPv3 with authentication and privacy.',
  ),
  S509: page(319, 'medium', 'high', 'Without privacy everything can be read on the way.', 'Use authPriv.'),
  S601: shell,
  S602: shell,
  S603: process,
  S604: shell,
  S605: shell,
  S606: process,
  S607: page(
    426,
    'low',
    'low',
    'Another program of that name, earlier on PATH, would be started.',
    'Name the program by its whole path, or find it once with `shutil.which`.',
  ),
  S608: sql,
  S609: page(
    155,
    'high',
    'medium',
    'A file whose name begins with a dash becomes an option.',
    'List the files yourself, and put `--` before them.',
  ),
  S610: sql,
  S611: sql,
  S612: page(
    94,
    'high',
    'high',
    'Whoever can send to the port can have code run.',
    'Read the logging configuration from a file.',
  ),
  S701: html,
  S702: html,
  S704: html,
}

/** For a rule that a newer Ruff brings before we have written about it: never a reason to say less than that it was found. */
export const unknownPage: Page = page(
  710,
  'medium',
  'low',
  'Ruff’s security rules see a weakness here.',
  'See `ruff rule` with the code of this finding.',
)

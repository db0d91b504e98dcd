// Sets a checkout up: dependencies, the pinned Node, uv. It runs on whatever Node the machine has (20 or newer), so it is
// plain JavaScript that uses nothing but Node's own modules. A second run finds everything in place and says so at once.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const started = performance.now()
const say = text => process.stderr.write(`setup  ${text}\n`)
const seconds = since => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** The stamp holds the hash of the lock file that was installed, so a pull that changes dependencies is noticed. */
const stampFile = path.join(root, 'node_modules', '.trysquare-setup')
const stamp = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex')
const installed = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp

const run = (program, args, options = {}) => {
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    ...options,
  })
  return { ok: result.status === 0, detail: (result.stderr || String(result.error ?? '')).trim() }
}

const fail = (what, detail, todo) => {
  say(`✗ ${what}`)
  for (const line of detail.split('\n').slice(-12)) say(`  ${line}`)
  say(`  Do: ${todo}`)
  process.exit(2)
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Node ${process.versions.node} is too old`,
    'Node 20 or newer is needed to fetch the pinned one.',
    'install Node 20 or newer',
  )
}

if (!installed) {
  const since = performance.now()
  say('dependencies and the pinned Node (npm install) …')
  // `npm ci` refuses a lock file that lacks another system's optional binaries, and not every registry mirror has them all;
  // `install --no-save` takes the same locked versions and leaves both manifests alone. No package of ours needs its
  // install script; not running them is both quicker and safer.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = run(npm, ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  })
  if (!result.ok) fail('npm install failed', result.detail, 'look at the lines above, then run the same command again')
  say(`dependencies and the pinned Node: done in ${seconds(since)}`)
}

/** The same places, in the same order, as src/world/env/uv.ts looks at. */
const cache = process.env.XDG_CACHE_HOME
  ? path.join(process.env.XDG_CACHE_HOME, 'trysquare')
  : process.platform === 'darwin'
    ? path.join(homedir(), 'Library', 'Caches', 'trysquare')
    : process.platform === 'win32'
      ? path.join(process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'trysquare', 'Cache')
      : path.join(homedir(), '.cache', 'trysquare')
const binary = process.platform === 'win32' ? path.join('Scripts', 'uv.exe') : path.join('bin', 'uv')
const tool = path.join(cache, 'tools', `uv-${manifest.config.uv}`)
const candidates = [
  process.env.TRYSQUARE_UV,
  path.join(tool, binary),
  'uv',
  path.join(homedir(), '.local', 'bin', 'uv'),
].filter(Boolean)
let uv = candidates.find(each => spawnSync(each, ['--version'], { stdio: 'ignore' }).status === 0)

if (uv === undefined) {
  const since = performance.now()
  say(`uv ${manifest.config.uv} (from the package index) …`)
  const python = ['python3', 'python'].find(
    each =>
      spawnSync(each, ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'], { stdio: 'ignore' }).status === 0,
  )
  if (python === undefined)
    fail(
      'Python 3.11 or newer was not found',
      'Trysquare makes Python projects and proves them with the real interpreter.',
      'install Python 3.11 or newer',
    )
  mkdirSync(path.dirname(tool), { recursive: true })
  const scratch = `${tool}.${process.pid}`
  rmSync(scratch, { recursive: true, force: true })
  // --without-pip: making a pip inside the environment would take longer than fetching uv itself.
  const made = run(python, ['-m', 'venv', '--without-pip', scratch])
  const fetched = made.ok
    ? run(python, [
        '-m',
        'pip',
        '--disable-pip-version-check',
        '--python',
        scratch,
        'install',
        '--quiet',
        `uv==${manifest.config.uv}`,
      ])
    : made
  if (fetched.ok) {
    rmSync(tool, { recursive: true, force: true })
    renameSync(scratch, tool)
    uv = path.join(tool, binary)
    say(`uv: done in ${seconds(since)}`)
  } else {
    rmSync(scratch, { recursive: true, force: true })
    // Not fatal: everything that needs no Python tools still works, and each check that needs uv says so by itself.
    say(`uv could not be fetched: ${fetched.detail.split('\n').at(-1)}`)
    say('  Do: install uv by hand (https://docs.astral.sh/uv/), or use --embedded; the rest is ready')
  }
}

const pinned = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const runtime = existsSync(pinned)
  ? spawnSync(pinned, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' }).stdout
  : process.version
if (Number(/^v(\d+)/.exec(runtime ?? '')?.[1] ?? 0) < 24) {
  fail(
    'no Node 24 or newer',
    `There is no pinned Node for ${process.platform} ${process.arch}, and the system has ${process.version}.`,
    'install Node 24 or newer, then run the same command again',
  )
}

// Touched each time, so that it is newer than the lock file it speaks of.
writeFileSync(stampFile, stamp)
say(`ready in ${seconds(started)}${uv === undefined ? ', without uv' : ''}`)

// `setup.mjs scripts/x.ts …` goes on with that script, on the pinned Node: a shell that looked `node` up before it was there
// would keep using the old one.
const [script, ...args] = process.argv.slice(2)
if (script !== undefined) {
  const bin = path.join(root, 'node_modules', '.bin')
  const { status } = spawnSync(existsSync(pinned) ? pinned : process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
    shell: process.platform === 'win32',
  })
  process.exit(status ?? 70)
}

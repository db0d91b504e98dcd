import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A repository in which everything that could run something writes a marker file when it does: git's settings, attributes and hooks,
 * what Python loads by itself, what builds and tests load, and programs that lie where somebody might look for one.
 */
export const hostileRepository = () => {
  const root = mkdtempSync(join(tmpdir(), 'tsq-hostile-'))
  const folder = join(root, 'repository')
  const marks = join(root, 'marks')
  mkdirSync(folder)
  mkdirSync(marks)
  const write = (path: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
    chmodSync(join(folder, path), mode)
  }
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    })
  /** A command that leaves a marker, and then does what a filter must. */
  const marking = (name: string) => `touch ${join(marks, name)}; cat`
  const program = (name: string) => `#!/bin/sh\ntouch ${join(marks, name)}\nexit 0\n`
  const python = (name: string) => `open(${JSON.stringify(join(marks, name))}, "w").close()\n`

  git('init', '-q', '-b', 'main')
  write(
    'pyproject.toml',
    '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n\n[project]\nname = "victim"\nversion = "1"\n\n[tool.pytest.ini_options]\naddopts = "-p plug"\n',
  )
  write('victim/__init__.py', python('import'))
  write('victim/__main__.py', python('main'))
  write('data.txt', 'text\n')
  write('data.bin', 'text\n')
  write('backend.py', python('backend'))
  write('plug.py', python('plug'))
  write('setup.py', `${python('setup')}from setuptools import setup\nsetup(name="victim")\n`)
  write('conftest.py', python('conftest'))
  write('noxfile.py', python('nox'))
  write('sitecustomize.py', python('sitecustomize'))
  write('usercustomize.py', python('usercustomize'))
  write('evil.pth', `import os; ${python('pth')}`)
  write('.envrc', `touch ${join(marks, 'envrc')}\n`)
  write(
    '.pre-commit-config.yaml',
    'repos:\n  - repo: local\n    hooks:\n      - id: x\n        name: x\n        entry: ./git\n        language: system\n',
  )
  for (const name of ['git', 'python', 'python3', 'ruff', 'uv', 'mypy', 'pytest', 'node', 'sh']) {
    write(name, program(`program-${name}`), 0o755)
    write(`.venv/bin/${name}`, program(`venv-${name}`), 0o755)
    write(`node_modules/.bin/${name}`, program(`node-${name}`), 0o755)
  }
  git('add', '-f', 'pyproject.toml', 'victim', 'data.txt', 'data.bin', 'setup.py', 'conftest.py')
  git('commit', '-q', '-m', 'x')

  // A submodule whose own settings run something when git looks into it.
  execFileSync('git', ['init', '-q', 'sub'], { cwd: folder })
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', 'commit', '-q', '--allow-empty', '-m', 'x'], {
    cwd: join(folder, 'sub'),
  })
  execFileSync('git', ['config', 'core.fsmonitor', marking('submodule-fsmonitor')], { cwd: join(folder, 'sub') })
  git('-c', 'advice.addEmbeddedRepo=false', 'add', 'sub')

  // A bare repository that looks like an ordinary folder.
  write('bare/HEAD', 'ref: refs/heads/main\n')
  write(
    'bare/config',
    `[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsmonitor = "${marking('bare-fsmonitor')}"\n`,
  )
  for (const each of ['objects', 'refs']) mkdirSync(join(folder, 'bare', each))

  write(
    '.gitattributes',
    '*.txt filter=one diff=two merge=three\n*.toml filter=a=b\n*.py filter=included\n*.bin filter=four\n',
  )
  git('add', '-f', '.gitattributes')
  write('included.cfg', `[filter "included"]\n\tclean = "${marking('included-clean')}"\n\trequired = true\n`)
  const settings: readonly (readonly [string, string])[] = [
    ['core.fsmonitor', marking('fsmonitor')],
    ['core.pager', marking('pager')],
    ['core.editor', marking('editor')],
    ['core.sshCommand', marking('ssh')],
    ['core.askPass', marking('askpass')],
    ['core.alternateRefsCommand', marking('alternate')],
    ['filter.one.clean', marking('clean')],
    ['filter.one.smudge', marking('smudge')],
    ['filter.four.process', marking('process')],
    ['filter.one.required', 'true'],
    ['filter.a=b.clean', marking('odd-name-clean')],
    ['filter.a=b.required', 'true'],
    ['diff.external', marking('diff-external')],
    ['diff.two.command', marking('diff-command')],
    ['diff.two.textconv', marking('textconv')],
    ['merge.three.driver', marking('merge')],
    ['credential.helper', `!${marking('credential')}`],
    ['gpg.program', marking('gpg')],
    ['commit.gpgSign', 'true'],
    ['alias.status', `!${marking('alias')}`],
    ['pager.status', marking('pager-status')],
    ['uploadpack.packObjectsHook', marking('pack')],
    ['remote.origin.url', `ext::sh -c "touch ${join(marks, 'ext')}"`],
    ['remote.origin.promisor', 'true'],
    ['extensions.partialClone', 'origin'],
    ['core.repositoryFormatVersion', '1'],
    ['protocol.ext.allow', 'always'],
    ['include.path', join(folder, 'included.cfg')],
  ]
  for (const [key, value] of settings) git('config', key, value)
  for (const hook of [
    'post-index-change',
    'pre-commit',
    'post-checkout',
    'fsmonitor-watchman',
    'reference-transaction',
  ])
    write(`.git/hooks/${hook}`, program(`hook-${hook}`), 0o755)
  // Changed since, so that a filter has something to compare; of the same length, so that the content must be looked at.
  write('data.txt', 'xext\n')
  write('data.bin', 'xext\n')
  write(
    'pyproject.toml',
    '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n\n[project]\nname = "victim"\nversion = "2"\n\n[tool.pytest.ini_options]\naddopts = "-p plug"\n',
  )
  write('victim/__init__.py', python('import').replace('"w"', "'w'"))

  return {
    root,
    folder,
    git,
    /** The names of what was run since it was last asked. */
    ran: () => readdirSync(marks).toSorted(),
    forget: () => {
      for (const name of readdirSync(marks)) rmSync(join(marks, name))
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

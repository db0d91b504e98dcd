import { manager } from '../../../ports/manager.ts'

/** With `--locked` uv stops where the lock file is stale, and also where there is none. */
const sync = (locked: boolean): string => (locked ? 'uv sync --locked' : 'uv sync')

export default manager({
  id: 'uv',
  title: 'uv',
  program: 'uv',
  howToInstall: 'https://docs.astral.sh/uv/getting-started/installation/, or `pipx install uv`',
  facts: ({ locked }) => ({
    id: 'uv',
    install: sync(locked),
    add: 'uv add "SOURCE"',
    run: 'uv run',
    program: { install: 'uv tool install .', once: 'uvx --from . PROGRAM' },
    build: 'uv build',
    lock_file: 'uv.lock',
    locked,
    lock: 'uv lock',
    build_system: { requires: ['uv_build>=0.13.6,<0.14'], backend: 'uv_build' },
    ci: {
      setup: [
        {
          name: 'Set up uv',
          uses: 'astral-sh/setup-uv@v7',
          with: { 'python-version': '${{ matrix.python-version }}', 'enable-cache': true },
        },
      ],
      install: sync(locked),
    },
    devcontainer: { feature: {}, create: `pipx install uv && ${sync(locked)}` },
    dependabot: 'uv',
  }),
  lock: ['lock', '--no-python-downloads'],
  // From the lock as it is: whether it is up to date is asked when it is made. The interpreter is given, so none is looked for.
  sync: ({ project, offline, python, anew }) => [
    'sync',
    '--frozen',
    '--no-python-downloads',
    '--python',
    python,
    ...(project ? [] : ['--no-install-project']),
    ...(anew ? ['--reinstall'] : []),
    ...(offline ? ['--offline'] : []),
  ],
})

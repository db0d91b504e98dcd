import { artifact } from '../../../ports/artifact.ts'

export default artifact({
  id: 'devcontainer',
  reads: ['names.title', 'python.minimum'],
  collects: ['manager.devcontainer'],
  path: () => '.devcontainer/devcontainer.json',
  accepts: path => path === '.devcontainer.json' || /^\.devcontainer\/([^/]+\/)?devcontainer\.json$/.test(path),
  purpose: 'Describes a container with everything that development needs.',
  effort: 'trivial',
  compose: ({ names, python, manager }) => ({
    format: 'json',
    value: {
      name: names.title,
      image: `mcr.microsoft.com/devcontainers/python:${python.minimum}`,
      ...(Object.keys(manager.devcontainer.feature).length > 0 && { features: manager.devcontainer.feature }),
      postCreateCommand: manager.devcontainer.create,
      customizations: {
        vscode: {
          extensions: ['charliermarsh.ruff', 'ms-python.mypy-type-checker', 'ms-python.python'],
          settings: { 'python.defaultInterpreterPath': '.venv/bin/python' },
        },
      },
    },
  }),
})

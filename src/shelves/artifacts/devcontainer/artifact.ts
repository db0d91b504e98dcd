import { artifact } from '../../../ports/artifact.ts'
import { standsForOthers } from '../shared/for-others.ts'

export default artifact({
  id: 'devcontainer',
  reads: ['names.title', 'python.minimum', 'intake.purpose'],
  collects: ['manager.devcontainer'],
  path: () => '.devcontainer/devcontainer.json',
  accepts: path => path === '.devcontainer.json' || /^\.devcontainer\/([^/]+\/)?devcontainer\.json$/.test(path),
  standing: standsForOthers,
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

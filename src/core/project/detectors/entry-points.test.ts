import { describe, expect, test } from 'vitest'
import { portraitIn } from '../../../../test/small-trees.ts'

const entriesIn = (tree: Readonly<Record<string, string>>) =>
  portraitIn(tree).entries.map(
    ({ kind, name, group, framework, place }) =>
      `${kind} ${name}${group === undefined ? '' : ` in ${group}`}${framework === undefined ? '' : ` (${framework})`} @ ${place.path}:${place.line}`,
  )

const pyproject = (rest: string) => `[project]\nname = "a"\n${rest}`
const main = 'def main(): ...\n'

describe('ways into a program [P-20]', () => {
  test('commands, windows and plug-ins of PEP 621', () => {
    const text = pyproject(
      '[project.scripts]\na = "a.cli:main"\n[project.gui-scripts]\nw = "a.cli:main"\n[project.entry-points.pytest11]\np = "a.cli"\n',
    )
    expect(entriesIn({ 'pyproject.toml': text, 'a/__init__.py': '', 'a/cli.py': main })).toEqual([
      'console-script a @ pyproject.toml:4',
      'gui-script w @ pyproject.toml:6',
      'plugin p in pytest11 @ pyproject.toml:8',
    ])
  })

  test('those of Poetry, Flit, setup.cfg and setup.py', () => {
    const tree = { 'a/__init__.py': '', 'a/cli.py': main }
    expect(
      entriesIn({
        ...tree,
        'pyproject.toml':
          '[tool.poetry]\nname = "a"\n[tool.poetry.scripts]\na = "a.cli:main"\nb = { reference = "a.cli:main", type = "console" }\n[tool.poetry.plugins."x.y"]\nz = "a.cli:main"\n',
      }),
    ).toEqual([
      'console-script a @ pyproject.toml:4',
      'console-script b @ pyproject.toml:5',
      'plugin z in x.y @ pyproject.toml:7',
    ])
    expect(
      entriesIn({
        ...tree,
        'pyproject.toml': '[tool.flit.metadata]\nmodule = "a"\n[tool.flit.scripts]\na = "a.cli:main"\n',
      }),
    ).toEqual(['console-script a @ pyproject.toml:4'])
    expect(
      entriesIn({
        ...tree,
        'setup.cfg':
          '[metadata]\nname = a\n[options.entry_points]\nconsole_scripts =\n  a = a.cli:main\n  b=a.cli:main [extra]\n',
      }),
    ).toEqual(['console-script a @ setup.cfg:5', 'console-script b @ setup.cfg:6'])
    expect(
      entriesIn({
        ...tree,
        'setup.py':
          'import setuptools\nsetuptools.setup(\n  name="a",\n  entry_points={\n    "console_scripts": ["a = a.cli:main"],\n    "flake8.extension": ["X = a.cli:main"],\n  },\n)\n',
      }),
    ).toEqual(['console-script a @ setup.py:5', 'plugin X in flake8.extension @ setup.py:6'])
    expect(
      entriesIn({
        ...tree,
        'setup.py':
          'from setuptools import setup\nsetup(name="a", entry_points="""\n[console_scripts]\na = a.cli:main\n""")\n',
      }),
    ).toEqual(['console-script a @ setup.py:4'])
  })

  test('files that are installed as commands', () => {
    const tree = { 'a/__init__.py': '', 'bin/run': '' }
    expect(
      entriesIn({ ...tree, 'setup.py': 'from setuptools import setup\nsetup(name="a", scripts=["bin/run"])\n' }),
    ).toEqual(['script bin/run @ setup.py:2'])
    const portrait = portraitIn({ ...tree, 'setup.cfg': '[metadata]\nname = a\n[options]\nscripts =\n  bin/gone\n' })
    expect(portrait.contradictions.map(each => each.said)).toEqual(['bin/gone is to be installed, and is not there'])
  })

  test('a command line that a module calls when it is run, and none that is only a part of one', () => {
    const cli = 'import click\n\n@click.group()\ndef cli(): ...\n\n@click.command()\ndef part(): ...\n'
    expect(
      entriesIn({
        'pyproject.toml': pyproject(''),
        'a/__init__.py': '',
        'a/cli.py': `${cli}\nif __name__ == "__main__":\n    cli()\n`,
      }),
    ).toEqual(['app a.cli:cli (click) @ a/cli.py:4'])
  })

  test('what only running setup.py would tell is unknown, not guessed', () => {
    const portrait = portraitIn({
      'a/__init__.py': '',
      'setup.py': 'from setuptools import setup\nsetup(name="a", entry_points=load())\n',
    })
    expect(portrait.entries).toEqual([])
    expect(portrait.unknown.map(each => each.why)).toContain(
      'setup.py:2 makes entry points that only running it would tell',
    )
  })

  test('what leads nowhere is said', () => {
    const text = pyproject('[project.scripts]\na = "a.gone:main"\nb = "a.cli:gone"\nc = "no reference"\nd = "a.cli"\n')
    const portrait = portraitIn({ 'pyproject.toml': text, 'a/__init__.py': '', 'a/cli.py': main })
    expect(portrait.contradictions.map(each => each.said)).toEqual([
      '"a" leads to a.gone, and no such module was found',
      '"b" leads to a.cli:gone, and a/cli.py defines no gone',
      '"c" = "no reference" is no reference that Python could load',
      '"d" = "a.cli" is no reference that Python could load',
    ])
  })

  test('packages that are run, and a module’s own block only where it is no part of a package', () => {
    const guard = 'if __name__ == "__main__":\n    run()\n'
    expect(
      entriesIn({
        'pyproject.toml': pyproject(''),
        'a/__init__.py': '',
        'a/__main__.py': `x = 1\n${guard}`,
        'a/trial.py': guard,
        'a/_vendor/x/__main__.py': guard,
      }),
    ).toEqual(['main-module a @ a/__main__.py:2'])
    expect(entriesIn({ 'requirements.txt': 'x\n', 'main.py': guard, 'lib.py': 'x = 1\n' })).toEqual([
      'script main.py @ main.py:1',
    ])
  })

  test('the command line of a __main__ is that module, and no second way in', () => {
    const cli = 'import click\n\n@click.group()\ndef cli(): ...\n\nif __name__ == "__main__":\n    cli()\n'
    expect(entriesIn({ 'pyproject.toml': pyproject(''), 'a/__init__.py': '', 'a/__main__.py': cli })).toEqual([
      'main-module a (click) @ a/__main__.py:6',
    ])
  })

  test('applications and what makes them', () => {
    const tree = {
      'pyproject.toml': pyproject(''),
      'a/__init__.py': '',
      'a/web.py':
        'from fastapi import FastAPI as F\nimport flask\napp = F()\nother = flask.Flask(__name__)\nnot_one = F\n',
      'a/make.py':
        'import fastapi\n\ndef create_app():\n    app = fastapi.FastAPI()\n    return app\n\ndef helper():\n    app = fastapi.FastAPI()\n    app.run()\n',
      'a/own.py': 'from quart import Quart\nclass Mine(Quart): ...\ndef make():\n    return Mine(__name__)\n',
      'a/jobs.py': 'from celery import Celery\ntry:\n    jobs = Celery("a")\nexcept OSError:\n    raise\n',
      'tests/test_web.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      'docs_src/one.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
    }
    expect(entriesIn(tree)).toEqual([
      'app a.web:app (fastapi) @ a/web.py:3',
      'app a.web:other (flask) @ a/web.py:4',
      'app a.jobs:jobs (celery) @ a/jobs.py:3',
      'app-factory a.make:create_app (fastapi) @ a/make.py:3',
      'app-factory a.own:make (quart) @ a/own.py:3',
    ])
  })

  test('a Django project', () => {
    const tree = {
      'requirements.txt': 'django\n',
      'manage.py':
        'def main():\n    from django.core.management import execute_from_command_line\n    execute_from_command_line([])\n\nif __name__ == "__main__":\n    main()\n',
      'site_/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n',
      'site_/__init__.py': '',
    }
    expect(entriesIn(tree)).toEqual([
      'app site_.wsgi:application (django) @ site_/wsgi.py:2',
      'django-manage manage.py (django) @ manage.py:2',
    ])
  })

  test('a command says what it is made with', () => {
    const tree = { 'a/__init__.py': '', 'a/cli.py': 'import typer\napp = typer.Typer()\n' }
    expect(entriesIn({ ...tree, 'pyproject.toml': pyproject('[project.scripts]\na = "a.cli:app"\n') })).toEqual([
      'console-script a (typer) @ pyproject.toml:4',
    ])
  })
})

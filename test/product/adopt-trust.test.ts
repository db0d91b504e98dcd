import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const repository = place.path('shop')
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), text)
}
const adopt = (...args: readonly string[]) => place.tsq(['--in', repository, 'adopt', '--yes', ...args])
const baseline = () =>
  JSON.parse(readFileSync(join(repository, '.trysquare/baseline.json'), 'utf8')) as {
    readonly tools: readonly {
      readonly tool: string
      readonly outcome: string
      readonly red: readonly { readonly rule: string; readonly path: string }[]
    }[]
  }
const redIn = () =>
  baseline().tools.map(({ tool, outcome, red }) => `${tool} ${outcome} ${red.map(each => each.rule).join(',')}`)

beforeAll(() => {
  write(
    'pyproject.toml',
    '[project]\nname = "shop"\nversion = "1.0"\nrequires-python = ">=3.11"\n\n[dependency-groups]\ndev = ["ruff", "mypy", "pytest"]\n\n[build-system]\nrequires = ["uv_build>=0.13.6,<0.14"]\nbuild-backend = "uv_build"\n\n[tool.ruff]\n[tool.mypy]\nstrict = true\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\n\n[tool.uv]\n',
  )
  write('src/shop/__init__.py', 'import os\n')
  write('src/shop/cart.py', 'def total(prices: list[int]) -> int:\n    return sum(prices)\n')
  write(
    'tests/test_cart.py',
    'from pathlib import Path\n\nfrom shop.cart import total\n\n\ndef test_total() -> None:\n    Path("made-by-a-test").touch()\n    assert total([1, 2]) == 3\n\n\ndef test_wrong() -> None:\n    assert total([1]) == 2\n',
  )
})

describe('a repository that a person trusts', () => {
  test('has its own tools run in a copy, and what is red is known from then on [P-20]', async () => {
    const said = must(await adopt('--trust'), 0)
    expect(said.stdout).toMatch(/ruff +1 red, known from now on/)
    expect(said.stdout).toMatch(/mypy +green/)
    expect(said.stdout).toMatch(/pytest +1 red, known from now on \(2 executed, 1 passed, 1 failed\)/)
    expect(redIn()).toEqual(['ruff red F401', 'mypy green ', 'pytest red test-failure'])
    expect(readdirSync(repository).toSorted()).toEqual(['.trysquare', 'pyproject.toml', 'src', 'tests'])
    const receipts = readdirSync(join(repository, '.trysquare/evidence'))
    expect(receipts.map(each => each.split('-')[0] ?? '').toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'mypy',
      'pytest',
      'ruff',
    ])
  })

  test('without the word again nothing is run, and a changed tree is told as one [P-20] [Q-09]', async () => {
    const evidence = readdirSync(join(repository, '.trysquare/evidence'))
    expect(must(await adopt(), 0).stdout).not.toContain('changed since it was trusted')
    appendFileSync(
      join(repository, 'src/shop/cart.py'),
      '\n\ndef most(prices: list[int]) -> int:\n    import sys\n    return max(prices)\n',
    )
    expect(must(await adopt(), 0).stdout).toContain('the tree changed since it was trusted')
    expect(readdirSync(join(repository, '.trysquare/evidence'))).toEqual(evidence)
  })

  test('what turns red later is new, and what turned green is no longer known [P-20]', async () => {
    write('src/shop/__init__.py', '')
    const said = must(await adopt('--trust'), 1)
    expect(said.stdout).toMatch(/ruff +1 new, 0 known, 1 no longer red/)
    expect(said.stdout).toMatch(/pytest +0 new, 1 known, 0 no longer red/)
    expect(said.stdout).toContain('src/shop/cart.py:6  F401')
    expect(redIn()).toEqual(['ruff red ', 'mypy green ', 'pytest red test-failure'])
    // Until it is put right, or a person takes it as known.
    must(await adopt('--trust'), 1)
    must(await adopt('--trust', '--anew'), 0)
    must(await adopt('--trust'), 0)
  })

  test('the word lies outside of the repository, and none that lies in it counts [Q-09]', () => {
    const words = readdirSync(place.path('state', 'trysquare', 'trusted'))
    expect(words).toHaveLength(1)
    const word = JSON.parse(readFileSync(place.path('state', 'trysquare', 'trusted', words[0] ?? ''), 'utf8')) as {
      folder: string
      by: string
    }
    expect(word).toMatchObject({ folder: repository, by: 'Test Person' })
  })

  test('where the environment cannot be made it says which command failed, and keeps what was learned [P-20] [Q-24]', async () => {
    rmSync(join(repository, '.trysquare'), { recursive: true })
    write(
      'pyproject.toml',
      readFileSync(join(repository, 'pyproject.toml'), 'utf8').replace(
        '"pytest"]',
        '"pytest", "no-such-distribution-at-all==1"]',
      ),
    )
    const said = must(await adopt('--trust'), 2)
    expect(said.stderr).toMatch(/TSQ-ADOPT-ENVIRONMENT +`uv sync/)
    expect(said.stderr.replaceAll(/\s+/g, ' ')).toContain('no-such-distribution-at-all')
    expect(readdirSync(join(repository, '.trysquare')).toSorted()).toEqual([
      '.gitignore',
      'config.yaml',
      'project.yaml',
    ])
  })

  test('a repository without any of these tools is told so: zero checks are no state [K-02b]', async () => {
    rmSync(join(repository, '.trysquare'), { recursive: true })
    write('pyproject.toml', '[project]\nname = "shop"\n')
    expect(must(await adopt('--trust'), 2).stderr).toContain('TSQ-ADOPT-NO-TOOLS')
  })
})

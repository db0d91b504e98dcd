import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Guided } from '../../src/core/design/answers/types.ts'
import { everyGuided, fitting, type Purpose, purposes, samples } from '../guided-designs.ts'
import { design, filesBelow, outcomes, scratch, told, uv } from './product.ts'

export type Built = readonly [purpose: Purpose, guided: Guided]

/** Every combination, for every purpose. */
export const everyBuilt: readonly Built[] = purposes.flatMap(purpose =>
  everyGuided(purpose).map((guided): Built => [purpose, guided]),
)

/** The answers file of a guided tree. */
export const answersOf = ([purpose, guided]: Built): string =>
  design(samples[purpose], answers => {
    Object.assign(answers['intake'] ?? {}, { purpose })
    Object.assign(answers['approvals'] ?? {}, { additions: 'approve' })
    Object.assign(answers, { structure: { mode: 'guided', guided }, features: fitting(purpose, guided) })
  })

/** Makes each tree with what comes with Trysquare: every check that needs no Python passes. */
export const provesEmbedded = (all: readonly Built[]): void => {
  describe('guided trees, with the embedded tools', () => {
    const place = scratch()
    afterAll(place.remove)

    test.each(all.map((each, index) => [index, ...each] as const))(
      '%i: %s %o [C-40]',
      { timeout: 60_000 },
      async (index, purpose, guided) => {
        const folder = place.path(`guided-${index}`)
        const answers = place.write('guided.yaml', answersOf([purpose, guided]))
        const made = await place.tsq(['new', '--embedded', '--out', folder, '--answers', answers])
        expect(told(made, 0)).toBe('exit 0')
        const gate = outcomes(await place.tsq(['--in', folder, 'gate', 'run', '--json']))
        expect(Object.entries(gate).filter(([, outcome]) => outcome !== 'PASS')).toEqual([
          ['types', 'SKIPPED'],
          ['tests', 'SKIPPED'],
          ['test-proof', 'SKIPPED'],
        ])
      },
    )
  })
}

/** Makes each tree with the real tools, then lets them judge it once more, by hand. */
export const provesBuilt = (all: readonly Built[]): void => {
  describe('guided trees, with the real tools', () => {
    const place = scratch()
    afterAll(place.remove)

    test.each(all.map((each, index) => [index, ...each] as const))(
      '%i: %s %o [C-40] [C-76]',
      { timeout: 240_000 },
      async (index, purpose, guided) => {
        const folder = place.path(`built-${index}`)
        const answers = place.write('built.yaml', answersOf([purpose, guided]))
        const made = await place.tsq(['new', '--out', folder, '--answers', answers])
        expect(told(made, 0)).toBe('exit 0')
        expect(made.stdout).toContain('ready for development')
        for (const command of [
          ['ruff', 'format', '--check', '.'],
          ['ruff', 'check', '.'],
          ['mypy', '.'],
          ['pytest', '-q', `--cov-report=json:${place.path(`coverage-${index}.json`)}`],
          ...(guided.docs === 'mkdocs' ? [['mkdocs', 'build', '--quiet']] : []),
        ])
          expect([command, told(await place.run(uv, ['run', ...command], folder), 0)]).toEqual([command, 'exit 0'])
        expect(told(await place.run(uv, ['build', '--quiet', '--wheel'], folder), 0)).toBe('exit 0')
        const [wheel = ''] = readdirSync(join(folder, 'dist')).filter(each => each.endsWith('.whl'))
        const listing = ['-c', 'import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep="\\n")']
        const shipped = await place.run('python3', [...listing, join(folder, 'dist', wheel)])
        expect(told(shipped, 0)).toBe('exit 0')
        const files = filesBelow(folder)
        const sources = files.filter(each => each.startsWith('src/') && !/\/test_\w+\.py$/.test(each))
        expect(
          shipped.stdout
            .split('\n')
            .filter(each => !/^$|\/$|\.dist-info\//.test(each))
            .toSorted(),
        ).toEqual(sources.map(each => each.slice('src/'.length)).toSorted())
        // Tests are counted neither as what is covered nor as what is lacking.
        const measured = JSON.parse(readFileSync(place.path(`coverage-${index}.json`), 'utf8')) as { files: object }
        expect(Object.keys(measured.files).filter(each => /test_/.test(each))).toEqual([])
        expect(files.some(each => /^src\/.*\/test_\w+\.py$/.test(each))).toBe(guided.tests === 'beside')
        expect(files.some(each => /^src\/\w+\/core\/\w+\.py$/.test(each))).toBe(guided.components === 'together')
        expect(files.includes('config/.env.example')).toBe(guided.directories.includes('config'))
      },
    )
  })
}

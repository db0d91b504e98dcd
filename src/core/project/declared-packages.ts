import { below, entriesOf, itemsOf, type Located, textOf, textsOf } from '../python/packaging/located.ts'
import type { Distribution } from './distributions.ts'
import { inFolder } from './view.ts'

/** What packaging files say of where packages lie; paths are relative to the project’s folder. */
export interface DeclaredPackages {
  /** Folders that packages are looked for in. */
  readonly roots: readonly Said[]
  /** Packages and modules by path (`src/app`, `six.py`). */
  readonly paths: readonly Said[]
}

/** A path that a file says, and where it says it. */
export interface Said {
  readonly path: string
  readonly from: string
  readonly place: { readonly path: string; readonly line: number }
}

const clean = (path: string): string => path.replace(/^\.\//, '').replace(/\/+$/, '').replace(/^\.$/, '')

const dotted = (name: string): string => name.replaceAll('.', '/')

const joined = (folder: string, name: string): string => (clean(folder) === '' ? name : `${clean(folder)}/${name}`)

/** Paths that a packaging file may name: inside the repository, and no pattern. */
const usable = (path: string): boolean => !/(?:^|\/)\.\.(?:\/|$)|^\/|[*?[]/.test(path)

type Say = (node: Located | undefined, from: string, path: string) => readonly Said[]

const sayer =
  (file: string): Say =>
  (node, from, path) =>
    node === undefined || !usable(path) ? [] : [{ path: clean(path), from, place: { path: file, line: node.line } }]

const each = (say: Say, node: Located | undefined, from: string, to: (text: string) => string): readonly Said[] =>
  textsOf(node).flatMap(({ text, line }) => say({ line, value: text }, from, to(text)))

/** The folder of the packages in setuptools’ `package_dir`, which is a table, or lines of `name = folder`. */
const packageDir = (
  node: Located | undefined,
): { readonly root?: Located; readonly named: readonly (readonly [string, Located])[] } => {
  const entries: (readonly [string, Located])[] = [
    ...entriesOf(node),
    ...textsOf(node).flatMap(({ text, line }) => {
      const [name = '', folder] = text.split('=').map(part => part.trim())
      return folder === undefined ? [] : [[name, { line, value: folder }] as const]
    }),
  ]
  const root = entries.find(([name]) => name === '')?.[1]
  return { ...(root && { root }), named: entries.filter(([name]) => name !== '') }
}

const ofSetuptools = (
  say: Say,
  table: Located | undefined,
  keys: { packages: string; dir: string; modules: string },
  from: string,
) => {
  const packages = below(table, keys.packages)
  const dir = packageDir(below(table, keys.dir))
  const root = textOf(dir.root) ?? ''
  const wheres = below(packages, 'find', 'where')
  const named =
    packages?.value instanceof Map ? [] : textsOf(packages).filter(({ text }) => !/^find(?:_namespace)?:/.test(text))
  return {
    roots: [
      ...say(dir.root, `${from} ${keys.dir}`, root),
      ...itemsOf(wheres).flatMap(node => say(node, `${from} ${keys.packages}.find`, textOf(node) ?? '')),
    ],
    paths: [
      ...named.flatMap(({ text, line }) => {
        const own = dir.named.find(([name]) => name === text)?.[1]
        return say({ line, value: text }, `${from} ${keys.packages}`, textOf(own) ?? joined(root, dotted(text)))
      }),
      ...each(say, below(table, keys.modules), `${from} ${keys.modules}`, text => `${joined(root, dotted(text))}.py`),
    ],
  }
}

const ofPoetry = (say: Say, root: Located): readonly Said[] =>
  itemsOf(below(root, 'tool', 'poetry', 'packages')).flatMap(node => {
    const name = textOf(below(node, 'include')) ?? ''
    return say(node, '[tool.poetry] packages', joined(clean(textOf(below(node, 'from')) ?? ''), name))
  })

const ofBackends = (say: Say, root: Located): DeclaredPackages => {
  const uv = below(root, 'tool', 'uv', 'build-backend')
  const uvRoot = textOf(below(uv, 'module-root'))
  const pdm = below(root, 'tool', 'pdm', 'build', 'package-dir')
  const maturin = below(root, 'tool', 'maturin', 'python-source')
  return {
    roots: [
      ...say(pdm, '[tool.pdm.build] package-dir', textOf(pdm) ?? ''),
      ...say(maturin, '[tool.maturin] python-source', textOf(maturin) ?? ''),
      ...say(below(uv, 'module-root'), '[tool.uv.build-backend] module-root', uvRoot ?? 'src'),
    ],
    paths: [
      ...ofPoetry(say, root),
      ...each(
        say,
        below(root, 'tool', 'hatch', 'build', 'targets', 'wheel', 'packages'),
        '[tool.hatch.build.targets.wheel] packages',
        text => text,
      ),
      ...each(
        say,
        below(root, 'tool', 'uv', 'build-backend', 'module-name'),
        '[tool.uv.build-backend] module-name',
        text => joined(clean(uvRoot ?? 'src'), dotted(text)),
      ),
    ],
  }
}

/** A name that Flit looks for both below `src` and at the top. */
const flitName = (root: Located | undefined): Located | undefined =>
  below(root, 'tool', 'flit', 'module', 'name') ?? below(root, 'tool', 'flit', 'metadata', 'module')

/** Everything that the packaging files of a project say of its packages. */
export const declaredPackages = ({ folder, pyproject, setupCfg, setupPy }: Distribution): DeclaredPackages => {
  const toml = sayer(inFolder(folder, 'pyproject.toml'))
  const found: DeclaredPackages[] = []
  if (pyproject !== undefined) {
    found.push(ofBackends(toml, pyproject))
    found.push(
      ofSetuptools(
        toml,
        below(pyproject, 'tool', 'setuptools'),
        { packages: 'packages', dir: 'package-dir', modules: 'py-modules' },
        '[tool.setuptools]',
      ),
    )
    const name = flitName(pyproject)
    if (name !== undefined)
      found.push({
        roots: [],
        paths: ['src/', ''].flatMap(root =>
          ['', '.py'].flatMap(ending =>
            toml(name, '[tool.flit] name', `${root}${dotted(textOf(name) ?? '')}${ending}`),
          ),
        ),
      })
  }
  const keys = { packages: 'packages', dir: 'package_dir', modules: 'py_modules' }
  if (setupCfg !== undefined) {
    const cfg = sayer(inFolder(folder, 'setup.cfg'))
    found.push(ofSetuptools(cfg, below(setupCfg, 'options'), keys, '[options]'))
    const where = below(setupCfg, 'options.packages.find', 'where')
    found.push({ roots: cfg(where, '[options.packages.find] where', textOf(where) ?? ''), paths: [] })
  }
  if (setupPy !== undefined) found.push(ofSetuptools(sayer(inFolder(folder, 'setup.py')), setupPy, keys, 'setup()'))
  return { roots: found.flatMap(one => one.roots), paths: found.flatMap(one => one.paths) }
}

import { type Claim, claim, type Found } from '../claim.ts'
import type { Project } from '../project.ts'
import { lineWith } from '../view.ts'

const pipelines: readonly (readonly [string, RegExp])[] = [
  ['GitHub Actions', /^\.github\/workflows\/[^/]+\.ya?ml$/],
  ['GitLab CI', /^\.gitlab-ci\.yml$/],
  ['Travis CI', /^\.travis\.yml$/],
  ['Azure Pipelines', /^azure-pipelines\.yml$/],
  ['CircleCI', /^\.circleci\/config\.yml$/],
  ['AppVeyor', /^\.?appveyor\.yml$/],
  ['Cirrus CI', /^\.cirrus\.yml$/],
  ['Jenkins', /^Jenkinsfile$/],
]

const tested =
  /\b(?:pytest|tox|nox|unittest|hatch (?:run|test)|make (?:test|check|lint)|scripts\/(?:test|check|lint|coverage)|ruff|mypy|pdm run|poetry run|uv run)\b/

/** The pipeline that runs tests or checks is the one to be shown; else the first. */
const ciClaims = ({ view }: Project): readonly Claim[] =>
  pipelines.flatMap(([name, shape]) => {
    const files = view.paths.filter(path => shape.test(path))
    const running = files.flatMap(path => {
      const found = lineWith(view.texts.get(path) ?? '', tested)
      return found === undefined ? [] : [{ path, line: found.line, what: found.match[0] }]
    })
    const [shown] = running.toSorted(
      (a, b) => Number(/test|ci|check/.test(b.path)) - Number(/test|ci|check/.test(a.path)),
    )
    const [first] = files
    if (first === undefined) return []
    return [
      shown === undefined
        ? claim('ci', name, 'a pipeline; none of them was seen to run a test or a check', first)
        : claim('ci', name, `a pipeline that calls ${shown.what}`, shown.path, shown.line),
    ]
  })

const docClaims = ({ view, roleOf }: Project): readonly Claim[] => [
  ...view.paths
    .filter(path => /(?:^|\/)mkdocs[\w-]*\.ya?ml$/.test(path))
    .map(path => claim('docs', 'MkDocs', 'its settings file', path)),
  ...[...view.python.keys()]
    .filter(path => /(?:^|\/)(?:docs?|documentation)(?:\/[^/]+)?\/conf\.py$/.test(path) && roleOf(path) === 'docs')
    .map(path => claim('docs', 'Sphinx', 'its conf.py', path)),
]

const stagesOf = (text: string) =>
  text.split('\n').flatMap((line, index) => {
    const [, image, name] = /^FROM\s+(?:--\S{1,100}\s+)?(\S{1,200})(?:\s+AS\s+(\S{1,100}))?/i.exec(line) ?? []
    return image === undefined ? [] : [{ image, name, line: index + 1 }]
  })

const containerClaims = ({ view }: Project): readonly Claim[] =>
  view.paths
    .filter(path => /(?:^|\/)(?:[\w.-]*Dockerfile[\w.-]*|Containerfile)$/.test(path) && !/dockerignore$/i.test(path))
    .slice(0, 5)
    .flatMap(path => {
      const stages = stagesOf(view.texts.get(path) ?? '')
      const names = new Set(stages.map(each => each.name))
      // What is shipped is the last stage that begins from an image, not from another stage.
      const last = stages.findLast(each => !names.has(each.image))
      return last === undefined ? [] : [claim('container', last.image, 'FROM', path, last.line)]
    })

/** Pipelines, documentation and images. */
export const detectSurroundings = (project: Project): Found => ({
  claims: [...ciClaims(project), ...docClaims(project), ...containerClaims(project)],
})

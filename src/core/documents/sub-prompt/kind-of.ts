import type { RepoPath } from '../../../base/repo-path.ts'
import type { SubPromptFacts } from './facts.ts'
import type { Kind } from './kind.ts'
import { data } from './kinds/data.ts'
import { example } from './kinds/example.ts'
import { lock } from './kinds/lock.ts'
import { markdown } from './kinds/markdown.ts'
import { packaging } from './kinds/packaging.ts'
import { plainText } from './kinds/plain-text.ts'
import { python } from './kinds/python.ts'
import { pythonTest } from './kinds/python-test.ts'
import { translation } from './kinds/translation.ts'

const isTest = (path: RepoPath): boolean =>
  /(?:^|\/)(?:tests?\/.*\.py|test_[^/]*\.py|[^/]*_test\.py|conftest\.py)$/.test(path)
const isPackaging = (path: RepoPath): boolean => /\.(?:toml|cfg|ini)$|(?:^|\/)requirements[^/]*\.(?:txt|in)$/.test(path)

/** The kind of a file, by its path and what the design says of it. */
export const kindOf = ({ task: { path }, early, late }: SubPromptFacts): Kind => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (path === late.manager.lock_file) return lock
  if (early.features.readme_languages.some(language => name === `README.${language}.md`)) return translation
  if (isTest(path)) return pythonTest
  if (/^examples\/.*\.py$/.test(path)) return example
  if (/\.pyi?$/.test(path)) return python
  if (isPackaging(path)) return packaging
  if (/\.(?:md|markdown)$/.test(path)) return markdown
  if (/\.(?:ya?ml|json|jsonc)$/.test(path)) return data
  return plainText
}

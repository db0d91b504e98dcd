import { isBesideProgram } from '../../../core/python/program-file.ts'
import { exceptionClassesIn, exceptionTree } from '../../../core/python/project/exceptions.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'error-without-code',
  pack: 'errors',
  allows: 'allow errors without an `error_code`',
  what: 'An error of the package’s hierarchy has no `error_code` of its own.',
  why: 'Programs that call this one can only tell its errors apart by a stable code; a message is for people and changes. A house’s convention, so it must be asked for.',
  fix: 'Give the class an attribute `error_code`.',
  bad: 'class AppError(Exception):\n    error_code = "app"\n\n\nclass PriceError(AppError):\n    """A price that cannot be."""\n',
  good: 'class AppError(Exception):\n    error_code = "app"\n\n\nclass PriceError(AppError):\n    error_code = "price"\n',
  at: 'src/app/errors.py',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  optIn: true,
  files: path => !isBesideProgram(path),
  look: {
    by: 'project',
    collect: exceptionClassesIn,
    judge: files =>
      exceptionTree(files).flatMap(({ root, members }) =>
        [root, ...members]
          .filter(each => !each.attributes.includes('error_code'))
          .map(({ path, line, column, name }) => ({
            path,
            line,
            column,
            symbol: name,
            message: `\`${name}\` has no \`error_code\` of its own.`,
          })),
      ),
  },
})

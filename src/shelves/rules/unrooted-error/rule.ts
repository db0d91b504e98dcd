import { isBesideProgram } from '../../../core/python/program-file.ts'
import { type ErrorClass, exceptionClassesIn, exceptionTree } from '../../../core/python/project/exceptions.ts'
import { rule } from '../../../ports/rule.ts'

const isPublicError = ({ name }: ErrorClass): boolean => /(?:Error|Exception)$/.test(name) && !name.startsWith('_')

export default rule({
  id: 'unrooted-error',
  pack: 'errors',
  allows: 'allow errors outside of the package’s own hierarchy',
  what: 'A package has one root for its errors (`ShopError` in `shop`), and this one is derived from `Exception` instead.',
  why: 'Whoever writes `except ShopError` to handle whatever the package raises misses it.',
  fix: 'Derive it from the root. Where it should also be a `ValueError` or the like, derive it from both.',
  bad: 'class AppError(Exception):\n    """The root."""\n\n\nclass PriceError(AppError):\n    """A price that cannot be."""\n\n\nclass StockError(AppError):\n    """Too little of it."""\n\n\nclass RateError(AppError):\n    """A rate that is not known."""\n\n\nclass PaymentError(Exception):\n    """A payment that cannot be made."""\n',
  good: 'class AppError(Exception):\n    """The root."""\n\n\nclass PriceError(AppError):\n    """A price that cannot be."""\n\n\nclass StockError(AppError):\n    """Too little of it."""\n\n\nclass RateError(AppError):\n    """A rate that is not known."""\n\n\nclass PaymentError(AppError):\n    """A payment that cannot be made."""\n',
  at: 'src/app/errors.py',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  files: path => !isBesideProgram(path),
  look: {
    by: 'project',
    collect: exceptionClassesIn,
    judge: files =>
      exceptionTree(files).flatMap(({ root, members, strays }) =>
        // Where most keep to it, it is meant as a root.
        members.length < 2 || members.length < 3 * strays.filter(isPublicError).length
          ? []
          : strays.filter(isPublicError).map(({ path, line, column, name }) => ({
              path,
              line,
              column,
              symbol: name,
              message: `\`${name}\` is not derived from \`${root.name}\`, the root of this package’s errors.`,
            })),
      ),
  },
})
